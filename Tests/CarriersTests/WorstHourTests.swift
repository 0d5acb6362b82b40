import Ledger
import Records
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers

/// The dispatcher before real adapters and a carrier at its worst, an hour of simulated time, killed ten times.
@Suite("A carrier's worst hour")
struct WorstHourTests {
    private static let cards = 100

    /// One server after the other on the same store: each knows nothing of windows, quotas and tokens the one before saw.
    private final class Servers {
        let job: MainJob
        let carrying: Carrying
        let open: @Sendable () async throws -> any CarrierGateway
        var gateway: any CarrierGateway
        var store: BreakingStore
        var server: Installation
        var kills = 0

        init(_ job: MainJob, _ carrying: Carrying, open: @escaping @Sendable () async throws -> any CarrierGateway) async throws {
            self.job = job
            self.carrying = carrying
            self.open = open
            gateway = try await open()
            store = BreakingStore(job.installation.engine)
            server = try await Self.server(job, store, gateway)
        }

        private static func server(_ job: MainJob, _ store: BreakingStore, _ gateway: any CarrierGateway) async throws -> Installation {
            try await job.world.secondServer(on: store, carriers: CarrierGateways([gateway]))
        }

        func move(seconds: Int64) {
            job.world.clock.move(seconds: seconds)
            carrying.clock.move(seconds: seconds)
        }

        /// What the background does, until nothing is due or the server is dead.
        func work() async throws {
            do {
                for _ in 0..<30 {
                    let hasTold = try await server.tellCarrier(gateway)
                    let hasAsked = try await server.askOutcomes(gateway)
                    let hasHeard = try await server.askCarrierTruth(gateway)
                    if !hasTold, !hasAsked, !hasHeard { return }
                }
            } catch is BreakingStore.CutOff {
                kills += 1
                await gateway.close()
                // A server needs a while to come back.
                move(seconds: 3)
                gateway = try await open()
                store = BreakingStore(job.installation.engine)
                server = try await Self.server(job, store, gateway)
                try await server.takeUpAfterStop()
            }
        }
    }

    private func simulated(_ life: CarrierLife = .ready) -> [SimulatedCard] {
        (0..<Self.cards).map { SimulatedCard(iccid: MainJob.iccid($0), msisdn: MainJob.msisdn($0), life: life, registered: .registered) }
    }

    private static let faults: [CarrierScenario.Step] = {
        let wanted: [(CarrierFault, CarrierScenario.Kind, Int)] = [
            (.drop, .command, 4), (.cut, .command, 3), (.notJSON, .command, 2), (.unavailable, .command, 3), (.tooMany, .command, 2),
            (.broken, .command, 2), (.broken, .query, 2), (.cut, .query, 3), (.contradiction, .query, 2), (.tokenExpired, .all, 2),
            (.drop, .query, 2),
        ]
        return wanted.map { CarrierScenario.Step(kind: $0.1, times: $0.2, fault: $0.0) }
    }()

    /// - Parameter repeats: whether the carrier does again what it is told again; else it says that the state forbids it.
    @Test(arguments: [CarrierSystem.oneLink, .unicomCMP, .ctwing, .generic], [false, true])
    func `every wish takes effect once and in order, one locked card delays no other, no quota is exceeded`(
        _ system: CarrierSystem, repeats: Bool
    ) async throws {
        try await carrying(
            system,
            { scenario in
                // CTWing's activation is not public: those are active already.
                scenario.cards = simulated(system == .ctwing ? .active : .ready)
                scenario.seed = 20_261_128
                scenario.effectSeconds = 5...60
                scenario.callsPerSecond = 10
                scenario.steps = Self.faults
                scenario.repeats = repeats
            },
            file: ["carrier": "mobile", "limits": ["callsPerSecond": 10, "callsPerCardPerMinute": 0, "timeoutSeconds": 60]]
        ) { carrying in
            try await withWorld { world in
                let job = try await MainJob.prepare(in: world, cards: 1)
                try await self.stock(job)
                let servers = try await Servers(job, carrying) { try await carrying.reopened() }
                try await self.lead(servers)
                await servers.gateway.close()
            }
        }
    }

    private func stock(_ job: MainJob) async throws {
        let lines = (1..<Self.cards).map { "\(MainJob.iccid($0)),\(MainJob.msisdn($0))" }
        let file = "ICCID,MSISDN\n" + lines.joined(separator: "\n") + "\n"
        _ = try await job.installation.createIntake(
            as: job.administrator, IntakeRequest(kind: .stock, batch: "numbered", product: "directed-30m", province: 31),
            body: OneChunk(Array(file.utf8)))
        while try await job.installation.runNextIntake() {}
        _ = try await job.installation.allocateCards(as: job.administrator, .batch("numbered"), to: job.agent.id)
        _ = try await job.registered(cards: .batch("numbered"))
    }

    private func change(_ servers: Servers, _ command: LifeCommand, _ cards: some Sequence<Int>, _ reason: StopReason? = nil) async throws {
        _ = try await servers.job.installation.changeLives(
            as: servers.job.administrator, .numbers(cards.map { MainJob.iccid($0) }), LifeWish(command, reason: reason), leavingOthers: true
        )
    }

    private func lead(_ servers: Servers) async throws {
        let carrying = servers.carrying
        // Its owner has just done something with card 7 on the carrier's own pages.
        await carrying.sandbox.operateElsewhere(MainJob.msisdn(7))
        await carrying.sandbox.operateElsewhere(MainJob.iccid(7))
        try await change(servers, .activate, 1..<Self.cards)
        var chance: UInt64 = 7
        func drawn(_ count: Int) -> Int {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(chance >> 33) % count
        }
        for round in 0..<120 {
            // What is written first may be its turn at the connection.
            if round % 12 == 5 { servers.store.breaks(after: drawn(4)) }
            try await servers.work()
            if round % 4 == 3 {
                let some = Set((0..<10).map { _ in 1 + drawn(Self.cards - 1) }).sorted()
                try await change(servers, drawn(2) == 0 ? .stop : .resume, some, .risk)
            }
            servers.move(seconds: 30)
        }
        #expect(servers.kills == 10)
        // The hour is over; what is under way comes to its end.
        for _ in 0..<80 {
            servers.store.breaks(after: .max)
            try await servers.work()
            servers.move(seconds: 60)
        }
        try await judge(servers)
    }

    private func judge(_ servers: Servers) async throws {
        let theirs = Dictionary(uniqueKeysWithValues: await servers.carrying.sandbox.cards().map { ($0.iccid, $0) })
        let scenario = await servers.carrying.sandbox.scenario()
        var needed: Int64 = 0
        let found = try await servers.job.installation.searchCards(
            as: servers.job.administrator, numbers: (1..<Self.cards).map { MainJob.iccid($0) })
        for card in 1..<Self.cards {
            let reference = try #require(found[card - 1]?.reference)
            let life = try await servers.job.installation.readLife(as: servers.job.administrator, reference: reference)
            #expect(
                life.intents.allSatisfy { $0.state.isOver && $0.state != .failed },
                "card \(card): \(life.intents.map { "\($0.command) \($0.state) \($0.tries) \($0.lastCode ?? "")" })")
            let wished = life.intents.filter { $0.state == .done }.sorted { $0.ordinal < $1.ordinal }
            let begun = try #require(scenario.cards.first { $0.iccid == MainJob.iccid(card) }).life
            let effective = try needing(wished, from: begun, repeats: scenario.repeats)
            try compare(try #require(theirs[MainJob.iccid(card)]?.effects), effective, servers.carrying.system, "card \(card)")
            needed += Int64(effective.count)
            let said = try #require(life.truth?.state?.word, "card \(card)")
            #expect(CarrierComparison.service(life.life.standing, said) == nil, "card \(card): \(life.life.standing) \(said)")
        }
        let changes = await servers.carrying.statistic("changes")
        #expect(changes == needed && changes > 0, "\(changes) of \(needed)")
        #expect(await servers.carrying.statistic("toldAgain") == 0)
        #expect(await servers.carrying.statistic("overQuota") <= 0)
        #expect(try await servers.job.installation.listLifeCases(as: servers.job.administrator).rows.isEmpty)
    }

    /// Those of the wishes that are done for which something had to happen, walking from where the card began: a card that never ran need not be
    /// stopped. A carrier that repeats does it all the same for one that stands stopped, once for each wish.
    private func needing(_ done: [CarrierIntent], from begun: CarrierLife, repeats: Bool) throws -> [CarrierIntent] {
        var life = begun
        return try done.filter { intent in
            guard case .change(let change)? = intent.toldAs else {
                // Found done before anybody was told; else it was not.
                guard intent.command.isShown(by: life) else { throw NeverTold(intent: intent) }
                return false
            }
            let isNeeded = change == .suspend ? life == .active || repeats && life == .stopped : life != .active || repeats
            if isNeeded { life = Self.target(change) }
            return isNeeded
        }
    }

    private static func target(_ change: CarrierChange) -> CarrierLife { change == .suspend ? .stopped : .active }

    /// What came into effect at the carrier is what had to: each once, in order, by the number it was told under.
    private func compare(
        _ effects: [SimulatedCard.Effective], _ wished: [CarrierIntent], _ system: CarrierSystem, _ card: Comment
    ) throws {
        let expected = wished.compactMap { intent -> SimulatedCard.Effect? in
            if case .change(let change)? = intent.toldAs { .life(Self.target(change)) } else { nil }
        }
        #expect(effects.map(\.effect) == expected, card)
        #expect(zip(effects, effects.dropFirst()).allSatisfy { $0.at < $1.at }, card)
        switch system {
        case .generic: #expect(effects.map(\.order) == wished.map { $0.order?.description }, card)
        case .unicomCMP:
            #expect(effects.map(\.order) == wished.map { UnicomWire.serial($0.createdAt, $0.order?.low ?? 0) }, card)
        // Cards told together have one number, which this card has once.
        case .oneLink: #expect(Set(effects.compactMap(\.order)).count == wished.count, card)
        // Its calls have none.
        case .ctwing: #expect(effects.allSatisfy { $0.order == nil }, card)
        }
    }

    private struct NeverTold: Error { let intent: CarrierIntent }

    @Test func `ninety-nine go on at once though one is locked`() async throws {
        try await carrying(.oneLink, { $0.cards = simulated() }, file: ["carrier": "mobile"]) { carrying in
            try await withWorld { world in
                let job = try await MainJob.prepare(in: world, cards: 1)
                try await self.stock(job)
                let servers = try await Servers(job, carrying) { try await carrying.reopened() }
                await carrying.sandbox.operateElsewhere(MainJob.msisdn(7))
                try await self.change(servers, .activate, 1..<Self.cards)
                try await servers.work()
                let waiting = try await job.installation.listIntents(as: job.administrator, of: .mobile, .waiting).rows
                #expect(waiting.count == 1 && waiting.first?.lastCode == "locked")
                #expect(await carrying.statistic("changes") == 98)
                await servers.gateway.close()
            }
        }
    }
}
