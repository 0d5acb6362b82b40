import Foundation
import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let cardsAllocated = TrailAction("cards.allocated")
    static let cardsRecalled = TrailAction("cards.recalled")
}

/// What became of the cards of a custody act.
package struct CustodyOutcome: Hashable, Sendable {
    /// Nil when nothing had to move.
    package let act: CustodyActID?
    package let moved: Int64
    /// Were already where they should be.
    package let alreadyThere: Int64
    /// Left where they are, by reason; only when asked to move the others.
    package let leftOut: [CustodyObstacle: Int64]
    /// Positions in the list, from 0, for which no card was found.
    package let notFoundPositions: [Int]
}

extension Installation {
    /// Hands cards on to an agent or hall below (划拨). All of them or none, unless `leavingOthers` asks to move those that can be moved.
    /// Throws `not-found`, `custody-target-kind`, `custody-target-inactive`, `custody-nothing-selected`, `cards-not-movable`.
    package func allocateCards(
        as principal: Principal, _ selector: CardSelector, to target: OrganisationID, leavingOthers: Bool = false
    ) async throws -> CustodyOutcome {
        try await act(as: principal, .cardsAllocated, needs: .custodyManage) { act in
            let actor = try act.custodySeat()
            guard let target = try CustodyRecords.seat(of: target, in: act.session) else { throw Refusal.notFound }
            try CustodyRules.demand(.allocate, from: actor, to: target)
            let plan = try act.plan(selector, leavingOthers: leavingOthers) { CustodyRules.allocate(by: actor, to: target, heldBy: $0) }
            let custodian = Custodian(organisation: target.organisation, path: target.path, standing: .allocated)
            return try act.move(plan, .allocate, from: actor.organisation, to: custodian, selector)
        }
    }

    /// Takes cards back from those below (回收). Throws like `allocateCards`.
    package func recallCards(
        as principal: Principal, _ selector: CardSelector, leavingOthers: Bool = false
    ) async throws -> CustodyOutcome {
        try await act(as: principal, .cardsRecalled, needs: .custodyManage) { act in
            let actor = try act.custodySeat()
            let plan = try act.plan(selector, leavingOthers: leavingOthers) { CustodyRules.recall(by: actor, heldBy: $0) }
            let standing: CustodyStanding = actor.kind == .operatingCompany ? .stock : .allocated
            let custodian = Custodian(organisation: actor.organisation, path: actor.path, standing: standing)
            return try act.move(plan, .recall, from: plan.onlyHolder, to: custodian, selector)
        }
    }
}

/// The selected cards sorted by what the rules say of each.
struct CustodyPlan {
    var moves: [CustodyPart] = []
    var alreadyThere: Int64 = 0
    var obstacles: [CustodyObstacle: Int64] = [:]
    var selection: CardSelection

    /// Throws `cards-not-movable` when cards stand in the way that may not be left out, `custody-nothing-selected` when none is left.
    func demand(leavingOthers: Bool) throws(Refusal) {
        if !leavingOthers, !obstacles.isEmpty { throw .custodyRefused(obstacles) }
        guard !moves.isEmpty || alreadyThere > 0 else { throw .custodyNothing }
    }

    /// Who had all the cards that move; nil when several had.
    var onlyHolder: OrganisationID? {
        let holders = Set(moves.map(\.custodian.organisation))
        return holders.count == 1 ? holders.first : nil
    }
}

extension Act {
    func custodySeat() throws -> CustodySeat {
        guard let seat = try CustodyRecords.seat(of: principal.organisation, in: session) else { throw Refusal.notFound }
        return seat
    }

    func plan(
        _ selector: CardSelector, leavingOthers: Bool, judge: (Custodian) -> CustodyRules.Judgement
    ) throws -> CustodyPlan {
        let plan = try sorted(selector, judge: judge)
        try plan.demand(leavingOthers: leavingOthers)
        return plan
    }

    /// The selected cards by what the rules say of each.
    func sorted(_ selector: CardSelector, judge: (Custodian) -> CustodyRules.Judgement) throws -> CustodyPlan {
        var plan = CustodyPlan(
            selection: try installation.selectIntervals(selector, scope: principal.scope, in: session))
        for part in try CustodyRecords.parts(of: plan.selection.intervals, scope: principal.scope, in: session) {
            switch judge(part.custodian) {
            case .moves: plan.moves.append(part)
            case .alreadyThere: plan.alreadyThere += part.interval.count
            case .refused(let obstacle): plan.obstacles[obstacle, default: 0] += part.interval.count
            }
        }
        if plan.selection.notFound > 0 { plan.obstacles[.notFound] = Int64(plan.selection.notFound) }
        return plan
    }

    func move(
        _ plan: CustodyPlan, _ kind: CustodyActKind, from: OrganisationID?, to custodian: Custodian, _ selector: CardSelector
    ) throws -> CustodyOutcome {
        let cards = CardIntervals(plan.moves.map(\.interval))
        let id: CustodyActID? = cards.isEmpty ? nil : fresh()
        if let id {
            try CustodyRecords.record(
                id, kind, from: from, to: custodian, selector: try selector.onRecord(), cards: cards, by: principal.account, in: recording)
        }
        recording.note("cards", .integer(cards.count))
        return CustodyOutcome(
            act: id, moved: cards.count, alreadyThere: plan.alreadyThere, leftOut: plan.obstacles,
            notFoundPositions: plan.selection.notFoundPositions)
    }
}

extension Refusal {
    /// A detail for every reason, with how many cards it concerns.
    static func custodyRefused(_ obstacles: [CustodyObstacle: Int64]) -> Refusal {
        custodyRefused(obstacles.sorted { $0.key.rawValue < $1.key.rawValue }.map { $0.refusal.of(cards: $1) })
    }
}

extension CardSelector {
    /// What stays on record of how the cards were chosen: canonical JSON, of a list only its length.
    func onRecord() throws -> String {
        let members: [String: String] =
            switch self {
            case .batch(let label): ["batch": label]
            case .range(let from, let to): ["from": from, "to": to]
            case .numbers(let numbers): ["numbers": String(numbers.count)]
            }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(members), as: UTF8.self)
    }
}
