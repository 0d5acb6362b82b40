import ArgumentParser
import Foundation
import Logging
import SQLCore
import UseCases
import Vault

/// The installation of a data folder, for commands that work on it without the API. Options and environment are those of `serve`.
struct DataFolder: ParsableArguments {
    @Option(help: "The data folder (default ./data).", completion: .directory) var data: String?
    @OptionGroup var place: StoreOptions
    @Option(help: "File of the key-encryption keys (default keys/key-encryption-keys in the data folder).", completion: .file())
    var keyFile: String?
    @Option(help: "Environment variable that holds the key-encryption keys.") var keyEnv: String?
    @Option(help: "Command that writes the key-encryption keys to its standard output.") var keyCommand: String?

    @OptionGroup var evidence: EvidenceOptions

    private func value(_ option: String?, _ name: String) -> String? { option ?? ProcessInfo.processInfo.environment["SHIMING_" + name] }

    var folders: Folders { Folders(root: value(data, "DATA") ?? "data") }

    func keys() throws -> KeyPlace {
        try KeyPlace(
            file: value(keyFile, "KEY_FILE"), environment: value(keyEnv, "KEY_ENV"), command: value(keyCommand, "KEY_COMMAND"),
            folders: folders)
    }

    /// - Parameters:
    ///   - exclusive: whether a running server forbids it; what may run beside one changes nothing.
    ///   - isJudged: whether what the installation's own secrets are worth is told with all else that is found.
    func open(exclusive: Bool, isJudged: Bool = false) async throws -> Installation {
        let place = try StorePlace(place, folders: folders, environment: ProcessInfo.processInfo.environment)
        guard try await place.exists() else {
            throw ValidationError("there is no database in \(place.isShared ? "--store" : folders.root)")
        }
        let vault = Vault(keys: try keys().load(databaseExists: true))
        let store = try await place.open(exclusive: exclusive, asServer: false)
        var log = Logger(label: "shiming") { JSONLogHandler(label: $0) }
        log.logLevel = .warning
        let settings = Settings()
        return try await Installation.open(
            store: store, changesSchema: place.changesSchema, vault: vault, folders: folders, settings: settings,
            evidence: try evidence.place().open(folders, settings), isChecking: !exclusive, isJudged: isJudged, log: log)
    }
}
