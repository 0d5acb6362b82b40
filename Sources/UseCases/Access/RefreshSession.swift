import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let sessionRefreshed = TrailAction("session.refreshed")
    static let sessionTokenReused = TrailAction("session.token-reused")
}

extension Installation {
    /// A fresh pair for a refresh token, which is used up. One that comes a second time was stolen, from one side or the other: the
    /// whole sign-in ends (RFC 9700 §4.14.2). Throws `token-refused`, `organisation-not-active`.
    ///
    /// - Parameter graceSeconds: for how long whoever comes with it again is given the same pair, by whichever server: a browser asks
    ///   several at once. 0 for programs, which renew once.
    package func refreshSession(_ refreshToken: String, graceSeconds: Int64 = 0) async throws -> SignedIn {
        guard let hash = TokenText.read(refreshToken, as: .refresh) else { throw Refusal.tokenRefused }
        let now = clock.now()
        let (token, principal) = try await store.read { session in
            guard let token = try TokenRecords.find(hash, in: session), token.kind == .refresh, now < token.expiresAt,
                let (account, organisation) = try AccountRecords.acting(token.account, in: session)
            else { throw Refusal.tokenRefused }
            return (token, Principal(account, at: organisation, session: token.family))
        }
        let pair = graceSeconds > 0 ? RenewedPair(of: refreshToken, by: secrets.search) : nil
        do {
            return try await act(as: principal, .sessionRefreshed, needs: nil) { act in
                guard try TokenRecords.spend(hash, at: act.now, in: act.session) else { throw Refusal.tokenRefused }
                act.recording.about(.account, token.account)
                return try act.issuePair(for: principal, family: token.family, label: token.label, as: pair)
            }
        } catch let refusal as Refusal where refusal == .tokenRefused {
            if let pair, let given = try await givenAgain(pair, for: hash, within: graceSeconds) { return given }
            try await endReused(token, of: principal)
            throw refusal
        }
    }

    /// What took the token's place within this time, as long as neither was used up or ended since.
    private func givenAgain(_ pair: RenewedPair, for hash: [UInt8], within graceSeconds: Int64) async throws -> SignedIn? {
        let now = clock.now()
        return try await store.read { session in
            guard let spent = try TokenRecords.find(hash, in: session), let spentAt = spent.revokedAt,
                now < spentAt.adding(seconds: graceSeconds),
                let access = try TokenRecords.find(pair.access.hash, in: session), access.isLive(at: now),
                let refresh = try TokenRecords.find(pair.refresh.hash, in: session), refresh.isLive(at: now),
                let (account, organisation) = try AccountRecords.acting(spent.account, in: session)
            else { return nil }
            return SignedIn(
                principal: Principal(account, at: organisation, session: spent.family), session: spent.family,
                access: IssuedToken(text: pair.access.text, expiresAt: access.expiresAt),
                refresh: IssuedToken(text: pair.refresh.text, expiresAt: refresh.expiresAt))
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

/// What takes a refresh token's place in a browser. Tokens are kept as hashes only, so no server could give again what another gave: the
/// pair is made of the token itself, under a secret of the installation, and whoever comes with the same token can be given the same.
/// Neither the token nor the secret alone makes it.
struct RenewedPair: Sendable {
    let access: (text: String, hash: [UInt8])
    let refresh: (text: String, hash: [UInt8])

    init(of token: String, by index: SearchIndex) {
        access = TokenText.make(.access, of: index.hash("access \(token)", for: .renewedToken))
        refresh = TokenText.make(.refresh, of: index.hash("refresh \(token)", for: .renewedToken))
    }
}
