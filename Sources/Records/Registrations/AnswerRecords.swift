import Registry
import SQLCore

/// What an answer says of the card itself.
package enum AnswerRecords {
    package struct Card: Sendable {
        package let subscription: Int64
        package let iccid: String
        package let msisdn: Int64?
        package let carrier: Carrier
    }

    package static func card(_ subscription: Int64, in session: any Session) throws -> Card? {
        try session.first(
            """
            SELECT s.id, s.iccid, s.msisdn, v.carrier FROM subscription s JOIN product p ON p.id = s.product
            JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal WHERE s.id = \(subscription)
            """
        ) { row in
            Card(subscription: row.int(0), iccid: row.text(1), msisdn: row.intIfAny(2), carrier: try row.carrier(3))
        }
    }
}
