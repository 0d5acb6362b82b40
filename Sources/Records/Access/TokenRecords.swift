import Registry
import SQLCore

package enum TokenKind: String, Sendable {
    case enrolment
    case access
    case refresh
    case apiKey = "api-key"
    /// Of one device at one card's entrance; kept by itself (`SeatRecords`).
    case seat
    /// Of one device at one person's part of a unit's application; kept by itself (`PartLinkRecords`).
    case part
}

package struct TokenRecord: Hashable, Sendable {
    /// Suite byte and 31 bytes of the SHA-256 of the token's text; the text itself is nowhere.
    package let hash: [UInt8]
    package let kind: TokenKind
    /// The sign-in it belongs to; for an API key, its identifier.
    package let family: SessionID
    package let account: AccountID
    package let label: String
    /// The permissions of an API key; nil for tokens that carry their account's.
    package let permissions: Set<Permission>?
    package let issuedAt: Instant
    package let expiresAt: Instant
    package let revokedAt: Instant?

    package init(
        hash: [UInt8], kind: TokenKind, family: SessionID, account: AccountID, label: String = "", permissions: Set<Permission>? = nil,
        issuedAt: Instant, expiresAt: Instant, revokedAt: Instant? = nil
    ) {
        self.hash = hash
        self.kind = kind
        self.family = family
        self.account = account
        self.label = label
        self.permissions = permissions
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }

    package func isLive(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }
}

/// Tokens of every kind, by hash.
package enum TokenRecords {
    private static let columns: SQLText =
        "t.hash, t.kind, t.family, t.account, t.label, t.permissions, t.issued_at, t.expires_at, t.revoked_at"

    package static func insert(_ token: TokenRecord, in session: any Session) throws {
        let permissions = token.permissions.map { $0.map(\.rawValue).sorted().joined(separator: ",") }
        try session.run(
            """
            INSERT INTO access_token (hash, kind, family, account, label, permissions, issued_at, expires_at, revoked_at)
            VALUES (\(token.hash), \(token.kind.rawValue), \(token.family), \(token.account), \(token.label), \(permissions.sqlValue),
            \(token.issuedAt), \(token.expiresAt), \(token.revokedAt.sqlValue))
            """)
    }

    package static func find(_ hash: [UInt8], in session: any Session) throws -> TokenRecord? {
        try session.first("SELECT \(columns) FROM access_token t WHERE t.hash = \(hash)", decode)
    }

    /// Revokes one token that is not revoked yet; answers whether it was live. Of two at once, one hears no.
    package static func spend(_ hash: [UInt8], at now: Instant, in session: any Session) throws -> Bool {
        try session.change("UPDATE access_token SET revoked_at = \(now) WHERE hash = \(hash) AND revoked_at IS NULL") == 1
    }

    /// Revokes a sign-in or an API key; answers how many tokens were still live.
    @discardableResult
    package static func revoke(_ family: SessionID, of account: AccountID, at now: Instant, in session: any Session) throws -> Int {
        try session.change(
            "UPDATE access_token SET revoked_at = \(now) WHERE account = \(account) AND family = \(family) AND revoked_at IS NULL")
    }

    /// Revokes every token of an account but those of one sign-in; `kinds` nil means all kinds.
    @discardableResult
    package static func revokeAll(
        of account: AccountID, kinds: [TokenKind]? = nil, except family: SessionID? = nil, at now: Instant, in session: any Session
    ) throws -> Int {
        var conditions: [SQLText] = ["account = \(account)", "revoked_at IS NULL"]
        if let kinds { conditions.append("kind IN \(SQLText.list(kinds.map(\.rawValue)))") }
        if let family { conditions.append("family <> \(family)") }
        return try session.change("UPDATE access_token SET revoked_at = \(now) WHERE \(SQLText.all(conditions))")
    }

    /// Live sign-ins of an account, by their newest refresh token.
    package static func sessions(of account: AccountID, at now: Instant, limit: Int, in session: any Session) throws -> [TokenRecord] {
        try session.all(
            """
            SELECT \(columns) FROM access_token t WHERE t.account = \(account) AND t.kind = 'refresh' AND t.revoked_at IS NULL
            AND t.expires_at > \(now) ORDER BY t.family LIMIT \(limit)
            """, decode)
    }

    /// Whose sign-in it is, if it is live.
    package static func liveSession(_ family: SessionID, of account: AccountID, at now: Instant, in session: any Session) throws
        -> TokenRecord?
    {
        try session.first(
            """
            SELECT \(columns) FROM access_token t WHERE t.account = \(account) AND t.kind = 'refresh' AND t.family = \(family)
            AND t.revoked_at IS NULL AND t.expires_at > \(now)
            """, decode)
    }

    /// API keys of the accounts in scope, revoked and expired ones too, in the order of their making.
    package static func apiKeys(
        within scope: Scope, account: AccountID?, key: APIKeyID? = nil, after: APIKeyID?, limit: Int, in session: any Session
    ) throws -> [TokenRecord] {
        var conditions: [SQLText] = ["t.kind = 'api-key'", scope.contains(path: "o.path")]
        if let account { conditions.append("t.account = \(account)") }
        if let key { conditions.append("t.family = \(key)") }
        if let after { conditions.append("t.family > \(after)") }
        return try session.all(
            """
            SELECT \(columns) FROM access_token t JOIN account a ON a.id = t.account JOIN organisation o ON o.id = a.organisation
            WHERE \(SQLText.all(conditions)) ORDER BY t.family LIMIT \(limit)
            """, decode)
    }

    package static func hasEnded(before instant: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM access_token WHERE expires_at < \(instant) AND kind <> 'api-key' LIMIT 1")
    }

    /// Removes tokens that ended before an instant; answers how many.
    package static func purge(endedBefore instant: Instant, limit: Int, in session: any Session) throws -> Int {
        try session.change(
            """
            DELETE FROM access_token WHERE hash IN
            (SELECT hash FROM access_token WHERE expires_at < \(instant) AND kind <> 'api-key' ORDER BY expires_at LIMIT \(limit))
            """)
    }

    private static func permissions(_ text: String) throws -> Set<Permission> {
        try Set(
            text.split(separator: ",").map { name in
                guard let permission = Permission(rawValue: String(name)) else { throw UnreadableRow("access_token", "permissions") }
                return permission
            })
    }

    private static func decode(_ row: any SQLRow) throws -> TokenRecord {
        TokenRecord(
            hash: row.blob(0), kind: try row.raw(1), family: try row.identifier(2), account: try row.identifier(3), label: row.text(4),
            permissions: try row.textIfAny(5).map(permissions), issuedAt: row.instant(6), expiresAt: row.instant(7),
            revokedAt: row.instantIfAny(8))
    }
}
