import Registry
import SQLCore

/// A card as the rules about persons see it.
package struct PersonalCard: Sendable {
    package let subscription: Int64
    package let iccid: String
    package let province: Int64?
    /// As the product is now.
    package let product: ProductFacts
    /// nil where it has none on record.
    package let msisdn: Int64?

    package var hasOrdinaryNumber: Bool { msisdn.map(PersonalRule.isOrdinaryNumber) ?? false }
}

package enum PersonalCardRecords {
    package static func find(_ subscription: Int64, in session: any Session) throws -> PersonalCard? {
        let card = try session.first("SELECT iccid, province, product, msisdn FROM subscription WHERE id = \(subscription)") {
            (iccid: $0.text(0), province: $0.intIfAny(1), product: $0.int(2), msisdn: $0.intIfAny(3))
        }
        guard let card, let product = try ProductRecords.find(number: card.product, in: session) else { return nil }
        return PersonalCard(
            subscription: subscription, iccid: card.iccid, province: card.province, product: product.facts, msisdn: card.msisdn)
    }

    /// The cards of an interval, with the number printed on each.
    package static func cards(of interval: CardInterval, in session: any Session) throws -> [(subscription: Int64, iccid: String)] {
        try session.all("SELECT id, iccid FROM subscription WHERE \(SQLText.from(interval.lo, to: interval.hi, "id")) ORDER BY id") {
            ($0.int(0), $0.text(1))
        }
    }
}
