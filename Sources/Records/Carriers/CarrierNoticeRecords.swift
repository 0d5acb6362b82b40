import Registry
import SQLCore

package enum CarrierNotices {}
package typealias CarrierNoticeID = Identifier<CarrierNotices>

/// The inbox of what carriers send of their own accord. Rows leave with their keys.
package enum CarrierNoticeRecords {
    /// Counts one more of a notice that is there; false when it is not.
    package static func repeatIfKnown(_ connection: String, mark: [UInt8], in session: any Session) throws -> Bool {
        try session.run(
            "UPDATE carrier_notice SET repeats = repeats + 1 WHERE connection = \(connection) AND mark = \(mark)") == 1
    }

    package static func insert(
        _ id: CarrierNoticeID, connection: String, mark: [UInt8], at now: Instant, sealed: [UInt8], dataKey: [UInt8],
        in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO carrier_notice (connection, mark, id, received_at, repeats, sealed, data_key)
            VALUES (\(connection), \(mark), \(id), \(now), 0, \(sealed), \(dataKey))
            """)
    }

    package static func count(in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM carrier_notice")
    }

    /// Connection, mark and key of those received before then, oldest first.
    package static func received(
        before then: Instant, limit: Int, in session: any Session
    ) throws -> [(connection: String, mark: [UInt8], dataKey: [UInt8])] {
        try session.all(
            """
            SELECT connection, mark, data_key FROM carrier_notice WHERE received_at < \(then) ORDER BY received_at, id LIMIT \(limit)
            """
        ) { ($0.text(0), $0.blob(1), $0.blob(2)) }
    }

    package static func delete(_ connection: String, mark: [UInt8], in session: any Session) throws {
        try session.run("DELETE FROM carrier_notice WHERE connection = \(connection) AND mark = \(mark)")
    }
}
