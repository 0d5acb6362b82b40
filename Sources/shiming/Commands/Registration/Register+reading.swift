import ArgumentParser
import Client
import Contract

extension Register {
    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Registrations within your scope.")
        @Option(help: "pending, registered, refused or ended.") var state: String?
        @Option(help: "Of this unit.") var unit: String?
        @Option(help: "By its code.") var code: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let query = ["state": state, "unit": unit, "code": code]
            try await desk.list(Call(.listRegistrations, query: query), of: Wire.Registration.self, options)
        }
    }

    struct Applications: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Applications within your scope.")
        @Option(help: "draft, submitted, awaiting-second-approval, sent-back, approved, refused or withdrawn.") var state: String?
        @Option(help: "register, add-cards, change-role, correct or end.") var kind: String?
        @Option(help: "Of this registration.") var registration: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let query = ["state": state, "kind": kind, "registration": registration]
            try await desk.list(Call(.listApplications, query: query), of: Wire.Application.self, options)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One registration with its roles, or one application with its checks.")
        @Argument(help: "A registration or an application.") var id: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            do {
                let found = try await desk.show(Call(.readRegistration, path: ["registration": id]), as: Wire.Registration.self)
                guard !desk.output.json, let roles = found.roles, !roles.isEmpty else { return }
                try desk.output.write("\n")
                try desk.table(roles)
            } catch ClientFailure.refused(let problem) where problem.status == 404 {
                try await desk.showApplication(id)
            }
        }
    }

    struct Roles: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Who had which role, since when.")
        @Argument var registration: String
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listRegistrationRoles, path: ["registration": registration]), of: Wire.RoleHolder.self, options)
        }
    }

    struct RegisteredCards: ServerCommand {
        static let configuration = CommandConfiguration(commandName: "registered-cards", abstract: "The cards of a registration.")
        @Argument var registration: String
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listRegistrationCards, path: ["registration": registration]), of: Wire.RegistrationCard.self, options)
        }
    }
}

extension Desk {
    func showApplication(_ id: String) async throws {
        let found = try await show(Call(.readApplication, path: path(id)), as: Wire.Application.self)
        guard !output.json, let checks = found.checks, !checks.isEmpty else { return }
        try output.write("\n")
        try table(checks)
    }
}
