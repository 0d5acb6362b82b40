import ArgumentParser
import Client
import Contract

struct Campaigns: Group {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: "Back-registration of cards in service that lack something (补登记).",
        subcommands: [List.self, Show.self, Make.self, Change.self, Cancel.self, Cards.self, Entrances.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Campaigns, the newest first.")
        @Option(help: "planned, running, ended or cancelled.") var state: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listCampaigns, query: ["state": state]), of: Wire.Campaign.self, options)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One campaign, and how it stands by organisation.")
        @OptionGroup var campaign: CampaignCode
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readCampaignProgress, path: campaign.path))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            try await desk.show(Call(.readCampaign, path: campaign.path), as: Wire.Campaign.self)
            try desk.output.write("\n")
            try desk.table(answer.decode(Wire.CampaignProgress.self).items)
        }
    }

    struct Make: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a campaign over the cards in service.",
            discussion: """
                It begins by itself on its day and tells whoever has the cards, so many days before the deadline. Only with --stops, and only cards \
                for which nobody answers, are stopped when the deadline has passed; registering one later lets it run again.
                """)
        @OptionGroup var terms: CampaignOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.makeCampaign, sending: terms.terms), as: Wire.Campaign.self) }
    }

    struct Change: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set a campaign anew; all its terms are given.",
            discussion: "Once it has begun only name, deadline, notices and the stop may change.")
        @OptionGroup var campaign: CampaignCode
        @OptionGroup var terms: CampaignOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let version = try await desk.version(Call(.readCampaign, path: campaign.path))
            try await desk.show(
                Call(.changeCampaign, path: campaign.path, sending: terms.terms, ifMatch: version), as: Wire.Campaign.self)
        }
    }

    struct Cancel: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cancel a campaign: nobody is told any more and nothing is stopped.")
        @OptionGroup var campaign: CampaignCode
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(Call(.cancelCampaign, path: campaign.path), as: Wire.Campaign.self)
        }
    }

    struct Cards: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Your cards that still lack what a campaign is about.")
        @OptionGroup var campaign: CampaignCode
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.list(Call(.listCampaignCards, path: campaign.path), of: Wire.CampaignCard.self, options)
        }
    }

    struct Entrances: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give out a link or a claim code for each of your cards that still lack it.",
            discussion: """
                Codes are seen once: the server keeps their hashes only. --csv and --qr keep them in files that only you can read. Where there are \
                more cards than one may give out at once, the last line says how to go on.
                """)
        @OptionGroup var campaign: CampaignCode
        @Option(help: "link or claim-code.") var kind = EntranceKind.link
        @Option(help: "For how many days it opens.") var days: Int64 = 90
        @Option(help: "What the cards are in, such as 手表; rules may depend on it.") var deviceType: String?
        @Option(help: "Go on after this card.") var after: String?
        @OptionGroup var files: EntranceFileOptions
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            if kind == .claimCode, files.qr != nil { throw ValidationError("a claim code is typed; --qr draws links") }
        }

        func run(_ desk: Desk) async throws {
            let asked = Wire.IssueCampaignEntrances(kind: kind.rawValue, days: days, deviceType: deviceType, after: after)
            let call = try Call(.issueCampaignEntrances, path: campaign.path, sending: asked)
            let answer = try await desk.giveOut(call, kind, files) { try $0.decode(Wire.CampaignEntrances.self).items }
            if let next = try answer.decode(Wire.CampaignEntrances.self).next {
                desk.output.note("There are more; --after \(next) goes on.", "还有更多卡，可用 --after \(next) 继续。")
            }
        }
    }

    struct CampaignCode: ParsableArguments {
        @Argument(help: "BR-… as `shiming campaign list` names it.") var code: String

        var path: [String: String] { ["campaign": code.uppercased()] }
    }

    struct CampaignOptions: ParsableArguments {
        @Option(help: "What it is called.") var name: String
        @Option(help: "What the cards lack: holder, responsible-person or evidence.") var gap = "holder"
        @Option(help: "Only cards of this carrier.") var carrier: String?
        @Option(help: "Only cards of this product.") var product: String?
        @Option(help: "Only cards in the hands of this organisation and those below it, by its id.") var organisation: String?
        @Option(help: "The day on which it begins, yyyy-MM-dd.") var begins: String
        @Option(help: "The last day, yyyy-MM-dd.") var deadline: String
        @Option(parsing: .upToNextOption, help: "So many days before the deadline people are told.") var noticeDays: [Int64] = [30, 7, 1]
        @Flag(help: "Stop cards for which nobody answers when the deadline has passed.") var stops = false

        var terms: Wire.CampaignTerms {
            Wire.CampaignTerms(
                name: name, gap: gap, begins: begins, deadline: deadline, noticeDays: noticeDays, stops: stops, carrier: carrier,
                product: product, organisation: organisation)
        }
    }
}
