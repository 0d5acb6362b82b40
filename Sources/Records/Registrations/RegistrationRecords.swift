import Registry
import SQLCore

/// A registration with where it stands.
package struct StoredRegistration: Sendable {
    package let id: RegistrationID
    package let code: String
    /// In whose name: a unit's, or a person's.
    package let subject: DocumentType.Subject
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

    package init(
        id: RegistrationID, code: String, subject: DocumentType.Subject, channel: Channel, organisation: OrganisationID,
        path: OrganisationPath, createdBy: AccountID,
        createdAt: Instant, state: RegistrationState, unit: PartyID?, cards: Int64, registeredAt: Instant?, endedAt: Instant?,
        updatedAt: Instant
    ) {
        self.id = id
        self.code = code
        self.subject = subject
        self.channel = channel
        self.organisation = organisation
        self.path = path
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.state = state
        self.unit = unit
        self.cards = cards
        self.registeredAt = registeredAt
        self.endedAt = endedAt
        self.updatedAt = updatedAt
    }
}

package enum RegistrationRecords {
    private static func columns(at now: Instant) -> SQLText {
        """
        r.id, r.code, r.kind, r.channel, r.organisation, r.path, r.created_by, r.created_at,
        \(state(at: now)), s.unit, \(cards(at: now)), s.registered_at, s.ended_at, s.updated_at
        """
    }

    /// An end that is decided for a later day is none before that day.
    static func state(at now: Instant) -> SQLText {
        """
        CASE WHEN s.state = \(RegistrationState.registered.rawValue) AND s.ended_at <= \(now)
            THEN \(RegistrationState.ended.rawValue) ELSE s.state END
        """
    }

    /// For how many cards the registration answers.
    static func cards(at now: Instant) -> SQLText {
        """
        (SELECT CAST(COALESCE(SUM(c.cards), 0) AS BIGINT) FROM registration_cards c
            WHERE c.registration = s.registration AND c.effective_from <= \(now))
        """
    }

    private static func decode(_ row: any SQLRow) throws -> StoredRegistration {
        StoredRegistration(
            id: try row.identifier(0), code: row.text(1), subject: try row.raw(2), channel: try row.raw(3),
            organisation: try row.identifier(4),
            path: row.path(5), createdBy: try row.identifier(6), createdAt: row.instant(7), state: try row.raw(8),
            unit: try row.identifierIfAny(9), cards: row.int(10), registeredAt: row.instantIfAny(11), endedAt: row.instantIfAny(12),
            updatedAt: row.instant(13))
    }

    /// What the scope sees of `registration r` joined with `registration_state s`.
    static func within(_ scope: Scope) -> SQLText {
        switch scope {
        case .everything: "1 = 1"
        case .subtree(_, let path): "r.path >= \(path.text) AND r.path < \(path.upperBound)"
        case .unit(let unit, _, _): "s.unit = \(unit)"
        case .card(let seat): "r.created_by = \(seat.id)"
        // Of the registration itself it is told what its use cases look up for it.
        case .part: "1 = 0"
        }
    }

    /// When the last registration in this name ended; nil where none has.
    package static func lastEnd(of party: PartyID, in session: any Session) throws -> Instant? {
        try session.first("SELECT MAX(ended_at) FROM registration_state WHERE unit = \(party)") { $0.instantIfAny(0) } ?? nil
    }

    package static func insertState(_ id: RegistrationID, unit: PartyID?, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO registration_state (registration, state, unit, updated_at)
            VALUES (\(id), \(RegistrationState.pending.rawValue), \(unit), \(now))
            """)
    }

    package static func setUnit(_ id: RegistrationID, _ unit: PartyID, at now: Instant, in session: any Session) throws {
        try session.run("UPDATE registration_state SET unit = \(unit), updated_at = \(now) WHERE registration = \(id)")
    }

    /// Registered by a decision of `now`, which lets it answer for so many cards more (fewer when negative) from when on.
    package static func markRegistered(
        _ id: RegistrationID, cards changes: [Instant: Int64], at now: Instant, in session: any Session
    ) throws {
        for (effectiveFrom, cards) in changes where cards != 0 {
            try session.run(
                """
                INSERT INTO registration_cards (registration, effective_from, cards) VALUES (\(id), \(effectiveFrom), \(cards))
                ON CONFLICT (registration, effective_from) DO UPDATE SET cards = registration_cards.cards + excluded.cards
                """)
        }
        // It ends when the last of its cards is given up, be it by several decisions.
        try session.run(
            """
            UPDATE registration_state SET state = \(RegistrationState.registered.rawValue),
            registered_at = COALESCE(registered_at, \(now)), updated_at = \(now),
            ended_at = (SELECT CASE WHEN SUM(c.cards) = 0
                    THEN COALESCE(MAX(CASE WHEN c.cards <> 0 THEN c.effective_from END), MAX(c.effective_from)) END
                FROM registration_cards c WHERE c.registration = \(id))
            WHERE registration = \(id)
            """)
    }

    package static func mark(_ id: RegistrationID, _ state: RegistrationState, at now: Instant, in session: any Session) throws {
        try session.run("UPDATE registration_state SET state = \(state.rawValue), updated_at = \(now) WHERE registration = \(id)")
    }

    package static func find(
        _ id: RegistrationID, _ scope: Scope, at now: Instant, in session: any Session
    ) throws -> StoredRegistration? {
        try session.first(
            """
            SELECT \(columns(at: now)) FROM registration r JOIN registration_state s ON s.registration = r.id
            WHERE r.id = \(id) AND \(within(scope))
            """, decode)
    }

    /// What telling about registrations' cards needs of them: the code, in whose name, and what was handed in first for a person, where
    /// his language stands.
    package static func told(
        _ ids: [RegistrationID], in session: any Session
    ) throws -> [RegistrationID: (code: String, subject: DocumentType.Subject, content: String?)] {
        var found: [RegistrationID: (code: String, subject: DocumentType.Subject, content: String?)] = [:]
        for named in SQLText.lists(ids) {
            try session.each(
                """
                SELECT r.id, r.code, r.kind, CASE WHEN r.kind = \(DocumentType.Subject.person.rawValue) THEN
                    (SELECT s.content FROM submission s WHERE s.registration = r.id AND s.kind = \(ApplicationKind.register.rawValue)
                    ORDER BY s.id DESC LIMIT 1) END
                FROM registration r WHERE r.id IN \(named)
                """
            ) { row in
                found[try row.identifier(0)] = (row.text(1), try row.raw(2), row.textIfAny(3))
                return true
            }
        }
        return found
    }

    /// Registrations by their codes; those that have none of these, or are out of reach, are left out.
    package static func coded(_ codes: [String], _ scope: Scope, in session: any Session) throws -> [String: RegistrationID] {
        var found: [String: RegistrationID] = [:]
        for named in SQLText.lists(codes) {
            try session.each(
                """
                SELECT r.code, r.id FROM registration r JOIN registration_state s ON s.registration = r.id
                WHERE r.code IN \(named) AND \(within(scope))
                """
            ) { row in
                found[row.text(0)] = try row.identifier(1)
                return true
            }
        }
        return found
    }

    package static func list(
        _ scope: Scope, state: RegistrationState?, unit: PartyID?, code: String?, before: RegistrationID?, at now: Instant,
        limit: Int, in session: any Session
    ) throws -> [StoredRegistration] {
        var conditions = [within(scope)]
        if let state { conditions.append("\(Self.state(at: now)) = \(state.rawValue)") }
        if let unit { conditions.append("s.unit = \(unit)") }
        if let code { conditions.append("r.code = \(code)") }
        if let before { conditions.append("r.id < \(before)") }
        return try session.all(
            """
            SELECT \(columns(at: now)) FROM registration r JOIN registration_state s ON s.registration = r.id
            WHERE \(SQLText.all(conditions)) ORDER BY r.id DESC LIMIT \(limit)
            """, decode)
    }
}
