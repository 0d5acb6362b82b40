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
    package static func cards(scope: Scope, at now: Instant, in session: any Session) throws -> [CardCount] {
        var counts: [OrganisationID: [Carrier: (cards: Int64, registered: Int64)]] = [:]
        for part in try CustodyRecords.parts(scope: scope, in: session) {
            try session.each(
                """
                SELECT v.carrier, COUNT(*),
                    CAST(SUM(CASE WHEN \(HoldingRecords.registration(of: "s.id", at: now)) IS NULL THEN 0 ELSE 1 END) AS BIGINT)
                FROM subscription s JOIN product p ON p.id = s.product
                    JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal
                WHERE s.id >= \(part.interval.lo) AND s.id <= \(part.interval.hi) GROUP BY v.carrier
                """
            ) { row in
                var count = counts[part.custodian.organisation]?[try row.carrier(0)] ?? (0, 0)
                count.cards += row.int(1)
                count.registered += row.int(2)
                counts[part.custodian.organisation, default: [:]][try row.carrier(0)] = count
                return true
            }
        }
        return counts.flatMap { organisation, carriers in
            carriers.map { CardCount(organisation: organisation, carrier: $0, cards: $1.cards, registered: $1.registered) }
        }
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
