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
            let isWrong = try (uses[cycle.subscription] ?? []).contains { use in
                guard use >= cycle.takenAt else { return false }
                let periods = try terms.periods(product: cycle.product, province: cycle.province, at: use)
                return cycle.begin.isWrong(usedAt: use, idleMonths: periods.idleMonths)
            }
            guard isWrong else { continue }
            if cycle.isOver { cancelled.append(cycle) } else { cancelling.append(cycle.subscription) }
        }
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
