/// Where a card's service stands and what stops it.
package struct LifeStanding: Hashable, Sendable {
    package var state: ServiceState
    package var stops: StopReasons

    package init(_ state: ServiceState, _ stops: StopReasons = .none) {
        self.state = state
        self.stops = stops
    }

    /// Service runs only when no reason stops it (R-LC-01).
    package var serves: Bool { state.serves && stops.isEmpty }
}

/// What a decision must know besides.
package struct LifeContext: Hashable, Sendable {
    /// Somebody answers for the card now, by a registration that satisfied its policy.
    package var isHeld: Bool
    /// It was in service before it came here and nobody has registered it since: it is to be registered, and runs on meanwhile (R-25-24).
    package var isTolerated: Bool
    /// For `stop` and `resume`.
    package var reason: StopReason?
    /// Whether it was in service before it was being cancelled.
    package var wasActive: Bool
    package var periods: LifePeriods
    /// A person answers for it.
    package var isPersonal: Bool
    /// The device it is in was declared for it (换绑): what was stopped for it may go on.
    package var isRebound: Bool

    package init(
        isHeld: Bool, isTolerated: Bool = false, reason: StopReason? = nil, wasActive: Bool = false, periods: LifePeriods = LifePeriods(),
        isPersonal: Bool = false, isRebound: Bool = false
    ) {
        self.isHeld = isHeld
        self.isPersonal = isPersonal
        self.isRebound = isRebound
        self.isTolerated = isTolerated
        self.reason = reason
        self.wasActive = wasActive
        self.periods = periods
    }
}

/// What a command came to.
package struct LifeTransition: Hashable, Sendable {
    package let before: LifeStanding
    package let after: LifeStanding
    /// What the carrier is to be asked for, in this order.
    package let intents: [CarrierCommand]
    /// Carrier and we disagree about an unregistered card: somebody must look (§6.3).
    package let opensCase: Bool

    package init(before: LifeStanding, after: LifeStanding, intents: [CarrierCommand], opensCase: Bool) {
        self.before = before
        self.after = after
        self.intents = intents
        self.opensCase = opensCase
    }

    package var changes: Bool { before != after }
}

extension LifeStanding {
    /// Decides a command. Throws the refusal that the table or a guard names; nothing else can happen to a card.
    package func decide(_ command: LifeCommand, _ context: LifeContext) throws(LifeRefused) -> LifeTransition {
        var after = self
        // Finishing the registration clears its own reason and no other, whoever asks for what (R-LC-02).
        if context.isHeld { after.stops = after.stops.lifting(.noRealName) }
        switch LifeTable.outcome(state, command) {
        case .refused(let obstacle): throw LifeRefused(obstacle)
        case .to(let next): after.state = next
        case .stays: break
        case .back: after.state = context.wasActive ? .active : .ready
        case .backByUse:
            if context.periods.useBringsBack, context.isHeld, !stops.contains(.arrears) {
                after.state = context.wasActive ? .active : .ready
            }
        case .follows: if context.isHeld { after.state = .active }
        }
        try after.apply(command, context)
        if needsName(after, command, context) { after.stops = after.stops.adding(.noRealName) }
        return LifeTransition(
            before: self, after: after, intents: intents(to: after, by: command),
            opensCase: command == .carrierActivated && state != .active && after.state != .active && !context.isHeld)
    }

    private mutating func apply(_ command: LifeCommand, _ context: LifeContext) throws(LifeRefused) {
        switch command {
        case .activate:
            guard context.isHeld else { throw LifeRefused(.noRealName) }
            guard stops.isEmpty else { throw LifeRefused(.stopped) }
        case .stop:
            guard let reason = context.reason else { throw LifeRefused(.reasonNeeded) }
            guard !stops.contains(reason) else { throw LifeRefused(.reasonSet) }
            stops = stops.adding(reason)
        case .resume:
            guard let reason = context.reason else { throw LifeRefused(.reasonNeeded) }
            guard reason != .noRealName else { throw LifeRefused(.byRegistration) }
            guard stops.contains(reason) else { throw LifeRefused(.reasonNotSet) }
            if reason == .deviceSeparation { try admitDevice(context) }
            stops = stops.lifting(reason)
        case .changeSIM: if context.periods.reregistersOnSIMChange { stops = stops.adding(.reverificationDue) }
        case .changeDevice:
            if context.periods.deviceChangeIsFinal, stops.contains(.deviceSeparation) { throw LifeRefused(.deviceFinal) }
            // The device is declared: that it was another is settled, that the holder must be verified again is not.
            stops = stops.lifting(.deviceSeparation)
            if context.periods.demandsVerification(isPersonal: context.isPersonal) { stops = stops.adding(.reverificationDue) }
        case .bringBack: guard !stops.contains(.arrears) else { throw LifeRefused(.stopped) }
        case .openTest, .prepare, .cancel, .finish, .register, .vacate, .powerUp, .carrierActivated, .usedInTime: break
        }
    }

    /// Another device is forgiven by nobody where it is final, and elsewhere by whoever may, once it is declared (R-IC-08, R-IC-09).
    private func admitDevice(_ context: LifeContext) throws(LifeRefused) {
        if context.periods.deviceChangeIsFinal { throw LifeRefused(.deviceFinal) }
        if context.periods.separationNeedsRebinding, !context.isRebound { throw LifeRefused(.rebindingNeeded) }
    }

    /// Unregistered, a card is stopped where it serves, where it was used and where the carrier activated it (R-IC-06).
    private func needsName(_ after: LifeStanding, _ command: LifeCommand, _ context: LifeContext) -> Bool {
        if context.isHeld || context.isTolerated && (state == .active || command == .usedInTime) { return false }
        switch after.state {
        case .active: return true
        case .testable: return !context.periods.testsUnregistered || command == .carrierActivated
        case .stock, .ready: return command == .powerUp || command == .carrierActivated
        case .cancelling, .cancelled: return false
        }
    }

    private func intents(to after: LifeStanding, by command: LifeCommand) -> [CarrierCommand] {
        if after.state == .cancelled { return [.cancel] }
        var intents: [CarrierCommand] = []
        if command == .changeSIM { intents.append(.changeSIM) }
        if command == .changeDevice { intents.append(.changeDevice) }
        if state == .stock, after.state == .testable {
            intents += after.serves ? [.openTest] : [.openTest, .stop]
        } else if after.serves {
            if after.state == .active, isBeforeService { intents.append(.activate) } else if !serves { intents.append(.resume) }
        } else if serves {
            intents.append(after.state == .ready ? .prepare : .stop)
        } else if after.state == .ready, isBeforeService, state != .ready {
            intents.append(.prepare)
        } else if command == .carrierActivated || command == .powerUp && self != after {
            // What runs at the carrier against our will is stopped there too.
            intents.append(.stop)
        }
        return intents
    }

    private var isBeforeService: Bool { state == .stock || state == .testable || state == .ready }
}

/// A command that is not possible.
package struct LifeRefused: Error, Hashable, Sendable {
    package let obstacle: LifeObstacle

    package init(_ obstacle: LifeObstacle) {
        self.obstacle = obstacle
    }
}
