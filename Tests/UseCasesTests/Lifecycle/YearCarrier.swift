import Carriers
import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Sandbox
import TestKit
import Testing
import UseCases

/// The simulated carrier behind its HTTP interface, and the adapter before it, by one clock.
struct YearCarrier: Sendable {
    let sandbox: CarrierSandbox
    let gateway: any CarrierGateway
    let clock: MovedClock

    /// A day's work: told, and asked what came of it; then again for what was too busy, lost, or not in effect yet. Most days have none.
    func work(_ lives: LifeSteps) async throws {
        for seconds: Int64 in [0, 10, 60, 120, 300, 900, 1_800, 3_600] {
            guard try await isAnythingOpen(lives) else { return }
            clock.move(seconds: seconds)
            while try await lives.shiming.tellCarrier(gateway) {}
            while try await lives.shiming.askOutcomes(gateway) {}
        }
    }

    /// Whether something is wished of the carrier that is neither over nor left to people.
    private func isAnythingOpen(_ lives: LifeSteps) async throws -> Bool {
        let (carrier, states) = (gateway.carrier.code, [IntentState.waiting, .sent].map(\.rawValue))
        return try await lives.shiming.store.read { session in
            try session.exists(
                """
                SELECT 1 FROM carrier_intent WHERE carrier = \(carrier) AND state IN \(SQLText.list(states)) AND ended_at IS NULL LIMIT 1
                """)
        }
    }

    func counts() async -> [CarrierLife: Int] {
        await sandbox.cards().reduce(into: [:]) { $0[$1.life, default: 0] += 1 }
    }

    /// Every card stands here and there as it should, and the carrier did what was wished of it, each wish once, in order, and nothing else.
    /// - Parameter expected: where the n-th card stands at the carrier, what was done with it there, and whether it serves here.
    func judgeEveryCard(_ lives: LifeSteps, _ expected: (Int) throws -> (CarrierLife, [CarrierLife], Bool)) async throws {
        let theirs = Dictionary(uniqueKeysWithValues: await sandbox.cards().map { ($0.iccid, $0) })
        let ours = try await standings(lives)
        let wishes = try await orders(lives)
        var wrong: [String] = []
        for (number, iccid) in lives.job.iccids.enumerated() {
            let card = try #require(theirs[iccid])
            let (life, changes, mayServe) = try expected(number)
            let serves = try #require(ours[iccid])
            if card.life != life || serves != mayServe || card.effects.map(\.effect) != changes.map({ .life($0) })
                || card.effects.map(\.order) != wishes[iccid] ?? []
            {
                wrong.append("\(number): \(card.life) \(serves) \(card.effects) \(wishes[iccid] ?? [])")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count) wrong, such as \(wrong.prefix(3))")
        #expect(theirs.count == lives.job.iccids.count)
        let statistics = await sandbox.statistics()
        #expect(statistics["toldAgain"] == 0 && statistics["overQuota"] == 0, "\(statistics)")
        // It did go wrong.
        #expect(statistics["faults"]?.integerValue ?? 0 > 0)
    }

    /// Whether each card serves.
    private func standings(_ lives: LifeSteps) async throws -> [String: Bool] {
        try await lives.shiming.store.read { session in
            var serve: [String: Bool] = [:]
            try session.each(
                "SELECT s.iccid, l.state, l.stops FROM subscription s LEFT JOIN card_life l ON l.subscription = s.id"
            ) { row in
                let state = row.isNull(1) ? ServiceState.stock : ServiceState(rawValue: row.int(1))
                let stops = row.isNull(2) ? StopReasons.none : StopReasons(rawValue: row.int(2))
                if let state, let stops { serve[row.text(0)] = LifeStanding(state, stops).serves }
                return true
            }
            return serve
        }
    }

    /// As what the carrier knows each card's wishes that are done, in the order in which they were wished.
    private func orders(_ lives: LifeSteps) async throws -> [String: [String]] {
        try await lives.shiming.store.read { session in
            var orders: [String: [String]] = [:]
            try session.each(
                """
                SELECT s.iccid, i.order_id FROM carrier_intent i JOIN subscription s ON s.id = i.subscription
                WHERE i.state = \(IntentState.done.rawValue) ORDER BY i.subscription, i.ordinal
                """
            ) { row in
                let order: CarrierOrderID? = try row.identifierIfAny(1)
                orders[row.text(0), default: []].append(order?.description ?? "never told")
                return true
            }
            return orders
        }
    }
}

/// Runs `body` beside a carrier who knows so many cards, is slow, and fails at a share of the calls.
func withYearCarrier(
    _ iccid: (Int) -> String, cards: Int, _ body: @escaping @Sendable (YearCarrier) async throws -> Void
) async throws {
    var scenario = CarrierScenario()
    scenario.seed = 20_260_302
    scenario.effectSeconds = 5...120
    scenario.callsPerSecond = 10
    scenario.repeats = true
    scenario.cards = (0..<cards).map {
        SimulatedCard(iccid: iccid($0), msisdn: MainJob.msisdn($0), life: .ready, registered: .registered)
    }
    let faults: [(CarrierFault, CarrierScenario.Kind)] = [
        (.drop, .command), (.cut, .command), (.unavailable, .command), (.tooMany, .all), (.broken, .all), (.notJSON, .command),
        (.missing, .all), (.contradiction, .all), (.reversed, .all),
    ]
    scenario.steps = faults.map { CarrierScenario.Step(kind: $0.1, percent: 1, fault: $0.0) }
    let clock = MovedClock()
    let key = "an-invented-key-0123456789"
    let sandbox = CarrierSandbox(key: key, scenario: scenario, clock: clock)
    try await SandboxServer.withRunning(sandbox) { address in
        let folder = FileManager.default.temporaryDirectory.path + "/year-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = SandboxConnection(.generic, address: address, key: key, credentialsFile: "credentials.json")
        let credentials = folder + "/credentials.json"
        try Data(made.credentials).write(to: URL(fileURLWithPath: credentials))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: credentials)
        var members = try #require(try JSONValue(parsing: made.file).objectValue)
        members["carrier"] = "mobile"
        members["limits"] = ["callsPerSecond": 10, "callsPerCardPerMinute": 0, "timeoutSeconds": 60]
        let connection = try CarrierConnection(parsing: try JSONValue.object(members).canonicalBytes(), folder: folder)
        let gateway = try connection.open(
            allowsSandbox: true, clock: clock, chance: SeededChance(seed: 7), waiting: MovingPause(clock))
        do {
            try await body(YearCarrier(sandbox: sandbox, gateway: gateway, clock: clock))
        } catch {
            await gateway.close()
            throw error
        }
        await gateway.close()
    }
}
