import ArgumentParser
import Client
import Contract

struct Accounts: Group {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "People and machines that may sign in.",
        subcommands: [List.self, Create.self, Show.self, Update.self, Dismiss.self, Renew.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Accounts you may see.")
        @Option(help: "At this organisation.") var organisation: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listAccounts, query: ["organisation": organisation]), of: Wire.Account.self, options)
        }
    }

    struct Create: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Invite somebody, or add a machine.",
            discussion: "Prints the one-time token to hand over; `shiming enrol TOKEN` accepts it.")
        @Option(
            parsing: .upToNextOption,
            help:
                "administrator, reviewer, compliance, agent-manager, agent-clerk, agent-reviewer, hall-clerk, account-manager, enterprise-manager, auditor."
        )
        var role: [String]
        @Option(help: "At which organisation; else your own.") var organisation: String?
        @Option(help: "The login name; else chosen at enrolment.") var login: String?
        @Flag(help: "A machine, which is given API keys.") var machine = false
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let account = Wire.CreateAccount(roles: role, organisation: organisation, kind: machine ? "machine" : nil, login: login)
            let answer = try await desk.api.send(Call(.createAccount, sending: account))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.tell(try answer.decode(Wire.AccountCreated.self))
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One account.")
        @Argument var account: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readAccount, path: ["account": account]), as: Wire.Account.self) }
    }

    struct Update: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Change the roles of an account.")
        @Argument var account: String
        @Option(parsing: .upToNextOption, help: "All its roles from now on.") var role: [String]
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.update(account: account, Wire.UpdateAccount(roles: role)) }
    }

    struct Dismiss: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Dismiss somebody; their sessions and keys end at once.")
        @Argument var account: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.update(account: account, Wire.UpdateAccount(status: "dismissed")) }
    }

    struct Renew: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "A new one-time token for somebody who lost password or second factor.")
        @Argument var account: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.renewEnrolment, path: ["account": account]))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try desk.tell(try answer.decode(Wire.Enrolment.self))
        }
    }
}

extension Desk {
    fileprivate func update(account: String, _ change: Wire.UpdateAccount) async throws {
        let path = ["account": account]
        let version = try await version(Call(.readAccount, path: path))
        try await show(Call(.updateAccount, path: path, sending: change, ifMatch: version), as: Wire.Account.self)
    }

    fileprivate func tell(_ created: Wire.AccountCreated) throws {
        try show(created.account)
        if let enrolment = created.enrolment { try tell(enrolment) }
    }

    fileprivate func tell(_ enrolment: Wire.Enrolment) throws {
        guard output.isTerminal else { return try output.write("token\t\(enrolment.token)\n") }
        try output.say(
            "One-time token, to be handed over by a way of its own (until \(ChinaTime.text(enrolment.expiresAt))):",
            "一次性令牌，请单独转交（有效至 \(ChinaTime.text(enrolment.expiresAt))）：")
        try output.write("  \(enrolment.token)\n")
    }
}

struct APIKeys: Group {
    static let configuration = CommandConfiguration(
        commandName: "api-key", abstract: "Keys of machines.", subcommands: [List.self, Create.self, Revoke.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Keys you may see.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listAPIKeys), of: Wire.APIKey.self, options) }
    }

    struct Create: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Make a key; it is shown once.")
        @Option(help: "For which account.") var account: String
        @Option(help: "What it is for.") var label: String
        @Option(parsing: .upToNextOption, help: "What it allows, such as card:read.") var permission: [String]
        @Option(help: "Until when: yyyy-MM-dd, or RFC 3339.") var expires: Moment
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let key = Wire.CreateAPIKey(account: account, label: label, permissions: permission, expiresAt: expires.wire)
            let answer = try await desk.api.send(Call(.createAPIKey, sending: key))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let created: Wire.APIKeyCreated = try answer.decode()
            try desk.show(created.apiKey)
            try desk.output.write(desk.output.isTerminal ? "\n  \(created.token)\n" : "token\t\(created.token)\n")
        }
    }

    struct Revoke: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Revoke a key; it ends at once.")
        @Argument var key: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.act(Call(.revokeAPIKey, path: ["apiKey": key]), "The key is revoked.", "密钥已吊销。")
        }
    }
}
