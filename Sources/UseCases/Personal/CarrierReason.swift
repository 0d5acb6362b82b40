import Registry

/// Why a carrier refused a person's registration: its own code, and what it says, as staff read it in its system or a connection tells it.
package struct CarrierReason: Hashable, Sendable {
    /// In the carrier's system.
    package let code: String?
    /// For the applicant, in whatever language the carrier says it.
    package let words: LocalText?

    package init(code: String?, words: LocalText?) {
        self.code = code
        self.words = words
    }

    package init(code: String?, words: String?) {
        self.init(code: code, words: words.map { LocalText(en: $0, zh: $0) })
    }

    /// Of what a connection says: a word of ours, behind a stroke the carrier's code. What is no plain code is not told.
    init(told text: String) {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        let code = parts.count > 1 && CarrierSign.isCode(parts[1]) ? parts[1] : nil
        let isIdentity = parts.first == Refusal.carrierIdentityRefused.code
        self.init(code: code, words: isIdentity ? LocalText(en: "the identity was not confirmed", zh: "身份核验未通过") : nil)
    }

    /// Nothing was said.
    static let unsaid = CarrierReason(code: nil, words: nil as LocalText?)

    private var isEmpty: Bool { self == .unsaid }

    /// Why the case goes back, as the applicant reads it.
    var decisionReason: DecisionReason {
        guard !isEmpty else { return DecisionReason(pointer: "/card", code: Self.word) }
        func said(_ lead: String, _ words: String?, _ colon: String, _ brackets: (String, String), _ end: String) -> String {
            lead + (words.map { colon + Self.withoutEnd($0) } ?? "") + (code.map { brackets.0 + $0 + brackets.1 } ?? "") + end
        }
        return DecisionReason(
            pointer: "/card", code: Self.word,
            words: LocalText(
                en: said("The carrier did not accept the registration", words?.en, ": ", (" (", ")"), "."),
                zh: said("运营商未受理该登记", words?.zh, "：", ("（", "）"), "。")))
    }

    private static let word = "carrier-refused"

    private static func withoutEnd(_ text: String) -> String {
        var text = text
        while let last = text.last, last == "." || last == "。" || last.isWhitespace { text.removeLast() }
        return text
    }

    private static let bounds = TextBounds(2...200)

    private static func isLine(_ text: String) -> Bool {
        bounds.admit(text) && TextBounds.isSeen(text)
    }

    /// Throws `carrier-reason-invalid` for what is none, and for a reason of what was accepted.
    func demandValid(for verdict: CarrierVerdict) throws(Refusal) {
        if let code, !CarrierSign.isCode(code) { throw .carrierReasonInvalid.at("/code") }
        if let words, !Self.isLine(words.en) || !Self.isLine(words.zh) { throw .carrierReasonInvalid.at("/words") }
        guard verdict == .refused || isEmpty else { throw .carrierReasonInvalid.at("/verdict") }
    }
}

extension Refusal {
    static let carrierReasonInvalid = Refusal(
        "carrier-reason-invalid", .invalid, requirements: ["R-PH-06", "R-AF-12"],
        en:
            "A carrier's reason is of a refusal: a code of at most 40 letters, digits, points, hyphens or underscores, and a line of 2 to 200 characters.",
        zh: "运营商原因仅用于未受理：代码为 40 位以内字母、数字、点、连字符或下划线，说明为一行 2 至 200 字。",
        mend: LocalText(en: "Copy code and words from the carrier's system, or leave them out.", zh: "请从运营商系统复制代码和说明，或留空。"))
}
