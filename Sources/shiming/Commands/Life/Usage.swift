import ArgumentParser
import Client
import Contract
import Foundation

struct Usage: Group {
    static let configuration = CommandConfiguration(
        commandName: "usage", abstract: "What carriers report of cards' use (用量).", subcommands: [Import.self, List.self, Problems.self])

    struct Import: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a file: CSV, XLSX or JSON lines.",
            discussion: "Columns: iccid (or msisdn, imsi), usedAt, month, kilobytes, imei, region. Late, repeated and in any order.")
        @Argument(completion: .file()) var file: String
        @Flag(help: "Wait until it is done.") var wait = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(
                Call(.createUsageFile, body: .file(path: file, mediaType: "application/octet-stream")))
            var sent: Wire.UsageFile = try answer.decode()
            guard wait else { return try desk.show(sent, answer) }
            let path = ["usageFile": sent.id]
            while ["queued", "running"].contains(sent.state) {
                try await Task.sleep(for: .milliseconds(200))
                sent = try await desk.api.send(Call(.readUsageFile, path: path), as: Wire.UsageFile.self)
            }
            try await desk.show(Call(.readUsageFile, path: path), as: Wire.UsageFile.self)
            if sent.state != "done" || sent.failed > 0 { throw ExitCode.refused }
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Files sent, the newest first.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listUsageFiles), of: Wire.UsageFile.self, options) }
    }

    struct Problems: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Lines that were left out, and why.")
        @Argument(help: "The file, as `usage list` shows it.") var file: String
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listUsageProblems, path: ["usageFile": file]), of: Wire.UsageProblem.self, options)
        }
    }
}
