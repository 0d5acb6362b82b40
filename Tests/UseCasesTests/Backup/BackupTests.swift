import Foundation
import Logging
import Records
import Registry
import SQLCore
import SQLiteStore
import TestKit
import Testing
import UseCases
import Vault

@Suite struct BackupTests {
    private func withBackup(
        prepare: (World) async throws -> Void = { _ in }, tamper: @escaping @Sendable (any Session) throws -> Void = { _ in },
        _ body: (World, _ backup: String, _ manifest: BackupManifest) async throws -> Void
    ) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 5)
            _ = try await job.registered()
            while try await world.installation.sequenceTrail() > 0 {}
            try await prepare(world)
            let backup = NSTemporaryDirectory() + "backup-" + UUID().uuidString
            defer { try? FileManager.default.removeItem(atPath: backup) }
            let manifest = try await Self.backUp(world, to: backup, tamper: tamper)
            try await body(world, backup, manifest)
        }
    }

    /// Over a snapshot of the file where the engine has one, else over a copy of one moment.
    private static func backUp(
        _ world: World, to backup: String, tamper: @escaping @Sendable (any Session) throws -> Void = { _ in }
    ) async throws -> BackupManifest {
        let engine = world.installation.engine
        return try await world.installation.backUp(to: backup) { path in
            if let source = engine as? any FileSnapshots { try await source.snapshot(to: path) }
            let copy = try SQLiteStore(path: path)
            if !(engine is any FileSnapshots) {
                _ = try await StoreCopy(from: engine, to: copy, clock: world.clock, rowsAtOnce: 50).copyMoment()
            }
            try await copy.write(tamper)
            return copy
        }
    }

    private func place() -> String { NSTemporaryDirectory() + "returned-" + UUID().uuidString }

    private func giveBack(_ world: World, _ backup: String, to root: String, vault: Vault? = nil) async throws {
        try await BackupReturn(from: backup, with: vault ?? world.installation.vault).run(
            into: root, open: { try SQLiteStore(path: $0.database) }, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// That the return fails, with this refusal where one is given, and leaves nothing behind.
    private func refuses(_ world: World, _ backup: String, _ refusal: BackupRefusal? = nil, vault: Vault? = nil, _ comment: Comment? = nil)
        async
    {
        let root = place()
        do {
            try await giveBack(world, backup, to: root, vault: vault)
            Issue.record(comment ?? "it was returned")
        } catch {
            if let refusal { #expect(error as? BackupRefusal == refusal, comment) }
        }
        #expect(!FileManager.default.fileExists(atPath: root))
        #expect(!FileManager.default.fileExists(atPath: root + ".returning"))
        try? FileManager.default.removeItem(atPath: root)
    }

    private func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    private func change(_ path: String, at place: Int = 100) throws {
        var data = try #require(FileManager.default.contents(atPath: path))
        let place = data.startIndex + min(place, data.count / 2)
        data[place] ^= 1
        try data.write(to: URL(fileURLWithPath: path))
    }

    @Test func `what was backed up comes back and answers as before`() async throws {
        try await withBackup { world, backup, manifest in
            #expect(manifest.pieces == 6)
            #expect(manifest.keys == ["test-1"])
            #expect(manifest.lackingPieces.isEmpty)
            let root = place()
            defer { try? FileManager.default.removeItem(atPath: root) }
            try await giveBack(world, backup, to: root)
            let folders = Folders(root: root)
            let store = try SQLiteStore(path: folders.database)
            let returned = try await Installation.open(
                store: store, vault: world.installation.vault, folders: folders, marker: PlainMarker(),
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let checked = try await returned.checkStore()
            #expect(checked.findings == [])
            let evidence = try await store.read { try EvidenceRecords.kept(after: nil, limit: 10, in: $0) }
            for piece in evidence {
                let there = try await returned.openEvidence(as: Invented.reviewer, piece.id, purpose: "compare with before")
                let here = try await world.installation.openEvidence(as: Invented.reviewer, piece.id, purpose: "compare with before")
                #expect(PlainMarker.read(there.bytes).original == PlainMarker.read(here.bytes).original)
            }
            await store.close()
        }
    }

    @Test func `it holds the database, the evidence, their list and the manifest, and no remains`() async throws {
        try await withBackup { _, backup, manifest in
            let names = try files(in: backup)
            #expect(names.filter { !$0.hasPrefix("evidence/") } == ["files.sha256", "manifest.json", "manifest.tag", "shiming.sqlite"])
            #expect(names.count == manifest.files + 3)
        }
    }

    @Test func `no key and nothing in clear is in it`() async throws {
        try await withBackup { world, backup, _ in
            let key = try #require(world.keyText.split(separator: " ").last).trimmingCharacters(in: .whitespacesAndNewlines)
            let raw = try #require(Data(base64Encoded: key))
            for file in try files(in: backup) {
                let data = try #require(FileManager.default.contents(atPath: "\(backup)/\(file)"))
                for secret in [Data(key.utf8), raw, Data("11010519491231002X".utf8), Data("欧阳青禾".utf8)] {
                    #expect(data.range(of: secret) == nil, "\(file)")
                }
            }
        }
    }

    @Test func `what is written while it is made is in it wholly or not at all`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let uploading = Task {
                for number in 0..<40 {
                    _ = try await installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(UInt8(number)))
                }
            }
            let backup = place()
            defer { try? FileManager.default.removeItem(atPath: backup) }
            let manifest = try await Self.backUp(world, to: backup)
            try await uploading.value
            #expect(manifest.lackingPieces.isEmpty)
            let root = place()
            defer { try? FileManager.default.removeItem(atPath: root) }
            try await giveBack(world, backup, to: root)
        }
    }

    @Test func `a changed byte anywhere is noticed`() async throws {
        try await withBackup { world, backup, _ in
            for file in try files(in: backup) {
                let path = "\(backup)/\(file)"
                let whole = try #require(FileManager.default.contents(atPath: path))
                try change(path)
                await refuses(world, backup, file == "manifest.json" || file == "manifest.tag" ? nil : .fileChanged(file), "\(file)")
                try whole.write(to: URL(fileURLWithPath: path))
            }
            let root = place()
            try await giveBack(world, backup, to: root)
            try FileManager.default.removeItem(atPath: root)
        }
    }

    @Test func `a file taken away is noticed`() async throws {
        try await withBackup { world, backup, _ in
            for file in try files(in: backup) {
                let path = "\(backup)/\(file)"
                try FileManager.default.moveItem(atPath: path, toPath: path + "-aside")
                await refuses(world, backup, file.hasPrefix("manifest.") ? .half : .fileLacking(file), "\(file)")
                try FileManager.default.moveItem(atPath: path + "-aside", toPath: path)
            }
        }
    }

    @Test func `another manifest, even with digests that fit, is refused`() async throws {
        try await withBackup { world, backup, _ in
            let path = "\(backup)/manifest.json"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing("\"pieces\" : 6", with: "\"pieces\" : 5").write(toFile: path, atomically: true, encoding: .utf8)
            await refuses(world, backup, .forged)
        }
    }

    @Test func `without its key it is not returned`() async throws {
        try await withBackup { world, backup, _ in
            var chance = SystemRandomNumberGenerator()
            let other = try KeyEncryptionKeys(text: KeyEncryptionKeys.text(addingFreshKey: "other", to: nil, chance: &chance))
            await refuses(world, backup, .keyUnknown("test-1"), vault: Vault(keys: other))
            let forged = try KeyEncryptionKeys(text: KeyEncryptionKeys.text(addingFreshKey: "test-1", to: nil, chance: &chance))
            await refuses(world, backup, .forged, vault: Vault(keys: forged))
        }
    }

    @Test func `it is neither written nor returned where something is`() async throws {
        try await withBackup { world, backup, _ in
            await #expect(throws: BackupRefusal.notEmpty(backup)) { _ = try await Self.backUp(world, to: backup) }
            let root = place()
            defer { try? FileManager.default.removeItem(atPath: root) }
            try FileManager.default.createDirectory(atPath: root + "/keys", withIntermediateDirectories: true)
            try Data("k".utf8).write(to: URL(fileURLWithPath: root + "/keys/key-encryption-keys"))
            try Data("x".utf8).write(to: URL(fileURLWithPath: root + "/other"))
            await #expect(throws: BackupRefusal.notEmpty(root)) { try await giveBack(world, backup, to: root) }
            try FileManager.default.removeItem(atPath: root + "/other")
            try await giveBack(world, backup, to: root)
            #expect(FileManager.default.contents(atPath: root + "/keys/key-encryption-keys") == Data("k".utf8))
        }
        try await withWorld { world in
            await refuses(world, place(), nil, "there is no backup")
        }
    }

    @Test func `a schema newer than the program is refused`() async throws {
        try await withBackup(tamper: { session in
            try session.run("INSERT INTO schema_step (number, name, checksum, applied_at) VALUES (99, 'of the future', 1, 1)")
        }) { world, backup, _ in
            await #expect(throws: MigrationRefusal.newerThanProgram(found: 99, known: Schema.migrations.map(\.number).max() ?? 0)) {
                try await giveBack(world, backup, to: place())
            }
        }
    }

    @Test func `a lost and a damaged piece are named, and the rest comes back`() async throws {
        try await withBackup(prepare: { world in
            let installation = world.installation
            let pieces = try await installation.store.read { try EvidenceRecords.kept(after: nil, limit: 2, in: $0) }
            try FileManager.default.removeItem(atPath: "\(installation.folders.evidence)/\(pieces[0].location)")
            try change("\(installation.folders.evidence)/\(pieces[1].location)")
        }) { world, backup, manifest in
            let pieces = try await world.installation.store.read { try EvidenceRecords.kept(after: nil, limit: 2, in: $0) }
            #expect(manifest.lackingPieces == pieces.map(\.id.description))
            #expect(manifest.pieces == 4)
            let root = place()
            defer { try? FileManager.default.removeItem(atPath: root) }
            try await giveBack(world, backup, to: root)
        }
    }

    @Test func `a tampered database is not hidden by a backup`() async throws {
        try await withBackup(tamper: { session in
            try session.run("DROP TRIGGER decision_never_updated")
            try session.run("UPDATE decision SET cards_registered = cards_registered + 1")
        }) { world, backup, _ in
            await refuses(world, backup, .unsound(1))
        }
    }
}
