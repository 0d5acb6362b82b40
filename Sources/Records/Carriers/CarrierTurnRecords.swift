import Registry
import SQLCore

/// The turn of one server at a connection to a carrier: the others leave it alone.
package struct CarrierTurn: Hashable, Sendable {
    package let connection: String
    package let holder: ServerRunID
    /// No call begins later.
    package let until: Instant
    /// From when on another server may have it: nothing of this turn counts at the carrier any more.
    package let freeAt: Instant
    /// Calls that may be made until then and are not in `day`.
    package let reserved: Int64
    package let day: CarrierDay

    package init(connection: String, holder: ServerRunID, until: Instant, freeAt: Instant, reserved: Int64, day: CarrierDay) {
        self.connection = connection
        self.holder = holder
        self.until = until
        self.freeAt = freeAt
        self.reserved = reserved
        self.day = day
    }

    /// For whoever does not know which of the reserved calls were made: all of them, as late as they may have been.
    package var spent: CarrierDay {
        var spent = day
        spent.add(reserved, at: until)
        return spent
    }
}

package enum CarrierTurnRecords {
    package static func find(_ connection: String, in session: any Session) throws -> CarrierTurn? {
        try session.first(
            "SELECT holder, until_at, free_at, reserved, day FROM carrier_turn WHERE connection = \(connection)"
        ) { row in
            guard let day = CarrierDay(text: row.text(4)) else { throw UnreadableRow("carrier_turn", "day") }
            return CarrierTurn(
                connection: connection, holder: try row.identifier(0), until: row.instant(1), freeAt: row.instant(2), reserved: row.int(3),
                day: day)
        }
    }

    package static func put(_ turn: CarrierTurn, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO carrier_turn (connection, holder, until_at, free_at, reserved, day)
            VALUES (\(turn.connection), \(turn.holder), \(turn.until), \(turn.freeAt), \(turn.reserved), \(turn.day.text))
            ON CONFLICT (connection) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at, free_at = excluded.free_at,
                reserved = excluded.reserved, day = excluded.day
            """)
    }

    /// Whoever had it is gone: a second later nothing it did is counted with what is done then.
    package static func release(_ connection: String, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE carrier_turn SET until_at = \(now), free_at = \(now.adding(seconds: 1))
            WHERE connection = \(connection) AND free_at > \(now.adding(seconds: 1))
            """)
    }
}
