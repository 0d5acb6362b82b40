import ArgumentParser
import Client
import Contract

struct Cards: Group {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: "Cards within your scope, and their lives.",
        subcommands: [
            List.self, Show.self, Find.self, Life.self, Deliver.self, Activate.self, Stop.self, Resume.self, Cancel.self, BringBack.self,
            Device.self, SIM.self,
        ])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Cards.")
        @Option(help: "Of this batch.") var batch: String?
        @Option(help: "In the hands of this organisation.") var organisation: String?
        @Option(help: "Of this product.") var product: String?
        @Option(help: "Of this province, two digits.") var province: Int?
        @Option(help: "Of this carrier.") var carrier: String?
        @Option(help: "registered or vacant.") var realName: String?
        @Option(help: "stock, testable, ready, active, cancelling or cancelled.") var serviceState: String?
        @Option(help: "Stopped for this reason, such as arrears.") var stopReason: String?
        @Option(help: "Registered in this unit's name: its id.") var unit: String?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let query = [
                "batch": batch, "organisation": organisation, "product": product, "province": province.map { String($0) },
                "carrier": carrier, "realName": realName, "serviceState": serviceState, "stopReason": stopReason, "unit": unit,
            ]
            try await desk.list(Call(.listCards, query: query), of: Wire.Card.self, options)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One card, with its product and history.")
        @Argument(help: "card_… as lists show it, ICCID, number or IMSI.") var card: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.readCard, path: ["card": try await desk.reference(of: card)]))
            if desk.output.json { return try desk.output.writeJSON(answer.body) }
            let detail: Wire.CardDetail = try answer.decode()
            try desk.show(detail.card)
            try desk.output.write("\n")
            try desk.table(detail.custody)
        }
    }

    struct Find: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find cards by ICCID, number or IMSI, or by the device they are in (IMEI).")
        @Argument(help: "The numbers, mixed as you like.") var numbers: [String]
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let answer = try await desk.api.send(Call(.searchCards, sending: Wire.CardSearch(numbers: numbers)))
            let found: Wire.CardSearchResult = try answer.decode()
            if desk.output.json { try desk.output.writeJSON(answer.body) } else { try desk.table(found.items.flatMap(\.cards)) }
            for item in found.items where item.isMissing {
                desk.output.note("\(item.number): \(item.why.en)", "\(item.number)：\(item.why.zh)")
            }
            for item in found.items where item.device?.more == true {
                desk.output.note("\(item.number): more cards have this device", "\(item.number)：该设备的卡未全部列出")
            }
            if found.items.contains(where: \.isMissing) { throw ExitCode.refused }
        }
    }
}

extension Wire.CardSearchResult.Item {
    /// Whose own number it is, and those with the device.
    fileprivate var cards: [Wire.Card] { (card.map { [$0] } ?? []) + (device?.cards.map(\.card) ?? []) }
    /// What was not looked at to the end is not said to be nowhere.
    fileprivate var isMissing: Bool { cards.isEmpty && device?.more != true }
    fileprivate var why: (en: String, zh: String) {
        switch lack {
        case "malformed": ("not found: it has the form of no number", "未找到：不是卡号或设备号")
        case "ambiguous": ("not found: several ICCIDs begin so", "未找到：多张卡的 ICCID 以此开头")
        default: ("not found", "未找到")
        }
    }
}

extension Desk {
    /// The reference of a card named by any of its numbers. They go in a body: no number stands in an address.
    func reference(of card: String) async throws -> String {
        if card.hasPrefix("card_") { return card }
        let answer = try await api.send(Call(.searchCards, sending: Wire.CardSearch(numbers: [card])))
        guard let found = try answer.decode(Wire.CardSearchResult.self).items.first?.card else {
            output.note("\(card): not found [not-found]", "\(card)：未找到 [not-found]")
            throw ExitCode.refused
        }
        return found.card
    }
}

struct GapReport: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Cards in service that lack a holder, a responsible person or evidence.")
    @Option(help: "holder, responsible-person or evidence.") var lacks: String?
    @OptionGroup var options: ListOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let call = Call(.readGapReport, query: ["lacks": lacks])
        if !desk.output.json {
            let counts = try await desk.api.send(call, as: Wire.GapReport.self).counts
            desk.output.note(
                "\(counts.inService) cards in service: \(counts.registered) registered, \(counts.withoutHolder) without holder, \(counts.withoutResponsiblePerson) without responsible person, \(counts.withoutEvidence) without evidence",
                "在用 \(counts.inService) 张：已登记 \(counts.registered)，无机主 \(counts.withoutHolder)，无责任人 \(counts.withoutResponsiblePerson)，无凭证 \(counts.withoutEvidence)"
            )
        }
        try await desk.list(call, of: Wire.Gap.self, options)
    }
}
