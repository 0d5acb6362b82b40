/// How a store behaves towards its PostgreSQL (docs/configuration.md).
package struct PostgresLimits: Hashable, Sendable {
    /// Connections, each with a thread of its own.
    package var connections = 16
    /// Serializable acts at work at the same time.
    package var serializableMax = 4
    /// Acts that may wait for a connection; more are refused at once.
    package var queueMax = 1_024
    /// How long an act waits for a connection before it is refused.
    package var waitSeconds = 5
    /// How long one statement, or silence of the server, is borne.
    package var statementSeconds = 30
    /// The same for counts over all cards: somebody waits for them, and nothing else ends them.
    package var countSeconds = 600
    /// The same for a check of the store and steps of the schema.
    package var longStatementMinutes = 360
    /// How long connecting to one host may take.
    package var connectSeconds = 3
    /// How long an act is tried anew after a serialization failure or a lost connection.
    package var retrySeconds = 10
    /// Hash partitions of the tables that grow with the cards; fixed when the schema is made.
    package var partitions = 16
    /// How long a replica may take for one statement, or be silent, before the primary answers in its stead.
    package var replicaSeconds = 3
    /// Connection string of standbys that answer what may be old; nil: there are none.
    package var replicas: String?
    /// Where the tables are; nil: as the connection's search path says.
    package var schema: String?

    /// Whether no other store may be open on this database.
    package var isExclusive = false

    package init() {}

    /// Those that an operator may set, with their names.
    package static var named: [(String, WritableKeyPath<PostgresLimits, Int>)] {
        [
            ("connections", \.connections), ("serializable-max", \.serializableMax), ("queue-max", \.queueMax),
            ("wait-seconds", \.waitSeconds),
            ("statement-seconds", \.statementSeconds), ("count-seconds", \.countSeconds),
            ("long-statement-minutes", \.longStatementMinutes),
            ("connect-seconds", \.connectSeconds), ("retry-seconds", \.retrySeconds),
            ("partitions", \.partitions), ("replica-seconds", \.replicaSeconds),
        ]
    }
}
