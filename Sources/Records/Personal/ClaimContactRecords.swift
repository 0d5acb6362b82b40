import Registry
import SQLCore

/// How those are reached who say that a card which stands in another's name is theirs: sealed, for as long as the card's case is open.
package enum ClaimContactRecords {
    package struct Contact: Hashable, Sendable {
        package let id: [UInt8]
        package let sealed: [UInt8]
        package let key: [UInt8]
        package let leftAt: Instant

        package init(id: [UInt8], sealed: [UInt8], key: [UInt8], leftAt: Instant) {
            self.id = id
            self.sealed = sealed
            self.key = key
            self.leftAt = leftAt
        }
    }

    package static func insert(_ contact: Contact, of subscription: Int64, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO claim_contact (subscription, id, sealed, data_key, left_at)
            VALUES (\(subscription), \(contact.id), \(contact.sealed), \(contact.key), \(contact.leftAt))
            """)
    }

    /// The oldest first.
    package static func all(of subscription: Int64, in session: any Session) throws -> [Contact] {
        try session.all(
            "SELECT id, sealed, data_key, left_at FROM claim_contact WHERE subscription = \(subscription) ORDER BY left_at, id"
        ) { Contact(id: $0.blob(0), sealed: $0.blob(1), key: $0.blob(2), leftAt: $0.instant(3)) }
    }

    package static func forget(of subscription: Int64, in session: any Session) throws {
        try session.run("DELETE FROM claim_contact WHERE subscription = \(subscription)")
    }
}
