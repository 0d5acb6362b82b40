import Records
import Registry
import SQLCore

/// Cards that were used in time, as comes to light only now: their cancellation cycle was begun wrongly.
struct UsedInTime {
    private(set) var cancelling: [Int64] = []
    private(set) var cancelled: [CycleRecords.Cycle] = []

    /// - Parameter uses: when each card was used, in any order.
    init(_ uses: [Int64: [Instant]], in session: any Session) throws {
        let cycles = try CycleRecords.of(uses.keys.sorted(), in: session).filter(\.begin.isIdle)
        guard !cycles.isEmpty else { return }
        let terms = try LifeTerms(in: session)
        for cycle in cycles {
            guard try Self.isWrong(cycle, uses[cycle.subscription] ?? [], terms) else { continue }
            if cycle.isOver { cancelled.append(cycle) } else { cancelling.append(cycle.subscription) }
        }
    }

    /// Judged once, as the calendar would have been: by the last use before the cycle, reported now or before, and by what was set then. An
    /// older use shows nothing, however long a card might lie idle at that time.
    private static func isWrong(_ cycle: CycleRecords.Cycle, _ uses: [Instant], _ terms: LifeTerms) throws -> Bool {
        let known = uses + [cycle.lastUse].compactMap(\.self)
        guard let last = known.filter({ $0 < cycle.begin.at }).max(), last > cycle.since else { return false }
        let periods = try terms.periods(product: cycle.product, province: cycle.province, at: last)
        return cycle.begin.isWrong(usedAt: last, idleMonths: periods.idleMonths)
    }

    /// Those that are not cancelled yet go back to where they were, whatever stops them there.
    func bringBack(in act: Act) throws {
        guard !cancelling.isEmpty else { return }
        let terms = try LifeTerms(in: act.session)
        let writing = LifeWriting(act, terms)
        for life in try LifeRecords.lives(cancelling, at: act.now, in: act.session) {
            var life = life
            let transition = try life.standing.decide(.usedInTime, life.context(try terms.periods(of: life, at: act.now)))
            try writing.apply(transition, .usedInTime, reason: nil, to: &life)
            try writing.keep(life)
        }
        try writing.finish()
    }

    /// For the others people see to it, once: nothing brings a cancelled card back.
    func openCases(at now: Instant, in session: any Session) throws {
        for cycle in cancelled {
            let kind = LifeCaseKind.cancelledThoughUsed
            guard try !LifeCaseRecords.wasOpened(kind, of: cycle.subscription, since: cycle.begin.at, in: session) else { continue }
            try LifeCaseRecords.open(.init(subscription: cycle.subscription, openedAt: now, kind: kind), in: session)
        }
    }
}
