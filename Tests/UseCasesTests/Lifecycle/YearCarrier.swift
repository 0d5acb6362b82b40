import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers

/// A simulated carrier with its cards of the year behind its HTTP interface, and its adapter before it, by one clock.
struct YearCarrier: Sendable {
    let part: YearPart
    let sandbox: CarrierSandbox
    let gateway: any CarrierGateway

    /// Whether something is wished of the carrier that is neither over nor left to people.
    fileprivate func isAnythingOpen(_ lives: LifeSteps) async throws -> Bool {
        let (carrier, states) = (gateway.carrier.code, [IntentState.waiting, .sent].map(\.rawValue))
        return try await lives.shiming.store.read { session in
            try session.exists(
                """
                SELECT 1 FROM carrier_intent WHERE carrier = \(carrier) AND state IN \(SQLText.list(states)) AND ended_at IS NULL LIMIT 1
                """)
        }
    }

    /// What is due now: told, and asked what came of it.
    fileprivate func work(_ lives: LifeSteps) async throws {
        while try await lives.shiming.tellCarrier(gateway) {}
        while try await lives.shiming.askOutcomes(gateway) {}
    }

    /// Where no interface takes activations, somebody sees to them on the carrier's own pages, and reports it here. What else is left to people
    /// they leave undone.
    fileprivate func activateByHand(_ lives: LifeSteps) async throws {
        guard !isActivatedByInterface else { return }
        let carrier = gateway.carrier.code
        let wishes = try await lives.shiming.store.read { session in
            try session.all(
                """
                SELECT s.iccid, i.ordinal FROM carrier_intent i JOIN subscription s ON s.id = i.subscription
                WHERE i.carrier = \(carrier) AND i.state = \(IntentState.byHand.rawValue) AND i.ended_at IS NULL
                AND i.command = \(CarrierCommand.activate.rawValue) ORDER BY i.subscription, i.ordinal
                """
            ) { (iccid: $0.text(0), ordinal: $0.int(1)) }
        }
        for wish in wishes {
            await sandbox.operateElsewhere(wish.iccid, to: .active)
            let card = try await lives.reference(of: wish.iccid)
            try await lives.shiming.settleIntent(as: lives.controller, card: card, ordinal: wish.ordinal, isDone: true)
        }
    }

    private var isActivatedByInterface: Bool { gateway.capabilities.offers(.activate) }

    func counts() async -> [CarrierLife: Int] {
        await sandbox.cards().reduce(into: [:]) { $0[$1.life, default: 0] += 1 }
    }

    // MARK: The end of the year

    /// Every card stands here and there as it should, and the carrier did what was wished of it, each wish once, in order, and nothing else: nothing
    /// with another carrier's card either.
    func judgeEveryCard(_ lives: LifeSteps, at now: Date) async throws {
        let theirs = Dictionary(uniqueKeysWithValues: await sandbox.cards().map { ($0.iccid, $0) })
        let ours = try await standings(lives)
        let wishes = try await wishes(lives)
        var wrong: [String] = []
        for course in YearCourse.allCases {
            let life = YearLife(course, part.terms)
            let changes = isActivatedByInterface ? course.changesThere : Array(course.changesThere.dropFirst())
            let effects: [SimulatedCard.Effect] = changes.map { .life($0) }
            for iccid in part.places(course).map(part.iccid) {
                let card = try #require(theirs[iccid])
                let serves = try #require(ours[iccid])
                let wished = wishes[iccid] ?? []
                let isRight =
                    card.life == life.there(at: now) && serves == life.serves(at: now) && card.effects.map(\.effect) == effects
                    && areOf(wished, card.effects.map(\.order))
                if !isRight {
                    wrong.append("\(course) \(iccid): \(card.life) \(serves) \(card.effects) \(wished)")
                }
            }
        }
        #expect(wrong.isEmpty, "\(part.carrier): \(wrong.count) wrong, such as \(wrong.prefix(3))")
        #expect(theirs.count == part.cards, "\(part.carrier)")
        let statistics = await sandbox.statistics()
        #expect(statistics["toldAgain"] == 0 && statistics["overQuota"] == 0, "\(part.carrier): \(statistics)")
        // It did go wrong; of few cards' calls perhaps none.
        #expect(statistics["faults"]?.integerValue ?? 0 > 0 || part.cards < 200, "\(part.carrier)")
    }

    /// A wish that is done, as the carrier was told it.
    private struct Told: Sendable {
        let order: CarrierOrderID?
        let at: Instant
    }

    /// Whether the carrier did the wishes, one by one, under the numbers by which its interface knows them.
    private func areOf(_ wished: [Told], _ orders: [String?]) -> Bool {
        guard orders.count == wished.count, wished.allSatisfy({ $0.order != nil }) else { return false }
        switch gateway.system {
        case .generic: return orders == wished.map { $0.order?.description }
        case .unicomCMP: return orders == wished.map { UnicomWire.serial($0.at, $0.order?.low ?? 0) }
        // Cards told together have one number, which this card has once.
        case .oneLink: return Set(orders.compactMap(\.self)).count == wished.count
        // Its calls have none.
        case .ctwing: return orders.allSatisfy { $0 == nil }
        }
    }

    /// Whether each card serves.
    private func standings(_ lives: LifeSteps) async throws -> [String: Bool] {
        let product = part.name
        return try await lives.shiming.store.read { session in
            var serve: [String: Bool] = [:]
            try session.each(
                """
                SELECT s.iccid, l.state, l.stops FROM subscription s JOIN product p ON p.id = s.product
                LEFT JOIN card_life l ON l.subscription = s.id WHERE p.code = \(product)
                """
            ) { row in
                let state = row.isNull(1) ? ServiceState.stock : ServiceState(rawValue: row.int(1))
                let stops = row.isNull(2) ? StopReasons.none : StopReasons(rawValue: row.int(2))
                if let state, let stops { serve[row.text(0)] = LifeStanding(state, stops).serves }
                return true
            }
            return serve
        }
    }

    /// Each card's wishes that the carrier's interface did, in the order in which they were wished.
    private func wishes(_ lives: LifeSteps) async throws -> [String: [Told]] {
        let carrier = gateway.carrier.code
        return try await lives.shiming.store.read { session in
            var wishes: [String: [Told]] = [:]
            try session.each(
                """
                SELECT s.iccid, i.order_id, i.created_at FROM carrier_intent i JOIN subscription s ON s.id = i.subscription
                WHERE i.carrier = \(carrier) AND i.state = \(IntentState.done.rawValue) AND COALESCE(i.last_code, '') <> 'by-hand'
                ORDER BY i.subscription, i.ordinal
                """
            ) { row in
                let order: CarrierOrderID? = try row.identifierIfAny(1)
                wishes[row.text(0), default: []].append(Told(order: order, at: Instant(milliseconds: row.int(2))))
                return true
            }
            return wishes
        }
    }
}

/// A day's work of all of them: told, and asked what came of it; then again for what was too busy, lost, not in effect yet, or left alone because it
/// failed too often. Most days have none.
func workOff(_ carriers: [YearCarrier], _ lives: LifeSteps) async throws {
    let pauses: [Int64] = [0, 10, 60, 120] + Array(repeating: 300, count: 12) + [900, 1_800, 3_600]
    for seconds in pauses {
        var open: [YearCarrier] = []
        for carrier in carriers where try await carrier.isAnythingOpen(lives) { open.append(carrier) }
        guard !open.isEmpty else { break }
        lives.world.clock.move(seconds: seconds)
        for carrier in open { try await carrier.work(lives) }
    }
    for carrier in carriers { try await carrier.activateByHand(lives) }
}

/// Runs `body` beside the carriers of these parts, each with a simulator of its own that knows its cards alone.
func withYearCarriers(
    _ parts: [YearPart], _ clock: MovedClock, _ body: @escaping @Sendable ([YearCarrier]) async throws -> Void
) async throws {
    guard let last = parts.last else { return try await body([]) }
    try await withYearCarrier(last, clock) { carrier in
        try await withYearCarriers(Array(parts.dropLast()), clock) { try await body($0 + [carrier]) }
    }
}

/// A carrier who knows these cards, is slow, and fails at a share of the calls.
private func scenario(_ part: YearPart) -> CarrierScenario {
    var scenario = CarrierScenario()
    scenario.seed = 20_260_302
    // Whoever is asked about each card alone is asked less often.
    scenario.effectSeconds = part.system == .generic ? 5...120 : 5...30
    scenario.callsPerSecond = part.callsPerSecond
    scenario.repeats = true
    scenario.cards = (0..<part.cards).map {
        SimulatedCard(iccid: part.iccid($0), msisdn: part.msisdn($0), life: .ready, registered: .registered)
    }
    let answers: [(CarrierFault, CarrierScenario.Kind)] = [
        (.drop, .command), (.cut, .command), (.notJSON, .command), (.missing, .all), (.contradiction, .all), (.reversed, .all),
    ]
    // After these a carrier is left alone for a while: a year would not be enough where each card is a call.
    let refusals: [(CarrierFault, CarrierScenario.Kind)] = [(.unavailable, .command), (.tooMany, .all), (.broken, .all)]
    let others: [(CarrierFault, CarrierScenario.Kind)] =
        switch part.system {
        case .generic: refusals
        case .oneLink: [(.cut, .query), (.tokenExpired, .all)]
        case .ctwing, .unicomCMP: [(.cut, .query)]
        }
    scenario.steps = (answers + others).map { CarrierScenario.Step(kind: $0.1, percent: 1, fault: $0.0) }
    return scenario
}

private func withYearCarrier(
    _ part: YearPart, _ clock: MovedClock, _ body: @escaping @Sendable (YearCarrier) async throws -> Void
) async throws {
    let key = "an-invented-key-0123456789"
    let sandbox = CarrierSandbox(key: key, scenario: scenario(part), clock: clock)
    try await SandboxServer.withRunning(sandbox) { address in
        let folder = FileManager.default.temporaryDirectory.path + "/year-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = SandboxConnection(part.system, address: address, key: key, credentialsFile: "credentials.json")
        let credentials = folder + "/credentials.json"
        try Data(made.credentials).write(to: URL(fileURLWithPath: credentials))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: credentials)
        var members = try #require(try JSONValue(parsing: made.file).objectValue)
        members["carrier"] = .string(part.carrier.code)
        members["limits"] = [
            "callsPerSecond": .integer(part.callsPerSecond), "callsPerCardPerMinute": 0, "timeoutSeconds": 60,
        ]
        let connection = try CarrierConnection(parsing: try JSONValue.object(members).canonicalBytes(), folder: folder)
        let gateway = try connection.open(
            allowsSandbox: true, clock: clock, chance: SeededChance(seed: 7), waiting: MovingPause(clock))
        do {
            try await body(YearCarrier(part: part, sandbox: sandbox, gateway: gateway))
        } catch {
            await gateway.close()
            throw error
        }
        await gateway.close()
    }
}
