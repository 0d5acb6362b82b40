import Registry
import SQLCore

/// What an answer says of a card and of whoever answers for it, in as few questions as it takes.
package enum AnswerRecords {
    package struct Card: Sendable {
        package let subscription: Int64
        package let iccid: String
        package let msisdn: Int64?
        package let carrier: Carrier
        /// Where its service stands now.
        package let service: LifeStanding
    }

    package static func card(_ subscription: Int64, in session: any Session) throws -> Card? {
        try session.first(
            """
            SELECT s.id, \(SIMRecords.current), s.msisdn, v.carrier, s.origin, l.state, l.stops
            FROM subscription s JOIN product p ON p.id = s.product
            JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal LEFT JOIN card_life l ON l.subscription = \(subscription)
            WHERE s.id = \(subscription)
            """
        ) { row in
            guard let origin = CardOrigin(rawValue: row.int(4)) else { throw UnreadableRow("subscription", "origin") }
            return Card(
                subscription: row.int(0), iccid: row.text(1), msisdn: row.intIfAny(2), carrier: try row.carrier(3),
                service: try LifeRecords.standing(row, from: 5, origin: origin))
        }
    }

    /// The registration under which somebody answers.
    package struct Registered: Sendable {
        package let code: String
        package let path: OrganisationPath
        package let createdBy: AccountID
        package let unit: PartyID?
        /// Its public facts.
        package let entry: UnitEntry?
    }

    package static func registered(_ id: RegistrationID, in session: any Session) throws -> Registered? {
        try session.first(
            """
            SELECT r.code, r.path, r.created_by, s.unit, u.code, u.name FROM registration r
            JOIN registration_state s ON s.registration = r.id LEFT JOIN unit_directory u ON u.party = s.unit WHERE r.id = \(id)
            """
        ) { row in
            let unit: PartyID? = try row.identifierIfAny(3)
            let entry = unit.flatMap { unit in row.isNull(4) ? nil : UnitEntry(party: unit, code: row.text(4), name: row.text(5)) }
            return Registered(code: row.text(0), path: row.path(1), createdBy: try row.identifier(2), unit: unit, entry: entry)
        }
    }

    /// What was handed in for the decision by which somebody answers.
    package struct Submitted: Sendable {
        package let content: String
        package let agentChain: String
    }

    package static func submitted(for decision: DecisionID, in session: any Session) throws -> Submitted? {
        try session.first(
            "SELECT s.content, s.agent_chain FROM decision d JOIN submission s ON s.id = d.submission WHERE d.id = \(decision)"
        ) { Submitted(content: $0.text(0), agentChain: $0.text(1)) }
    }

    package static func evidence(for decision: DecisionID, in session: any Session) throws -> [EvidenceID] {
        try session.all(
            """
            SELECT e.evidence FROM decision d JOIN submission_evidence e ON e.submission = d.submission WHERE d.id = \(decision)
            ORDER BY e.slot, e.evidence
            """
        ) { try $0.identifier(0) }
    }

    /// A person in a role, with what is sealed of him.
    package struct Named: Sendable {
        package let party: PartyID?
        package let since: Instant
        package let identity: StoredIdentity?
    }

    /// The persons in the roles of a registration at `at`, as known at `asKnown`; which link of each role counts, `RoleRecords.inForce` says.
    package static func named(
        _ registration: RegistrationID, at: Instant, asKnown: Instant, in session: any Session
    ) throws -> [PartyRole: Named] {
        var newest: [PartyRole: Named] = [:]
        try session.each(
            """
            SELECT \(PartyRecords.columns), r.role, r.party, r.effective_from FROM role_succession r
            LEFT JOIN identity_version v ON v.id = r.identity LEFT JOIN data_key k ON k.id = v.data_key
            WHERE r.registration = \(registration) AND r.role <> \(PartyRole.unit.rawValue)
            AND r.effective_from <= \(at) AND r.recorded_at <= \(asKnown) ORDER BY r.role, r.effective_from, r.ordinal
            """
        ) { row in
            newest[try row.raw(11)] = Named(
                party: try row.identifierIfAny(12), since: row.instant(13), identity: row.isNull(0) ? nil : try PartyRecords.decode(row))
            return true
        }
        return newest
    }
}
