import Records
import Registry
import Sandbox
import TestKit
import UseCases

@testable import Carriers

/// Says what is wrong after a carrier's worst hour.
struct WorstHourJudge {
    let job: MainJob
    let carrying: Carrying
    let cards: Range<Int>
    /// Where the cards stood at the carrier when the hour began.
    let begun: CarrierLife
    let repeats: Bool
    /// Counts of what the carrier does wrong, none of which may be missing.
    let worst: [String]

    func findings() async throws -> [String] {
        let theirs = Dictionary(uniqueKeysWithValues: await carrying.sandbox.cards().map { ($0.iccid, $0) })
        let found = try await job.installation.searchCards(as: job.administrator, numbers: cards.map { MainJob.iccid($0) })
        var wrong: [String] = []
        var needed: Int64 = 0
        for (place, card) in cards.enumerated() {
            guard let reference = found[place]?.reference, let effects = theirs[MainJob.iccid(card)]?.effects else {
                wrong.append("card \(card) is gone")
                continue
            }
            let life = try await job.installation.readLife(as: job.administrator, reference: reference)
            let isOver = life.intents.allSatisfy { $0.state.isOver && $0.state != .failed }
            if !isOver {
                let intents = life.intents.map { "\($0.command) \($0.state) \($0.tries) \($0.lastCode ?? "")" }
                wrong.append("card \(card): wishes not fulfilled: \(intents)")
            }
            let wished = life.intents.filter { $0.state == .done }.sorted { $0.ordinal < $1.ordinal }
            guard let effective = needing(wished) else {
                wrong.append("card \(card): done, though nobody was told")
                continue
            }
            wrong += compare(effects, effective).map { "card \(card): \($0)" }
            needed += Int64(effective.count)
            let said = life.truth?.state?.word
            if said.map({ CarrierComparison.service(life.life.standing, $0) != nil }) ?? true {
                wrong.append("card \(card): stands as \(life.life.standing), the carrier says \(said?.rawValue ?? "nothing")")
            }
        }
        return try await wrong + counts(needed)
    }

    private func counts(_ needed: Int64) async throws -> [String] {
        var wrong: [String] = []
        let changes = await carrying.statistic("changes")
        if changes != needed || changes == 0 { wrong.append("changes: \(changes) where \(needed) were needed") }
        let toldAgain = await carrying.statistic("toldAgain")
        if toldAgain > 0 { wrong.append("told again: \(toldAgain) orders that were taken on") }
        let overQuota = await carrying.statistic("overQuota")
        if overQuota > 0 { wrong.append("over quota: \(overQuota) calls") }
        for name in worst {
            let count = await carrying.statistic(name)
            if count <= 0 { wrong.append("no \(name): the carrier was not at its worst") }
        }
        let cases = try await job.installation.listLifeCases(as: job.administrator).rows
        if !cases.isEmpty { wrong.append("cases: \(cases.map(\.kind))") }
        return wrong
    }

    /// Those of the wishes that are done for which something had to happen, walking from where the card began: a card that never ran need
    /// not be stopped. A carrier that repeats does it all the same for one that stands stopped, once for each wish. Nil where one was
    /// neither told nor so.
    private func needing(_ done: [CarrierIntent]) -> [CarrierIntent]? {
        var life = begun
        var needed: [CarrierIntent] = []
        for intent in done {
            guard case .change(let change)? = intent.toldAs else {
                // Found done before anybody was told; else it was not.
                guard intent.command.isShown(by: life) else { return nil }
                continue
            }
            let isNeeded = change == .suspend ? life == .active || repeats && life == .stopped : life != .active || repeats
            guard isNeeded else { continue }
            life = Self.target(change)
            needed.append(intent)
        }
        return needed
    }

    private static func target(_ change: CarrierChange) -> CarrierLife { change == .suspend ? .stopped : .active }

    /// What came into effect at the carrier is what had to: each once, in order, by the number it was told under.
    private func compare(_ effects: [SimulatedCard.Effective], _ wished: [CarrierIntent]) -> [String] {
        let expected = wished.compactMap { intent -> SimulatedCard.Effect? in
            if case .change(let change)? = intent.toldAs { .life(Self.target(change)) } else { nil }
        }
        var wrong: [String] = []
        if effects.map(\.effect) != expected { wrong.append("effects: \(effects.map(\.effect)) where \(expected) were wished") }
        if !zip(effects, effects.dropFirst()).allSatisfy({ $0.at < $1.at }) { wrong.append("effects out of order") }
        let orders = effects.map(\.order)
        let areTheirs =
            switch carrying.system {
            case .generic: orders == wished.map { $0.order?.description }
            case .unicomCMP: orders == wished.map { UnicomWire.serial($0.createdAt, $0.order?.low ?? 0) }
            // Cards told together have one number, which this card has once.
            case .oneLink: Set(orders.compactMap(\.self)).count == wished.count
            // Its calls have none.
            case .ctwing: orders.allSatisfy { $0 == nil }
            }
        if !areTheirs { wrong.append("orders: \(orders)") }
        return wrong
    }
}

/// A planted fault: what may have been told counts as not told.
struct ForgetfulGateway: CarrierGateway {
    let inner: any CarrierGateway

    var name: String { inner.name }
    var carrier: Carrier { inner.carrier }
    var system: CarrierSystem { inner.system }
    var capabilities: CarrierCapabilities { inner.capabilities }
    var allowance: (any CarrierAllowance)? { inner.allowance }

    func state() async -> ProviderState { await inner.state() }
    func states(of cards: [CarrierCard]) async -> [CarrierReply<CarrierCardState>] { await inner.states(of: cards) }
    func realNames(of cards: [CarrierCard]) async -> [CarrierReply<CarrierRealName>] { await inner.realNames(of: cards) }
    func risks(of card: CarrierCard) async -> CarrierReply<[CarrierRisk]> { await inner.risks(of: card) }

    func tell(_ change: CarrierChange, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>] {
        await inner.tell(change, orders).map { reply -> CarrierReply<CarrierCardState> in
            // Both windows are over by then.
            if case .unclear = reply { return .unreachable(retryAfterSeconds: 200) }
            return reply
        }
    }

    func startRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierInvitation> { await inner.startRegistration(order) }
    func submit(_ identity: CarrierIdentity, _ order: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        await inner.submit(identity, order)
    }
    func clearRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierRealName> { await inner.clearRegistration(order) }
    func outcomes(of tickets: [CarrierTicket]) async -> [CarrierReply<CarrierOutcome>] { await inner.outcomes(of: tickets) }
    func judge(_ notice: CarrierNotice) -> CarrierNoticeVerdict { inner.judge(notice) }
    func close() async { await inner.close() }
}
