import ArgumentParser
import Client
import Contract

/// What the server's connections owe, as it sees them.
struct CarrierWorkList: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "What waits for which carrier, and how far the asking about the whole base has come.")
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let answer = try await desk.api.send(Call(.listCarriers))
        if desk.output.json { return try desk.output.writeJSON(answer.body) }
        try desk.table(answer.decode(Wire.CarrierWorkList.self).items)
    }
}

struct CarrierIntents: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting", abstract: "What is wished of a carrier and not over, what is due first first.")
    @Argument(help: "Code of the carrier: mobile, telecom, unicom, broadnet, or a reseller's.") var carrier: String
    @Option(help: "waiting, sent or by-hand.") var state = "waiting"
    @OptionGroup var options: ListOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        try await desk.list(
            Call(.listIntents, query: ["carrier": carrier, "state": state]), of: Wire.CardIntent.self, options)
    }
}

struct CarrierSettle: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Say what came of a wish that no interface of the carrier's takes.")
    @Argument(help: "card_… as `carrier waiting --state by-hand` shows it.") var card: String
    @Argument(help: "The wish's number there.") var ordinal: Int64
    @Flag(help: "It cannot be had there.") var failed = false
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        try await desk.show(
            Call(.settleIntent, sending: Wire.SettleIntent(card: card, ordinal: ordinal, outcome: failed ? "failed" : "done")),
            as: Wire.SettleIntent.self)
    }
}

struct CarrierAsk: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Have the carrier asked about a card soon; `card life` shows what it says.")
    @Argument(help: "card_…") var card: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        try await desk.show(Call(.askCarrier, sending: Wire.CarrierQuestion(card: card)), as: Wire.CarrierQuestion.self)
    }
}
