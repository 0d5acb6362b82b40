import Registry
import Sandbox
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// The network, and a memory of what went over it.
private final class Recording: ProviderTransport {
    struct Exchange: Sendable {
        let request: ProviderRequest
        let reply: ProviderReply
    }

    private let network: ProviderHTTP
    private let kept = Mutex<[Exchange]>([])
    var exchanges: [Exchange] { kept.withLock { $0 } }

    init() throws { network = try ProviderHTTP(connections: 2) }

    func send(_ request: ProviderRequest, within limit: Duration, bodyMax: Int) async throws(ProviderFailure) -> ProviderReply {
        let reply = try await network.send(request, within: limit, bodyMax: bodyMax)
        kept.withLock { $0.append(Exchange(request: request, reply: reply)) }
        return reply
    }

    func close() async { await network.close() }
}

/// What both sides say is what `Contract/verification-provider.yaml` says.
@Suite struct ContractTests {
    private func recorded(
        _ step: SandboxStep? = nil, _ body: @escaping @Sendable (HTTPProvider) async throws -> Void
    ) async throws -> [Recording.Exchange] {
        let sandbox = VerificationSandbox(key: Asking.key, scenario: SandboxScenario(steps: [step].compactMap(\.self)))
        return try await SandboxServer.withRunning(sandbox) { address in
            let recording = try Recording()
            let clock = MovedClock()
            var patience = ProviderPatience()
            patience.allowsSandbox = true
            let client = try ProviderClient(
                try ProviderAddress(address), key: .environment("KEY"), environment: ["KEY": Asking.key], transport: recording,
                clock: clock,
                waiting: MovingPause(clock), patience: patience)
            try await body(HTTPProvider(client))
            await client.close()
            return recording.exchanges
        }
    }

    private func check(_ exchanges: [Recording.Exchange], _ question: String, _ answer: String) throws {
        let schema = try SchemaCheck("verification-provider.yaml")
        #expect(!exchanges.isEmpty)
        for exchange in exchanges {
            try schema.check(try #require(exchange.request.body), question)
            try schema.check(exchange.reply.body, answer)
        }
    }

    @Test func `identity checks, of every verdict and with portraits`() async throws {
        let exchanges = try await recorded { provider in
            for (number, order) in ["002", "901", "902", "903", "904"].enumerated() {
                for (place, portrait) in [nil, Invented.picture("portrait"), Invented.picture("sandbox:different")].enumerated() {
                    _ = try await provider.check(Invented.identity(order, id: UInt64(10 * number + place), portrait: portrait))
                }
            }
        }
        #expect(exchanges.count == 15)
        try check(exchanges, "IdentityQuestion", "IdentityAnswer")
    }

    @Test func `face comparisons, of every verdict and liveness`() async throws {
        let exchanges = try await recorded { provider in
            let marks = ["", "different", "undecided", "spoof", "unsure", "no-liveness"]
            for (number, mark) in marks.enumerated() {
                let frames = Invented.frames(mark: mark.isEmpty ? "" : "sandbox:" + mark)
                _ = try await provider.compare(Invented.face(id: UInt64(number), frames: frames))
                _ = try await provider.compare(Invented.face(.held(Invented.person("911")), id: UInt64(100 + number), frames: frames))
            }
        }
        #expect(exchanges.count == 12)
        try check(exchanges, "FaceQuestion", "FaceAnswer")
    }

    @Test func `captures`() async throws {
        let exchanges = try await recorded { provider in
            let invitation = try await provider.begin(Invented.capture())
            #expect(try await provider.outcome(of: invitation.ticket) == .pending)
        }
        let schema = try SchemaCheck("verification-provider.yaml")
        try schema.check(try #require(exchanges[0].request.body), "CaptureQuestion")
        try schema.check(exchanges[0].reply.body, "CaptureInvitation")
        try schema.check(exchanges[1].reply.body, "Capture")
    }

    @Test func `problems`() async throws {
        for fault in [SandboxFault.unavailable, .tooMany, .broken, .quotaExhausted] {
            let exchanges = try await recorded(SandboxStep(fault: fault)) { provider in
                _ = await failure { try await provider.check(Invented.identity()) }
            }
            for exchange in exchanges {
                #expect(exchange.reply.mediaType == "application/problem+json")
                try SchemaCheck("verification-provider.yaml").check(exchange.reply.body, "Problem")
            }
        }
    }

    /// What breaks the contract on purpose does break it, so that the checks above are worth something.
    @Test func `faults are no answers of the contract`() async throws {
        for fault in [SandboxFault.wrongType, .noProvider, .noLiveness] {
            let exchanges = try await recorded(SandboxStep(fault: fault)) { provider in
                _ = await failure { try await provider.compare(Invented.face()) }
            }
            for exchange in exchanges {
                #expect(throws: SchemaCheck.Breach.self) {
                    try SchemaCheck("verification-provider.yaml").check(exchange.reply.body, "FaceAnswer")
                }
            }
        }
    }
}
