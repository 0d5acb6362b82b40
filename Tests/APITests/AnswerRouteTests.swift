import Contract
import Foundation
import HTTPTypes
import Ledger
import Registry
import TestKit
import Testing
import UseCases

@testable import API

@Suite("Asking who answers for a card")
struct AnswerRouteTests {
    @Test func `what is written by hand reads as the contract's answer`() async throws {
        try await withWalk { walk in
            let ask = { try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": .string(walk.job.iccids[5])]) }
            let before = try await ask()
            #expect(before.text("standing") == "unregistered")
            #expect(before.json["registration"] == nil)
            let begun = try await walk.registered()
            for reply in [before, try await ask()] {
                let read = try JSONDecoder().decode(Wire.AnswerForCard.self, from: Data(reply.bytes))
                #expect(try JSONValue(parsing: [UInt8](JSONEncoder().encode(read))) == reply.json)
                #expect(reply.bytes == (try reply.json.canonicalBytes()))
            }
            let after = try await ask()
            #expect(after.text("registration") == begun.registration)
            #expect(after.text("iccid") == walk.job.iccids[5])
            #expect(after.json["masked"] == true)
            let text = String(decoding: after.bytes, as: UTF8.self)
            for secret in [InventedPapers.responsible, InventedPapers.handler].flatMap({ [$0.name, $0.documentNumber, $0.contact] }) {
                #expect(!text.contains(secret ?? "-"))
            }
        }
    }

    @Test func `an answer of the past is that of the past`() async throws {
        try await withWalk { walk in
            walk.job.world.clock.move(days: 1)
            _ = try await walk.registered()
            let iccid = JSONValue.string(walk.job.iccids[0])
            let then = try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": iccid, "at": "2026-03-02T12:00:00+08:00"])
            #expect(then.text("standing") == "unregistered")
            #expect(then.text("at") == "2026-03-02T04:00:00.000Z")
            let unknown = try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": iccid, "asKnown": "2026-03-02T12:00:00+08:00"])
            #expect(unknown.text("standing") == "unregistered")
        }
    }

    @Test(arguments: [
        (#"{}"#, 422), (#"{"at":"2026-03-02T12:00:00Z"}"#, 422), (#"{"iccid":"89860426000000000000","msisdn":"1440000000000"}"#, 422),
        (#"{"iccid":"123456789012345678"}"#, 422), (#"{"iccid":"8986"}"#, 422), (#"{"msisdn":"abc"}"#, 422),
        (#"{"imsi":"46000"}"#, 422), (#"{"card":"card_00000000000000000000000000000000"}"#, 404), (#"{"card":"89860426"}"#, 422),
        (#"{"iccid":"89860426000000000000","at":"yesterday"}"#, 422), (#"{"number":"1"}"#, 422), (#"{"iccid":7}"#, 422), (#"[]"#, 422),
    ])
    func `a question that names no card is refused`(body: String, status: Int) async throws {
        try await withWalk(cards: 1) { walk in
            let json = try JSONValue(parsing: Array(body.utf8))
            #expect(try await walk.ask(.answerForCard, as: .clerk, json: json).status == status)
        }
    }

    @Test func `only who may reveal reveals, for a purpose, and it stands on the trail`() async throws {
        try await withWalk { walk in
            _ = try await walk.registered()
            let iccid = JSONValue.string(walk.job.iccids[0])
            for who in [Walk.Who.clerk, .auditor, .administrator] {
                #expect(try await walk.ask(.revealAnswer, as: who, json: ["iccid": iccid, "purpose": "投诉 2026-031"]).status == 403)
            }
            for purpose in ["", "看看", "     "] {
                #expect(
                    try await walk.ask(.revealAnswer, as: .compliance, json: ["iccid": iccid, "purpose": .string(purpose)]).status == 422)
            }
            #expect(try await walk.ask(.revealAnswer, as: .compliance, json: ["iccid": iccid]).errors["/purpose"] == "field-missing")
            let none = try await walk.ask(.listTrail, as: .auditor, query: "action=answer.revealed")
            #expect(none.json["items"]?.arrayValue?.isEmpty == true)
            let shown = try await walk.ask(.revealAnswer, as: .compliance, json: ["iccid": iccid, "purpose": "投诉 2026-031"])
            #expect(shown.text("handler", "documentNumber") == InventedPapers.handler.documentNumber)
            let trail = try await walk.ask(
                .listTrail, as: .auditor, query: "subjectKind=card&subject=\(shown.text("card"))&action=answer.revealed")
            #expect(trail.json["items"]?.arrayValue?.count == 1)
            #expect(!String(decoding: trail.bytes, as: UTF8.self).contains(InventedPapers.handler.documentNumber ?? "-"))
        }
    }
}
