import Sandbox
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// Whether a sandbox answers, which a server asks before it starts.
@Suite struct DescriptionTests {
    private static let real = #"{"provider":{"vendor":"V","product":"P","version":"1"},"sandbox":false}"#
    private static let limit = Duration.seconds(60)

    @Test func `a sandbox says that it is one, and nothing is counted`() async throws {
        try await asking(tuned: { $0.allowsSandbox = false }) { asking in
            let isSandbox = try await asking.provider.isSandbox(within: Self.limit)
            #expect(isSandbox)
            let state = await asking.provider.state()
            #expect(state.asked == 0 && state.answered == 0 && state.failed == 0 && state.costUnits == 0)
            #expect(await asking.statistic("answered") == 0)
        }
    }

    @Test func `a sandbox that does not know the key says so too`() async throws {
        try await asking(key: "another-invented-key-012", tuned: { $0.allowsSandbox = false }) { asking in
            let isSandbox = try await asking.provider.isSandbox(within: Self.limit)
            #expect(isSandbox)
            #expect(await asking.statistic("refused") == 1)
        }
    }

    @Test func `what the sandbox says of itself keeps the contract`() async throws {
        try await SandboxServer.withRunning(VerificationSandbox(key: Asking.key)) { address in
            let transport = try ProviderHTTP(connections: 1)
            let key = try #require(ProviderKey(Asking.key))
            let reply = try await transport.send(
                ProviderRequest(method: "GET", url: address + "/v1/description", key: key, body: nil), within: Self.limit, bodyMax: 10_000)
            await transport.close()
            #expect(reply.status == 200 && reply.sandbox == "verification")
            try SchemaCheck("verification-provider.yaml").check(reply.body, "Description")
        }
    }

    @Test func `one that is real is asked once, at the path of the contract, with the key and without a body`() async throws {
        let script = Script([.answer(Self.real)])
        let provider = try script.provider()
        #expect(try await provider.isSandbox(within: .seconds(3)) == false)
        #expect(script.requests.map(\.url) == ["https://provider.example/adapter/v1/description"])
        #expect(script.requests.map(\.method) == ["GET"])
        #expect(script.requests.allSatisfy { $0.body == nil && $0.headers.contains { $0.value == "Bearer \(Asking.key)" } })
        #expect(script.limits == [.seconds(3)])
        #expect(await provider.state().asked == 0)
    }

    private static let sandboxes: [ProviderReply] = [
        .answer(#"{"sandbox":true}"#), .answer(#"{"provider":{},"sandbox":true}"#),
        ProviderReply(status: 200, body: Array(real.utf8), sandbox: "verification"), ProviderReply(status: 401, sandbox: "true"),
        ProviderReply(status: 404, mediaType: "text/plain", sandbox: "carriers"), ProviderReply(status: 503, retryAfter: "7", sandbox: "1"),
    ]

    @Test(arguments: sandboxes)
    func `whoever says anywhere that he is a sandbox is one`(reply: ProviderReply) async throws {
        #expect(try await Script([reply]).provider().isSandbox(within: Self.limit))
    }

    @Test func `the head of one that is none may say so`() async throws {
        let script = Script([ProviderReply(status: 200, body: Array(Self.real.utf8), sandbox: "false")])
        #expect(try await script.provider().isSandbox(within: Self.limit) == false)
    }

    private static let silent: [(ProviderReply, ProviderFailure)] = [
        (ProviderReply(status: 404, mediaType: "text/html"), .malformed(.status)),
        (
            ProviderReply(
                status: 404, mediaType: "application/problem+json", body: Array(#"{"title":"t","status":404,"code":"not-offered"}"#.utf8)),
            .refused(.notOffered)
        ),
        (ProviderReply(status: 302), .malformed(.status)), (ProviderReply(status: 500), .unavailable(.serverError(500))),
        (ProviderReply(status: 429, retryAfter: "7"), .overloaded(retryAfterSeconds: 7)),
        (ProviderReply(status: 200, mediaType: "text/html", body: Array(real.utf8)), .malformed(.unreadable)),
        (.answer("{"), .malformed(.unreadable)), (.answer("[]"), .malformed(.unreadable)), (.answer("{}"), .malformed(.notAsContract)),
        (.answer(#"{"provider":{"vendor":"V","product":"P","version":"1"},"sandbox":"no"}"#), .malformed(.notAsContract)),
        (.answer(#"{"sandbox":false}"#), .malformed(.notAsContract)),
        (.answer(#"{"provider":{"vendor":"V","product":"P"},"sandbox":false}"#), .malformed(.notAsContract)),
    ]

    /// Nobody is called real who has not said so as the contract wants it; asked once, and the breaker knows nothing of it.
    @Test(arguments: silent)
    func `what says neither is a failure`(reply: ProviderReply, expected: ProviderFailure) async throws {
        let script = Script([reply])
        let provider = try script.provider {
            $0.tries = 3
            $0.breakerFailures = 1
        }
        await expectFailure(expected) { try await provider.isSandbox(within: Self.limit) }
        #expect(script.requests.count == 1)
        let state = await provider.state()
        #expect(state.breaker == .closed && state.recentFailures == 0 && state.failed == 0)
    }

    @Test func `one that is slow is given up when its time is over`() async throws {
        let sandbox = VerificationSandbox(key: Asking.key, scenario: SandboxScenario(latencyMilliseconds: 600_000, steps: []))
        try await SandboxServer.withRunning(sandbox) { address in
            let client = try ProviderClient(
                try ProviderAddress(address), key: .environment("KEY"), environment: ["KEY": Asking.key],
                transport: try ProviderHTTP(connections: 1))
            await expectFailure(.unavailable(.timedOut)) { try await HTTPProvider(client).isSandbox(within: .milliseconds(200)) }
            await client.close()
        }
    }
}
