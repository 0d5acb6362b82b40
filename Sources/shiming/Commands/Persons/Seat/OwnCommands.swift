import ArgumentParser
import Client
import Contract
import Foundation

/// What belongs to a person afterwards, at a seat at which he has proved who he is.
struct OwnCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "own", abstract: "What belongs to a person afterwards: cards, data, disputes, transfers (本人名下).",
        discussion: """
            At the seat of a card that stands in the person's name. First `shiming own prove`; then the case is filled as one to register: \
            consent, `shiming seat fill-in --declines-face-recognition` with the document's number, `shiming seat picture hand-held-photo` \
            in the face's place, and `shiming seat submit`. Once a reviewer lets that pass the rest is open for some hours, to this seat \
            alone. By the face it is proved on the page.
            """,
        subcommands: [
            Prove.self, Show.self, Matters.self, Dispute.self, Release.self, BringBack.self, Transfer.self, CallOffTransfer.self,
            Correct.self, DeletionRequest.self,
        ])

    /// Of which card, by its registration.
    struct RegistrationArgument: ParsableArguments {
        @Argument(help: "The registration's code, as `shiming own show` names it.") var code: String

        var wire: Wire.NameOwnRegistration { Wire.NameOwnRegistration(code: code) }
    }

    struct Prove: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin to prove again who one is; `shiming seat` fills the case and hands it in.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.beginProof), as: Wire.PersonalCase.self) }
    }

    struct Show: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "What is registered of the person, in clear: the data, the cards, and who looked at it (R-DP-08).")
        @Option(name: .shortAndLong, help: "A copy as JSON into this file, readable by you only.", completion: .file()) var output: String?
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readOwnData))
            if let output { return try desk.output.keep(answer.body, at: output) }
            let own: Wire.OwnData = try answer.decode()
            try desk.show(own, answer)
            guard !desk.output.json else { return }
            try desk.output.write("\n")
            try desk.table(own.cards)
            guard !own.looks.isEmpty else { return }
            try desk.output.write("\n")
            try desk.table(own.looks)
        }
    }

    struct Matters: SeatCommand {
        static let configuration = CommandConfiguration(abstract: "Where the proof and the correction begun at this seat stand.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readOwnMatters))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let matters: Wire.OwnMatters = try answer.decode()
            try desk.table([matters.proof, matters.correction].compactMap(\.self))
        }
    }

    struct Dispute: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a card in one's name is not one's own: a case for reviewers (R-PH-06).")
        @OptionGroup var registration: RegistrationArgument
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.disputeCard, sending: registration.wire), as: Wire.OwnMatter.self)
        }
    }

    struct Release: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a card in one's name up; a reviewer and the carrier follow, then the holding ends (R-LC-08).")
        @OptionGroup var registration: RegistrationArgument
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.releaseOwnCard, sending: registration.wire), as: Wire.OwnMatter.self)
        }
    }

    struct BringBack: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a card in one's name that is being cancelled, until its time is over (R-LC-03).",
            discussion: "`shiming own show` says of which card, and until when. Where it says nothing, ask whoever sold the card.")
        @OptionGroup var registration: RegistrationArgument
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.act(Call(.bringBackOwnCard, sending: registration.wire), "Kept: the card runs on.", "已撤销预销户，该卡继续使用。")
        }
    }

    struct Transfer: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a card in one's name to a next owner (过户); the link for him is seen once.",
            discussion: "Whoever has the link can register the card, so send it to the next owner alone.")
        @OptionGroup var registration: RegistrationArgument
        @Option(help: "Where persons reach the server, such as https://sim.example.cn; else the server's address as you named it.")
        var publicUrl: ServerAddress?
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.beginTransfer, sending: registration.wire))
            try desk.show(TransferToHandOn(answer.decode(), site: publicUrl ?? desk.api.server), answer)
        }
    }

    struct CallOffTransfer: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a card that was to go to a next owner; the link closes. Possible until the carrier was told.")
        @OptionGroup var registration: RegistrationArgument
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.callOffTransfer, sending: registration.wire), as: Wire.OwnMatter.self)
        }
    }

    struct Correct: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin to have one's data corrected; `shiming seat` changes the draft, adds the document and hands it in.")
        @OptionGroup var registration: RegistrationArgument
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.beginCorrection, sending: registration.wire), as: Wire.PersonalCase.self)
        }
    }

    struct DeletionRequest: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for deletion, and be answered by the law: what was registered is kept, then locked away (R-DP-07).")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.askForDeletion), as: Wire.DeletionAnswer.self) }
    }
}
