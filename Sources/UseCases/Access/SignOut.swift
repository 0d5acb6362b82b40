import Records
import Registry

extension TrailAction {
    static let sessionEnded = TrailAction("session.ended")
}

extension Installation {
    /// Ends the sign-in the principal came with, all its tokens at once. Throws `not-permitted` for API keys.
    package func signOut(as principal: Principal) async throws {
        let family = try principal.demandSession(completed: false)
        try await act(as: principal, .sessionEnded, needs: nil) { act in
            try TokenRecords.revoke(family, of: principal.account, at: act.now, in: act.session)
            act.recording.about(.account, principal.account)
        }
        access.principals.forget(session: family)
    }
}
