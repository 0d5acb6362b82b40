import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Giving a card up, and who has it next")
struct ReleaseTests {
    /// The first watch's card, effective for the first person.
    private func registered(_ personal: PersonalJob) async throws -> Principal {
        let (person, application) = try await personal.submitted()
        try await personal.accept(application.id, application.version)
        return person
    }

    @Test func `the old holding ends, the new owner registers anew, and both stay on record`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await registered(personal)
            world.clock.move(days: 10)
            let then = world.clock.now()
            world.clock.move(days: 10)
            let asked = try await world.installation.askForRelease(
                as: first, documentNumber: PersonalJob.person(0).documentNumber ?? "")
            #expect(asked.kind == .end && asked.stage == .inReview)
            let waiting = try await world.installation.listApplications(
                as: personal.job.reviewer, state: .submitted, kind: .end, registration: nil, after: nil, limit: 5)
            let ending = try #require(waiting.first)
            try await personal.accept(ending.id, ending.version, receipt: "CM-101")
            #expect(try await world.installation.personalStatus(as: first).stage == .released)
            #expect(try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0])).standing == .vacant)
            let (_, next) = try await personal.submitted(0, PersonalJob.person(1))
            try await personal.accept(next.id, next.version, receipt: "CM-102")
            let now = try await world.installation.reveal(
                as: personal.job.compliance, .iccid(personal.watches[0]), purpose: "投诉核查 2026-031")
            #expect(now.roles[.holder]?.name == PersonalJob.person(1).name)
            let before = try await world.installation.reveal(
                as: personal.job.compliance, .iccid(personal.watches[0]), at: then, purpose: "投诉核查 2026-031")
            #expect(before.roles[.holder]?.name == PersonalJob.person(0).name)
        }
    }

    @Test func `registered and given up within one instant, a registration has ended all the same`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            try await personal.endHolding(of: 0, by: person)
            let registration = try await world.installation.store.read { session in
                try RegistrationRecords.find(application.registration, .everything, at: world.clock.now(), in: session)
            }
            #expect(registration?.state == .ended)
        }
    }

    @Test func `another's number gives nothing up, and guessing ends`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await registered(personal)
            for _ in 0..<5 {
                #expect(
                    try await refusalCode {
                        _ = try await world.installation.askForRelease(
                            as: first, documentNumber: PersonalJob.person(1).documentNumber ?? "")
                    } == "not-the-holder")
            }
            #expect(
                try await refusalCode {
                    _ = try await world.installation.askForRelease(as: first, documentNumber: PersonalJob.person(0).documentNumber ?? "")
                } == "attempts-exhausted")
        }
    }

    @Test(arguments: ["full-width", "in groups", "with wide spaces and small letters"])
    func `the holder's number is his however it is typed, as when he registered`(_ way: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await registered(personal)
            let number = try #require(PersonalJob.person(0).documentNumber)
            let typed =
                switch way {
                case "full-width":
                    String(String.UnicodeScalarView(number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
                case "in groups": "\(number.prefix(6)) \(number.dropFirst(6).prefix(8)) \(number.suffix(4))"
                default: "\u{3000}\(number.prefix(6))\u{3000}\(number.dropFirst(6))".lowercased()
                }
            // Another's is not, however it is typed; nor is a part of it.
            for wrong in [String(number.dropLast()), number + number, PersonalJob.person(1).documentNumber ?? "", ""] {
                #expect(
                    try await refusalCode { _ = try await world.installation.askForRelease(as: person, documentNumber: wrong) }
                        == "not-the-holder", "\(wrong)")
            }
            _ = try await world.installation.askForRelease(as: person, documentNumber: typed)
        }
    }

    @Test func `who is not registered has nothing to give up; nobody asks twice; another device may not`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let number = PersonalJob.person(0).documentNumber ?? ""
            let stranger = try await personal.open(1).principal
            #expect(
                try await refusalCode {
                    _ = try await world.installation.askForRelease(as: stranger, documentNumber: number)
                } == "registration-not-live")
            let first = try await registered(personal)
            let other = try await personal.open().principal
            #expect(
                try await refusalCode {
                    _ = try await world.installation.askForRelease(as: other, documentNumber: number)
                } == "release-after-proof")
            _ = try await world.installation.askForRelease(as: first, documentNumber: number.lowercased())
            #expect(
                try await refusalCode {
                    _ = try await world.installation.askForRelease(as: first, documentNumber: number)
                } == "asked-already")
        }
    }

    @Test func `R-LC-08: proved again, the holder gives a card up on whatever device, however it was registered`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let registered = try await world.installation.registerInPerson(as: personal.job.clerk, personal.inPerson())
            try await personal.accept(registered.application, registered.version)
            let phone = try await personal.open().principal
            let code = registered.code
            #expect(
                try await refusalCode { _ = try await world.installation.releaseOwnCard(as: phone, code: code) } == "identity-not-proved")
            try await personal.prove(phone)
            #expect(try await refusalCode { _ = try await world.installation.releaseOwnCard(as: phone, code: "SM-NONE") } == "not-found")
            #expect(try await world.installation.releaseOwnCard(as: phone, code: code.lowercased()).state == .submitted)
            #expect(try await refusalCode { _ = try await world.installation.releaseOwnCard(as: phone, code: code) } == "asked-already")
            #expect(try await refusalCode { _ = try await world.installation.disputeCard(as: phone, code: code) } == "asked-already")
            let ending = try #require(try await personal.waitingEnding())
            try await personal.accept(ending.id, ending.version, receipt: "CM-991")
            #expect(try await refusalCode { _ = try await world.installation.releaseOwnCard(as: phone, code: code) } == "not-found")
            try await personal.submitted(0, PersonalJob.person(1))
        }
    }

    @Test func `given up on another device, the card's way is told where it was registered too`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await personal.effective()
            let code = try #require(try await world.installation.readPersonalCase(as: first).code)
            let phone = try await personal.open().principal
            try await personal.prove(phone)
            _ = try await world.installation.releaseOwnCard(as: phone, code: code)
            let status = try await world.installation.personalStatus(as: first)
            #expect(status.stage == .inReview)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.askForRelease(as: first, documentNumber: PersonalJob.person(0).documentNumber ?? "")
                } == "asked-already")
        }
    }

    @Test func `another's card is given up by nobody who has proved to be somebody else`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            let (_, others) = try await personal.submitted(1, PersonalJob.person(1))
            try await personal.accept(others.id, others.version, receipt: "CM-992")
            try await personal.prove(person)
            let code = try await world.installation.readApplication(as: personal.job.reviewer, others.id).registrationCode
            #expect(try await refusalCode { _ = try await world.installation.releaseOwnCard(as: person, code: code) } == "not-found")
            #expect(try await personal.waitingEnding() == nil)
        }
    }

    @Test func `a remark is for reviewers, the note for the applicant`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/holder-id-front", code: "unreadable")], note: "请在光线充足处重拍",
                remark: "疑似翻拍，复核人脸")
            let reviewer = try await world.installation.readApplication(as: personal.job.secondReviewer, application.id)
            #expect(reviewer.remark == "疑似翻拍，复核人脸")
            #expect(reviewer.note == "请在光线充足处重拍")
            let clerk = try await world.installation.readApplication(as: personal.job.clerk, application.id)
            #expect(clerk.remark == nil)
            #expect(clerk.content?.holder?.name == "欧**")
            #expect(clerk.content?.readings?.isEmpty ?? true || clerk.content?.readings?["holder-id-front"]?["name"] == nil)
        }
    }
}
