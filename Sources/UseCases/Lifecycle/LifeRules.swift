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
    }

    /// nil when nothing is to happen now.
    func next(_ life: StoredLife) throws -> Next? {
        var context = life.context(try terms.periods(of: life, at: now))
        if life.standing.state == .cancelled { return nil }
        if let command = settling(life) {
            let transition = try? life.standing.decide(command, context)
            if let transition, transition.changes { return .decide(command, nil, transition) }
        }
        if try isSeparated(life) {
            context.reason = .deviceSeparation
            if let transition = try? life.standing.decide(.stop, context) { return .decide(.stop, .deviceSeparation, transition) }
        }
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
        guard let changes = life.holdingChanges else { return calendar }
        return calendar.map { min($0, changes) } ?? changes
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
        guard [.ready, .active].contains(life.standing.state), !life.standing.stops.contains(.deviceSeparation) else { return false }
        return try isInAnotherDevice(life)
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
    func context(_ periods: LifePeriods, reason: StopReason? = nil) -> LifeContext {
        LifeContext(isHeld: isHeld, isTolerated: isTolerated, reason: reason, wasActive: wasActive, periods: periods)
    }
}
