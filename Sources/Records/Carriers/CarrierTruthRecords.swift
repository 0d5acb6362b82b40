import Registry
import SQLCore

/// What a carrier said of a card last, each with the time at which it was asked.
package struct CarrierTruth: Hashable, Sendable {
    package let subscription: Int64
    package let carrier: String
    package var state: CarrierCardState?
    package var stateAt: Instant?
    package var realName: CarrierRealName?
    package var realNameAt: Instant?
    /// Why it says nothing: our code of its refusal.
    package var refusal: String?
    /// When it is asked next, and before whom; nil where its turn comes with the whole base.
    package var dueAt: Instant?
    package var rank = CarrierQuestionRank.base
    /// Until when a server has it in hand.
    package var heldUntil = Instant(milliseconds: 0)

    package init(subscription: Int64, carrier: String) {
        self.subscription = subscription
        self.carrier = carrier
    }
}

/// Before whom a card is asked about: what stands first is never kept waiting by what stands behind.
package enum CarrierQuestionRank: Int64, CaseIterable, Sendable {
    /// Something of ours came to its end, or the carrier sent something.
    case urgent = 0
    /// At risk, night after night; or somebody wants to know.
    case usual = 1
    /// Its turn came with the whole base.
    case base = 2
}

/// One thing a carrier said that it had not said before.
package struct CarrierTruthEvent: Hashable, Sendable {
    package enum Axis: String, CaseIterable, Sendable {
        case service
        case realName = "real-name"
        /// Whether the carrier speaks of the card at all.
        case known
    }

    package let ordinal: Int64
    package let axis: Axis
    package let word: String
    package let code: String?
    package let recordedAt: Instant
}

package enum CarrierTruthRecords {
    private static let columns: SQLText =
        "t.subscription, t.carrier, t.state, t.state_code, t.state_at, t.real_name, t.real_name_code, t.real_name_at, t.refusal, t.due_at, t.rank, t.held_until"

    private static func decode(_ row: any SQLRow) throws -> CarrierTruth {
        var truth = CarrierTruth(subscription: row.int(0), carrier: row.text(1))
        if !row.isNull(2) { truth.state = CarrierCardState(word: try row.raw(2), code: row.textIfAny(3) ?? "") }
        truth.stateAt = row.instantIfAny(4)
        if !row.isNull(5) { truth.realName = CarrierRealName(word: try row.raw(5), code: row.textIfAny(6) ?? "") }
        truth.realNameAt = row.instantIfAny(7)
        truth.refusal = row.textIfAny(8)
        truth.dueAt = row.instantIfAny(9)
        guard let rank = CarrierQuestionRank(rawValue: row.int(10)) else { throw UnreadableRow("carrier_truth", "rank") }
        truth.rank = rank
        truth.heldUntil = row.instant(11)
        return truth
    }

    package static func find(_ subscription: Int64, in session: any Session) throws -> CarrierTruth? {
        try session.first("SELECT \(columns) FROM carrier_truth t WHERE t.subscription = \(subscription)", decode)
    }

    package static func find(_ subscriptions: [Int64], in session: any Session) throws -> [Int64: CarrierTruth] {
        guard !subscriptions.isEmpty else { return [:] }
        let found = try session.all(
            "SELECT \(columns) FROM carrier_truth t WHERE t.subscription IN \(SQLText.list(subscriptions))", decode)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.subscription, $0) })
    }

    package static func isDue(
        _ rank: CarrierQuestionRank, _ carrier: Carrier, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM carrier_truth WHERE carrier = \(carrier) AND rank = \(rank.rawValue) AND due_at <= \(now) AND held_until <= \(now)
            LIMIT 1
            """)
    }

    package static func due(
        _ rank: CarrierQuestionRank, _ carrier: Carrier, at now: Instant, limit: Int, in session: any Session
    ) throws -> [CarrierTruth] {
        try session.all(
            """
            SELECT \(columns) FROM carrier_truth t WHERE t.carrier = \(carrier) AND t.rank = \(rank.rawValue) AND t.due_at <= \(now)
            AND t.held_until <= \(now) ORDER BY t.due_at, t.subscription LIMIT \(limit)
            """, decode)
    }

    /// Takes it for this server until then; false when another has it.
    package static func hold(_ truth: CarrierTruth, until: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE carrier_truth SET held_until = \(until) WHERE subscription = \(truth.subscription) AND held_until = \(truth.heldUntil)
            """) == 1
    }

    /// The card is asked about then, or before, and before others, when it would be anyway.
    package static func askAbout(
        _ subscription: Int64, of carrier: String, _ rank: CarrierQuestionRank, at dueAt: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO carrier_truth (subscription, carrier, rank, due_at, held_until)
            VALUES (\(subscription), \(carrier), \(rank.rawValue), \(dueAt), 0)
            ON CONFLICT (subscription) DO UPDATE SET
                rank = CASE WHEN carrier_truth.due_at IS NULL OR carrier_truth.rank > excluded.rank THEN excluded.rank
                    ELSE carrier_truth.rank END,
                due_at = CASE WHEN carrier_truth.due_at IS NULL OR carrier_truth.due_at > excluded.due_at THEN excluded.due_at
                    ELSE carrier_truth.due_at END
            """)
    }

    package static func put(_ truth: CarrierTruth, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO carrier_truth (subscription, carrier, state, state_code, state_at, real_name, real_name_code, real_name_at, refusal,
                rank, due_at, held_until)
            VALUES (\(truth.subscription), \(truth.carrier), \(truth.state?.word.rawValue), \(truth.state?.code), \(truth.stateAt),
                \(truth.realName?.word.rawValue), \(truth.realName?.code), \(truth.realNameAt), \(truth.refusal), \(truth.rank.rawValue),
                \(truth.dueAt), \(truth.heldUntil))
            ON CONFLICT (subscription) DO UPDATE SET state = excluded.state, state_code = excluded.state_code, state_at = excluded.state_at,
                real_name = excluded.real_name, real_name_code = excluded.real_name_code, real_name_at = excluded.real_name_at,
                refusal = excluded.refusal, rank = excluded.rank, due_at = excluded.due_at, held_until = excluded.held_until
            """)
    }

    package static func remember(
        _ axis: CarrierTruthEvent.Axis, _ word: String, code: String?, of subscription: Int64, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO carrier_truth_event (subscription, ordinal, axis, word, code, recorded_at)
            SELECT \(subscription), COALESCE(MAX(ordinal) + 1, 0), \(axis.rawValue), \(word), \(code), \(now)
            FROM carrier_truth_event WHERE subscription = \(subscription)
            """)
    }

    /// The newest first.
    package static func history(of subscription: Int64, limit: Int, in session: any Session) throws -> [CarrierTruthEvent] {
        try session.all(
            """
            SELECT ordinal, axis, word, code, recorded_at FROM carrier_truth_event WHERE subscription = \(subscription)
            ORDER BY ordinal DESC LIMIT \(limit)
            """
        ) { row in
            CarrierTruthEvent(
                ordinal: row.int(0), axis: try row.raw(1), word: row.text(2), code: row.textIfAny(3), recordedAt: row.instant(4))
        }
    }

    /// Whether the carrier has said since then that nobody is registered, and later that somebody is: both words are younger, or somebody else may
    /// have registered in between.
    package static func becameRegistered(_ subscription: Int64, since: Instant, in session: any Session) throws -> Bool {
        let words = try session.all(
            """
            SELECT word, recorded_at FROM carrier_truth_event WHERE subscription = \(subscription)
            AND axis = \(CarrierTruthEvent.Axis.realName.rawValue) AND word <> \(CarrierRegistered.unknown.rawValue)
            ORDER BY ordinal DESC LIMIT 2
            """
        ) { (word: $0.text(0), at: $0.instant(1)) }
        guard words.count == 2 else { return false }
        let registered = CarrierRegistered.registered.rawValue
        return words[0].word == registered && words[1].at >= since && words[1].word != registered
    }

    // MARK: Whose cards

    /// The numbers by which carriers know these cards now.
    package static func cards(_ subscriptions: [Int64], in session: any Session) throws -> [Int64: CarrierCard] {
        guard !subscriptions.isEmpty else { return [:] }
        let found = try session.all(
            "SELECT s.id, s.iccid, \(SIMRecords.current), s.msisdn FROM subscription s WHERE s.id IN \(SQLText.list(subscriptions))"
        ) { (id: $0.int(0), first: $0.text(1), current: $0.text(2), msisdn: $0.intIfAny(3).map { "\($0)" }) }
        // No interface takes another SIM: until somebody has seen to it there, they know the card by the one before.
        let changed = found.filter { $0.first != $0.current }.map { $0.id }
        let known = try SIMRecords.atCarriers(changed, in: session)
        return Dictionary(
            uniqueKeysWithValues: found.map { ($0.id, CarrierCard(iccid: known[$0.id] ?? $0.first, msisdn: $0.msisdn)) })
    }

    /// The code of the carrier whose card it is.
    package static func carrier(of subscription: Int64, in session: any Session) throws -> String? {
        try session.first(
            """
            SELECT v.carrier FROM subscription s JOIN product p ON p.id = s.product
            JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal WHERE s.id = \(subscription)
            """
        ) { $0.text(0) }
    }
}

/// How far the asking about a carrier's whole base has come.
package struct CarrierRound: Hashable, Sendable {
    package let carrier: String
    package var beganAt: Instant
    /// Until when cards were drawn from it.
    package var fedAt: Instant
    package var position: Int64
    package var cards: Int64
    /// The one before; nil while the first goes on.
    package var last: Last?

    package struct Last: Hashable, Sendable {
        package let beganAt: Instant
        package let endedAt: Instant
        package let cards: Int64

        package init(beganAt: Instant, endedAt: Instant, cards: Int64) {
            self.beganAt = beganAt
            self.endedAt = endedAt
            self.cards = cards
        }
    }

    package init(carrier: String, beganAt: Instant, fedAt: Instant, position: Int64 = 0, cards: Int64 = 0, last: Last? = nil) {
        self.carrier = carrier
        self.beganAt = beganAt
        self.fedAt = fedAt
        self.position = position
        self.cards = cards
        self.last = last
    }
}

package enum CarrierRoundRecords {
    package static func find(_ carrier: Carrier, in session: any Session) throws -> CarrierRound? {
        try session.first(
            """
            SELECT carrier, began_at, fed_at, position, cards, last_began_at, last_ended_at, last_cards FROM carrier_round
            WHERE carrier = \(carrier.code)
            """
        ) { row in
            var round = CarrierRound(
                carrier: row.text(0), beganAt: row.instant(1), fedAt: row.instant(2), position: row.int(3), cards: row.int(4))
            if let began = row.instantIfAny(5), let ended = row.instantIfAny(6) {
                round.last = CarrierRound.Last(beganAt: began, endedAt: ended, cards: row.int(7))
            }
            return round
        }
    }

    package static func put(_ round: CarrierRound, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO carrier_round (carrier, began_at, fed_at, position, cards, last_began_at, last_ended_at, last_cards)
            VALUES (\(round.carrier), \(round.beganAt), \(round.fedAt), \(round.position), \(round.cards), \(round.last?.beganAt),
                \(round.last?.endedAt), \(round.last?.cards))
            ON CONFLICT (carrier) DO UPDATE SET began_at = excluded.began_at, fed_at = excluded.fed_at, position = excluded.position,
                cards = excluded.cards, last_began_at = excluded.last_began_at, last_ended_at = excluded.last_ended_at,
                last_cards = excluded.last_cards
            """)
    }

    /// So many places are looked through in one statement, whoever's cards are there, and so many times.
    private static let window: Int64 = 20_000
    private static let windowsMax = 25

    /// The carrier's next cards after a place, but for those that are cancelled on both sides, and the place up to which was looked.
    package static func next(
        of carrier: Carrier, after position: Int64, limit: Int, in session: any Session
    ) throws -> (cards: [Int64], position: Int64) {
        let last = try lastCard(in: session)
        var position = position
        for _ in 0..<windowsMax where position < last {
            let end = position + window
            let cards = try session.all(
                """
                SELECT s.id FROM subscription s JOIN product p ON p.id = s.product
                JOIN product_version v ON v.product = p.id AND v.ordinal = p.ordinal AND v.carrier = \(carrier)
                LEFT JOIN card_life l ON l.subscription = s.id LEFT JOIN carrier_truth t ON t.subscription = s.id
                WHERE s.id > \(position) AND s.id <= \(end) AND NOT (COALESCE(l.state, 0) = \(ServiceState.cancelled.rawValue)
                    AND (COALESCE(t.state, '') = \(CarrierLife.cancelled.rawValue) OR t.refusal IS NOT NULL))
                ORDER BY s.id LIMIT \(limit)
                """
            ) { $0.int(0) }
            position = cards.count == limit ? cards.last ?? end : end
            if !cards.isEmpty { return (cards, position) }
        }
        return ([], position)
    }

    package static func lastCard(in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(id), 0) FROM subscription") { $0.int(0) } ?? 0
    }
}
