import Crypto
import Foundation
import Inspection
import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite struct EvidenceTests {
    @Test func `what was uploaded comes back for a purpose, and the trail knows of it before`() async throws {
        try await withWorld { world in
            let picture = inventedPicture(bytes: 200_000)
            let view = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "unit-document", bytes: picture)
            #expect(view.sha256 == Hex.text(Array(SHA256.hash(data: picture))))
            #expect(view.mediaType == "image/png")
            #expect(view.duplicateOf == nil)
            #expect(view.purgeAfter == world.clock.now().adding(days: world.installation.settings.purgeDays))
            let opened = try await world.installation.openEvidence(as: Invented.reviewer, view.id, purpose: "案件 2026-118")
            #expect(opened.mediaType == "image/jpeg")
            #expect(PlainMarker.read(opened.bytes).original == picture)
            let actions = try await world.installation.store.read { session in
                try session.all("SELECT action FROM trail_entry ORDER BY recorded_at, id") { $0.text(0) }
            }
            #expect(actions.sorted() == ["evidence.opened", "evidence.uploaded"])
        }
    }

    @Test func `nothing of the content stands in clear on the disk`() async throws {
        try await withWorld { world in
            let secret = Array("张三丰的营业执照副本".utf8)
            _ = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture() + secret)
            let files = try #require(FileManager.default.enumerator(atPath: world.folder)).compactMap { $0 as? String }
            #expect(files.contains { $0.hasPrefix("evidence/") && $0.count > 40 })
            for file in files {
                guard let data = FileManager.default.contents(atPath: world.folder + "/" + file) else { continue }
                #expect(data.range(of: Data(secret)) == nil, "\(file)")
            }
        }
    }

    @Test func `a duplicate is noticed within the scope and never across`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let first = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture())
            world.clock.move(seconds: 1)
            let again = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture())
            let elsewhere = try await installation.uploadEvidence(as: Invented.otherClerk, kind: "other", bytes: inventedPicture())
            #expect(again.duplicateOf == first.id)
            #expect(elsewhere.duplicateOf == nil)
            #expect(try await installation.readEvidence(as: Invented.reviewer, again.id).duplicateOf == first.id)
            #expect(try await installation.readEvidence(as: Invented.clerk, first.id).duplicateOf == nil)
        }
    }

    @Test func `another agent's evidence is not found`() async throws {
        try await withWorld { world in
            let view = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture())
            let code = try await refusalCode { _ = try await world.installation.readEvidence(as: Invented.otherClerk, view.id) }
            #expect(code == "not-found")
        }
    }

    @Test func `who uploads may not open, and who audits may do neither`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let view = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture())
            #expect(
                try await refusalCode { _ = try await installation.openEvidence(as: Invented.clerk, view.id, purpose: "look at it") }
                    == "not-permitted")
            #expect(try await refusalCode { _ = try await installation.readEvidence(as: Invented.auditor, view.id) } == "not-permitted")
            #expect(
                try await refusalCode {
                    _ = try await installation.uploadEvidence(as: Invented.reviewer, kind: "other", bytes: inventedPicture())
                }
                    == "not-permitted")
        }
    }

    @Test(arguments: ["", "abc", "    ", String(repeating: "x", count: 201)])
    func `without a proper purpose nothing is opened and nothing entered`(purpose: String) async throws {
        try await withWorld { world in
            let view = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture())
            #expect(
                try await refusalCode { _ = try await world.installation.openEvidence(as: Invented.reviewer, view.id, purpose: purpose) }
                    == "purpose-needed")
            #expect(try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM trail_entry") } == 1)
        }
    }

    @Test(arguments: ["", "Unit", "id-110105199001011234", "a b", String(repeating: "a", count: 41), "ouyang-qinghe", "selfie"])
    func `a kind that is not on the list is refused, so no name or number can stand in it`(kind: String) async throws {
        try await withWorld { world in
            let code = try await refusalCode {
                _ = try await world.installation.uploadEvidence(as: Invented.clerk, kind: kind, bytes: inventedPicture())
            }
            #expect(code == "evidence-kind-unknown")
        }
    }

    @Test func `what is refused leaves neither row nor key nor file`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let tooLarge = inventedPicture(bytes: installation.settings.evidenceBytesMax)
            let refused: [([UInt8], String)] = [
                ([], "evidence-empty"), (Array("GIF89a".utf8), "evidence-kind-unsupported"), (tooLarge, "evidence-too-large"),
            ]
            for (bytes, expected) in refused {
                let code = try await refusalCode {
                    _ = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: bytes)
                }
                #expect(code == expected)
            }
            let rows = try await installation.store.read { session in
                try session.count("SELECT (SELECT COUNT(*) FROM evidence) + (SELECT COUNT(*) FROM data_key)")
            }
            #expect(rows == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: installation.folders.evidence).isEmpty)
        }
    }

    @Test func `a file that was cut or swapped is not served`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let first = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(1))
            let second = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(2))
            let folder = installation.folders.evidence
            let firstPath = "\(folder)/\(installation.evidence.location(of: first.id))"
            let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(installation.evidence.location(of: second.id))"))
            for changed in [data, data.dropLast(), Data()] {
                try changed.write(to: URL(fileURLWithPath: firstPath))
                let code = try await refusalCode {
                    _ = try await installation.openEvidence(as: Invented.reviewer, first.id, purpose: "look at it")
                }
                #expect(code == "evidence-unreadable")
            }
            try FileManager.default.removeItem(atPath: firstPath)
            let code = try await refusalCode {
                _ = try await installation.openEvidence(as: Invented.reviewer, first.id, purpose: "look at it")
            }
            #expect(code == "evidence-unreadable")
        }
    }

    @Test func `the sweep takes what a crash left and nothing else`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let kept = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture())
            // An upload that was cut off before its row was committed, and one in the middle of its file.
            let (key, _) = try installation.vault.freshKey(id: [UInt8](repeating: 1, count: 16))
            let orphan: EvidenceID = installation.fresh()
            try await installation.evidence.write(inventedPicture(), under: key, at: installation.evidence.location(of: orphan))
            let path = "\(installation.folders.evidence)/\(installation.evidence.location(of: orphan))"
            try Data([1]).write(to: URL(fileURLWithPath: path + ".part"))
            #expect(try await installation.sweepEvidence() == 0, "an upload may still be under way")
            world.clock.move(seconds: 3_601)
            #expect(try await installation.sweepEvidence() == 2)
            #expect(!FileManager.default.fileExists(atPath: path))
            _ = try await installation.openEvidence(as: Invented.reviewer, kept.id, purpose: "still there")
        }
    }

    @Test func `no server starts where the evidence that was kept last is not, and no older piece stands for it`() async throws {
        try await withWorld { world in
            let installation = world.installation
            try await installation.demandEvidenceInPlace()
            var kept: [EvidenceID] = []
            for number in 0..<4 {
                world.clock.move(seconds: 1)
                kept.append(
                    try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(UInt8(number))).id)
            }
            for id in kept.suffix(2) { try await installation.evidence.remove(installation.evidence.location(of: id)) }
            try await installation.demandEvidenceInPlace()
            try await installation.evidence.remove(installation.evidence.location(of: kept[1]))
            await #expect(throws: EvidenceNotInPlace.self) { try await installation.demandEvidenceInPlace() }
        }
    }
}
