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
    /// Of the carrier's delays, its faults, and which of its notices are lost.
    private static let carrierSeed: UInt64 = 20_261_128
    /// Of what is wished in the hour, and of when the server dies.
    private static let wishSeed: UInt64 = 7

    /// How the hour goes; what is planted shows in less than an hour.
    private struct Course: Sendable {
        var rounds = 120
        /// Rounds in which the carrier works on its own machines and refuses everybody.
        var maintenance = [28..<31, 88..<92]
        var callsPerDay: Int64 = 0
        /// What our side believes of the carrier's quota.
        var callsPerSecond: Int64 = 10
        /// How often the carrier answers about one card in a minute, and what our side believes of that.
        var callsPerCardPerMinute: Int64 = 0
        var believedPerCardPerMinute: Int64 = 0
        /// An answer that never ends is waited for so long.
        var stallSeconds: Int64?
        /// Minutes after the hour in which what is under way may come to its end, day by day while a day's calls are used up.
        var minutes = 110
        var days = 5
        var gateway: @Sendable (any CarrierGateway) -> any CarrierGateway = { $0 }
        /// What the carrier must have done wrong.
        var worst = ["faults", "maintenance", "noticesTaken", "noticesLost", "noticesDoubled"]

        var limits: JSONValue {
            [
                "callsPerSecond": .integer(callsPerSecond), "callsPerDay": .integer(callsPerDay),
                "callsPerCardPerMinute": .integer(believedPerCardPerMinute), "timeoutSeconds": .integer(stallSeconds ?? 60),
            ]
        }
    }

    private func simulated(_ life: CarrierLife = .ready) -> [SimulatedCard] {
        (0..<Self.cards).map { SimulatedCard(iccid: MainJob.iccid($0), msisdn: MainJob.msisdn($0), life: life, registered: .registered) }
    }

    /// One after the other, from the first call on.
    private static let faults = [
        CarrierScenario.Step(kind: .command, times: 4, fault: .drop), CarrierScenario.Step(kind: .command, times: 3, fault: .cut),
        CarrierScenario.Step(kind: .command, times: 2, fault: .notJSON),
        CarrierScenario.Step(kind: .command, times: 3, fault: .unavailable),
        CarrierScenario.Step(kind: .command, times: 2, fault: .tooMany), CarrierScenario.Step(kind: .command, times: 2, fault: .broken),
        CarrierScenario.Step(kind: .command, times: 2, fault: .twice), CarrierScenario.Step(kind: .command, times: 1, fault: .missing),
        CarrierScenario.Step(kind: .query, times: 2, fault: .broken), CarrierScenario.Step(kind: .query, times: 3, fault: .cut),
        CarrierScenario.Step(kind: .query, times: 2, fault: .contradiction), CarrierScenario.Step(times: 2, fault: .tokenExpired),
        CarrierScenario.Step(kind: .query, times: 2, fault: .drop),
    ]

    /// By chance, between calls that go well.
    private static let laterFaults: [CarrierScenario.Step] = {
        let commands: [CarrierFault] = [.drop, .twice, .missing, .reversed, .contradiction, .tooLarge, .redirect, .unavailable]
        let queries: [CarrierFault] = [.unknownState, .missing, .reversed, .twice, .contradiction, .cut, .drop, .tokenExpired]
        return commands.map { CarrierScenario.Step(kind: .command, times: 2, percent: 15, fault: $0) }
            + queries.map { CarrierScenario.Step(kind: .query, times: 4, percent: 4, fault: $0) }
    }()

    /// - Parameter repeats: whether the carrier does again what it is told again; else it says that the state forbids it. Where it does, a
    ///   day's calls are limited too, and one answer never ends.
    @Test(arguments: [CarrierSystem.oneLink, .unicomCMP, .ctwing, .generic], [false, true])
    func `every wish takes effect once and in order, one locked card delays no other, no quota is exceeded`(
        _ system: CarrierSystem, repeats: Bool
    ) async throws {
        var course = Course()
        if repeats {
            course.callsPerDay = system == .oneLink ? 3_000 : 600
            course.stallSeconds = 5
        }
        try await lead(system, repeats: repeats, course) { found, kills in
            #expect(found.isEmpty, "\(Self.seeds): \(found)")
            #expect(kills == 10, "\(Self.seeds)")
        }
    }

    /// So that what failed by chance can be led again.
    private static let seeds = "seeds \(carrierSeed) and \(wishSeed)"

    @Test func `nor is a card asked about more often than its carrier answers, whoever was killed`() async throws {
        let course = Course(callsPerCardPerMinute: 3, believedPerCardPerMinute: 3)
        try await lead(.generic, repeats: false, course) { found, kills in
            #expect(found.isEmpty, "\(Self.seeds): \(found)")
            #expect(kills == 10, "\(Self.seeds)")
        }
    }

    @Test func `a server that does not count what it asks about a card is found out`() async throws {
        let course = Course(rounds: 24, maintenance: [], callsPerCardPerMinute: 3, minutes: 1, days: 1, worst: [])
        try await lead(.generic, repeats: false, course) { found, _ in
            #expect(found.contains { $0.hasPrefix("over quota: ") }, "\(found)")
        }
    }

    @Test(arguments: [CarrierSystem.unicomCMP, .ctwing, .generic])
    func `a server that tells again what was not answered clearly is found out`(_ system: CarrierSystem) async throws {
        var course = Course(rounds: 24, maintenance: [], minutes: 30, days: 1, worst: [])
        course.gateway = { ForgetfulGateway(inner: $0) }
        try await lead(system, repeats: true, course) { found, _ in
            let sign = system == .generic ? "told again: " : ": effects: "
            #expect(found.contains { $0.contains(sign) }, "\(found)")
        }
    }

    @Test(arguments: [CarrierSystem.oneLink, .unicomCMP, .ctwing])
    func `a server that does not count its calls is found out`(_ system: CarrierSystem) async throws {
        let course = Course(rounds: 12, maintenance: [], callsPerSecond: 0, minutes: 1, days: 1, worst: [])
        try await lead(system, repeats: false, course) { found, _ in
            #expect(found.contains { $0.hasPrefix("over quota: ") }, "\(found)")
        }
    }

    /// - Parameter judged: what was found wrong, and how often the server was killed.
    private func lead(
        _ system: CarrierSystem, repeats: Bool, _ course: Course, judged: @escaping @Sendable ([String], Int) -> Void
    ) async throws {
        // CTWing's activation is not public: those are active already.
        let begun = system == .ctwing ? CarrierLife.active : .ready
        try await carrying(
            system,
            { scenario in
                scenario.cards = simulated(begun)
                scenario.seed = Self.carrierSeed
                scenario.effectSeconds = 5...60
                scenario.callsPerSecond = 10
                scenario.callsPerDay = course.callsPerDay
                scenario.callsPerCardPerMinute = course.callsPerCardPerMinute
                scenario.steps = Self.faults
                if course.stallSeconds != nil { scenario.steps.append(CarrierScenario.Step(kind: .command, times: 1, fault: .stall)) }
                scenario.repeats = repeats
            },
            file: ["carrier": "mobile", "limits": course.limits]
        ) { carrying in
            try await withWorld(clock: carrying.clock) { world in
                let door = NoticeDoor()
                try await SandboxServer.withRunning(door) { address in
                    var scenario = await carrying.sandbox.scenario()
                    scenario.notices = CarrierScenario.Notices(to: address, lostPercent: 60, doubledPercent: 30)
                    await carrying.sandbox.play(scenario)
                    let job = try await MainJob.prepare(in: world, cards: 1)
                    try await self.stock(job)
                    let servers = try await WorstHourServers(job, carrying, door) { try course.gateway(carrying.reopened()) }
                    try await self.lead(servers, course)
                    let kills = servers.kills
                    if course.callsPerDay > 0 { try await self.demandLimited(servers, course) }
                    try await self.finish(servers, course)
                    let judge = WorstHourJudge(
                        job: job, carrying: carrying, cards: 1..<Self.cards, begun: begun, repeats: repeats, worst: course.worst)
                    judged(try await judge.findings(), kills)
                    await servers.gateway.close()
                }
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

    private func change(
        _ servers: WorstHourServers, _ command: LifeCommand, _ cards: some Sequence<Int>, _ reason: StopReason? = nil
    ) async throws {
        _ = try await servers.job.installation.changeLives(
            as: servers.job.administrator, .numbers(cards.map { MainJob.iccid($0) }), LifeWish(command, reason: reason), leavingOthers: true
        )
    }

    private func lead(_ servers: WorstHourServers, _ course: Course) async throws {
        let sandbox = servers.carrying.sandbox
        // Its owner has just done something with card 7 on the carrier's own pages.
        await sandbox.operateElsewhere(MainJob.msisdn(7))
        await sandbox.operateElsewhere(MainJob.iccid(7))
        try await change(servers, .activate, 1..<Self.cards)
        var chance = Self.wishSeed
        func drawn(_ count: Int) -> Int {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(chance >> 33) % count
        }
        for round in 0..<course.rounds {
            if course.maintenance.contains(where: { $0.lowerBound == round }) { await play(sandbox, isResting: true) }
            if course.maintenance.contains(where: { $0.upperBound == round }) { await play(sandbox, isResting: false) }
            // What is written first may be its turn at the connection.
            if round % 12 == 5 { servers.store.breaks(after: drawn(4)) }
            try await servers.work()
            await sandbox.tell()
            // Before the second is over in which it last called.
            if round % 3 == 2 {
                servers.move(milliseconds: 400)
                try await servers.work()
            }
            if round % 4 == 3 {
                let some = Set((0..<10).map { _ in 1 + drawn(Self.cards - 1) }).sorted()
                try await change(servers, drawn(2) == 0 ? .stop : .resume, some, .risk)
            }
            servers.move(milliseconds: 30_000)
        }
    }

    /// The carrier works on its machines, or is back with other faults than before. Its cards stand where they stood.
    private func play(_ sandbox: CarrierSandbox, isResting: Bool) async {
        var scenario = await sandbox.scenario()
        scenario.cards = []
        scenario.maintenance = isResting ? 0..<24 : nil
        scenario.steps = Self.laterFaults
        await sandbox.play(scenario)
    }

    /// Whatever the hour left of the day's calls is used up: then nothing is asked before a day is over, and the carrier has had to refuse none.
    private func demandLimited(_ servers: WorstHourServers, _ course: Course) async throws {
        servers.store.breaks(after: .max)
        let card = CarrierCard(iccid: MainJob.iccid(1), msisdn: MainJob.msisdn(1))
        let found = try await servers.useUpDay(of: course.callsPerDay, asking: card)
        let seconds = try #require(found, "a day's calls have no end")
        // The hour's first calls count until a day after them.
        #expect(seconds > 70_000)
        let calls = await servers.carrying.calls()
        try await servers.work()
        #expect(await servers.carrying.calls() == calls)
        #expect(await servers.carrying.statistic("overQuota") == 0)
    }

    /// The hour is over; what is under way comes to its end, and waits for another day where the calls of this one are used up.
    private func finish(_ servers: WorstHourServers, _ course: Course) async throws {
        servers.store.breaks(after: .max)
        for _ in 0..<course.days {
            for minute in 1...course.minutes {
                try await servers.work()
                if minute % 10 == 0, try await servers.isSettled() { return }
                servers.move(milliseconds: 60_000)
            }
            servers.move(milliseconds: 86_400_000 - Int64(course.minutes) * 60_000)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `ninety-eight go on at once though one is locked`(_ system: CarrierSystem) async throws {
        // CTWing's activation is not public: there all are stopped.
        let isByHand = system == .ctwing
        try await carrying(system, { $0.cards = simulated(isByHand ? .active : .ready) }, file: ["carrier": "mobile"]) { carrying in
            try await withWorld(clock: carrying.clock) { world in
                let job = try await MainJob.prepare(in: world, cards: 1)
                try await self.stock(job)
                let servers = try await WorstHourServers(job, carrying, NoticeDoor()) { try carrying.reopened() }
                if isByHand {
                    try await self.change(servers, .activate, 1..<Self.cards)
                    try await self.finish(servers, Course())
                    try #require(try await servers.isSettled())
                }
                await carrying.sandbox.operateElsewhere(MainJob.msisdn(7))
                try await self.change(servers, isByHand ? .stop : .activate, 1..<Self.cards, isByHand ? .risk : nil)
                try await servers.work()
                // At once: nobody waited for anything.
                #expect(carrying.pause.waits.isEmpty)
                let waiting = try await job.installation.listIntents(as: job.administrator, of: .mobile, .waiting).rows
                #expect(waiting.count == 1 && waiting.first?.lastCode == "locked")
                #expect(await carrying.statistic("changes") == 98)
                await servers.gateway.close()
            }
        }
    }
}
