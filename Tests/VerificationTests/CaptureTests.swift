import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// A capture in the provider's own page.
@Suite struct CaptureTests {
    /// What a browser would do with the button of that outcome; answers where it is sent.
    private static func press(_ address: String, _ outcome: String) async throws -> String? {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        var request = HTTPClientRequest(url: address + "/" + outcome)
        request.method = .POST
        do {
            let answer = try await http.execute(request, timeout: .seconds(10))
            try await http.shutdown()
            return answer.headers.first(name: "location")
        } catch {
            try await http.shutdown()
            throw error
        }
    }

    @Test func `is pending, then done once`() async throws {
        try await asking { asking in
            let invitation = try await asking.provider.begin(Invented.capture())
            #expect(invitation.address.hasPrefix(asking.address + "/captures/"))
            #expect(invitation.expires > asking.clock.now())
            let pending = try await asking.provider.outcome(of: invitation.ticket)
            #expect(pending == .pending)
            #expect(try await Self.press(invitation.address, "live") == "https://shiming.example/back")
            guard case .done(let answer) = try await asking.provider.outcome(of: invitation.ticket) else {
                Issue.record("not done")
                return
            }
            #expect(answer.confirms)
            // Whoever comes back to the page changes nothing.
            _ = try await Self.press(invitation.address, "spoof")
            let after = try await asking.provider.outcome(of: invitation.ticket)
            #expect(after == .done(answer))
            #expect(await asking.provider.state().costUnits == 3)
        }
    }

    @Test(arguments: ["spoof", "different"])
    func `may confirm nothing`(outcome: String) async throws {
        try await asking { asking in
            let invitation = try await asking.provider.begin(Invented.capture())
            _ = try await Self.press(invitation.address, outcome)
            guard case .done(let answer) = try await asking.provider.outcome(of: invitation.ticket) else {
                Issue.record("not done")
                return
            }
            #expect(!answer.confirms)
        }
    }

    @Test func `may be abandoned`() async throws {
        try await asking { asking in
            let invitation = try await asking.provider.begin(Invented.capture())
            _ = try await Self.press(invitation.address, "abandon")
            let outcome = try await asking.provider.outcome(of: invitation.ticket)
            #expect(outcome == .abandoned)
        }
    }

    @Test func `the same question begins the same capture`() async throws {
        try await asking { asking in
            let first = try await asking.provider.begin(Invented.capture())
            let second = try await asking.provider.begin(Invented.capture())
            #expect(first == second)
        }
    }

    @Test func `one that is not known, or is another's`() async throws {
        try await asking { asking in
            let provider = asking.provider
            let unknown = CaptureTicket(request: Invented.id(3), captureID: "no-such-capture")
            await expectFailure(.refused(.notOffered)) { try await provider.outcome(of: unknown) }
            let invitation = try await provider.begin(Invented.capture())
            let other = CaptureTicket(request: Invented.id(4), captureID: invitation.ticket.captureID)
            await expectFailure(.malformed(.otherRequest)) { try await provider.outcome(of: other) }
        }
    }

    private static let provider = #""provider":{"vendor":"V","product":"P","version":"1"}"#

    private static func invitation(_ url: String) -> ProviderReply {
        .answer(
            #"{"requestId":"\#(Invented.id(3))","captureId":"capture-0001","url":"\#(url)","expires":"2026-03-02T01:00:00Z","sandbox":false,\#(provider)}"#,
            status: 201)
    }

    @Test(arguments: [
        "http://provider.example/c", "https://provider.example.evil.example/c", "https://evil.example/c", "https://u:p@provider.example/c",
        "javascript:alert(1)", "//provider.example/c", "https://provider.example@evil.example/c", "data:text/html,x", "", "/c",
        "https://provider.example\\\\@evil.example/c", "http://127.0.0.1/c",
    ])
    func `people are sent nowhere that was not agreed on`(url: String) async throws {
        let provider = try Script([Self.invitation(url)]).provider()
        let failed = await failure { try await provider.begin(Invented.capture()) }
        #expect([.malformed(.foreignAddress), .malformed(.notAsContract), .malformed(.unreadable)].contains(failed))
    }

    @Test func `people are sent to the provider, and to hosts that were agreed on`() async throws {
        for url in ["https://provider.example/c?x=1", "https://PROVIDER.example/c", "https://pages.example:8443/c"] {
            let provider = try Script([Self.invitation(url)]).provider { $0.captureHosts = ["pages.example"] }
            let invitation = try await provider.begin(Invented.capture())
            #expect(invitation.address == url)
        }
    }

    @Test func `the person's number is in no address`() async throws {
        let provider = try Script([Self.invitation("https://provider.example/c/\(Invented.number().lowercased())")]).provider()
        await expectFailure(.malformed(.repeatsPersonalData)) { try await provider.begin(Invented.capture()) }
    }

    @Test(arguments: [
        #""state":"done""#, #""state":"pending","answer":{}"#, #""state":"later""#, #""state":1"#, #""state":"done","answer":{}"#,
        #""state":"done","answer":[]"#,
    ])
    func `a state that says too little or too much`(members: String) async throws {
        let text = #"{"requestId":"\#(Invented.id(3))","captureId":"capture-0001","sandbox":false,\#(Self.provider),\#(members)}"#
        let provider = try Script([.answer(text)]).provider()
        let ticket = CaptureTicket(request: Invented.id(3), captureID: "capture-0001")
        let failed = await failure { try await provider.outcome(of: ticket) }
        #expect([.malformed(.notAsContract)].contains(failed))
    }
}
