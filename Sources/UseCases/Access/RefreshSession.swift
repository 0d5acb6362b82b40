import Records
import Registry
import SQLCore

extension TrailAction {
    static let sessionRefreshed = TrailAction("session.refreshed")
    static let sessionTokenReused = TrailAction("session.token-reused")
}

extension Installation {
    /// A fresh pair for a refresh token, which is used up. One that comes a second time was stolen, from one side or the other: the
    /// whole sign-in ends (RFC 9700 §4.14.2). Throws `token-refused`, `organisation-not-active`.
    package func refreshSession(_ refreshToken: String) async throws -> SignedIn {
        guard let hash = TokenText.read(refreshToken, as: .refresh) else { throw Refusal.tokenRefused }
        let now = clock.now()
        let (token, principal) = try await store.read { session in
            guard let token = try TokenRecords.find(hash, in: session), token.kind == .refresh, now < token.expiresAt,
                let (account, organisation) = try AccountRecords.acting(token.account, in: session)
            else { throw Refusal.tokenRefused }
            return (token, Principal(account, at: organisation, session: token.family))
        }
        do {
            return try await act(as: principal, .sessionRefreshed, needs: nil) { act in
                guard try TokenRecords.spend(hash, at: act.now, in: act.session) else { throw Refusal.tokenRefused }
                act.recording.about(.account, token.account)
                return try act.issuePair(for: principal, family: token.family, label: token.label)
            }
        } catch let refusal as Refusal where refusal == .tokenRefused {
            try await endReused(token, of: principal)
            throw refusal
        }
    }

    private func endReused(_ token: TokenRecord, of principal: Principal) async throws {
        let isLive = try await store.read { [clock] session in
            try TokenRecords.liveSession(token.family, of: token.account, at: clock.now(), in: session) != nil
        }
        guard isLive else { return }
        try await act(as: principal, .sessionTokenReused, needs: nil) { act in
            try TokenRecords.revoke(token.family, of: token.account, at: act.now, in: act.session)
            act.recording.about(.account, token.account)
        }
        access.principals.forget(session: token.family)
    }
}
