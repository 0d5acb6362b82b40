import Registry
import SQLCore

/// Who answers for a subscription from when: one link of the succession.
package struct HoldingLink: Sendable {
    package let subscription: Int64
    package let ordinal: Int64
    package let effectiveFrom: Instant
    package let recordedAt: Instant
    /// nil: vacant, nobody answers from then on.
    package let registration: RegistrationID?
    package let decision: DecisionID
}

/// What a decision must know of one card.
package struct CardFacts: Sendable {
    package let subscription: Int64
    package let product: Int64
    package let msisdn: Int64?
    package var holdings = HoldingSuccession()
}

package enum HoldingRecords {
    private static func decode(_ row: any SQLRow) throws -> HoldingLink {
        HoldingLink(
            subscription: row.int(0), ordinal: row.int(1), effectiveFrom: row.instant(2), recordedAt: row.instant(3),
            registration: try row.identifierIfAny(4), decision: try row.identifier(5))
    }

    /// The link in force at `at`, as it was known at `asKnown`.
    package static func link(
        _ subscription: Int64, at: Instant, asKnown: Instant, in session: any Session
    ) throws -> HoldingLink? {
        try session.first(
            """
            SELECT subscription, ordinal, effective_from, recorded_at, registration, decision FROM holding
            WHERE subscription = \(subscription) AND effective_from <= \(at) AND recorded_at <= \(asKnown)
            ORDER BY effective_from DESC, ordinal DESC LIMIT 1
            """, decode)
    }

    /// The registration that answers at `now` for the card in `column`; NULL when none does.
    static func registration(of column: StaticString, at now: Instant) -> SQLText {
        """
        (SELECT h.registration FROM holding h WHERE h.subscription = \(fixed: column) AND h.effective_from <= \(now)
            ORDER BY h.effective_from DESC, h.ordinal DESC LIMIT 1)
        """
    }

    package static func history(_ subscription: Int64, in session: any Session) throws -> [HoldingLink] {
        try session.all(
            """
            SELECT subscription, ordinal, effective_from, recorded_at, registration, decision FROM holding
            WHERE subscription = \(subscription) ORDER BY ordinal
            """, decode)
    }

    /// The cards of an interval, in order, each with its links: two range scans merged.
    package static func facts(_ interval: ClosedRange<Int64>, in session: any Session) throws -> [CardFacts] {
        var cards = try session.all(
            """
            SELECT id, product, msisdn FROM subscription
            WHERE \(SQLText.from(interval.lowerBound, to: interval.upperBound, "id")) ORDER BY id
            """
        ) { CardFacts(subscription: $0.int(0), product: $0.int(1), msisdn: $0.intIfAny(2)) }
        var position = 0
        try session.each(
            """
            SELECT subscription, ordinal, registration, effective_from FROM holding
            WHERE \(SQLText.from(interval.lowerBound, to: interval.upperBound, "subscription")) ORDER BY subscription, ordinal
            """
        ) { row in
            let subscription = row.int(0)
            while position < cards.count, cards[position].subscription < subscription { position += 1 }
            guard position < cards.count, cards[position].subscription == subscription else { return true }
            cards[position].holdings.append(
                HoldingSuccession.Link(ordinal: row.int(1), registration: try row.identifierIfAny(2), effectiveFrom: row.instant(3)))
            return true
        }
        return cards
    }

    /// Cards for which this registration answers at `now`, within its decisions' intervals.
    package static func cards(
        of registration: RegistrationID, at now: Instant, after: Int64, limit: Int, in session: any Session
    ) throws -> [(subscription: Int64, effectiveFrom: Instant)] {
        try session.all(
            """
            SELECT h.subscription, h.effective_from FROM decision d JOIN decision_interval i ON i.decision = d.id
            JOIN holding h ON h.subscription >= i.lo AND h.subscription <= i.hi AND h.decision = d.id
            WHERE d.registration = \(registration) AND h.registration = \(registration) AND h.subscription > \(after)
            AND h.effective_from <= \(now) AND NOT EXISTS (SELECT 1 FROM holding l WHERE l.subscription = h.subscription
                AND l.effective_from <= \(now) AND (l.effective_from > h.effective_from
                    OR (l.effective_from = h.effective_from AND l.ordinal > h.ordinal)))
            ORDER BY h.subscription LIMIT \(limit)
            """
        ) { ($0.int(0), $0.instant(1)) }
    }

    /// Intervals in which the registration's cards lie; the links decide whether a card still is its.
    package static func intervals(of registration: RegistrationID, in session: any Session) throws -> [ClosedRange<Int64>] {
        try session.all(
            """
            SELECT DISTINCT i.lo, i.hi FROM decision d JOIN decision_interval i ON i.decision = d.id
            WHERE d.registration = \(registration) ORDER BY i.lo
            """
        ) { $0.int(0)...$0.int(1) }
    }

    /// The subscription that had this ICCID, number or IMSI at a time.
    package static func subscription(iccid: String, at: Instant, in session: any Session) throws -> Int64? {
        try session.first(
            """
            SELECT subscription FROM iccid_directory WHERE iccid = \(iccid) AND effective_from <= \(at) ORDER BY ordinal DESC LIMIT 1
            """
        ) { $0.int(0) }
    }

    package static func subscription(msisdn: Int64, at: Instant, in session: any Session) throws -> Int64? {
        try session.first(
            """
            SELECT subscription FROM msisdn_directory WHERE msisdn = \(msisdn) AND effective_from <= \(at) ORDER BY ordinal DESC LIMIT 1
            """
        ) { $0.int(0) }
    }

    package static func subscription(imsi: Int64, at: Instant, in session: any Session) throws -> Int64? {
        try session.first(
            """
            SELECT subscription FROM imsi_directory WHERE imsi = \(imsi) AND effective_from <= \(at) ORDER BY ordinal DESC LIMIT 1
            """
        ) { $0.int(0) }
    }
}
