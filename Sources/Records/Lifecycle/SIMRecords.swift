import Numbers
import Registry
import SQLCore

/// Which SIM a card's service has: the one it came with, until another takes its place (换卡, R-LC-07).
package enum SIMRecords {
    /// The ICCID in use of `subscription s`.
    static let current: SQLText = """
        COALESCE((SELECT c.iccid FROM sim_change c WHERE c.subscription = s.id ORDER BY c.ordinal DESC LIMIT 1), s.iccid)
        """

    /// By which SIM its carrier knows a service that was given others: the last one of which somebody has said that it is seen to there. Nothing
    /// is said of those that it knows by the one they came with.
    static func atCarriers(_ subscriptions: [Int64], in session: any Session) throws -> [Int64: String] {
        guard !subscriptions.isEmpty else { return [:] }
        let named = SQLText.list(subscriptions)
        let changes = try session.all(
            "SELECT subscription, iccid FROM sim_change WHERE subscription IN \(named) ORDER BY subscription, ordinal"
        ) { (card: $0.int(0), iccid: $0.text(1)) }
        let wishes = try session.all(
            """
            SELECT subscription, state FROM carrier_intent WHERE subscription IN \(named)
            AND command = \(CarrierCommand.changeSIM.rawValue) ORDER BY subscription, ordinal
            """
        ) { (card: $0.int(0), state: $0.text(1)) }
        let wished = Dictionary(grouping: wishes) { $0.card }
        var found: [Int64: String] = [:]
        for (card, sims) in Dictionary(grouping: changes, by: { $0.card }) {
            // Each was written with a wish of its own, in the same order.
            let seenTo = wished[card]?.lastIndex { $0.state == IntentState.done.rawValue }
            if let seenTo, sims.indices.contains(seenTo) { found[card] = sims[seenTo].iccid }
        }
        return found
    }

    /// Whether some service has, or had, this ICCID and it may not be used again yet.
    package static func isTaken(_ iccid: ICCID, at now: Instant, in session: any Session) throws -> Bool {
        guard let holder = try CardLookup.byICCID(iccid.text.description, in: session) else { return false }
        return try LifeRecords.released(from: holder, to: holder, at: now, in: session).isEmpty
    }

    /// The place of the change among the card's; the ICCID leads to the card from now on.
    package static func nextOrdinal(_ subscription: Int64, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM sim_change WHERE subscription = \(subscription)") { $0.int(0) } ?? 0
    }

    package static func enter(_ iccid: ICCID, of subscription: Int64, at now: Instant, in session: any Session) throws {
        let text = iccid.text.description
        let ordinal = try CardLookup.nextOrdinal(iccid: text, in: session)
        try session.run(
            """
            INSERT INTO iccid_directory (iccid, ordinal, subscription, effective_from) VALUES (\(text), \(ordinal), \(subscription), \(now))
            """)
    }
}

/// Which device a card is bound to (机卡绑定).
package enum DeviceRecords {
    package static func nextOrdinal(_ subscription: Int64, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM device_binding WHERE subscription = \(subscription)") { $0.int(0) }
            ?? 0
    }
}
