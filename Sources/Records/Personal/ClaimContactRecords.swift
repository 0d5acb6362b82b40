import Registry
import SQLCore

/// How those are reached who say that a card which stands in another's name is theirs: sealed, for as long as the card's case is open.
package enum ClaimContactRecords {
    package struct Contact: Hashable, Sendable {
        package let subscription: Int64
        package let id: [UInt8]
        package let sealed: [UInt8]
        package let key: [UInt8]
        package let leftAt: Instant

        package init(subscription: Int64, id: [UInt8], sealed: [UInt8], key: [UInt8], leftAt: Instant) {
            self.subscription = subscription
            self.id = id
            self.sealed = sealed
            self.key = key
            self.leftAt = leftAt
        }
    }

    package static func insert(_ contact: Contact, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO claim_contact (subscription, id, sealed, data_key, left_at)
            VALUES (\(contact.subscription), \(contact.id), \(contact.sealed), \(contact.key), \(contact.leftAt))
            """)
    }

    /// The oldest first.
    package static func all(of subscription: Int64, in session: any Session) throws -> [Contact] {
        try session.all(
            "SELECT \(columns) FROM claim_contact WHERE subscription = \(subscription) ORDER BY left_at, id", decode)
    }

    /// Left up to then, the oldest first.
    package static func left(until last: Instant, limit: Int, in session: any Session) throws -> [Contact] {
        try session.all(
            "SELECT \(columns) FROM claim_contact WHERE left_at <= \(last) ORDER BY left_at LIMIT \(limit)", decode)
    }

    private static let columns: SQLText = "subscription, id, sealed, data_key, left_at"

    private static func decode(_ row: any SQLRow) -> Contact {
        Contact(subscription: row.int(0), id: row.blob(1), sealed: row.blob(2), key: row.blob(3), leftAt: row.instant(4))
    }

    package static func forget(_ contact: Contact, in session: any Session) throws {
        try session.run("DELETE FROM claim_contact WHERE subscription = \(contact.subscription) AND id = \(contact.id)")
    }
}
