import Inspection
import Records
import Registry
import Synchronization
import TestKit
import Testing
import UseCases
import Watermark

/// Does what reader, inspector and marker do, and notes on whose behalf.
private final class Watched: PictureReader, EvidenceInspector, CopyMarker, Sendable {
    private let owners = Mutex<[String: Set<String>]>([:])
    private let isCrowded = Mutex(false)

    func crowd() { isCrowded.withLock { $0 = true } }

    /// Who was noted since this was asked last.
    func take() -> [String: Set<String>] {
        owners.withLock { noted in
            defer { noted = [:] }
            return noted
        }
    }

    private func note(_ work: String, _ owner: String) { owners.withLock { _ = $0[work, default: []].insert(owner) } }

    func read(_: [UInt8], as _: PictureTask, for owner: String) async throws -> PictureReading {
        note("read", owner)
        if isCrowded.withLock({ $0 }) { throw Refusal.readingCrowded }
        return PictureReading()
    }

    func codes(in _: [UInt8], for owner: String) async throws(Refusal) -> [PrintedCode] {
        note("codes", owner)
        return []
    }

    func inspect(_ bytes: [UInt8], for owner: String) async throws -> InspectionReport {
        note("inspect", owner)
        return try await CredulousInspector().inspect(bytes, for: owner)
    }

    func load() async -> (running: Int, waiting: Int) { (0, 0) }

    func mark(_ original: [UInt8], with text: WatermarkText, for owner: String) async throws -> MarkedCopy {
        note("mark", owner)
        return try await PlainMarker().mark(original, with: text, for: owner)
    }
}

@Suite("On whose behalf a child looks at a picture")
struct PictureOwnerTests {
    private func withWatched(_ body: (PersonalJob, Watched) async throws -> Void) async throws {
        let watched = Watched()
        let world = try await World.make(inspector: watched, marker: watched, reader: watched)
        do {
            let personal = try await PersonalJob.prepare(in: world)
            _ = watched.take()
            try await body(personal, watched)
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    private func capture(_ personal: PersonalJob, _ person: Principal, insists: Bool = false) async throws {
        _ = try await personal.installation.capturePicture(as: person, .holderIDFront, bytes: inventedPicture(30), insists: insists)
    }

    @Test func `of whoever comes by a link it is the agent's who gave it, however many links and seats there are`() async throws {
        try await withWatched { personal, watched in
            let agent = "organisation \(personal.job.agent.id)"
            for card in [0, 1] {
                let person = try await personal.open(card).principal
                try await personal.consent(person)
                try await capture(personal, person)
                #expect(watched.take() == ["read": [agent], "inspect": [agent]])
                try await personal.captureFace(person)
                #expect(watched.take() == ["read": [agent], "inspect": [agent]])
            }
        }
    }

    @Test func `of whoever fills his part it is the agent's too`() {
        let agent = OrganisationID(high: 0, low: 9)
        let part = Principal(
            PartSeat(
                link: PartLinkID(high: 0, low: 1), application: ApplicationID(high: 0, low: 5), role: .handler, organisation: agent,
                path: .root, device: nil))
        let other = Principal(
            PartSeat(
                link: PartLinkID(high: 0, low: 2), application: ApplicationID(high: 0, low: 6), role: .handler, organisation: agent,
                path: .root, device: [1]))
        #expect(part.pictureOwner == "organisation \(agent)" && other.pictureOwner == part.pictureOwner)
    }

    @Test func `staff have a share of their own each, so that no crowd of persons keeps a counter waiting`() async throws {
        try await withWatched { personal, watched in
            let (clerk, reviewer) = (personal.job.clerk, personal.job.reviewer)
            #expect(clerk.account != reviewer.account && clerk.organisation == personal.job.agent.id)
            let piece = try await personal.installation.uploadEvidence(as: clerk, kind: "other", bytes: inventedPicture(9))
            #expect(watched.take() == ["inspect": ["account \(clerk.account)"]])
            _ = try await personal.installation.openEvidence(as: reviewer, piece.id, purpose: "案件 2026-118")
            #expect(watched.take() == ["mark": ["account \(reviewer.account)"]])
        }
    }

    @Test func `of a stranger nothing is known but where he comes from`() async throws {
        try await withWatched { personal, watched in
            for source in ["203.0.113.9", "203.0.113.8"] {
                await #expect(throws: Refusal.cardNumberNotRead) {
                    try await personal.installation.readCardNumber(in: inventedPicture(1), from: source)
                }
                #expect(watched.take() == ["codes": ["address \(source)"]])
            }
        }
    }

    @Test func `where too many wait the picture is not kept unread, and insisting does not get it there either`() async throws {
        try await withWatched { personal, watched in
            let person = try await personal.open().principal
            try await personal.consent(person)
            let before = try await personal.count("evidence")
            watched.crowd()
            for insists in [false, true] {
                await #expect(throws: Refusal.readingCrowded) { try await capture(personal, person, insists: insists) }
            }
            #expect(try await personal.count("evidence") == before)
            // It was looked at by nobody else either: the reader comes first.
            #expect(watched.take().keys.sorted() == ["read"])
        }
    }
}
