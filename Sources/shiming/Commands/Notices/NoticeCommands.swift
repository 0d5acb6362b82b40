import ArgumentParser
import Client
import Contract

/// By which way a notice goes.
enum NoticeWay: String, CaseIterable, ExpressibleByArgument {
    case webhook
    case sms
    case mail
}

/// Where a notice stands.
enum NoticeStanding: String, CaseIterable, ExpressibleByArgument {
    case waiting
    case delivered
    case refused
    case unaddressed
    case givenUp = "given-up"
}

struct NoticeCommands: Group {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "What people were told of persons' cases and of cards (通知).",
        subcommands: [List.self, Retry.self, NoticeWordings.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notices and what became of them, the newest first; never to whom they went.")
        @Option(help: "webhook, sms or mail.") var channel: NoticeWay?
        @Option(help: "waiting, delivered, refused, unaddressed or given-up.") var state: NoticeStanding?
        @Option(
            help:
                "Only of this registration or campaign, by its code; various for letters about several, none for letters about cards of none."
        ) var code: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var call = Call(.listNotices)
            if let channel { call.query["channel"] = channel.rawValue }
            if let state { call.query["state"] = state.rawValue }
            if let code { call.query["code"] = code }
            try await desk.list(call, of: Wire.Notice.self, options)
        }
    }

    struct Retry: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send notices once more that nobody took.",
            discussion: "Under the same id: whoever has it all the same is not told twice.")
        @Argument(help: "As `shiming notices list` names them.") var notice: [String]
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            for id in notice {
                try await desk.show(Call(.retryNotice, path: ["notice": id]), as: Wire.Notice.self)
            }
        }
    }
}
