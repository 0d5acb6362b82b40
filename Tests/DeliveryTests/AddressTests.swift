import Foundation
import Outbound
import Registry
import Sandbox
import TestKit
import Testing
import UseCases
import Verification

@testable import Delivery

@Suite("Where notices go")
struct AddressTests {
    @Test(arguments: [
        "https://hooks.example/in?tenant=1", "https://hooks.example:8443", "http://127.0.0.1:9091/webhook", "http://localhost:1/",
    ])
    func `addresses that are taken`(text: String) throws { #expect(try NoticeAddress(text).text == text) }

    @Test(arguments: [
        "", "hooks.example", "ftp://hooks.example", "https://", "https://user:secret@hooks.example", "https://hooks.example/#x",
        "https://hooks.example/a b", "https://hooks.example/\r\nX: y", "http://hooks.example", "http://10.0.0.1/",
        "https://hooks.example:0",
        "https://" + String(repeating: "a", count: 2_050),
    ])
    func `addresses that are not`(text: String) {
        let said = refusal { try NoticeAddress(text) }
        #expect(said != nil && said?.contains("secret") == false)
    }

    @Test func `where persons reach the server has no path`() throws {
        #expect(try NoticeAddress("https://sm.example/").site() == "https://sm.example")
        #expect(try NoticeAddress("https://sm.example:8443").site() == "https://sm.example:8443")
        for text in ["https://sm.example/p", "https://sm.example?x=1"] {
            #expect(refusal { try NoticeAddress(text).site() } != nil)
        }
    }

    @Test func `files of secrets are read by nobody else, and are there`() throws {
        let open = try Invented.file(Invented.secret, mode: 0o640)
        defer { try? FileManager.default.removeItem(atPath: open) }
        #expect(refusal { try WebhookSecrets.load(open) }?.contains("chmod 600") == true)
        #expect(refusal { try WebhookSecrets.load("/no/such/file") }?.contains("missing") == true)
        let short = try Invented.file("short")
        defer { try? FileManager.default.removeItem(atPath: short) }
        let transport = try ProviderHTTP(connections: 1)
        #expect(
            refusal {
                try GatewayNotifier(try NoticeAddress("https://g.example"), key: short, transport: transport, patience: NoticePatience())
            }?.contains("16 to 512") == true)
    }

    @Test(arguments: [
        "", "[]", #"{"steps": 1}"#, #"{"steps": [1]}"#, #"{"steps": [{"fault": "unknown"}]}"#, #"{"steps": [{"times": 0}]}"#,
        #"{"steps": [{"verdict": "match"}]}"#, #"{"other": []}"#, #"{"steps": [{"on": "identity-checks"}]}"#,
        #"{"steps": [{"reason": "x"}]}"#,
    ])
    func `what is no scenario is refused`(text: String) {
        #expect(throws: SandboxScenarioRefusal.self) { try NoticeScenario(parsing: Array(text.utf8)) }
    }

    @Test func `a scenario is read as docs tell`() throws {
        let text =
            #"{"steps": [{"on": "messages", "times": 2, "fault": "unavailable", "retryAfterSeconds": 3}, {"reason": "recipient-invalid"}]}"#
        let scenario = try NoticeScenario(parsing: Array(text.utf8))
        #expect(
            scenario.steps == [
                NoticeScenario.Step(on: .messages, times: 2, fault: .unavailable, retryAfterSeconds: 3),
                NoticeScenario.Step(reason: .recipientInvalid),
            ])
    }
}
