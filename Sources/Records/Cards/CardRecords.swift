import Registry
import SQLCore

/// A card as staff see it. Its numbers are the stock's, not personal data.
package struct CardRecord: Hashable, Sendable {
    package let subscription: Int64
    package let iccid: String
    package let msisdn: Int64?
    package let imsi: Int64?
    package let eid: String?
    package let product: ProductCode
    package let productName: String
    package let carrier: Carrier
    /// GB/T 2260, two digits.
    package let province: Int64?
    package let origin: CardOrigin
    package let recordedAt: Instant
    package let intake: IntakeID?
    package let batch: String
    package let custodian: Custodian?
    /// The registration that answers for it now.
    package let registration: RegistrationID?
    /// Where its service stands.
    package let service: LifeStanding
}

/// What a list of cards is narrowed to.
package struct CardFilter: Hashable, Sendable {
    package var batch: String?
    package var organisation: OrganisationID?
    package var product: ProductCode?
    package var province: Int64?
    package var isRegistered: Bool?

    package init(
        batch: String? = nil, organisation: OrganisationID? = nil, product: ProductCode? = nil, province: Int64? = nil,
        isRegistered: Bool? = nil
    ) {
        self.batch = batch
        self.organisation = organisation
        self.product = product
        self.province = province
        self.isRegistered = isRegistered
    }
}

package enum CardRecords {
    package static func find(_ subscription: Int64, scope: Scope, at now: Instant, in session: any Session) throws -> CardRecord? {
        guard try CardReach.contains(subscription, scope: scope, at: now, in: session) else { return nil }
        return try session.first(selection(at: now) + "WHERE s.id = \(subscription)", decode)
    }

    /// By subscription, after `cursor`.
    package static func page(
        after cursor: Int64, filter: CardFilter, scope: Scope, at now: Instant, limit: Int, in session: any Session
    ) throws -> [CardRecord] {
        var reach = try CardReach.all(scope, in: session)
        func narrow(to intervals: CardIntervals) { reach = reach?.intersection(intervals) ?? intervals }
        if let batch = filter.batch { narrow(to: try blocks(of: batch, in: session)) }
        if let organisation = filter.organisation {
            narrow(to: CardIntervals(try CustodyRecords.parts(scope: scope, organisation: organisation, in: session).map(\.interval)))
        }
        if let after = CardInterval(cursor + 1, .max - 1) {
            narrow(to: CardIntervals(after))
        }
        let conditions = conditions(filter, scope: scope, at: now)
        var cards: [CardRecord] = []
        for interval in reach?.intervals ?? [] where cards.count < limit {
            cards += try session.all(
                selection(at: now) + """
                    WHERE s.id >= \(interval.lo) AND s.id <= \(interval.hi) AND \(conditions)
                    ORDER BY s.id LIMIT \(limit - cards.count)
                    """, decode)
        }
        return cards
    }

    private static func conditions(_ filter: CardFilter, scope: Scope, at now: Instant) -> SQLText {
        var conditions = [CardReach.condition(scope, subscription: "s.id", at: now)]
        if let product = filter.product { conditions.append("p.code = \(product.text)") }
        if let province = filter.province { conditions.append("s.province = \(province)") }
        if let isRegistered = filter.isRegistered {
            let registration = HoldingRecords.registration(of: "s.id", at: now)
            conditions.append(isRegistered ? "\(registration) IS NOT NULL" : "\(registration) IS NULL")
        }
        return .all(conditions)
    }

    private static func blocks(of batch: String, in session: any Session) throws -> CardIntervals {
        CardIntervals(
            try session.all("SELECT lo, hi FROM intake_block WHERE batch = \(batch) ORDER BY lo") { CardInterval($0.int(0), $0.int(1)) }
                .compactMap { $0 })
    }

    private static func selection(at now: Instant) -> SQLText {
        """
        SELECT s.id, \(SIMRecords.current), s.msisdn, s.imsi, s.eid, p.code, v.name, v.carrier, s.province, s.origin, s.recorded_at,
            b.intake, b.batch, c.organisation, c.path, c.standing, \(HoldingRecords.registration(of: "s.id", at: now)), l.state, l.stops
        FROM subscription s JOIN product p ON p.id = s.product
            JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal
            LEFT JOIN intake_block b ON b.lo = (SELECT MAX(lo) FROM intake_block WHERE lo <= s.id) AND b.hi >= s.id
            LEFT JOIN custody_current c ON c.lo = (SELECT MAX(lo) FROM custody_current WHERE lo <= s.id) AND c.hi >= s.id
            LEFT JOIN card_life l ON l.subscription = s.id 
        """
    }

    private static func decode(_ row: any SQLRow) throws -> CardRecord {
        guard let product = ProductCode(row.text(5)) else { throw UnreadableRow("product", "code") }
        guard let origin = CardOrigin(rawValue: row.int(9)) else { throw UnreadableRow("subscription", "origin") }
        let custodian =
            try row.isNull(13)
            ? nil : Custodian(organisation: row.identifier(13), path: row.path(14), standing: row.raw(15))
        return CardRecord(
            subscription: row.int(0), iccid: row.text(1), msisdn: row.intIfAny(2), imsi: row.intIfAny(3), eid: row.textIfAny(4),
            product: product, productName: row.text(6), carrier: try row.carrier(7), province: row.intIfAny(8), origin: origin,
            recordedAt: row.instant(10), intake: try row.identifierIfAny(11), batch: row.text(12), custodian: custodian,
            registration: try row.identifierIfAny(16), service: try LifeRecords.standing(row, from: 17, origin: origin))
    }
}
