import ArgumentParser
import Client
import Foundation
import SQLCore
import UseCases

/// Works beside a running server.
struct CopyEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy-evidence", abstract: "Copy the evidence to another place: from the folder to S3, or back.",
        discussion: """
            Every piece is opened and compared before it is copied; nothing is removed. May run while the server does: run it, stop the server, run \
            it again for what came meanwhile, and start the server with the new place. The --s3 options belong to whichever of the two is on S3. \
            Ends with 1 when pieces are lost or damaged.
            """)

    @OptionGroup var folder: DataFolder
    @Option(help: "Where to: folder, or s3://BUCKET/PREFIX.") var to: String
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func run() async throws {
        let output = Output(json: false, language: language ?? Language(environment: ProcessInfo.processInfo.environment))
        let target = try folder.evidence.place(to).open(folder.folders, Settings())
        let installation = try await folder.open(exclusive: false)
        let progress = output.progress("pieces", "凭证")
        let result = try await installation.copyEvidence(to: target) { progress.show(Int64($0.copied + $0.present), of: 0) }
        progress.end()
        await installation.store.close()
        for piece in result.lacking { try output.write("file-unreadable\tevidence\t\(piece)\n") }
        try output.say(
            "\(result.copied) pieces copied, \(result.present) were there already, \(result.lacking.count) are lost or damaged.",
            "已复制 \(result.copied) 件凭证，\(result.present) 件已存在，\(result.lacking.count) 件丢失或损坏。")
        if !result.lacking.isEmpty { throw ExitCode.refused }
    }
}
