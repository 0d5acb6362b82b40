import Foundation
import Ledger
import NIOCore
import NIOPosix
import Outbound
import Registry
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Delivery

/// Answers whatever it is asked with the same words, and remembers what came.
private final class Answering: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let words: String
    private let heard = Mutex("")
    var text: String { heard.withLock { $0 } }

    init(_ words: String) { self.words = words }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        heard.withLock { $0 += String(buffer: unwrapInboundIn(data)) }
        guard text.hasSuffix("}") else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: words)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

@Suite("Events to programs of strangers")
struct WebhookSenderTests {
    private static let event = OutgoingEvent(
        id: "0190abcd-0000-8000-8000-000000000001", type: "card.life", happenedAt: Instant(milliseconds: 1_772_413_200_000),
        matter: .change(
            .init(
                after: "active", stops: StopReasons([.risk]), effectiveFrom: Instant(milliseconds: 1_772_413_200_000), position: "7",
                cards: [.init(reference: "card_00", hasGap: false), .init(reference: "card_01", hasGap: true)], isReplayed: false)))

    /// What came of sending to a server that answers with these words, and what it heard.
    private func sending(
        _ answer: String, _ event: OutgoingEvent = Self.event, host: String = "127.0.0.1", resolver: InventedResolver = InventedResolver()
    ) async throws -> (outcome: Result<EventReply, ProviderFailure>, heard: String) {
        let answering = Answering(answer)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(answering) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        let sender = WebhookSender(resolver: resolver, allowsLocal: true, timeout: .seconds(20), clock: MovedClock())
        var outcome: Result<EventReply, ProviderFailure>
        do {
            outcome = .success(
                try await sender.send(
                    event, to: "http://\(host):\(port)/hook", of: .root, secrets: [Invented.secret, Invented.otherSecret]))
        } catch {
            outcome = .failure(error)
        }
        try await server.close().get()
        return (outcome, answering.text)
    }

    @Test func `an event says what happened and is signed with both secrets`() async throws {
        let (outcome, heard) = try await sending("HTTP/1.1 204 No Content\r\n\r\n")
        #expect(outcome == .success(.taken))
        let body = String(heard.drop { $0 != "{" })
        let headers = heard.split(separator: "\r\n").reduce(into: [String: String]()) { headers, line in
            let parts = line.split(separator: ": ", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1]) }
        }
        let stamp = try #require(headers["webhook-timestamp"].flatMap { Int64($0) })
        #expect(headers["webhook-id"] == Self.event.id)
        for secret in [Invented.secret, Invented.otherSecret] {
            let signature = try #require(headers["webhook-signature"])
            #expect(try WebhookSecrets(secret).confirm(signature, id: Self.event.id, timestamp: stamp, body: Array(body.utf8)))
        }
        #expect(
            body == #"""
                {"data":{"after":"active","cards":[{"card":"card_00"},{"card":"card_01","gap":true}],"effectiveFrom":"2026-03-02T01:00:00.000Z","position":"7","stops":["risk"]},"timestamp":"2026-03-02T01:00:00.000Z","type":"card.life"}
                """#)
    }

    @Test func `the outcome of a request says its reasons in words, those of the company's own too`() async throws {
        let own = DecisionReason(
            pointer: "/evidence/unit-document", code: "own-blurred-seal", words: LocalText(en: "The seal is blurred.", zh: "公章重影。"))
        let outcome = OutgoingEvent.Outcome(
            application: ApplicationID(high: 1, low: 1), registration: RegistrationID(high: 1, low: 2), code: "SM-1", kind: .register,
            state: .sentBack,
            reasons: [own, DecisionReason(pointer: "/unit", code: "expired"), DecisionReason(pointer: "/unit", code: "unknown")],
            registered: 0, excluded: 0)
        let event = OutgoingEvent(
            id: Self.event.id, type: "registration.sent-back", happenedAt: Self.event.happenedAt, matter: .request(outcome))
        let (_, heard) = try await sending("HTTP/1.1 204 No Content\r\n\r\n", event)
        let reasons = try JSONValue(parsing: String(heard.drop { $0 != "{" }))["data"]?["reasons"]?.arrayValue
        #expect(reasons?.map { $0["text"]?["zh"]?.stringValue } == ["公章重影。", "已过有效期。", nil])
        #expect(reasons?.first?["text"]?["en"]?.stringValue == "The seal is blurred.")
    }

    @Test(arguments: ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
    func `a redirection is not followed and is no yes`(status: String) async throws {
        try await withGreeting("never asked") { port in
            let (outcome, _) = try await sending("HTTP/1.1 \(status)\r\nLocation: http://127.0.0.1:\(port)/\r\nContent-Length: 0\r\n\r\n")
            #expect(outcome == .failure(.malformed(.status)))
        }
    }

    @Test func `410 is the end, everything else is tried again`() async throws {
        #expect(try await sending("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n").outcome == .success(.gone))
        #expect(try await sending("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n").outcome == .failure(.unavailable(.serverError(500))))
        #expect(try await sending("HTTP/1.1 429 Oh\r\nRetry-After: 7\r\n\r\n").outcome == .failure(.overloaded(retryAfterSeconds: 7)))
        #expect(try await sending("SSH-2.0-whatever\r\n").outcome != .success(.taken))
    }

    @Test func `the body of an answer is not waited for`() async throws {
        #expect(try await sending("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx").outcome == .success(.taken))
    }

    @Test func `the address that was judged is the one that is connected to, whatever the name leads to elsewhere`() async throws {
        // The name exists nowhere but in the resolver of this test.
        let resolver = InventedResolver(hosts: ["localhost": ["127.0.0.1"]])
        let (outcome, heard) = try await sending("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", host: "localhost", resolver: resolver)
        #expect(outcome == .success(.taken))
        #expect(heard.lowercased().contains("host: localhost:"))
        let moved = InventedResolver(hosts: ["localhost": ["10.0.0.1"]])
        let (refused, unheard) = try await sending("HTTP/1.1 200 OK\r\n\r\n", host: "localhost", resolver: moved)
        #expect(refused == .success(.notAdmitted(.inside)))
        #expect(unheard == "")
    }

    @Test func `of several addresses the next is asked where one cannot be reached`() async throws {
        let resolver = InventedResolver(hosts: ["localhost": ["127.0.0.2", "127.0.0.1"]])
        let (outcome, _) = try await sending("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", host: "localhost", resolver: resolver)
        #expect(outcome == .success(.taken))
    }
}
