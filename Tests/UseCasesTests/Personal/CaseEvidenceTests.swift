import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What a case is judged by")
struct CaseEvidenceTests {
    private func slots(_ view: ApplicationView, _ ground: CaseEvidence.Ground) -> [EvidenceSlot] {
        (view.evidence ?? []).filter { $0.ground == ground }.map(\.slot)
    }

    @Test func `R-DP-08: a proof stands beside the pictures the card was registered with, and each look is on the trail`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, byFace: false)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, proof.id)
            #expect(slots(seen, .handedIn) == [.handHeldPhoto])
            #expect(slots(seen, .registered).contains(.holderIDFront) && !slots(seen, .registered).contains(.faceCapture))
            let registered = try #require(seen.evidence?.first { $0.ground == .registered }).evidence
            let before = try await personal.count("trail_entry WHERE action = 'evidence.opened'")
            #expect(
                try await refusalCode {
                    _ = try await world.installation.openEvidence(as: personal.job.reviewer, registered, purpose: "")
                } == "purpose-needed")
            #expect(try await personal.count("trail_entry WHERE action = 'evidence.opened'") == before)
            _ = try await world.installation.openEvidence(as: personal.job.reviewer, registered, purpose: "审核核对 2026-11")
            #expect(try await personal.count("trail_entry WHERE action = 'evidence.opened'") == before + 1)
        }
    }

    @Test func `what was refused of the same registration is not what is registered`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            let pieces = try await world.installation.readApplication(as: personal.job.reviewer, application.id).evidence
            try await personal.accept(application.id, application.version)
            for seed in [120, 150] as [UInt8] {
                try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, seed: seed, byFace: false)
                let proof = try #require(try await world.installation.submitPersonal(as: person).application)
                let seen = try await world.installation.readApplication(as: personal.job.reviewer, proof.id)
                let registered = Set((seen.evidence ?? []).filter { $0.ground == .registered }.map(\.evidence))
                #expect(!registered.isEmpty && registered.isSubset(of: Set((pieces ?? []).map(\.evidence))))
                _ = try await world.installation.decideApplication(
                    as: personal.job.reviewer, proof.id, version: proof.version, verdict: .refuse,
                    reasons: [DecisionReason(pointer: "/evidence/hand-held-photo", code: "face-different")], note: nil)
                world.clock.move(seconds: 1)
            }
        }
    }

    @Test func `an agent's reviewer and a clerk learn nothing of a proof's pictures`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, byFace: false)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            let at = personal.job.agent
            for role in [StaffRole.agentReviewer, .agentClerk] {
                let staff = Principal(
                    account: AccountID(high: 9, low: 77), organisation: at.id, permissions: role.permissions,
                    scope: .subtree(organisation: at.id, path: at.path), means: .session)
                let seen = try await world.installation.readApplication(as: staff, proof.id)
                #expect(seen.evidence == nil && seen.content?.holder?.documentNumber != PersonalJob.person(0).documentNumber)
            }
        }
    }

    @Test func `a first registration names its own pictures alone`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(slots(seen, .handedIn).contains(.holderIDFront))
            #expect(slots(seen, .registered).isEmpty && slots(seen, .reused).isEmpty)
        }
    }

    @Test func `R-PH-04: where no provider judges liveness the reviewer sees every frame beside what was asked, and is told`() async throws
    {
        try await withWorld(reader: ScriptedReader()) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person)
            let again = try await world.installation.issueFaceChallenge(as: person)
            world.clock.move(seconds: 6)
            let before = try await personal.count("evidence")
            _ = try await world.installation.captureFace(as: person, nonce: again.nonce, frames: PersonalJob.frames(again, seed: 90))
            #expect(try await personal.count("evidence") == before + 4)
            // Of the capture before nobody looks at anything.
            _ = try await world.installation.purgeDue()
            let purged = "evidence_state s JOIN evidence e ON e.id = s.evidence WHERE s.purged_at IS NOT NULL AND e.kind LIKE 'face-%'"
            #expect(try await personal.count(purged) == 4)
            let application = try #require(try await world.installation.submitPersonal(as: person).application)
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            let frames = (seen.evidence ?? []).filter { $0.slot == .faceCapture }
            #expect(frames.compactMap { $0.prompt?.action } == [LivenessAction.faceForward] + again.actions)
            #expect(frames.compactMap { $0.prompt?.milliseconds } == [0, 1_000, 2_000, 3_000])
            #expect((seen.evidence ?? []).filter { $0.prompt != nil }.count == 4)
            #expect(seen.lacksLivenessVerdict)
            // Each is opened as every other piece: with a purpose, on the trail, by whoever reviews.
            let opened = try await personal.count("trail_entry WHERE action = 'evidence.opened'")
            for frame in frames {
                _ = try await world.installation.openEvidence(as: personal.job.reviewer, frame.evidence, purpose: "审核核对 2026-11")
                #expect(
                    try await refusalCode {
                        _ = try await world.installation.openEvidence(as: personal.job.clerk, frame.evidence, purpose: "核对 2026-11")
                    } != nil)
            }
            #expect(try await personal.count("trail_entry WHERE action = 'evidence.opened'") == opened + 4)
            // Registered, they go as the straight one does.
            try await personal.accept(application.id, application.version)
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            _ = try await world.installation.purgeDue()
            #expect(try await personal.count(purged) == 8)
        }
    }

    @Test func `frames of a capture that breaks off are kept for a short time, those of a whole one as long as other pieces`() async throws
    {
        var settings = Settings()
        settings.evidenceBytesMax = 5_000
        try await withWorld(settings: settings, reader: ScriptedReader()) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person)
            let challenge = try await world.installation.issueFaceChallenge(as: person)
            world.clock.move(seconds: 6)
            var frames = PersonalJob.frames(challenge, seed: 90)
            // Too large; the frame before it is stored by then.
            frames[2] = LivenessFrame(
                action: frames[2].action, milliseconds: frames[2].milliseconds, picture: inventedPhoto(99, bytes: 5_001))
            let broken = frames
            #expect(
                try await refusalCode {
                    _ = try await world.installation.captureFace(as: person, nonce: challenge.nonce, frames: broken)
                } != nil)
            let stored = "evidence WHERE kind = 'face-frame'"
            #expect(try await personal.count(stored) == 3 + 1)
            let purged = "evidence_state s JOIN evidence e ON e.id = s.evidence WHERE s.purged_at IS NOT NULL AND e.kind LIKE 'face-%'"
            world.clock.move(days: world.installation.settings.verificationHoursMax / 24 + 2)
            _ = try await world.installation.purgeDue()
            #expect(try await personal.count(purged) == 1)
            world.clock.move(days: world.installation.settings.purgeDays)
            _ = try await world.installation.purgeDue()
            #expect(try await personal.count(purged) == 1 + 4)
        }
    }

    @Test func `where a provider judges liveness the straight frame alone is the reviewer's, and he is told when no verdict came`()
        async throws
    {
        for (liveness, isTold) in [(Liveness.absent, true), (.undecided, true), (.live, false)] {
            let provider = ScriptedProvider(identity: .success(.undecided), face: .success((.same, liveness)))
            try await withWorld(
                reader: ScriptedReader(), verification: VerificationProviders(authority: provider, face: provider)
            ) { world in
                let personal = try await PersonalJob.prepare(in: world)
                let (_, application) = try await personal.submitted()
                let asked = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
                #expect(!asked.lacksLivenessVerdict)
                while try await world.installation.runVerification() {}
                let seen = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
                #expect(seen.application.state == .submitted)
                #expect(slots(seen, .handedIn).filter { $0 == .faceCapture }.count == 1)
                #expect(seen.lacksLivenessVerdict == isTold, "\(liveness)")
            }
        }
    }

    @Test(arguments: ["reading-differs", "picture-blurred", "picture-used-before", "card-cancelled", "present", "expires-soon"])
    func `a finding is told in words, in both languages`(code: String) {
        let check = StoredCheck(
            method: "machine", provider: "shiming", verdict: "warned", code: code, requirement: "R-25-11", subject: "/holder", count: 0,
            recordedAt: Instant(milliseconds: 0))
        for language in ReaderLanguage.allCases { #expect(check.text(in: language) != code) }
    }
}
