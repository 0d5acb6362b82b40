import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

/// What suites about the keys of frozen registrations begin with.
protocol FrozenCases: Sendable {}

extension FrozenCases {
    static var number: String { "沪公网安调证〔2028〕77号" }
    static var reason: String { "涉诈案件协查" }

    func colleague(_ job: MainJob) -> Principal {
        MainJob.staff([.compliance], in: job.administrator.organisation, scope: .everything, 61)
    }

    func march() throws -> Instant { try shanghai(2026, 3, 20) }

    /// Registered in March 2026, cards 0 and 1 by one registration, 2 and 3 by another; those of `ended` are cancelled by June, and it is June 2028.
    /// Card 4 is nobody's yet. Two approve where the policy wants two; each writes the note and the remark.
    func frozen(
        _ ended: [Int] = [0, 1, 2, 3], policy: ReviewPolicy = .none, note: String? = nil, remark: String? = nil,
        _ body: (LifeSteps, BegunApplication, TwoCustodians) async throws -> Void
    ) async throws {
        try await withLives(cards: 5, registered: false) { lives, _ in
            let job = lives.job, shiming = lives.shiming
            if policy != ReviewPolicy.none {
                _ = try await shiming.setReviewPolicy(as: job.administrator, policy, validFrom: nil, after: 0)
            }
            let reviewers = policy.twoReviewers.isEmpty ? [job.reviewer] : [job.reviewer, job.secondReviewer]
            var begun: [BegunApplication] = []
            for cards in [[0, 1], [2, 3]] {
                let draft = try await job.begun(cards: .numbers(cards.map { job.iccids[$0] }))
                var version = try await shiming.submitApplication(as: job.clerk, draft.application, version: draft.version).version
                for reviewer in reviewers {
                    version = try await shiming.decideApplication(
                        as: reviewer, draft.application, version: version, verdict: .approve, reasons: [], note: note, remark: remark
                    ).version
                }
                begun.append(draft)
            }
            try await lives.change(.activate, [0, 1, 2, 3])
            try await lives.change(.cancel, ended)
            try await lives.sweep(at: 2026, 6, 1)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            try await body(lives, begun[0], TwoCustodians())
        }
    }

    /// People work: where nobody does, the time of day is not believed.
    func work(_ lives: LifeSteps) async throws {
        _ = try await lives.job.upload([.unitDocument], as: lives.job.clerk)
    }

    /// Answers how many registrations were looked at.
    @discardableResult
    func depositAll(_ lives: LifeSteps) async throws -> Int {
        try await work(lives)
        var looked = 0
        while true {
            let now = try await lives.shiming.depositKeys()
            guard now > 0 else { return looked }
            looked += now
        }
    }

    func approved(_ lives: LifeSteps, _ card: Int = 0) async throws -> StoredOpening {
        let asked = try await lives.shiming.askForOpening(
            as: lives.job.compliance, .iccid(lives.job.iccids[card]), at: try march(), caseNumber: Self.number, reason: Self.reason)
        return try await lives.shiming.decideOpening(as: colleague(lives.job), asked.id, .approve, note: nil)
    }

    func reveal(_ lives: LifeSteps, _ card: Int = 0, as principal: Principal? = nil) async throws -> CardAnswer {
        try await lives.shiming.reveal(
            as: principal ?? lives.job.compliance, .iccid(lives.job.iccids[card]), at: try march(), purpose: Self.reason)
    }

    @discardableResult
    func handIn(
        _ lives: LifeSteps, _ opening: SealedOpeningID, _ custodians: TwoCustodians, _ side: CustodianSide
    ) async throws -> StoredOpening {
        let file = try await lives.shiming.askCustodian(as: lives.job.compliance, opening, side)
        return try await lives.shiming.handInAnswer(as: lives.job.compliance, opening, file: try custodians.answer(file, side, lives))
    }

    func figures(_ lives: LifeSteps) async throws -> RetentionFigures {
        try await lives.shiming.retentionFigures(as: lives.job.compliance)
    }

    func count(_ sql: SQLText, _ lives: LifeSteps) async throws -> Int { try await lives.shiming.store.read { try $0.count(sql) } }

    func demandSound(_ lives: LifeSteps) async throws {
        while try await lives.shiming.sequenceTrail() > 0 {}
        #expect(try await lives.shiming.checkStore().findings == [])
    }
}
