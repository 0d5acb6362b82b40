import Registry

/// Where a card's service stands by what was done with it: the requirements' text (§6.3) written down once more, without the rules' code.
struct CrowdLife {
    /// As they are stored.
    enum State: Int64 {
        case stock = 0
        case testable = 1
        case ready = 2
        case active = 3
        case cancelling = 4
        case cancelled = 5
    }

    private(set) var state = State.stock
    /// Stopped because nobody answers for it.
    private(set) var lacksName = false
    /// Stopped by command, for reasons that the crowd's people give; or as another SIM or device demands.
    private(set) var reasons: Set<StopReason> = []
    /// Since when it is stopped until whoever answers for it is verified anew.
    private var unverifiedSince: Instant?
    private(set) var wasActive = false
    private var since: Instant
    private var lastUse: Instant?
    /// Its cancellation cycle was begun by the calendar, as it lay idle.
    private var layIdle = false
    /// For when people were told that its service begins to end, or ends.
    private var toldFor: Instant?
    private let takenAt: Instant

    init(takenAt: Instant) {
        self.takenAt = takenAt
        since = takenAt
    }

    /// What the crowd's people stop cards for, each as it is stored.
    static let given: [StopReason: Int64] = [.ownerAsked: 2, .threshold: 8, .risk: 32, .illegalUse: 64, .reverificationDue: 128]

    /// As stored: no real name is the first of the reasons.
    var stops: Int64 { reasons.reduce(lacksName ? 1 : 0) { $0 + (Self.given[$1] ?? 0) } }

    private mutating func enter(_ next: State, at now: Instant) {
        state = next
        since = now
        toldFor = nil
        layIdle = false
        if next == .active { wasActive = true }
    }

    // MARK: What is asked of it

    /// For many at a time.
    static let commands: [LifeCommand] = [.openTest, .prepare, .activate, .stop, .resume, .cancel, .bringBack]

    /// Why the command is refused; nil where it is done.
    func obstacle(_ command: LifeCommand, for reason: StopReason = .risk, isHeld: Bool) -> LifeObstacle? {
        if state == .cancelled { return .cancelled }
        switch command {
        case .openTest: return state == .testable ? .there : obstacleToDelivery == .there ? .past : obstacleToDelivery
        case .prepare: return obstacleToDelivery
        case .activate:
            if state == .active { return .there }
            if state == .cancelling { return .cancelling }
            if !isHeld { return .noRealName }
            return reasons.isEmpty ? nil : .stopped
        case .stop: return reasons.contains(reason) ? .reasonSet : nil
        case .resume: return reasons.contains(reason) ? nil : .reasonNotSet
        case .cancel: return state == .cancelling ? .there : nil
        case .bringBack: return state == .cancelling ? nil : .notCancelling
        case .changeSIM, .changeDevice: return state == .stock ? .inStock : state == .cancelling ? .cancelling : nil
        default: return nil
        }
    }

    private var obstacleToDelivery: LifeObstacle? {
        switch state {
        case .stock, .testable: nil
        case .ready: .there
        case .active: .past
        case .cancelling: .cancelling
        case .cancelled: .cancelled
        }
    }

    /// Does what nothing stands against.
    /// - Parameter verifies: whether another SIM or device demands that whoever answers for the card be verified anew.
    mutating func obey(
        _ command: LifeCommand, for reason: StopReason = .risk, verifies: Bool = false, isHeld: Bool, at now: Instant
    ) {
        if isHeld { lacksName = false }
        switch command {
        case .openTest: enter(.testable, at: now)
        case .prepare: enter(.ready, at: now)
        case .activate: enter(.active, at: now)
        case .stop: stop(for: reason, at: now)
        case .resume: resume(reason)
        case .cancel: enter(.cancelling, at: now)
        case .bringBack: enter(wasActive ? .active : .ready, at: now)
        case .changeSIM, .changeDevice: if verifies { stop(for: .reverificationDue, at: now) }
        default: break
        }
        if needsName, !isHeld { lacksName = true }
    }

    private mutating func stop(for reason: StopReason, at now: Instant) {
        guard reasons.insert(reason).inserted, reason == .reverificationDue else { return }
        unverifiedSince = now
    }

    private mutating func resume(_ reason: StopReason) {
        reasons.remove(reason)
        if reason == .reverificationDue { unverifiedSince = nil }
    }

    /// Whether it would serve: here, no card of nobody's is tested.
    private var needsName: Bool { state == .active || state == .testable }
    /// Stopped until whoever answers for it is verified anew.
    var awaitsVerification: Bool { unverifiedSince != nil }

    /// It was used then, as is read later. What is older than its time here was another's use. Whoever was said to lie idle, and did not, is on
    /// its way out no more.
    mutating func use(at instant: Instant, isHeld: Bool, readAt now: Instant, _ calendar: CrowdCalendar) {
        guard instant >= takenAt else { return }
        lastUse = max(lastUse ?? instant, instant)
        guard state == .cancelling, layIdle, instant < since, calendar.end(ofMonths: 3, after: instant) > since else { return }
        lacksName = lacksName && !isHeld
        enter(wasActive ? .active : .ready, at: now)
        if state == .active, !isHeld { lacksName = true }
    }

    // MARK: What follows by itself

    /// All that is due up to now: because somebody answers for it or nobody does any more, because he was verified anew, because it was used, and
    /// by the calendar.
    /// - Parameter verifiedAt: when whoever answers for it was verified last; nil where nobody does.
    mutating func settle(verifiedAt: Instant?, at now: Instant, _ calendar: CrowdCalendar) {
        let isHeld = verifiedAt != nil
        while state != .cancelled {
            if followName(isHeld) { continue }
            if followVerification(verifiedAt) { continue }
            if followUse(isHeld, now) { continue }
            guard followCalendar(isHeld, now, calendar) else { return }
        }
    }

    private mutating func followName(_ isHeld: Bool) -> Bool {
        guard isHeld ? lacksName : needsName && !lacksName else { return false }
        lacksName = !isHeld
        return true
    }

    private mutating func followVerification(_ verifiedAt: Instant?) -> Bool {
        guard let verifiedAt, let unverifiedSince, verifiedAt > unverifiedSince else { return false }
        resume(.reverificationDue)
        return true
    }

    /// A card that waited for its first use goes into service by it; one of nobody's is stopped for it.
    private mutating func followUse(_ isHeld: Bool, _ now: Instant) -> Bool {
        guard let lastUse, lastUse > since, state == .ready || state == .stock else { return false }
        if isHeld {
            guard state == .ready else { return false }
            enter(.active, at: now)
            return true
        }
        guard !lacksName else { return false }
        lacksName = true
        return true
    }

    /// Use begins the time anew in which a card may lie idle.
    private var begins: Instant { max(since, lastUse ?? since) }

    /// Whether what ends a service then comes now. It is told seven days before; where nobody was told in time, it comes seven days after.
    private mutating func comes(_ end: Instant, _ now: Instant, _ calendar: CrowdCalendar) -> Bool {
        if let toldFor, toldFor >= end { return toldFor <= now }
        if end <= now { toldFor = calendar.end(ofDays: 7, after: now) } else if end.adding(days: -7) <= now { toldFor = end }
        return false
    }

    private mutating func lieIdle(at now: Instant) {
        enter(.cancelling, at: now)
        layIdle = true
    }

    private mutating func followCalendar(_ isHeld: Bool, _ now: Instant, _ calendar: CrowdCalendar) -> Bool {
        switch state {
        case .stock, .cancelled: return false
        case .testable:
            // Tests last thirty days here, and then it waits for its first use.
            guard calendar.end(ofDays: 30, after: since) <= now else { return false }
            enter(.ready, at: now)
        case .ready:
            let forced = calendar.endOfSilence(after: since)
            if lacksName {
                // The carrier has activated it, and it is stopped: it lies idle as any other.
                guard comes(calendar.end(ofMonths: 3, after: max(forced, begins)), now, calendar) else { return false }
                lieIdle(at: now)
            } else {
                guard forced <= now else { return false }
                if isHeld { enter(.active, at: now) } else { lacksName = true }
            }
        case .active:
            guard comes(calendar.end(ofMonths: 3, after: begins), now, calendar) else { return false }
            lieIdle(at: now)
        case .cancelling:
            guard comes(calendar.end(ofMonths: 2, after: since), now, calendar) else { return false }
            enter(.cancelled, at: now)
        }
        return true
    }
}
