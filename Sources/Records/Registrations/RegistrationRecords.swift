import Registry
import SQLCore

/// A registration with where it stands.
package struct StoredRegistration: Sendable {
    package let id: RegistrationID
    package let code: String
    package let channel: Channel
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let createdBy: AccountID
    package let createdAt: Instant
    package let state: RegistrationState
    package let unit: PartyID?
    package let cards: Int64
    package let registeredAt: Instant?
    package let endedAt: Instant?
    package let updatedAt: Instant
}

package enum RegistrationRecords {
    private static let columns: SQLText = """
        r.id, r.code, r.channel, r.organisation, r.path, r.created_by, r.created_at,
        s.state, s.unit, s.cards, s.registered_at, s.ended_at, s.updated_at
        """

    private static func decode(_ row: any SQLRow) throws -> StoredRegistration {
        StoredRegistration(
            id: try row.identifier(0), code: row.text(1), channel: try row.raw(2), organisation: try row.identifier(3), path: row.path(4),
            createdBy: try row.identifier(5), createdAt: row.instant(6), state: try row.raw(7), unit: try row.identifierIfAny(8),
            cards: row.int(9), registeredAt: row.instantIfAny(10), endedAt: row.instantIfAny(11), updatedAt: row.instant(12))
    }

    /// What the scope sees of `registration r` joined with `registration_state s`.
    static func within(_ scope: Scope) -> SQLText {
        switch scope {
        case .everything: "1 = 1"
        case .subtree(_, let path): "r.path >= \(path.text) AND r.path < \(path.upperBound)"
        case .unit(let unit, _, _): "s.unit = \(unit)"
        }
    }

    package static func insertState(_ id: RegistrationID, unit: PartyID?, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO registration_state (registration, state, unit, cards, updated_at)
            VALUES (\(id), \(RegistrationState.pending.rawValue), \(unit), 0, \(now))
            """)
    }

    package static func setUnit(_ id: RegistrationID, _ unit: PartyID, at now: Instant, in session: any Session) throws {
        try session.run("UPDATE registration_state SET unit = \(unit), updated_at = \(now) WHERE registration = \(id)")
    }

    /// Registered from now on, with so many cards more (negative when fewer).
    package static func markRegistered(_ id: RegistrationID, cards: Int64, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE registration_state SET state = \(RegistrationState.registered.rawValue), cards = cards + \(cards),
            registered_at = COALESCE(registered_at, \(now)), updated_at = \(now) WHERE registration = \(id)
            """)
    }

    package static func mark(
        _ id: RegistrationID, _ state: RegistrationState, endedAt: Instant? = nil, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE registration_state SET state = \(state.rawValue), ended_at = COALESCE(\(endedAt), ended_at), updated_at = \(now)
            WHERE registration = \(id)
            """)
    }

    package static func find(_ id: RegistrationID, _ scope: Scope, in session: any Session) throws -> StoredRegistration? {
        try session.first(
            """
            SELECT \(columns) FROM registration r JOIN registration_state s ON s.registration = r.id
            WHERE r.id = \(id) AND \(within(scope))
            """, decode)
    }

    package static func list(
        _ scope: Scope, state: RegistrationState?, unit: PartyID?, code: String?, before: RegistrationID?, limit: Int,
        in session: any Session
    ) throws -> [StoredRegistration] {
        var conditions = [within(scope)]
        if let state { conditions.append("s.state = \(state.rawValue)") }
        if let unit { conditions.append("s.unit = \(unit)") }
        if let code { conditions.append("r.code = \(code)") }
        if let before { conditions.append("r.id < \(before)") }
        return try session.all(
            """
            SELECT \(columns) FROM registration r JOIN registration_state s ON s.registration = r.id
            WHERE \(SQLText.all(conditions)) ORDER BY r.id DESC LIMIT \(limit)
            """, decode)
    }
}
