import Crypto
import Foundation
import Ledger
import Numbers
import Outbound
import Registry
import Sandbox
import TestKit
import Testing
import UseCases
import Verification

@testable import Delivery

@Suite("Notices to a program: Standard Webhooks")
struct WebhookTests {
    @Test func `a notice is signed, says what happened and nothing of anybody, and comes under one id`() async throws {
        try await Delivering.run { (delivering) async throws -> Void in
            for _ in 0..<2 { #expect(try await delivering.webhook.send(Invented.notice()) == .taken) }
            #expect(await delivering.statistic("taken/webhook") == 1)
            #expect(await delivering.statistic("repeated") == 1)
            let notice = try #require(await delivering.taken().first)
            #expect(notice["type"]?.stringValue == "registration.to-be-mended")
            #expect(notice["timestamp"]?.stringValue == "2026-03-02T01:00:00.000Z")
            let data = try #require(notice["data"]?.objectValue)
            #expect(data.members.map(\.key).sorted() == ["code", "kind", "language", "reason", "stage"])
            #expect(data["code"]?.stringValue == "SM-ABCDEFGHJK" && data["stage"]?.stringValue == "to-be-mended")
            let text = try String(decoding: notice.canonicalBytes(), as: UTF8.self)
            #expect(!text.contains(Invented.phone))
        }
    }

    @Test func `what waits says how long that usually takes`() async throws {
        try await Delivering.run { (delivering) async throws -> Void in
            #expect(try await delivering.webhook.send(Invented.notice(.submitted)) == .taken)
            #expect(await delivering.taken().first?["data"]?["expectedWorkingDays"]?.integerValue == 6)
            #expect(await delivering.taken().first?["data"]?["expectedHours"] == nil)
        }
    }

    @Test func `of cards it says the day, how many and whose they are, and no more`() async throws {
        try await Delivering.run { (delivering) async throws -> Void in
            let organisation = OrganisationID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0009)
            let letter = OutgoingNotice(
                id: NoticeID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0007),
                text: NoticeText(.idle, code: NoticeText.various, day: CivilDate(yyyymmdd: 2026_06_03), cards: 10_000), reasonCode: nil,
                language: .chinese, happenedAt: Instant(milliseconds: 1_772_413_200_000), organisations: [organisation], phone: nil)
            #expect(try await delivering.webhook.send(letter) == .taken)
            let notice = try #require(await delivering.taken().first)
            #expect(notice["type"]?.stringValue == "card.idle")
            #expect(
                notice["data"] == [
                    "cards": 10_000, "code": "various", "day": "2026-06-03", "kind": "idle", "language": "zh",
                    "organisation": .string(organisation.description), "stage": "coming",
                ])
        }
    }

    /// The example of the specification's own libraries.
    @Test func `the signature is that of the specification`() throws {
        let secrets = try WebhookSecrets("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        let body = Array(#"{"test": 2432232314}"#.utf8)
        let signature = secrets.signature(id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: body)
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        #expect(secrets.confirm("v1,AAAA \(signature)", id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: body))
    }

    @Test func `another body, id, time or secret is not ours`() throws {
        let secrets = try WebhookSecrets(Invented.secret)
        let signature = secrets.signature(id: "a", timestamp: 1, body: [1, 2])
        #expect(secrets.confirm(signature, id: "a", timestamp: 1, body: [1, 2]))
        #expect(!secrets.confirm(signature, id: "b", timestamp: 1, body: [1, 2]))
        #expect(!secrets.confirm(signature, id: "a", timestamp: 2, body: [1, 2]))
        #expect(!secrets.confirm(signature, id: "a", timestamp: 1, body: [1]))
        #expect(!secrets.confirm(signature.replacing("v1,", with: "v2,"), id: "a", timestamp: 1, body: [1, 2]))
        #expect(!secrets.confirm("", id: "a", timestamp: 1, body: [1, 2]))
        let others = try WebhookSecrets(Invented.otherSecret)
        #expect(!others.confirm(signature, id: "a", timestamp: 1, body: [1, 2]))
    }

    @Test func `while secrets change a receiver with either knows the notice as ours`() async throws {
        let both = Invented.otherSecret + "\n" + Invented.secret + "\n"
        #expect(try WebhookSecrets(both).signature(id: "a", timestamp: 1, body: []).split(separator: " ").count == 2)
        // The sandbox knows the older one alone.
        try await Delivering.run(secrets: both) { (delivering) async throws -> Void in
            #expect(try await delivering.webhook.send(Invented.notice()) == .taken)
        }
        try await Delivering.run(secrets: Invented.otherSecret) { (delivering) async throws -> Void in
            #expect(await failure { try await delivering.webhook.send(Invented.notice()) } == .refused(.credentials))
            #expect(await delivering.taken().isEmpty)
        }
    }

    @Test(arguments: [
        "", "whsec_", "whsec_!!!!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_" + Base64.text(Array(repeating: 1, count: 23)),
        "whsec_" + Base64.text(Array(repeating: 1, count: 65)),
        [Invented.secret, Invented.otherSecret, Invented.secret].joined(separator: "\n"), Invented.secret + "\nno secret",
    ])
    func `what is no secret is refused, and not repeated`(text: String) throws {
        let said = try #require(refusal { try WebhookSecrets(text) })
        #expect(said.contains("whsec_ and base64"))
        #expect(!said.contains("MfKQ") && !said.contains(Invented.secret))
    }

    @Test(arguments: [
        (NoticeFault.unavailable, ProviderFailure.overloaded(retryAfterSeconds: 9)), (.tooMany, .overloaded(retryAfterSeconds: 9)),
        (.broken, .unavailable(.serverError(500))), (.redirect, .malformed(.status)),
    ])
    func `a receiver that does not take it fails`(fault: NoticeFault, expected: ProviderFailure) async throws {
        try await Delivering.run([NoticeScenario.Step(on: .webhook, fault: fault, retryAfterSeconds: 9)]) {
            (delivering) async throws -> Void in
            #expect(await failure { try await delivering.webhook.send(Invented.notice()) } == expected)
        }
    }

    @Test(arguments: [NoticeFault.tooLarge, .notJSON, .cut, .stall, .drop])
    func `what a receiver says beside its status is not read`(fault: NoticeFault) async throws {
        try await Delivering.run([NoticeScenario.Step(on: .webhook, fault: fault)]) { (delivering) async throws -> Void in
            #expect(try await delivering.webhook.send(Invented.notice()) == .taken)
        }
    }

    @Test func `a receiver that is no more is told nothing again`() async throws {
        try await Delivering.run([NoticeScenario.Step(on: .webhook, fault: .gone)]) { (delivering) async throws -> Void in
            #expect(try await delivering.webhook.send(Invented.notice()) == .refused(.gone))
        }
    }

    @Test func `one that says nothing is given up when its time is over`() async throws {
        try await withSpeaker("HTTP/1.1 2", drop: "0") { port in
            var patience = NoticePatience()
            patience.timeout = .milliseconds(200)
            let file = try Invented.file(Invented.secret)
            defer { try? FileManager.default.removeItem(atPath: file) }
            let transport = try ProviderHTTP(connections: 1)
            let webhook = try WebhookNotifier(
                try NoticeAddress("http://127.0.0.1:\(port)/hook"), secrets: file, transport: transport, patience: patience)
            let failed = await failure { try await webhook.send(Invented.notice()) }
            #expect(failed == .unavailable(.timedOut) || failed == .malformed(.unreadable), "\(String(describing: failed))")
            await transport.close()
        }
    }
}
