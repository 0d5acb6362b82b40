import Registry
import SQLCore

/// An agreement between the operating company and an agent for one carrier, in one version (R-AF-01).
package struct ContractRecord: Hashable, Sendable {
    package let id: ContractID
    package let agent: OrganisationID
    package let carrier: Carrier
    package let version: String
    /// `yyyymmdd`, both days included; `validUntil` 99991231 is open-ended (长期).
    package let validFrom: Int64
    package let validUntil: Int64
    /// The agent's registration duties, and what follows a breach, as the agreement words them.
    package let duties: String
    package let breachHandling: String
    package let recordedAt: Instant
    package let recordedBy: AccountID

    package init(
        id: ContractID, agent: OrganisationID, carrier: Carrier, version: String, validFrom: Int64, validUntil: Int64, duties: String,
        breachHandling: String, recordedAt: Instant, recordedBy: AccountID
    ) {
        self.id = id
        self.agent = agent
        self.carrier = carrier
        self.version = version
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.duties = duties
        self.breachHandling = breachHandling
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
    }

    /// In the order of `RegisteredTable.contract`.
    package var row: [any SQLBindable] {
        [id, agent, carrier, version, validFrom, validUntil, duties, breachHandling, recordedAt, recordedBy]
    }
}

/// Contracts are never changed: a new version is a new row.
package enum ContractRecords {
    private static let columns: SQLText =
        "id, agent, carrier, version, valid_from, valid_until, duties, breach_handling, recorded_at, recorded_by"

    package static func find(agent: OrganisationID, carrier: Carrier, version: String, in session: any Session) throws -> ContractRecord? {
        try session.first(
            "SELECT \(columns) FROM contract WHERE agent = \(agent) AND carrier = \(carrier) AND version = \(version)", decode)
    }

    /// In the order of their recording; the caller has seen to it that the agent is in scope.
    package static func list(
        agent: OrganisationID, carrier: Carrier?, after: ContractID?, limit: Int, in session: any Session
    ) throws -> [ContractRecord] {
        var conditions: [SQLText] = ["agent = \(agent)"]
        if let carrier { conditions.append("carrier = \(carrier)") }
        if let after { conditions.append("id > \(after)") }
        return try session.all("SELECT \(columns) FROM contract WHERE \(SQLText.all(conditions)) ORDER BY id LIMIT \(limit)", decode)
    }

    /// The contract that holds on a day (`yyyymmdd`): of those whose validity includes it, the one recorded last.
    package static func inForce(agent: OrganisationID, carrier: Carrier, on day: Int64, in session: any Session) throws -> ContractRecord? {
        try session.first(
            """
            SELECT \(columns) FROM contract WHERE agent = \(agent) AND carrier = \(carrier)
            AND valid_from <= \(day) AND valid_until >= \(day) ORDER BY recorded_at DESC, id DESC LIMIT 1
            """, decode)
    }

    /// Contracts of agents within scope whose last day is `until` (`yyyymmdd`) or before, the soonest first: of an agent that goes on, and where no
    /// contract with the same carrier lasts longer. With each the agent's name.
    package static func ending(
        _ scope: Scope, until: Int64, limit: Int, in session: any Session
    ) throws -> [(contract: ContractRecord, agentName: String)] {
        try session.all(
            """
            SELECT c.id, c.agent, c.carrier, c.version, c.valid_from, c.valid_until, c.duties, c.breach_handling, c.recorded_at, c.recorded_by,
                o.name
            FROM contract c JOIN organisation o ON o.id = c.agent
            WHERE c.valid_until <= \(until) AND o.status <> \(OrganisationStatus.ended.rawValue) AND \(scope.contains(path: "o.path"))
            AND NOT EXISTS (SELECT 1 FROM contract n WHERE n.agent = c.agent AND n.carrier = c.carrier
                AND (n.valid_until > c.valid_until OR (n.valid_until = c.valid_until AND n.id > c.id)))
            ORDER BY c.valid_until, c.id LIMIT \(limit)
            """
        ) { (try decode($0), $0.text(10)) }
    }

    private static func decode(_ row: any SQLRow) throws -> ContractRecord {
        ContractRecord(
            id: try row.identifier(0), agent: try row.identifier(1), carrier: try row.carrier(2), version: row.text(3),
            validFrom: row.int(4), validUntil: row.int(5), duties: row.text(6), breachHandling: row.text(7),
            recordedAt: row.instant(8), recordedBy: try row.identifier(9))
    }
}
