import Registry
import SQLCore

/// A hold as it was placed, and how it was released.
package struct StoredHold: Hashable, Sendable {
    package struct Release: Hashable, Sendable {
        package let reason: String
        package let at: Instant
        package let by: AccountID
    }

    package let id: LegalHoldID
    /// What people call it.
    package let code: String
    package let thing: HeldThing
    package let caseNumber: String
    package let reason: String
    package let placedAt: Instant
    package let placedBy: AccountID
    /// nil while it holds.
    package let release: Release?
}

package enum LegalHoldRecords {
    private static let selection: SQLText = """
        SELECT h.id, h.code, h.subscription, h.party, h.case_number, h.reason, h.placed_at, h.placed_by, r.reason, r.released_at, r.released_by
        FROM legal_hold h LEFT JOIN legal_hold_release r ON r.hold = h.id\u{20}
        """

    private static func decode(_ row: any SQLRow) throws -> StoredHold {
        let thing: HeldThing
        if let party = try row.identifierIfAny(3, of: Party.self) {
            thing = .party(party)
        } else if let card = row.intIfAny(2) {
            thing = .card(card)
        } else {
            throw UnreadableRow("legal_hold", "subscription")
        }
        let release = try row.identifierIfAny(10, of: Account.self).map { by in
            StoredHold.Release(reason: row.text(8), at: row.instant(9), by: by)
        }
        return StoredHold(
            id: try row.identifier(0), code: row.text(1), thing: thing, caseNumber: row.text(4), reason: row.text(5),
            placedAt: row.instant(6),
            placedBy: try row.identifier(7), release: release)
    }

    package static func find(_ id: LegalHoldID, in session: any Session) throws -> StoredHold? {
        try session.first(selection + "WHERE h.id = \(id)", decode)
    }

    /// The newest first.
    package static func page(before cursor: LegalHoldID?, limit: Int, in session: any Session) throws -> [StoredHold] {
        let before: SQLText = if let cursor { "h.id < \(cursor)" } else { "1 = 1" }
        return try session.all(selection + "WHERE \(before) ORDER BY h.id DESC LIMIT \(limit)", decode)
    }

    /// Those in force, and the newest of those that were released as far as there is room.
    package static func inForceFirst(limit: Int, in session: any Session) throws -> [StoredHold] {
        let inForce = try session.all(selection + "WHERE r.hold IS NULL ORDER BY h.id DESC LIMIT \(limit)", decode)
        guard inForce.count < limit else { return inForce }
        let released = try session.all(selection + "WHERE r.hold IS NOT NULL ORDER BY h.id DESC LIMIT \(limit - inForce.count)", decode)
        return inForce + released
    }

    /// What held, or holds, what was registered of a card by a registration: holds on the card, and on anybody who had a role.
    package static func spans(
        card subscription: Int64, _ registration: RegistrationID, in session: any Session
    ) throws -> [HoldSpan] {
        try session.all(
            """
            SELECT h.placed_at, r.released_at FROM legal_hold h LEFT JOIN legal_hold_release r ON r.hold = h.id
            WHERE h.subscription = \(subscription)
            UNION ALL SELECT h.placed_at, r.released_at FROM legal_hold h LEFT JOIN legal_hold_release r ON r.hold = h.id
            WHERE h.party IN (SELECT party FROM role_succession WHERE registration = \(registration))
            """, span)
    }

    /// What held, or holds, a whole registration: holds on any card it answered for, and on anybody who had a role.
    package static func spans(_ registration: RegistrationID, in session: any Session) throws -> [HoldSpan] {
        try session.all(
            """
            SELECT h.placed_at, r.released_at FROM legal_hold h LEFT JOIN legal_hold_release r ON r.hold = h.id
            WHERE EXISTS (SELECT 1 FROM holding l WHERE l.subscription = h.subscription AND l.registration = \(registration))
            UNION ALL SELECT h.placed_at, r.released_at FROM legal_hold h LEFT JOIN legal_hold_release r ON r.hold = h.id
            WHERE h.party IN (SELECT party FROM role_succession WHERE registration = \(registration))
            """, span)
    }

    /// Registrations that have ended and were held, or are; sought from the holds one by one, of which there are few.
    package static func heldRegistrations(at now: Instant, in session: any Session) throws -> [RegistrationID: Instant] {
        let cards = try session.all("SELECT DISTINCT subscription FROM legal_hold WHERE subscription IS NOT NULL") { $0.int(0) }
        let parties = try session.all("SELECT DISTINCT party FROM legal_hold WHERE party IS NOT NULL") { row -> PartyID in
            try row.identifier(0)
        }
        var held: [RegistrationID: Instant] = [:]
        func take(_ registrations: SQLText) throws {
            for (id, endedAt) in try session.all(
                registrations, { row -> (RegistrationID, Instant) in (try row.identifier(0), row.instant(1)) })
            {
                held[id] = endedAt
            }
        }
        for card in cards {
            try take(
                """
                SELECT s.registration, s.ended_at FROM holding l JOIN registration_state s ON s.registration = l.registration
                WHERE l.subscription = \(card) AND s.ended_at <= \(now)
                """)
        }
        for party in parties {
            try take(
                """
                SELECT s.registration, s.ended_at FROM identity_version v JOIN role_succession r ON r.identity = v.id
                JOIN registration_state s ON s.registration = r.registration WHERE v.party = \(party) AND s.ended_at <= \(now)
                """)
        }
        return held
    }

    /// By what those are known whom a hold is about: the one held, or everybody who had a role for the card.
    package static func identities(of thing: HeldThing, in session: any Session) throws -> [IdentityVersionID] {
        switch thing {
        case .card(let card):
            return try session.all(
                """
                SELECT DISTINCT r.identity FROM holding l JOIN role_succession r ON r.registration = l.registration
                WHERE l.subscription = \(card) AND r.identity IS NOT NULL
                """
            ) { try $0.identifier(0) }
        case .party(let party):
            return try session.all("SELECT id FROM identity_version WHERE party = \(party)") { try $0.identifier(0) }
        }
    }

    private static func span(_ row: any SQLRow) -> HoldSpan { HoldSpan(from: row.instant(0), until: row.instantIfAny(1)) }
}
