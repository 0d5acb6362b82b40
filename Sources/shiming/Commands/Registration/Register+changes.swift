import ArgumentParser
import Client
import Contract

/// A change of what is registered: an application of its own.
protocol ChangeCommand: ServerCommand {
    static var kind: String { get }
    var registration: String { get }
    var content: ContentOptions { get }
    var cards: CardChoice { get }
    var submit: Bool { get }
    /// Fields the command itself sets.
    var fields: [String: Any] { get }
}

extension ChangeCommand {
    var fields: [String: Any] { [:] }

    func run(_ desk: Desk) async throws {
        let object = try await content.object(desk).merging(fields) { $1 }
        let call = try Call(.createApplication, path: ["registration": registration], object: ["kind": Self.kind, "content": object])
        try await desk.begin(call, cards: cards, submit: submit)
    }
}

extension Register {
    struct AddCards: ChangeCommand {
        static let configuration = CommandConfiguration(abstract: "Apply for more cards under a registration.")
        static let kind = "add-cards"
        @Argument var registration: String
        @OptionGroup var content: ContentOptions
        @OptionGroup var cards: CardChoice
        @Flag(help: "Hand it in.") var submit = false
        @OptionGroup var connection: ConnectionOptions
    }

    struct ChangeRole: ChangeCommand {
        static let configuration = CommandConfiguration(abstract: "Apply for another responsible person, handler, user or proxy.")
        static let kind = "change-role"
        @Argument var registration: String
        @Option(help: "handler, responsible-person, actual-user or proxy.") var role: String
        @Option(help: "From when, yyyy-MM-dd; else from the decision.") var effectiveFrom: String?
        @OptionGroup var content: ContentOptions
        @OptionGroup var cards: CardChoice
        @Flag(help: "Hand it in.") var submit = false
        @OptionGroup var connection: ConnectionOptions

        var fields: [String: Any] { ["role": role, "effectiveFrom": effectiveFrom].compactMapValues(\.self) }
    }

    struct Correct: ChangeCommand {
        static let configuration = CommandConfiguration(abstract: "Apply for a correction of data: a new version, the old one stays.")
        static let kind = "correct"
        @Argument var registration: String
        @Option(help: "Whose data: unit, handler, responsible-person, actual-user or proxy.") var role: String
        @Option(help: "From when, yyyy-MM-dd; else from the decision.") var effectiveFrom: String?
        @OptionGroup var content: ContentOptions
        @OptionGroup var cards: CardChoice
        @Flag(help: "Hand it in.") var submit = false
        @OptionGroup var connection: ConnectionOptions

        var fields: [String: Any] { ["role": role, "effectiveFrom": effectiveFrom].compactMapValues(\.self) }
    }

    struct End: ChangeCommand {
        static let configuration = CommandConfiguration(abstract: "Apply for the end of a registration, or of some of its cards.")
        static let kind = "end"
        @Argument var registration: String
        @Option(help: "From when, yyyy-MM-dd; else from the decision.") var effectiveFrom: String?
        @OptionGroup var content: ContentOptions
        @OptionGroup var cards: CardChoice
        @Flag(help: "Hand it in.") var submit = false
        @OptionGroup var connection: ConnectionOptions

        var fields: [String: Any] { ["effectiveFrom": effectiveFrom].compactMapValues(\.self) }
    }
}
