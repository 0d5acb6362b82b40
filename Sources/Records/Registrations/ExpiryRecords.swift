import Registry
import SQLCore

/// What runs out soon among the papers of live registrations.
package enum ExpiryRecords {
    package struct Expiry: Sendable {
        package enum Matter: String, Sendable {
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

    /// Links in force only: a person who was replaced is not warned about.
    package static func list(
        _ scope: Scope, until: Int64, at now: Instant, limit: Int, in session: any Session
    ) throws -> [Expiry] {
        let isInForce: SQLText = """
            l.effective_from <= \(now) AND NOT EXISTS (SELECT 1 FROM role_succession later WHERE later.registration = l.registration
            AND later.role = l.role AND later.effective_from <= \(now) AND (later.effective_from > l.effective_from
                OR (later.effective_from = l.effective_from AND later.ordinal > l.ordinal)))
            AND \(RegistrationRecords.state(at: now)) = \(RegistrationState.registered.rawValue) AND \(RegistrationRecords.within(scope))
            """
        return try session.all(
            """
            SELECT \(Expiry.Matter.document.rawValue), v.valid_until, r.id, r.code, l.role, \(RegistrationRecords.cards(at: now))
            FROM identity_version v JOIN role_succession l ON l.identity = v.id
            JOIN registration r ON r.id = l.registration JOIN registration_state s ON s.registration = r.id
            WHERE v.valid_until <= \(until) AND \(isInForce)
            UNION ALL
            SELECT \(Expiry.Matter.authorisation.rawValue), l.authorised_until, r.id, r.code, l.role, \(RegistrationRecords.cards(at: now))
            FROM role_succession l JOIN registration r ON r.id = l.registration JOIN registration_state s ON s.registration = r.id
            WHERE l.authorised_until <= \(until) AND \(isInForce)
            ORDER BY 2, 3 LIMIT \(limit)
            """
        ) { row in
            Expiry(
                matter: try row.raw(0), until: row.int(1), registration: try row.identifier(2), registrationCode: row.text(3),
                role: try row.raw(4), cards: row.int(5))
        }
    }
}
