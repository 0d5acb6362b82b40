import ArgumentParser
import Client
import Contract
import Foundation

struct EvidenceCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Documents and pictures (凭证).", subcommands: [Upload.self, Show.self, Open.self])

    struct Upload: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Upload a JPEG, PNG or PDF.")
        @Argument(completion: .file()) var file: String
        @Option(help: "What it shows, such as unit-document, authorisation-letter, handler-id-front.") var kind: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.upload(file, kind: kind)
            try desk.show(answer.decode(Wire.Evidence.self), answer)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "What is known of a piece of evidence.")
        @Argument var evidence: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.readEvidence, path: ["evidence": evidence]), as: Wire.Evidence.self)
        }
    }

    struct Open: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a piece of evidence, with a purpose; the reading stands on the trail.")
        @Argument var evidence: String
        @Option(help: "Why; no personal data.") var purpose: String
        @Option(help: "The application, not handed in yet, to which you attached it yourself.") var draft: String?
        @Option(name: .shortAndLong, help: "Where to put it.", completion: .file()) var output: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(
                Call(.openEvidence, path: ["evidence": evidence], sending: Wire.OpenEvidence(purpose: purpose, draft: draft)))
            try desk.output.keep(answer.body, at: output)
        }
    }
}

extension Desk {
    func upload(_ path: String, kind: String) async throws -> Client.Answer {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.int64Value ?? 0
        let progress = output.progress("sent", "已发送")
        defer { progress.end() }
        return try await api.send(
            Call(.uploadEvidence, query: ["kind": kind], body: .file(path: path, mediaType: "application/octet-stream")),
            sent: { progress.add($0, of: size) })
    }
}
