import Registry
import SQLCore

/// Cards in one organisation's hands, of one carrier.
package struct CardCount: Hashable, Sendable {
    package let organisation: OrganisationID
    package let carrier: Carrier
    package let cards: Int64
    /// For which a registration answers now.
    package let registered: Int64
}

/// Cards that decisions of one day registered, by the way they came.
package struct RegisteredCount: Hashable, Sendable {
    /// Days since 1970, in China.
    package let day: Int64
    package let channel: Channel
    package let cards: Int64
}

/// Counts over everything in scope: each looks at every card, or every decision since a day.
package enum FigureRecords {
    /// Two walks over each stretch, one over its cards and one over the links that say who answers for them: to seek the link in force card
    /// by card took PostgreSQL three seconds for a million cards of which few have any.
    package static func cards(scope: Scope, at now: Instant, in session: any Session) throws -> [CardCount] {
        var counts: [OrganisationID: [Carrier: (cards: Int64, registered: Int64)]] = [:]
        for part in try CustodyRecords.parts(scope: scope, in: session) {
            try session.each(byCarrier(part.interval, at: now)) { row in
                let carrier = try row.carrier(0)
                counts[part.custodian.organisation, default: [:]][carrier, default: (0, 0)].cards += row.int(1)
                counts[part.custodian.organisation, default: [:]][carrier, default: (0, 0)].registered += row.int(2)
                return true
            }
        }
        return counts.flatMap { organisation, carriers in
            carriers.map { CardCount(organisation: organisation, carrier: $0, cards: $1.cards, registered: $1.registered) }
        }
    }

    /// All cards by product, and below them those whose link in force names a registration: no link that began by now begins later than it.
    private static func byCarrier(_ interval: CardInterval, at now: Instant) -> SQLText {
        """
        SELECT v.carrier, c.cards, c.registered FROM (
            SELECT s.product, COUNT(*) AS cards, 0 AS registered FROM subscription s
            WHERE s.id >= \(interval.lo) AND s.id <= \(interval.hi) GROUP BY s.product
            UNION ALL
            SELECT s.product, 0 AS cards, COUNT(*) AS registered FROM holding h JOIN subscription s ON s.id = h.subscription
            WHERE h.subscription >= \(interval.lo) AND h.subscription <= \(interval.hi)
                AND h.effective_from <= \(now) AND h.registration IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM holding l WHERE l.subscription = h.subscription
                    AND l.subscription >= \(interval.lo) AND l.subscription <= \(interval.hi) AND l.effective_from <= \(now)
                    AND (l.effective_from > h.effective_from OR (l.effective_from = h.effective_from AND l.ordinal > h.ordinal)))
            GROUP BY s.product) AS c
        JOIN product p ON p.id = c.product JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal
        """
    }

    package static func registered(scope: Scope, since: Instant, in session: any Session) throws -> [RegisteredCount] {
        // China's day begins eight hours before that of UTC.
        try session.all(
            """
            SELECT (d.decided_at + 28800000) / 86400000 AS day, r.channel, CAST(SUM(d.cards_registered) AS BIGINT)
            FROM decision d JOIN submission u ON u.id = d.submission JOIN registration r ON r.id = d.registration
                JOIN registration_state s ON s.registration = r.id
            WHERE d.verdict = 'approve' AND d.decided_at >= \(since) AND u.kind IN ('register', 'add-cards')
                AND \(RegistrationRecords.within(scope))
            GROUP BY (d.decided_at + 28800000) / 86400000, r.channel
            """
        ) { row in RegisteredCount(day: row.int(0), channel: try row.raw(1), cards: row.int(2)) }
    }
}
