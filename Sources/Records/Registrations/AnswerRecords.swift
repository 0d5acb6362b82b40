import Registry
import SQLCore

/// What an answer says of the card itself.
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
            JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal LEFT JOIN card_life l ON l.subscription = s.id WHERE s.id = \(subscription)
            """
        ) { row in
            guard let origin = CardOrigin(rawValue: row.int(4)) else { throw UnreadableRow("subscription", "origin") }
            return Card(
                subscription: row.int(0), iccid: row.text(1), msisdn: row.intIfAny(2), carrier: try row.carrier(3),
                service: try LifeRecords.standing(row, from: 5, origin: origin))
        }
    }
}
