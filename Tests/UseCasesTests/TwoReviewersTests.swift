import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("A second pair of eyes")
struct TwoReviewersTests {
    static let reasons = [DecisionReason(pointer: "/use/scene", code: "use-not-plausible")]
    static let everyCase = ReviewPolicy(twoReviewers: [ReviewCondition()])

    /// Somebody else of the operating company's reviewers.
    static func third(_ job: MainJob) -> Principal {
        MainJob.staff([.reviewer], in: job.administrator.organisation, scope: .everything, 40)
    }

    private func decide(
        _ job: MainJob, _ begun: BegunApplication, _ version: Int64, by reviewer: Principal, _ verdict: DecisionVerdict,
        remark: String? = nil
    ) async throws -> DecidedApplication {
        try await job.installation.decideApplication(
            as: reviewer, begun.application, version: version, verdict: verdict, reasons: verdict == .approve ? [] : Self.reasons,
            note: nil,
            remark: remark)
    }

    @Test func `until a policy is set one reviewer approves`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await job.submitted()
            #expect(try await decide(job, begun, begun.version, by: job.reviewer, .approve).state == .approved)
        }
    }

    @Test func `the first approval decides nothing, the first is never the second, and the second's approval registers`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let shiming = world.installation
            _ = try await shiming.setReviewPolicy(as: job.administrator, Self.everyCase, validFrom: nil, after: 0)
            let begun = try await job.submitted()
            let first = try await decide(job, begun, begun.version, by: job.reviewer, .approve, remark: "章印清晰")
            #expect(first.state == .awaitingSecondReview && first.registered == 0 && first.decision == nil)
            #expect(try await shiming.answer(as: job.clerk, .iccid(job.iccids[0])).standing == .unregistered)
            await #expect(throws: Refusal.reviewedAlready) {
                try await decide(job, begun, first.version, by: job.reviewer, .approve)
            }
            await #expect(throws: Refusal.reviewedAlready) { try await shiming.lockApplication(as: job.reviewer, begun.application) }
            // The queue shows it apart, and the second sees no opinion but his own.
            for (state, count) in [(ApplicationState.submitted, 0), (.awaitingSecondReview, 1)] {
                let queue = try await shiming.listApplications(
                    as: job.secondReviewer, state: state, kind: nil, registration: nil, after: nil, limit: 10)
                #expect(queue.count == count)
            }
            #expect(try await shiming.readApplication(as: job.secondReviewer, begun.application).opinions.isEmpty)
            #expect(try await shiming.readApplication(as: job.reviewer, begun.application).opinions.first?.text == "章印清晰")
            _ = try await shiming.lockApplication(as: job.secondReviewer, begun.application)
            let second = try await decide(job, begun, first.version, by: job.secondReviewer, .approve)
            #expect(second.state == .approved && second.registered == 3)
            let decided = try #require(try await shiming.readApplication(as: job.auditor, begun.application).decision)
            #expect(decided.decidedBy == job.reviewer.account && decided.secondedBy == job.secondReviewer.account)
        }
    }

    @Test func `whoever handed a case in is neither its first nor its second reviewer`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            _ = try await world.installation.setReviewPolicy(as: job.administrator, Self.everyCase, validFrom: nil, after: 0)
            let begun = try await job.submitted()
            let both = Principal(
                account: job.clerk.account, organisation: job.administrator.organisation,
                permissions: job.clerk.permissions.union(StaffRole.reviewer.permissions), scope: .everything, means: .session)
            await #expect(throws: Refusal.self) { try await decide(job, begun, begun.version, by: both, .approve) }
            let first = try await decide(job, begun, begun.version, by: job.reviewer, .approve)
            await #expect(throws: Refusal.self) { try await decide(job, begun, first.version, by: both, .approve) }
        }
    }

    @Test(arguments: DecisionVerdict.allCases)
    func `where two disagree a third decides, whichever way`(verdict: DecisionVerdict) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let shiming = world.installation
            _ = try await shiming.setReviewPolicy(as: job.administrator, Self.everyCase, validFrom: nil, after: 0)
            let begun = try await job.submitted()
            let first = try await decide(job, begun, begun.version, by: job.reviewer, .approve)
            let second = try await decide(job, begun, first.version, by: job.secondReviewer, .refuse, remark: "用途存疑")
            #expect(second.state == .awaitingThirdReview && second.decision == nil)
            // The applicant is told nothing of it.
            let seen = try await shiming.readApplication(as: job.clerk, begun.application)
            #expect(seen.decision == nil && seen.reasons.isEmpty && seen.opinions.isEmpty)
            for one in [job.reviewer, job.secondReviewer] {
                await #expect(throws: Refusal.reviewedAlready) { try await decide(job, begun, second.version, by: one, verdict) }
            }
            let third = Self.third(job)
            let opinions = try await shiming.readApplication(as: third, begun.application).opinions
            #expect(opinions.map(\.verdict) == [.approve, .refuse])
            #expect(opinions.last?.text == "用途存疑" && opinions.last?.reasons == Self.reasons)
            let last = try await decide(job, begun, second.version, by: third, verdict)
            #expect(last.state == [.approve: .approved, .sendBack: .sentBack, .refuse: .refused][verdict])
            #expect(last.registered == (verdict == .approve ? 2 : 0))
            let figures = try #require(try await shiming.reviewFigures(as: job.secondReviewer).months.last)
            #expect(figures.refused == 1 && figures.approved == 0)
        }
    }

    @Test func `a case that is sent back and handed in again is looked at by two again, be they the same`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let shiming = world.installation
            _ = try await shiming.setReviewPolicy(as: job.administrator, Self.everyCase, validFrom: nil, after: 0)
            let begun = try await job.submitted()
            let back = try await decide(job, begun, begun.version, by: job.reviewer, .sendBack)
            #expect(back.state == .sentBack, "one pair of eyes suffices to send back")
            let again = try await shiming.submitApplication(as: job.clerk, begun.application, version: back.version)
            let first = try await decide(job, begun, again.version, by: job.reviewer, .approve)
            #expect(first.state == .awaitingSecondReview)
            #expect(try await decide(job, begun, first.version, by: job.secondReviewer, .approve).state == .approved)
        }
    }

    @Test func `a rule covers what it names, and what is set for later counts later`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let shiming = world.installation
            let many = ReviewPolicy(twoReviewers: [ReviewCondition(subjects: [.unit], kinds: [.register], cardsAtLeast: 3)])
            let later = world.clock.now().adding(days: 1)
            _ = try await shiming.setReviewPolicy(as: job.administrator, many, validFrom: later, after: 0)
            func first(_ cards: ArraySlice<String>) async throws -> ApplicationState {
                let begun = try await job.begun(cards: .numbers(Array(cards)))
                let handed = try await shiming.submitApplication(as: job.clerk, begun.application, version: begun.version)
                let decided = try await decide(job, begun, handed.version, by: job.reviewer, .approve)
                if decided.state == .awaitingSecondReview {
                    _ = try await shiming.withdrawApplication(as: job.clerk, begun.application, version: decided.version)
                }
                return decided.state
            }
            #expect(try await first(job.iccids[0..<1]) == .approved)
            world.clock.move(days: 2)
            #expect(try await first(job.iccids[1..<4]) == .awaitingSecondReview)
            #expect(try await first(job.iccids[1..<3]) == .approved)
        }
    }

    @Test func `an end of the whole and a change of who answers are about all cards, though they name none`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let begun = try await job.registered()
            let many = ReviewPolicy(twoReviewers: [ReviewCondition(cardsAtLeast: 3)])
            _ = try await world.installation.setReviewPolicy(as: job.administrator, many, validFrom: nil, after: 0)
            let succeeded = try await job.changed(
                begun.registration, .changeRole, slots: [.responsiblePersonIDFront, .responsiblePersonIDBack]
            ) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.successor
            }
            #expect(succeeded.state == .awaitingSecondReview)
            let part = try await job.handedInChange(begun.registration, .end, cards: .numbers([job.iccids[0]])) { _ in }
            #expect(try await decide(job, part, part.version, by: job.reviewer, .approve).state == .approved)
            #expect(try await job.changed(begun.registration, .end) { _ in }.state == .awaitingSecondReview)
        }
    }

    @Test func `only the operating company sets it, over the version it read, and what covers nothing is refused`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let shiming = world.installation
            let manager = MainJob.staff(
                [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 60)
            for stranger in [manager, job.reviewer, job.clerk] {
                await #expect(throws: Refusal.notPermitted) {
                    try await shiming.setReviewPolicy(as: stranger, Self.everyCase, validFrom: nil, after: 0)
                }
            }
            await #expect(throws: Refusal.notPermitted) { try await shiming.listReviewPolicies(as: manager) }
            let wrong = [
                ReviewPolicy(reAuditPermille: 1_001), ReviewPolicy(reAuditPermille: -1),
                ReviewPolicy(twoReviewers: [ReviewCondition(kinds: [])]), ReviewPolicy(twoReviewers: [ReviewCondition(cardsAtLeast: 0)]),
                ReviewPolicy(twoReviewers: Array(repeating: ReviewCondition(), count: 21)),
            ]
            for policy in wrong {
                await #expect(throws: Refusal.self) {
                    try await shiming.setReviewPolicy(as: job.administrator, policy, validFrom: nil, after: 0)
                }
            }
            await #expect(throws: Refusal.self) {
                try await shiming.setReviewPolicy(
                    as: job.administrator, Self.everyCase, validFrom: world.clock.now().adding(seconds: -1), after: 0)
            }
            let full = ReviewPolicy(
                reAuditPermille: 50,
                twoReviewers: [
                    ReviewCondition(subjects: [.unit, .person], kinds: [.register, .end], channels: [.agent, .hall], cardsAtLeast: 1_000)
                ])
            #expect(try await shiming.setReviewPolicy(as: job.administrator, full, validFrom: nil, after: 0).ordinal == 1)
            await #expect(throws: Refusal.stale) {
                try await shiming.setReviewPolicy(as: job.compliance, .none, validFrom: nil, after: 0)
            }
            #expect(try await shiming.setReviewPolicy(as: job.compliance, .none, validFrom: nil, after: 1).ordinal == 2)
            let known = try await shiming.listReviewPolicies(as: job.compliance).rows
            #expect(known.map(\.policy) == [.none, full], "what was set is read as it was set")
        }
    }
}
