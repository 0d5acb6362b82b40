import Contract
import Ledger
import Registry
import UseCases

extension Call {
    func answerForCard() async throws -> Answer {
        let asked = try CardAsked(body)
        return try answer(try await installation.answer(as: principal(), asked.question, at: asked.at, asKnown: asked.asKnown))
    }

    func revealAnswer() async throws -> Answer {
        let asked = try CardAsked(body)
        return try answer(
            try await installation.reveal(
                as: principal(), asked.question, at: asked.at, asKnown: asked.asKnown, purpose: asked.purpose ?? ""))
    }

    private func answer(_ found: CardAnswer) throws -> Answer {
        Answer(content: .bytes(AnswerWriting.bytes(found, card: try reference(found.subscription)), type: "application/json"))
    }
}

/// A question as asked: `AskAnswer` or `Reveal` of the contract, which has judged the fields already.
struct CardAsked {
    let question: CardQuestion
    var at: Instant?
    var asKnown: Instant?
    var purpose: String?

    /// Throws `one-question` unless the card is named in exactly one way.
    init(_ body: [UInt8]) throws {
        var named: [CardQuestion] = []
        for member in try JSONValue(parsing: body).objectValue?.members ?? [] {
            guard let text = member.value.stringValue else { continue }
            switch member.key {
            case "iccid": named.append(.iccid(text))
            case "msisdn": named.append(.msisdn(text))
            case "imsi": named.append(.imsi(text))
            case "card": named.append(.reference(text))
            case "at": at = WireInstant.parse(text)
            case "asKnown": asKnown = WireInstant.parse(text)
            case "purpose": purpose = text
            default: break
            }
        }
        guard named.count == 1 else { throw Refusal.oneQuestion }
        question = named[0]
    }
}

extension Refusal {
    static let oneQuestion = Refusal(
        "one-question", .invalid, house: .choice, en: "Name the card by exactly one of iccid, msisdn, imsi and card.",
        zh: "请只用 iccid、msisdn、imsi、card 之一指明卡片。", mend: LocalText(en: "Leave the others out.", zh: "请去除其余字段。"))
}
