import Records
import Registry

extension TrailAction {
    static let sessionRevoked = TrailAction("session.revoked")
}

extension Installation {
    /// Ends a sign-in of one's own, or of an account one manages. Throws `not-found`, `grant-exceeds-own`, `account-dismissed`.
    package func revokeSession(as principal: Principal, _ id: SessionID, of account: AccountID? = nil) async throws {
        let owner = account ?? principal.account
        try principal.demandCompleteSession()
        try await act(as: principal, .sessionRevoked, needs: owner == principal.account ? nil : .accountManage) { act in
            if owner != principal.account { _ = try act.manageableAccount(owner) }
            guard try TokenRecords.liveSession(id, of: owner, at: act.now, in: act.session) != nil else { throw Refusal.notFound }
            try TokenRecords.revoke(id, of: owner, at: act.now, in: act.session)
            act.recording.about(.account, owner)
        }
        access.principals.forget(session: id)
    }
}
