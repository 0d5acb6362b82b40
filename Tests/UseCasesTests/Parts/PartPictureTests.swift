import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A person's look at the picture he took for his part")
struct PartPictureTests {
    private static let purpose = "本人核对照片"

    private static func refusal(
        _ parts: PartJob, _ person: Principal, device: String = PartJob.phone, _ slot: EvidenceSlot = .handlerIDFront
    ) async throws -> String? {
        try await refusalCode {
            _ = try await parts.installation.openPartPicture(as: person, device: device, slot, purpose: purpose)
        }
    }

    @Test func `on the phone on which he took it he sees it as a marked copy, and the trail has the look`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (_, person) = try await parts.filled()
            let opened = try await world.installation.openPartPicture(
                as: person, device: PartJob.phone, .handlerIDBack, purpose: Self.purpose)
            let copy = PlainMarker.read(opened.bytes)
            #expect(copy.text.hasSuffix("用途：\(Self.purpose)") && !copy.original.isEmpty)
            let entries = try await world.installation.listTrail(as: parts.job.auditor, TrailFilter(action: "evidence.opened")).rows
            #expect(entries.count == 1 && entries[0].actor == person.account)
            #expect(entries[0].body.contains("own-paper") && entries[0].body.contains("part-link"))
        }
    }

    @Test func `no other phone, no device of staff, no other slot and nobody else`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (_, person) = try await parts.filled()
            let (_, other) = try await parts.filled(.responsiblePerson, InventedPapers.responsible)
            #expect(try await Self.refusal(parts, person, device: PartJob.otherPhone) == "consent-needed")
            for slot in [EvidenceSlot.responsiblePersonIDFront, .unitDocument, .handHeldPhoto] {
                #expect(try await Self.refusal(parts, person, slot) == "not-found")
            }
            #expect(try await Self.refusal(parts, other) == "not-found")
            for staff in [parts.job.clerk, parts.job.reviewer, parts.job.administrator] {
                #expect(try await Self.refusal(parts, staff) == "not-permitted")
            }
            _ = try await world.installation.noteStaffDevice(PartJob.phone)
            #expect(try await Self.refusal(parts, person) == "staff-may-not-verify")
            #expect(try await world.entries("evidence.opened") == 0)
        }
    }

    @Test func `completed it is his no more, and no clerk's either`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let (_, person) = try await parts.filled()
            let taken = try await world.installation.readPart(as: person, device: PartJob.phone).typed.evidence?["handler-id-front"]?.first
            let picture = try #require(taken.flatMap { EvidenceID($0) })
            func asClerk() async throws -> String? {
                try await refusalCode {
                    _ = try await world.installation.openOwnPaper(
                        as: parts.job.clerk, picture, of: parts.begun.application, purpose: Self.purpose)
                }
            }
            #expect(try await asClerk() == "not-found", "not in the draft before his last word")
            try await parts.complete(person)
            #expect(try await Self.refusal(parts, person) == "part-completed")
            #expect(try await asClerk() == "paper-not-own")
            #expect(try await !world.installation.ownPapers(as: parts.job.clerk, of: parts.begun.application).contains(picture))
        }
    }

    @Test func `with the consent taken back, the link revoked, expired or closed it ends`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let shiming = world.installation
            let (_, first) = try await parts.filled()
            try await parts.agree(first, [.privacy: false, .sensitiveData: true])
            #expect(try await Self.refusal(parts, first) == "consent-needed")
            try await parts.agree(first)
            #expect(try await Self.refusal(parts, first) == "not-found", "what was taken before is destroyed")
            let (link, second) = try await parts.filled()
            #expect(try await Self.refusal(parts, second) == nil)
            try await shiming.revokePartLink(as: parts.job.clerk, link.id)
            #expect(try await Self.refusal(parts, second) == "part-link-not-open")
            let others = PartJob(job: parts.job, begun: try await parts.job.begun())
            let (_, third) = try await parts.filled()
            let version = try await parts.draft().application.version
            _ = try await shiming.submitApplication(as: parts.job.clerk, parts.begun.application, version: version)
            #expect(try await Self.refusal(parts, third) == "part-link-not-open")
            let (_, fourth) = try await others.filled()
            world.clock.move(seconds: shiming.settings.partLinkHours * 3_600)
            #expect(try await Self.refusal(others, fourth) == "part-link-expired")
        }
    }
}
