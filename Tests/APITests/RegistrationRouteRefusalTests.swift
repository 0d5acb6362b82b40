import Contract
import Foundation
import HTTPTypes
import Ledger
import Registry
import TestKit
import Testing
import UseCases

@testable import API

@Suite("What registering over HTTP refuses")
struct RegistrationRouteRefusalTests {
    private static let edits: [Operation] = [
        .updateApplication, .selectCards, .submitApplication, .withdrawApplication, .decideApplication, .secondDecision,
    ]

    private static func body(_ operation: Operation) -> JSONValue? {
        switch operation {
        case .updateApplication: ["usingDepartment": "运营部"]
        case .selectCards: ["batch": "B-2026-03"]
        case .decideApplication: ["verdict": "approve"]
        default: nil
        }
    }

    private static func who(_ operation: Operation) -> Walk.Who {
        switch operation {
        case .decideApplication: .reviewer
        case .secondDecision: .compliance
        default: .clerk
        }
    }

    @Test func `every edit demands a version, and refuses one that is not the newest`() async throws {
        try await withWalk { walk in
            let begun = try await walk.begun()
            for operation in Self.edits {
                let without = try await walk.ask(operation, as: Self.who(operation), begun.ids, json: Self.body(operation))
                #expect(without.status == 428, "\(operation)")
                #expect(without.code == "if-match-missing", "\(operation)")
            }
            for operation in Self.edits.prefix(4) {
                let stale = try await walk.ask(operation, as: .clerk, begun.ids, json: Self.body(operation), version: begun.version + 7)
                #expect(stale.status == 412, "\(operation)")
                #expect(stale.code == "changed-meanwhile", "\(operation)")
            }
            for tag in ["W/\"2\"", "2", "*", "\"\"", "\"two\""] {
                let odd = try await walk.ask(
                    .updateApplication, as: .clerk, begun.ids, json: [:], headers: [.ifMatch: tag])
                #expect(odd.status == 412, "\(tag)")
            }
        }
    }

    @Test func `a decision on another version is refused, and nothing is decided twice`() async throws {
        try await withWalk { walk in
            let begun = try await walk.submitted()
            let stale = try await walk.ask(
                .decideApplication, as: .reviewer, begun.ids, json: ["verdict": "approve"], version: begun.version - 1)
            #expect(stale.status == 412)
            let first = try await walk.ask(
                .decideApplication, as: .reviewer, begun.ids, json: ["verdict": "approve"], version: begun.version)
            #expect(first.status == 200)
            let second = try await walk.ask(
                .decideApplication, as: .secondReviewer, begun.ids, json: ["verdict": "approve"], version: first.version)
            #expect(second.status == 409)
            #expect(second.code == "not-submitted")
            let seconding = try await walk.ask(.secondDecision, as: .compliance, begun.ids, version: first.version)
            #expect(seconding.status == 409)
        }
    }

    @Test func `to another agent's clerk nothing of the walk exists`() async throws {
        try await withWalk { walk in
            let begun = try await walk.registered()
            let change = try await walk.ask(.createApplication, as: .clerk, begun.ids, json: ["kind": "end"])
            let unit = try await walk.ask(.readRegistration, as: .clerk, begun.ids).text("unit", "id")
            let evidence = try await walk.ask(
                .uploadEvidence, as: .clerk, query: "kind=device-data", bytes: ("image/png", inventedPicture(9)))
            let card = try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": .string(walk.job.iccids[0])]).text("card")
            var ids = begun.ids
            ids["unit"] = unit
            ids["evidence"] = evidence.text("id")
            let reads: [Operation] = [
                .readRegistration, .listRegistrationCards, .listRegistrationRoles, .readApplication, .listExclusions, .readUnit,
                .readEvidence,
            ]
            for operation in reads {
                #expect(try await walk.ask(operation, as: .clerk, ids).status == 200, "\(operation)")
                let other = try await walk.ask(operation, as: .otherClerk, ids)
                #expect(other.status == 404, "\(operation)")
                #expect(other.code == "not-found", "\(operation)")
            }
            ids["application"] = change.text("application")
            for operation in Self.edits.prefix(4) {
                let other = try await walk.ask(operation, as: .otherClerk, ids, json: Self.body(operation), version: 1)
                #expect(other.status == 404, "\(operation)")
            }
            #expect(try await walk.ask(.createApplication, as: .otherClerk, ids, json: ["kind": "end"]).status == 404)
            for asked: JSONValue in [["iccid": .string(walk.job.iccids[0])], ["card": .string(card)]] {
                let own = try await walk.ask(.answerForCard, as: .clerk, json: asked)
                #expect(own.status == 200)
                let other = try await walk.ask(.answerForCard, as: .otherClerk, json: asked)
                #expect(other.status == 404)
                #expect(!String(decoding: other.bytes, as: UTF8.self).contains(walk.job.iccids[0]))
            }
            for operation: Operation in [.listRegistrations, .listApplications, .listUnits, .listExpiries] {
                let query = operation == .listExpiries ? "withinDays=3650" : ""
                let other = try await walk.ask(operation, as: .otherClerk, query: query)
                #expect(other.json["items"]?.arrayValue?.isEmpty == true, "\(operation)")
            }
        }
    }

    @Test func `a submission names what is missing, field by field`() async throws {
        try await withWalk { walk in
            let begun = try await walk.begun { content in
                content.responsiblePerson = nil
                content.handler?.documentNumber = "110105194912310021"
                content.evidence?["unit-document"] = nil
                content.noticeAccepted = false
            }
            let refused = try await walk.ask(.submitApplication, as: .clerk, begun.ids, version: begun.version)
            #expect(refused.status == 422)
            let pointers = Set(refused.errors.keys)
            #expect(pointers.isSuperset(of: ["/responsiblePerson", "/evidence/unit-document", "/noticeAccepted"]), "\(refused.errors)")
            #expect(pointers.contains { $0.hasPrefix("/handler/documentNumber") }, "\(refused.errors)")
            #expect(!String(decoding: refused.bytes, as: UTF8.self).contains("110105194912310021"))
            let after = try await walk.ask(.readApplication, as: .clerk, begun.ids)
            #expect(after.text("state") == "draft")
            #expect(after.version == begun.version)
        }
    }

    @Test(arguments: [
        (#"{"channel":"agent","content":{"unit":{"secret":"x"}}}"#, "/content/unit/secret", "unknown-field"),
        (#"{"channel":"agent","content":{"evidence":{"selfie":[]}}}"#, "/content/evidence/selfie", "unknown-field"),
        (#"{"channel":"agent","content":{"use":{"traffic":"some"}}}"#, "/content/use/traffic", "not-among-values"),
        (#"{"channel":"agent","content":{"role":"owner"}}"#, "/content/role", "not-among-values"),
        (#"{"channel":"agent","content":{"effectiveFrom":"2026-02-30"}}"#, "/content/effectiveFrom", "wrong-form"),
        (#"{"channel":"agent","content":{"unit":{"validUntil":"forever"}}}"#, "/content/unit/validUntil", "wrong-form"),
        (#"{"channel":"post"}"#, "/channel", "not-among-values"), (#"{"content":{}}"#, "/channel", "field-missing"),
        (#"{"channel":"agent","cards":{}}"#, "/cards", "unknown-field"), (#"{"channel":"hall","content":7}"#, "/content", "wrong-type"),
    ])
    func `a registration that does not fit the contract is refused by field`(body: String, pointer: String, code: String) async throws {
        try await withWalk(cards: 1) { walk in
            let reply = try await walk.ask(.createRegistration, as: .clerk, json: try JSONValue(parsing: Array(body.utf8)))
            #expect(reply.status == 422)
            #expect(reply.errors[pointer] == code, "\(reply.errors)")
        }
    }

    @Test func `what roles do not allow is refused`() async throws {
        try await withWalk { walk in
            let begun = try await walk.submitted()
            let purpose: JSONValue = ["purpose": "投诉 2026-031"]
            #expect(try await walk.ask(.revealApplication, as: .clerk, begun.ids, json: purpose).status == 403)
            #expect(try await walk.ask(.revealApplication, as: .auditor, begun.ids, json: purpose).status == 403)
            #expect(try await walk.ask(.decideApplication, as: .clerk, begun.ids, json: ["verdict": "approve"], version: 3).status == 403)
            #expect(try await walk.ask(.lockApplication, as: .clerk, begun.ids).status == 403)
            #expect(try await walk.ask(.secondDecision, as: .reviewer, begun.ids, version: 3).status == 403)
            #expect(try await walk.ask(.createRegistration, as: .auditor, json: ["channel": "agent"]).status == 403)
            let channel = try await walk.ask(.createRegistration, as: .clerk, json: ["channel": "account-manager"])
            #expect(channel.status == 422)
            #expect(channel.json["pointer"] == "/channel")
        }
    }

    @Test func `a reveal needs a purpose`() async throws {
        try await withWalk { walk in
            let begun = try await walk.submitted()
            for purpose in ["", "投诉", "    ", String(repeating: "长", count: 201)] {
                let reply = try await walk.ask(.revealApplication, as: .reviewer, begun.ids, json: ["purpose": .string(purpose)])
                #expect(reply.status == 422, "\(purpose.count)")
                #expect(reply.errors["/purpose"] != nil || reply.json["pointer"] == "/purpose", "\(purpose.count)")
            }
            #expect(try await walk.ask(.revealApplication, as: .reviewer, begun.ids, json: [:]).errors["/purpose"] == "field-missing")
        }
    }

    @Test func `two reviewers never hold one case; sending back needs a reason`() async throws {
        try await withWalk { walk in
            let begun = try await walk.submitted()
            #expect(try await walk.ask(.lockApplication, as: .reviewer, begun.ids).status == 200)
            let other = try await walk.ask(.lockApplication, as: .secondReviewer, begun.ids)
            #expect(other.status == 409)
            #expect(other.code == "locked-by-another")
            #expect(try await walk.ask(.unlockApplication, as: .reviewer, begun.ids).status == 204)
            let without = try await walk.ask(
                .decideApplication, as: .secondReviewer, begun.ids, json: ["verdict": "send-back"], version: begun.version)
            #expect(without.status == 422)
            #expect(without.code == "reasons-needed")
            let back = try await walk.ask(
                .decideApplication, as: .secondReviewer, begun.ids,
                json: [
                    "verdict": "send-back", "reasons": [["pointer": "/evidence/unit-document", "code": "unreadable"]], "note": "请重新拍摄",
                ],
                version: begun.version)
            #expect(back.text("state") == "sent-back")
            let read = try await walk.ask(.readApplication, as: .clerk, begun.ids)
            #expect(read.text("note") == "请重新拍摄")
            #expect(
                read.json["reasons"] == [
                    [
                        "pointer": "/evidence/unit-document", "code": "unreadable", "text": "The picture cannot be read.",
                        "mend": "Take it again in even light, flat and whole in the picture, without glare.",
                    ]
                ])
        }
    }

    @Test func `more evidence than an application takes is refused as too large`() async throws {
        try await withWalk(cards: 1) { walk in
            let begun = try await walk.begun { content in
                let pieces = content.evidence?["unit-document"] ?? []
                for slot in EvidenceSlot.allCases.prefix(7) {
                    content.evidence?[slot.rawValue] = Array(repeating: pieces[0], count: 10)
                }
            }
            let refused = try await walk.ask(.submitApplication, as: .clerk, begun.ids, version: begun.version)
            #expect(refused.status == 413)
            #expect(refused.code == "too-much-evidence")
            #expect(refused.json["pointer"] == "/evidence")
        }
    }

    @Test func `cards that cannot be had are counted, not named`() async throws {
        try await withWalk { walk in
            let begun = try await walk.begun()
            let known = JSONValue.string(walk.job.iccids[0])
            let selected = try await walk.ask(
                .selectCards, as: .clerk, begun.ids, json: ["numbers": [known, .string(MainJob.iccid(77_777)), "no number", known]],
                version: begun.version)
            #expect(selected.json["cards"] == 1)
            #expect(selected.json["repeated"] == 1)
            #expect(selected.json["notFoundPositions"] == [1, 2])
            let none = try await walk.ask(
                .selectCards, as: .clerk, begun.ids, json: ["batch": "B-OTHER"], version: selected.version)
            #expect(none.json["cards"] == 0)
            let submitted = try await walk.ask(.submitApplication, as: .clerk, begun.ids, version: none.version)
            #expect(submitted.status == 422)
            for wrong: JSONValue in [[:], ["batch": "B", "numbers": ["1"]], ["range": ["from": known]], ["numbers": []], ["all": true]] {
                let refused = try await walk.ask(.selectCards, as: .clerk, begun.ids, json: wrong, version: none.version)
                #expect(refused.status == 422)
            }
            let reversed: JSONValue = ["from": .string(walk.job.iccids[5]), "to": known]
            let range = try await walk.ask(.selectCards, as: .clerk, begun.ids, json: ["range": reversed], version: none.version)
            #expect(range.code == "iccid-range-invalid")
        }
    }
}
