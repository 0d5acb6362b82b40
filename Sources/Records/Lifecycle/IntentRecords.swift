import Registry
import SQLCore

/// What we want a carrier to do: written in the transaction that decides it, told afterwards.
package struct CarrierIntent: Hashable, Sendable {
    package let subscription: Int64
    /// In the order in which they were wished; one at a time a card (R-LC-09).
    package let ordinal: Int64
    /// The code of the carrier whose card it is.
    package let carrier: String
    package let command: CarrierCommand
    /// The reason of a stop or of its lifting.
    package let reason: StopReason?
    package let createdAt: Instant
    package private(set) var state: IntentState
    /// When it is to be told, or asked about; nil once nothing is to be done.
    package private(set) var dueAt: Instant?
    /// How often it was told.
    package private(set) var tries: Int64
    /// What the carrier answered last.
    package let lastCode: String?
    /// As what the carrier knows it; nil until it was told.
    package private(set) var order: CarrierOrderID?
    /// What the carrier calls it, once it took it on.
    package private(set) var serial: String?
    package private(set) var toldAt: Instant?
    /// What it was told to do, which follows from where the card stood there.
    package private(set) var toldAs: CarrierWish?
    package let endedAt: Instant?
    /// What awaits the carrier's answer to it.
    package let submission: SubmissionID?

    package init(
        subscription: Int64, ordinal: Int64, carrier: String, command: CarrierCommand, reason: StopReason?, createdAt: Instant,
        state: IntentState = .waiting, dueAt: Instant?, tries: Int64 = 0, lastCode: String? = nil, order: CarrierOrderID? = nil,
        serial: String? = nil, toldAt: Instant? = nil, toldAs: CarrierWish? = nil, endedAt: Instant? = nil, submission: SubmissionID? = nil
    ) {
        self.subscription = subscription
        self.ordinal = ordinal
        self.carrier = carrier
        self.command = command
        self.reason = reason
        self.createdAt = createdAt
        self.state = state
        self.dueAt = dueAt
        self.tries = tries
        self.lastCode = lastCode
        self.order = order
        self.serial = serial
        self.toldAt = toldAt
        self.toldAs = toldAs
        self.endedAt = endedAt
        self.submission = submission
    }

    fileprivate func told(_ wish: CarrierWish, as order: CarrierOrderID, at now: Instant, answerBy: Instant) -> CarrierIntent {
        var told = held(until: answerBy)
        (told.state, told.toldAs, told.order, told.toldAt, told.serial) = (.sent, wish, order, now, nil)
        told.tries += 1
        return told
    }

    fileprivate func held(until: Instant) -> CarrierIntent {
        var held = self
        held.dueAt = until
        return held
    }

    /// An event of a card has so many places for wishes: two of its own, the rest for wishes made again before the next. Before the first event
    /// there are as many.
    private static let placesOfAnEvent: Int64 = 16

    /// The places of wishes that follow from an event, or of a card without any, -1.
    package static func places(after event: Int64) -> Range<Int64> {
        (event + 1) * placesOfAnEvent..<(event + 2) * placesOfAnEvent
    }
}

package enum IntentState: String, CaseIterable, Sendable {
    /// Not told.
    case waiting
    /// The carrier has it, or may have it: it is asked.
    case sent
    /// No interface of the carrier's takes it: somebody sees to it there.
    case byHand = "by-hand"
    /// The carrier shows it.
    case done
    case failed
    /// A later wish took its place before it was told.
    case superseded

    package var isOver: Bool { self == .done || self == .failed || self == .superseded }
}

package enum IntentRecords {
    private static let columns: SQLText = """
        i.subscription, i.ordinal, i.carrier, i.command, i.reason, i.created_at, i.state, i.due_at, i.tries, i.last_code, i.order_id, i.serial,
        i.told_at, i.ended_at, i.told_as, i.submission
        """

    private static func decode(_ row: any SQLRow) throws -> CarrierIntent {
        CarrierIntent(
            subscription: row.int(0), ordinal: row.int(1), carrier: row.textIfAny(2) ?? "", command: try row.raw(3),
            reason: row.textIfAny(4).flatMap(StopReason.init(name:)), createdAt: row.instant(5), state: try row.raw(6),
            dueAt: row.instantIfAny(7), tries: row.int(8), lastCode: row.textIfAny(9), order: try row.identifierIfAny(10),
            serial: row.textIfAny(11), toldAt: row.instantIfAny(12),
            toldAs: row.textIfAny(14).flatMap(CarrierWish.init(name:)), endedAt: row.instantIfAny(13),
            submission: try row.identifierIfAny(15))
    }

    package static func append(_ intents: [CarrierIntent], in session: any Session) throws {
        guard !intents.isEmpty else { return }
        let columns: StaticString = "subscription, ordinal, carrier, command, reason, created_at, state, due_at, tries, submission"
        try session.append(into: "carrier_intent", columns: columns) { sink in
            for intent in intents {
                sink.int(intent.subscription)
                sink.int(intent.ordinal)
                sink.text(intent.carrier)
                sink.text(intent.command.rawValue)
                sink.text(intent.reason?.name)
                sink.int(intent.createdAt.milliseconds)
                sink.text(intent.state.rawValue)
                sink.int(intent.dueAt?.milliseconds)
                sink.int(intent.tries)
                if let submission = intent.submission { sink.blob(submission.bytes) } else { sink.null() }
                try sink.endRow()
            }
        }
    }

    package static func all(of subscription: Int64, limit: Int, in session: any Session) throws -> [CarrierIntent] {
        try session.all(
            "SELECT \(columns) FROM carrier_intent i WHERE i.subscription = \(subscription) ORDER BY i.ordinal DESC LIMIT \(limit)", decode)
    }

    package static func find(_ subscription: Int64, _ ordinal: Int64, in session: any Session) throws -> CarrierIntent? {
        try session.first(
            "SELECT \(columns) FROM carrier_intent i WHERE i.subscription = \(subscription) AND i.ordinal = \(ordinal)", decode)
    }

    package static func lastOrdinal(of subscription: Int64, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal), -1) FROM carrier_intent WHERE subscription = \(subscription)") { $0.int(0) } ?? -1
    }

    // MARK: Working them off

    package static func isDue(_ state: IntentState, _ carrier: Carrier, at now: Instant, in session: any Session) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM carrier_intent WHERE carrier = \(carrier.code) AND state = \(state.rawValue) AND due_at <= \(now)
            AND ended_at IS NULL LIMIT 1
            """)
    }

    package static func due(
        _ state: IntentState, _ carrier: Carrier, at now: Instant, limit: Int, in session: any Session
    ) throws -> [CarrierIntent] {
        try session.all(
            """
            SELECT \(columns) FROM carrier_intent i WHERE i.carrier = \(carrier.code) AND i.state = \(state.rawValue) AND i.due_at <= \(now)
            AND i.ended_at IS NULL ORDER BY i.due_at, i.subscription, i.ordinal LIMIT \(limit)
            """, decode)
    }

    /// What is not over of these cards, in the order in which it was wished.
    package static func open(of subscriptions: [Int64], in session: any Session) throws -> [Int64: [CarrierIntent]] {
        guard !subscriptions.isEmpty else { return [:] }
        let found = try session.all(
            """
            SELECT \(columns) FROM carrier_intent i WHERE i.subscription IN \(SQLText.list(subscriptions)) AND i.ended_at IS NULL
            ORDER BY i.subscription, i.ordinal
            """, decode)
        return Dictionary(grouping: found, by: \.subscription)
    }

    /// Marks it as told from now on, before it is: whoever is stopped in between asks what became of it. Answers it as it stands then; nil when another server has it.
    package static func tell(
        _ intent: CarrierIntent, to wish: CarrierWish, as order: CarrierOrderID, at now: Instant, answerBy: Instant,
        in session: any Session
    ) throws -> CarrierIntent? {
        let isTaken =
            try session.change(
                """
                UPDATE carrier_intent SET state = \(IntentState.sent.rawValue), order_id = \(order), told_at = \(now), due_at = \(answerBy),
                told_as = \(wish.name), tries = tries + 1, serial = NULL \(unchanged(intent))
                """) == 1
        return isTaken ? intent.told(wish, as: order, at: now, answerBy: answerBy) : nil
    }

    /// Takes it for this server until then, and answers it as it stands then; nil when another has it.
    @discardableResult
    package static func hold(_ intent: CarrierIntent, until: Instant, in session: any Session) throws -> CarrierIntent? {
        let isTaken = try session.change("UPDATE carrier_intent SET due_at = \(until) \(unchanged(intent))") == 1
        return isTaken ? intent.held(until: until) : nil
    }

    /// - Parameter toldAt: when it was told; nil leaves what is noted.
    /// False when it was taken up anew since.
    @discardableResult
    package static func ask(
        _ intent: CarrierIntent, at dueAt: Instant, toldAt: Instant?, serial: String?, code: String?, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE carrier_intent SET due_at = \(dueAt), told_at = COALESCE(\(toldAt), told_at), serial = \(serial),
            last_code = COALESCE(\(code), last_code) \(unchanged(intent))
            """) == 1
    }

    /// Once more. What was not told after all does not count as a try.
    @discardableResult
    package static func wait(
        _ intent: CarrierIntent, until dueAt: Instant, wasTold: Bool, code: String, in session: any Session
    ) throws -> Bool {
        let untold: Int64 = wasTold ? 0 : 1
        return try session.change(
            """
            UPDATE carrier_intent SET state = \(IntentState.waiting.rawValue), due_at = \(dueAt), told_at = NULL, serial = NULL,
            tries = tries - \(untold), last_code = \(code) \(unchanged(intent))
            """) == 1
    }

    @discardableResult
    package static func leaveToHands(_ intent: CarrierIntent, code: String? = nil, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE carrier_intent SET state = \(IntentState.byHand.rawValue), due_at = NULL, last_code = COALESCE(\(code), last_code)
            \(unchanged(intent))
            """) == 1
    }

    @discardableResult
    package static func end(
        _ intent: CarrierIntent, as state: IntentState, code: String?, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE carrier_intent SET state = \(state.rawValue), due_at = NULL, ended_at = \(now),
            last_code = COALESCE(\(code), last_code) \(unchanged(intent))
            """) == 1
    }

    private static func unchanged(_ intent: CarrierIntent) -> SQLText {
        let due: SQLText = intent.dueAt.map { "due_at = \($0)" } ?? "due_at IS NULL"
        return """
            WHERE subscription = \(intent.subscription) AND ordinal = \(intent.ordinal) AND state = \(intent.state.rawValue)
            AND tries = \(intent.tries) AND ended_at IS NULL AND \(due)
            """
    }

    /// Whoever told them and had no answer yet is gone: the carriers are asked at once.
    package static func releaseAll(at now: Instant, carriers: [Carrier], in session: any Session) throws {
        for carrier in carriers {
            try session.run(
                """
                UPDATE carrier_intent SET due_at = \(now) WHERE carrier = \(carrier.code) AND state = \(IntentState.sent.rawValue)
                AND ended_at IS NULL AND due_at > \(now)
                """)
        }
    }

    // MARK: Shown

    package struct Place: Hashable, Sendable {
        /// Nil stands before every time.
        package let dueAt: Instant?
        package let subscription: Int64
        package let ordinal: Int64

        package init(dueAt: Instant?, subscription: Int64, ordinal: Int64) {
            self.dueAt = dueAt
            self.subscription = subscription
            self.ordinal = ordinal
        }
    }

    /// What is not over, of a carrier and in a state, what is due first first.
    package static func list(
        _ carrier: Carrier, _ state: IntentState, after place: Place?, limit: Int, in session: any Session
    ) throws -> [CarrierIntent] {
        // Those left to hands have no time.
        let after: SQLText =
            if let place {
                if let dueAt = place.dueAt {
                    "(i.due_at, i.subscription, i.ordinal) > (\(dueAt), \(place.subscription), \(place.ordinal))"
                } else {
                    "i.due_at IS NULL AND (i.subscription, i.ordinal) > (\(place.subscription), \(place.ordinal))"
                }
            } else {
                "1 = 1"
            }
        return try session.all(
            """
            SELECT \(columns) FROM carrier_intent i WHERE i.carrier = \(carrier.code) AND i.state = \(state.rawValue)
            AND i.ended_at IS NULL AND \(after) ORDER BY i.due_at, i.subscription, i.ordinal LIMIT \(limit)
            """, decode)
    }

    /// How many of a carrier's are not over, by state.
    package static func counts(_ carrier: Carrier, in session: any Session) throws -> [IntentState: Int] {
        let found = try session.all(
            "SELECT state, COUNT(*) FROM carrier_intent WHERE carrier = \(carrier.code) AND ended_at IS NULL GROUP BY state"
        ) { (state: try $0.raw(0) as IntentState, count: Int($0.int(1))) }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.state, $0.count) })
    }

    /// Since when the one of a carrier's has waited that is due first.
    package static func oldest(_ carrier: Carrier, in session: any Session) throws -> Instant? {
        try session.first(
            """
            SELECT created_at FROM carrier_intent WHERE carrier = \(carrier.code) AND state = \(IntentState.waiting.rawValue)
            AND ended_at IS NULL ORDER BY due_at, subscription, ordinal LIMIT 1
            """
        ) { $0.instant(0) }
    }
}
