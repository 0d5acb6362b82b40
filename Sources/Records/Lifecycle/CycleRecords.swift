import Registry
import SQLCore

/// How the cancellation cycles began of cards that are in one, or were cancelled by it.
package enum CycleRecords {
    package struct Cycle: Hashable, Sendable {
        package let subscription: Int64
        package let begin: CycleBegin
        /// Its card is cancelled.
        package let isOver: Bool
        /// Since when the card is here: use from before was another's.
        package let takenAt: Instant
        package let product: Int64
        package let province: Int64?
    }

    /// How many cards a statement names.
    private static let namedMax = 400
    private static let states = SQLText.list([ServiceState.cancelling.rawValue, ServiceState.cancelled.rawValue])

    /// Of those among the cards that have one.
    package static func of(_ cards: [Int64], in session: any Session) throws -> [Cycle] {
        var found: [Cycle] = []
        for start in stride(from: 0, to: cards.count, by: namedMax) {
            let named = SQLText.list(Array(cards[start..<min(start + namedMax, cards.count)]))
            let rows = try session.all(
                """
                SELECT l.subscription, l.state, s.recorded_at, s.product, s.province FROM card_life l JOIN subscription s ON s.id = l.subscription
                WHERE l.subscription IN \(named) AND l.state IN \(states) ORDER BY l.subscription
                """
            ) {
                (
                    card: $0.int(0), isOver: $0.int(1) == ServiceState.cancelled.rawValue, takenAt: $0.instant(2), product: $0.int(3),
                    province: $0.intIfAny(4)
                )
            }
            for row in rows {
                guard let begin = try begin(of: row.card, in: session) else { continue }
                found.append(
                    Cycle(
                        subscription: row.card, begin: begin, isOver: row.isOver, takenAt: row.takenAt, product: row.product,
                        province: row.province))
            }
        }
        return found
    }

    private static func begin(of card: Int64, in session: any Session) throws -> CycleBegin? {
        try session.first(
            """
            SELECT e.effective_from, e.stops, a.command, a.recorded_by FROM life_event e JOIN life_act a ON a.id = e.act
            WHERE e.subscription = \(card) AND e.ordinal = 1 + COALESCE(
                (SELECT MAX(q.ordinal) FROM life_event q WHERE q.subscription = \(card) AND q.state NOT IN \(states)), -1)
            """
        ) { row in
            let by: AccountID = try row.identifier(3)
            guard let stops = StopReasons(rawValue: row.int(1)) else { throw UnreadableRow("life_event", "stops") }
            return CycleBegin(
                at: row.instant(0),
                isIdle: row.text(2) == LifeCommand.cancel.rawValue && by == Principal.system.account && !stops.contains(.arrears))
        }
    }
}
