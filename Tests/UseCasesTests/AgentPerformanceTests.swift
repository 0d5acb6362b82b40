import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("How an agent's hand-ins fare")
struct AgentPerformanceTests {
    private static let reasons = [DecisionReason(pointer: "/use/scene", code: "use-not-plausible")]

    private func manager(of agent: OrganisationRecord, _ number: UInt64) -> Principal {
        MainJob.staff([.agentManager], in: agent.id, scope: .subtree(organisation: agent.id, path: agent.path), number)
    }

    private func handIn(_ job: MainJob, card: Int, by clerk: Principal? = nil) async throws -> BegunApplication {
        let begun = try await job.begun(as: clerk, cards: .numbers([job.iccids[card]]))
        let handed = try await job.installation.submitApplication(
            as: clerk ?? job.clerk, begun.application, version: begun.version)
        return BegunApplication(
            registration: begun.registration, application: begun.application, code: begun.code, version: handed.version)
    }

    private func decide(_ job: MainJob, _ handed: BegunApplication, _ verdict: DecisionVerdict) async throws -> DecidedApplication {
        try await job.installation.decideApplication(
            as: job.reviewer, handed.application, version: handed.version, verdict: verdict,
            reasons: verdict == .approve ? [] : Self.reasons,
            note: nil)
    }

    @Test func `by month of handing in, the first decision counts and how long it and the mending took`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 6)
            // March: one approved after 100 s; one sent back after 300 s, mended in 4,000 s and then approved; one refused after 200 s.
            let (good, mended, bad) = (
                try await handIn(job, card: 0), try await handIn(job, card: 1), try await handIn(job, card: 2)
            )
            world.clock.move(seconds: 100)
            _ = try await decide(job, good, .approve)
            world.clock.move(seconds: 100)
            _ = try await decide(job, bad, .refuse)
            world.clock.move(seconds: 100)
            let back = try await decide(job, mended, .sendBack)
            world.clock.move(seconds: 4_000)
            let again = try await world.installation.submitApplication(as: job.clerk, mended.application, version: back.version)
            world.clock.move(seconds: 9_000)
            _ = try await world.installation.decideApplication(
                as: job.reviewer, mended.application, version: again.version, verdict: .approve, reasons: [], note: nil)
            // April: one waits, and a draft is not handed in.
            world.clock.move(days: 31)
            _ = try await handIn(job, card: 3)
            _ = try await job.begun(cards: .numbers([job.iccids[4]]))
            let found = try await world.installation.agentPerformance(as: job.administrator, of: job.agent.id)
            #expect(found.months.map(\.month.text) == ["2026-01", "2026-02", "2026-03", "2026-04"])
            let march = found.months[2].line
            #expect([march.handedIn, march.approved, march.sentBack, march.refused] == [3, 1, 1, 1])
            #expect(march.refusalRate == 2.0 / 3)
            #expect(march.decidedIn == Spread(count: 3, median: 200, ninetieth: 300))
            #expect(march.mendedIn == Spread(count: 1, median: 4_000, ninetieth: 4_000))
            let april = found.months[3].line
            #expect([april.handedIn, april.decided] == [1, 0])
            #expect(april.refusalRate == nil && april.decidedIn == nil && april.mendedIn == nil)
            #expect(found.total.handedIn == 4 && found.own == found.total && found.below.isEmpty)
            world.clock.move(days: 123)
            let later = try await world.installation.agentPerformance(as: job.administrator, of: job.agent.id)
            #expect(later.total == AgentPerformance.Line())
        }
    }

    @Test func `a hand-in about which a provider said no, or the rules had a doubt, is counted once`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            var doubted: Int64 = 0
            for card in 0..<3 {
                let handed = try await handIn(job, card: card)
                let view = try await world.installation.readApplication(as: job.reviewer, handed.application)
                if view.checks.contains(where: { $0.verdict != "passed" }) { doubted += 1 }
            }
            let submission = try await world.installation.store.read { session in
                try session.first("SELECT submission FROM application WHERE state = 'submitted' ORDER BY id LIMIT 1") { $0.blob(0) }
            }
            let before = try await world.installation.agentPerformance(as: job.administrator, of: job.agent.id).total
            #expect(before.doubted == doubted && before.handedIn == 3)
            _ = try await world.installation.store.write { session in
                for (ordinal, verdict) in ["match", "mismatch", "no-record"].enumerated() {
                    try session.run(
                        """
                        INSERT INTO verification (submission, ordinal, method, vendor, product_version, verdict, is_sandbox, cost, recorded_at)
                        VALUES (\(submission ?? []), \(ordinal), 'document-data', 'invented', '1', \(verdict), 1, 0, 0)
                        """)
                }
            }
            let after = try await world.installation.agentPerformance(as: job.administrator, of: job.agent.id).total
            #expect(after.doubted == max(1, doubted) && after.handedIn == 3)
        }
    }

    @Test func `what persons prove, dispute or give up afterwards is no hand-in of the agent that sold the card`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            let before = try await world.installation.agentPerformance(as: personal.job.administrator, of: personal.job.agent.id)
            #expect(before.total.handedIn == 1 && before.total.approved == 1)
            world.clock.move(seconds: 60)
            try await personal.prove(person)
            let own = try #require(try await world.installation.readOwnData(as: person).cards.first?.code)
            _ = try await world.installation.disputeCard(as: person, code: own)
            let after = try await world.installation.agentPerformance(as: personal.job.administrator, of: personal.job.agent.id)
            #expect(after.total == before.total && after.months.last?.line == before.months.last?.line)
        }
    }

    @Test func `many who count at once wait for each other, and no more than so many`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await refusalCode { _ = try await world.installation.agentPerformance(as: job.administrator, of: job.agent.id) }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.contains(nil) && Set(outcomes.compactMap(\.self)).isSubset(of: ["counts-busy"]))
            #expect(try await world.installation.agentPerformance(as: job.administrator, of: job.agent.id).total.handedIn == 0)
        }
    }

    @Test func `what those below hand in counts for those above, and for nobody beside`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let shiming = world.installation
            let own = manager(of: job.agent, 60)
            let sub = try await shiming.createOrganisation(as: job.administrator, parent: job.agent.id, kind: .agent, name: "下级代理")
            _ = try await shiming.recordContract(
                as: job.administrator, agent: sub.id,
                ContractDraft(
                    carrier: .mobile, version: "2026-1", validFrom: 2026_01_01, validUntil: 2028_12_31, duties: "核验并登记用户真实身份信息。",
                    breachHandling: "暂停业务受理。"))
            _ = try await shiming.allocateCards(as: own, .numbers([job.iccids[0], job.iccids[1]]), to: sub.id)
            let subClerk = MainJob.staff([.agentClerk], in: sub.id, scope: .subtree(organisation: sub.id, path: sub.path), 63)
            for card in 0..<2 { _ = try await decide(job, handIn(job, card: card, by: subClerk), .refuse) }
            _ = try await decide(job, handIn(job, card: 2), .approve)
            for viewer in [job.administrator, own] {
                let found = try await shiming.agentPerformance(as: viewer, of: job.agent.id)
                #expect(found.total.handedIn == 3 && found.total.refused == 2 && found.own.handedIn == 1 && found.own.approved == 1)
                #expect(found.below.map(\.organisation) == [sub.id] && found.below.first?.name == "下级代理")
                #expect(found.below.first?.line.refusalRate == 1)
            }
            #expect(try await shiming.agentPerformance(as: manager(of: sub, 64), of: sub.id).own.handedIn == 2)
            await #expect(throws: Refusal.notFound) { try await shiming.agentPerformance(as: manager(of: sub, 64), of: job.agent.id) }
            let stranger = manager(of: job.otherAgent, 61)
            for id in [job.agent.id, sub.id] {
                await #expect(throws: Refusal.notFound) { try await shiming.agentPerformance(as: stranger, of: id) }
            }
            #expect(try await shiming.agentPerformance(as: stranger, of: job.otherAgent.id).total == AgentPerformance.Line())
            await #expect(throws: Refusal.notPermitted) { try await shiming.agentPerformance(as: job.clerk, of: job.agent.id) }
            let root = try await shiming.agentPerformance(as: job.administrator, of: job.administrator.organisation)
            #expect(root.below.map(\.organisation) == [job.agent.id] && root.total.handedIn == 3)
        }
    }
}
