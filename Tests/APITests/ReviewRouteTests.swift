import Contract
import Ledger
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import API

@Suite("Second reviewers, re-audits and exports over HTTP")
struct ReviewRouteTests {
    @Test func `two reviewers approve, a third looks again, and the figures say so`() async throws {
        try await withWalk(cards: 3) { walk in
            let policy: JSONValue = ["policy": ["reAuditPermille": 1000, "twoReviewers": [["kinds": ["register"]]]], "after": 0]
            #expect(try await walk.ask(.setReviewPolicy, as: .clerk, json: policy).status == 403)
            #expect(try await walk.ask(.setReviewPolicy, as: .administrator, json: policy).status == 201)
            #expect(try await walk.ask(.setReviewPolicy, as: .administrator, json: policy).status == 412)
            let listed = try await walk.ask(.listReviewPolicies, as: .compliance)
            #expect(listed.json["items"]?.arrayValue?.first?["policy"] == policy["policy"])
            let begun = try await walk.submitted()
            let approve: JSONValue = ["verdict": "approve"]
            let first = try await walk.ask(.decideApplication, as: .reviewer, begun.ids, json: approve, version: begun.version)
            #expect(first.text("state") == "awaiting-second-review" && first.json["decision"] == nil)
            let version = try #require(first.version)
            let again = try await walk.ask(.decideApplication, as: .reviewer, begun.ids, json: approve, version: version)
            #expect(again.status == 403 && again.code == "reviewed-already")
            let queue = try await walk.ask(.listApplications, as: .secondReviewer, query: "state=awaiting-second-review")
            #expect(queue.json["items"]?.arrayValue?.count == 1)
            #expect(try await walk.ask(.readApplication, as: .reviewer, begun.ids).json["opinions"]?.arrayValue?.count == 1)
            #expect(try await walk.ask(.readApplication, as: .secondReviewer, begun.ids).json["opinions"] == nil)
            let second = try await walk.ask(.decideApplication, as: .secondReviewer, begun.ids, json: approve, version: version)
            #expect(second.text("state") == "approved")
            let drawn = try await walk.ask(.listReAudits, as: .compliance, query: "state=open")
            let decision = ["decision": drawn.json["items"]?.arrayValue?.first?["decision"]?.stringValue ?? ""]
            let overturned: JSONValue = ["verdict": "overturned", "reasons": [["pointer": "/use", "code": "use-not-plausible"]]]
            #expect(try await walk.ask(.findReAudit, as: .reviewer, decision, json: overturned).code == "own-review")
            #expect(try await walk.ask(.findReAudit, as: .compliance, decision, json: ["verdict": "overturned"]).code == "reasons-needed")
            let found = try await walk.ask(.findReAudit, as: .compliance, decision, json: overturned)
            #expect(found.status == 201 && found.text("finding", "verdict") == "overturned")
            #expect(try await walk.ask(.findReAudit, as: .compliance, decision, json: ["verdict": "kept"]).status == 409)
            let months = try await walk.ask(.readOwnReviewFigures, as: .secondReviewer).json["months"]?.arrayValue
            #expect(months?.last?["overturned"] == 1)
            #expect(try await walk.ask(.listReAudits, as: .clerk).status == 403)
        }
    }

    @Test func `a reason of the company's own is set, given, and read in its words by whoever handed in`() async throws {
        try await withWalk(cards: 2) { walk in
            let own: JSONValue = [
                "code": "own-blurred-seal", "en": "The seal is blurred.", "zh": "公章重影。", "verdicts": ["send-back"], "kinds": ["register"],
                "fields": ["/evidence"],
            ]
            let list: JSONValue = ["reasons": [own], "after": 0]
            #expect(try await walk.ask(.setReasonList, as: .clerk, json: list).status == 403)
            #expect(try await walk.ask(.setReasonList, as: .administrator, json: list).status == 201)
            #expect(try await walk.ask(.setReasonList, as: .administrator, json: list).status == 412)
            let unknown: JSONValue = ["reasons": [["code": "blurred", "en": "The seal is blurred.", "zh": "公章重影。"]], "after": 1]
            #expect(try await walk.ask(.setReasonList, as: .administrator, json: unknown).status == 422)
            #expect(
                try await walk.ask(.listReasonLists, as: .compliance).json["items"]?.arrayValue?.first?["reasons"]?.arrayValue == [own])
            let offered = try await walk.ask(.listDecisionReasons, as: .reviewer).json["items"]?.arrayValue
            #expect(offered?.last?["code"] == "own-blurred-seal" && offered?.last?["isOwn"] == true && offered?.first?["isOwn"] == false)
            #expect(try await walk.ask(.listDecisionReasons, as: .clerk).status == 403)
            let begun = try await walk.submitted()
            func back(_ pointer: String) -> JSONValue {
                ["verdict": "send-back", "reasons": [["pointer": .string(pointer), "code": "own-blurred-seal"]]]
            }
            let wrong = try await walk.ask(.decideApplication, as: .reviewer, begun.ids, json: back("/use"), version: begun.version)
            #expect(wrong.status == 422 && wrong.code == "reason-not-for-this")
            let sent = try await walk.ask(
                .decideApplication, as: .reviewer, begun.ids, json: back("/evidence/unit-document"), version: begun.version)
            #expect(sent.text("state") == "sent-back")
            let read = try await walk.ask(.readApplication, as: .clerk, begun.ids).json["reasons"]?.arrayValue?.first
            #expect(read?["code"] == "own-blurred-seal" && ["The seal is blurred.", "公章重影。"].contains(read?["text"]?.stringValue ?? ""))
        }
    }

    @Test func `an export is asked for by one and decided by another`() async throws {
        try await withWalk(cards: 2) { walk in
            let asked = try await walk.ask(
                .askForExport, as: .clerk,
                json: ["kind": "cards", "reason": "季度对账", "cards": ["batch": .string(MainJob.batch)], "columns": ["iccid", "real-name"]])
            #expect(asked.status == 201 && asked.json["masked"] == true && asked.text("state") == "asked")
            let id = ["export": asked.text("id")]
            #expect(try await walk.ask(.decideExport, as: .clerk, id, json: ["verdict": "approve"]).status == 403)
            #expect(try await walk.ask(.readExport, as: .otherClerk, id).status == 404)
            #expect(try await walk.ask(.fetchExport, as: .clerk, id).code == "export-not-ready")
            let wrong = try await walk.ask(.askForExport, as: .clerk, json: ["kind": "cards", "reason": "季度对账", "columns": ["leaf"]])
            #expect(wrong.status == 422 && wrong.code == "export-column-unknown")
            #expect(try await walk.ask(.askForExport, as: .clerk, json: ["kind": "trail", "reason": "季度对账"]).status == 403)
            #expect(try await walk.ask(.decideExport, as: .compliance, id, json: ["verdict": "approve"]).text("state") == "approved")
            #expect(try await walk.ask(.decideExport, as: .compliance, id, json: ["verdict": "refuse"]).code == "export-decided")
            let listed = try await walk.ask(.listExports, as: .compliance, query: "state=approved")
            #expect(listed.json["items"]?.arrayValue?.count == 1)
            #expect(try await walk.ask(.listExports, as: .otherClerk).json["items"]?.arrayValue?.isEmpty == true)
        }
    }
}
