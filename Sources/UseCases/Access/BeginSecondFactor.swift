import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let secondFactorBegun = TrailAction("second-factor.begun")
}

extension Installation {
    /// Makes a second factor, which holds once `confirmSecondFactor` has proved it. Replacing one takes a code of it, so that a stolen
    /// token does not suffice; one who sits at a page that was left open is asked for the password too.
    /// Throws `sign-in-refused`, `second-factor-required`, `second-factor-wrong`, `sign-in-slowed`, `sign-in-busy`, `not-permitted` (API keys).
    package func beginSecondFactor(
        as principal: Principal, code: String? = nil, password: String? = nil
    ) async throws -> SecondFactorSecret {
        _ = try principal.demandSession(completed: false)
        let account = try await ownAccount(principal)
        let attempt = try beginAttempt(login: account.login, account: account)
        return try await settling(attempt) {
            if let password {
                guard case .matches = try await compare(password, with: account.password) else { throw Refusal.signInRefused }
            }
            return try await act(as: principal, .secondFactorBegun, needs: nil) { act in
                guard let current = try AccountRecords.find(account.id, in: act.session) else { throw Refusal.tokenRefused }
                if let factor = current.secondFactor {
                    guard let code else { throw Refusal.secondFactorRequired }
                    try act.takeCode(code, factor: factor, of: current)
                }
                act.recording.about(.account, account.id)
                return try act.beginFactor(for: current, login: current.login)
            }
        }
    }

    /// The same where a page is looked at; nil where one is in the making already. A look may come by somebody else's link: it must not put
    /// another in the place of one that stands in an authenticator. Nor is the one in the making shown again, to whoever has the password.
    package func beginSecondFactorAtFirstLook(as principal: Principal) async throws -> SecondFactorSecret? {
        guard try await ownAccount(principal).pendingFactor == nil else { return nil }
        return try await beginSecondFactor(as: principal)
    }
}
