import Registry
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// What comes from a socket may be anything.
@Suite struct NetworkTests {
    private func saying(_ words: String, drop: String? = nil, _ body: (ProviderHTTP, ProviderRequest) async throws -> Void) async throws {
        try await withSpeaker(words, drop: drop) { port in
            let transport = try ProviderHTTP(connections: 1)
            let key = try #require(ProviderKey(Asking.key))
            try await body(transport, ProviderRequest(method: "GET", url: "http://127.0.0.1:\(port)/v1/captures/x", key: key, body: nil))
            await transport.close()
        }
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2p1\r\n", "\0\0\0\0", "HTTP/1.1 two hundred\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{}", "",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 200_000))\r\n\r\n",
    ])
    func `what is no answer of HTTP is a failure`(words: String) async throws {
        try await saying(words) { transport, request in
            let failed = await failure { try await transport.send(request, within: .seconds(60), bodyMax: 1_000) }
            switch failed {
            case .unavailable(.noConnection), .malformed(.unreadable): break
            default: Issue.record("\(String(describing: failed))")
            }
        }
    }

    @Test func `an answer that drips is given up when its time is over`() async throws {
        try await saying("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", drop: " ") { transport, request in
            await expectFailure(.unavailable(.timedOut)) {
                try await transport.send(request, within: .milliseconds(200), bodyMax: 200_000)
            }
        }
    }

    @Test func `an answer larger than it may be is not read to its end`() async throws {
        for head in ["Content-Length: 100000", "Transfer-Encoding: chunked"] {
            let chunk = "10\r\n0123456789abcdef\r\n"
            try await saying("HTTP/1.1 200 OK\r\n\(head)\r\n\r\n", drop: chunk) { transport, request in
                await expectFailure(.malformed(.tooLarge)) { try await transport.send(request, within: .seconds(60), bodyMax: 100) }
            }
        }
    }

    @Test func `a head that never ends is given up`() async throws {
        try await saying("HTTP/1.1 200 OK\r\n", drop: "X: y\r\n") { transport, request in
            let failed = await failure { try await transport.send(request, within: .milliseconds(200), bodyMax: 100) }
            #expect(failed != nil)
        }
    }
}

/// Answers when it is told to.
private final class Holding: ProviderTransport {
    private let held = Mutex<[CheckedContinuation<Void, Never>]>([])
    var count: Int { held.withLock { $0.count } }

    func send(_ request: ProviderRequest, within limit: Duration, bodyMax: Int) async throws(ProviderFailure) -> ProviderReply {
        await withCheckedContinuation { continuation in held.withLock { $0.append(continuation) } }
        throw .unavailable(.serverError(500))
    }

    func release() {
        let all = held.withLock { held in
            defer { held = [] }
            return held
        }
        for continuation in all { continuation.resume() }
    }

    func close() async {}
}

@Suite struct ConcurrencyTests {
    @Test func `no more are under way than may be, no more wait than may, and further ones are told at once`() async throws {
        let transport = Holding()
        var patience = ProviderPatience()
        patience.requestsMax = 1
        patience.tries = 1
        patience.breakerFailures = 100
        let clock = MovedClock()
        let client = try ProviderClient(
            try ProviderAddress("https://provider.example"), key: .environment("KEY"), environment: ["KEY": Asking.key],
            transport: transport,
            clock: clock, waiting: MovingPause(clock), patience: patience)
        let provider = HTTPProvider(client)
        let asks = (0..<9).map { number in Task { await failure { try await provider.check(Invented.identity(id: number)) } } }
        while true {
            let state = await provider.state()
            if state.underWay == 1, state.waiting == 8, transport.count == 1 { break }
            await Task.yield()
        }
        await expectFailure(.overloaded(retryAfterSeconds: 3)) { try await provider.check(Invented.identity(id: 99)) }
        let releasing = Task {
            while !Task.isCancelled {
                #expect(transport.count <= 1)
                transport.release()
                await Task.yield()
            }
        }
        for ask in asks { #expect(await ask.value == .unavailable(.serverError(500))) }
        releasing.cancel()
        let state = await provider.state()
        #expect(state.underWay == 0 && state.waiting == 0)
        #expect(state.asked == 10 && state.failed == 10)
    }
}
