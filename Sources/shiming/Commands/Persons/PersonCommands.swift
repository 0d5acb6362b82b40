import ArgumentParser
import Client
import Contract

struct PersonCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Persons' own cases (个人实名).",
        discussion: "At the counter, and what anybody asks. What a person does himself: `shiming seat` and `shiming own`.",
        subcommands: [
            Examine.self, Count.self, Take.self, Register.self, Claim.self, Status.self,
        ])

    struct Status: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Where a person's case stands, by its code.",
            discussion: "Whoever has the code may ask; nobody needs to be signed in, and nothing personal is said.")
        @Argument(help: "The code the person was given when the case was handed in.") var code: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.askPersonalStatus, sending: Wire.AskPersonalStatus(code: code)), as: Wire.PersonalStatus.self)
        }
    }
}
