import Registry
import SQLCore

/// What runs out soon among the papers of live registrations.
package enum ExpiryRecords {
    package struct Expiry: Sendable {
        package enum Matter: String, CaseIterable, Sendable {
            case document
            case authorisation
        }

        package let matter: Matter
        /// `yyyymmdd`
        package let until: Int64
        package let registration: RegistrationID
        package let registrationCode: String
        package let role: PartyRole
        package let cards: Int64
    }

    /// Where a page ended.
    package struct Position: Hashable, Sendable {
        package let until: Int64
        package let registration: RegistrationID
        package let matter: Expiry.Matter
        package let role: PartyRole

        package init(until: Int64, registration: RegistrationID, matter: Expiry.Matter, role: PartyRole) {
            self.until = until
            self.registration = registration
            self.matter = matter
            self.role = role
        }
    }

    /// Links in force only: a person who was replaced is not warned about. The soonest first, after `position`.
    package static func list(
        _ scope: Scope, until: Int64, after position: Position?, at now: Instant, limit: Int, in session: any Session
    ) throws -> [Expiry] {
        let isInForce: SQLText = """
            l.effective_from <= \(now) AND NOT EXISTS (SELECT 1 FROM role_succession later WHERE later.registration = l.registration
            AND later.role = l.role AND later.effective_from <= \(now) AND (later.effective_from > l.effective_from
                OR (later.effective_from = l.effective_from AND later.ordinal > l.ordinal)))
            AND (SELECT \(RegistrationRecords.state(at: now)) FROM registration_state s WHERE s.registration = l.registration)
                = \(RegistrationState.registered.rawValue)
            AND \(RegistrationRecords.within(scope))
            """
        // Whoever sees everything begins with what runs out, not with everybody who ever had a role.
        let join: SQLText = if case .everything = scope { "CROSS JOIN" } else { "," }
        return try session.all(
            """
            SELECT x.matter, x.until, x.id, x.code, x.role, x.cards FROM (
            SELECT \(Expiry.Matter.document.rawValue) AS matter, v.valid_until AS until, r.id AS id, r.code AS code, l.role AS role,
            \(RegistrationRecords.cards(at: now)) AS cards
            FROM identity_version v \(join) role_succession l \(join) registration r \(join) registration_state s
            WHERE v.valid_until <= \(until) AND l.identity = v.id AND r.id = l.registration AND s.registration = r.id AND \(isInForce)
            UNION ALL
            SELECT \(Expiry.Matter.authorisation.rawValue), l.authorised_until, r.id, r.code, l.role, \(RegistrationRecords.cards(at: now))
            FROM role_succession l \(join) registration r \(join) registration_state s
            WHERE l.authorised_until <= \(until) AND r.id = l.registration AND s.registration = r.id AND \(isInForce)
            ) x WHERE \(Self.after(position)) ORDER BY x.until, x.id, x.matter, x.role LIMIT \(limit)
            """
        ) { row in
            Expiry(
                matter: try row.raw(0), until: row.int(1), registration: try row.identifier(2), registrationCode: row.text(3),
                role: try row.raw(4), cards: row.int(5))
        }
    }

    private static func after(_ position: Position?) -> SQLText {
        guard let position else { return "1 = 1" }
        return """
            (x.until, x.id, x.matter, x.role)
                > (\(position.until), \(position.registration), \(position.matter.rawValue), \(position.role.rawValue))
            """
    }
}
