import ArgumentParser
import Client
import Contract
import Foundation

extension SeatCommands {
    struct Submit: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand the case in: a registration, a proof or a correction. What is missing is said, field by field.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let found = try await desk.show(Call(.submitPersonal), as: Wire.PersonalCase.self)
            guard !desk.output.json, let code = found.code else { return }
            desk.output.note(
                "Handed in is not effective. Follow it with `shiming seat status`, or without the seat: shiming person status \(code)",
                "已提交不等于已生效。可执行 shiming seat status 查询；没有入口文件时执行 shiming person status \(code)")
        }
    }

    struct Status: SeatCommand {
        static let configuration = CommandConfiguration(abstract: "Where the case stands, with reasons and what helps.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readPersonalStatus), as: Wire.PersonalStatus.self) }
    }

    struct CarrierPage: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Where the person registers at the carrier himself, where `shiming seat status` says so.",
            discussion: """
                The address is opened on the person's phone. It is fetched from the carrier, ten times a day at most, and good for \
                whoever has it.
                """)
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.openCarrierPage), as: Wire.SentToCarrier.self) }
    }

    struct CarrierOutcome: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have the carrier asked whether it has registered the person, once he is back from its page.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.followCarrierPage), as: Wire.PersonalStatus.self) }
    }

    struct Withdraw: SeatCommand {
        static let configuration = CommandConfiguration(abstract: "Take the case back before it is decided; it may be begun anew.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.withdrawPersonal), as: Wire.PersonalCase.self) }
    }

    struct Release: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give the card up, before the device is sold or handed on, with the seat by which it was registered.",
            discussion: """
                The document's number is asked for at the terminal. With another seat: `shiming own prove`, then `shiming own release`.
                """)
        @Flag(help: "The number of the holder's document is the first line of standard input.") var documentNumberStdin = false
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let number = try TypedSecret.read(
                fromInput: documentNumberStdin, desk.output.language.choose("Document number: ", "证件号码："))
            try await desk.show(
                Call(.askForRelease, sending: Wire.AskForRelease(documentNumber: number)), as: Wire.PersonalStatus.self)
        }
    }

    struct DeclineTransfer: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Do not take over a card its holder gives away: what was begun is taken back, and the link closes.")
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.act(Call(.declineTransfer), "Declined; the link opens nothing any more.", "已谢绝，链接已失效。")
        }
    }

    struct Claim: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell the operator that the card, which somebody else took, is one's own (R-PH-06).",
            discussion: """
                Whoever has the card is not told of. A telephone number at which whoever looks into it may call is asked for at the \
                terminal; it may stay empty. Without a seat, by the card's link: `shiming person claim`.
                """)
        @Flag(help: "The telephone number is the first line of standard input.") var contactStdin = false
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let question = desk.output.language.choose("Telephone (optional): ", "联系电话（可不填）：")
            let contact = try contactStdin ? Prompt.read(STDIN_FILENO) : Prompt.line(question)
            try await desk.act(
                Call(.claimCard, sending: Wire.ClaimCard(contact: contact.isEmpty ? nil : contact)), "The operator has been told.",
                "已告知运营商。")
        }
    }

    struct Leave: SeatCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave a device that may be another's: its seats open nothing any more, what was proved there is closed (R-DP-21).",
            discussion: """
                The file keeps the device's secret: `shiming seat open` with the same file goes on with what was begun. Remove it where \
                nobody shall go on.
                """)
        @OptionGroup var seat: SeatOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.act(
                Call(.leaveSeat), "Left. Come in again with `shiming seat open`.", "已退出。如需继续，请重新执行 shiming seat open。")
        }
    }
}
