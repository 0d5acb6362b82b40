import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let livesChanged = TrailAction("cards.life-changed")
    static let livesSwept = TrailAction("cards.life-swept")
    static let lifeSettingSet = TrailAction("life-setting.set")
}

/// Everything that one transaction does to cards' services: events, what is asked of carriers, what people are to be told, the cases to
/// look at, and what ends with a service. All of it is written once, at the end.
final class LifeWriting {
    private let act: Act
    private let terms: LifeTerms
    private var lives: [Int64: StoredLife] = [:]
    private var happened: [Ground: [Happened]] = [:]
    private var order: [Ground] = []
    private var intents: [CarrierIntent] = []
    private var notices: [LifeNoticeRecords.Notice] = []
    /// Who answers for the cards of the notices.
    private var holders: [Int64: RegistrationID] = [:]
    private var finished: [StoredLife] = []

    private struct Ground: Hashable {
        let command: LifeCommand
        let reason: StopReason?
    }

    private struct Happened: Sendable {
        let subscription: Int64
        let ordinal: Int64
        let standing: LifeStanding
        /// Whether the card stands otherwise than before.
        let changes: Bool
    }

    /// So many events are committed to one by one, each with a proof by its key; more by the root of their tree.
    private static let singlyMax = 100

    init(_ act: Act, _ terms: LifeTerms) {
        self.act = act
        self.terms = terms
    }

    var now: Instant { act.now }

    /// What the transition makes of the card; the caller goes on with it.
    /// - Parameter theirs: where the card is known to stand at its carrier, which is not asked for what it shows.
    func apply(
        _ transition: LifeTransition, _ command: LifeCommand, reason: StopReason?, to life: inout StoredLife, theirs: CarrierLife? = nil
    ) throws {
        life.ordinal += 1
        let ground = Ground(command: command, reason: reason)
        if happened[ground] == nil { order.append(ground) }
        happened[ground, default: []].append(
            Happened(
                subscription: life.subscription, ordinal: life.ordinal, standing: transition.after, changes: transition.changes))
        if transition.before.state != transition.after.state {
            life.since = act.now
            life.noticedFor = nil
            if transition.after.state == .active { life.wasActive = true }
        }
        let (had, has) = (transition.before.stops.contains(.arrears), transition.after.stops.contains(.arrears))
        if had != has { life.arrearsSince = has ? act.now : nil }
        let (was, isDue) = (
            transition.before.stops.contains(.reverificationDue), transition.after.stops.contains(.reverificationDue)
        )
        if was != isDue { life.verificationDueSince = isDue ? act.now : nil }
        life.standing = transition.after
        // Two at most, so that the event's place gives theirs.
        for (place, command) in transition.intents.enumerated() where theirs.map({ !command.isShown(by: $0) }) ?? true {
            try ask(for: command, reason, of: life, at: CarrierIntent.places(after: life.ordinal).lowerBound + Int64(place))
        }
        for reason in transition.after.stops.reasons where !transition.before.stops.contains(reason) {
            notice("stop-\(reason.name)", at: act.now, life)
        }
        if transition.opensCase { try openCase(.activatedUnregistered, life.subscription) }
        if transition.after.state == .cancelled { finished.append(life) }
    }

    /// Whoever answers is told of a step before it comes.
    func notice(_ step: LifeStep, _ life: inout StoredLife) {
        life.noticedFor = step.at
        notice(step.kind.name, at: step.at, life)
    }

    private func notice(_ kind: String, at instant: Instant, _ life: StoredLife) {
        notices.append(.init(subscription: life.subscription, stepAt: instant, kind: kind))
        if let registration = life.registration { holders[life.subscription] = registration }
    }

    /// What the carrier is to do, at that place among the card's wishes.
    func ask(for command: CarrierCommand, _ reason: StopReason?, of life: StoredLife, at ordinal: Int64) throws {
        intents.append(
            CarrierIntent(
                subscription: life.subscription, ordinal: ordinal, carrier: try terms.product(life.product).carrier.code, command: command,
                reason: reason, createdAt: act.now, dueAt: act.now))
    }

    func openCase(_ kind: LifeCaseKind, _ subscription: Int64) throws {
        try LifeCaseRecords.open(.init(subscription: subscription, openedAt: act.now, kind: kind), in: act.session)
    }

    /// Where the card stands now, whatever else becomes of it.
    func keep(_ life: StoredLife) throws {
        lives[life.subscription] = try LifeRules(terms: terms, now: act.now).redated(life)
    }

    /// Writes it all; called once.
    func finish() throws {
        for ground in order { try write(ground, happened[ground] ?? []) }
        try tellChanges()
        try LifeRecords.put(Array(lives.values), in: act.session)
        try IntentRecords.append(intents, in: act.session)
        try LivesTelling(act: act).tell(try LifeNoticeRecords.append(notices, at: act.now, in: act.session), of: holders)
        if !finished.isEmpty { try ServiceEnd(act: act, terms: terms).end(finished) }
    }

    private func write(_ ground: Ground, _ events: [Happened]) throws {
        let id: LifeActID = act.fresh()
        let events = events.sorted { ($0.subscription, $0.ordinal) < ($1.subscription, $1.ordinal) }
        try act.register(
            .lifeAct, [id, ground.command.rawValue, ground.reason?.name, Int64(events.count), act.now, act.principal.account])
        let now = act.now.milliseconds
        if events.count <= Self.singlyMax {
            try act.register(
                .lifeEvent,
                rows: events.map {
                    [
                        $0.subscription, $0.ordinal, id, $0.standing.state.rawValue, $0.standing.stops.rawValue, act.now, act.now,
                    ]
                })
            if events.count == 1 { act.recording.about(card: events[0].subscription) }
        } else {
            try writeMany(events, id, now)
        }
        act.recording.note(
            ground.reason.map { "\(ground.command.rawValue)-\($0.name)" } ?? ground.command.rawValue, .integer(Int64(events.count)))
    }

    /// For whoever follows the cards. Where a card takes several steps at once they are told one after the other.
    private func tellChanges() throws {
        let events = happened.values.reduce(0) { $0 + $1.count }
        guard events > lives.count else {
            for ground in order { try tell(ground, happened[ground] ?? []) }
            return
        }
        var first: [Int64: Int64] = [:]
        for event in happened.values.joined() { first[event.subscription] = min(first[event.subscription] ?? .max, event.ordinal) }
        var round: Int64 = 0
        var left = events
        while left > 0 {
            for ground in order {
                let taken = (happened[ground] ?? []).filter { $0.ordinal - (first[$0.subscription] ?? 0) == round }
                left -= taken.count
                if !taken.isEmpty { try tell(ground, taken) }
            }
            round += 1
        }
    }

    /// For whoever follows the cards. Another SIM or device is told also where service goes on as before.
    private func tell(_ ground: Ground, _ unordered: [Happened]) throws {
        let events = unordered.sorted { ($0.subscription, $0.ordinal) < ($1.subscription, $1.ordinal) }
        let kind: CardChangeKind =
            switch ground.command {
            case .changeSIM: .sim
            case .changeDevice: .device
            default: .life
            }
        let told = Dictionary(grouping: events.filter { kind != .life || $0.changes }, by: \.standing)
        for (standing, events) in told.sorted(by: { $0.value[0].subscription < $1.value[0].subscription }) {
            try act.recording.changed(
                CardIntervals(subscriptions: events.lazy.map(\.subscription)),
                CardChange(kind, after: standing.state.name, stops: standing.stops, effectiveFrom: act.now))
        }
    }

    private func writeMany(_ events: [Happened], _ id: LifeActID, _ now: Int64) throws {
        let owner = id.bytes
        let rows: @Sendable (any RowSink) throws -> Void = { sink in
            for event in events {
                sink.int(event.subscription)
                sink.int(event.ordinal)
                sink.blob(owner)
                sink.int(event.standing.state.rawValue)
                sink.int(event.standing.stops.rawValue)
                sink.int(now)
                sink.int(now)
                try sink.endRow()
            }
        }
        try act.recording.registerHashingMeanwhile(.lifeEvent, by: "life_interval", owner: owner, twice: rows)
        let intervals = CardIntervals(subscriptions: events.lazy.map(\.subscription)).intervals
        try act.recording.registerMany(.lifeInterval, by: "life_interval", owner: owner) { sink in
            for interval in intervals {
                sink.blob(owner)
                sink.int(interval.lo)
                sink.int(interval.hi)
                try sink.endRow()
            }
        }
    }
}
