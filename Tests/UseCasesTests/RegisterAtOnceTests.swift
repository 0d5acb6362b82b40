import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A registration begun and handed in as one act")
struct RegisterAtOnceTests {
    private func content(_ job: MainJob, _ edit: (inout ApplicationContent) -> Void = { _ in }) async throws -> ApplicationContent {
        var content = InventedPapers.application(evidence: try await job.upload(InventedPapers.agentSlots, as: job.clerk))
        edit(&content)
        return content
    }

    private func begin(
        _ job: MainJob, cards: CardSelector = .batch(MainJob.batch), _ edit: (inout ApplicationContent) -> Void = { _ in }
    ) async throws -> BegunApplication {
        try await job.installation.registerAtOnce(as: job.clerk, channel: .agent, content: content(job, edit), cards: cards)
    }

    /// Rows of every table that a registration writes to.
    private func rows(_ world: World) async throws -> [Int] {
        try await world.installation.store.read { session in
            try [
                session.count("SELECT COUNT(*) FROM registration"), session.count("SELECT COUNT(*) FROM registration_state"),
                session.count("SELECT COUNT(*) FROM application"), session.count("SELECT COUNT(*) FROM application_interval"),
                session.count("SELECT COUNT(*) FROM submission"), session.count("SELECT COUNT(*) FROM submission_role"),
                session.count("SELECT COUNT(*) FROM rule_judgement"), session.count("SELECT COUNT(*) FROM party"),
                session.count("SELECT COUNT(*) FROM identity_version"), session.count("SELECT COUNT(*) FROM identity_search"),
                session.count("SELECT COUNT(*) FROM data_key"), session.count("SELECT COUNT(*) FROM trail_entry"),
            ]
        }
    }

    @Test func `it comes to the same as the three steps, and a reviewer decides on it`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 20)
            let begun = try await begin(job)
            #expect(begun.cards == 20)
            let view = try await world.installation.readApplication(as: job.reviewer, begun.application)
            #expect(view.application.state == .submitted)
            #expect(view.application.version == begun.version)
            #expect(view.content?.responsiblePerson?.name == "司**")
            #expect(view.checks.map(\.code) == begun.submitted?.checks.map(\.code))
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 20)
            let answer = try await world.installation.answer(as: job.clerk, .iccid(job.iccids[7]))
            #expect(answer.unit?.code == InventedPapers.unit.documentNumber)
            #expect(answer.registration == begun.registration)
            #expect(try await findings(world) == [])
        }
    }

    @Test func `what the machine finds is the same as in three steps`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let stepwise = try await job.submitted()
            let steps = try await world.installation.readApplication(as: job.reviewer, stepwise.application).checks
            let begun = try await begin(job)
            let atOnce = try await world.installation.readApplication(as: job.reviewer, begun.application).checks
            #expect(
                atOnce.map { [$0.verdict, $0.code, $0.requirement, $0.subject, "\($0.count)"] }
                    == steps.map { [$0.verdict, $0.code, $0.requirement, $0.subject, "\($0.count)"] })
            #expect(steps.allSatisfy { $0.method == "machine" && $0.provider == "shiming" && $0.recordedAt == world.clock.now() })
        }
    }

    @Test func `sent back it is edited and handed in again with its cards`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await begin(job)
            let back = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/use/scene", code: "use-not-plausible")], note: nil)
            let version = try await world.installation.updateApplication(
                as: job.clerk, begun.application, version: back.version, content: content(job) { $0.use?.scene = "fleet" })
            let handed = try await world.installation.submitApplication(as: job.clerk, begun.application, version: version)
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 3)
        }
    }

    @Test(arguments: RegistrationRefusalTests.faults)
    func `a fault is named as when it is handed in step by step, and nothing is made`(_ fault: RegistrationRefusalTests.Fault) async throws
    {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let content = try await content(job, fault.edit)
            let before = try await rows(world)
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.registerAtOnce(
                    as: job.clerk, channel: .agent, content: content, cards: .batch(MainJob.batch))
            }
            #expect(
                refusal?.details.contains { $0.pointer == fault.pointer && $0.code == fault.code } ?? false, "\(refusal?.details ?? [])")
            #expect(try await rows(world) == before)
        }
    }

    @Test func `a number that names no card in one's hands refuses the whole, and says which (R-25-17)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let foreign = MainJob.iccid(500)
            try await job.stock([foreign], batch: "F", product: "directed-30m")
            _ = try await world.installation.allocateCards(as: job.administrator, .batch("F"), to: job.otherAgent.id)
            let content = try await content(job)
            let before = try await rows(world)
            for numbers in [[job.iccids[0], foreign], [job.iccids[0], MainJob.iccid(777_777)], [job.iccids[0], "no number"]] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await world.installation.registerAtOnce(as: job.clerk, channel: .agent, content: content, cards: .numbers(numbers))
                }
                #expect(refusal?.code == "cards-not-found")
                #expect(refusal?.details.map(\.pointer) == ["/cards/numbers/1"])
            }
            #expect(try await rows(world) == before)
        }
    }

    @Test func `a batch without cards, a range turned round and cards that are registered are refused, and nothing is made`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            _ = try await job.registered()
            let content = try await content(job)
            let before = try await rows(world)
            let selectors: [CardSelector] = [
                .batch("none"), .batch(MainJob.batch), .range(from: job.iccids[2], to: job.iccids[0]), .numbers([job.iccids[1]]),
            ]
            for cards in selectors {
                await #expect(throws: Refusal.self) {
                    try await world.installation.registerAtOnce(as: job.clerk, channel: .agent, content: content, cards: cards)
                }
            }
            #expect(try await rows(world) == before)
        }
    }

    @Test func `a way in that is not open, and a principal who may not register, make nothing (R-25-18)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let content = try await content(job)
            let before = try await rows(world)
            await #expect(throws: Refusal.channelNotAllowed) {
                try await world.installation.registerAtOnce(as: job.clerk, channel: .hall, content: content, cards: .batch(MainJob.batch))
            }
            await #expect(throws: Refusal.notPermitted) {
                try await world.installation.registerAtOnce(
                    as: job.auditor, channel: .agent, content: content, cards: .batch(MainJob.batch))
            }
            #expect(try await rows(world) == before)
        }
    }

    @Test func `many at once for the same new person make one party`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 16)
            let content = try await content(job)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for iccid in job.iccids {
                    group.addTask {
                        _ = try await world.installation.registerAtOnce(
                            as: job.clerk, channel: .agent, content: content, cards: .numbers([iccid]))
                    }
                }
                try await group.waitForAll()
            }
            let (parties, versions) = try await world.installation.store.read { session in
                (try session.count("SELECT COUNT(*) FROM party"), try session.count("SELECT COUNT(*) FROM identity_version"))
            }
            #expect(parties == 3)
            #expect(versions == 3)
            #expect(try await findings(world) == [])
        }
    }

    private func findings(_ world: World) async throws -> [StoreFinding] {
        try await world.installation.sequenceTrail()
        return try await world.installation.checkStore().findings
    }
}
