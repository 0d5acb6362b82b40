import Registry
import SQLCore

/// An event of a webhook's that was sent, or that was tried.
package struct StoredWebhookEvent: Hashable, Sendable {
    package let id: WebhookEventID
    package let webhook: WebhookID
    /// Of the change.
    package let number: Int64
    package let cards: CardInterval
    package let kind: CardChangeKind
    package let state: WebhookEventState
    package let tries: Int64
    package let happenedAt: Instant
    package let endedAt: Instant?
    package let failure: String?

    package init(
        id: WebhookEventID, webhook: WebhookID, number: Int64, cards: CardInterval, kind: CardChangeKind,
        state: WebhookEventState, tries: Int64, happenedAt: Instant, endedAt: Instant? = nil, failure: String? = nil
    ) {
        self.id = id
        self.webhook = webhook
        self.number = number
        self.cards = cards
        self.kind = kind
        self.state = state
        self.tries = tries
        self.happenedAt = happenedAt
        self.endedAt = endedAt
        self.failure = failure
    }

    package struct Place: Hashable, Sendable {
        package let number: Int64
        package let lo: Int64

        package init(number: Int64, lo: Int64) {
            self.number = number
            self.lo = lo
        }
    }

    package var place: Place { Place(number: number, lo: cards.lo) }
}

package enum WebhookEventRecords {
    private static let columns: SQLText = """
        e.id, e.webhook, e.number, e.lo, e.hi, e.kind, e.state, e.tries, e.happened_at, e.ended_at, e.failure
        """

    private static func decode(_ row: any SQLRow) throws -> StoredWebhookEvent {
        guard let cards = CardInterval(row.int(3), row.int(4)) else { throw UnreadableRow("webhook_event", "hi") }
        return StoredWebhookEvent(
            id: try row.identifier(0), webhook: try row.identifier(1), number: row.int(2), cards: cards,
            kind: try row.raw(5), state: try row.raw(6), tries: row.int(7), happenedAt: row.instant(8), endedAt: row.instantIfAny(9),
            failure: row.textIfAny(10))
    }

    /// What became of it at last; an event that was sent before keeps its row.
    package static func put(_ event: StoredWebhookEvent, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO webhook_event (webhook, number, lo, hi, id, kind, state, tries, happened_at, ended_at, failure)
            VALUES (\(event.webhook), \(event.number), \(event.cards.lo), \(event.cards.hi), \(event.id),
            \(event.kind.rawValue), \(event.state.rawValue), \(event.tries), \(event.happenedAt), \(event.endedAt), \(event.failure))
            ON CONFLICT (webhook, number, lo) DO UPDATE SET state = excluded.state,
                tries = webhook_event.tries + excluded.tries, ended_at = excluded.ended_at, failure = excluded.failure
            """)
    }

    package static func find(
        _ id: WebhookEventID, of webhook: WebhookID, in session: any Session
    ) throws -> StoredWebhookEvent? {
        try session.first("SELECT \(columns) FROM webhook_event e WHERE e.id = \(id) AND e.webhook = \(webhook)", decode)
    }

    /// The newest change first.
    package static func list(
        of webhook: WebhookID, state: WebhookEventState?, before: StoredWebhookEvent.Place?, limit: Int, in session: any Session
    ) throws -> [StoredWebhookEvent] {
        var conditions: [SQLText] = ["e.webhook = \(webhook)"]
        if let state { conditions.append("e.state = \(state.rawValue)") }
        if let before {
            conditions.append("e.number <= \(before.number)")
            conditions.append(
                """
                (e.number < \(before.number) OR e.lo < \(before.lo))
                """)
        }
        return try session.all(
            """
            SELECT \(columns) FROM webhook_event e WHERE \(SQLText.all(conditions))
            ORDER BY e.number DESC, e.lo DESC LIMIT \(limit)
            """, decode)
    }

    /// The cards among these of which an event before this change was not taken.
    package static func missed(
        _ cards: CardInterval, before change: StoredCardChange, of webhook: WebhookID, in session: any Session
    ) throws -> CardIntervals {
        CardIntervals(
            try session.all(
                """
                SELECT lo, hi FROM webhook_event WHERE webhook = \(webhook) AND state = \(WebhookEventState.dead.rawValue)
                    AND number < \(change.number) AND lo <= \(cards.hi) AND hi >= \(cards.lo)
                """
            ) { CardInterval(max($0.int(0), cards.lo), min($0.int(1), cards.hi)) }.compactMap(\.self))
    }

    package static func dead(in session: any Session) throws -> Int {
        // Webhook by webhook, so that those that are not dead are not walked through.
        try session.count(
            """
            SELECT CAST(COALESCE(SUM((SELECT COUNT(*) FROM webhook_event e
                WHERE e.webhook = w.id AND e.state = \(WebhookEventState.dead.rawValue))), 0) AS BIGINT) FROM webhook w
            """)
    }

    package static func areOld(endedBefore: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM webhook_event WHERE ended_at <= \(endedBefore) LIMIT 1")
    }

    /// Answers how many.
    package static func forget(endedBefore: Instant, limit: Int, in session: any Session) throws -> Int {
        try session.change(
            """
            DELETE FROM webhook_event WHERE id IN
                (SELECT id FROM webhook_event WHERE ended_at <= \(endedBefore) ORDER BY ended_at, id LIMIT \(limit))
            """)
    }
}
