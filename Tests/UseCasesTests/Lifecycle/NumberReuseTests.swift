import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A number that is used again, R-LC-06")
struct NumberReuseTests {
    private static let number = MainJob.msisdn(7)

    /// A card with this number in the company's stock; the codes of what the intake found wrong.
    private func take(_ card: Int, _ number: String, of job: MainJob) async throws -> [String] {
        let file = "ICCID,接入号\n\(MainJob.iccid(card)),\(number)\n"
        let intake = try await job.installation.createIntake(
            as: job.administrator, IntakeRequest(kind: .stock, batch: "N-\(card)", product: "directed-30m", province: 31),
            body: OneChunk(Array(file.utf8)))
        while try await job.installation.runNextIntake() {}
        return try await job.installation.listIntakeProblems(as: job.administrator, intake.id, limit: 10).rows.map(\.code)
    }

    private func allocate(_ card: Int, to agent: OrganisationID, of job: MainJob) async throws {
        _ = try await job.installation.allocateCards(as: job.administrator, .batch("N-\(card)"), to: agent)
    }

    private func register(_ card: Int, by clerk: Principal, of job: MainJob) async throws {
        let begun = try await job.begun(as: clerk, cards: .batch("N-\(card)"))
        let handed = try await job.installation.submitApplication(as: clerk, begun.application, version: begun.version)
        _ = try await job.installation.decideApplication(
            as: job.reviewer, begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
    }

    /// Card 700 with the number, registered in March by the agent's clerk and cancelled by the first of June.
    private func cancelled(_ body: (LifeSteps) async throws -> Void) async throws {
        try await withLives(registered: false) { lives, _ in
            let job = lives.job
            #expect(try await take(700, Self.number, of: job) == [])
            try await allocate(700, to: job.agent.id, of: job)
            try await register(700, by: job.clerk, of: job)
            for command in [LifeCommand.activate, .cancel] {
                _ = try await lives.shiming.changeLives(as: lives.controller, .numbers([MainJob.iccid(700)]), LifeWish(command))
            }
            try await lives.sweep(at: 2026, 6, 1)
            try await body(lives)
        }
    }

    private func march() throws -> Instant { try shanghai(2026, 3, 20) }

    @Test func `invariant 10: frozen for ninety days and refused meanwhile, then taken; asked by it now the new card, then the old holder`()
        async throws
    {
        try await cancelled { lives in
            let job = lives.job, shiming = lives.shiming
            let asked = CardQuestion.msisdn(Self.number)
            // Ninety days after the first of June the thirtieth of August ends.
            lives.world.clock.set(try shanghai(2026, 8, 29, hour: 12))
            #expect(try await take(701, Self.number, of: job) == ["number-on-another-card"])
            lives.world.clock.set(Instant(milliseconds: try shanghai(2026, 8, 31).milliseconds - 1))
            #expect(try await take(701, Self.number, of: job) == ["number-on-another-card"])
            let frozen = try await shiming.answer(as: job.compliance, asked)
            #expect(frozen.iccid == MainJob.iccid(700) && frozen.standing == .vacant && frozen.service.state == .cancelled)

            lives.world.clock.set(try shanghai(2026, 8, 31))
            #expect(try await take(701, Self.number, of: job) == [])
            #expect(try await take(702, Self.number, of: job) == ["number-on-another-card"], "It is another's again.")
            for someone in [job.compliance, job.reviewer, job.auditor] {
                let now = try await shiming.answer(as: someone, asked)
                #expect(now.iccid == MainJob.iccid(701) && now.standing == .unregistered && now.service.state == .stock)
                #expect(now.registration == nil && now.roles.isEmpty && now.unit == nil && now.evidence.isEmpty && now.phase == .live)
            }
            for someone in [job.clerk, job.reviewer, job.auditor] {
                let then = try await shiming.answer(as: someone, asked, at: try march())
                #expect(then.iccid == MainJob.iccid(700) && then.phase.name == "retention")
                #expect(then.isWithheld && then.roles.isEmpty && then.unit == nil && then.evidence.isEmpty)
            }
            let told = try await shiming.reveal(as: job.compliance, asked, at: try march(), purpose: "公安调证 2026-120")
            #expect(told.iccid == MainJob.iccid(700) && told.roles[.responsiblePerson]?.name == InventedPapers.responsible.name)
            _ = try await shiming.sequenceTrail()
            #expect(try await shiming.checkStore().findings == [])
        }
    }

    @Test func `whoever has the number next sees nothing of who had it, and registers it as any other`() async throws {
        try await cancelled { lives in
            let job = lives.job, shiming = lives.shiming
            let asked = CardQuestion.msisdn(Self.number)
            lives.world.clock.set(try shanghai(2026, 8, 31))
            #expect(try await take(701, Self.number, of: job) == [])
            try await allocate(701, to: job.otherAgent.id, of: job)
            #expect(try await shiming.answer(as: job.otherClerk, asked).standing == .unregistered)
            await #expect(throws: Refusal.notFound) { try await shiming.answer(as: job.otherClerk, asked, at: try march()) }
            await #expect(throws: Refusal.notFound) { try await shiming.answer(as: job.otherClerk, .iccid(MainJob.iccid(700))) }
            // Who had it has nothing of the new card either.
            await #expect(throws: Refusal.notFound) { try await shiming.answer(as: job.clerk, asked) }
            try await register(701, by: job.otherClerk, of: job)
            let now = try await shiming.answer(as: job.otherClerk, asked)
            #expect(now.iccid == MainJob.iccid(701) && now.standing == .registered && !now.isWithheld)
            let old = try await shiming.answer(as: job.compliance, .iccid(MainJob.iccid(700)))
            #expect(old.standing == .vacant && old.registration == nil)
            // On the day before it was taken the number was still the old card's, and nobody's.
            let between = try await shiming.answer(as: job.compliance, asked, at: try shanghai(2026, 8, 30))
            #expect(between.iccid == MainJob.iccid(700) && between.standing == .vacant)
        }
    }

    @Test func `a card's life tells where its number stands: in use, frozen for ninety days, then free`() async throws {
        try await cancelled { lives in
            let free = try shanghai(2026, 8, 31)
            let frozen = try await lives.life(of: MainJob.iccid(700))
            #expect(frozen.number == .frozen && frozen.numberFreeFrom == free)
            lives.world.clock.set(free)
            #expect(try await lives.life(of: MainJob.iccid(700)).number == .free)
            #expect(try await take(701, MainJob.msisdn(8), of: lives.job) == [])
            let used = try await lives.life(of: MainJob.iccid(701))
            #expect(used.number == .inUse && used.numberFreeFrom == nil)
            #expect(try await lives.life(0).number == nil, "It has none.")
        }
    }
}
