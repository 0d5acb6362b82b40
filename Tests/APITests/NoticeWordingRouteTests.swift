import Contract
import Ledger
import TestKit
import Testing
import UseCases

@testable import API

@Suite struct NoticeWordingRouteTests {
    @Test func `words of notices are tried, set, listed and refused field by field`() async throws {
        try await withWalk(cards: 1) { walk in
            let message: JSONValue = [
                "en": "{code}: {reason} {remedy} Bring {documents}. {day}", "zh": "{code}：{day}{reason}{remedy}材料：{documents}",
            ]
            let asked: JSONValue = ["kind": "stop-arrears", "message": message]
            let preview = try await walk.ask(.previewNoticeWording, as: .compliance, json: asked)
            #expect(preview.status == 200)
            let chinese = preview.json["items"]?.arrayValue?.first
            #expect(chinese?["language"] == "zh" && chinese?["message"]?.stringValue?.contains("欠费停用请缴清欠费。材料：无需携带材料") == true)
            #expect(chinese?["subject"]?.stringValue?.isEmpty == false)
            #expect(try await walk.ask(.previewNoticeWording, as: .clerk, json: asked).status == 403)
            let set: JSONValue = ["kind": "stop-arrears", "message": message, "after": 0]
            #expect(try await walk.ask(.setNoticeWording, as: .clerk, json: set).status == 403)
            #expect(try await walk.ask(.setNoticeWording, as: .administrator, json: set).status == 201)
            #expect(try await walk.ask(.setNoticeWording, as: .administrator, json: set).status == 412)
            let wrong: JSONValue = ["kind": "stop-arrears", "message": ["en": "{code} {phone}", "zh": "{code}"], "after": 1]
            let refused = try await walk.ask(.setNoticeWording, as: .administrator, json: wrong)
            #expect(refused.status == 422)
            let errors = refused.json["errors"]?.arrayValue ?? []
            #expect(Set(errors.compactMap { $0["pointer"]?.stringValue }) == ["/message/zh", "/message/en"])
            for kind in ["", "stop", "STOP-ARREARS", "everything"] {
                let none: JSONValue = ["kind": .string(kind), "after": 1]
                #expect([400, 422].contains(try await walk.ask(.setNoticeWording, as: .administrator, json: none).status))
                #expect([400, 422].contains(try await walk.ask(.listNoticeWordings, as: .administrator, query: "kind=\(kind)").status))
            }
            let versions = try await walk.ask(.listNoticeWordings, as: .compliance, query: "kind=stop-arrears").json["items"]?.arrayValue
            #expect(versions?.count == 1 && versions?.first?["message"] == message && versions?.first?["letter"] == nil)
            let found = try await walk.ask(.listNoticeWordingsInForce, as: .compliance).json["items"]?.arrayValue ?? []
            let own = found.first { $0["kind"] == "stop-arrears" }
            #expect(own?["isBuiltIn"] == false && own?["ordinal"] == 1 && own?["message"] == message)
            let places = own?["places"]?.arrayValue?.first
            #expect(places?["must"] == ["code", "day", "reason", "remedy", "documents"] && places?["part"] == "message")
            #expect(found.first { $0["kind"] == "submitted" }?["isBuiltIn"] == true && own?["comingFrom"] == nil)
            let later: JSONValue = [
                "kind": "stop-arrears", "message": message, "after": 1, "validFrom": "2099-01-01T00:00:00Z",
            ]
            let coming = try await walk.ask(.setNoticeWording, as: .administrator, json: later)
            #expect(coming.status == 201)
            let then = try await walk.ask(.listNoticeWordingsInForce, as: .compliance).json["items"]?.arrayValue ?? []
            let still = then.first { $0["kind"] == "stop-arrears" }
            #expect(still?["ordinal"] == 1 && still?["comingFrom"] != nil && still?["comingFrom"] == coming.json["validFrom"])
            #expect(try await walk.ask(.listNoticeWordingsInForce, as: .reviewer).status == 403)
        }
    }
}
