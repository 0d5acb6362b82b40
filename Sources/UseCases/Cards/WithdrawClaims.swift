import Numbers
import Records
import Registry
import SQLCore

extension TrailAction {
    static let claimsWithdrawn = TrailAction("claims.withdrawn")
}

extension Installation {
    /// Takes claims out that an agent made with wrong data, so that the cards can come in with their right ones. What was claimed stays
    /// on record; the numbers become free. Throws `not-permitted`, `custody-nothing-selected`, `cards-not-movable`.
    package func withdrawClaims(
        as principal: Principal, _ selector: CardSelector, leavingOthers: Bool = false
    ) async throws -> CustodyOutcome {
        try principal.demandEverything()
        return try await act(as: principal, .claimsWithdrawn, needs: .custodyManage) { act in
            let actor = try act.custodySeat()
            var plan = try act.sorted(selector) { CustodyRules.withdraw(by: actor, heldBy: $0) }
            try act.keepRegistered(in: &plan)
            try plan.demand(leavingOthers: leavingOthers)
            let custodian = Custodian(organisation: actor.organisation, path: actor.path, standing: .withdrawn)
            return try act.move(plan, .withdraw, from: plan.onlyHolder, to: custodian, selector)
        }
    }
}

extension Act {
    /// A card that somebody answers for, now or from a later day on, is left as it is.
    fileprivate func keepRegistered(in plan: inout CustodyPlan) throws {
        var moves: [CustodyPart] = []
        for part in plan.moves {
            let cards = try HoldingRecords.facts(part.interval.lo...part.interval.hi, in: session)
            let free = cards.filter { $0.holdings.holders(from: now).isEmpty }.map(\.subscription)
            if free.count < cards.count { plan.obstacles[.registered, default: 0] += Int64(cards.count - free.count) }
            moves += CardIntervals(subscriptions: free).intervals.map { CustodyPart(interval: $0, custodian: part.custodian) }
        }
        plan.moves = moves
    }
}
