import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Pictures of a document used again, and risk")
struct ReusePicturesTests {
    private func prepared(
        _ world: World, reuseDays: Int? = 30, _ change: (inout VerificationPolicy) -> Void = { _ in }
    ) async throws -> PersonalJob {
        let personal = try await PersonalJob.prepare(in: world, watches: 5)
        var floor = VerificationPolicy.standardFloor
        floor.reuseDays = reuseDays
        change(&floor)
        _ = try await world.installation.setVerificationPolicy(
            as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
        return personal
    }

    /// The first card registered on a device, which comes back.
    private func registered(_ personal: PersonalJob) async throws -> String {
        let opened = try await personal.open()
        try await personal.fill(opened.principal)
        let handedIn = try #require(try await personal.installation.submitPersonal(as: opened.principal).application)
        try await personal.accept(handedIn.id, handedIn.version, receipt: "CM-950")
        return opened.device
    }

    /// At another card's entrance on the device, with the document declared.
    private func next(
        _ personal: PersonalJob, _ card: Int, on device: String, _ holder: PartyFacts = PersonalJob.person(0)
    ) async throws -> Principal {
        let person = try await personal.open(card, device: device).principal
        try await personal.consent(person)
        _ = try await personal.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder, noticeAccepted: true))
        return person
    }

    @Test func `within the days of the policy the next card takes the pictures over, and the face is shown anew`() async throws {
        try await withWorld { world in
            let personal = try await prepared(world)
            let device = try await registered(personal)
            world.clock.move(days: 20)
            let person = try await next(personal, 1, on: device)
            #expect(try await world.installation.readPersonalCase(as: person).reuse == .offered)
            let view = try await world.installation.reusePictures(as: person)
            #expect(view.reuse == .used && !view.effectiveNeeds.methods.contains(.documentPhotos))
            #expect(try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } == ["/evidence/face-capture"])
            try await personal.captureFace(person, seed: 180)
            let handedIn = try #require(try await world.installation.submitPersonal(as: person).application)
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, handedIn.id)
            #expect(seen.checks.contains { $0.code == "pictures-reused" && $0.verdict == "passed" })
            #expect(seen.evidence?.filter { $0.ground == .reused }.map(\.slot) == [.holderIDBack, .holderIDFront])
            #expect(Set((seen.evidence ?? []).filter { $0.ground == .handedIn }.map(\.slot)) == [.faceCapture])
            #expect(!seen.checks.contains { $0.code == "picture-used-before" })
            #expect(
                try await personal.count("submission_evidence WHERE slot IN ('holder-id-front', 'holder-id-back')") == 4)
            // Used again, they are not used a third time, or they would never grow old.
            world.clock.move(days: 11)
            try await personal.accept(handedIn.id, handedIn.version, receipt: "CM-951")
            #expect(try await world.installation.readPersonalCase(as: next(personal, 2, on: device)).reuse == .none)
        }
    }

    @Test(arguments: [nil, 0] as [Int?])
    func `where the policy allows no reuse none is offered, and asking for it is refused`(days: Int?) async throws {
        try await withWorld { world in
            let personal = try await prepared(world, reuseDays: days)
            let device = try await registered(personal)
            let person = try await next(personal, 1, on: device)
            #expect(try await world.installation.readPersonalCase(as: person).reuse == .none)
            #expect(try await refusalCode { _ = try await world.installation.reusePictures(as: person) } == "pictures-not-reusable")
        }
    }

    @Test func `who holds the device is told nothing of whom it registered`() async throws {
        try await withWorld { world in
            let personal = try await prepared(world)
            let device = try await registered(personal)
            let other = try await next(personal, 1, on: device, PersonalJob.person(1))
            let view = try await world.installation.readPersonalCase(as: other)
            #expect(view.reuse == .none)
            #expect(try await refusalCode { _ = try await world.installation.reusePictures(as: other) } == "pictures-not-reusable")
            let undeclared = try await personal.open(2, device: device).principal
            try await personal.consent(undeclared)
            #expect(try await refusalCode { _ = try await world.installation.reusePictures(as: undeclared) } == "pictures-not-reusable")
            #expect(try await world.installation.readPersonalCase(as: undeclared).content.holder == nil)
        }
    }

    @Test func `of a card that was given up nothing is used again`() async throws {
        try await withWorld { world in
            let personal = try await prepared(world)
            let opened = try await personal.open()
            try await personal.fill(opened.principal)
            let handedIn = try #require(try await world.installation.submitPersonal(as: opened.principal).application)
            try await personal.accept(handedIn.id, handedIn.version, receipt: "CM-950")
            let device = opened.device
            world.clock.move(seconds: 1)
            let asker = try await personal.open(1, device: device).principal
            try await personal.consent(asker)
            _ = try await world.installation.updatePersonalDraft(
                as: asker, PersonalDraft(holder: PersonalJob.person(0), noticeAccepted: true))
            #expect(try await world.installation.readPersonalCase(as: asker).reuse == .offered)
            try await personal.endHolding(of: 0, by: opened.principal)
            #expect(try await world.installation.readPersonalCase(as: asker).reuse == .none)
        }
    }

    @Test func `another device, another person, or days gone by: the document is photographed`() async throws {
        try await withWorld { world in
            let personal = try await prepared(world)
            let device = try await registered(personal)
            let stranger = try await personal.open(1).principal
            try await personal.consent(stranger)
            #expect(try await refusalCode { _ = try await world.installation.reusePictures(as: stranger) } == "pictures-not-reusable")
            let person = try await next(personal, 2, on: device)
            _ = try await world.installation.reusePictures(as: person)
            let other = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(1), noticeAccepted: true))
            #expect(other.effectiveNeeds.methods.contains(.documentPhotos))
            let back = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(0), noticeAccepted: true))
            #expect(!back.effectiveNeeds.methods.contains(.documentPhotos))
            world.clock.move(days: 31)
            let late = try await personal.open(2, device: device).principal
            #expect(try await world.installation.readPersonalCase(as: late).effectiveNeeds.methods.contains(.documentPhotos))
        }
    }

    @Test func `who declines his face hands the document in anew`() async throws {
        try await withWorld { world in
            let personal = try await prepared(world)
            let device = try await registered(personal)
            let person = try await next(personal, 1, on: device)
            let view = try await world.installation.reusePictures(as: person)
            let declined = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: view.content.holder, declinesFaceRecognition: true, noticeAccepted: true))
            #expect(declined.effectiveNeeds.methods.isSuperset(of: [.documentPhotos, .handHeldPhoto]))
        }
    }

    @Test func `R-PH-07: on a device that handed in for many, a card needs the second check of a high risk`() async throws {
        try await withWorld { world in
            let personal = try await prepared(world, reuseDays: nil)
            let device = try await registered(personal)
            for card in 1..<4 {
                let person = try await personal.open(card, device: device).principal
                try await personal.fill(person, PersonalJob.person(card), seed: UInt8(60 + card * 20))
                _ = try await world.installation.submitPersonal(as: person)
            }
            let person = try await personal.open(4, device: device).principal
            let needs = try await world.installation.readPersonalCase(as: person).needs
            #expect(needs.needs.contains { $0.method == .handHeldPhoto && $0.requirement == "R-PH-07" })
            let elsewhere = try await personal.open(4).principal
            #expect(try await !world.installation.readPersonalCase(as: elsewhere).needs.methods.contains(.handHeldPhoto))
        }
    }
}
