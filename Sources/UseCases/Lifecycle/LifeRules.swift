import Records
import Registry
import SQLCore

/// What follows from how a card stands, without anybody asking: from its use, from who answers for it, from the calendar.
struct LifeRules {
    let terms: LifeTerms
    let now: Instant

    /// One thing that is to happen next.
    enum Next {
        case decide(LifeCommand, StopReason?, LifeTransition)
        case notice(LifeStep)
        /// It was seen in other devices: it is stopped for these reasons, as far as it is not yet.
        case devices(DeviceRule.Finding)
    }

    /// nil when nothing is to happen now.
    func next(_ life: StoredLife) throws -> Next? {
        var context = life.context(try terms.periods(of: life, at: now))
        if life.standing.state == .cancelled { return nil }
        if let command = settling(life) {
            let transition = try? life.standing.decide(command, context)
            if let transition, transition.changes { return .decide(command, nil, transition) }
        }
        if life.isVerifiedAnew {
            context.reason = .reverificationDue
            if let transition = try? life.standing.decide(.resume, context) { return .decide(.resume, .reverificationDue, transition) }
        }
        if try isSeparated(life) {
            context.reason = .deviceSeparation
            if let transition = try? life.standing.decide(.stop, context) { return .decide(.stop, .deviceSeparation, transition) }
        }
        if let finding = try deviceFinding(life) { return .devices(finding) }
        if isUsed(life), let transition = try? life.standing.decide(.powerUp, context), transition.changes {
            return .decide(.powerUp, nil, transition)
        }
        switch life.times.due(at: now, try terms.periods(of: life)) {
        case .never, .wait: return nil
        case .notice(let step): return .notice(step)
        case .act(let step):
            guard let transition = try? life.standing.decide(step.kind.command, context) else { return nil }
            return .decide(step.kind.command, nil, transition)
        }
    }

    func stop(_ life: StoredLife, for reason: StopReason) throws -> LifeTransition {
        try life.standing.decide(.stop, life.context(try terms.periods(of: life, at: now), reason: reason))
    }

    /// The card with the time at which somebody must look again: for the calendar, or because another begins to answer.
    func redated(_ life: StoredLife) throws -> StoredLife {
        var life = life
        life.dueAt = try dueAt(life)
        return life
    }

    private func dueAt(_ life: StoredLife) throws -> Instant? {
        guard life.standing.state != .cancelled else { return nil }
        let calendar: Instant? =
            switch life.times.due(at: now, try terms.periods(of: life)) {
            case .never: nil
            case .wait(let until): until
            case .notice, .act: now
            }
        return [calendar, life.holdingChanges, life.verificationComes, try finalStop(life)].compactMap(\.self).min()
    }

    /// Somebody began to answer, or nobody does any more.
    private func settling(_ life: StoredLife) -> LifeCommand? {
        let isNameless = life.standing.stops.contains(.noRealName)
        if life.isHeld { return isNameless ? .register : nil }
        return [.active, .testable].contains(life.standing.state) && !isNameless && !life.isTolerated ? .vacate : nil
    }

    private func isUsed(_ life: StoredLife) -> Bool {
        guard let lastUse = life.usage?.lastUse else { return false }
        return lastUse > life.since
    }

    private func isSeparated(_ life: StoredLife) throws -> Bool {
        // During tests a card may be in any device (R-IC-07).
        guard isBound(life) else { return false }
        if let stop = try finalStop(life) { return stop <= now }
        return try isInAnotherDevice(life)
    }

    private func isBound(_ life: StoredLife) -> Bool {
        [.ready, .active].contains(life.standing.state) && !life.standing.stops.contains(.deviceSeparation)
    }

    /// When a card is stopped whose chip was soldered into one device, and which was seen in another.
    private func finalStop(_ life: StoredLife) throws -> Instant? {
        guard isBound(life), let usage = life.usage, try terms.periods(of: life, at: now).deviceChangeIsFinal else { return nil }
        if usage.sightings.hasSeveralDevices,
            let stop = try DeviceRule.finalStop(facts(life, usage), { try terms.periods(of: life, at: $0) })
        {
            return stop
        }
        guard let seenAt = usage.deviceAt, try isInAnotherDevice(life), try terms.periods(of: life, at: seenAt).deviceChangeIsFinal else {
            return nil
        }
        return ServiceCalendar.end(ofDays: 0, after: seenAt)
    }

    private func deviceFinding(_ life: StoredLife) throws -> DeviceRule.Finding? {
        guard [.ready, .active].contains(life.standing.state), let usage = life.usage, usage.sightings.hasSeveralDevices else { return nil }
        return try DeviceRule.finding(facts(life, usage)) { try terms.periods(of: life, at: $0) }
    }

    private func facts(_ life: StoredLife, _ usage: UsageSummary) -> DeviceRule.Facts {
        DeviceRule.Facts(
            usage.seen, testedUntil: life.testedUntil, settledUntil: life.devicesSettledUntil, declared: life.binding,
            isInPool: life.pool != nil, heldSince: life.heldSince, isPersonal: life.isPersonal)
    }

    /// Whether it was seen last in a device to which it is not bound, stopped for it or not.
    func isInAnotherDevice(_ life: StoredLife) throws -> Bool {
        guard let usage = life.usage else { return false }
        return DeviceBinding.isSeparated(
            try terms.product(life.product).binding, declared: life.binding?.device, usage: usage, since: life.binding?.since,
            pool: life.pool)
    }
}

extension StoredLife {
    func context(_ periods: LifePeriods, reason: StopReason? = nil, isRebound: Bool = false) -> LifeContext {
        LifeContext(
            isHeld: isHeld, isTolerated: isTolerated, reason: reason, wasActive: wasActive, periods: periods, isPersonal: isPersonal,
            isRebound: isRebound)
    }
}
