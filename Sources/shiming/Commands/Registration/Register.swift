import ArgumentParser
import Client
import Contract

struct Register: Group {
    static let configuration = CommandConfiguration(
        abstract: "Register a unit's cards, and change what is registered (实名登记).",
        subcommands: [
            Create.self, Update.self, ChooseCards.self, Submit.self, Withdraw.self, List.self, Applications.self, Show.self, Roles.self,
            RegisteredCards.self, AddCards.self, ChangeRole.self, Correct.self, End.self,
        ])

    struct Create: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin a registration.",
            discussion: "With --submit it is handed in at once; `shiming requirements` says what it needs.")
        @Option(help: "agent, hall or account-manager.") var channel = "agent"
        @OptionGroup var content: ContentOptions
        @OptionGroup var cards: CardChoice
        @Flag(help: "Hand it in.") var submit = false
        @Option(help: "Have a program told what becomes of it: an address where a webhook of yours leads.") var callback: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var object: [String: Any] = ["channel": channel, "content": try await content.object(desk)]
            if let callback { object["callback"] = callback }
            let call = try Call(.createRegistration, object: object)
            try await desk.begin(call, cards: cards, submit: submit)
        }
    }

    struct Update: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Replace the content of a draft.")
        @Argument var application: String
        @OptionGroup var content: ContentOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            guard content.isGiven else { throw ValidationError("nothing to change: give --content, --set or --paper") }
            let object = try await content.object(desk)
            try await desk.act(
                Call(.updateApplication, path: desk.path(application), object: object, ifMatch: try await desk.version(of: application)),
                "The draft is changed.", "草稿已修改。")
        }
    }

    struct ChooseCards: ServerCommand {
        static let configuration = CommandConfiguration(commandName: "cards", abstract: "Choose the cards of a draft.")
        @Argument var application: String
        @OptionGroup var cards: CardChoice
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(
                    .selectCards, path: desk.path(application), sending: try cards.selection(),
                    ifMatch: try await desk.version(of: application)),
                as: Wire.CardsSelected.self)
        }
    }

    struct Submit: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Hand an application in; the checks by machine are shown.")
        @Argument var application: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.submit(application, version: try await desk.version(of: application))
        }
    }

    struct Withdraw: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Withdraw an application.")
        @Argument var application: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let version = try await desk.version(of: application)
            try await desk.act(
                Call(.withdrawApplication, path: desk.path(application), ifMatch: version), "The application is withdrawn.", "申请已撤回。")
        }
    }
}

extension Desk {
    func path(_ application: String) -> [String: String] { ["application": application] }

    func version(of application: String) async throws -> String? {
        try await version(Call(.readApplication, path: path(application)))
    }

    /// Begins an application, chooses its cards and hands it in, as far as was asked. A pipe gets what was begun and the checks.
    func begin(_ call: Call, cards: CardChoice, submit: Bool) async throws {
        let answer = try await api.send(call)
        let begun: Wire.ApplicationBegun = try answer.decode()
        try show(begun, answer)
        var version = answer.entityTag
        if cards.isGiven {
            let chosen = try await api.send(
                Call(.selectCards, path: path(begun.application), sending: try cards.selection(), ifMatch: version))
            version = chosen.entityTag
            try show(chosen.decode(Wire.CardsSelected.self), chosen)
        }
        if submit { try await self.submit(begun.application, version: version) }
    }

    func submit(_ application: String, version: String?) async throws {
        let answer = try await api.send(Call(.submitApplication, path: path(application), ifMatch: version))
        if output.json { return try output.writeJSON(answer.body) }
        let submitted: Wire.ApplicationSubmitted = try answer.decode()
        try table(submitted.checks)
        try output.say("Submitted; a reviewer decides.", "已提交，等待审核。")
    }
}
