import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Approved cases are looked at again")
struct ReAuditTests {
    private static let reasons = TwoReviewersTests.reasons

    /// Every approved case is drawn.
    private func prepared(in world: World, cards: Int, permille: Int = 1_000, two: Bool = false) async throws -> MainJob {
        let job = try await MainJob.prepare(in: world, cards: cards)
        _ = try await world.installation.setReviewPolicy(
            as: job.administrator, ReviewPolicy(reAuditPermille: permille, twoReviewers: two ? [ReviewCondition()] : []), validFrom: nil,
            after: 0)
        return job
    }

    private func approved(_ job: MainJob, card: Int, by reviewer: Principal? = nil) async throws -> BegunApplication {
        let handed = try await job.submitted(cards: .numbers([job.iccids[card]]))
        _ = try await job.installation.decideApplication(
            as: reviewer ?? job.reviewer, handed.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
        return handed
    }

    private func open(_ job: MainJob, as reader: Principal) async throws -> [ReAuditView] {
        try await job.installation.listReAudits(as: reader, state: .open).rows
    }

    @Test func `whoever approved does not look again; another's finding counts for the reviewer`() async throws {
        try await withWorld { world in
            let job = try await prepared(in: world, cards: 2)
            let shiming = world.installation
            let (first, _) = (try await approved(job, card: 0), try await approved(job, card: 1))
            #expect(try await open(job, as: job.reviewer).map(\.isOpenToReader) == [false, false])
            let drawn = try await open(job, as: job.secondReviewer)
            #expect(drawn.map(\.isOpenToReader) == [true, true] && drawn.first?.application == first.application)
            await #expect(throws: Refusal.ownReview) {
                try await shiming.findReAudit(as: job.reviewer, drawn[0].decision, .kept, reasons: [], remark: nil)
            }
            await #expect(throws: Refusal.reasonsNeeded) {
                try await shiming.findReAudit(as: job.secondReviewer, drawn[0].decision, .overturned, reasons: [], remark: nil)
            }
            await #expect(throws: Refusal.self) {
                try await shiming.findReAudit(
                    as: job.secondReviewer, drawn[0].decision, .overturned,
                    reasons: [DecisionReason(pointer: "/use", code: "not-on-the-list")], remark: nil)
            }
            let found = try await shiming.findReAudit(
                as: job.secondReviewer, drawn[0].decision, .overturned, reasons: Self.reasons, remark: "场所与用途不符")
            #expect(found.finding?.remark == "场所与用途不符" && found.isOpenToReader == false)
            _ = try await shiming.findReAudit(as: job.compliance, drawn[1].decision, .kept, reasons: [], remark: nil)
            await #expect(throws: Refusal.self) {
                try await shiming.findReAudit(as: job.compliance, drawn[0].decision, .kept, reasons: [], remark: nil)
            }
            #expect(try await open(job, as: job.compliance).isEmpty)
            #expect(try await shiming.listReAudits(as: job.compliance, state: .overturned).rows.map(\.application) == [first.application])
            let month = try #require(try await shiming.reviewFigures(as: job.reviewer).months.last)
            #expect(month.reAudited == 2 && month.kept == 1 && month.overturned == 1)
            // What is registered stands: what follows an overturned approval has a ground of its own.
            #expect(try await shiming.answer(as: job.clerk, .iccid(job.iccids[0])).standing == .registered)
            #expect(try await shiming.readApplication(as: job.secondReviewer, first.application).reAudit?.finding?.verdict == .overturned)
            #expect(try await shiming.readApplication(as: job.clerk, first.application).reAudit == nil)
        }
    }

    @Test func `of two reviewers neither looks again, and it counts for both`() async throws {
        try await withWorld { world in
            let job = try await prepared(in: world, cards: 1, two: true)
            let shiming = world.installation
            let begun = try await approved(job, card: 0)
            #expect(try await open(job, as: job.compliance).isEmpty, "nothing is drawn before it is decided")
            let waiting = try await shiming.readApplication(as: job.secondReviewer, begun.application)
            _ = try await shiming.decideApplication(
                as: job.secondReviewer, begun.application, version: waiting.application.version, verdict: .approve, reasons: [], note: nil)
            let drawn = try #require(try await open(job, as: job.compliance).first)
            #expect(drawn.reviewer == job.reviewer.account && drawn.secondReviewer == job.secondReviewer.account)
            for one in [job.reviewer, job.secondReviewer] {
                await #expect(throws: Refusal.ownReview) {
                    try await shiming.findReAudit(as: one, drawn.decision, .kept, reasons: [], remark: nil)
                }
            }
            _ = try await shiming.findReAudit(as: job.compliance, drawn.decision, .overturned, reasons: Self.reasons, remark: nil)
            for one in [job.reviewer, job.secondReviewer] {
                let month = try #require(try await shiming.reviewFigures(as: one).months.last)
                #expect(month.reAudited == 1 && month.overturned == 1)
            }
        }
    }

    @Test func `no share draws nothing, and who is not of the operating company sees no draw`() async throws {
        try await withWorld { world in
            let job = try await prepared(in: world, cards: 1, permille: 0)
            _ = try await approved(job, card: 0)
            #expect(try await open(job, as: job.compliance).isEmpty)
            let agents = MainJob.staff(
                [.agentReviewer], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 61)
            for stranger in [agents, job.clerk, job.auditor] {
                await #expect(throws: Refusal.notPermitted) { try await open(job, as: stranger) }
                await #expect(throws: Refusal.notPermitted) {
                    try await world.installation.findReAudit(as: stranger, world.installation.fresh(), .kept, reasons: [], remark: nil)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await world.installation.findReAudit(as: job.compliance, world.installation.fresh(), .kept, reasons: [], remark: nil)
            }
        }
    }

    @Test func `the draw is on the trail, can be drawn again with the key, and is fair`() async throws {
        try await withWorld { world in
            let job = try await prepared(in: world, cards: 8, permille: 500)
            let shiming = world.installation
            for card in 0..<8 { _ = try await approved(job, card: card) }
            let drawn = Set(try await open(job, as: job.compliance).map(\.decision))
            let entries = try await shiming.listTrail(as: job.auditor, TrailFilter(action: "application.approved")).rows
            #expect(entries.count == 8 && entries.allSatisfy { $0.body.contains("\"re-audit\":{\"draw\":") })
            let decisions = try await shiming.store.read { session in
                try session.all("SELECT id FROM decision") { row -> DecisionID in try row.identifier(0) }
            }
            var counted = 0
            for decision in decisions {
                let number = shiming.drawnNumber(of: decision)
                #expect((0..<1_000).contains(number))
                #expect(drawn.contains(decision) == (number < 500))
                if number < 500 { counted += 1 }
            }
            #expect(counted == drawn.count)
            // Of many invented ids about so many as the share says: 10,000 draws of a half differ by less than six deviations.
            let many = (0..<10_000).count { _ in shiming.drawnNumber(of: shiming.fresh()) < 500 }
            #expect((4_700...5_300).contains(many))
        }
    }
}
