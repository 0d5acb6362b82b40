import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("A person's data corrected, copied, looked at, and not deleted")
struct OwnCorrectionTests {
    /// Begun, with what is changed and the document photographed.
    private func correct(
        _ personal: PersonalJob, _ person: Principal, as holder: PartyFacts = PersonalJob.person(0), seed: UInt8 = 160,
        _ change: (inout PartyFacts) -> Void
    ) async throws {
        let code = try #require(try await personal.installation.readOwnData(as: person).cards.first?.code)
        let begun = try await personal.installation.beginCorrection(as: person, code: code)
        #expect(begun.kind == .correct && begun.content.holder?.name == holder.name)
        try await personal.consent(person, begun.notices.map(\.kind))
        for (place, slot) in [EvidenceSlot.holderIDFront, .holderIDBack].enumerated() {
            _ = try await personal.installation.capturePicture(
                as: person, slot, bytes: inventedPicture(seed + UInt8(place)), insists: false)
        }
        var facts = try #require(begun.content.holder)
        change(&facts)
        _ = try await personal.installation.updatePersonalDraft(as: person, PersonalDraft(holder: facts, noticeAccepted: true))
    }

    private func handIn(_ personal: PersonalJob, _ person: Principal) async throws -> StoredApplication {
        try #require(try await personal.installation.submitPersonal(as: person).application)
    }

    @Test
    func `R-DP-08: a correction that a reviewer lets pass counts for every card in the person's name, and the former stays on record`()
        async throws
    {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            _ = try await personal.effective(1, receipt: "CM-920")
            try await personal.prove(person)
            let before = world.clock.now()
            world.clock.move(seconds: 60)
            try await correct(personal, person) { $0.address = "云杉省青禾市知夏区望舒路二十二号" }
            let handedIn = try await handIn(personal, person)
            #expect(handedIn.kind == .correct && handedIn.state == .submitted)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, handedIn.id, version: handedIn.version, verdict: .approve, reasons: [], note: nil)
            for watch in personal.watches.prefix(2) {
                let now = try await world.installation.reveal(as: personal.job.compliance, .iccid(watch), purpose: "更正核对 2026-07")
                #expect(now.roles[.holder]?.address == "云杉省青禾市知夏区望舒路二十二号")
                let then = try await world.installation.reveal(
                    as: personal.job.compliance, .iccid(watch), at: before, purpose: "更正核对 2026-07")
                #expect(then.roles[.holder]?.address == PersonalJob.person(0).address)
            }
            #expect(try await world.installation.readOwnData(as: person).identity.address == "云杉省青禾市知夏区望舒路二十二号")
        }
    }

    @Test func `R-DP-08: a child's data is corrected with its guardian's consent, who is not asked for papers again`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effectiveChild()
            _ = try await world.installation.beginProof(as: person)
            try await personal.consent(person, [.privacy, .sensitiveData, .face, .guardian])
            var holder = PartyFacts()
            holder.documentNumber = PersonalJob.child.documentNumber
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder))
            try await personal.captureFace(person, seed: 120)
            let proof = try await handIn(personal, person)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, proof.id, version: proof.version, verdict: .approve, reasons: [], note: nil)
            try await correct(personal, person, as: PersonalJob.child) { $0.address = "云杉省青禾市知夏区望舒路二十三号" }
            #expect(try await handIn(personal, person).state == .submitted)
        }
    }

    @Test func `another number, nothing changed, or no pictures: refused in words, and nothing is lost`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prove(person)
            try await correct(personal, person) { $0.documentNumber = PersonalJob.person(1).documentNumber }
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } == "number-not-corrected")
            var facts = PersonalJob.person(0)
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: facts, noticeAccepted: true))
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } == "nothing-corrected")
            facts.contact = "13800138001"
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: facts, noticeAccepted: true))
            #expect(try await handIn(personal, person).state == .submitted)
        }
    }

    @Test func `a correction outlives no proof`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prove(person)
            try await correct(personal, person) { $0.contact = "13800138002" }
            world.clock.move(seconds: world.installation.settings.ownDataHours * 3_600)
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } == "identity-not-proved")
        }
    }

    @Test func `who looked at the data in clear is told to the person, by organisation and act`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            _ = try await world.installation.revealApplication(
                as: personal.job.reviewer, application.id, purpose: "审核核对 2026-08")
            try await personal.accept(application.id, application.version, receipt: "CM-930")
            world.clock.move(seconds: 5)
            _ = try await world.installation.reveal(
                as: personal.job.compliance, .iccid(personal.watches[0]), purpose: "投诉核查 2026-09")
            try await personal.prove(person)
            let looks = try await world.installation.readOwnData(as: person).looks
            #expect(looks.map(\.act) == [.answerRevealed, .applicationRevealed])
            #expect(looks.allSatisfy { !$0.organisation.isEmpty })
        }
    }

    @Test func `R-DP-07: a request to delete is answered by the law and deletes nothing`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            #expect(try await refusalCode { _ = try await world.installation.askForDeletion(as: person) } == "identity-not-proved")
            try await personal.prove(person)
            let versions = try await personal.count("identity_version")
            #expect(try await world.installation.askForDeletion(as: person) == .live)
            #expect(try await personal.count("identity_version") == versions)
            #expect(try await personal.count("trail_entry WHERE action = 'deletion.answered'") == 1)
            world.clock.move(seconds: 1)
            try await personal.endHolding(of: 0, by: person)
            guard case .retention(let since, _) = try await world.installation.askForDeletion(as: person) else {
                Issue.record("what has ended is in retention")
                return
            }
            #expect(since == world.clock.now())
        }
    }

    @Test func `a living face opens one's own data without a reviewer; another's face does not`() async throws {
        let provider = ScriptedProvider(face: .success((.same, .live)))
        try await withWorld(
            reader: ScriptedReader { _ in PictureReading() }, verification: VerificationProviders(authority: provider, face: provider)
        ) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            let version = try await world.installation.readApplication(as: personal.job.reviewer, application.id).application.version
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: version, verdict: .approve, reasons: [], note: nil)
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber)
            #expect(try await world.installation.submitPersonal(as: person).application?.state == .checking)
            while try await world.installation.runVerification() {}
            #expect(try await world.installation.readOwnData(as: person).cards.count == 1)
            let other = try await personal.open().principal
            try await personal.prepareProof(other, number: PersonalJob.person(0).documentNumber, seed: 150)
            _ = try await world.installation.submitPersonal(as: other)
            await provider.seeFace(.success((.different, .live)))
            while try await world.installation.runVerification() {}
            #expect(try await world.installation.readOwnMatters(as: other).proof?.state == .sentBack)
            #expect(try await refusalCode { _ = try await world.installation.readOwnData(as: other) } == "identity-not-proved")
        }
    }
}
