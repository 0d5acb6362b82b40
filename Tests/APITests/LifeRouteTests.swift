import Contract
import Foundation
import Ledger
import Registry
import TestKit
import Testing
import UseCases

@testable import API

@Suite("The routes of a card's life")
struct LifeRouteTests {
    private func command(_ name: String, _ walk: Walk, _ card: Int = 0, reason: String? = nil) -> JSONValue {
        let cards: JSONValue = ["numbers": [.string(walk.job.iccids[card])]]
        guard let reason else { return ["command": .string(name), "cards": cards] }
        return ["command": .string(name), "cards": cards, "reason": .string(reason)]
    }

    private func reference(_ walk: Walk) async throws -> String {
        try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": .string(walk.job.iccids[0])]).text("card")
    }

    @Test func `a card is activated, stopped, resumed, cancelled and brought back, and shows it`() async throws {
        try await withWalk { walk in
            let early = try await walk.ask(.changeLives, as: .clerk, json: command("activate", walk))
            #expect(early.status == 409)
            #expect(early.code == "life-cards-refused")
            _ = try await walk.registered()
            for (name, reason) in [
                ("activate", nil), ("stop", "owner-asked"), ("resume", "owner-asked"), ("cancel", nil), ("bring-back", nil),
            ] {
                let done = try await walk.ask(.changeLives, as: .clerk, json: command(name, walk, reason: reason))
                #expect(done.status == 201, "\(name)")
                #expect(done.json["changed"] == 1)
            }
            let life = try await walk.ask(.readLife, as: .clerk, ["card": try await reference(walk)])
            #expect(life.text("state") == "active")
            #expect(life.json["serves"] == true)
            #expect(life.text("carrierState") == "unknown")
            #expect(life.text("nextStep") == "idle")
            #expect(life.json["events"]?.arrayValue?.count == 5)
            #expect(
                life.json["intents"]?.arrayValue?.compactMap { $0["command"]?.stringValue } == [
                    "resume", "stop", "resume", "stop", "activate",
                ])
            let card = try await walk.ask(.readCard, as: .clerk, ["card": try await reference(walk)])
            #expect(card.json["card"]?["serviceState"] == "active")
            let answer = try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": .string(walk.job.iccids[0])])
            #expect(answer.text("serviceState") == "active")
        }
    }

    @Test func `bodies that say nothing, or what nobody may say, are refused`() async throws {
        try await withWalk { walk in
            for body in [command("finish", walk), command("register", walk), command("stop", walk, reason: "boredom")] {
                #expect(try await walk.ask(.changeLives, as: .administrator, json: body).status == 422)
            }
            #expect(try await walk.ask(.changeLives, as: .clerk, json: command("stop", walk, reason: "risk")).status == 403)
            #expect(try await walk.ask(.changeLives, as: .auditor, json: command("cancel", walk)).status == 403)
            let other = try await walk.ask(.changeLives, as: .otherClerk, json: command("cancel", walk))
            #expect(other.status == 409)
            #expect(other.json["errors"]?.arrayValue?.first?["code"] == "life-card-not-found")
            #expect(try await walk.ask(.readLife, as: .otherClerk, ["card": try await reference(walk)]).status == 404)
        }
    }

    @Test func `device and SIM of a card are changed, and what is no number is refused`() async throws {
        try await withWalk { walk in
            _ = try await walk.registered()
            _ = try await walk.ask(.changeLives, as: .clerk, json: command("activate", walk))
            let card = ["card": try await reference(walk)]
            #expect(try await walk.ask(.changeDevice, as: .clerk, card, json: ["imei": "354403110000014"]).status == 422)
            #expect(try await walk.ask(.changeDevice, as: .clerk, card, json: ["imei": "354403110000013"]).status == 201)
            #expect(try await walk.ask(.changeDevice, as: .otherClerk, card, json: ["imei": "354403110000013"]).status == 404)
            let taken = try await walk.ask(.changeSIM, as: .clerk, card, json: ["iccid": .string(walk.job.iccids[1])])
            #expect(taken.code == "sim-taken")
            let fresh = MainJob.iccid(4_711)
            #expect(try await walk.ask(.changeSIM, as: .clerk, card, json: ["iccid": .string(fresh)]).status == 201)
            let answer = try await walk.ask(.answerForCard, as: .clerk, json: ["iccid": .string(fresh)])
            #expect(answer.text("standing") == "registered")
            #expect(answer.text("iccid") == fresh)
            #expect(answer.text("card") == card["card"])
        }
    }

    @Test func `a file of use is taken in, and its bad lines are listed`() async throws {
        try await withWalk { walk in
            let text = "iccid,usedAt\n\(walk.job.iccids[0]),2026-03-02 09:00:00\nnonsense,2026-03-02 09:00:00\n"
            let sent = try await walk.ask(.createUsageFile, as: .administrator, bytes: ("text/csv", Array(text.utf8)))
            #expect(sent.status == 202)
            while try await walk.job.installation.runNextUsageFile() {}
            let id = ["usageFile": sent.text("id")]
            let file = try await walk.ask(.readUsageFile, as: .administrator, id)
            #expect(file.text("state") == "done")
            #expect(file.json["failed"] == 1)
            let problems = try await walk.ask(.listUsageProblems, as: .administrator, id)
            #expect(problems.json["items"]?.arrayValue?.compactMap { $0["row"]?.integerValue } == [3])
            #expect(!String(decoding: problems.bytes, as: UTF8.self).contains("nonsense"))
            #expect(try await walk.ask(.listUsageFiles, as: .administrator).json["items"]?.arrayValue?.count == 1)
            #expect(try await walk.ask(.createUsageFile, as: .clerk, bytes: ("text/csv", Array(text.utf8))).status == 403)
        }
    }

    @Test func `periods are set in versions, and nobody overwrites another's`() async throws {
        try await withWalk { walk in
            let asked: JSONValue = ["setting": ["idleMonths": 6], "carrier": "mobile", "after": 0]
            #expect(try await walk.ask(.setLifeSetting, as: .administrator, json: asked).status == 201)
            #expect(try await walk.ask(.setLifeSetting, as: .administrator, json: asked).status == 412)
            let freeze: JSONValue = ["setting": ["freezeDays": 30], "after": 0]
            let refused = try await walk.ask(.setLifeSetting, as: .administrator, json: freeze)
            #expect(refused.status == 422)
            #expect(refused.errors["/setting/freezeDays"] == "life-period-out-of-bounds")
            #expect(try await walk.ask(.setLifeSetting, as: .clerk, json: asked).status == 403)
            let listed = try await walk.ask(.listLifeSettings, as: .clerk)
            #expect(listed.json["items"]?.arrayValue?.count == 1)
        }
    }

    @Test func `what a carrier activates by force is a case, until somebody has looked`() async throws {
        try await withWalk { walk in
            #expect(try await walk.ask(.changeLives, as: .administrator, json: command("carrier-activated", walk)).status == 201)
            #expect(try await walk.ask(.listLifeCases, as: .clerk).status == 403)
            let listed = try await walk.ask(.listLifeCases, as: .compliance)
            let found = try #require(listed.json["items"]?.arrayValue?.first)
            #expect(found["kind"] == "activated-unregistered")
            let card = try await reference(walk)
            #expect(found["card"]?.stringValue == card)
            #expect(found["mends"] == ["tell-again"])
            let closing: JSONValue = ["card": .string(card), "kind": "activated-unregistered", "openedAt": try #require(found["openedAt"])]
            #expect(try await walk.ask(.closeLifeCase, as: .compliance, json: closing).status == 201)
            #expect(try await walk.ask(.closeLifeCase, as: .compliance, json: closing).status == 404)
            #expect(try await walk.ask(.listLifeCases, as: .compliance).json["items"]?.arrayValue?.isEmpty == true)
        }
    }

    @Test func `after the end the report is compliance's, and a deletion is answered by its ground`() async throws {
        try await withWalk { walk in
            _ = try await walk.registered()
            let then = WireInstant.text(walk.job.world.clock.now())
            let all: JSONValue = ["command": "cancel", "cards": ["numbers": .array(walk.job.iccids.map { .string($0) })]]
            #expect(try await walk.ask(.changeLives, as: .clerk, json: all).json["changed"] == 20)
            try await walk.job.world.sweepLives(at: walk.job.world.clock.now().adding(days: 90))
            let asked: JSONValue = ["iccid": .string(walk.job.iccids[0]), "at": .string(then)]
            let deletion = try await walk.ask(.answerDeletion, as: .clerk, json: asked)
            #expect(deletion.status == 201)
            #expect(deletion.text("phase") == "retention")
            #expect(deletion.json["deleted"] == false)
            let answer = try await walk.ask(.answerForCard, as: .clerk, json: asked)
            #expect(answer.json["withheld"] == true)
            #expect(answer.text("retention") == "retention")
            #expect(answer.json["responsiblePerson"] == nil)
            let report = try await walk.ask(.readRetentionReport, as: .compliance)
            #expect(report.status == 200 && report.json["retention"] == 1)
            let kept = try #require(report.json["items"]?.arrayValue?.first)
            #expect(kept["phase"] == "retention" && kept["requirement"] == "R-25-14" && kept["ground"] == deletion.json["ground"])
            #expect(try await walk.ask(.readRetentionReport, as: .clerk).status == 403)
            let life = try await walk.ask(.readLife, as: .clerk, ["card": try await reference(walk)])
            #expect(life.text("state") == "cancelled")
        }
    }

    @Test func `what is kept is held for a case, told in the report, and let go by an act with its reason`() async throws {
        try await withWalk { walk in
            _ = try await walk.registered()
            let then = WireInstant.text(walk.job.world.clock.now())
            _ = try await walk.ask(.changeLives, as: .clerk, json: command("cancel", walk))
            try await walk.job.world.sweepLives(at: walk.job.world.clock.now().adding(days: 90))
            let card: JSONValue = ["iccid": .string(walk.job.iccids[0]), "at": .string(then)]
            func wish(_ more: [String: JSONValue] = [:]) throws -> JSONValue {
                let all: [String: JSONValue] = [
                    "iccid": .string(walk.job.iccids[0]), "at": .string(then), "caseNumber": "沪01民初〔2027〕418号", "reason": "证据保全",
                ]
                return .object(
                    try #require(JSONObject(members: all.merging(more) { $1 }.map { JSONObject.Member(key: $0.key, value: $0.value) })))
            }
            for role in ["owner", ""] {
                #expect(try await walk.ask(.placeLegalHold, as: .compliance, json: wish(["role": .string(role)])).status == 422)
            }
            #expect(try await walk.ask(.placeLegalHold, as: .compliance, json: wish(["caseNumber": "无"])).status == 422)
            #expect(try await walk.ask(.placeLegalHold, as: .clerk, json: wish()).status == 403)
            let hold = try await walk.ask(.placeLegalHold, as: .compliance, json: wish(["role": "responsible-person"]))
            #expect(hold.status == 201 && hold.json["party"] != nil && hold.json["card"] == nil && hold.text("code").hasPrefix("LH-"))
            #expect(try await walk.ask(.answerDeletion, as: .compliance, json: card).text("phase") == "legal-hold")
            #expect(try await walk.ask(.answerDeletion, as: .clerk, json: card).text("phase") == "retention")
            let report = try await walk.ask(.readRetentionReport, as: .compliance)
            #expect(report.json["legalHold"]?.integerValue == 0, "Its registration lives on with the other cards.")
            let id = ["legalHold": hold.text("id")]
            #expect(try await walk.ask(.releaseLegalHold, as: .reviewer, id, json: ["reason": "案件已结案"]).status == 403)
            let released = try await walk.ask(.releaseLegalHold, as: .administrator, id, json: ["reason": "案件已结案"])
            #expect(released.status == 201 && released.text("releaseReason") == "案件已结案")
            #expect(try await walk.ask(.releaseLegalHold, as: .compliance, id, json: ["reason": "案件已结案"]).code == "hold-released")
            #expect(try await walk.ask(.listLegalHolds, as: .compliance).json["items"]?.arrayValue?.count == 1)
            #expect(try await walk.ask(.listLegalHolds, as: .auditor).status == 403)
        }
    }

    @Test func `what is sealed is asked for with a case number, and nobody decides his own`() async throws {
        try await withWalk { walk in
            _ = try await walk.registered()
            let then = WireInstant.text(walk.job.world.clock.now())
            _ = try await walk.ask(.changeLives, as: .clerk, json: command("cancel", walk))
            try await walk.job.world.sweepLives(at: walk.job.world.clock.now().adding(days: 90))
            walk.job.world.clock.move(days: 800)
            let reveal: JSONValue = ["iccid": .string(walk.job.iccids[0]), "at": .string(then), "purpose": "涉诈案件协查"]
            let closed = try await walk.ask(.revealAnswer, as: .compliance, json: reveal)
            #expect(closed.status == 403 && closed.code == "sealed")
            let asking: JSONValue = ["iccid": .string(walk.job.iccids[0]), "at": .string(then), "reason": "涉诈案件协查"]
            #expect(try await walk.ask(.askForSealedOpening, as: .compliance, json: asking).status == 422, "No case number.")
            let whole: JSONValue = [
                "iccid": .string(walk.job.iccids[0]), "at": .string(then), "reason": "涉诈案件协查", "caseNumber": "沪公网安调证〔2028〕77号",
            ]
            #expect(try await walk.ask(.askForSealedOpening, as: .administrator, json: whole).status == 403)
            let asked = try await walk.ask(.askForSealedOpening, as: .compliance, json: whole)
            #expect(asked.status == 201 && asked.text("state") == "asked" && asked.json["openUntil"] == nil)
            let id = ["sealedOpening": asked.text("id")]
            #expect(try await walk.ask(.decideSealedOpening, as: .compliance, id, json: ["verdict": "approve"]).code == "own-opening")
            #expect(try await walk.ask(.decideSealedOpening, as: .administrator, id, json: ["verdict": "approve"]).status == 403)
            #expect(try await walk.ask(.listSealedOpenings, as: .compliance).json["items"]?.arrayValue?.count == 1)
            #expect(try await walk.ask(.listSealedOpenings, as: .reviewer).status == 403)
        }
    }
}
