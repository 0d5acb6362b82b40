import Records
import Registry
import TestKit
import Testing
import UseCases

/// For whom a photo counts that was taken at the counter.
extension CounterTests {
    /// The photo of whoever was examined as `holder`.
    private func photographed(_ personal: PersonalJob, _ holder: PartyFacts, as clerk: Principal? = nil) async throws -> TakenPaper {
        let clerk = clerk ?? personal.job.clerk
        return try await personal.installation.takeInPerson(
            as: clerk, paper(.holderOnSitePhoto, examined: examined(personal, holder, as: clerk)))
    }

    /// What is handed in for `holder` with pieces that were taken at the counter, the others uploaded.
    private func application(
        _ personal: PersonalJob, _ holder: PartyFacts, _ taken: TakenPaper..., card: Int = 0, as clerk: Principal? = nil
    ) async throws -> InPersonApplication {
        var content = ApplicationContent()
        (content.holder, content.noticeAccepted) = (holder, true)
        let uploaded = try await personal.job.upload([.holderIDFront, .holderIDBack], as: clerk ?? personal.job.clerk)
        var pieces = Dictionary(uniqueKeysWithValues: uploaded.map { ($0.key.rawValue, [$0.value.description]) })
        for paper in taken { pieces[paper.slot.rawValue] = [paper.piece.id.description] }
        content.evidence = pieces
        return InPersonApplication(
            card: personal.watches[card], channel: .agent, content: content, consents: [.privacy: true, .sensitiveData: true],
            noticeVersion: PersonalNotice.inPersonVersion)
    }

    private func codes(_ personal: PersonalJob, _ asked: InPersonApplication) async throws -> [String] {
        try await refusalDetailCodes { _ = try await personal.installation.registerInPerson(as: personal.job.clerk, asked) }
    }

    @Test func `R-25-11: a photo counts for whoever was examined, and another's facts typed afterwards are refused`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let photo = try await photographed(personal, PersonalJob.person(0))
            let other = try await application(personal, PersonalJob.person(1), photo)
            // Seen at once, with what is to be done.
            let seen = try await outlook(personal, other.content, consents: Self.consents).failures
            #expect(seen.map(\.code) == ["examined-another-person"] && seen.map(\.subject) == ["/evidence/holder-on-site-photo"])
            #expect(seen.allSatisfy { !$0.mend.en.isEmpty && !$0.mend.zh.isEmpty })
            #expect(try await codes(personal, other) == ["examined-another-person"])
            #expect(try await personal.count("application") == 0)
            // Nothing is lost: the photo still counts for whose it is, and the other is photographed himself.
            _ = try await installation.registerInPerson(as: clerk, application(personal, PersonalJob.person(0), photo))
            let own = try await photographed(personal, PersonalJob.person(1))
            _ = try await installation.registerInPerson(as: clerk, application(personal, PersonalJob.person(1), own, card: 1))
        }
    }

    @Test func `R-25-11: a number that was mistyped is corrected where the document taken with it shows the present one`() async throws {
        let number = try #require(PersonalJob.person(0).documentNumber)
        let reader = ScriptedReader { task in
            task == .documentFront(.residentID) ? PictureReading(fields: ["documentNumber": number]) : PictureReading()
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            var mistyped = PersonalJob.person(0)
            mistyped.documentNumber = PersonalJob.person(6).documentNumber
            func front(_ examined: String?) async throws -> TakenPaper {
                try await installation.takeInPerson(as: clerk, paper(.holderIDFront, inventedPicture(9), examined: examined))
            }
            let photo = try await photographed(personal, mistyped)
            // A document of which nobody knows whether it was there with him proves nothing of the photo.
            let alone = try await front(nil)
            #expect(try await codes(personal, application(personal, PersonalJob.person(0), photo, alone)) == ["examined-another-person"])
            let second = try await front(examined(personal, PersonalJob.person(0)))
            #expect(try await codes(personal, application(personal, PersonalJob.person(0), photo, second)) == ["examined-another-person"])
            let together = try await front(examined(personal, mistyped))
            // Nor does it for a third.
            #expect(
                try await codes(personal, application(personal, PersonalJob.person(2), photo, together)) == ["examined-another-person"])
            _ = try await installation.registerInPerson(as: clerk, application(personal, PersonalJob.person(0), photo, together))
        }
    }

    @Test func `R-25-11: of a case that was sent back the photo counts for the same person, whose number is corrected`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let begun = try await installation.registerInPerson(as: clerk, personal.inPerson())
            _ = try await installation.decideApplication(
                as: personal.job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            var mended = try await installation.readInPersonCase(as: clerk, begun.application).content
            let examined = try await installation.examinedInPerson(as: clerk, mended, resuming: begun.application)
            let photo = try await installation.takeInPerson(as: clerk, paper(.holderOnSitePhoto, examined: examined))
            mended.evidence?[EvidenceSlot.holderOnSitePhoto.rawValue] = [photo.piece.id.description]
            mended.holder?.documentNumber = PersonalJob.person(6).documentNumber
            for (said, isRefused) in [(ChangedPerson.corrected, false), (.another, true)] {
                let seen = try await installation.examineInPerson(
                    as: clerk, card: personal.watches[0], channel: nil, mended, consents: Self.consents, resuming: begun.application,
                    persons: [.holder: said])
                #expect(seen.failures.contains { $0.code == "examined-another-person" } == isRefused, "\(said)")
            }
        }
    }

    @Test func `R-25-11: two members of staff examine each for himself`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, agent) = (world.installation, personal.job.agent)
            let first = personal.job.clerk
            let second = MainJob.staff([.agentClerk], in: agent.id, scope: .subtree(organisation: agent.id, path: agent.path), 60)
            let seen = try await examined(personal, PersonalJob.person(0), as: first)
            #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: seen), as: second) == "examination-unknown")
            let (one, other) = try await (
                photographed(personal, PersonalJob.person(0), as: first), photographed(personal, PersonalJob.person(1), as: second)
            )
            // A colleague's photo is no piece of one's own.
            let mixed = try await application(personal, PersonalJob.person(1), other)
            #expect(try await codes(personal, mixed) == ["missing"])
            _ = try await installation.registerInPerson(as: first, application(personal, PersonalJob.person(0), one))
            _ = try await installation.registerInPerson(
                as: second, application(personal, PersonalJob.person(1), other, card: 1, as: second))
        }
    }

    @Test func `R-25-11: nobody is photographed before the number of his document is known`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var unnamed = PartyFacts()
            (unnamed.documentType, unnamed.birthDate) = (DocumentType.hkMacaoPermit.rawValue, "1990-06-10")
            let seen = try await examined(personal, unnamed)
            #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: seen)) == "holder-unnamed")
            #expect(try await refused(personal, paper(.holderIDFront, examined: seen)) == nil)
            // Two examinations cannot be put together.
            let named = try await examined(personal, PersonalJob.person(0))
            let (without, with) = (seen.split(separator: "-", omittingEmptySubsequences: false), named.split(separator: "-"))
            for text in ["\(without[0])-\(with[1])-\(without[2])", "\(with[0])--\(with[2])", named.replacing("-", with: "--")] {
                #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: text)) == "examination-unknown", "\(text)")
            }
        }
    }
}
