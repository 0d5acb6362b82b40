import Records
import Registry
import SQLCore

/// A live sign-in, as its owner or a manager sees it.
package struct SessionView: Hashable, Sendable {
    package let id: SessionID
    package let account: AccountID
    package let label: String
    package let startedAt: Instant
    /// When it was last refreshed.
    package let refreshedAt: Instant
    package let expiresAt: Instant
    /// The one the question came with.
    package let isCurrent: Bool

    init(_ token: TokenRecord, isCurrent: Bool) {
        id = token.family
        account = token.account
        label = token.label
        startedAt = token.family.madeAt
        refreshedAt = token.issuedAt
        expiresAt = token.expiresAt
        self.isCurrent = isCurrent
    }
}

/// Who one is, and what one may do here.
package struct OwnSession: Hashable, Sendable {
    package let account: AccountView
    package let organisation: OrganisationRecord
    package let principal: Principal
    /// The sign-in; nil when asked with an API key.
    package let session: SessionView?
    /// The role demands a second factor that is not set up yet.
    package var needsSecondFactorSetUp: Bool { principal.means == .incompleteSession }
}

extension Installation {
    private static let sessionsMax = 200

    /// Also for a sign-in that still lacks its second factor. Throws `token-refused`.
    package func readSession(as principal: Principal) async throws -> OwnSession {
        let now = clock.now()
        return try await store.read { session in
            guard let (account, organisation) = try AccountRecords.acting(principal.account, in: session) else {
                throw Refusal.tokenRefused
            }
            let token = try principal.session.flatMap { try TokenRecords.liveSession($0, of: account.id, at: now, in: session) }
            return OwnSession(
                account: AccountView(account), organisation: organisation, principal: principal,
                session: token.map { SessionView($0, isCurrent: true) })
        }
    }

    /// Live sign-ins of one's own account, or of one in scope (`account:read`). Throws `not-found`.
    package func listSessions(as principal: Principal, of account: AccountID? = nil) async throws -> [SessionView] {
        let (now, owner) = (clock.now(), account ?? principal.account)
        try principal.demandCompleteSession()
        if owner != principal.account { try principal.demand(.accountRead) }
        return try await store.read { session in
            if owner != principal.account, try AccountRecords.find(owner, within: principal.scope, in: session) == nil {
                throw Refusal.notFound
            }
            return try TokenRecords.sessions(of: owner, at: now, limit: Self.sessionsMax, in: session).map {
                SessionView($0, isCurrent: $0.family == principal.session)
            }
        }
    }
}
