import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("An agent's own reviewers")
struct AgentReviewTests {
    /// What the operating company and the agent say of it; nil where the agent says nothing at all.
    private func prepared(_ world: World, floor: Bool, agent: Bool?) async throws -> (personal: PersonalJob, reviewer: Principal) {
        let personal = try await PersonalJob.prepare(in: world)
        var policy = VerificationPolicy.standardFloor
        policy.agentReviews = floor
        _ = try await world.installation.setVerificationPolicy(
            as: personal.job.administrator, of: personal.job.administrator.organisation, policy, validFrom: nil, after: 0)
        if let agent {
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.agent.id, VerificationPolicy(rules: [], agentReviews: agent),
                validFrom: nil, after: 0)
        }
        let at = personal.job.agent
        return (
            personal,
            Principal(
                account: AccountID(high: 9, low: 77), organisation: at.id, permissions: StaffRole.agentReviewer.permissions,
                scope: .subtree(organisation: at.id, path: at.path), means: .session)
        )
    }

    private func front(_ application: StoredApplication, _ personal: PersonalJob) async throws -> EvidenceID {
        let submission = try #require(application.submission)
        let pieces = try await personal.installation.store.read { try SubmissionRecords.evidence(submission, in: $0) }
        return try #require(pieces.first { $0.slot == .holderIDFront }).evidence
    }

    @Test func `where every policy leaves it to the agent, its reviewer sees the case and decides it; the carrier is still asked`()
        async throws
    {
        try await withWorld { world in
            let (personal, reviewer) = try await prepared(world, floor: true, agent: true)
            let (_, application) = try await personal.submitted()
            _ = try await world.installation.lockApplication(as: reviewer, application.id)
            let seen = try await world.installation.revealApplication(as: reviewer, application.id, purpose: "审核核对 2026-11")
            #expect(seen.content?.holder?.name == PersonalJob.person(0).name)
            _ = try await world.installation.openEvidence(
                as: reviewer, front(application, personal), purpose: "审核核对 2026-11")
            let decided = try await world.installation.decideApplication(
                as: reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.state == .awaitingCarrier)
        }
    }

    @Test(arguments: [(false, nil), (true, nil), (true, false)] as [(Bool, Bool?)])
    func `else the agent learns what came out, and sees, holds and decides nothing`(floor: Bool, agent: Bool?) async throws {
        try await withWorld { world in
            let (personal, reviewer) = try await prepared(world, floor: floor, agent: agent)
            let (_, application) = try await personal.submitted()
            let picture = try await front(application, personal)
            let installation = world.installation
            #expect(
                try await refusalCode { _ = try await installation.lockApplication(as: reviewer, application.id) } == "reviewed-by-operator"
            )
            #expect(
                try await refusalCode {
                    _ = try await installation.revealApplication(as: reviewer, application.id, purpose: "审核核对 2026-11")
                } == "reviewed-by-operator")
            #expect(
                try await refusalCode { _ = try await installation.openEvidence(as: reviewer, picture, purpose: "审核核对 2026-11") }
                    == "reviewed-by-operator")
            #expect(
                try await refusalCode {
                    _ = try await installation.decideApplication(
                        as: reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
                } == "reviewed-by-operator")
            let masked = try await installation.readApplication(as: reviewer, application.id)
            #expect(masked.content?.holder?.name == "欧**" && masked.remark == nil)
        }
    }

    @Test func `R-DP-04: how near a face came is told to whoever decides, the verdict alone to others`() async throws {
        let provider = ScriptedProvider(face: .success((.different, .live)))
        try await withWorld(verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            for (staff, sees) in [(personal.job.reviewer, true), (personal.job.clerk, false), (personal.job.auditor, false)] {
                let said = try await world.installation.readApplication(as: staff, application.id).verifications
                #expect(said.map(\.verdict).sorted() == ["different", "match"])
                #expect(said.contains { $0.score != nil || $0.threshold != nil } == sees)
            }
        }
    }

    @Test func `an agent may not take the review to itself where the operator keeps it`() async throws {
        try await withWorld { world in
            let named = try await refusalDetailCodes { _ = try await prepared(world, floor: false, agent: true) }
            #expect(named == ["agent-may-not-review"])
        }
    }

    @Test func `who answers for a card is revealed to the operating company alone`() async throws {
        try await withWorld { world in
            let (personal, reviewer) = try await prepared(world, floor: true, agent: true)
            _ = try await personal.effective()
            #expect(
                try await refusalCode {
                    _ = try await world.installation.reveal(as: reviewer, .iccid(personal.watches[0]), purpose: "审核核对 2026-11")
                } == "not-permitted")
        }
    }

    @Test func `units' applications, proofs, disputes, and cases of another's subtree are not an agent's to review`() async throws {
        try await withWorld { world in
            let (personal, reviewer) = try await prepared(world, floor: true, agent: true)
            let unit = try await personal.job.submitted()
            #expect(
                try await refusalCode {
                    _ = try await world.installation.decideApplication(
                        as: reviewer, unit.application, version: unit.version, verdict: .approve, reasons: [], note: nil)
                } == "reviewed-by-operator")
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            #expect(
                try await refusalCode { _ = try await world.installation.lockApplication(as: reviewer, proof.id) } == "reviewed-by-operator"
            )
            let elsewhere = Principal(
                account: AccountID(high: 9, low: 78), organisation: reviewer.organisation, permissions: reviewer.permissions,
                scope: .subtree(organisation: reviewer.organisation, path: .root.child(99)), means: .session)
            let (_, application) = try await personal.submitted(1, PersonalJob.person(1))
            #expect(
                try await refusalCode { _ = try await world.installation.lockApplication(as: elsewhere, application.id) } == "not-found")
        }
    }
}
