import Registry
import SQLCore

package enum CarrierNotices {}
package typealias CarrierNoticeID = Identifier<CarrierNotices>

/// The inbox of what carriers send of their own accord. Rows leave with their keys.
package enum CarrierNoticeRecords {
    /// Counts one more of a notice that is there, to be looked into again: a carrier may say the same of another time. False when it is not.
    package static func repeatIfKnown(_ connection: String, mark: [UInt8], in session: any Session) throws -> Bool {
        try session.change(
            "UPDATE carrier_notice SET repeats = repeats + 1, read_at = NULL WHERE connection = \(connection) AND mark = \(mark)") == 1
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

    package struct Unread: Sendable {
        package let connection: String
        package let mark: [UInt8]
        package let id: CarrierNoticeID
        package let sealed: [UInt8]
        package let dataKey: [UInt8]
    }

    /// Those nobody has looked into, the longest received first.
    package static func unread(limit: Int, in session: any Session) throws -> [Unread] {
        try session.all(
            """
            SELECT connection, mark, id, sealed, data_key FROM carrier_notice WHERE read_at IS NULL ORDER BY received_at, id LIMIT \(limit)
            """
        ) { Unread(connection: $0.text(0), mark: $0.blob(1), id: try $0.identifier(2), sealed: $0.blob(3), dataKey: $0.blob(4)) }
    }

    package static func markRead(_ connection: String, mark: [UInt8], at now: Instant, in session: any Session) throws {
        try session.run("UPDATE carrier_notice SET read_at = \(now) WHERE connection = \(connection) AND mark = \(mark)")
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
