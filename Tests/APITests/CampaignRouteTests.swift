import Contract
import Foundation
import Ledger
import Records
import Registry
import TestKit
import Testing
import UseCases

@testable import API

@Suite("The routes of back-registration, R-25-24")
struct CampaignRouteTests {
    private static let cards = (0..<4).map { MainJob.iccid(300_000 + $0) }

    private static func terms(_ edit: (inout JSONObject) -> Void = { _ in }) -> JSONValue {
        var terms = JSONObject()
        terms["name"] = "存量补登记"
        terms["gap"] = "holder"
        terms["begins"] = "2026-03-02"
        terms["deadline"] = "2026-04-01"
        terms["noticeDays"] = [30, 7]
        terms["stops"] = false
        edit(&terms)
        return .object(terms)
    }

    /// Cards in service in the agent's hands.
    private func stock(_ walk: Walk) async throws {
        let shiming = walk.job.installation
        let file = "ICCID\n" + Self.cards.joined(separator: "\n") + "\n"
        _ = try await shiming.createIntake(
            as: walk.job.administrator, IntakeRequest(kind: .existing, batch: "before", product: "directed-30m"),
            body: OneChunk(Array(file.utf8)))
        while try await shiming.runNextIntake() {}
        _ = try await shiming.allocateCards(as: walk.job.administrator, .batch("before"), to: walk.job.agent.id)
    }

    @Test func `one is made, read, changed, followed and cancelled`() async throws {
        try await withWalk { walk in
            try await stock(walk)
            let made = try await walk.ask(.makeCampaign, as: .administrator, json: Self.terms())
            #expect(made.status == 201 && made.text("state") == "planned")
            let ids = ["campaign": made.text("code")]
            while try await walk.job.installation.runCampaign() {}
            let read = try await walk.ask(.readCampaign, as: .administrator, ids)
            #expect(read.text("state") == "running" && read.text("toldOn") == "2026-03-02")
            let progress = try await walk.ask(.readCampaignProgress, as: .administrator, ids)
            #expect(progress.json["items"]?.arrayValue?.first?["lacking"] == 4)
            let page = try await walk.ask(.listCampaignCards, as: .compliance, ids, query: "limit=3")
            #expect(page.json["items"]?.arrayValue?.count == 3)
            let rest = try await walk.ask(.listCampaignCards, as: .compliance, ids, query: "limit=3&cursor=" + page.text("next"))
            #expect(rest.json["items"]?.arrayValue?.compactMap { $0["iccid"]?.stringValue } == [Self.cards[3]])
            let links = try await walk.ask(.issueCampaignEntrances, as: .clerk, ids, json: ["kind": "link", "days": 30])
            #expect(links.status == 201 && links.json["items"]?.arrayValue?.count == 4)
            let changed = try await walk.ask(
                .changeCampaign, as: .administrator, ids, json: Self.terms { $0["name"] = "第二版" }, version: read.version)
            #expect(changed.text("terms", "name") == "第二版" && changed.version == 2)
            let listed = try await walk.ask(.listCampaigns, as: .compliance, query: "state=running")
            #expect(listed.json["items"]?.arrayValue?.count == 1)
            let cancelled = try await walk.ask(.cancelCampaign, as: .administrator, ids)
            #expect(cancelled.text("state") == "cancelled")
            #expect(try await walk.ask(.cancelCampaign, as: .administrator, ids).code == "campaign-over")
        }
    }

    @Test func `what does not fit is refused, and nobody else may`() async throws {
        try await withWalk { walk in
            for who in [Walk.Who.clerk, .reviewer, .auditor] {
                #expect(try await walk.ask(.makeCampaign, as: who, json: Self.terms()).status == 403)
                #expect(try await walk.ask(.listCampaigns, as: who).status == 403)
            }
            for edit in [
                { $0["begins"] = "2026-02-30" }, { $0["deadline"] = "soon" }, { $0["gap"] = "shoe-size" }, { $0["noticeDays"] = [0] },
                { $0["carrier"] = "X" }, { $0["product"] = "no such thing" }, { $0["more"] = 1 }, { $0["stops"] = "yes" },
            ] as [(inout JSONObject) -> Void] {
                #expect(try await walk.ask(.makeCampaign, as: .administrator, json: Self.terms(edit)).status == 422)
            }
            let stops = Self.terms { $0["stops"] = true }
            #expect(try await walk.ask(.makeCampaign, as: .administrator, json: stops).code == "notices-not-configured")
            let duty = Self.terms {
                $0["stops"] = true
                $0["gap"] = "evidence"
            }
            #expect(try await walk.ask(.makeCampaign, as: .administrator, json: duty).errors["/stops"] == "campaign-stops-without-duty")
            let made = try await walk.ask(.makeCampaign, as: .administrator, json: Self.terms())
            let ids = ["campaign": made.text("code")]
            #expect(try await walk.ask(.changeCampaign, as: .administrator, ids, json: Self.terms()).status == 428)
            #expect(try await walk.ask(.changeCampaign, as: .administrator, ids, json: Self.terms(), version: 7).status == 412)
            let nobody = ["campaign": "BR-2222222222"]
            #expect(try await walk.ask(.readCampaign, as: .administrator, nobody).status == 404)
            #expect(try await walk.ask(.cancelCampaign, as: .administrator, nobody).status == 404)
            let links: JSONValue = ["kind": "link", "days": 30]
            #expect(try await walk.ask(.issueCampaignEntrances, as: .clerk, ids, json: links).status == 404)
            #expect(try await walk.ask(.listLifeNotices, as: .clerk, query: "kind=boredom").status == 400)
            #expect(try await walk.ask(.listLifeNotices, as: .clerk, query: "kind=idle&day=2026-02-30").status == 400)
            #expect(try await walk.ask(.listLifeNotices, as: .clerk, query: "kind=idle&day=2026-06-03").status == 200)
        }
    }
}
