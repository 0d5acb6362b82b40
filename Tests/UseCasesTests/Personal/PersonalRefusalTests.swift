import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What a person's case is refused for")
struct PersonalRefusalTests {
    @Test func `before consent nothing is taken: no data, no picture, no face`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            let installation = world.installation
            #expect(
                try await refusalCode {
                    _ = try await installation.updatePersonalDraft(as: person, PersonalDraft(holder: PersonalJob.person(0)))
                } == "consent-needed")
            #expect(
                try await refusalCode {
                    _ = try await installation.capturePicture(as: person, .holderIDFront, bytes: inventedPicture(), insists: true)
                } == "consent-needed")
            try await personal.consent(person, [.privacy, .sensitiveData])
            #expect(try await refusalCode { _ = try await installation.issueFaceChallenge(as: person) } == "consent-needed")
        }
    }

    @Test func `consent taken back ends the taking`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person)
            _ = try await world.installation.giveConsent(as: person, [.face: false], noticeVersion: PersonalNotice.version)
            let refusal = try await refused { _ = try await world.installation.submitPersonal(as: person) }
            #expect(refusal?.details.map(\.code) == ["consent-missing"])
            #expect(
                try await refusalCode {
                    _ = try await world.installation.giveConsent(as: person, [.face: true], noticeVersion: "1999-01")
                } == "notice-version-old")
        }
    }

    @Test func `what was consented to is on record once, however often it is said again, and each change of mind is`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            let said = try await world.installation.readPersonalCase(as: person).consents
            world.clock.move(seconds: 60)
            for _ in 0..<5 { try await personal.consent(person) }
            #expect(try await personal.count("consent") == 3)
            #expect(try await world.installation.readPersonalCase(as: person).consents == said)
            for isGiven in [false, false, true, true] {
                _ = try await world.installation.giveConsent(as: person, [.face: isGiven], noticeVersion: PersonalNotice.version)
            }
            #expect(try await personal.count("consent") == 5)
            let latest = try await world.installation.readPersonalCase(as: person).consents
            #expect(latest.first { $0.kind == .face }?.recordedAt == world.clock.now())
            #expect(latest.first { $0.kind == .privacy } == said.first { $0.kind == .privacy })
        }
    }

    @Test func `R-DP-06: a guardian's consent is on record each time it is said, because the guardian may be another`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person, [.privacy, .sensitiveData], isUnder14: true)
            for guardian in [1, 2] {
                _ = try await world.installation.updatePersonalDraft(
                    as: person, PersonalDraft(holder: PersonalJob.child, guardian: PersonalJob.person(guardian)))
                world.clock.move(seconds: 60)
                try await personal.consent(person, [.privacy, .guardian], isUnder14: nil)
                let latest = try await world.installation.readPersonalCase(as: person).consents
                #expect(latest.first { $0.kind == .guardian }?.recordedAt == world.clock.now())
            }
            #expect(try await personal.count("consent") == 4)
        }
    }

    @Test func `every need that is not met is named at once, each with its clause`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            let refusal = try await refused { _ = try await world.installation.submitPersonal(as: person) }
            #expect(refusal?.code == "fields-invalid")
            let pointers = Set(refusal?.details.compactMap(\.pointer) ?? [])
            #expect(
                pointers.isSuperset(of: [
                    "/holder", "/evidence/holder-id-front", "/evidence/holder-id-back", "/evidence/face-capture", "/noticeAccepted",
                ]))
            #expect(refusal?.details.allSatisfy { !$0.requirements.isEmpty } == true)
        }
    }

    @Test(arguments: ["nonce", "order", "late", "again", "missing", "same-picture", "too-quick", "other-case"])
    func `a face capture that does not answer its challenge is refused`(fault: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            let installation = world.installation
            let challenge = try await installation.issueFaceChallenge(as: person)
            var frames = PersonalJob.frames(challenge)
            var nonce = challenge.nonce
            var principal = person
            world.clock.move(seconds: fault == "late" ? installation.settings.faceChallengeSeconds + 1 : 6)
            switch fault {
            case "nonce": nonce = String(nonce.reversed())
            case "order": frames.swapAt(1, 2)
            case "again": _ = try await installation.captureFace(as: person, nonce: nonce, frames: frames)
            case "missing": frames.removeLast()
            case "same-picture":
                frames[2] = LivenessFrame(action: frames[2].action, milliseconds: frames[2].milliseconds, picture: frames[1].picture)
            case "too-quick":
                frames[2] = LivenessFrame(action: frames[2].action, milliseconds: frames[1].milliseconds + 1, picture: frames[2].picture)
            case "other-case":
                principal = try await personal.open(1).principal
                try await personal.consent(principal)
            default: break
            }
            #expect(
                try await refusalCode {
                    _ = try await installation.captureFace(as: principal, nonce: nonce, frames: frames)
                } == "face-challenge-refused")
        }
    }

    @Test func `frames that claim more time than has passed are refused`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            let challenge = try await world.installation.issueFaceChallenge(as: person)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.captureFace(
                        as: person, nonce: challenge.nonce, frames: PersonalJob.frames(challenge))
                } == "face-challenge-refused")
        }
    }

    @Test func `a face is no upload: the slot is filled by a challenge alone`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            for slot in [EvidenceSlot.faceCapture, .unitDocument, .handlerIDFront] {
                #expect(
                    try await refusalCode {
                        _ = try await world.installation.capturePicture(as: person, slot, bytes: inventedPicture(), insists: true)
                    } == "evidence-slot-unknown")
            }
        }
    }

    @Test func `a picture the machine finds fault with is not kept, says why, and may be insisted on`() async throws {
        let reader = ScriptedReader { _ in PictureReading(problems: [.blurred, .glare], fields: ["name": "欧阳青禾"], mark: 7) }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person, [.privacy, .sensitiveData])
            let refusal = try await refused {
                _ = try await world.installation.capturePicture(as: person, .holderIDFront, bytes: inventedPicture(), insists: false)
            }
            #expect(refusal?.code == "picture-not-usable")
            #expect(refusal?.details.map(\.code) == ["picture-blurred", "picture-glare"])
            #expect(refusal?.details.allSatisfy { !$0.mend.zh.isEmpty && !$0.mend.en.isEmpty } == true)
            #expect(try await world.installation.readPersonalCase(as: person).content.evidence == nil)
            let kept = try await world.installation.capturePicture(as: person, .holderIDFront, bytes: inventedPicture(), insists: true)
            #expect(kept.view.content.holder?.name == "欧阳青禾")
            #expect(kept.view.content.readings?["holder-id-front"]?["name"] == "欧阳青禾")
        }
    }

    @Test func `what a machine reads never overwrites what the person typed`() async throws {
        let reader = ScriptedReader { _ in PictureReading(fields: ["name": "恰似", "documentNumber": "1"]) }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person, [.privacy, .sensitiveData])
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: PersonalJob.person(0)))
            let kept = try await world.installation.capturePicture(as: person, .holderIDFront, bytes: inventedPicture(), insists: false)
            #expect(kept.view.content.holder == PersonalJob.person(0))
        }
    }

    @Test func `the fourth attempt in a day is refused; the next day is another`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var (person, application) = try await personal.submitted()
            for attempt in 2...4 {
                _ = try await world.installation.decideApplication(
                    as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                    reasons: [DecisionReason(pointer: "/evidence/holder-id-front", code: "unreadable")], note: nil)
                guard attempt < 4 else { break }
                let view = try await world.installation.submitPersonal(as: person)
                application = try #require(view.application)
                #expect(view.attempts.left == 3 - attempt)
            }
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } == "attempts-exhausted")
            world.clock.move(days: 1)
            // The seat's time is over, and a face of yesterday proves nothing today.
            let old = try await refused { _ = try await world.installation.submitPersonal(as: person) }
            #expect(old?.details.map(\.code) == ["face-capture-old"])
            try await personal.captureFace(person, seed: 120)
            _ = try await world.installation.submitPersonal(as: person)
        }
    }

    @Test(arguments: ["number", "name", "expired", "dummy", "register-of-adult"])
    func `documents that break a rule are refused with its id`(fault: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            var facts = PersonalJob.person(0)
            let expected: String
            switch fault {
            case "number":
                facts.documentNumber = "11010519491231002Y"
                expected = "/holder/documentNumber"
            case "name":
                facts.name = "X"
                expected = "/holder/name"
            case "expired":
                facts.validUntil = "2026-01-01"
                expected = "/holder/validUntil"
            case "dummy":
                facts.name = "测试"
                expected = "/holder/name"
            default:
                facts.documentType = DocumentType.householdRegister.rawValue
                expected = "/holder/documentType"
            }
            try await personal.fill(person, facts)
            let refusal = try await refused { _ = try await world.installation.submitPersonal(as: person) }
            let found = refusal?.details.filter { $0.pointer == expected } ?? []
            #expect(!found.isEmpty, "\(String(describing: refusal?.details.map(\.pointer)))")
            #expect(found.allSatisfy { !$0.requirements.isEmpty && !$0.mend.zh.isEmpty && !$0.mend.en.isEmpty })
        }
    }

    @Test func `a child needs a guardian who is of age and another person`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            let child = PersonalJob.child
            try await personal.fill(person, child)
            let needs = try await world.installation.readPersonalCase(as: person).needs
            #expect(needs.methods.contains(.guardian))
            let refusal = try await refused { _ = try await world.installation.submitPersonal(as: person) }
            #expect(refusal?.details.contains { $0.pointer == "/guardian" } == true)
            _ = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: child, guardian: child, noticeAccepted: true))
            let own = try await refused { _ = try await world.installation.submitPersonal(as: person) }
            let codes = Set(own?.details.map(\.code) ?? [])
            #expect(codes.isSuperset(of: ["not-of-age", "same-person-twice"]))
        }
    }

    @Test func `a card that somebody holds, or applied for, is not applied for again`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.submitted()
            let other = try await personal.open().principal
            #expect(try await world.installation.readPersonalCase(as: other).standing == .underApplication)
            try await personal.fill(other, PersonalJob.person(1))
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: other) } == "card-under-application")
        }
    }

    @Test func `military documents lead to a hall`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            var facts = PersonalJob.person(0)
            facts.documentType = DocumentType.militaryID.rawValue
            try await personal.fill(person, facts)
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } == "in-person-only")
        }
    }
}
