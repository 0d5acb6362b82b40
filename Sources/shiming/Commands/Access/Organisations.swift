import ArgumentParser
import Client
import Contract

struct Organisations: Group {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Agents, halls, enterprises.",
        subcommands: [List.self, Create.self, Show.self, Update.self, Performance.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Organisations you may see.")
        @Option(help: "Below this one.") var parent: String?
        @Option(help: "operating-company, agent, hall or enterprise.") var kind: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listOrganisations, query: ["parent": parent, "kind": kind]), of: Wire.Organisation.self, options)
        }
    }

    struct Create: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Add an organisation.")
        @Argument(help: "agent, hall or enterprise.") var kind: String
        @Argument(help: "Its name.") var name: String
        @Option(help: "Below which one; else below your own.") var parent: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.createOrganisation, sending: Wire.CreateOrganisation(kind: kind, name: name, parent: parent)),
                as: Wire.Organisation.self)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One organisation.")
        @Argument var organisation: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.readOrganisation, path: ["organisation": organisation]), as: Wire.Organisation.self)
        }
    }

    struct Update: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Change its name or status.")
        @Argument var organisation: String
        @Option var name: String?
        @Option(help: "active, suspended or ended.") var status: String?
        @Option(help: "Why its status changes; it is shown the reason.") var reason: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let path = ["organisation": organisation]
            let version = try await desk.version(Call(.readOrganisation, path: path))
            try await desk.show(
                Call(
                    .updateOrganisation, path: path, sending: Wire.UpdateOrganisation(name: name, status: status, reason: reason),
                    ifMatch: version),
                as: Wire.Organisation.self)
        }
    }
}

extension Organisations {
    struct Performance: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "How the hand-ins of an organisation and all below it fare, this month and the three before.")
        @Argument var organisation: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readPerformance, path: ["organisation": organisation]))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let found: Wire.AgentPerformance = try answer.decode()
            try desk.table(found.months)
            guard !found.below.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(found.below)
        }
    }
}

struct Contracts: Group {
    static let configuration = CommandConfiguration(
        commandName: "contract", abstract: "Agents' contracts with carriers.", subcommands: [List.self, Record.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Contracts of an agent.")
        @Argument var organisation: String
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listContracts, path: ["organisation": organisation]), of: Wire.Contract.self, options)
        }
    }

    struct Record: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Record a version of a contract; it never changes an old one.")
        @Argument var organisation: String
        @Option(help: "mobile, telecom, unicom, broadnet or a reseller's code.") var carrier: String
        @Option(help: "The contract's version.") var contractVersion: String
        @Option(help: "yyyy-MM-dd") var validFrom: String
        @Option(help: "yyyy-MM-dd, or long-term.") var validUntil: String
        @Option(help: "What it says of registration duties.") var duties: String
        @Option(help: "What it says of breaches.") var breachHandling: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let contract = Wire.RecordContract(
                carrier: carrier, version: contractVersion, validFrom: validFrom, validUntil: validUntil, duties: duties,
                breachHandling: breachHandling)
            try await desk.show(Call(.recordContract, path: ["organisation": organisation], sending: contract), as: Wire.Contract.self)
        }
    }
}
