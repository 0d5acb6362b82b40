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
    package var carrier: Carrier?
    package var province: Int64?
    package var isRegistered: Bool?
    package var state: ServiceState?
    /// Among the reasons for which it is stopped.
    package var stop: StopReason?
    /// In whose name it is registered, by a registration within scope.
    package var unit: PartyID?

    package init(
        batch: String? = nil, organisation: OrganisationID? = nil, product: ProductCode? = nil, carrier: Carrier? = nil,
        province: Int64? = nil, isRegistered: Bool? = nil, state: ServiceState? = nil, stop: StopReason? = nil, unit: PartyID? = nil
    ) {
        self.batch = batch
        self.organisation = organisation
        self.product = product
        self.carrier = carrier
        self.province = province
        self.isRegistered = isRegistered
        self.state = state
        self.stop = stop
        self.unit = unit
    }
}

/// Cards that meet a list's conditions.
package struct CardsFound: Sendable {
    package var cards: [CardRecord] = []
    /// The last card that was looked at, where that was not enough to find as many as were asked for and there is more to look at.
    package var lookedUpTo: Int64?
}

package enum CardRecords {
    package static func find(_ subscription: Int64, scope: Scope, at now: Instant, in session: any Session) throws -> CardRecord? {
        guard try CardReach.contains(subscription, scope: scope, at: now, in: session) else { return nil }
        return try session.first(selection(at: now) + "WHERE s.id = \(subscription)", decode)
    }

    /// These cards, whosever they are, in no order; as many as a statement names.
    package static func all(_ subscriptions: [Int64], at now: Instant, in session: any Session) throws -> [CardRecord] {
        guard !subscriptions.isEmpty else { return [] }
        return try session.all(selection(at: now) + "WHERE s.id IN \(SQLText.list(subscriptions))", decode)
    }

    /// By subscription, after `cursor`. No more than `lookedMax` cards are looked at: where few of them meet the conditions it ends early.
    package static func page(
        after cursor: Int64, filter: CardFilter, scope: Scope, at now: Instant, limit: Int, lookedMax: Int, in session: any Session
    ) throws -> CardsFound {
        let (reach, upTo) = try reach(after: cursor, filter, scope, in: session)
        let conditions = conditions(filter, scope: scope, at: now)
        var found = CardsFound()
        var room = Int64(lookedMax)
        for interval in reach.intervals where found.cards.count < limit {
            guard room > 0 else { return found }
            let last = interval.count <= room ? interval.hi : interval.lo + room - 1
            found.cards += try session.all(
                selection(at: now) + """
                    WHERE \(SQLText.from(interval.lo, to: last, "s.id")) AND \(conditions)
                    ORDER BY s.id LIMIT \(limit - found.cards.count)
                    """, decode)
            found.lookedUpTo = last
            // A stretch costs its statement, however few cards it has.
            room -= max(last - interval.lo + 1, stretchCost)
            if last < interval.hi, found.cards.count < limit { return found }
        }
        found.lookedUpTo = found.cards.count < limit ? upTo : nil
        return found
    }

    /// As many cards' worth as asking for one more stretch of them.
    private static let stretchCost: Int64 = 100

    /// Where cards may lie that are within scope and meet what stretches can tell, after `cursor`. `upTo`: where more of them may lie beyond,
    /// the last card before that.
    private static func reach(
        after cursor: Int64, _ filter: CardFilter, _ scope: Scope, in session: any Session
    ) throws -> (cards: CardIntervals, upTo: Int64?) {
        let last = try session.first("SELECT MAX(id) FROM subscription") { $0.intIfAny(0) ?? 0 } ?? 0
        guard let rest = CardInterval(cursor + 1, last) else { return (.none, nil) }
        var reach = CardIntervals(rest)
        if let within = try CardReach.all(scope, in: session) { reach = reach.intersection(within) }
        if let batch = filter.batch { reach = reach.intersection(try blocks(of: batch, in: session)) }
        if let organisation = filter.organisation {
            reach = reach.intersection(
                CardIntervals(try CustodyRecords.parts(scope: scope, organisation: organisation, in: session).map(\.interval)))
        }
        if let unit = filter.unit {
            reach = reach.intersection(try CardReach.registered(for: unit, knownTo: scope, after: cursor, in: session))
        }
        guard let first = reach.intervals.first?.lo, let end = reach.intervals.last?.hi,
            filter.product != nil || filter.carrier != nil || filter.province != nil
        else {
            return (reach, nil)
        }
        let kinds = try BlockKinds.stretches(
            product: filter.product, carrier: filter.carrier, province: filter.province, from: first, in: session)
        return (reach.intersection(kinds.cards), kinds.upTo.flatMap { $0 < end ? $0 : nil })
    }

    private static func conditions(_ filter: CardFilter, scope: Scope, at now: Instant) -> SQLText {
        var conditions = [CardReach.condition(scope, subscription: "s.id", at: now)]
        if let product = filter.product { conditions.append("p.code = \(product.text)") }
        if let carrier = filter.carrier { conditions.append("v.carrier = \(carrier)") }
        if let province = filter.province { conditions.append("s.province = \(province)") }
        if let isRegistered = filter.isRegistered {
            let registration = HoldingRecords.registration(of: "s.id", at: now)
            conditions.append(isRegistered ? "\(registration) IS NOT NULL" : "\(registration) IS NULL")
        }
        if let state = filter.state { conditions.append("\(LifeRecords.state(origin: "s.origin")) = \(state.rawValue)") }
        if let stop = filter.stop { conditions.append("l.stops & \(StopReasons([stop]).rawValue) <> 0") }
        if let unit = filter.unit { conditions.append(CardReach.isHeld(by: unit, knownTo: scope, subscription: "s.id", at: now)) }
        return .all(conditions)
    }

    /// The cards that came in under a batch label, whoever has them.
    static func blocks(of batch: String, in session: any Session) throws -> CardIntervals {
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
