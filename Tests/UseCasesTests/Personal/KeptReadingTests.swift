import Records
import Registry
import SQLCore
import Synchronization
import TestKit
import Testing
import UseCases

@Suite("A picture that staff take is read once")
struct KeptReadingTests {
    /// Counts what it is asked, and finds fault with fronts.
    private final class CountingReader: PictureReader, Sendable {
        let asked = Mutex<[PictureTask]>([])
        private let isAbsent: Bool

        init(isAbsent: Bool = false) { self.isAbsent = isAbsent }

        func read(_: [UInt8], as task: PictureTask, for _: String) async throws -> PictureReading {
            asked.withLock { $0.append(task) }
            if isAbsent { return .notRead }
            guard case .documentFront = task else { return PictureReading(mark: 7, detail: [1, .max]) }
            return PictureReading(
                problems: [.blurred], fields: ["name": "诸葛望舒"], mark: .max, excerpts: [1, 2, 3, .max], flags: [.rephotographed])
        }

        func codes(in _: [UInt8], for _: String) async throws(Refusal) -> [PrintedCode] { [] }
    }

    private static let slots: [EvidenceSlot] = [.holderIDFront, .holderIDBack, .holderOnSitePhoto]

    private func take(
        _ personal: PersonalJob, _ slots: [EvidenceSlot] = Self.slots, of type: DocumentType = .residentID, seed: UInt8 = 20
    ) async throws -> [String: [String]] {
        var facts = ApplicationContent()
        facts.holder = PersonalJob.person(0)
        let examined = try await personal.installation.examinedInPerson(as: personal.job.clerk, facts, resuming: nil)
        var pieces: [String: [String]] = [:]
        for (place, slot) in slots.enumerated() {
            let taken = try await personal.installation.takeInPerson(
                as: personal.job.clerk,
                InPersonPaper(
                    slot: slot, documentType: type, bytes: inventedPicture(seed + UInt8(place)), insists: true,
                    consents: [.privacy, .sensitiveData], noticeVersion: PersonalNotice.inPersonVersion, examined: examined))
            pieces[slot.rawValue] = [taken.piece.id.description]
        }
        return pieces
    }

    private func application(_ personal: PersonalJob, _ pieces: [String: [String]], card: Int = 0) -> InPersonApplication {
        var content = ApplicationContent()
        content.holder = PersonalJob.person(card)
        content.noticeAccepted = true
        content.evidence = pieces
        return InPersonApplication(
            card: personal.watches[card], channel: .agent, content: content, consents: [.privacy: true, .sensitiveData: true],
            noticeVersion: PersonalNotice.inPersonVersion)
    }

    @Test func `when it is taken, and a reviewer learns the same of it`() async throws {
        let reader = CountingReader()
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let pieces = try await take(personal)
            #expect(reader.asked.withLock(\.count) == 3)
            let begun = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal, pieces))
            #expect(reader.asked.withLock(\.count) == 3)
            let found = try await world.installation.readApplication(as: personal.job.reviewer, begun.application)
            #expect(
                Set(found.checks.map(\.code)).isSuperset(of: ["picture-blurred", "picture-re-photographed", "reading-differs"]),
                "\(found.checks.map(\.code))")
            // It is the case's now.
            #expect(try await personal.count("picture_reading") == 0)
            #expect(try await personal.count("picture_mark") == 3)
            #expect(try await personal.count("picture_band") == 4)
        }
    }

    @Test func `again where it turns out to be another document, and where nobody could read it`() async throws {
        let reader = CountingReader()
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let pieces = try await take(personal, of: .passport)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal, pieces))
            #expect(reader.asked.withLock { $0.suffix(2) } == [.documentBack(.residentID), .documentFront(.residentID)])
            #expect(reader.asked.withLock(\.count) == 5)
        }
        let absent = CountingReader(isAbsent: true)
        try await withWorld(reader: absent) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let pieces = try await take(personal)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal, pieces))
            #expect(try await personal.count("picture_reading") == 0)
            #expect(absent.asked.withLock(\.count) == 6)
        }
    }

    @Test func `what was read lies sealed, and goes with a picture that is never handed in`() async throws {
        let reader = CountingReader()
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await take(personal)
            let kept = try await world.installation.store.read { try $0.all("SELECT sealed FROM picture_reading") { $0.blob(0) } }
            #expect(kept.count == 3)
            let name = Array("诸葛望舒".utf8)
            for sealed in kept {
                #expect(!sealed.indices.dropLast(name.count).contains { Array(sealed[$0..<$0 + name.count]) == name })
            }
            #expect(try await world.installation.checkStore().findings == [])
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            try await world.installation.purgeDue()
            #expect(try await personal.count("picture_reading") == 0)
            #expect(try await world.installation.checkStore().findings == [])
        }
    }

    @Test func `nobody else's piece is read for him`() async throws {
        let reader = CountingReader()
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await take(personal)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal, first))
            // Handed in, they are that person's alone.
            #expect(
                try await refusalCode {
                    _ = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal, first, card: 1))
                } == "fields-invalid")
            #expect(reader.asked.withLock(\.count) == 3)
        }
    }

    @Test func `the slip and the page name whoever took it, whoever looks`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let begun = try await world.installation.registerInPerson(
                as: personal.job.clerk, application(personal, take(personal)))
            func name(_ organisation: OrganisationID) async throws -> String? {
                try await world.installation.store.read { try OrganisationRecords.find(organisation, within: .everything, in: $0)?.name }
            }
            let (agent, company) = try await (
                name(personal.job.clerk.organisation), name(personal.job.administrator.organisation)
            )
            #expect(agent != company)
            for staff in [personal.job.clerk, personal.job.reviewer] {
                #expect(try await world.installation.readApplication(as: staff, begun.application).takenBy == agent)
            }
        }
    }
}
