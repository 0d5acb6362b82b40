import ArgumentParser
import Client
import Contract

struct Exports: Group {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Files of cards or of the trail, which a second person approves (导出).",
        subcommands: [AskForCards.self, AskForTrail.self, List.self, Show.self, Approve.self, Refuse.self, Fetch.self])

    struct AskForCards: ServerCommand {
        static let configuration = CommandConfiguration(
            commandName: "cards", abstract: "Ask for a file of cards: all within your reach, or those that fit.")
        @OptionGroup var file: ExportFileOptions
        @Option(help: "Of this batch.") var batch: String?
        @Option(help: "In this organisation's hands and below.") var organisation: String?
        @Option(help: "Of this product.") var product: String?
        @Option(help: "Of this province: two digits of GB/T 2260.") var province: Int64?
        @Option(help: "Of this carrier.") var carrier: String?
        @Option(help: "stock, testable, ready, active, cancelling or cancelled.") var serviceState: String?
        @Option(help: "Stopped for this reason, such as arrears.") var stopReason: String?
        @Option(help: "Registered in this unit's name: its id.") var unit: String?
        @Flag(inversion: .prefixedNo, help: "Only cards somebody answers for, or only those nobody does.") var registered: Bool?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let cards = Wire.ExportedCards(
                batch: batch, organisation: organisation, product: product, province: province, carrier: carrier, registered: registered,
                serviceState: serviceState, stopReason: stopReason, unit: unit)
            var asked = file.asking("cards")
            asked.cards = cards
            try await desk.show(Call(.askForExport, sending: asked), as: Wire.Export.self)
        }
    }

    struct AskForTrail: ServerCommand {
        static let configuration = CommandConfiguration(
            commandName: "trail", abstract: "Ask for a file of entries of the trail: all within your reach, or those that fit.")
        @OptionGroup var file: ExportFileOptions
        @Option(help: "From when on.") var from: Moment?
        @Option(help: "Until before when.") var until: Moment?
        @Option(help: "Of this account.") var actor: String?
        @Option(help: "Of this act, such as application.approved.") var action: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var asked = file.asking("trail")
            asked.trail = Wire.ExportedTrail(from: from?.wire, until: until?.wire, actor: actor, action: action)
            try await desk.show(Call(.askForExport, sending: asked), as: Wire.Export.self)
        }
    }

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Those you asked for, and those you may decide about, the newest first.")
        @Option(help: "asked, refused, approved, ready, failed or lapsed; else all.") var state: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listExports, query: ["state": state]), of: Wire.Export.self, options)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One export: what for, who decided, whether its file is there.")
        @OptionGroup var export: ExportArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readExport, path: export.path), as: Wire.Export.self) }
    }

    struct Approve: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Approve another's export; then its file is made.")
        @OptionGroup var export: ExportArgument
        @OptionGroup var note: NoteOption
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.decide(export, "approve", note) }
    }

    struct Refuse: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Refuse another's export.")
        @OptionGroup var export: ExportArgument
        @OptionGroup var note: NoteOption
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.decide(export, "refuse", note) }
    }

    struct Fetch: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Get the file of an export of your own: CSV in UTF-8.", discussion: "So many times only; each is on the trail.")
        @OptionGroup var export: ExportArgument
        @Option(name: .shortAndLong, help: "Where to put it; else standard output.", completion: .file()) var output: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.fetchExport, path: export.path))
            try desk.output.keep(answer.body, at: output)
        }
    }

    struct ExportFileOptions: ParsableArguments {
        @Option(help: "What for; it stands in the file and on the trail and names nobody.") var reason: String
        @Option(parsing: .upToNextOption, help: "Which columns, such as iccid product real-name; else the usual ones.")
        var column: [String] = []
        @Flag(help: "Numbers of cards in full; whoever approves must be allowed to reveal them.") var full = false

        func asking(_ kind: String) -> Wire.AskForExport {
            Wire.AskForExport(kind: kind, reason: reason, columns: column.isEmpty ? nil : column, masked: !full)
        }
    }

    struct ExportArgument: ParsableArguments {
        @Argument(help: "The export's id.") var export: String

        var path: [String: String] { ["export": export] }
    }

    struct NoteOption: ParsableArguments {
        @Option(help: "Read by whoever asked; it names nobody.") var note: String?
    }
}

extension Desk {
    fileprivate func decide(_ export: Exports.ExportArgument, _ verdict: String, _ note: Exports.NoteOption) async throws {
        try await show(
            Call(.decideExport, path: export.path, sending: Wire.DecideExport(verdict: verdict, note: note.note)), as: Wire.Export.self)
    }
}
