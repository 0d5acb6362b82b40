import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("R-25-11: a case keeps the policy it was handed in under")
struct PolicyKeptTests {
    private struct Kept: Equatable {
        let policies: String
        let needs: String
    }

    /// What each hand-in of a case rested on, in their order.
    private func kept(_ personal: PersonalJob) async throws -> [Kept] {
        try await personal.installation.store.read { session in
            try session.all(
                """
                SELECT submission_needs.policies, submission_needs.needs FROM submission
                JOIN submission_needs ON submission_needs.submission = submission.id ORDER BY submission.ordinal
                """
            ) { Kept(policies: $0.text(0), needs: $0.text(1)) }
        }
    }

    private func set(
        _ personal: PersonalJob, after: Int64, validFrom: Instant? = nil,
        _ edit: (inout VerificationPolicy) -> Void
    ) async throws {
        var policy = VerificationPolicy.standardFloor
        edit(&policy)
        _ = try await personal.installation.setVerificationPolicy(
            as: personal.job.administrator, of: personal.job.administrator.organisation, policy, validFrom: validFrom,
            after: after)
    }

    private static let handHeld = VerificationRule(
        VerificationCondition(), [.handHeldPhoto], requirement: nil, reason: LocalText(en: "Demanded by a test.", zh: "测试要求。"))

    @Test func `a floor that becomes stricter while it waits changes nothing of it, and everything of what is handed in next`() async throws
    {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, reviewer) = (world.installation, personal.job.reviewer)
            try await set(personal, after: 0) { $0.attemptsMax = 3 }
            let (person, application) = try await personal.submitted()
            let before = try await kept(personal)
            #expect(before.count == 1 && before[0].policies.contains("\"ordinal\":1") && !before[0].needs.contains("hand-held-photo"))
            world.clock.move(seconds: 60)
            try await set(personal, after: 1) { $0.rules.append(Self.handHeld) }
            // Reviewed by what it was judged by.
            #expect(try await kept(personal) == before)
            let waiting = try await installation.readApplication(as: reviewer, application.id)
            #expect(waiting.needs == [.documentData, .documentPhotos, .face])
            // Whoever begins now is asked for more.
            let next = try await personal.open(1).principal
            #expect(try await installation.readPersonalCase(as: next).needs.methods.contains(.handHeldPhoto))
            // Sent back, it is handed in anew, by what counts then.
            _ = try await installation.decideApplication(
                as: reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/holder-id-front", code: "unreadable")], note: nil)
            #expect(
                try await refusalDetails { _ = try await installation.submitPersonal(as: person) } == ["/evidence/hand-held-photo"])
            _ = try await installation.capturePicture(as: person, .handHeldPhoto, bytes: inventedPicture(99), insists: false)
            _ = try await installation.submitPersonal(as: person)
            let after = try await kept(personal)
            #expect(after.count == 2 && after.first == before.first)
            #expect(after[1].policies.contains("\"ordinal\":2") && after[1].needs.contains("hand-held-photo"))
            #expect(try await installation.checkStore().findings == [])
        }
    }

    @Test func `it becomes effective by a reviewer's yes under the version that counted when it was handed in`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await set(personal, after: 0) { $0.attemptsMax = 3 }
            let (person, application) = try await personal.submitted()
            let before = try await kept(personal)
            world.clock.move(seconds: 60)
            try await set(personal, after: 1) { $0.rules.append(Self.handHeld) }
            try await personal.accept(application.id, application.version)
            #expect(try await world.installation.personalStatus(as: person).stage == .effective)
            #expect(try await kept(personal) == before)
        }
    }

    @Test(arguments: [(.machine, .approved), (.reviewer, .submitted)] as [(VerificationPolicy.Approval, ApplicationState)])
    func `who approves it is not changed either while machines are asked`(
        approval: VerificationPolicy.Approval, state: ApplicationState
    ) async throws {
        let provider = ScriptedProvider()
        let reader = ScriptedReader { _ in PictureReading() }
        try await withWorld(reader: reader, verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await set(personal, after: 0) { $0.approval = approval }
            let (_, application) = try await personal.submitted()
            world.clock.move(seconds: 60)
            try await set(personal, after: 1) { $0.approval = approval == .machine ? .reviewer : .machine }
            while try await world.installation.runVerification() {}
            let view = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(view.application.state == state)
        }
    }

    @Test func `an agent's version is measured by the floor as it will be when it begins`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let now = world.clock.now()
            try await set(personal, after: 0, validFrom: now.adding(days: 1)) { $0.cardsPerPerson[.wearable] = 2 }
            func refused(from begin: Instant?) async throws -> [String] {
                try await refusalDetails {
                    _ = try await personal.installation.setVerificationPolicy(
                        as: personal.job.administrator, of: personal.job.agent.id,
                        VerificationPolicy(rules: [], cardsPerPerson: [.wearable: 5]), validFrom: begin, after: 0)
                }
            }
            #expect(try await refused(from: now.adding(days: 2)) == ["/cardsPerPerson/wearable"])
            #expect(try await refused(from: now.adding(days: 1)) == ["/cardsPerPerson/wearable"])
            #expect(try await refused(from: nil) == [])
        }
    }
}
