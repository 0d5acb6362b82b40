import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let passwordChanged = TrailAction("password.changed")
}

extension Installation {
    /// A new password for one's own account; all its other sign-ins end. Wrong current passwords slow down like sign-ins do.
    /// Throws `sign-in-refused`, `sign-in-slowed`, `sign-in-busy`, `password-weak`, `not-permitted` (API keys).
    package func changePassword(as principal: Principal, current: String, new: String) async throws {
        let family = try principal.demandSession()
        let account = try await ownAccount(principal)
        try PasswordRules.check(new, login: account.login, charactersMin: settings.passwordCharactersMin)
        let attempt = try beginAttempt(login: account.login, account: account)
        try await settling(attempt) {
            guard case .matches = try await compare(current, with: account.password) else { throw Refusal.signInRefused }
        }
        let stored = try await hashed(new)
        try await act(as: principal, .passwordChanged, needs: nil) { act in
            guard let before = try AccountRecords.find(account.id, in: act.session), before.password == account.password else {
                throw Refusal.stale
            }
            try AccountRecords.setPassword(account.id, stored, at: act.now, in: act.session)
            try TokenRecords.revokeAll(
                of: account.id, kinds: [.access, .refresh, .enrolment], except: family, at: act.now, in: act.session)
            act.recording.about(.account, account.id)
        }
        access.principals.forget(account: account.id)
    }

    /// The principal's own account, as it is stored. Throws `token-refused` when it may not act any more.
    func ownAccount(_ principal: Principal) async throws -> AccountRecord {
        try await store.read { session in
            guard let account = try AccountRecords.find(principal.account, in: session), account.status == .active else {
                throw Refusal.tokenRefused
            }
            return account
        }
    }
}
