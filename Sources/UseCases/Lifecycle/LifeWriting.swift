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
    private var finished: [StoredLife] = []

    private struct Ground: Hashable {
        let command: LifeCommand
        let reason: StopReason?
    }

    private struct Happened: Sendable {
        let subscription: Int64
        let ordinal: Int64
        let standing: LifeStanding
    }

    /// So many events are committed to one by one, each with a proof by its key; more by the root of their tree.
    private static let singlyMax = 100

    init(_ act: Act, _ terms: LifeTerms) {
        self.act = act
        self.terms = terms
    }

    var now: Instant { act.now }

    /// What the transition makes of the card; the caller goes on with it.
    func apply(_ transition: LifeTransition, _ command: LifeCommand, reason: StopReason?, to life: inout StoredLife) throws {
        life.ordinal += 1
        let ground = Ground(command: command, reason: reason)
        if happened[ground] == nil { order.append(ground) }
        happened[ground, default: []].append(
            Happened(subscription: life.subscription, ordinal: life.ordinal, standing: transition.after))
        if transition.before.state != transition.after.state {
            life.since = act.now
            life.noticedFor = nil
            if transition.after.state == .active { life.wasActive = true }
        }
        let (had, has) = (transition.before.stops.contains(.arrears), transition.after.stops.contains(.arrears))
        if had != has { life.arrearsSince = has ? act.now : nil }
        life.standing = transition.after
        // Two at most, so that the event's place gives theirs.
        for (place, command) in transition.intents.enumerated() {
            intents.append(
                CarrierIntent(
                    subscription: life.subscription, ordinal: life.ordinal * 2 + Int64(place), command: command, reason: reason,
                    createdAt: act.now, dueAt: act.now))
        }
        for reason in transition.after.stops.reasons where !transition.before.stops.contains(reason) {
            notices.append(.init(subscription: life.subscription, stepAt: act.now, kind: "stop-\(reason.name)"))
        }
        if transition.opensCase { try openCase("activated-unregistered", life.subscription) }
        if transition.after.state == .cancelled { finished.append(life) }
    }

    /// Whoever answers is told of a step before it comes.
    func notice(_ step: LifeStep, _ life: inout StoredLife) {
        life.noticedFor = step.at
        notices.append(.init(subscription: life.subscription, stepAt: step.at, kind: step.kind.name))
    }

    func openCase(_ kind: String, _ subscription: Int64) throws {
        try LifeCaseRecords.open(.init(subscription: subscription, openedAt: act.now, kind: kind), in: act.session)
    }

    /// Where the card stands now, whatever else becomes of it.
    func keep(_ life: StoredLife) throws {
        lives[life.subscription] = try LifeRules(terms: terms, now: act.now).redated(life)
    }

    /// Writes it all; called once.
    func finish() throws {
        for ground in order { try write(ground, happened[ground] ?? []) }
        try LifeRecords.put(Array(lives.values), in: act.session)
        try IntentRecords.append(intents, in: act.session)
        try LifeNoticeRecords.append(notices, at: act.now, in: act.session)
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
            if events.count == 1 { act.recording.about(.card, withUnsafeBytes(of: events[0].subscription.bigEndian) { Array($0) }) }
        } else {
            try writeMany(events, id, now)
        }
        act.recording.note(
            ground.reason.map { "\(ground.command.rawValue)-\($0.name)" } ?? ground.command.rawValue, .integer(Int64(events.count)))
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
