import ArgumentParser
import Client
import Contract

struct Trail: Group {
    static let configuration = CommandConfiguration(
        abstract: "What was done, by whom (留痕).", subcommands: [List.self, Show.self, Head.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Entries of the trail.")
        @Option(help: "Not before: 2026-03-02, \"2026-03-02 09:00\" (China), or RFC 3339.") var from: Moment?
        @Option(help: "Before.") var until: Moment?
        @Option(help: "Account that acted.") var actor: String?
        @Option(help: "organisation, account, product, intake, custody, card, evidence, party, registration, application, installation.")
        var subjectKind: String?
        @Option(help: "Identifier of the subject, with --subject-kind; of a card also its ICCID, number or IMSI.") var subject: String?
        @Option(help: "Such as registration.decided.") var action: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var named = subject
            if subjectKind == "card", let card = subject { named = try await desk.reference(of: card) }
            let query = [
                "from": from?.wire, "until": until?.wire, "actor": actor, "subjectKind": subjectKind, "subject": named, "action": action,
            ]
            try await desk.list(Call(.listTrail, query: query), of: Wire.TrailEntry.self, options)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One entry.")
        @Argument var entry: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readTrailEntry, path: ["entry": entry]), as: Wire.TrailEntry.self) }
    }

    struct Head: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Size and root of the tree.")
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readTrailHead), as: Wire.TrailHead.self) }
    }
}
