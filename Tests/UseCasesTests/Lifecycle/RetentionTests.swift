import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What is kept after the end")
struct RetentionTests {
    /// Registered in March, cancelled by the first of June.
    private func cancelled(_ body: (LifeSteps, BegunApplication) async throws -> Void) async throws {
        try await withLives { lives, begun in
            try await lives.change(.activate, [0, 1, 2, 3])
            try await lives.change(.cancel, [0, 1, 2, 3])
            try await lives.sweep(at: 2026, 6, 1)
            #expect(try await lives.standing(0).state == .cancelled)
            try await body(lives, try #require(begun))
        }
    }

    private func march() throws -> Instant { try shanghai(2026, 3, 20) }

    @Test func `asked who held it last March, the entitled still get the name and the clerk does not`() async throws {
        try await cancelled { lives, _ in
            let card = CardQuestion.iccid(lives.job.iccids[0])
            let told = try await lives.shiming.reveal(
                as: lives.job.compliance, card, at: try march(), purpose: "公安调证 2026-118")
            #expect(told.standing == .registered)
            #expect(told.roles[.responsiblePerson]?.name == InventedPapers.responsible.name)
            #expect(told.unit != nil)
            #expect(told.phase.name == "retention")
            for someone in [lives.job.clerk, lives.job.reviewer, lives.job.auditor] {
                let answer = try await lives.shiming.answer(as: someone, card, at: try march())
                #expect(answer.standing == .registered)
                #expect(answer.isWithheld)
                #expect(answer.roles.isEmpty)
                #expect(answer.unit == nil)
                #expect(answer.evidence.isEmpty)
            }
            let reviewed = try await lives.shiming.reveal(as: lives.job.reviewer, card, at: try march(), purpose: "客户投诉 88")
            #expect(reviewed.roles.isEmpty)
        }
    }

    @Test func `now nobody answers, and the registration has ended with its last card`() async throws {
        try await cancelled { lives, begun in
            let answer = try await lives.shiming.answer(as: lives.job.compliance, .iccid(lives.job.iccids[0]))
            #expect(answer.standing == .vacant)
            #expect(answer.service.state == .cancelled)
            let registration = try await lives.shiming.readRegistration(as: lives.job.compliance, begun.registration).registration
            #expect(registration.state == .ended)
            #expect(registration.cards == 0)
        }
    }

    @Test func `after two years it is sealed: no masked answer, only a reveal with its purpose`() async throws {
        try await cancelled { lives, _ in
            let card = CardQuestion.iccid(lives.job.iccids[0])
            lives.world.clock.set(try shanghai(2028, 6, 2))
            let masked = try await lives.shiming.answer(as: lives.job.compliance, card, at: try march())
            #expect(masked.phase.name == "deep-freeze")
            #expect(masked.isWithheld && masked.roles.isEmpty)
            let told = try await lives.shiming.reveal(as: lives.job.compliance, card, at: try march(), purpose: "案件 2028-7 协查")
            #expect(told.roles[.responsiblePerson]?.name == InventedPapers.responsible.name)
        }
    }

    @Test func `who asks for deletion is told the ground of the phase, and nothing is deleted`() async throws {
        try await cancelled { lives, _ in
            let card = CardQuestion.iccid(lives.job.iccids[0])
            let phase = try await lives.shiming.answerDeletion(as: lives.job.clerk, card, at: try march())
            #expect(phase.name == "retention")
            #expect(phase.requirement == "R-25-14")
            await #expect(throws: Refusal.self) { try await lives.shiming.answerDeletion(as: lives.job.clerk, card, at: nil) }
            let told = try await lives.shiming.reveal(as: lives.job.compliance, card, at: try march(), purpose: "公安调证 2026-119")
            #expect(!told.roles.isEmpty)
        }
    }

    @Test func `the report counts what is live, kept and sealed, for compliance only`() async throws {
        try await cancelled { lives, begun in
            var report = try await lives.shiming.retentionReport(as: lives.job.compliance)
            #expect(report.live == 0 && report.retention == 1 && report.deepFreeze == 0 && report.cardsCancelled == 4)
            #expect(report.lines.rows.map(\.registration) == [begun.registration])
            #expect(report.lines.rows.map(\.phase.name) == ["retention"])
            lives.world.clock.set(try shanghai(2028, 6, 1, hour: 23))
            report = try await lives.shiming.retentionReport(as: lives.job.compliance)
            #expect(report.retention == 1)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            report = try await lives.shiming.retentionReport(as: lives.job.compliance)
            #expect(report.retention == 0 && report.deepFreeze == 1)
            for someone in [lives.job.clerk, lives.job.reviewer, lives.job.auditor, lives.job.administrator] {
                await #expect(throws: Refusal.notPermitted) { try await lives.shiming.retentionReport(as: someone) }
            }
        }
    }

    @Test func `a cancelled card is registered by nobody any more`() async throws {
        try await cancelled { lives, _ in
            let begun = try await lives.job.begun()
            await #expect(throws: Refusal.self) {
                try await lives.shiming.submitApplication(as: lives.job.clerk, begun.application, version: begun.version)
            }
            let cards = try await lives.shiming.examineCards(as: lives.job.clerk, begun.application, most: 10)
            #expect(cards.fit == 0)
            #expect(cards.reasons.map(\.reason.code) == ["card-cancelled"])
            #expect(cards.leftOut.map(\.iccid) == lives.job.iccids)
        }
    }

    @Test func `a number that was frozen its time is taken by a new card, which inherits nothing`() async throws {
        try await cancelled { lives, _ in
            // These cards have no numbers: their SIMs are free at once, and the new life is another subscription.
            let again = [lives.job.iccids[0]]
            try await lives.job.stock(again, batch: "again", product: "directed-30m")
            let answer = try await lives.shiming.answer(as: lives.job.administratorReader, .iccid(again[0]))
            #expect(answer.standing == .unregistered)
            #expect(answer.service.state == .stock)
        }
    }
}

extension MainJob {
    fileprivate var administratorReader: Principal { compliance }
}
