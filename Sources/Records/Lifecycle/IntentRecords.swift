import Registry
import SQLCore

/// What we want a carrier to do: written in the transaction that decides it, sent afterwards.
package struct CarrierIntent: Hashable, Sendable {
    package let subscription: Int64
    /// In the order in which they are to be done; one at a time a card (R-LC-09).
    package let ordinal: Int64
    package let command: CarrierCommand
    /// The reason of a stop or of its lifting.
    package let reason: StopReason?
    package let createdAt: Instant
    package let state: IntentState
    /// When it is to be tried; nil once nothing is to be done.
    package let dueAt: Instant?
    package let tries: Int64
    /// What the carrier answered last.
    package let lastCode: String?

    package init(
        subscription: Int64, ordinal: Int64, command: CarrierCommand, reason: StopReason?, createdAt: Instant,
        state: IntentState = .waiting, dueAt: Instant?, tries: Int64 = 0, lastCode: String? = nil
    ) {
        self.subscription = subscription
        self.ordinal = ordinal
        self.command = command
        self.reason = reason
        self.createdAt = createdAt
        self.state = state
        self.dueAt = dueAt
        self.tries = tries
        self.lastCode = lastCode
    }
}

package enum IntentState: String, CaseIterable, Sendable {
    case waiting
    /// The carrier has it.
    case sent
    case done
    case failed
}

package enum IntentRecords {
    package static func append(_ intents: [CarrierIntent], in session: any Session) throws {
        guard !intents.isEmpty else { return }
        let columns: StaticString = "subscription, ordinal, command, reason, created_at, state, due_at, tries, last_code"
        try session.append(into: "carrier_intent", columns: columns) { sink in
            for intent in intents {
                sink.int(intent.subscription)
                sink.int(intent.ordinal)
                sink.text(intent.command.rawValue)
                sink.text(intent.reason?.name)
                sink.int(intent.createdAt.milliseconds)
                sink.text(intent.state.rawValue)
                sink.int(intent.dueAt?.milliseconds)
                sink.int(intent.tries)
                sink.text(intent.lastCode)
                try sink.endRow()
            }
        }
    }

    package static func all(of subscription: Int64, limit: Int, in session: any Session) throws -> [CarrierIntent] {
        try session.all(
            """
            SELECT subscription, ordinal, command, reason, created_at, state, due_at, tries, last_code FROM carrier_intent
            WHERE subscription = \(subscription) ORDER BY ordinal DESC LIMIT \(limit)
            """
        ) { row in
            CarrierIntent(
                subscription: row.int(0), ordinal: row.int(1), command: try row.raw(2),
                reason: row.textIfAny(3).flatMap(StopReason.init(name:)),
                createdAt: row.instant(4), state: try row.raw(5), dueAt: row.instantIfAny(6), tries: row.int(7), lastCode: row.textIfAny(8))
        }
    }
}
