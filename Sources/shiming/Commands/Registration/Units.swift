import ArgumentParser
import Client
import Contract

struct Units: Group {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: "Units that registered cards (单位).", subcommands: [List.self, Show.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Units within your scope.")
        @Option(help: "Beginning of the name.") var name: String?
        @Option(help: "Credit code or other document number.") var code: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listUnits, query: ["name": name, "code": code]), of: Wire.Unit.self, options)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One unit and its registrations.")
        @Argument var unit: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readUnit, path: ["unit": unit]))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let detail: Wire.UnitDetail = try answer.decode()
            try desk.show(detail.unit)
            try desk.output.write("\n")
            try desk.table(detail.registrations)
        }
    }
}

struct Expiries: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Documents and authorisations that expire, the soonest first.")
    @Option(help: "Within how many days.") var withinDays = 30
    @OptionGroup var options: ListOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        try await desk.list(Call(.listExpiries, query: ["withinDays": String(withinDays)]), of: Wire.Expiry.self, options)
    }
}
