import ArgumentParser
import Client
import Foundation
import Records
import SQLCore
import UseCases

struct StoreCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "The data folder itself.",
        subcommands: [CheckStore.self, CopyStore.self, ReopenStore.self, CopyEvidence.self])
}

/// Works on one snapshot, also while a server runs.
struct CheckStore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Compare everything registered with the trail's tree; a line for each finding.",
        discussion: """
            Changes nothing, and may run beside a server. A line is `kind<TAB>table<TAB>key<TAB>entry<TAB>note`. Ends with 0 when all is sound, \
            with 1 when something was found. A trail forged whole it cannot see: compare its head with one you noted elsewhere.
            """)

    @OptionGroup var folder: DataFolder
    @Flag(inversion: .prefixedNo, help: "Read the files of evidence too.") var files = true
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func run() async throws {
        let output = Output(json: false, language: language ?? Language(environment: ProcessInfo.processInfo.environment))
        let installation = try await folder.open(exclusive: false, isJudged: true)
        let progress = output.progress("entries", "留痕")
        let checked = try await installation.checkStore(files: files) { stage in
            if case .trail(let done, let total) = stage { progress.show(Int64(done), of: Int64(total)) }
        }
        progress.end()
        await installation.store.close()
        for finding in checked.findings { try output.write(finding.description + "\n") }
        if checked.isSound { return output.note("All is sound.", "检查完毕，未发现异常。") }
        output.note("\(checked.count) findings.", "发现 \(checked.count) 处异常。")
        throw ExitCode.refused
    }
}
