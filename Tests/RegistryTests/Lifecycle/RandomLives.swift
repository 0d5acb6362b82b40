import Registry

/// A mistake somebody might make in the rules: the invariants must notice each.
enum PlantedBug: String, CaseIterable {
    case resumeLiftsAll
    case registrationLiftsAll
    case activationNeedsNoName
    case cycleEndsADayEarly
    case cancelledCardLivesOn
    case stopIsNotSent
    case resumeIsNotSent
    case endOfHoldingStopsNothing
    case forcedActivationGoesUnnoticed
    case cycleEndsTwice
    case useIsIgnored
    case lostAnswerIsToldAgain
    case oldestWishWins
    case crashForgetsWhatWasTold
    case actsUntold
    case lateUseIsIgnored

    /// What must notice it; that something else does as well, in other lives, says nothing of that.
    var noticedAs: Set<BrokenInvariant> {
        switch self {
        case .resumeLiftsAll, .registrationLiftsAll: [.foreignReasonLifted]
        case .activationNeedsNoName, .endOfHoldingStopsNothing: [.servesWithoutName]
        case .cycleEndsADayEarly, .cycleEndsTwice: [.cancelledTooEarly]
        case .cancelledCardLivesOn: [.livedAfterCancellation]
        case .stopIsNotSent: [.carrierRunsWhatWeStopped]
        case .resumeIsNotSent: [.carrierStoppedWhatRuns]
        case .forcedActivationGoesUnnoticed: [.forcedActivationWithoutCase]
        case .useIsIgnored: [.idleTooEarly]
        case .lostAnswerIsToldAgain, .crashForgetsWhatWasTold: [.tookEffectTwice]
        case .oldestWishWins: [.carrierRunsWhatWeStopped, .carrierStoppedWhatRuns]
        case .actsUntold: [.endedUntold]
        case .lateUseIsIgnored: [.onItsWayThoughUsed]
        }
    }
}

/// What must never be, by name.
enum BrokenInvariant: String {
    case servesWithoutName
    case servesThoughStopped
    case foreignReasonLifted
    case livedAfterCancellation
    case cancelledTooEarly
    case cancelledWithoutCycle
    case carrierRunsWhatWeStopped
    case carrierStoppedWhatRuns
    case forcedActivationWithoutCase
    case idleTooEarly
    case tookEffectTwice
    case nameDiffers
    case endedUntold
    case onItsWayThoughUsed
}

/// What a carrier makes of what it is asked for.
struct CarrierModel {
    private(set) var runs = false
    private(set) var isGone = false
    /// Somebody is registered there.
    private(set) var isNamed = false

    mutating func obey(_ command: CarrierCommand) {
        switch command {
        case .openTest, .activate, .resume: runs = !isGone
        case .stop, .prepare: runs = false
        case .cancel: (runs, isGone) = (false, true)
        case .changeDevice, .changeSIM: break
        case .register: isNamed = true
        case .clearName: isNamed = false
        }
    }
}

/// What is wished of the carrier, carried out by the plan: answers get lost, cards are locked, whoever tells is killed.
struct WishModel {
    private var open: [OpenIntent] = []
    private var effects: [Int64: Int] = [:]
    private var next: Int64 = 0
    let bug: PlantedBug?

    init(bug: PlantedBug?) { self.bug = bug }

    var isDone: Bool { open.isEmpty }
    var tookEffectTwice: Bool { effects.values.contains { $0 > 1 } }

    mutating func wish(_ command: CarrierCommand) {
        open.append(OpenIntent(ordinal: next, command: command))
        next += 1
    }

    /// One round; without `chance` nothing goes wrong.
    mutating func work(_ carrier: inout CarrierModel, _ chance: inout Seeded, isCalm: Bool = false) {
        let plan = IntentPlan(open) { _ in true }
        guard !plan.waitsForAnswer else { return ask() }
        for ordinal in plan.byHand { effect(ordinal, &carrier) }
        let left = Set(plan.superseded + plan.byHand)
        open.removeAll { left.contains($0.ordinal) }
        guard let tell = plan.tell else { return }
        let ordinal = bug == .oldestWishWins ? plan.superseded.first ?? tell.ordinal : tell.ordinal
        switch isCalm ? 0 : Int.random(in: 0..<6, using: &chance) {
        // Locked, over quota, unreachable: nothing was told.
        case 1: return
        // Killed before it was told, or the carrier lost it.
        case 2: mark(tell)
        // The answer was lost, or whoever waited for it was killed.
        case 3:
            effect(ordinal, &carrier, of: tell)
            if bug != .crashForgetsWhatWasTold { mark(tell) }
            if bug == .lostAnswerIsToldAgain { effect(ordinal, &carrier, of: tell) }
        default:
            effect(ordinal, &carrier, of: tell)
            open.removeAll { $0.ordinal == tell.ordinal }
        }
    }

    private mutating func mark(_ tell: IntentPlan.Telling) {
        guard let place = open.firstIndex(where: { $0.ordinal == tell.ordinal }) else { return }
        open[place] = OpenIntent(ordinal: tell.ordinal, command: open[place].command, isTold: true)
    }

    /// What took effect is over, and what did not is told again.
    private mutating func ask() {
        open = open.compactMap { intent in
            guard intent.isTold else { return intent }
            return effects[intent.ordinal] == nil ? OpenIntent(ordinal: intent.ordinal, command: intent.command) : nil
        }
    }

    private mutating func effect(_ ordinal: Int64, _ carrier: inout CarrierModel, of tell: IntentPlan.Telling? = nil) {
        effects[ordinal, default: 0] += 1
        switch tell?.wish {
        case .change(.suspend): carrier.obey(ordinal == tell?.ordinal ? .stop : .resume)
        case .change: carrier.obey(ordinal == tell?.ordinal ? .activate : .stop)
        case .registration: carrier.obey(.register)
        case .clearing: carrier.obey(.clearName)
        case nil: if let command = open.first(where: { $0.ordinal == ordinal })?.command { carrier.obey(command) }
        }
    }
}

/// One life, led at random: people, holdings, use, carriers and the calendar.
struct RandomLife {
    private var chance: Seeded
    private let bug: PlantedBug?
    private var standing = LifeStanding(.stock)
    private var now = Instant(milliseconds: 1_772_413_200_000)
    private var since: Instant
    private var lastUse: Instant?
    private var arrearsSince: Instant?
    private var noticedFor: Instant?
    /// When the step comes of which people were told last, and since when the card stood so then.
    private var told: (at: Instant, since: Instant)?
    /// Its way out began because nobody used it.
    private var layIdle = false
    private var isHeld = false
    private var wasActive = false
    private var carrier = CarrierModel()
    private var wishes: WishModel
    private let periods: LifePeriods
    private(set) var broken: BrokenInvariant?
    private(set) var visited: Set<ServiceState> = [.stock]

    init(seed: UInt64, bug: PlantedBug? = nil) {
        var chance = Seeded(state: seed)
        var periods = LifePeriods()
        periods.testDays = Bool.random(using: &chance) ? 30 : nil
        periods.useBringsBack = Bool.random(using: &chance)
        periods.testsUnregistered = Bool.random(using: &chance)
        periods.reregistersOnSIMChange = Bool.random(using: &chance)
        periods.silentDays = Bool.random(using: &chance) ? 180 : nil
        periods.idleMonths = .random(in: 1...6, using: &chance)
        periods.cancellationMonths = .random(in: 1...3, using: &chance)
        self.periods = periods
        self.chance = chance
        self.bug = bug
        wishes = WishModel(bug: bug)
        since = now
    }

    mutating func lead(steps: Int) {
        for _ in 0..<steps where broken == nil {
            step()
            for _ in 0..<Int.random(in: 0..<3, using: &chance) { wishes.work(&carrier, &chance) }
            judgeCarrier()
        }
        for _ in 0..<2 * steps where broken == nil && !wishes.isDone { wishes.work(&carrier, &chance, isCalm: true) }
        judgeCarrier()
    }

    private mutating func step() {
        switch Int.random(in: 0..<10, using: &chance) {
        case 0...2: pass(days: .random(in: 0...45, using: &chance))
        case 3: hold(Bool.random(using: &chance))
        case 4: use(daysAgo: Bool.random(using: &chance) ? 0 : .random(in: 1...120, using: &chance))
        case 5: attempt(.carrierActivated)
        case 6: attempt(Bool.random(using: &chance) ? .stop : .resume, reason: StopReason.allCases.randomElement(using: &chance))
        default:
            let commands: [LifeCommand] = [.openTest, .prepare, .activate, .activate, .cancel, .bringBack, .changeSIM, .changeDevice]
            attempt(commands.randomElement(using: &chance) ?? .activate)
        }
    }

    /// Told of late, use may show that the card did not lie idle when its way out began.
    private mutating func use(daysAgo: Int64) {
        let used = now.adding(days: -daysAgo)
        lastUse = max(lastUse ?? used, used)
        guard daysAgo > 0 else { return attempt(.powerUp) }
        let begin = CycleBegin(at: since, isIdle: layIdle)
        if standing.state == .cancelling, begin.isWrong(usedAt: used, idleMonths: periods.idleMonths), bug != .lateUseIsIgnored {
            attempt(.usedInTime)
        }
        if standing.state == .cancelling, layIdle, used < since, ServiceCalendar.end(ofMonths: periods.idleMonths, after: used) > since {
            broken = .onItsWayThoughUsed
        }
    }

    private mutating func hold(_ holds: Bool) {
        guard holds != isHeld, standing.state != .cancelled else { return }
        isHeld = holds
        wishes.wish(holds ? .register : .clearName)
        attempt(holds ? .register : .vacate)
    }

    private mutating func pass(days: Int64) {
        now = now.adding(days: days)
        for _ in 0..<6 {
            let times = LifeTimes(
                standing, since: since, lastUse: bug == .useIsIgnored ? nil : lastUse, arrearsSince: arrearsSince, noticedFor: noticedFor)
            var due = times.due(at: now, periods)
            if bug == .cycleEndsADayEarly, standing.state == .cancelling { due = times.due(at: now.adding(days: 1), periods) }
            switch due {
            case .never, .wait: return
            case .notice(let step):
                noticedFor = step.at
                guard bug == .actsUntold else {
                    told = (step.at, since)
                    continue
                }
                if step.kind.isToldFirst { judgeTold(step) }
                attempt(step.kind.command, by: step)
            case .act(let step):
                judgeTold(step)
                if step.kind == .idle, now < ServiceCalendar.end(ofMonths: periods.idleMonths, after: max(since, lastUse ?? since)) {
                    broken = .idleTooEarly
                }
                attempt(step.kind.command, by: step)
            }
        }
    }

    /// Nothing begins to end, or ends, before the time for which people were told that it does.
    private mutating func judgeTold(_ step: LifeStep) {
        guard periods.noticeDays > 0, [.idle, .arrears, .cycleEnd].contains(step.kind) else { return }
        if told.map({ $0.at > now || $0.since != since }) ?? true { broken = .endedUntold }
    }

    // MARK: One command, and what must hold after it

    private mutating func attempt(_ command: LifeCommand, reason: StopReason? = nil, by step: LifeStep? = nil) {
        let context = LifeContext(isHeld: isHeld, reason: reason, wasActive: wasActive, periods: periods)
        guard let transition = decide(command, context) else { return }
        judge(transition, command, reason)
        if transition.before.state != transition.after.state {
            since = now
            noticedFor = nil
            layIdle = transition.after.state == .cancelling && step?.kind == .idle
            if transition.after.state == .active { wasActive = true }
        }
        let owes = transition.after.stops.contains(.arrears)
        if owes != transition.before.stops.contains(.arrears) { arrearsSince = owes ? now : nil }
        standing = transition.after
        visited.insert(standing.state)
        if command == .carrierActivated, standing.state != .cancelled { carrier.obey(.activate) }
        for intent in transition.intents { wishes.wish(intent) }
    }

    /// The rules, or the rules with a mistake in them.
    private func decide(_ command: LifeCommand, _ context: LifeContext) -> LifeTransition? {
        var context = context
        if bug == .activationNeedsNoName, command == .activate { context.isHeld = true }
        if bug == .endOfHoldingStopsNothing, command == .vacate { context.isHeld = true }
        let before = bug == .cancelledCardLivesOn && standing.state == .cancelled ? LifeStanding(.cancelling) : standing
        let again = bug == .cycleEndsTwice && standing.state == .cancelling && command == .stop
        guard let right = try? before.decide(again ? .finish : command, context) else { return nil }
        var after = right.after
        if bug == .resumeLiftsAll, command == .resume { after.stops = .none }
        if bug == .registrationLiftsAll, command == .register { after.stops = .none }
        let intents = right.intents.filter { intent in
            !(bug == .stopIsNotSent && intent == .stop) && !(bug == .resumeIsNotSent && intent == .resume)
        }
        return LifeTransition(
            before: standing, after: after, intents: intents,
            opensCase: right.opensCase && bug != .forcedActivationGoesUnnoticed)
    }

    private mutating func judge(_ transition: LifeTransition, _ command: LifeCommand, _ reason: StopReason?) {
        let (before, after) = (transition.before, transition.after)
        if before.state == .cancelled { broken = .livedAfterCancellation }
        let mayAttachUnnamed = after.state == .testable && periods.testsUnregistered
        if after.serves, !isHeld, !mayAttachUnnamed { broken = .servesWithoutName }
        if after.serves, !after.stops.isEmpty { broken = .servesThoughStopped }
        for lifted in before.stops.reasons where !after.stops.contains(lifted) {
            let isOwn =
                switch lifted {
                case .noRealName: isHeld
                case .deviceSeparation: command == .changeDevice || command == .resume && reason == lifted
                default: command == .resume && reason == lifted
                }
            if !isOwn { broken = .foreignReasonLifted }
        }
        if after.state == .cancelled {
            if before.state != .cancelling { broken = .cancelledWithoutCycle }
            if now < ServiceCalendar.end(ofMonths: periods.cancellationMonths, after: since) { broken = .cancelledTooEarly }
        }
        if command == .carrierActivated, !isHeld, before.state != .active, !transition.opensCase { broken = .forcedActivationWithoutCase }
    }

    /// When the carrier has done all it was asked for, it runs just what we let run.
    private mutating func judgeCarrier() {
        if wishes.tookEffectTwice { broken = .tookEffectTwice }
        guard broken == nil, wishes.isDone else { return }
        if carrier.runs, !standing.serves { broken = .carrierRunsWhatWeStopped }
        if standing.serves, !carrier.runs { broken = .carrierStoppedWhatRuns }
        if carrier.isNamed != isHeld { broken = .nameDiffers }
    }
}
