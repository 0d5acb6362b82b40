import Ledger
import Registry
import SQLCore
import Sandbox
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Carriers

/// Quotas of a connection over several servers of one store, and over stops.
@Suite("One server at a time talks to a connection")
struct CarrierTurnTests {
    /// A server with a gateway of its own, which remembers nothing.
    private struct Server {
        let installation: Installation
        let gateway: any CarrierGateway

        init(_ world: World, _ carrying: Carrying, on store: (any Store)? = nil) async throws {
            gateway = try carrying.reopened()
            installation = try await world.secondServer(on: store ?? world.installation.engine, carriers: CarrierGateways([gateway]))
        }

        func hasTurn() async throws -> Bool { try await installation.hasTurn(at: gateway) }
        func asks(_ card: Int) async -> CarrierReply<CarrierCardState> { await gateway.states(of: [Carrying.card(card)])[0] }
    }

    /// A store whose acts take so long.
    private final class SlowStore: Store {
        private let engine: any Store
        private let clocks: [MovedClock]
        private let seconds = Mutex<Int64>(0)
        var dialect: any Dialect { engine.dialect }

        init(_ engine: any Store, _ clocks: [MovedClock]) {
            self.engine = engine
            self.clocks = clocks
        }

        func takes(seconds: Int64) { self.seconds.withLock { $0 = seconds } }

        func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
            try await engine.read(body)
        }

        func write<Value: Sendable>(
            _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
        ) async throws -> Value {
            let value = try await engine.write(isolation, body)
            let seconds = seconds.withLock { $0 }
            for clock in clocks { clock.move(seconds: seconds) }
            return value
        }

        func close() async {}
    }

    private static func move(_ world: World, _ carrying: Carrying, seconds: Int64) {
        world.clock.move(seconds: seconds)
        carrying.clock.move(seconds: seconds)
    }

    @Test(arguments: CarrierSystem.allCases)
    func `whoever has the turn renews it, and another takes it over once nothing of it counts any more`(system: CarrierSystem) async throws
    {
        try await carrying(system) { carrying in
            try await withWorld { world in
                let first = try await Server(world, carrying)
                let second = try await Server(world, carrying)
                for _ in 0..<10 {
                    #expect(try await first.hasTurn())
                    #expect(try await !second.hasTurn())
                    #expect(await first.asks(1).value != nil)
                    Self.move(world, carrying, seconds: 30)
                }
                #expect(try await first.hasTurn())
                let calls = await carrying.calls()
                // It lives, and no longer reaches the store.
                Self.move(world, carrying, seconds: 60)
                guard case .overQuota = await first.asks(2) else {
                    Issue.record("it was asked by a server whose turn was over")
                    return
                }
                #expect(await carrying.calls() == calls)
                // A call may take sixty seconds, and is counted for one more.
                #expect(try await !second.hasTurn())
                Self.move(world, carrying, seconds: 60)
                #expect(try await !second.hasTurn())
                Self.move(world, carrying, seconds: 1)
                #expect(try await second.hasTurn())
                #expect(await second.asks(2).value != nil)
                #expect(try await !first.hasTurn())
                guard case .overQuota = await first.asks(3) else {
                    Issue.record("both were let to the carrier")
                    return
                }
                await first.gateway.close()
                await second.gateway.close()
            }
        }
    }

    @Test func `a turn that was long in being written ends when the store says, and not later`() async throws {
        try await carrying(.generic) { carrying in
            try await withWorld { world in
                let store = SlowStore(world.installation.engine, [world.clock, carrying.clock])
                let server = try await Server(world, carrying, on: store)
                store.takes(seconds: 50)
                #expect(try await server.hasTurn())
                store.takes(seconds: 0)
                Self.move(world, carrying, seconds: 9)
                #expect(await server.asks(1).value != nil)
                let calls = await carrying.calls()
                Self.move(world, carrying, seconds: 1)
                guard case .overQuota = await server.asks(2) else {
                    Issue.record("it was asked after the turn's end")
                    return
                }
                // Over before it was written.
                store.takes(seconds: 60)
                #expect(try await !server.hasTurn())
                guard case .overQuota = await server.asks(2) else {
                    Issue.record("it was asked in a turn that was over")
                    return
                }
                #expect(await carrying.calls() == calls)
                store.takes(seconds: 0)
                #expect(try await server.hasTurn())
                #expect(await server.asks(2).value != nil)
                await server.gateway.close()
            }
        }
    }

    @Test func `a server that has not the turn leaves what is wished to the one that has`() async throws {
        try await carrying(.generic, { $0.cards = [Self.simulated] }, file: ["carrier": "mobile"]) { carrying in
            try await withWorld { world in
                let job = try await MainJob.prepare(in: world, cards: 1)
                _ = try await job.registered()
                let first = try await Server(world, carrying)
                let second = try await Server(world, carrying)
                _ = try await first.installation.changeLives(
                    as: job.administrator, .numbers([MainJob.iccid(0)]), LifeWish(.activate, reason: nil), leavingOthers: true)
                #expect(try await first.hasTurn())
                try await second.installation.tellCarrier(second.gateway)
                try await second.installation.askCarrierTruth(second.gateway)
                #expect(await carrying.calls() <= 0)
                try await first.installation.tellCarrier(first.gateway)
                #expect(await carrying.calls() > 0)
                await first.gateway.close()
                await second.gateway.close()
            }
        }
    }

    private static var simulated: SimulatedCard {
        SimulatedCard(iccid: MainJob.iccid(0), msisdn: MainJob.msisdn(0), life: .ready, registered: .registered)
    }

    private static let aDay: [String: JSONValue] = [
        "limits": ["callsPerSecond": 0, "callsPerCardPerMinute": 0, "callsPerDay": 100, "timeoutSeconds": 60]
    ]

    @Test(arguments: [CarrierSystem.oneLink, .generic])
    func `a day's quota holds though one server after the other is killed, and there is another the day after`(
        system: CarrierSystem
    ) async throws {
        try await carrying(system, { $0.callsPerDay = 100 }, file: Self.aDay) { carrying in
            try await withWorld { world in
                for life in 0..<8 {
                    let server = try await Server(world, carrying)
                    try await server.installation.takeUpAfterStop()
                    Self.move(world, carrying, seconds: 2)
                    #expect(try await server.hasTurn())
                    for card in 0..<5 {
                        let reply = await server.asks(card)
                        // Of each life the twenty calls that were reserved are taken for made.
                        if life < 5 {
                            #expect(reply.value != nil, "life \(life)")
                        } else if case .overQuota(let until) = reply {
                            #expect(until > carrying.clock.now().adding(seconds: 80_000))
                        } else {
                            Issue.record("life \(life): \(reply)")
                        }
                    }
                    if life == 7 {
                        Self.move(world, carrying, seconds: 90_000)
                        #expect(try await server.hasTurn())
                        #expect(await server.asks(1).value != nil)
                    }
                    await server.gateway.close()
                }
                #expect(await carrying.statistic("overQuota") == 0)
            }
        }
    }

    @Test func `a server that ends in order gives back what it did not use, and what it used is counted`() async throws {
        try await carrying(.generic, { $0.callsPerDay = 100 }, file: Self.aDay) { carrying in
            try await withWorld { world in
                var asked = 0
                for _ in 0..<30 {
                    let server = try await Server(world, carrying)
                    try await server.installation.takeUpAfterStop()
                    Self.move(world, carrying, seconds: 2)
                    #expect(try await server.hasTurn())
                    for card in 0..<4 {
                        if await server.asks(card).value != nil { asked += 1 }
                    }
                    try await server.installation.leaveTurns()
                    await server.gateway.close()
                }
                #expect(asked == 100)
                #expect(await carrying.statistic("overQuota") == 0)
            }
        }
    }

    @Test(arguments: [(0, 1), (3, 60)] as [(Int64, Int64)])
    func `after a server that ended in order another waits only while its calls count`(perCard: Int64, seconds: Int64) async throws {
        let limits: JSONValue = ["callsPerSecond": 0, "callsPerCardPerMinute": .integer(perCard), "timeoutSeconds": 60]
        try await carrying(.generic, file: ["limits": limits]) { carrying in
            try await withWorld { world in
                let first = try await Server(world, carrying)
                let second = try await Server(world, carrying)
                #expect(try await first.hasTurn())
                #expect(await first.asks(1).value != nil)
                try await first.installation.leaveTurns()
                #expect(try await !second.hasTurn())
                Self.move(world, carrying, seconds: seconds - 1)
                #expect(try await !second.hasTurn())
                Self.move(world, carrying, seconds: 1)
                #expect(try await second.hasTurn())
                #expect(await second.asks(1).value != nil)
                await first.gateway.close()
                await second.gateway.close()
            }
        }
    }

    @Test(arguments: ["x", "1", "1:", ":1", "1:0", "1:-1", "1:2:3", "1:2,1:3", "1:2;3:4", "9999999999999999999:1"])
    func `what is no day's count is taken for none`(text: String) {
        #expect(CarrierDay(text: text) == nil)
    }

    @Test func `a day's count comes back as it was written, and forgets what is older than a day`() {
        let now = Instant(milliseconds: 1_772_413_200_000)
        var day = CarrierDay()
        #expect(day.text.isEmpty && CarrierDay(text: "") == day)
        day.add(3, at: now)
        day.add(4, at: now)
        day.add(0, at: now.adding(seconds: 60))
        day.add(5, at: now.adding(seconds: 120))
        #expect(day.total == 12 && CarrierDay(text: day.text) == day)
        day.forget(at: now.adding(seconds: 86_400))
        #expect(day.total == 12)
        day.forget(at: now.adding(seconds: 86_460))
        #expect(day.total == 5)
    }
}
