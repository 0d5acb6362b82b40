import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A legal hold")
struct LegalHoldTests {
    private static let number = "沪01民初〔2027〕418号"
    private static let reason = "民事诉讼证据保全"

    private static let june = Instant(milliseconds: 1_780_243_200_000)

    private func march() throws -> Instant { try shanghai(2026, 3, 20) }

    /// Cards 0 and 1, and 2 and 3, registered in March 2026 for the same people; all cancelled by June.
    private func ended(_ body: (LifeSteps) async throws -> Void) async throws {
        try await withLives(registered: false) { lives, _ in
            let job = lives.job
            for cards in [[0, 1], [2, 3]] {
                let draft = try await job.begun(cards: .numbers(cards.map { job.iccids[$0] }))
                let handed = try await lives.shiming.submitApplication(as: job.clerk, draft.application, version: draft.version)
                _ = try await lives.shiming.decideApplication(
                    as: job.reviewer, draft.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            }
            try await lives.change(.activate, [0, 1, 2, 3])
            try await lives.change(.cancel, [0, 1, 2, 3])
            try await lives.sweep(at: 2026, 6, 1)
            try await body(lives)
        }
    }

    private func wish(_ lives: LifeSteps, _ card: Int = 0, role: PartyRole? = nil) throws -> HoldWish {
        HoldWish(
            .iccid(lives.job.iccids[card]), at: try march(), role: role, caseNumber: Self.number, reason: Self.reason)
    }

    private func phase(_ lives: LifeSteps, _ card: Int = 0, as principal: Principal? = nil) async throws -> RetentionPhase {
        try await lives.shiming.answerDeletion(
            as: principal ?? lives.job.compliance, .iccid(lives.job.iccids[card]), at: try march())
    }

    @Test func `while a card is held it is not sealed; released, by an act of its own with its reason, it is at once`() async throws {
        try await ended { lives in
            let shiming = lives.shiming, job = lives.job
            let hold = try await shiming.placeHold(as: job.compliance, try wish(lives))
            #expect(try await phase(lives) == .legalHold(since: Self.june, isSealed: false))
            #expect(try await phase(lives, 2).name == "retention", "The other registration is not held.")
            lives.world.clock.set(try shanghai(2030, 1, 1))
            let answer = try await phase(lives)
            #expect(answer.name == "legal-hold" && answer.requirement == "R-DP-07" && answer.until == nil)
            #expect(try await phase(lives, 2).name == "deep-freeze")
            // Compliance reads on, nobody else does.
            let traced = try await shiming.answer(as: job.compliance, .iccid(job.iccids[0]), at: try march())
            #expect(!traced.isWithheld && traced.roles[.responsiblePerson] != nil)
            var report = try await shiming.retentionReport(as: job.compliance)
            #expect(
                report.figures.legalHold == 1 && report.figures.deepFreeze == 1 && report.figures.retention == 0 && report.figures.live == 0
            )
            #expect(report.lines.rows.map(\.phase.name).sorted() == ["deep-freeze", "legal-hold"])

            let name = InventedPapers.responsible.name ?? ""
            for (reason, code) in [
                ("", "purpose-needed"), ("   ", "purpose-needed"), ("核查 11010519491231002X", "personal-number-in-text"),
                ("\(name)一案已结", "personal-name-in-text"),
            ] {
                let refused = try await refusalCode { _ = try await shiming.releaseHold(as: job.compliance, hold.id, reason: reason) }
                #expect(refused == code)
            }
            #expect(try await phase(lives).name == "legal-hold")
            let released = try await shiming.releaseHold(as: job.administrator, hold.id, reason: "案件已结案")
            #expect(released.release?.by == job.administrator.account)
            await #expect(throws: Refusal.holdReleased) { try await shiming.releaseHold(as: job.compliance, hold.id, reason: "再次解除") }
            #expect(try await phase(lives) == .deepFreeze(since: lives.world.clock.now()))
            report = try await shiming.retentionReport(as: job.compliance)
            #expect(report.figures.legalHold == 0 && report.figures.deepFreeze == 2)
            #expect(try await shiming.listHolds(as: job.compliance).rows.map(\.id) == [hold.id])
            _ = try await shiming.sequenceTrail()
            #expect(try await shiming.checkStore().findings == [])
            let acts = try await shiming.listTrail(as: job.auditor).rows.map(\.action).filter { $0.hasPrefix("legal-hold.") }
            #expect(acts.sorted() == ["legal-hold.placed", "legal-hold.released"])
        }
    }

    @Test func `somebody held is held wherever he answered; what is sealed stays so, and opens by two alone`() async throws {
        try await ended { lives in
            let shiming = lives.shiming, job = lives.job
            lives.world.clock.set(try shanghai(2028, 7, 1))
            _ = try await shiming.placeHold(as: job.administrator, try wish(lives, role: .responsiblePerson))
            for card in [0, 2] { #expect(try await phase(lives, card) == .legalHold(since: Self.june, isSealed: true)) }
            await #expect(throws: Refusal.sealed) {
                try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), at: try march(), purpose: "案件 2028-7 协查")
            }
            #expect(try await shiming.retentionReport(as: job.compliance).figures.legalHold == 2)
            let hold = try #require(try await shiming.listHolds(as: job.compliance).rows.first)
            await #expect(throws: Refusal.personalNameInText.at("/reason"), "Somebody held is not named when he is released.") {
                try await shiming.releaseHold(as: job.compliance, hold.id, reason: "\(InventedPapers.responsible.name ?? "")一案已结")
            }
        }
    }

    @Test func `what is held before its end is live until then, and held from the first day after`() async throws {
        try await withLives { lives, _ in
            let shiming = lives.shiming, job = lives.job
            _ = try await shiming.placeHold(
                as: job.compliance, HoldWish(.iccid(job.iccids[0]), role: .responsiblePerson, caseNumber: Self.number, reason: Self.reason))
            #expect(try await shiming.answerDeletion(as: job.compliance, .iccid(job.iccids[0]), at: nil) == .live)
            #expect(try await shiming.answer(as: job.clerk, .iccid(job.iccids[0])).roles.isEmpty == false)
            try await lives.change(.activate, [0])
            try await lives.change(.cancel, [0])
            try await lives.sweep(at: 2026, 6, 1)
            #expect(try await phase(lives).name == "legal-hold")
        }
    }

    @Test func `those in force stand before those that were released, and what is kept is counted without the cards`() async throws {
        try await ended { lives in
            let shiming = lives.shiming, job = lives.job
            let first = try await shiming.placeHold(as: job.compliance, try wish(lives))
            lives.world.clock.move(seconds: 1)
            let second = try await shiming.placeHold(as: job.compliance, try wish(lives, 2))
            lives.world.clock.move(seconds: 1)
            let third = try await shiming.placeHold(as: job.compliance, try wish(lives, 3))
            _ = try await shiming.releaseHold(as: job.compliance, third.id, reason: "案件已结案")
            #expect(try await shiming.listHolds(as: job.compliance).rows.map(\.id) == [third.id, second.id, first.id])
            #expect(try await shiming.holdsInForceFirst(as: job.compliance).map(\.id) == [second.id, first.id, third.id])
            #expect(try await shiming.holdsInForceFirst(as: job.compliance, limit: 1).map(\.id) == [second.id])
            let figures = try await shiming.retentionFigures(as: job.compliance)
            #expect(try await shiming.retentionReport(as: job.compliance).figures == figures)
            #expect(figures.legalHold == 2 && figures.retention == 0)
            for someone in [job.clerk, job.reviewer, job.auditor] {
                await #expect(throws: Refusal.notPermitted) { try await shiming.holdsInForceFirst(as: someone) }
                await #expect(throws: Refusal.notPermitted) { try await shiming.retentionFigures(as: someone) }
            }
        }
    }

    @Test func `nobody is told of a hold who has no part in it`() async throws {
        try await ended { lives in
            let shiming = lives.shiming, job = lives.job
            _ = try await shiming.placeHold(as: job.compliance, try wish(lives))
            for someone in [job.clerk, job.reviewer, job.auditor] {
                #expect(try await phase(lives, as: someone).name == "retention")
                let answer = try await shiming.answer(as: someone, .iccid(job.iccids[0]), at: try march())
                #expect(answer.phase.name == "retention" && answer.isWithheld)
                await #expect(throws: Refusal.notPermitted) { try await shiming.listHolds(as: someone) }
                await #expect(throws: Refusal.notPermitted) { try await shiming.placeHold(as: someone, try wish(lives)) }
            }
            #expect(try await shiming.listHolds(as: job.administrator).rows.count == 1)
        }
    }

    @Test func `without a case number, a reason or somebody to hold, nothing is held`() async throws {
        try await ended { lives in
            let shiming = lives.shiming, job = lives.job
            var without = try wish(lives)
            without.caseNumber = ""
            await #expect(throws: Refusal.caseNumberNeeded.at("/caseNumber")) { try await shiming.placeHold(as: job.compliance, without) }
            var unsaid = try wish(lives)
            unsaid.reason = ""
            await #expect(throws: Refusal.purposeNeeded.at("/reason")) { try await shiming.placeHold(as: job.compliance, unsaid) }
            var naming = try wish(lives)
            naming.reason = "保全\(InventedPapers.responsible.name ?? "")的登记"
            await #expect(throws: Refusal.personalNameInText.at("/reason")) { try await shiming.placeHold(as: job.compliance, naming) }
            var numbered = try wish(lives)
            numbered.caseNumber = "\(InventedPapers.responsible.name ?? "")案418号"
            await #expect(throws: Refusal.personalNameInText.at("/caseNumber")) {
                try await shiming.placeHold(as: job.compliance, numbered)
            }
            await #expect(throws: Refusal.nothingKept) { try await shiming.placeHold(as: job.compliance, try wish(lives, role: .guardian)) }
            await #expect(throws: Refusal.notFound) {
                try await shiming.placeHold(
                    as: job.compliance, HoldWish(.iccid(MainJob.iccid(999)), caseNumber: Self.number, reason: Self.reason))
            }
            #expect(try await shiming.listHolds(as: job.compliance).rows.isEmpty)
        }
    }
}
