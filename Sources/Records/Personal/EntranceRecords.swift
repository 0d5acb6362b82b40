import Registry
import SQLCore

package enum Entrance {}
package typealias EntranceID = Identifier<Entrance>

/// A way in to one card: a link, or a code printed with it.
package struct StoredEntrance: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case link
        /// Typed beside the ICCID; it proves that the card is in hand.
        case claimCode = "claim-code"
    }

    package let id: EntranceID
    package let kind: Kind
    package let subscription: Int64
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let deviceType: String?
    package let issuedAt: Instant
    package let expiresAt: Instant
    package let revokedAt: Instant?

    package init(
        id: EntranceID, kind: Kind, subscription: Int64, organisation: OrganisationID, path: OrganisationPath, deviceType: String?,
        issuedAt: Instant, expiresAt: Instant, revokedAt: Instant?
    ) {
        self.id = id
        self.kind = kind
        self.subscription = subscription
        self.organisation = organisation
        self.path = path
        self.deviceType = deviceType
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }

    package func isOpen(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }
}

/// A way in as a list of them shows it.
package struct ListedEntrance: Hashable, Sendable {
    package enum Standing: String, CaseIterable, Sendable {
        case open
        /// It opens still, and a person has begun something by it.
        case used
        case expired, revoked
    }

    package let entrance: StoredEntrance
    package let standing: Standing

    init(_ entrance: StoredEntrance, isUsed: Bool, at now: Instant) {
        self.entrance = entrance
        standing =
            entrance.revokedAt != nil ? .revoked : !entrance.isOpen(at: now) ? .expired : isUsed ? .used : .open
    }
}

package enum EntranceRecords {
    private static let columns: SQLText =
        "e.id, e.kind, e.subscription, e.organisation, e.path, e.device_type, e.issued_at, e.expires_at, e.revoked_at"

    private static func decode(_ row: any SQLRow) throws -> StoredEntrance {
        StoredEntrance(
            id: try row.identifier(0), kind: try row.raw(1), subscription: row.int(2), organisation: try row.identifier(3),
            path: row.path(4), deviceType: row.textIfAny(5), issuedAt: row.instant(6), expiresAt: row.instant(7),
            revokedAt: row.instantIfAny(8))
    }

    package static func insert(
        _ entrances: [(entrance: StoredEntrance, hash: [UInt8])], by account: AccountID, in session: any Session
    ) throws {
        try session.append(
            into: "entrance",
            columns: "hash, id, kind, subscription, organisation, path, device_type, issued_at, issued_by, expires_at, revoked_at"
        ) { sink in
            for (entrance, hash) in entrances {
                sink.blob(hash)
                sink.blob(entrance.id.bytes)
                sink.text(entrance.kind.rawValue)
                sink.int(entrance.subscription)
                sink.blob(entrance.organisation.bytes)
                sink.text(entrance.path.text)
                if let deviceType = entrance.deviceType { sink.text(deviceType) } else { sink.null() }
                sink.int(entrance.issuedAt.milliseconds)
                sink.blob(account.bytes)
                sink.int(entrance.expiresAt.milliseconds)
                sink.null()
                try sink.endRow()
            }
        }
    }

    package static func find(hash: [UInt8], in session: any Session) throws -> StoredEntrance? {
        try session.first("SELECT \(columns) FROM entrance e WHERE e.hash = \(hash)", decode)
    }

    package static func find(_ id: EntranceID, _ scope: Scope, in session: any Session) throws -> StoredEntrance? {
        try session.first("SELECT \(columns) FROM entrance e WHERE e.id = \(id) AND \(scope.contains(path: "e.path"))", decode)
    }

    /// Whether one was given out later than another; nil asks whether there is any.
    package static func isAny(after id: EntranceID?, _ scope: Scope, in session: any Session) throws -> Bool {
        var conditions = [scope.contains(path: "e.path")]
        if let id { conditions.append("e.id > \(id)") }
        return try session.exists("SELECT 1 FROM entrance e WHERE \(SQLText.all(conditions)) LIMIT 1")
    }

    /// Still good, of all that somebody gave out at an instant.
    package static func given(
        by account: AccountID, at issued: Instant, to subscription: Int64, in session: any Session
    ) throws -> StoredEntrance? {
        try session.first(
            """
            SELECT \(columns) FROM entrance e WHERE e.subscription = \(subscription) AND e.issued_by = \(account)
            AND e.issued_at = \(issued) AND e.revoked_at IS NULL LIMIT 1
            """, decode)
    }

    /// The newest first; of one card, of one batch, or of all; those alone that stand so.
    package static func list(
        _ scope: Scope, subscription: Int64?, batch: String?, standing: ListedEntrance.Standing?, before: EntranceID?, limit: Int,
        at now: Instant, in session: any Session
    ) throws -> [ListedEntrance] {
        var conditions = [scope.contains(path: "e.path")]
        if let subscription { conditions.append("e.subscription = \(subscription)") }
        if let batch {
            let blocks = try CardRecords.blocks(of: batch, in: session).intervals
            guard !blocks.isEmpty else { return [] }
            conditions.append(.any(blocks.map { "(\(SQLText.from($0.lo, to: $0.hi, "e.subscription")))" }))
        }
        if let standing { conditions.append(condition(standing, at: now)) }
        if let before { conditions.append("e.id < \(before)") }
        return try session.all(
            """
            SELECT \(columns), (SELECT COUNT(*) FROM seat s WHERE s.entrance = e.id AND s.application IS NOT NULL)
            FROM entrance e WHERE \(SQLText.all(conditions)) ORDER BY e.id DESC LIMIT \(limit)
            """
        ) { ListedEntrance(try decode($0), isUsed: $0.bool(9), at: now) }
    }

    /// As `ListedEntrance` reads it from a row.
    private static func condition(_ standing: ListedEntrance.Standing, at now: Instant) -> SQLText {
        let begun: SQLText = "(SELECT COUNT(*) FROM seat u WHERE u.entrance = e.id AND u.application IS NOT NULL)"
        switch standing {
        case .open: return "e.revoked_at IS NULL AND e.expires_at > \(now) AND \(begun) = 0"
        case .used: return "e.revoked_at IS NULL AND e.expires_at > \(now) AND \(begun) > 0"
        case .expired: return "e.revoked_at IS NULL AND e.expires_at <= \(now)"
        case .revoked: return "e.revoked_at IS NOT NULL"
        }
    }

    /// False when it was revoked before.
    package static func revoke(_ id: EntranceID, at now: Instant, in session: any Session) throws -> Bool {
        try session.change("UPDATE entrance SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL") == 1
    }

    /// Those of the cards that open still; answers how many.
    package static func revoke(of cards: CardIntervals, _ scope: Scope, at now: Instant, in session: any Session) throws -> Int {
        try cards.intervals.reduce(0) { count, interval in
            count
                + (try session.change(
                    """
                    UPDATE entrance SET revoked_at = \(now) WHERE \(SQLText.from(interval.lo, to: interval.hi, "subscription"))
                    AND revoked_at IS NULL AND expires_at > \(now) AND \(scope.contains(path: "path"))
                    """))
        }
    }
}
