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
}
