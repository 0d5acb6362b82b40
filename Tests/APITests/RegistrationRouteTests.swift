import Contract
import Foundation
import HTTPTypes
import Ledger
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import API

@Suite("Registering over HTTP")
struct RegistrationRouteTests {
    @Test func `from the question what is needed to the person behind a card`() async throws {
        try await withWalk { walk in
            let preview = try await walk.ask(.previewRequirements, as: .clerk, json: ["channel": "agent", "products": ["directed-30m"]])
            #expect(preview.json["demands"]?.arrayValue?.isEmpty == false)
            var begun = try await walk.begun()
            let ids = begun.ids
            let draft = try await walk.ask(.readApplication, as: .clerk, ids)
            #expect(draft.version == begun.version)
            #expect(draft.text("content", "handler", "documentNumber") == "1****X")
            let submitted = try await walk.ask(.submitApplication, as: .clerk, ids, version: begun.version)
            begun.version = try #require(submitted.version)
            let queue = try await walk.ask(.listApplications, as: .reviewer, query: "state=submitted")
            #expect(queue.json["items"]?.arrayValue?.first?["id"]?.stringValue == begun.application)
            #expect(try await walk.ask(.lockApplication, as: .reviewer, ids).status == 200)
            let revealed = try await walk.ask(.revealApplication, as: .reviewer, ids, json: ["purpose": "证件核对"])
            #expect(revealed.text("content", "handler", "documentNumber") == InventedPapers.handler.documentNumber)
            let decided = try await walk.ask(
                .decideApplication, as: .reviewer, ids, json: ["verdict": "approve"], version: begun.version)
            #expect(decided.json["cardsRegistered"] == 20)
            #expect(decided.text("state") == "approved")
            let registration = try await walk.ask(.readRegistration, as: .clerk, ids)
            #expect(registration.text("state") == "registered")
            #expect(registration.text("unit", "name") == InventedPapers.unit.name)
            #expect(try await walk.ask(.listRegistrationRoles, as: .clerk, ids).json["items"]?.arrayValue?.count == 3)
            let answer = try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": .string(walk.job.iccids[3])])
            #expect(answer.text("responsiblePerson", "name") == "司**")
            let reveal = try await walk.ask(
                .revealAnswer, as: .compliance, json: ["card": .string(answer.text("card")), "purpose": "投诉 2026-031"])
            #expect(reveal.text("responsiblePerson", "name") == InventedPapers.responsible.name)
            #expect(reveal.json["masked"] == false)
        }
    }

    @Test func `the rest of what stands on a registration is found too`() async throws {
        try await withWalk { walk in
            let begun = try await walk.registered()
            let units = try await walk.ask(.listUnits, as: .clerk, query: "code=\(InventedPapers.unit.documentNumber ?? "")")
            let unit = try #require(units.json["items"]?.arrayValue?.first?["id"]?.stringValue)
            let detail = try await walk.ask(.readUnit, as: .auditor, ["unit": unit])
            #expect(detail.json["registrations"]?.arrayValue?.first?["id"]?.stringValue == begun.registration)
            let found = try await walk.ask(.listRegistrations, as: .auditor, query: "unit=\(unit)&state=registered")
            #expect(found.json["items"]?.arrayValue?.count == 1)
            #expect(try await walk.ask(.listRegistrations, as: .auditor, query: "state=ended").json["items"]?.arrayValue?.isEmpty == true)
            let expiries = try await walk.ask(.listExpiries, as: .auditor, query: "withinDays=3650")
            #expect(expiries.json["items"]?.arrayValue?.isEmpty == false)
            #expect(try await walk.ask(.listExpiries, as: .auditor, query: "withinDays=1").json["items"]?.arrayValue?.isEmpty == true)
            #expect(try await walk.ask(.listExclusions, as: .clerk, begun.ids).json["items"]?.arrayValue?.isEmpty == true)
        }
    }

    @Test func `pages of cards together hold every card once`() async throws {
        try await withWalk { walk in
            let begun = try await walk.registered()
            var seen: [String] = []
            var query = "limit=7"
            while true {
                let page = try await walk.ask(.listRegistrationCards, as: .clerk, begun.ids, query: query)
                let items = try #require(page.json["items"]?.arrayValue)
                seen += items.compactMap { $0["card"]?["iccid"]?.stringValue }
                #expect(items.count <= 7)
                guard let next = page.json["next"]?.stringValue else {
                    #expect(page.headers[.link] == nil)
                    break
                }
                #expect(page.headers[.link]?.contains(next) == true)
                query = "limit=7&cursor=\(next)"
            }
            #expect(seen.sorted() == walk.job.iccids.sorted())
            let roles = try await walk.ask(.listRegistrationRoles, as: .clerk, begun.ids, query: "limit=2")
            let next = try #require(roles.json["next"]?.stringValue)
            let rest = try await walk.ask(.listRegistrationRoles, as: .clerk, begun.ids, query: "limit=2&cursor=\(next)")
            #expect(rest.json["items"]?.arrayValue?.count == 1)
            let foreign = try await walk.ask(.listRegistrationCards, as: .clerk, begun.ids, query: "cursor=\(next)")
            #expect(foreign.status == 400)
            #expect(foreign.code == "cursor-invalid")
        }
    }

    @Test func `a change goes the same way, and a withdrawal ends it`() async throws {
        try await withWalk { walk in
            let begun = try await walk.registered()
            let created = try await walk.ask(
                .createApplication, as: .clerk, begun.ids, json: ["kind": "change-role", "content": ["role": "responsible-person"]])
            #expect(created.status == 201)
            let application = ["application": created.text("application")]
            #expect(created.headers[.location] == "/v1/applications/\(created.text("application"))")
            let edited = try await walk.ask(
                .updateApplication, as: .clerk, application, json: ["role": "responsible-person", "effectiveFrom": "2026-04-01"],
                version: created.version)
            #expect(edited.status == 200)
            #expect(edited.version == 2)
            #expect(try await walk.ask(.withdrawApplication, as: .clerk, application, version: 2).status == 204)
            let after = try await walk.ask(.readApplication, as: .clerk, application)
            #expect(after.text("state") == "withdrawn")
            #expect(try await walk.ask(.withdrawApplication, as: .clerk, application, version: after.version).status == 409)
        }
    }

    @Test func `the same key gives the same answer, and begins nothing twice`() async throws {
        try await withWalk { walk in
            let first = try await walk.ask(.createRegistration, as: .clerk, json: ["channel": "agent"], key: "k-1")
            let again = try await walk.ask(.createRegistration, as: .clerk, json: ["channel": "agent"], key: "k-1")
            #expect(again.bytes == first.bytes)
            #expect(again.version == first.version)
            #expect(again.headers[.idempotentReplay] == "true")
            #expect(try await walk.ask(.listRegistrations, as: .clerk).json["items"]?.arrayValue?.count == 1)
            let other = try await walk.ask(.createRegistration, as: .clerk, json: ["channel": "agent", "content": [:]], key: "k-1")
            #expect(other.status == 422)
        }
    }

    @Test func `begun and handed in as one act; the same key gives the same answer`() async throws {
        try await withWalk { walk in
            let content = try walk.content(try await walk.upload())
            let body: JSONValue = ["channel": "agent", "content": content, "handIn": ["batch": .string(MainJob.batch)]]
            let first = try await walk.ask(.createRegistration, as: .clerk, json: body, key: "k-1")
            #expect(first.status == 201)
            #expect(first.json["cards"]?.integerValue == Int64(walk.job.iccids.count))
            #expect(first.json["checks"]?.arrayValue?.isEmpty == true)
            let application = try await walk.ask(.readApplication, as: .reviewer, ["application": first.text("application")])
            #expect(application.json["checks"]?.arrayValue?.count ?? 0 > 30)
            let again = try await walk.ask(.createRegistration, as: .clerk, json: body, key: "k-1")
            #expect(again.bytes == first.bytes)
            #expect(again.headers[.location] == first.headers[.location])
            #expect(again.headers[.idempotentReplay] == "true")
            #expect(try await walk.ask(.listRegistrations, as: .clerk).json["items"]?.arrayValue?.count == 1)
            let decided = try await walk.ask(
                .decideApplication, as: .reviewer, ["application": first.text("application")], json: ["verdict": "approve"],
                version: first.version)
            #expect(decided.status == 200)
            #expect(decided.json["cardsRegistered"]?.integerValue == Int64(walk.job.iccids.count))
        }
    }

    @Test func `handed in at once with a fault, it names every field, makes nothing and leaves the key free`() async throws {
        try await withWalk { walk in
            let evidence = try await walk.upload()
            let cards: JSONValue = ["batch": .string(MainJob.batch)]
            let wrong = try walk.content(evidence) { $0.responsiblePerson?.documentNumber = "360426199101010072" }
            let refused = try await walk.ask(
                .createRegistration, as: .clerk, json: ["channel": "agent", "content": wrong, "handIn": cards], key: "k-1")
            #expect(refused.status == 422)
            #expect(refused.errors == ["/content/responsiblePerson/documentNumber": "resident-id-check-digit"])
            let unknown = try await walk.ask(
                .createRegistration, as: .clerk,
                json: ["channel": "agent", "content": wrong, "handIn": ["numbers": [.string(MainJob.iccid(777_777))]]])
            #expect(unknown.errors == ["/handIn/numbers/0": "card-not-found"])
            #expect(try await walk.ask(.listRegistrations, as: .clerk).json["items"]?.arrayValue?.isEmpty == true)
            let mended = try await walk.ask(
                .createRegistration, as: .clerk, json: ["channel": "agent", "content": try walk.content(evidence), "handIn": cards],
                key: "k-1")
            #expect(mended.status == 201)
            let none = try await walk.ask(.createRegistration, as: .clerk, json: ["channel": "agent", "handIn": [:]])
            #expect(none.status == 422)
            let both = try await walk.ask(
                .createRegistration, as: .clerk, json: ["channel": "agent", "handIn": ["batch": "b", "numbers": ["1"]]])
            #expect(both.status == 422)
        }
    }

    @Test func `the same key many times at once gives one answer, whatever the act changes`() async throws {
        try await withWalk { walk in
            let begun = try await walk.begun()
            let application = ["application": begun.application]
            func all(_ operation: Operation, as who: Walk.Who, json: JSONValue?, version: Int64) async throws -> [Walk.Reply] {
                try await withThrowingTaskGroup(of: Walk.Reply.self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            try await walk.ask(operation, as: who, application, json: json, version: version, key: "\(operation)")
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            let handed = try await all(.submitApplication, as: .clerk, json: nil, version: begun.version)
            #expect(handed.allSatisfy { $0.status == 200 || $0.code == "idempotency-key-running" })
            let submitted = try #require(handed.first { $0.status == 200 })
            #expect(Set(handed.filter { $0.status == 200 }.map(\.bytes)).count == 1)
            let decided = try await all(
                .decideApplication, as: .reviewer, json: ["verdict": "approve"], version: try #require(submitted.version))
            #expect(decided.contains { $0.status == 200 })
            #expect(decided.allSatisfy { $0.status == 200 || $0.code == "idempotency-key-running" })
            #expect(Set(decided.filter { $0.status == 200 }.map(\.bytes)).count == 1)
        }
    }

    @Test func `the same key for another version is another request`() async throws {
        try await withWalk { walk in
            let begun = try await walk.begun()
            let application = ["application": begun.application]
            let first = try await walk.ask(.submitApplication, as: .clerk, application, version: begun.version, key: "k")
            #expect(first.status == 200)
            let again = try await walk.ask(.submitApplication, as: .clerk, application, version: begun.version, key: "k")
            #expect(again.bytes == first.bytes)
            let other = try await walk.ask(.submitApplication, as: .clerk, application, version: begun.version + 1, key: "k")
            #expect(other.code == "idempotency-key-reused")
        }
    }
}
