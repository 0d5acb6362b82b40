/// A step that a card's life takes by itself; the raw values stand in the database.
package enum LifeStepKind: Int64, CaseIterable, Sendable {
    case testEnd = 0
    case silentEnd = 1
    case idle = 2
    case arrears = 3
    case cycleEnd = 4

    package var command: LifeCommand {
        switch self {
        case .testEnd: .prepare
        case .silentEnd: .carrierActivated
        case .idle, .arrears: .cancel
        case .cycleEnd: .finish
        }
    }

    /// Whether a service begins to end by it, or ends: whoever answers is told before, or it does not come.
    package var isToldFirst: Bool {
        switch self {
        case .idle, .arrears, .cycleEnd: true
        case .testEnd, .silentEnd: false
        }
    }

    package var name: String {
        switch self {
        case .testEnd: "test-end"
        case .silentEnd: "silent-end"
        case .idle: "idle"
        case .arrears: "arrears"
        case .cycleEnd: "cycle-end"
        }
    }
}

package struct LifeStep: Hashable, Sendable {
    package let kind: LifeStepKind
    package let at: Instant

    package init(_ kind: LifeStepKind, _ at: Instant) {
        self.kind = kind
        self.at = at
    }
}

/// What the calendar must know of a card.
package struct LifeTimes: Hashable, Sendable {
    package var standing: LifeStanding
    /// Since when it is in this state.
    package var since: Instant
    package var lastUse: Instant?
    package var arrearsSince: Instant?
    /// The step for which whoever answers was told already, by its time.
    package var noticedFor: Instant?

    package init(
        _ standing: LifeStanding, since: Instant, lastUse: Instant? = nil, arrearsSince: Instant? = nil, noticedFor: Instant? = nil
    ) {
        self.standing = standing
        self.since = since
        self.lastUse = lastUse
        self.arrearsSince = arrearsSince
        self.noticedFor = noticedFor
    }

    /// From when the running period counts; the settings in force then are those that count for it. A cycle
    /// that runs is begun anew by no use.
    package var begins: Instant { standing.state == .cancelling ? since : max(since, lastUse ?? since) }
}

/// When the next thing happens to a card.
package enum LifeDue: Hashable, Sendable {
    case never
    /// Nothing before.
    case wait(Instant)
    /// Whoever answers is to be told of the step.
    case notice(LifeStep)
    case act(LifeStep)
}

extension LifeTimes {
    /// The next step by itself; nil where time alone does nothing. One that ends a service comes no earlier than people were told.
    package func nextStep(_ periods: LifePeriods) -> LifeStep? {
        guard let step = stepOfCalendar(periods) else { return nil }
        guard step.kind.isToldFirst, let noticedFor, noticedFor > step.at else { return step }
        return LifeStep(step.kind, noticedFor)
    }

    private func stepOfCalendar(_ periods: LifePeriods) -> LifeStep? {
        switch standing.state {
        case .stock, .cancelled: return nil
        case .testable: return periods.testDays.map { LifeStep(.testEnd, ServiceCalendar.end(ofDays: $0, after: since)) }
        case .ready:
            guard let days = periods.silentDays else { return nil }
            let end = ServiceCalendar.end(ofDays: days, after: since)
            let forced = periods.silentEndsOnFirst ? ServiceCalendar.firstOfMonth(from: end) : end
            // Activated by the carrier and stopped by us, it lies idle like any other.
            guard !standing.stops.contains(.noRealName) else {
                return LifeStep(.idle, ServiceCalendar.end(ofMonths: periods.idleMonths, after: max(forced, begins)))
            }
            return LifeStep(.silentEnd, forced)
        case .active:
            let idle = LifeStep(.idle, ServiceCalendar.end(ofMonths: periods.idleMonths, after: begins))
            guard standing.stops.contains(.arrears), let arrearsSince else { return idle }
            let unpaid = LifeStep(.arrears, ServiceCalendar.end(ofDays: periods.arrearsDays, after: arrearsSince))
            return unpaid.at < idle.at ? unpaid : idle
        case .cancelling: return LifeStep(.cycleEnd, ServiceCalendar.end(ofMonths: periods.cancellationMonths, after: since))
        }
    }

    package func due(at now: Instant, _ periods: LifePeriods) -> LifeDue {
        guard let step = nextStep(periods) else { return .never }
        if step.at <= now {
            guard step.kind.isToldFirst, periods.noticeDays > 0, noticedFor != step.at else { return .act(step) }
            // The server was off, or its clock was not believed: told now, it comes after the time that a notice gives.
            return .notice(LifeStep(step.kind, ServiceCalendar.end(ofDays: periods.noticeDays, after: now)))
        }
        let told = step.at.adding(days: -periods.noticeDays)
        if noticedFor == step.at || periods.noticeDays == 0 { return .wait(step.at) }
        return told <= now ? .notice(step) : .wait(told)
    }
}
