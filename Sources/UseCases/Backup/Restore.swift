import Foundation
import Ledger
import Logging
import Records
import Registry
import SQLCore
import Vault

/// A backup about to be returned.
package struct BackupReturn: Sendable {
    private let backup: String
    private let vault: Vault
    package let manifest: BackupManifest

    /// Reads and judges the manifest. Throws `BackupRefusal`, `MigrationRefusal`.
    package init(from backup: String, with vault: Vault) throws {
        self.backup = backup
        self.vault = vault
        manifest = try BackupManifest.read(from: backup, with: vault)
        try manifest.demandKnownSchema()
        for name in manifest.keys where !vault.keyIDs.contains(name) { throw BackupRefusal.keyUnknown(name) }
    }

    /// Makes the data folder anew beside its place, compares every file with its digest, opens and checks the store, and only then moves
    /// it where it belongs. What stands in the data folder may be its `keys` alone.
    ///
    /// - Parameters:
    ///   - evidence: the store to return the evidence to; nil for the data folder's own.
    ///   - open: opens the database of a folder.
    /// Throws `BackupRefusal`, and what reading and writing throw. Nothing is in place then.
    package func run(
        into root: String, evidence: (any EvidenceStore)? = nil, open: @Sendable (Folders) throws -> any Store, log: Logger,
        progress: @Sendable (BackupStage) -> Void = { _ in }
    ) async throws {
        guard BackupFile.isFree(root, besides: ["keys"]) else { throw BackupRefusal.notEmpty(root) }
        guard manifest.hasEvidence || evidence != nil else { throw BackupRefusal.evidenceElsewhere }
        let draft = Folders(root: (root as NSString).standardizingPath + ".returning")
        // Left by a return that was cut off; it is made here and nowhere else.
        if FileManager.default.fileExists(atPath: draft.root) { try FileManager.default.removeItem(atPath: draft.root) }
        try BackupFile.makeFolder(draft.evidence)
        do {
            try await copyFiles(to: draft, evidence: evidence ?? FolderEvidenceStore(root: draft.evidence), progress)
            progress(.check)
            try await check(draft, store: try open(draft), evidence: evidence, log: log)
        } catch {
            try? FileManager.default.removeItem(atPath: draft.root)
            throw error
        }
        try BackupFile.synchroniseNames(in: draft.root)
        try Self.move(draft.root, to: root)
    }

    private func copyFiles(to draft: Folders, evidence: any EvidenceStore, _ progress: @Sendable (BackupStage) -> Void) async throws {
        var text: [UInt8] = []
        let path = "\(backup)/\(BackupManifest.listName)"
        guard FileManager.default.fileExists(atPath: path) else { throw BackupRefusal.fileLacking(BackupManifest.listName) }
        let list = try BackupFile.read(path) { text += $0 }
        guard list.digest == manifest.listDigest, let entries = BackupList.entries(String(decoding: text, as: UTF8.self)),
            entries.count == manifest.files
        else { throw BackupRefusal.fileChanged(BackupManifest.listName) }
        for (number, entry) in entries.enumerated() {
            try Task.checkCancellation()
            guard FileManager.default.fileExists(atPath: "\(backup)/\(entry.name)") else { throw BackupRefusal.fileLacking(entry.name) }
            if entry.name.hasPrefix("evidence/") {
                try await copyPiece(entry.name, digest: entry.digest, to: evidence)
            } else {
                try copyFile(entry.name, digest: entry.digest, to: draft.root)
            }
            if number % 100 == 0 { progress(.files(number)) }
        }
        progress(.files(entries.count))
    }

    private func copyFile(_ name: String, digest: String, to folder: String) throws {
        try BackupFile.makeFolder((("\(folder)/\(name)") as NSString).deletingLastPathComponent)
        let writer = try BackupWriter(path: "\(folder)/\(name)")
        try BackupFile.read("\(backup)/\(name)", writer.append)
        guard try writer.finish() == digest else { throw BackupRefusal.fileChanged(name) }
    }

    private func copyPiece(_ name: String, digest: String, to evidence: any EvidenceStore) async throws {
        var sealed: [UInt8] = []
        guard try BackupFile.read("\(backup)/\(name)", { sealed += $0 }).digest == digest else { throw BackupRefusal.fileChanged(name) }
        try await evidence.put(sealed, at: String(name.dropFirst("evidence/".count)))
    }

    private func check(_ draft: Folders, store: any Store, evidence: (any EvidenceStore)?, log: Logger) async throws {
        do {
            let head = try await store.read { try TrailTree.newestHead(in: $0) }
            guard head?.head.size ?? 0 == manifest.trailSize, head.map({ Hex.text($0.head.root.bytes) }) ?? "" == manifest.trailRoot else {
                throw BackupRefusal.trailDiffers
            }
            let installation = try await Installation.open(store: store, vault: vault, folders: draft, evidence: evidence, log: log)
            // What fell due since, and what was purged while the backup was made, must not come back.
            try await installation.purgeDue()
            let checked = try await installation.checkStore()
            let unknown = checked.findings.filter { $0.kind != .fileUnreadable || !manifest.lackingPieces.contains($0.key) }
            guard unknown.isEmpty, checked.count == checked.findings.count else { throw BackupRefusal.unsound(checked.count) }
            await store.close()
        } catch {
            await store.close()
            throw error
        }
    }

    /// The keys stay where they were put.
    private static func move(_ draft: String, to root: String) throws {
        let keys = root + "/keys"
        if FileManager.default.fileExists(atPath: keys) { try FileManager.default.moveItem(atPath: keys, toPath: draft + "/keys") }
        if FileManager.default.fileExists(atPath: root), rmdir(root) != 0 { throw BackupFile.failure() }
        guard rename(draft, root) == 0 else { throw BackupFile.failure() }
        try BackupFile.synchroniseNames(in: root)
    }
}
