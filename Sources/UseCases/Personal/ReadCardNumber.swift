import Inspection
import Numbers
import Registry

extension Installation {
    /// The number of the one card whose bar code a picture shows, for browsers that read no bar codes themselves. The picture is read and
    /// dropped, kept nowhere; the number says no more of a card than one that is typed.
    ///
    /// - Parameter source: the address somebody unknown comes from; callers from one wait for each other before anybody else does.
    /// - Throws: `card-number-not-read`, `card-numbers-several`, `evidence-kind-unsupported`; what the reader has against the file.
    package func readCardNumber(in picture: [UInt8], from source: String) async throws -> String {
        guard let kind = EvidenceKind(recognising: picture), kind != .pdf else { throw Refusal.notAPicture }
        let today = try chinaDay()
        let codes = try await reader.codes(in: picture, for: "address \(source)")
        let found = Set(codes.flatMap { CardLabel.numbers(on: $0, today: today) })
        // A label may bear the number with and without its last digit.
        let numbers = found.filter { number in !found.contains { $0.count > number.count && $0.hasPrefix(number) } }
        guard let number = numbers.first else { throw Refusal.cardNumberNotRead }
        guard numbers.count == 1 else { throw Refusal.cardNumbersSeveral }
        return number
    }
}

/// What stands around an ICCID on the labels of cards and boxes: `ICCID:8986…`, spaces, an IMSI or a lot beside it.
enum CardLabel {
    /// - Returns: what can be a card's number. A code that proves itself (QR, Code 128) may bear one without a holding Luhn digit, as
    ///   cards do (R-NF-01); from any other only a number that proves itself is believed.
    static func numbers(on code: PrintedCode, today: CivilDate) -> Set<String> {
        let parts = code.text.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        let whole = code.text.uppercased().filter { !$0.isWhitespace }
        return Set(
            (parts + [whole]).compactMap { part in
                let bare = part.hasPrefix("ICCID") ? String(part.dropFirst(5)) : part
                let verdict = ICCID.check(bare, today: today)
                guard let number = verdict.value, code.provesItself || isProven(bare, verdict) else { return nil }
                return number.text.description
            })
    }

    private static func isProven(_ text: String, _ verdict: Verdict<ICCID>) -> Bool {
        verdict.reasons.isEmpty && text.allSatisfy(\.isNumber)
    }
}

extension Refusal {
    package static let cardNumberNotRead = Refusal(
        "card-number-not-read", .invalid, requirements: ["R-NF-01"], en: "No bar code with a card's number can be read in the photo.",
        zh: "照片中未识别到卡号条码。",
        mend: LocalText(
            en: "Take it closer, straight and sharp, with the whole bar code in it, or type the number.",
            zh: "请靠近并正对条码，对焦清晰、完整拍摄后重试，或手工输入卡号。"),
        pointer: "/picture")
    package static let cardNumbersSeveral = Refusal(
        "card-numbers-several", .invalid, requirements: ["R-NF-01"], en: "The photo shows the bar codes of several cards.",
        zh: "照片中有多张卡的条码。",
        mend: LocalText(en: "Take a photo of your card's bar code alone, or type the number.", zh: "请只拍摄您这张卡的条码，或手工输入卡号。"),
        pointer: "/picture")
    package static let codesUnavailable = Refusal(
        "reading-unavailable", .temporary, house: .availability, en: "Bar codes cannot be read at the moment.", zh: "暂时无法识别条码。",
        mend: LocalText(en: "Type the number, or try again in a few moments.", zh: "请手工输入卡号，或稍后重试。"), pointer: "/picture",
        retryAfterSeconds: 5)
}
