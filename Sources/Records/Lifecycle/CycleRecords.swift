import Registry
import SQLCore

/// How the cancellation cycles began of cards that are in one, or were cancelled by it.
package enum CycleRecords {
    package struct Cycle: Hashable, Sendable {
        package let subscription: Int64
        package let begin: CycleBegin
        /// Its card is cancelled.
        package let isOver: Bool
        /// Since when the card had been in the state before: use from before that, another's among it, counts for nothing.
        package let since: Instant
        /// The last use that is kept of it.
        package let lastUse: Instant?
        package let product: Int64
        package let province: Int64?
    }

    private static let states = SQLText.list([ServiceState.cancelling.rawValue, ServiceState.cancelled.rawValue])

    /// Of those among the cards that have one.
    package static func of(_ cards: [Int64], in session: any Session) throws -> [Cycle] {
        try SQLText.lists(cards).flatMap { named in
            try session.all(
                """
                SELECT l.subscription, l.state, s.recorded_at, s.product, s.province, e.effective_from, e.stops, a.command, a.recorded_by,
                    u.last_use, \(since)
                FROM card_life l JOIN subscription s ON s.id = l.subscription
                JOIN life_event e ON e.subscription = l.subscription AND e.ordinal = 1 + COALESCE((SELECT MAX(q.ordinal) FROM life_event q
                    WHERE q.subscription = l.subscription AND q.state NOT IN \(states)), -1)
                JOIN life_act a ON a.id = e.act
                LEFT JOIN life_event p ON p.subscription = e.subscription AND p.ordinal = e.ordinal - 1
                LEFT JOIN usage_summary u ON u.subscription = l.subscription
                WHERE l.subscription IN \(named) AND l.state IN \(states) ORDER BY l.subscription
                """, decode)
        }
    }

    /// The time of the event by which the card came into the state of `p`, the last before the cycle; nil where it came here in that state.
    private static let since: SQLText = """
        (SELECT f.effective_from FROM life_event f WHERE f.subscription = e.subscription AND f.ordinal < e.ordinal AND f.ordinal = 1
            + COALESCE((SELECT MAX(g.ordinal) FROM life_event g WHERE g.subscription = e.subscription AND g.ordinal < e.ordinal
                AND g.state <> p.state),
            CASE WHEN s.origin = \(CardOrigin.existing.rawValue) AND p.state = \(ServiceState.active.rawValue) THEN NULL ELSE -1 END))
        """

    private static func decode(_ row: any SQLRow) throws -> Cycle {
        let by: AccountID = try row.identifier(8)
        guard let stops = StopReasons(rawValue: row.int(6)) else { throw UnreadableRow("life_event", "stops") }
        let begin = CycleBegin(
            at: row.instant(5),
            isIdle: row.text(7) == LifeCommand.cancel.rawValue && by == Principal.system.account && !stops.contains(.arrears))
        return Cycle(
            subscription: row.int(0), begin: begin, isOver: row.int(1) == ServiceState.cancelled.rawValue,
            since: row.instantIfAny(10) ?? row.instant(2), lastUse: row.instantIfAny(9), product: row.int(3), province: row.intIfAny(4))
    }
}
