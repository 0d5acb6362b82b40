import ArgumentParser
import Client
import Foundation
import Logging
import SQLCore
import UseCases
import Vault

/// Works beside a running server.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the database and the evidence into a folder, while the server runs.",
        discussion: """
            The database is of one moment; every piece of evidence it names is opened and compared before it is written. The keys are not in it: \
            save the key file elsewhere. `files.sha256` can be checked with sha256sum. Ends with 1 when pieces were lost or damaged \
            already; the backup is complete but for them.
            """)

    @OptionGroup var folder: DataFolder
    @Option(help: "Folder to write to; must be new or empty.", completion: .directory) var to: String
    @Flag(inversion: .prefixedNo, help: "Copy the evidence too.") var files = true
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func run() async throws {
        let output = Output(json: false, language: language ?? Language(environment: ProcessInfo.processInfo.environment))
        let installation = try await folder.open(exclusive: false)
        let progress = output.progress("pieces", "凭证")
        let manifest = try await installation.backUp(
            to: to, hasEvidence: files, snapshot: { try await Self.snapshot(installation, to: $0) }
        ) {
            if case .pieces(let done) = $0 { progress.show(Int64(done), of: 0) }
        }
        progress.end()
        await installation.store.close()
        try output.say(
            "\(manifest.files) files, \(manifest.bytes) bytes; the trail has \(manifest.trailSize) entries. Keys needed: \(manifest.keys.joined(separator: ", ")).",
            "\(manifest.files) 个文件，\(manifest.bytes) 字节；留痕共 \(manifest.trailSize) 条。恢复时需要密钥：\(manifest.keys.joined(separator: "、"))。")
        guard !manifest.lackingPieces.isEmpty else { return }
        for piece in manifest.lackingPieces { try output.write("file-unreadable\tevidence\t\(piece)\n") }
        output.note(
            "\(manifest.lackingPieces.count) pieces of evidence are lost or damaged and are not in the backup.",
            "有 \(manifest.lackingPieces.count) 件凭证已丢失或损坏，未包含在备份中。")
        throw ExitCode.refused
    }

    private static func snapshot(_ installation: Installation, to path: String) async throws -> any Store {
        guard let source = installation.engine as? any FileSnapshots else {
            let copy = try StorePlace.databaseFile(path)
            _ = try await StoreCopy(from: installation.engine, to: copy).copyMoment()
            return copy
        }
        try await source.snapshot(to: path)
        return try StorePlace.databaseFile(path)
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a data folder from a backup.",
        discussion: """
            The data folder must be new, empty, or hold its keys alone. Every file is compared with the digest the backup wrote, and the whole \
            store is checked, before anything stands in its place; otherwise nothing does, and it ends with 1.
            """)

    @OptionGroup var folder: DataFolder
    @Option(help: "The folder of the backup.", completion: .directory) var from: String
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func run() async throws {
        let output = Output(json: false, language: language ?? Language(environment: ProcessInfo.processInfo.environment))
        let vault = Vault(keys: try folder.keys().load(databaseExists: true))
        let backup = try BackupReturn(from: from, with: vault)
        let evidence: (any EvidenceStore)? =
            switch try folder.evidence.place() {
            case .folder: nil
            case let place: try place.open(folder.folders, Settings())
            }
        var log = Logger(label: "shiming") { JSONLogHandler(label: $0) }
        log.logLevel = .warning
        let progress = output.progress("files", "文件")
        let total = Int64(backup.manifest.files)
        try await backup.run(
            into: folder.folders.root, evidence: evidence, open: { try StorePlace.databaseFile($0.database) }, log: log
        ) { if case .files(let done) = $0 { progress.show(Int64(done), of: total) } }
        progress.end()
        try output.say(
            "\(folder.folders.root) is back; the trail had \(backup.manifest.trailSize) entries.",
            "\(folder.folders.root) 已恢复；备份时留痕共 \(backup.manifest.trailSize) 条。")
        for piece in backup.manifest.lackingPieces {
            output.note("Piece \(piece) was lost before the backup.", "凭证 \(piece) 在备份之前已丢失。")
        }
    }
}
