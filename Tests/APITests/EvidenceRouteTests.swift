import Contract
import Foundation
import HTTPTypes
import Ledger
import Registry
import TestKit
import Testing
import UseCases

@testable import API

@Suite("Evidence over HTTP")
struct EvidenceRouteTests {
    @Test func `a marked copy of what was uploaded is given, for a purpose`() async throws {
        try await withWalk(cards: 1) { walk in
            let picture = inventedPicture(3, bytes: 50_000)
            let kept = try await walk.ask(.uploadEvidence, as: .clerk, query: "kind=unit-document", bytes: ("image/jpeg", picture))
            #expect(kept.status == 201)
            #expect(kept.headers[.location] == "/v1/evidence/\(kept.text("id"))")
            // By content, not by what the sender calls it.
            #expect(kept.text("mediaType") == "image/png")
            let ids = ["evidence": kept.text("id")]
            #expect(try await walk.ask(.readEvidence, as: .clerk, ids).json == kept.json)
            let opened = try await walk.ask(.openEvidence, as: .reviewer, ids, json: ["purpose": "证件核对"])
            #expect(PlainMarker.read(opened.bytes).original == picture)
            #expect(PlainMarker.read(opened.bytes).text.hasSuffix("用途：证件核对"))
            #expect(opened.headers[.contentType] == "image/jpeg")
            #expect(opened.headers[.contentDisposition] == "attachment")
            #expect(opened.headers[.cacheControl] == "no-store")
            let entries = try await walk.ask(.listTrail, as: .auditor, query: "subjectKind=evidence&subject=\(kept.text("id"))")
            let actions = entries.json["items"]?.arrayValue?.compactMap { $0["action"]?.stringValue }
            #expect(actions == ["evidence.opened", "evidence.uploaded"])
        }
    }

    @Test func `a form's file is taken like the file itself`() async throws {
        try await withWalk(cards: 1) { walk in
            let picture = inventedPicture(4)
            let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.png\"\r\n\r\n"
            let whole = Array(head.utf8) + picture + Array("\r\n--b--\r\n".utf8)
            let kept = try await walk.ask(
                .uploadEvidence, as: .clerk, query: "kind=unit-document", bytes: ("multipart/form-data; boundary=b", whole))
            #expect(kept.status == 201)
            #expect(kept.json["bytes"] == .integer(Int64(picture.count)))
            let again = try await walk.ask(.uploadEvidence, as: .clerk, query: "kind=unit-document", bytes: ("image/png", picture))
            #expect(again.text("duplicateOf") == kept.text("id"))
            for (body, type) in [
                (Array(head.utf8) + picture, "multipart/form-data; boundary=b"), (whole, "multipart/form-data"),
                (
                    Array("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n".utf8),
                    "multipart/form-data; boundary=b"
                ),
                (whole.dropLast(5) + Array("\r\n".utf8) + whole, "multipart/form-data; boundary=b"),
            ] {
                let reply = try await walk.ask(.uploadEvidence, as: .clerk, query: "kind=unit-document", bytes: (type, Array(body)))
                #expect(reply.status == 400)
            }
        }
    }

    @Test(
        arguments: [
            ("", "image/png", inventedPicture(5), Walk.Who.clerk, 400), ("kind=Unit", "image/png", inventedPicture(5), .clerk, 400),
            ("kind=unit-document&name=x", "image/png", inventedPicture(5), .clerk, 400),
            ("kind=other", "image/gif", inventedPicture(5), .clerk, 415), ("kind=other", "image/png", Array("GIF89a".utf8), .clerk, 415),
            ("kind=other", "image/png", inventedPicture(5), .reviewer, 403), ("kind=other", "image/png", [], .clerk, 422),
            ("kind=other", "image/png", inventedPicture(6, bytes: 10 << 20), .clerk, 413),
            ("kind=other", "image/png", inventedPicture(6, bytes: 11 << 20), .clerk, 413),
        ] as [(String, String, [UInt8], Walk.Who, Int)])
    func `what is no evidence is refused`(query: String, type: String, content: [UInt8], who: Walk.Who, status: Int) async throws {
        try await withWalk(cards: 1) { walk in
            let reply = try await walk.ask(.uploadEvidence, as: who, query: query, bytes: (type, content))
            #expect(reply.status == status)
        }
    }

    @Test func `opening needs the permission, the scope and a purpose`() async throws {
        try await withWalk(cards: 1) { walk in
            let kept = try await walk.ask(.uploadEvidence, as: .clerk, query: "kind=other", bytes: ("image/png", inventedPicture(7)))
            let ids = ["evidence": kept.text("id")]
            #expect(try await walk.ask(.openEvidence, as: .clerk, ids, json: ["purpose": "证件核对"]).status == 403)
            #expect(try await walk.ask(.openEvidence, as: .reviewer, ids, json: ["purpose": "   \t "]).status == 422)
            #expect(try await walk.ask(.openEvidence, as: .reviewer, ids, json: ["purpose": "短"]).errors["/purpose"] == "text-too-short")
            #expect(try await walk.ask(.readEvidence, as: .otherClerk, ids).status == 404)
            let unknown = ["evidence": "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e"]
            #expect(try await walk.ask(.openEvidence, as: .reviewer, unknown, json: ["purpose": "证件核对"]).status == 404)
        }
    }

    @Test func `whoever attached a paper to a draft looks at it by naming the draft, until it is handed in`() async throws {
        try await withWalk(cards: 1) { walk in
            let picture = inventedPicture(8)
            let kept = try await walk.ask(.uploadEvidence, as: .clerk, query: "kind=unit-document", bytes: ("image/png", picture))
            let ids = ["evidence": kept.text("id")]
            let begun = try await walk.begun { $0.evidence?["unit-document"] = [kept.text("id")] }
            let naming: JSONValue = ["purpose": "核对草稿", "draft": .string(begun.application)]
            let opened = try await walk.ask(.openEvidence, as: .clerk, ids, json: naming)
            #expect(opened.status == 200 && PlainMarker.read(opened.bytes).original == picture)
            #expect(opened.headers[.cacheControl] == "no-store" && opened.headers[.contentDisposition] == "attachment")
            #expect(try await walk.ask(.openEvidence, as: .clerk, ids, json: ["purpose": "核对草稿"]).status == 403)
            #expect(try await walk.ask(.openEvidence, as: .otherClerk, ids, json: naming).status == 404)
            #expect(try await walk.ask(.openEvidence, as: .administrator, ids, json: naming).code == "paper-not-own")
            for who in [Walk.Who.reviewer, .compliance, .auditor] {
                #expect(try await walk.ask(.openEvidence, as: who, ids, json: naming).status == 403, "\(who)")
            }
            #expect(try await walk.ask(.openEvidence, as: .clerk, ids, json: ["purpose": "核对草稿", "draft": "x"]).code == "body-invalid")
            let short: JSONValue = ["purpose": "短", "draft": .string(begun.application)]
            #expect(try await walk.ask(.openEvidence, as: .clerk, ids, json: short).status == 422)
            let handed = try await walk.ask(
                .submitApplication, as: .clerk, ["application": begun.application], version: begun.version)
            #expect(handed.status == 200)
            #expect(try await walk.ask(.openEvidence, as: .clerk, ids, json: naming).code == "application-closed")
        }
    }
}
