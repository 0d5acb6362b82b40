import Foundation
import Ledger
import Outbound
import Registry
import Sandbox
import TestKit
import Testing
import UseCases
import Verification
import Yams

@testable import Delivery

/// One reply in place of the network, and what was asked.
private actor OneReply: ProviderTransport {
    private let reply: ProviderReply
    private(set) var requests: [ProviderRequest] = []

    init(_ reply: ProviderReply) { self.reply = reply }

    func send(_ request: ProviderRequest, within limit: Duration, bodyMax: Int) async throws(ProviderFailure) -> ProviderReply {
        requests.append(request)
        return reply
    }

    func close() async {}
}

@Suite("Messages by a gateway")
struct GatewayTests {
    private static let id = Invented.notice().id.description

    private func notifier(_ transport: any ProviderTransport, allowsSandbox: Bool = false) throws -> GatewayNotifier {
        var patience = NoticePatience()
        patience.allowsSandbox = allowsSandbox
        let key = try Invented.file(Invented.key)
        defer { try? FileManager.default.removeItem(atPath: key) }
        return try GatewayNotifier(
            try NoticeAddress("https://gateway.example/adapter/"), key: key, transport: transport, patience: patience, clock: MovedClock())
    }

    private func reply(_ members: String, status: Int = 200, media: String = "application/json") -> ProviderReply {
        ProviderReply(status: status, mediaType: media, body: Array(members.utf8))
    }

    @Test func `a message reaches the gateway once, with its text and under its id`() async throws {
        try await Delivering.run { (delivering) async throws -> Void in
            for _ in 0..<3 { #expect(try await delivering.gateway.send(Invented.notice()) == .taken) }
            #expect(await delivering.statistic("taken/messages") == 1)
            #expect(await delivering.statistic("repeated") == 2)
            let message = try #require(await delivering.taken().first)
            #expect(message["id"]?.stringValue == Self.id)
            #expect(message["to"]?.stringValue == "138****8000")
            #expect(message["text"]?.stringValue == Invented.notice().text.message(in: .chinese))
            #expect(message["language"]?.stringValue == "zh")
        }
    }

    @Test func `the key is known, the number stands in the body only, and the id is the key of idempotency`() async throws {
        let transport = OneReply(reply(#"{"messageId":"\#(Self.id)","state":"accepted","sandbox":false}"#))
        #expect(try await notifier(transport).send(Invented.notice()) == .taken)
        let request = try #require(await transport.requests.first)
        #expect(request.url == "https://gateway.example/adapter/v1/messages")
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        #expect(headers["authorization"] == "Bearer \(Invented.key)" && headers["idempotency-key"] == Self.id)
        #expect(!request.url.contains(Invented.phone))
        let body = try #require(request.body)
        #expect(String(decoding: body, as: UTF8.self).contains(Invented.phone))
        #expect(!"\(request)".contains(Invented.phone))
    }

    @Test(arguments: [
        ("{}", AnswerFault.notAsContract), ("[]", .unreadable), ("", .unreadable), ("<html></html>", .unreadable),
        (#"{"messageId":"\#(id)","state":"accepted"}"#, .notAsContract),
        (#"{"messageId":"\#(id)","state":"accepted","sandbox":"false"}"#, .notAsContract),
        (#"{"messageId":"\#(id)","state":"sent","sandbox":false}"#, .notAsContract),
        (#"{"messageId":"\#(id)","sandbox":false}"#, .notAsContract), (#"{"state":"accepted","sandbox":false}"#, .notAsContract),
        (#"{"messageId":"another","state":"accepted","sandbox":false}"#, .otherRequest),
        (#"{"messageId":"\#(id)","state":"accepted","sandbox":true}"#, .sandbox),
        (#"{"messageId":"\#(id)","state":"refused","sandbox":false}"#, .notAsContract),
        (#"{"messageId":"\#(id)","state":"refused","reason":"because","sandbox":false}"#, .notAsContract),
        (#"{"messageId":"\#(id)","state":"retry","sandbox":false}"#, .notAsContract),
        (#"{"messageId":"\#(id)","state":"retry","retryAfterSeconds":0,"sandbox":false}"#, .notAsContract),
        (#"{"messageId":"\#(id)","state":"retry","retryAfterSeconds":86401,"sandbox":false}"#, .notAsContract),
        (#"{"messageId":"\#(id)","state":"accepted","sandbox":false}{}"#, .unreadable),
    ])
    func `only an answer that keeps the contract is believed`(body: String, fault: AnswerFault) async throws {
        let gateway = try notifier(OneReply(reply(body)))
        #expect(await failure { try await gateway.send(Invented.notice()) } == .malformed(fault))
    }

    @Test(arguments: NoticeRefusal.allCases)
    func `a definite no is an answer`(reason: NoticeRefusal) async throws {
        try await Delivering.run([NoticeScenario.Step(on: .messages, reason: reason)]) { (delivering) async throws -> Void in
            #expect(try await delivering.gateway.send(Invented.notice()) == .refused(reason))
            #expect(await delivering.gateway.state().recentFailures == 0)
        }
    }

    @Test func `a message that shall come later holds up no other`() async throws {
        try await Delivering.run([NoticeScenario.Step(times: 1, fault: .later, retryAfterSeconds: 77)]) {
            (delivering) async throws -> Void in
            #expect(try await delivering.gateway.send(Invented.notice(number: 1)) == .later(seconds: 77))
            #expect(try await delivering.gateway.send(Invented.notice(number: 2)) == .taken)
        }
    }

    @Test(arguments: [
        (401, "", ProviderFailure.refused(.credentials)), (403, "", .refused(.credentials)), (404, "", .malformed(.status)),
        (302, "", .malformed(.status)), (201, "{}", .malformed(.status)), (500, "", .unavailable(.serverError(500))),
        (408, "", .unavailable(.timedOut)), (429, "", .overloaded(retryAfterSeconds: 1)),
    ])
    func `every other status is a failure`(status: Int, body: String, expected: ProviderFailure) async throws {
        let gateway = try notifier(OneReply(reply(body, status: status)))
        #expect(await failure { try await gateway.send(Invented.notice()) } == expected)
    }

    @Test(arguments: [
        (NoticeFault.drop, ProviderFailure.unavailable(.noConnection)), (.redirect, .malformed(.status)),
        (.notJSON, .malformed(.unreadable)),
        (.cut, .malformed(.unreadable)), (.tooLarge, .malformed(.tooLarge)), (.otherMessage, .malformed(.otherRequest)),
        (.noSandbox, .malformed(.notAsContract)), (.unavailable, .overloaded(retryAfterSeconds: 5)),
        (.tooMany, .overloaded(retryAfterSeconds: 5)), (.broken, .unavailable(.serverError(500))), (.stall, .unavailable(.timedOut)),
    ])
    func `a gateway that does wrong is not believed`(fault: NoticeFault, expected: ProviderFailure) async throws {
        let step = NoticeScenario.Step(on: .messages, fault: fault, retryAfterSeconds: 5)
        try await Delivering.run([step], tuned: { $0.timeout = fault == .stall ? .milliseconds(300) : .seconds(60) }) {
            (delivering) async throws -> Void in
            #expect(await failure { try await delivering.gateway.send(Invented.notice()) } == expected)
        }
    }

    @Test func `a sandbox is not taken for a receiver unless that is allowed`() async throws {
        try await Delivering.run(tuned: { $0.allowsSandbox = false }) { (delivering) async throws -> Void in
            #expect(await failure { try await delivering.gateway.send(Invented.notice()) } == .malformed(.sandbox))
            #expect(await failure { try await delivering.webhook.send(Invented.notice()) } == .malformed(.sandbox))
        }
    }

    @Test func `a sandbox says so where it is only asked, and nothing comes there by it`() async throws {
        let sandbox = NoticeSandbox(key: Invented.key)
        try await SandboxServer.withRunning(sandbox) { address in
            for place in ["", "/", "/webhook"] {
                let receiver = try NoticeAddress(address + place)
                #expect(try await receiver.leadsToSandbox(authority: nil, within: .seconds(60)), "\(place)")
            }
            #expect(await sandbox.taken()["items"]?.arrayValue == [])
            #expect(await sandbox.statistics()["refused"]?.integerValue == 0)
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nShiming-Sandbox: false\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
    ])
    func `a receiver whose answer does not say so is no sandbox`(words: String) async throws {
        try await withSpeaker(words) { port in
            let address = try NoticeAddress("http://127.0.0.1:\(port)/hooks")
            #expect(try await address.leadsToSandbox(authority: nil, within: .seconds(60)) == false)
        }
    }

    @Test func `where nobody answers, nothing is said of it`() async throws {
        await #expect(throws: ProviderFailure.unavailable(.notReached)) {
            _ = try await NoticeAddress("http://127.0.0.1:1").leadsToSandbox(authority: nil, within: .seconds(60))
        }
    }

    @Test func `a wrong key is refused, and the renewed one in the file is taken without a restart`() async throws {
        let file = try Invented.file("an-outdated-gateway-key-9876")
        defer { try? FileManager.default.removeItem(atPath: file) }
        var patience = NoticePatience()
        patience.allowsSandbox = true
        // What is not about time is not hurried by a busy machine.
        patience.timeout = .seconds(60)
        try await SandboxServer.withRunning(NoticeSandbox(key: Invented.key)) { [patience] address in
            let transport = try ProviderHTTP(connections: 1)
            let gateway = try GatewayNotifier(try NoticeAddress(address), key: file, transport: transport, patience: patience)
            #expect(await failure { try await gateway.send(Invented.notice()) } == .refused(.credentials))
            try Data(Invented.key.utf8).write(to: URL(fileURLWithPath: file))
            #expect(try await gateway.send(Invented.notice()) == .taken)
            await transport.close()
        }
    }

    @Test func `one that keeps failing is left alone, and tried once when that is over`() async throws {
        try await Delivering.run([NoticeScenario.Step(on: .messages, times: 5, fault: .broken)]) { (delivering) async throws -> Void in
            for number in 1...5 as ClosedRange<UInt64> {
                let failed = await delivering.messageFails(number)
                #expect(failed == .unavailable(.serverError(500)))
            }
            let resting = await delivering.messageFails(6)
            #expect(resting?.code == "resting")
            #expect(await delivering.statistic("asked/messages") == 5)
            // The other way is not concerned.
            #expect(try await delivering.webhook.send(Invented.notice(number: 6)) == .taken)
            delivering.clock.move(seconds: 31)
            #expect(try await delivering.gateway.send(Invented.notice(number: 6)) == .taken)
        }
    }

    @Test func `without a number nothing is asked`() async throws {
        let transport = OneReply(reply("{}"))
        #expect(try await notifier(transport).send(Invented.notice(phone: nil)) == .refused(.recipientInvalid))
        #expect(await transport.requests.isEmpty)
    }

    @Test func `the contract names our kinds and our reasons`() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Contract/notice-gateway.yaml")
        let root = try #require(try Yams.compose(yaml: String(contentsOf: path, encoding: .utf8)))
        let schemas = try #require(root["components"]?["schemas"])
        func words(_ schema: String, _ property: String) -> [String] {
            (schemas[schema]?["properties"]?[property]?["enum"]?.sequence).map { $0.compactMap(\.string) } ?? []
        }
        #expect(words("Message", "kind") == NoticeKind.allCases.filter { $0.channels.contains(.sms) }.map(\.rawValue))
        #expect(words("Answer", "reason") == NoticeRefusal.allCases.map(\.rawValue))
        #expect(words("Message", "language").sorted() == ReaderLanguage.allCases.map(\.rawValue).sorted())
    }
}
