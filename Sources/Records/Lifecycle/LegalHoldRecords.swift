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
        try spans(registration, cards: "h.subscription = \(subscription)", in: session)
    }

    /// What held, or holds, a whole registration: holds on any card it answered for, and on anybody who had a role.
    package static func spans(_ registration: RegistrationID, in session: any Session) throws -> [HoldSpan] {
        try spans(
            registration,
            cards: "EXISTS (SELECT 1 FROM holding l WHERE l.subscription = h.subscription AND l.registration = \(registration))",
            in: session)
    }

    private static func spans(_ registration: RegistrationID, cards: SQLText, in session: any Session) throws -> [HoldSpan] {
        try session.all(
            """
            \(spans) WHERE \(cards)
            UNION ALL \(spans) WHERE h.party IN (SELECT party FROM role_succession WHERE registration = \(registration))
            """
        ) { span($0, from: 0) }
    }

    private static let release: SQLText = "LEFT JOIN legal_hold_release r ON r.hold = h.id"
    private static let spans: SQLText = "SELECT h.placed_at, r.released_at FROM legal_hold h \(release)"

    /// That a hold in force is about the registration of `registration_state s`.
    static let isHeld: SQLText = """
        (EXISTS (
            SELECT 1 FROM role_succession y JOIN legal_hold h ON h.party = y.party LEFT JOIN legal_hold_release f ON f.hold = h.id
            WHERE y.registration = s.registration AND f.hold IS NULL)
        OR EXISTS (
            SELECT 1 FROM legal_hold h LEFT JOIN legal_hold_release f ON f.hold = h.id
            WHERE h.subscription IS NOT NULL AND f.hold IS NULL
            AND EXISTS (SELECT 1 FROM holding l WHERE l.subscription = h.subscription AND l.registration = s.registration)))
        """

    /// Registrations that have ended and were held, or are, with what held them; sought hold by hold, of which there are few.
    package static func heldRegistrations(
        at now: Instant, in session: any Session
    ) throws -> [RegistrationID: (endedAt: Instant, holds: [HoldSpan])] {
        let holds = try session.all("SELECT h.subscription, h.party, h.placed_at, r.released_at FROM legal_hold h \(release)") { row in
            (card: row.intIfAny(0), party: try row.identifierIfAny(1, of: Party.self), span: span(row, from: 2))
        }
        var held: [RegistrationID: (endedAt: Instant, holds: [HoldSpan])] = [:]
        for hold in holds {
            let registrations: SQLText =
                if let party = hold.party {
                    """
                    SELECT DISTINCT s.registration, s.ended_at FROM identity_version v JOIN role_succession r ON r.identity = v.id
                    JOIN registration_state s ON s.registration = r.registration WHERE v.party = \(party) AND s.ended_at <= \(now)
                    """
                } else {
                    """
                    SELECT DISTINCT s.registration, s.ended_at FROM holding l JOIN registration_state s ON s.registration = l.registration
                    WHERE l.subscription = \(hold.card) AND s.ended_at <= \(now)
                    """
                }
            try session.each(registrations) { row in
                held[try row.identifier(0), default: (row.instant(1), [])].holds.append(hold.span)
                return true
            }
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

    private static func span(_ row: any SQLRow, from column: Int) -> HoldSpan {
        HoldSpan(from: row.instant(column), until: row.instantIfAny(column + 1))
    }
}
