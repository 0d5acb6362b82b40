import ArgumentParser
import Client
import Foundation
import Logging
import Records
import SQLCore
import UseCases
import Vault

struct CopyStore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Move all data from one store into another, while the server runs.",
        discussion: """
            Copies while the source is used, then stops writing to it (callers get 503 store-moving), copies the rest, compares both sides table \
            by table, and leaves the source stopped: from then on serve the target. Cut off, it goes on where it stopped when started again; \
            `shiming store reopen` lets the source be written again. A line is `table<TAB>rows<TAB>digest`. Evidence files, keys, and repair files and \
            exports that nobody fetched are not in the store and are not copied; while files of cards or of use wait beside it, nothing is moved.
            """)

    @Option(help: "The store to copy from: a data folder, or postgres://…") var from: String
    @Option(help: "The store to copy to: a data folder or postgres://…; new, or of a copy that was cut off.") var to: String
    @Option(
        help: "File of the key-encryption keys, to check the target (default that of the source's or target's folder).", completion: .file()
    )
    var keyFile: String?
    @Option(help: "Environment variable that holds the key-encryption keys.") var keyEnv: String?
    @Option(help: "Command that writes the key-encryption keys to its standard output.") var keyCommand: String?
    @Flag(inversion: .prefixedNo, help: "Check the whole target at the end, as `shiming store check` does, without evidence files.")
    var check = true
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func run() async throws {
        let output = Output(json: false, language: language ?? Language(environment: ProcessInfo.processInfo.environment))
        let environment = ProcessInfo.processInfo.environment
        let from = try StorePlace(named: from, environment: environment)
        let to = try StorePlace(named: to, environment: environment)
        guard try await from.exists() else { throw ValidationError("there is no database in the source") }
        let folders = from.folders ?? to.folders ?? Folders(root: "data")
        let keys = try KeyPlace(file: keyFile, environment: keyEnv, command: keyCommand, folders: folders).load(databaseExists: true)
        let source = try await from.openForCopy(isServed: true)
        let target = try await to.openForCopy(isServed: false)
        let progress = output.progress("rows", "行")
        let facts = try await StoreCopy(from: source, to: target).move { stage in
            switch stage {
            case .copying(_, let rows): progress.show(rows, of: 0)
            case .stopped: output.note("The source is stopped.", "源存储已停止写入。")
            case .catchingUp: break
            }
        }
        progress.end()
        for table in facts { try output.write("\(table.name)\t\(table.digest.rows)\t\(table.digest.shortText)\n") }
        output.note(
            "Both stores hold the same. Serve the target from now on; the source can no longer be written.",
            "两个存储内容一致。此后请使用目标存储提供服务；源存储不再可写。")
        await source.close()
        if check { try await checkTarget(target, to.folders ?? folders, Vault(keys: keys), output) }
        await target.close()
    }

    /// As `shiming store check`: a secret that is gone or does not open is named, and none is made in its place, which would hide the loss.
    private func checkTarget(_ target: any Store, _ folders: Folders, _ vault: Vault, _ output: Output) async throws {
        var log = Logger(label: "shiming") { JSONLogHandler(label: $0) }
        log.logLevel = .warning
        let installation = try await Installation.open(
            store: target, vault: vault, folders: folders, isChecking: true, isJudged: true, log: log)
        let checked = try await installation.checkStore(files: false)
        for finding in checked.findings { try output.write(finding.description + "\n") }
        if checked.isSound { return output.note("All is sound.", "检查完毕，未发现异常。") }
        output.note("\(checked.count) findings.", "发现 \(checked.count) 处异常。")
        throw ExitCode.refused
    }
}

struct ReopenStore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Let a store be written again that a copy had stopped.",
        discussion: "For a move given up. Once the target was used, what it took in is missing here.")

    @Option(help: "The store: a data folder, or postgres://…") var store: String

    func run() async throws {
        let place = try StorePlace(named: store, environment: ProcessInfo.processInfo.environment)
        guard try await place.exists() else { throw ValidationError("there is no database in \(store)") }
        let opened = try await place.openForCopy(isServed: true)
        try await StoreCopy.reopen(opened)
        await opened.close()
    }
}
