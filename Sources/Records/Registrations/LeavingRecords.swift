import Registry
import SQLCore

/// Responsible persons of units whom another follows on a day that is decided already.
package enum LeavingRecords {
    package struct Leaving: Sendable {
        /// When the other begins.
        package let at: Instant
        package let registration: RegistrationID
        package let registrationCode: String
        package let cards: Int64
    }

    /// Of registrations in force, the soonest first. Units' registrations alone are looked through: those of persons have no
    /// responsible person.
    package static func list(
        _ scope: Scope, until: Instant, at now: Instant, limit: Int, in session: any Session
    ) throws -> [Leaving] {
        let join: SQLText = if case .everything = scope { "CROSS JOIN" } else { "," }
        // Less than any unit: whoever has none is passed over by the index.
        let least = [UInt8](repeating: 0, count: 16)
        return try session.all(
            """
            SELECT l.effective_from, r.id, r.code, \(RegistrationRecords.cards(at: now))
            FROM registration_state s \(join) registration r \(join) role_succession l
            WHERE s.unit > \(least) AND r.id = s.registration AND l.registration = s.registration
                AND l.role = \(PartyRole.responsiblePerson.rawValue) AND l.effective_from > \(now) AND l.effective_from <= \(until)
                AND EXISTS (SELECT 1 FROM role_succession b WHERE b.registration = l.registration AND b.role = l.role
                    AND b.effective_from <= \(now))
                AND \(RegistrationRecords.state(at: now)) = \(RegistrationState.registered.rawValue)
                AND \(RegistrationRecords.within(scope))
            ORDER BY l.effective_from, r.id LIMIT \(limit)
            """
        ) { row in
            Leaving(at: row.instant(0), registration: try row.identifier(1), registrationCode: row.text(2), cards: row.int(3))
        }
    }
}
