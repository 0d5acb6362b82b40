import Crypto
import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Pictures a person takes of himself and his document")
struct TakenPicturesTests {
    private static let slots: [EvidenceSlot] = [.holderIDFront, .holderIDBack, .handHeldPhoto]
    /// What phones write beside a picture.
    private static let besides = ["GPS 31.2304N 121.4737E", "a comment", "a film behind it"]

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] { [0xFF, marker, 0, UInt8(content.count + 2)] + content }

    /// Another picture for every seed.
    private static func photo(_ seed: UInt8) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        bytes += segment(0xE1, Array("Exif\0\0".utf8) + Array(besides[0].utf8))
        bytes += segment(0xFE, Array(besides[1].utf8))
        bytes += segment(0xDB, [UInt8](repeating: seed, count: 65))
        bytes += segment(0xDA, [1, 2, 3])
        bytes += [0x12, 0xFF, 0xD9]
        return bytes + Array(besides[2].utf8)
    }

    private static func hash(_ bytes: [UInt8]) -> String { Hex.text(Array(SHA256.hash(data: bytes))) }

    @Test func `R-DP-26: what the phone wrote beside it is not kept, the hash of what was sent is, and each lies under a key of its own`()
        async throws
    {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let installation = world.installation
            var floor = VerificationPolicy.standardFloor
            floor.rules.append(
                VerificationRule(
                    VerificationCondition(), [.handHeldPhoto], requirement: nil,
                    reason: LocalText(en: "Demanded by a test.", zh: "测试要求。")))
            _ = try await installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            let person = try await personal.open().principal
            try await personal.consent(person)
            var sent: [[UInt8]] = []
            for (place, slot) in Self.slots.enumerated() {
                sent.append(Self.photo(UInt8(40 + place)))
                _ = try await installation.capturePicture(as: person, slot, bytes: sent[place], insists: false)
            }
            let challenge = try await installation.issueFaceChallenge(as: person)
            world.clock.move(seconds: 6)
            let frames = PersonalJob.frames(challenge).enumerated().map { place, frame in
                LivenessFrame(action: frame.action, milliseconds: frame.milliseconds, picture: Self.photo(UInt8(60 + place)))
            }
            sent += frames.map(\.picture)
            _ = try await installation.captureFace(as: person, nonce: challenge.nonce, frames: frames)
            _ = try await installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(0), noticeAccepted: true))
            let application = try #require(try await installation.submitPersonal(as: person).application)

            let pieces = try #require(
                try await installation.readApplication(as: personal.job.reviewer, application.id).evidence)
            #expect(Set(pieces.map(\.slot)) == Set(Self.slots + [.faceCapture]))
            for piece in pieces {
                let copy = try await installation.openEvidence(as: personal.job.reviewer, piece.evidence, purpose: "审核核对 2026-03")
                let kept = PlainMarker.read(copy.bytes).original
                #expect(kept.starts(with: [0xFF, 0xD8, 0xFF, 0xDB]), "\(piece.slot)")
                for text in Self.besides { #expect(kept.firstRange(of: Array(text.utf8)) == nil, "\(piece.slot): \(text)") }
            }
            let entries = try await installation.store.read { session in
                try session.all("SELECT body FROM trail_entry WHERE action = 'evidence.captured'") { $0.text(0) }
            }
            #expect(entries.count == sent.count)
            for picture in sent { #expect(entries.count(where: { $0.contains(Self.hash(picture)) }) == 1) }
            let keys = try await installation.store.read { try $0.count("SELECT COUNT(DISTINCT data_key) FROM evidence") }
            #expect(try await personal.count("evidence") == keys)
        }
    }
}
