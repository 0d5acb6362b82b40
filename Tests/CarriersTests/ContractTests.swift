import Foundation
import Ledger
import Outbound
import Registry
import Sandbox
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Carriers

/// The network, and a memory of what went over it.
private final class Recording: ProviderTransport {
    private let network: ProviderHTTP
    private let kept = Mutex<[(path: String, question: [UInt8], reply: ProviderReply)]>([])
    var exchanges: [(path: String, question: [UInt8], reply: ProviderReply)] { kept.withLock { $0 } }

    init() throws { network = try ProviderHTTP(connections: 2) }

    func send(_ request: ProviderRequest, within limit: Duration, bodyMax: Int) async throws(ProviderFailure) -> ProviderReply {
        let reply = try await network.send(request, within: limit, bodyMax: bodyMax)
        let path = request.url.range(of: "/generic").map { String(request.url[$0.upperBound...]) } ?? ""
        kept.withLock { $0.append((path, request.body ?? [], reply)) }
        return reply
    }

    func close() async { await network.close() }
}

/// What both sides of the generic contract say is what `Contract/carrier.yaml` says.
@Suite struct ContractTests {
    private static let schemas = [
        "/v1/cards/query": ("CardsQuestion", "CardsAnswer"), "/v1/orders": ("OrdersTold", "OrdersAnswer"),
        "/v1/orders/query": ("OrdersQuestion", "OutcomesAnswer"), "/v1/registrations": ("RegistrationBegun", "RegistrationAnswer"),
        "/v1/risks/query": ("Card", "RisksAnswer"),
    ]

    private func recorded(
        _ tuned: (inout CarrierScenario) -> Void = { _ in }, _ body: @escaping @Sendable (any CarrierGateway, MovedClock) async -> Void
    ) async throws -> [(path: String, question: [UInt8], reply: ProviderReply)] {
        var scenario = CarrierScenario()
        scenario.effectSeconds = 30...30
        scenario.cards = (0..<5).map { Carrying.simulated($0) }
        tuned(&scenario)
        let clock = MovedClock()
        return try await SandboxServer.withRunning(CarrierSandbox(key: Carrying.key, scenario: scenario, clock: clock)) { address in
            let recording = try Recording()
            var patience = CarrierPatience(defaultsOf: .generic)
            patience.allowsSandbox = true
            patience.callsPerCardPerMinute = 0
            let client = CarrierClient(
                try ProviderAddress(address + "/generic"), transport: recording, clock: clock, waiting: MovingPause(clock),
                patience: patience)
            let gateway = GenericGateway(
                name: "g", carrier: .broadnet, client: client, credentials: GenericCredentials(key: Carrying.key))
            await body(gateway, clock)
            await gateway.close()
            return recording.exchanges
        }
    }

    private func order(_ number: Int, _ clock: MovedClock, id: UInt64? = nil) -> CarrierOrder {
        CarrierOrder(id: Carrying.id(id ?? UInt64(number)), card: Carrying.card(number), at: clock.now())
    }

    @Test func `every question and every answer keeps the contract`() async throws {
        let exchanges = try await recorded({ $0.cards[4].trouble = .unknown }) { gateway, clock in
            _ = await gateway.states(of: (0..<5).map { Carrying.card($0) })
            let first = order(0, clock)
            _ = await gateway.tell(.suspend, [first, order(4, clock)])
            _ = await gateway.tell(.resume, [order(1, clock)])
            _ = await gateway.submit(
                CarrierIdentity(identity: Invented.identity.identity, address: "示例市示例区示例路1号"), order(2, clock))
            _ = await gateway.startRegistration(order(3, clock))
            _ = await gateway.risks(of: Carrying.card(3))
            let tickets = [first, order(1, clock, id: 404)].map { CarrierTicket(order: $0, wish: .change(.suspend), serial: nil) }
            _ = await gateway.outcomes(of: tickets)
            clock.move(seconds: 31)
            _ = await gateway.outcomes(of: tickets)
        }
        let schema = try SchemaCheck("carrier.yaml")
        #expect(Set(exchanges.map(\.path)) == Set(Self.schemas.keys))
        for exchange in exchanges {
            let (question, answer) = try #require(Self.schemas[exchange.path])
            try schema.check(exchange.question, question)
            try schema.check(exchange.reply.body, answer)
            #expect(exchange.reply.sandbox == "carriers")
            #expect(!exchange.path.contains(Carrying.card(1).iccid))
        }
    }

    @Test func `problems keep the contract too`() async throws {
        for fault in [CarrierFault.credentials, .unknownCode] {
            let exchanges = try await recorded({ $0.steps = [CarrierScenario.Step(fault: fault)] }) { gateway, _ in
                _ = await gateway.states(of: [Carrying.card(1)])
            }
            let reply = try #require(exchanges.first?.reply)
            #expect(reply.mediaType == "application/problem+json")
            try SchemaCheck("carrier.yaml").check(reply.body, "Problem")
        }
    }

    @Test func `the same order told twice takes effect once`() async throws {
        let exchanges = try await recorded { gateway, clock in
            _ = await gateway.tell(.suspend, [order(1, clock)])
            clock.move(seconds: 3_600)
            let again = await gateway.tell(.suspend, [order(1, clock)])[0]
            #expect(again.isAccepted)
        }
        #expect(exchanges.count == 2)
    }

    @Test func `a contract that is broken is noticed`() throws {
        let schema = try SchemaCheck("carrier.yaml")
        for text in [
            "{}", #"{"cards":[{}]}"#, #"{"cards":[{"iccid":"1"}]}"#,
            #"{"cards":[{"iccid":"89860000000000000019","state":"asleep"}]}"#, #"{"cards":[],"more":1}"#,
        ] {
            #expect(throws: SchemaCheck.Breach.self) { try schema.check(Array(text.utf8), "CardsAnswer") }
        }
    }
}
