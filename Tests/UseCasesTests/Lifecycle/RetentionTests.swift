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

    @Test func `after two years it is sealed: no masked answer, and no reveal for whoever has no approved request`() async throws {
        try await cancelled { lives, _ in
            let card = CardQuestion.iccid(lives.job.iccids[0])
            lives.world.clock.set(try shanghai(2028, 6, 2))
            let masked = try await lives.shiming.answer(as: lives.job.compliance, card, at: try march())
            #expect(masked.phase.name == "deep-freeze")
            #expect(masked.isWithheld && masked.roles.isEmpty && masked.evidence.isEmpty)
            await #expect(throws: Refusal.sealed) {
                try await lives.shiming.reveal(as: lives.job.compliance, card, at: try march(), purpose: "案件 2028-7 协查")
            }
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
            #expect(
                report.figures.live == 0 && report.figures.retention == 1 && report.figures.deepFreeze == 0 && report.cardsCancelled == 4)
            #expect(report.lines.rows.map(\.registration) == [begun.registration])
            #expect(report.lines.rows.map(\.phase.name) == ["retention"])
            lives.world.clock.set(try shanghai(2028, 6, 1, hour: 23))
            report = try await lives.shiming.retentionReport(as: lives.job.compliance)
            #expect(report.figures.retention == 1)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            report = try await lives.shiming.retentionReport(as: lives.job.compliance)
            #expect(report.figures.retention == 0 && report.figures.deepFreeze == 1)
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

    @Test func `R-LC-06: a cancelled card that had no number comes again at once, and inherits nothing`() async throws {
        try await cancelled { lives, _ in
            let again = [lives.job.iccids[0]]
            try await lives.job.stock(again, batch: "again", product: "directed-30m")
            let answer = try await lives.shiming.answer(as: lives.job.compliance, .iccid(again[0]))
            #expect(answer.standing == .unregistered)
            #expect(answer.service.state == .stock)
        }
    }

    @Test func `who still answers by another registration is read there, and not by the one that ended: unit, persons and evidence`()
        async throws
    {
        try await withLives(registered: false) { lives, _ in
            let job = lives.job
            let ended = try await registered(job, cards: [0, 1])
            let live = try await registered(job, cards: [2, 3])
            let versions = try await lives.shiming.store.read {
                try $0.count("SELECT COUNT(DISTINCT identity) FROM role_succession WHERE role = \(PartyRole.responsiblePerson.rawValue)")
            }
            #expect(versions == 1, "Both rest on the same version of the same identity.")
            try await lives.change(.activate, [0, 1, 2, 3])
            try await lives.change(.cancel, [0, 1])
            try await lives.sweep(at: 2026, 6, 1)
            #expect(try await lives.standing(0).state == .cancelled)
            for (registration, state) in [(ended, RegistrationState.ended), (live, .registered)] {
                let view = try await lives.shiming.readRegistration(as: job.compliance, registration.registration)
                #expect(view.registration.state == state)
            }
            for at in [nil, try march()] {
                let there = try await lives.shiming.answer(as: job.clerk, .iccid(job.iccids[2]), at: at)
                #expect(there.phase == .live && !there.isWithheld)
                #expect(there.roles[.responsiblePerson] != nil && there.unit != nil && !there.evidence.isEmpty)
            }
            for someone in [job.clerk, job.reviewer, job.auditor] {
                let here = try await lives.shiming.answer(as: someone, .iccid(job.iccids[0]), at: try march())
                #expect(here.phase.name == "retention" && here.isWithheld)
                #expect(here.roles.isEmpty && here.unit == nil && here.usingDepartment == nil && here.evidence.isEmpty)
            }
            let traced = try await lives.shiming.answer(as: job.compliance, .iccid(job.iccids[0]), at: try march())
            #expect(!traced.isWithheld && traced.roles[.responsiblePerson] != nil && !traced.evidence.isEmpty)
        }
    }

    @Test func `a card that ended alone is frozen, though its registration answers for the others`() async throws {
        try await withLives { lives, begun in
            try await lives.change(.activate, [0, 1])
            try await lives.change(.cancel, [0])
            try await lives.sweep(at: 2026, 6, 1)
            let here = try await lives.shiming.answer(as: lives.job.clerk, .iccid(lives.job.iccids[0]), at: try march())
            #expect(here.isWithheld && here.roles.isEmpty && here.unit == nil)
            let there = try await lives.shiming.answer(as: lives.job.clerk, .iccid(lives.job.iccids[1]), at: try march())
            #expect(!there.isWithheld && there.unit != nil)
            #expect(here.registration == there.registration && there.registration == begun?.registration)
        }
    }

    @Test func `of a registration that has ended business reads neither persons nor papers, anywhere`() async throws {
        try await withLives(registered: false) { lives, _ in
            let job = lives.job, shiming = lives.shiming
            let ended = try await registered(job, cards: [0, 1])
            let live = try await registered(job, cards: [2, 3])
            try await lives.change(.activate, [0, 1, 2, 3])
            func piece(_ begun: BegunApplication) async throws -> EvidenceID {
                try #require(try await shiming.readApplication(as: job.reviewer, begun.application).evidence?.first?.evidence)
            }
            let (frozen, used) = (try await piece(ended), try await piece(live))
            try await lives.change(.cancel, [0, 1])
            try await lives.sweep(at: 2026, 6, 1)
            for someone in [job.clerk, job.reviewer] {
                let view = try await shiming.readRegistration(as: someone, ended.registration)
                #expect(view.isWithheld && view.roles.isEmpty && view.registration.state == .ended)
                #expect(try await shiming.listRegistrationRoles(as: someone, ended.registration).isEmpty)
                let paper = try await shiming.readApplication(as: someone, ended.application)
                #expect(paper.isWithheld && paper.content == nil && paper.evidence == nil && paper.opinions.isEmpty)
                let there = try await shiming.readRegistration(as: someone, live.registration)
                #expect(!there.isWithheld && !there.roles.isEmpty)
                #expect(try await shiming.readApplication(as: someone, live.application).content != nil)
            }
            let purpose = "客户投诉 88"
            await #expect(throws: Refusal.keptForTracing) {
                try await shiming.revealApplication(as: job.reviewer, ended.application, purpose: purpose)
            }
            await #expect(throws: Refusal.keptForTracing) { try await shiming.openEvidence(as: job.reviewer, frozen, purpose: purpose) }
            #expect(try await shiming.openEvidence(as: job.reviewer, used, purpose: purpose).bytes.isEmpty == false)
            #expect(try await shiming.revealApplication(as: job.reviewer, live.application, purpose: purpose).content != nil)
            // Compliance traces.
            #expect(try await shiming.readRegistration(as: job.compliance, ended.registration).roles.isEmpty == false)
            #expect(try await shiming.revealApplication(as: job.compliance, ended.application, purpose: "公安调证 2026-130").content != nil)
            #expect(try await shiming.openEvidence(as: job.compliance, frozen, purpose: "公安调证 2026-130").bytes.isEmpty == false)
        }
    }

    private func registered(_ job: MainJob, cards: [Int]) async throws -> BegunApplication {
        let begun = try await job.begun(cards: .numbers(cards.map { job.iccids[$0] }))
        let handed = try await job.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
        _ = try await job.installation.decideApplication(
            as: job.reviewer, begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
        return begun
    }
}
