import ArgumentParser
import Client
import Contract
import Foundation

struct Intakes: Group {
    static let configuration = CommandConfiguration(
        commandName: "intake", abstract: "Files of cards (入库).",
        subcommands: [Send.self, List.self, Show.self, Problems.self, Repair.self, Cancel.self])

    struct Send: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a file of cards: CSV (UTF-8 or GB18030) or XLSX.",
            discussion: """
                With --wait it ends with 1 when rows were left out; `shiming intake problems` names them, `shiming intake repair` gets them as a \
                file to be mended and sent again.
                """)
        @Argument(completion: .file()) var file: String
        @Option(help: "stock of the operating company, an agent's claim, or existing cards in service.") var kind = "stock"
        @Option(help: "Name of the batch; else one is made.") var batch: String?
        @Option(help: "The product, where the file has no such column.") var product: String?
        @Option(help: "The province, where the file has no such column: two digits of GB/T 2260.") var province: Int?
        @Option(help: "Which heading is which field, where the headings are unusual.") var mapping: String?
        @Flag(help: "Wait until it is done.") var wait = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let query: [String: String?] = [
                "kind": kind, "batch": batch, "product": product, "province": province.map { String($0) }, "mapping": mapping,
            ]
            let answer = try await desk.sentIntake(path: file, query: query)
            let intake: Wire.Intake = try answer.decode()
            guard wait else { return try desk.show(intake, answer) }
            _ = try await desk.followed(intake)
            let end = try await desk.show(Call(.readIntake, path: ["intake": intake.id]), as: Wire.Intake.self)
            if end.state != "done" || end.counts.failed > 0 { throw ExitCode.refused }
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Files sent, the newest first.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listIntakes), of: Wire.Intake.self, options) }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Progress of a file.")
        @Argument var intake: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readIntake, path: ["intake": intake]), as: Wire.Intake.self) }
    }

    struct Problems: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Rows left out, why, and what mends them.")
        @Argument var intake: String
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listIntakeProblems, path: ["intake": intake]), of: Wire.IntakeProblem.self, options)
        }
    }

    struct Repair: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Get just the failed rows, to be mended and sent again.")
        @Argument var intake: String
        @Option(name: .shortAndLong, help: "Where to put it; else standard output.", completion: .file()) var output: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readRepairFile, path: ["intake": intake]))
            try desk.output.keep(answer.body, at: output)
        }
    }

    struct Cancel: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Stop a file; what is committed stays.")
        @Argument var intake: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.cancelIntake, path: ["intake": intake]), as: Wire.Intake.self) }
    }
}

extension Output {
    /// Puts bytes into a new file that only its owner can read, or on standard output.
    func keep(_ bytes: Data, at path: String?) throws {
        guard let path else { return try write(bytes) }
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw ClientFailure.file(path: path, reason: "cannot be written")
        }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: bytes)
        try file.close()
    }
}
