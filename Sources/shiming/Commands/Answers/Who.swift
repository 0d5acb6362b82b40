import ArgumentParser
import Client
import Contract

struct Who: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Who answers for this card, now or then; masked.")
    @Argument(help: "ICCID, number, IMSI or card_…") var card: String
    @OptionGroup var times: TimeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let key = CardKey(card)
        try await desk.show(
            Call(
                .answerForCard,
                sending: Wire.AskAnswer(
                    iccid: key.iccid, msisdn: key.msisdn, imsi: key.imsi, card: key.card, at: times.at?.wire, asKnown: times.asKnown?.wire)),
            as: Wire.AnswerForCard.self)
    }
}

struct Reveal: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Who answers for this card, unmasked; stands on the trail.")
    @Argument(help: "ICCID, number, IMSI or card_…") var card: String
    @Option(help: "Why; no personal data.") var purpose: String
    @OptionGroup var times: TimeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let key = CardKey(card)
        try await desk.show(
            Call(
                .revealAnswer,
                sending: Wire.Reveal(
                    purpose: purpose, iccid: key.iccid, msisdn: key.msisdn, imsi: key.imsi, card: key.card, at: times.at?.wire,
                    asKnown: times.asKnown?.wire)),
            as: Wire.AnswerForCard.self)
    }
}

struct TimeOptions: ParsableArguments {
    @Option(help: "Who answered then: 2026-03-02, \"2026-03-02 09:00\" (China), or RFC 3339.") var at: Moment?
    @Option(help: "As was known then.") var asKnown: Moment?
}

/// What a number is, by its look; what it is worth the server judges.
struct CardKey: Sendable {
    var iccid: String?
    var msisdn: String?
    var imsi: String?
    var card: String?

    init(_ text: String) {
        let digits = text.filter { !$0.isWhitespace && $0 != "-" }
        if text.hasPrefix("card_") {
            card = text
        } else if digits.count >= 18 {
            iccid = digits
        } else if digits.count == 15, digits.hasPrefix("460") || digits.hasPrefix("00101") {
            imsi = digits
        } else {
            msisdn = digits
        }
    }
}
