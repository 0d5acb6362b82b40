import ArgumentParser
import Carriers
import Client
import Foundation
import Numbers
import Registry
import UseCases

/// `shiming carrier`: try a connection by hand, before a server has it or while something is amiss.
struct CarrierCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carrier", abstract: "Connections to carriers: what they offer, whether they answer, what they owe.",
        subcommands: [
            CarrierWorkList.self, CarrierIntents.self, CarrierSettle.self, CarrierAsk.self, CarrierCapabilitiesCommand.self,
            CarrierCheck.self, CarrierCardStateCommand.self,
        ])
}

extension CarrierSystem: ExpressibleByArgument {}

/// What these commands take.
struct CarrierOutputOptions: ParsableArguments {
    @Option(help: "Words of tables and refusals; else as LANG says.") var language: Language?
    @Flag(help: "JSON in place of tables and sentences.") var json = false

    func show<Item: Shown>(_ items: [Item]) throws { if json { try output.encode(items) } else { try output.table(items) } }

    var output: Output { Output(json: json, language: language ?? Language(environment: ProcessInfo.processInfo.environment)) }
}

struct CarrierCapabilitiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capabilities", abstract: "What a connection, or a carrier's interface as such, can do (R-OP-01).")

    @Argument(help: "File of a connection.", completion: .file()) var file: String?
    @Option(help: "A system without a connection: onelink, ctwing, unicom-cmp, generic.") var system: CarrierSystem?
    @OptionGroup var options: CarrierOutputOptions

    func validate() throws {
        guard (file == nil) != (system == nil) else { throw ValidationError("name the file of a connection or a --system") }
    }

    func run() async throws {
        let capabilities =
            if let file { try CarrierFiles.read([file])[0].capabilities } else { CarrierCapabilities.of(system ?? .generic) }
        let rows = CarrierOperation.allCases.map { ShownCapability($0, capabilities[$0], options.output.language) }
        try options.show(rows)
    }
}

/// Whether the carrier answers, asked about a card that nobody has.
struct CarrierCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Ask a carrier something harmless: are address, credentials and signature right?",
        discussion: """
            Asks for the state of one card, of --number or else of one that does not exist, and says what came back. Ends with 0 when the carrier \
            answered, be it that it does not know the card; with 1 when it refuses us; with 4 when it cannot be reached or its answer is none.
            """)

    @Argument(help: "File of a connection.", completion: .file()) var file: String
    @Option(help: "A card of ours: ICCID, or the number the carrier knows it by.") var number: String?
    @Flag(help: "The file may lead to a sandbox.") var sandbox = false
    @OptionGroup var options: CarrierOutputOptions

    func run() async throws {
        let gateway = try CarrierFiles.open(try CarrierFiles.read([file])[0], allowsSandbox: sandbox)
        let card = try AskedCard.card(number ?? "1440000000000")
        let reply = await gateway.states(of: [card])[0]
        await gateway.close()
        let shown = ShownReply(gateway.name, number ?? "", reply, options.output.language) { $0.word.text }
        try options.show([shown])
        switch reply {
        case .done, .accepted, .locked: return
        // It knows us, and not the card.
        case .refused(let refusal, _) where [Refusal.carrierCardUnknown.code, Refusal.carrierCardNotOurs.code].contains(refusal.code):
            return
        case .refused: throw ExitCode.refused
        case .overQuota, .unreachable, .unclear: throw ExitCode.unavailable
        }
    }
}

struct CarrierCardStateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card-state", abstract: "What the carrier says of cards now: service and real name, with its own codes.")

    @Argument(help: "File of a connection.", completion: .file()) var file: String
    @Argument(help: "Cards: ICCID, or the number the carrier knows them by; ICCID/NUMBER gives both.") var numbers: [String]
    @Flag(name: .customLong("risks"), help: "Its risks about them too (R-IC-13), where its interface tells them.") var asksRisks = false
    @Flag(help: "The file may lead to a sandbox.") var sandbox = false
    @OptionGroup var options: CarrierOutputOptions

    func validate() throws {
        guard (1...1_000).contains(numbers.count) else { throw ValidationError("1 to 1000 cards") }
    }

    func run() async throws {
        let cards = try numbers.map(AskedCard.card)
        let gateway = try CarrierFiles.open(try CarrierFiles.read([file])[0], allowsSandbox: sandbox)
        let states = await gateway.states(of: cards)
        let names = await gateway.realNames(of: cards)
        var risks: [CarrierReply<ShownRisks>] = []
        if asksRisks {
            for card in cards { risks.append(await gateway.risks(of: card).map { ShownRisks($0) }) }
        }
        await gateway.close()
        let language = options.output.language
        var rows: [ShownReply] = []
        for (number, (state, name)) in zip(numbers, zip(states, names)) {
            rows.append(ShownReply("state", number, state, language) { $0.word.text })
            rows.append(ShownReply("real-name", number, name, language) { $0.word.text })
        }
        for (number, found) in zip(numbers, risks) { rows.append(ShownReply("risks", number, found, language) { $0.text }) }
        try options.show(rows)
        guard states.allSatisfy({ $0.value != nil }), names.allSatisfy({ $0.value != nil }), risks.allSatisfy({ $0.value != nil }) else {
            throw ExitCode.refused
        }
    }
}

/// A card as it is typed.
enum AskedCard {
    static func card(_ text: String) throws -> CarrierCard {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), parts.allSatisfy({ isNumber($0) }) else {
            throw ValidationError("\(text) is not a card: an ICCID, a number, or ICCID/NUMBER")
        }
        if parts.count == 2 { return CarrierCard(iccid: parts[0], msisdn: parts[1]) }
        return text.utf8.count > 15 ? CarrierCard(iccid: text, msisdn: nil) : CarrierCard(iccid: text, msisdn: text)
    }

    private static func isNumber(_ text: String) -> Bool {
        (8...24).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            }
    }
}
