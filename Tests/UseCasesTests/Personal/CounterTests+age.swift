import Registry
import TestKit
import Testing
import UseCases

/// How old the holder is, and what a child's guardian is asked for.
extension CounterTests {
    @Test func `R-DP-06: how old the holder is nobody makes up, lends, or keeps for another day`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let adult = try await examined(personal, PersonalJob.person(0))
            #expect(!adult.contains("under") && !adult.contains("older"))
            #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: adult)) == nil)
            let minute = String(adult.prefix { $0 != "-" })
            let made = [
                "fourteen-or-older", "", "-", "\(minute)-", String(adult.dropLast()), adult + "0", "0" + adult,
                "\(Int64.max)" + adult.dropFirst(minute.count), "-9" + adult,
            ]
            for text in made {
                #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: text)) == "examination-unknown", "\(text)")
            }
            // Another's is not his; and what was looked at yesterday may be somebody else's.
            #expect(
                try await refused(personal, paper(.holderOnSitePhoto, examined: adult), as: personal.job.otherClerk)
                    == "examination-unknown")
            world.clock.move(seconds: 86_400)
            #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: adult)) == nil)
            world.clock.move(seconds: 60)
            #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: adult)) == "examination-unknown")
        }
    }

    @Test func `R-DP-06: a document that says its holder is a child is believed more than what was typed`() async throws {
        try await withWorld(reader: childsDocument()) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let front = try await world.installation.takeInPerson(as: personal.job.clerk, paper(.holderIDFront))
            let pieces = [EvidenceSlot.holderIDFront.rawValue: [front.piece.id.description]]
            for typed in [PersonalJob.person(0), nil] {
                let seen = try await examined(personal, typed, pieces)
                #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: seen)) == "guardian-consent-needed")
            }
            var content = ApplicationContent()
            (content.holder, content.evidence) = (PersonalJob.person(0), pieces)
            let outlook = try await outlook(personal, content)
            #expect(outlook.holderAge == .under14 && outlook.notices.map(\.kind).contains(.guardian))
        }
    }

    /// A child's papers with its guardian's; the photo is uploaded like the others where none was taken.
    private func ofChild(_ personal: PersonalJob, photo: TakenPaper?) async throws -> InPersonApplication {
        var content = try await personal.inPerson(holder: PersonalJob.child).content
        content.guardian = PersonalJob.person(1)
        for (slot, piece) in try await personal.job.upload([.guardianIDFront, .guardianIDBack], as: personal.job.clerk) {
            content.evidence?[slot.rawValue] = [piece.description]
        }
        if let photo { content.evidence?[EvidenceSlot.holderOnSitePhoto.rawValue] = [photo.piece.id.description] }
        return InPersonApplication(
            card: personal.watches[0], channel: .agent, content: content,
            consents: [.privacy: true, .sensitiveData: true, .guardian: true], noticeVersion: PersonalNotice.inPersonVersion)
    }

    /// Reads on every front that its holder is a child.
    private func childsDocument() throws -> ScriptedReader {
        let number = try #require(PersonalJob.child.documentNumber)
        return ScriptedReader { task in
            task == .documentFront(.residentID) ? PictureReading(fields: ["documentNumber": number]) : PictureReading()
        }
    }

    @Test func `R-DP-06: nobody is handed in as an adult by a document that shows a child, however its picture came in`() async throws {
        try await withWorld(reader: childsDocument()) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            // Uploaded, it is read when it is handed in.
            let asked = try await personal.inPerson()
            #expect(try await outlook(personal, asked.content, consents: Self.consents).failures.isEmpty)
            #expect(
                try await refusalDetailCodes { _ = try await installation.registerInPerson(as: clerk, asked) } == ["document-shows-child"])
            #expect(
                try await refusalDetails { _ = try await installation.registerInPerson(as: clerk, asked) } == ["/holder/documentNumber"])
            // Taken at the counter, it is known before.
            let front = try await installation.takeInPerson(as: clerk, paper(.holderIDFront, inventedPicture(9)))
            var content = asked.content
            content.evidence?[EvidenceSlot.holderIDFront.rawValue] = [front.piece.id.description]
            let seen = try await outlook(personal, content, consents: Self.consents.union([.guardian]))
            #expect(seen.failures.contains { $0.code == "document-shows-child" && $0.subject == "/holder/documentNumber" })
            #expect(try await personal.count("application") == 0)
        }
    }

    @Test func `R-DP-06: what a picture of a case sent back says of a child is not forgotten`() async throws {
        try await withWorld(reader: childsDocument()) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let all = Self.consents.union([.guardian])
            let photo = try await installation.takeInPerson(
                as: clerk, paper(.holderOnSitePhoto, inventedPicture(9), consents: all, examined: examined(personal, PersonalJob.child)))
            let asked = try await ofChild(personal, photo: photo)
            let begun = try await installation.registerInPerson(as: clerk, asked)
            _ = try await installation.decideApplication(
                as: personal.job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            let found = try await installation.readInPersonCase(as: clerk, begun.application)
            var mended = found.content
            mended.holder?.documentNumber = PersonalJob.person(0).documentNumber
            mended.noticeAccepted = true
            let seen = try await installation.examineInPerson(
                as: clerk, card: personal.watches[0], channel: nil, mended, consents: all, resuming: begun.application,
                persons: [.holder: .corrected])
            #expect(seen.holderAge == .under14 && seen.failures.contains { $0.code == "document-shows-child" })
            #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: seen.examined)) == "guardian-consent-needed")
            let again = InPersonApplication(
                card: found.iccid, channel: found.channel, content: mended, consents: asked.consents,
                noticeVersion: PersonalNotice.inPersonVersion, resuming: (found.application, found.version),
                persons: [.holder: .corrected])
            #expect(
                try await refusalDetailCodes { _ = try await installation.registerInPerson(as: clerk, again) }
                    .contains("document-shows-child"))
        }
    }

    @Test func `R-DP-06: a photo taken before the guardian consented is not handed in for a child`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let all = Self.consents.union([.guardian])
            // Uploaded, nothing says when it was taken.
            let uploaded = try await ofChild(personal, photo: nil)
            #expect(
                try await refusalDetails { _ = try await installation.registerInPerson(as: clerk, uploaded) }
                    == ["/evidence/holder-on-site-photo"])
            // Said to be somebody else while he was photographed.
            let posing = try await examined(personal, PersonalJob.person(0))
            let early = try await installation.takeInPerson(as: clerk, paper(.holderOnSitePhoto, examined: posing))
            let late = try await ofChild(personal, photo: early)
            // The counter sees it at once, not only when it hands in.
            for asked in [uploaded, late] {
                #expect(try await outlook(personal, asked.content, consents: all).failures.map(\.code) == ["guardian-consent-late"])
            }
            #expect(
                try await refusalDetails { _ = try await installation.registerInPerson(as: clerk, late) }
                    == ["/evidence/holder-on-site-photo"])
            let child = try await examined(personal, PersonalJob.child)
            let photo = try await installation.takeInPerson(
                as: clerk, paper(.holderOnSitePhoto, inventedPicture(9), consents: all, examined: child))
            let heard = try await ofChild(personal, photo: photo)
            _ = try await installation.registerInPerson(as: clerk, heard)
        }
    }
}
