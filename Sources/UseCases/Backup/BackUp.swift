import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Vault

/// How far a backup, or its return, is.
package enum BackupStage: Hashable, Sendable {
    case database
    /// Pieces of evidence copied so far.
    case pieces(Int)
    case files(Int)
    case check
}

/// Writes the database as of one moment to a path where nothing is yet, and opens what it wrote, for itself alone: closed, it is one file.
package typealias DatabaseSnapshot = @Sendable (_ path: String) async throws -> any Store

extension Installation {
    /// Writes everything but the keys into a folder, while others work: the database as of one moment, then the evidence it names.
    /// A piece that cannot be read is left out, and the manifest says so.
    ///
    /// - Parameters:
    ///   - folder: where nothing is yet, or an empty folder.
    ///   - hasEvidence: false where the store of evidence is saved by other means.
    /// Throws `BackupRefusal.notEmpty`, `SQLFailure`, `EvidenceStoreFailure`, `POSIXError`.
    package func backUp(
        to folder: String, hasEvidence: Bool = true, snapshot: DatabaseSnapshot, progress: @Sendable (BackupStage) -> Void = { _ in }
    ) async throws -> BackupManifest {
        guard BackupFile.isFree(folder) else { throw BackupRefusal.notEmpty(folder) }
        try BackupFile.makeFolder(folder)
        progress(.database)
        let database = "\(folder)/\(BackupManifest.databaseName)"
        let copy = try await snapshot(database)
        do {
            let list = try BackupList(path: "\(folder)/\(BackupManifest.listName)")
            var manifest = try await manifest(of: copy, hasEvidence: hasEvidence)
            if hasEvidence { try await addEvidence(of: copy, to: folder, list, &manifest, progress) }
            try await addSpool(of: copy, to: folder, list)
            await copy.close()
            try BackupFile.demandOneFile(database)
            let digest = try BackupFile.read(database)
            try list.add(BackupManifest.databaseName, bytes: digest.bytes, digest: digest.digest)
            manifest.files = list.files
            manifest.bytes = list.bytes
            manifest.listDigest = try list.finish()
            try BackupFile.synchroniseNames(in: folder)
            try manifest.write(into: folder, with: vault)
            try BackupFile.synchroniseNames(in: folder)
            return manifest
        } catch {
            await copy.close()
            throw error
        }
    }

    private func manifest(of copy: any Store, hasEvidence: Bool) async throws -> BackupManifest {
        let steps = try await MigrationRunner.applied(on: copy)
        return try await copy.read { [vault] session in
            let head = try TrailTree.newestHead(in: session)
            let used = try DataKeyRecords.uses(in: session).keys
            return BackupManifest(
                format: BackupManifest.formatNow, takenAt: clock.now().milliseconds,
                schema: steps.map { BackupManifest.Step(number: $0.number, name: $0.name, checksum: String($0.checksum)) },
                trailSize: head?.head.size ?? 0, trailRoot: head.map { Hex.text($0.head.root.bytes) } ?? "",
                keys: Set(used).union([vault.currentKeyID]).sorted(), hasEvidence: hasEvidence, pieces: 0, lackingPieces: [], files: 0,
                bytes: 0, listDigest: "")
        }
    }

    private func addEvidence(
        of copy: any Store, to folder: String, _ list: BackupList, _ manifest: inout BackupManifest,
        _ progress: @Sendable (BackupStage) -> Void
    ) async throws {
        var last: EvidenceID?
        while true {
            try Task.checkCancellation()
            let after = last
            let page = try await copy.read { try EvidenceRecords.kept(after: after, limit: 100, in: $0) }
            guard let end = page.last else { return }
            for piece in page {
                if let sealed = try await verified(piece, of: copy) {
                    let name = "evidence/\(piece.location)"
                    try BackupFile.makeFolder((("\(folder)/\(name)") as NSString).deletingLastPathComponent)
                    let writer = try BackupWriter(path: "\(folder)/\(name)")
                    try writer.append(sealed)
                    try list.add(name, bytes: writer.bytes, digest: writer.finish())
                    manifest.pieces += 1
                } else if try await store.read({ try EvidenceRecords.isKept(piece.id, in: $0) }) {
                    manifest.lackingPieces.append(piece.id.description)
                }
            }
            last = end.id
            progress(.pieces(manifest.pieces))
        }
    }

    /// Sealed files of cards and of their use on their way in, so that a returned job goes on.
    private func addSpool(of copy: any Store, to folder: String, _ list: BackupList) async throws {
        for spool in try await copy.read({ try IntakeRecords.spools(in: $0) + UsageFileRecords.spools(in: $0) }) {
            let source = "\(folders.spool)/\(spool)"
            guard FileManager.default.fileExists(atPath: source) else { continue }
            try BackupFile.makeFolder("\(folder)/spool")
            let writer = try BackupWriter(path: "\(folder)/spool/\(spool)")
            try BackupFile.read(source, writer.append)
            try list.add("spool/\(spool)", bytes: writer.bytes, digest: writer.finish())
        }
    }
}
