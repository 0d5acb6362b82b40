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

    @Test func `R-25-11: of a photo that was uploaded the counter and the reviewer are told that nothing shows whose it is`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let uploaded = try await personal.inPerson()
            let photo = try await photographed(personal, PersonalJob.person(1))
            let taken = try await application(personal, PersonalJob.person(1), photo, card: 1)
            for (asked, card, isTold) in [(uploaded, 0, true), (taken, 1, false)] {
                let seen = try await outlook(personal, card: personal.watches[card], asked.content, consents: Self.consents)
                #expect(seen.outcomes.contains { $0.code == "photo-not-examined" && $0.verdict == .warned } == isTold)
                let begun = try await installation.registerInPerson(as: clerk, asked)
                #expect(begun.submitted?.checks.contains { $0.code == "photo-not-examined" } == isTold)
                let checks = try await installation.readApplication(as: personal.job.reviewer, begun.application).checks
                let told = checks.filter { $0.code == "photo-not-examined" }
                #expect(told.map(\.verdict) == (isTold ? ["warned"] : []))
                #expect(told.allSatisfy { $0.text(in: .english) != $0.code && $0.text(in: .chinese) != $0.code })
            }
        }
    }

    @Test func `R-25-11: a photo of which nobody recorded who was examined says so, and not that it is another's`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let unnamed = try await world.installation.takeInPerson(as: personal.job.clerk, paper(.holderIDFront, inventedPicture(9)))
            var asked = try await personal.inPerson()
            var content = asked.content
            content.evidence?[EvidenceSlot.holderOnSitePhoto.rawValue] = [unnamed.piece.id.description]
            asked = InPersonApplication(
                card: asked.card, channel: asked.channel, content: content, consents: asked.consents, noticeVersion: asked.noticeVersion)
            #expect(try await codes(personal, asked) == ["examination-not-recorded"])
        }
    }

    @Test func `R-25-11: who is photographed stays the same person where only the kind of his document was wrong`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var holder = PersonalJob.person(0)
            (holder.documentType, holder.documentNumber) = (DocumentType.taiwanPermit.rawValue, "E12345678")
            holder.birthDate = "1990-06-10"
            let photo = try await photographed(personal, holder)
            holder.documentType = DocumentType.passport.rawValue
            for (number, isAnother) in [("E12345678", false), ("E87654321", true)] {
                holder.documentNumber = number
                let content = try await application(personal, holder, photo).content
                let failures = try await outlook(personal, content, consents: Self.consents).failures
                #expect(failures.contains { $0.code == "examined-another-person" } == isAnother, "\(number)")
            }
        }
    }

    /// The number of one, and the name of one who has a number like it.
    @Test(arguments: [("欧阳青禾", 17), ("诸葛听澜", 20)])
    func `R-25-11: another's facts are no correction, though his document was taken by the examination before`(
        name: String, number: Int
    ) async throws {
        var facts = PersonalJob.person(0)
        (facts.name, facts.documentNumber) = (name, PersonalJob.person(number).documentNumber)
        let other = facts
        let shown = try #require(other.documentNumber)
        let reader = ScriptedReader { task in
            task == .documentFront(.residentID) ? PictureReading(fields: ["documentNumber": shown]) : PictureReading()
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let photo = try await photographed(personal, PersonalJob.person(0))
            let front = try await world.installation.takeInPerson(
                as: personal.job.clerk, paper(.holderIDFront, inventedPicture(9), examined: examined(personal, PersonalJob.person(0))))
            #expect(try await codes(personal, application(personal, other, photo, front)) == ["examined-another-person"])
        }
    }

    @Test func `R-25-11: a slip in a number is corrected, and told, where the document shows the present one`() async throws {
        let number = try #require(PersonalJob.person(0).documentNumber)
        let reader = ScriptedReader { task in
            task == .documentFront(.residentID) ? PictureReading(fields: ["documentNumber": number]) : PictureReading()
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            var mistyped = PersonalJob.person(0)
            // Another character, and the check character that it brings about.
            mistyped.documentNumber = PersonalJob.person(20).documentNumber
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
            let begun = try await installation.registerInPerson(as: clerk, application(personal, PersonalJob.person(0), photo, together))
            let told = try await installation.readApplication(as: personal.job.reviewer, begun.application).checks
                .filter { $0.code == "number-corrected-after-photo" }
            #expect(told.map(\.verdict) == ["warned"] && told.allSatisfy { $0.text(in: .chinese) != $0.code })
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
            let mixed = [
                "\(without[0])-\(with[1])-\(with[2])-\(without[3])", "\(with[0])---\(with[3])", "\(with[0])-\(with[1])--\(with[3])",
                "\(with[0])-\(with[1])-\(with[2])00-\(with[3])", named.replacing("-", with: "--"),
            ]
            for text in mixed {
                #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: text)) == "examination-unknown", "\(text)")
            }
        }
    }
}
