import Records
import Registry
import SQLCore

extension TrailAction {
    static let secondFactorConfirmed = TrailAction("second-factor.confirmed")
}

extension Installation {
    /// Proves the factor begun; from now on every sign-in needs its codes. Other sign-ins, made without one, end; this one is complete.
    /// Throws `second-factor-not-begun`, `second-factor-wrong`, `sign-in-slowed`, `not-permitted` (API keys).
    package func confirmSecondFactor(as principal: Principal, code: String) async throws {
        let family = try principal.demandSession(completed: false)
        let account = try await ownAccount(principal)
        let attempt = try beginAttempt(login: account.login, account: account)
        try await settling(attempt) {
            try await act(as: principal, .secondFactorConfirmed, needs: nil) { act in
                guard let current = try AccountRecords.find(account.id, in: act.session), let pending = current.pendingFactor else {
                    throw Refusal.secondFactorNotBegun
                }
                try act.confirmFactor(of: current, pending: pending, code: code)
                try TokenRecords.revokeAll(of: account.id, kinds: [.access, .refresh], except: family, at: act.now, in: act.session)
                act.recording.about(.account, account.id)
            }
        }
        access.principals.forget(account: account.id)
    }
}
