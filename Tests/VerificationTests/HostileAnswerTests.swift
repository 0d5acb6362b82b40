import Registry
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// Answers made by hand, each wrong in one place.
@Suite struct HostileAnswerTests {
    private static let identity = """
        {"requestId":"\(Invented.id(1))","verdict":"match","provider":{"vendor":"V","product":"P","version":"1"},\
        "reference":"r-1","time":"2026-03-02T01:00:00Z","sandbox":false,"costUnits":3}
        """
    private static let face = """
        {"requestId":"\(Invented.id(2))","verdict":"same","score":9000,"threshold":8000,"liveness":"live",\
        "provider":{"vendor":"V","product":"P","version":"1"},"reference":"r-1","time":"2026-03-02T01:00:00.250Z","sandbox":false,"costUnits":0}
        """

    private static func changed(_ text: String, _ from: String, _ to: String) -> String {
        #expect(text.contains(from))
        return text.replacing(from, with: to)
    }

    @Test func `an answer as the contract says is taken, with members nobody knows`() async throws {
        let provider = try Script([.answer(Self.changed(Self.identity, "{\"requestId\"", "{\"more\":[1,{\"x\":null}],\"requestId\""))])
            .provider()
        let answer = try await provider.check(Invented.identity())
        #expect(answer.confirms)
        #expect(!answer.stamp.isSandbox)
        #expect(answer.stamp.answeredAt == Instant(milliseconds: 1_772_413_200_000))
        let comparing = try Script([.answer(Self.face)]).provider()
        let compared = try await comparing.compare(Invented.face())
        #expect(compared.confirms)
        #expect(compared.stamp.answeredAt == Instant(milliseconds: 1_772_413_200_250))
    }

    @Test(arguments: [
        ("\"match\"", "\"Match\""), ("\"match\"", "\"matched\""), ("\"match\"", "true"), ("\"match\"", "null"),
        ("\"verdict\"", "\"verdikt\""),
        ("\"costUnits\":3", "\"costUnits\":-1"), ("\"costUnits\":3", "\"costUnits\":1000001"), ("\"costUnits\":3", "\"costUnits\":\"3\""),
        ("\"sandbox\":false", "\"sandbox\":\"false\""), ("\"sandbox\":false", "\"sandbox\":0"), ("\"sandbox\":false", "\"box\":false"),
        ("\"vendor\":\"V\"", "\"vendor\":\"\""), ("\"vendor\":\"V\"", "\"vendor\":\" \""), ("\"vendor\":\"V\"", "\"vendor\":\"a\\u0000b\""),
        ("\"vendor\":\"V\"", "\"vendor\":\"a\\u202eb\""), ("\"vendor\":\"V\"", "\"vendor\":7"), ("\"product\":\"P\",", ""),
        ("\"reference\":\"r-1\"", "\"reference\":\"\""), ("\"reference\":\"r-1\"", "\"reference\":\"a b\""),
        ("\"reference\":\"r-1\"", "\"reference\":\"a\\nb\""), ("2026-03-02T01:00:00Z", "2026-03-02"),
        ("2026-03-02T01:00:00Z", "2026-03-02T01:00:00"), ("2026-03-02T01:00:00Z", "2026-13-02T01:00:00Z"),
        ("2026-03-02T01:00:00Z", "2026-03-02T01:00:00+08:00"), ("2026-03-02T01:00:00Z", "yesterday"),
        ("\"time\":\"2026-03-02T01:00:00Z\"", "\"time\":1772413200"),
    ])
    func `an identity answer that is not as the contract says`(from: String, to: String) async throws {
        let provider = try Script([.answer(Self.changed(Self.identity, from, to))]).provider()
        await expectFailure(.malformed(.notAsContract)) { try await provider.check(Invented.identity()) }
    }

    @Test(arguments: [
        ("\"score\":9000", "\"score\":7999", AnswerFault.contradiction),
        ("\"verdict\":\"same\"", "\"verdict\":\"different\"", .contradiction),
        ("\"threshold\":8000", "\"threshold\":9001", .contradiction), ("\"score\":9000,\"threshold\":8000,", "", .notAsContract),
        ("\"score\":9000,", "", .notAsContract), ("\"threshold\":8000,", "", .notAsContract),
        ("\"threshold\":8000", "\"threshold\":0", .notAsContract), ("\"score\":9000", "\"score\":10001", .notAsContract),
        ("\"score\":9000", "\"score\":-1", .notAsContract), ("\"score\":9000", "\"score\":0.95", .unreadable),
        ("\"score\":9000", "\"score\":1e4", .unreadable), ("\"score\":9000", "\"score\":\"9000\"", .notAsContract),
        ("\"liveness\":\"live\",", "", .livenessMissing), ("\"live\"", "null", .notAsContract), ("\"live\"", "\"alive\"", .notAsContract),
        ("\"live\"", "true", .notAsContract),
    ])
    func `a face answer that is not as the contract says, or contradicts itself`(from: String, to: String, fault: AnswerFault) async throws
    {
        let provider = try Script([.answer(Self.changed(Self.face, from, to))]).provider()
        await expectFailure(.malformed(fault)) { try await provider.compare(Invented.face()) }
    }

    @Test func `a member that stands twice does not let the reader choose`() async throws {
        let text = Self.changed(Self.identity, "\"verdict\":\"match\"", "\"verdict\":\"mismatch\",\"verdict\":\"match\"")
        let provider = try Script([.answer(text)]).provider()
        await expectFailure(.malformed(.unreadable)) { try await provider.check(Invented.identity()) }
    }

    @Test func `a portrait that was sent has to be compared, and only then`() async throws {
        let portrait = Invented.picture("portrait")
        let compared = Self.changed(Self.identity, "\"verdict\"", "\"portrait\":{\"score\":8000,\"threshold\":8000},\"verdict\"")
        let uncompared = try Script([.answer(Self.identity)]).provider()
        await expectFailure(.malformed(.portrait)) { try await uncompared.check(Invented.identity(portrait: portrait)) }
        let unasked = try Script([.answer(compared)]).provider()
        await expectFailure(.malformed(.portrait)) { try await unasked.check(Invented.identity()) }
        let below = try Script([.answer(Self.changed(compared, "8000,\"thr", "7999,\"thr"))]).provider()
        await expectFailure(.malformed(.contradiction)) { try await below.check(Invented.identity(portrait: portrait)) }
        let empty = try Script([.answer(Self.changed(compared, "\"score\":8000,\"threshold\":8000", ""))]).provider()
        await expectFailure(.malformed(.notAsContract)) { try await empty.check(Invented.identity(portrait: portrait)) }
        let right = try Script([.answer(compared)]).provider()
        let answer = try await right.check(Invented.identity(portrait: portrait))
        #expect(answer.confirms)
    }

    @Test(arguments: ["vendor\":\"V", "product\":\"P", "version\":\"1", "reference\":\"r-1"])
    func `the person's number does not get into what is kept in clear`(member: String) async throws {
        for number in [Invented.number(), Invented.number("00X").lowercased()] {
            let person = ClaimedIdentity(name: "欧阳青禾", documentType: .residentID, documentNumber: number.uppercased())
            let provider = try Script([.answer(Self.changed(Self.identity, member, member + number))]).provider()
            await expectFailure(.malformed(.repeatsPersonalData)) {
                try await provider.check(IdentityQuestion(id: Invented.id(1), identity: person))
            }
        }
    }

    @Test(arguments: ["", " ", "null", "[]", "\"match\"", "true", "{", "{}x", "\u{feff}{}", String(repeating: "[", count: 5_000)])
    func `what is no object is no answer`(text: String) async throws {
        let provider = try Script([.answer(text)]).provider()
        await expectFailure(.malformed(.unreadable)) { try await provider.check(Invented.identity()) }
    }

    @Test func `no bytes whatever are an approval`() async throws {
        let chance = SeededChance(seed: 42)
        let whole = Array(Self.identity.utf8)
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0...chance.words().0 % 4 {
                let (place, byte) = chance.words()
                bytes[Int(place % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: byte)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            // Elsewhere a byte may change without a change of meaning.
            guard !text.contains("\"match\"") || !text.contains(Invented.id(1).description) else { continue }
            let provider = try Script([ProviderReply(status: 200, body: bytes)]).provider()
            let answer = try? await provider.check(Invented.identity())
            #expect(answer?.confirms != true, "\(text)")
        }
    }

    @Test(arguments: [
        (201, AnswerFault.status), (204, .status), (206, .status), (301, .status), (302, .status), (307, .status), (308, .status),
        (400, .status),
        (402, .status), (404, .status), (405, .status), (409, .status), (418, .status), (422, .status), (451, .status),
    ])
    func `an answer under another status, or a refusal that is no problem, is none`(status: Int, fault: AnswerFault) async throws {
        let provider = try Script([.answer(Self.identity, status: status)]).provider()
        await expectFailure(.malformed(fault)) { try await provider.check(Invented.identity()) }
    }

    @Test(arguments: ["text/html", "", "text/plain", "application/problem+json", "application/jsonx"])
    func `an answer of another media type is none`(mediaType: String) async throws {
        let provider = try Script([ProviderReply(status: 200, mediaType: mediaType, body: Array(Self.identity.utf8))]).provider()
        await expectFailure(.malformed(.unreadable)) { try await provider.check(Invented.identity()) }
    }
}
