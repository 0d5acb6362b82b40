import Ledger
import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Reasons of the operating company's own")
struct ReasonListTests {
    private static let blurred = OwnReason(
        code: "own-blurred-seal", text: LocalText(en: "The seal is blurred.", zh: "公章重影。"), verdicts: [.sendBack], kinds: [.register],
        fields: ["/evidence"])
    private static let list = ReasonList(reasons: [blurred])
    private static let given = DecisionReason(pointer: "/evidence/unit-document", code: "own-blurred-seal")

    private func decide(
        _ job: MainJob, _ begun: BegunApplication, _ verdict: DecisionVerdict, _ reason: DecisionReason
    ) async throws -> DecidedApplication {
        try await job.installation.decideApplication(
            as: job.reviewer, begun.application, version: begun.version, verdict: verdict, reasons: [reason], note: nil)
    }

    private func refusal(
        _ job: MainJob, _ begun: BegunApplication, _ verdict: DecisionVerdict, _ reason: DecisionReason
    ) async -> String? {
        await #expect(throws: Refusal.self) { try await decide(job, begun, verdict, reason) }?.code
    }

    @Test func `one that was added is offered, given, and kept in its words after it is retired`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 3), world.installation)
            let begun = try await job.submitted()
            #expect(await refusal(job, begun, .sendBack, Self.given) == "reason-unknown")
            _ = try await shiming.setReasonList(as: job.administrator, Self.list, validFrom: nil, after: 0)
            let offered = try await shiming.reasonsInForce(as: job.reviewer)
            #expect(offered.last?.own == Self.blurred && offered.count == DecisionReason.codes.count + 1)
            // What a caller says the words are counts for nothing.
            let posing = DecisionReason(pointer: Self.given.pointer, code: Self.given.code, words: LocalText(en: "Pay first.", zh: "请先付款。"))
            _ = try await decide(job, begun, .sendBack, posing)
            let again = ReasonList(reasons: [OwnReason(code: "own-other-words", text: LocalText(en: "No.", zh: "不行。"))])
            _ = try await shiming.setReasonList(as: job.administrator, again, validFrom: nil, after: 1)
            let kept = try #require(try await shiming.readApplication(as: job.clerk, begun.application).reasons.first)
            #expect(
                kept.code == "own-blurred-seal" && kept.text(in: .chinese) == "公章重影。" && kept.text(in: .english) == "The seal is blurred.")
            #expect(try await shiming.reasonsInForce(as: job.reviewer).map(\.code).contains("own-blurred-seal") == false)
            let versions = try await shiming.listReasonLists(as: job.compliance).rows
            #expect(versions.map(\.ordinal) == [2, 1] && versions.last?.list == Self.list)
            #expect(try await world.entries("reason-list.set") == 2)
            #expect(try await shiming.checkStore().isSound)
        }
    }

    @Test func `it is refused for another decision, another application, another field, and once it is retired`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 3), world.installation)
            _ = try await shiming.setReasonList(as: job.administrator, Self.list, validFrom: nil, after: 0)
            let begun = try await job.submitted()
            #expect(await refusal(job, begun, .refuse, Self.given) == "reason-not-for-this")
            for pointer in ["", "/use", "/evidences", "/unit/name"] {
                #expect(
                    await refusal(job, begun, .sendBack, DecisionReason(pointer: pointer, code: Self.given.code)) == "reason-not-for-this")
            }
            for code in ["own-", "own-blurred", "OWN-BLURRED-SEAL", "own-blurred-seal ", "", "machine"] {
                #expect(
                    await refusal(job, begun, .sendBack, DecisionReason(pointer: Self.given.pointer, code: code)) == "reason-unknown")
            }
            let other = OwnReason(code: "own-for-ends", text: Self.blurred.text, kinds: [.end])
            _ = try await shiming.setReasonList(as: job.administrator, ReasonList(reasons: [other]), validFrom: nil, after: 1)
            #expect(await refusal(job, begun, .sendBack, DecisionReason(pointer: "", code: other.code)) == "reason-not-for-this")
            #expect(await refusal(job, begun, .sendBack, Self.given) == "reason-unknown")
            // Nothing was decided meanwhile.
            #expect(try await shiming.readApplication(as: job.reviewer, begun.application).application.state == .submitted)
        }
    }

    @Test func `a list counts from its time on`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 3), world.installation)
            let later = shiming.now().adding(days: 2)
            _ = try await shiming.setReasonList(as: job.administrator, Self.list, validFrom: later, after: 0)
            let begun = try await job.submitted()
            #expect(await refusal(job, begun, .sendBack, Self.given) == "reason-unknown")
            world.clock.move(days: 2)
            #expect(try await decide(job, begun, .sendBack, Self.given).state == .sentBack)
        }
    }

    @Test func `what is no list is refused, field by field, and nothing of it is set`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            let fine = LocalText(en: "Fine words.", zh: "说明文字。")
            func own(_ code: String, en: String = "Fine words.", zh: String = "说明文字。") -> OwnReason {
                OwnReason(code: code, text: LocalText(en: en, zh: zh))
            }
            let wrong: [(OwnReason, String)] = [
                (own("blurred"), "own-reason-code-invalid"), (own("own-"), "own-reason-code-invalid"),
                (own("own-Ünklar"), "own-reason-code-invalid"),
                (own("own-" + String(repeating: "a", count: 37)), "own-reason-code-invalid"),
                (own("own-a", en: ""), "own-reason-text-invalid"), (own("own-a", zh: "    "), "own-reason-text-invalid"),
                (own("own-a", zh: "一行\n两行"), "own-reason-text-invalid"),
                (own("own-a", en: String(repeating: "x", count: 81)), "own-reason-text-invalid"),
                (own("own-a", en: "Seal\u{7}blurred"), "own-reason-text-invalid"),
                (own("own-a", en: "Seal \u{202E}derrulb"), "own-reason-text-invalid"),
                (own("own-a", zh: "公章\u{2066}重影"), "own-reason-text-invalid"),
                (own("own-a", zh: "公章\u{2028}重影"), "own-reason-text-invalid"),
                (OwnReason(code: "own-a", text: fine, fields: Set((0...10).map { "/unit/field\($0)" })), "own-reason-of-nothing"),
                (OwnReason(code: "own-a", text: fine, verdicts: []), "own-reason-of-nothing"),
                (OwnReason(code: "own-a", text: fine, verdicts: [.approve]), "own-reason-of-nothing"),
                (OwnReason(code: "own-a", text: fine, kinds: []), "own-reason-of-nothing"),
                (OwnReason(code: "own-a", text: fine, fields: [""]), "own-reason-of-nothing"),
                (OwnReason(code: "own-a", text: fine, fields: ["/姓名"]), "own-reason-of-nothing"),
            ]
            for (reason, code) in wrong {
                let refusal = await #expect(throws: Refusal.self) {
                    try await shiming.setReasonList(
                        as: job.administrator, ReasonList(reasons: [own("own-b"), reason]), validFrom: nil, after: 0)
                }
                #expect(
                    refusal?.details.first?.code == code && refusal?.details.first?.pointer?.hasPrefix("/reasons/1") == true, "\(reason)")
            }
            // The largest list there may be fits a page's form, which has 64 KiB.
            let whole = ReasonList(
                reasons: (10..<40).map { number in
                    OwnReason(
                        code: "own-" + String(repeating: "a", count: 34) + String(number),
                        text: LocalText(en: String(repeating: "é", count: 80), zh: String(repeating: "章", count: 80)),
                        verdicts: [.sendBack, .refuse], kinds: Set(ApplicationKind.allCases),
                        fields: Set((10..<20).map { "/" + String(repeating: "b", count: 97) + String($0) }))
                })
            #expect(whole.faults.isEmpty && whole.reasons.count == ReasonList.reasonsMax)
            #expect(try whole.json.canonicalText().utf8.count < 60 << 10)
            let lists: [(ReasonList, Int64, Instant?, String)] = [
                (ReasonList(reasons: [own("own-a"), own("own-a")]), 0, nil, "own-reason-twice"),
                (ReasonList(reasons: (0...50).map { own("own-\($0)") }), 0, nil, "reason-list-too-long"),
                (ReasonList(reasons: [own("own-a", zh: "请致电13800138000")]), 0, nil, "personal-number-in-text"),
                (Self.list, 1, nil, "changed-meanwhile"),
                (Self.list, 0, shiming.now().adding(seconds: -1), "version-in-the-past"),
            ]
            for (list, after, from, code) in lists {
                let refusal = await #expect(throws: Refusal.self) {
                    try await shiming.setReasonList(as: job.administrator, list, validFrom: from, after: after)
                }
                #expect(refusal?.code == code || refusal?.details.first?.code == code, "\(code): \(refusal?.code ?? "")")
            }
            #expect(try await shiming.listReasonLists(as: job.administrator).rows.isEmpty)
            #expect(try await world.entries("reason-list.set") == 0)
        }
    }

    @Test func `nobody but the operating company sets it, and only reviewers are shown what is in force`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            let scope = Scope.subtree(organisation: job.agent.id, path: job.agent.path)
            let manager = MainJob.staff([.agentManager], in: job.agent.id, scope: scope, 77)
            for someone in [manager, job.clerk, job.reviewer] {
                await #expect(throws: Refusal.notPermitted) {
                    try await shiming.setReasonList(as: someone, Self.list, validFrom: nil, after: 0)
                }
                await #expect(throws: Refusal.notPermitted) { try await shiming.listReasonLists(as: someone) }
            }
            await #expect(throws: Refusal.notPermitted) { try await shiming.reasonsInForce(as: job.clerk) }
        }
    }

    @Test func `a notice says it in the words of the decision, also where it is sent after the reason was retired`() async throws {
        try await NoticeWorld.run { told in
            let administrator = told.personal.job.administrator
            let reason = OwnReason(code: "own-glare", text: LocalText(en: "There is glare on the card.", zh: "证件反光。"))
            _ = try await told.installation.setReasonList(as: administrator, ReasonList(reasons: [reason]), validFrom: nil, after: 0)
            let (_, application) = try await told.personal.submitted()
            _ = try await told.personal.decide(
                application.id, .sendBack, [DecisionReason(pointer: "/evidence/holder-id-front", code: "own-glare")])
            _ = try await told.installation.setReasonList(as: administrator, .none, validFrom: nil, after: 1)
            try await told.personal.work()
            let sent = try #require(await told.sms.sent.first { $0.reasonCode == "own-glare" })
            #expect(sent.text.reason?.zh == "证件反光。")
        }
    }

    @Test func `an approval looked at again is overturned with one that is for its field, whatever the decision`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            _ = try await shiming.setReviewPolicy(as: job.administrator, ReviewPolicy(reAuditPermille: 1_000), validFrom: nil, after: 0)
            _ = try await shiming.setReasonList(as: job.administrator, Self.list, validFrom: nil, after: 0)
            _ = try await job.registered()
            let drawn = try #require(try await shiming.listReAudits(as: job.compliance, state: .open).rows.first)
            await #expect(throws: Refusal.self) {
                try await shiming.findReAudit(
                    as: job.compliance, drawn.decision, .overturned, reasons: [DecisionReason(pointer: "/use", code: Self.given.code)],
                    remark: nil)
            }
            let found = try await shiming.findReAudit(
                as: job.compliance, drawn.decision, .overturned, reasons: [Self.given], remark: nil)
            #expect(found.finding?.reasons.first?.text(in: .chinese) == "公章重影。")
        }
    }
}
