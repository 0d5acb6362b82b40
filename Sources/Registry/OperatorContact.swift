/// How people reach the operating company: told on their pages, with refusals that send them to it, and in notices.
package struct OperatorContact: Hashable, Sendable {
    /// Where somebody is sent.
    package enum Desk: Sendable {
        /// Whoever answers the hotline.
        case hotline
        /// A business hall; the hotline says more of it.
        case hall
    }

    package var hotline: String?
    /// When somebody answers there, in each language.
    package var englishHours: String?
    package var chineseHours: String?
    /// A page, `https://…`, that says where the business halls are.
    package var halls: String?

    /// Characters of the hotline at most.
    package static let hotlineMax = 20

    /// Nothing is told.
    package static let none = OperatorContact()

    package init() {}

    package func hotlineText(in language: ReaderLanguage) -> String? {
        guard let hotline else { return nil }
        switch language {
        case .english: return "Hotline of the operator: \(hotline)" + (englishHours.map { " (\($0))" } ?? "") + "."
        case .chinese: return "运营商客服热线：\(hotline)" + (chineseHours.map { "（\($0)）" } ?? "") + "。"
        }
    }

    package func hallsText(in language: ReaderLanguage) -> String? {
        halls.map { language == .english ? "Business halls: \($0)" : "营业厅查询：\($0)" }
    }

    /// What mends something; where that sends its reader to the operator, with how it is reached.
    package func completing(_ mend: LocalText) -> LocalText {
        guard let desk = mend.desk, self != .none else { return mend }
        func text(_ language: ReaderLanguage) -> [String] {
            [mend.text(in: language), hotlineText(in: language), desk == .hall ? hallsText(in: language) : nil].compactMap(\.self)
        }
        return LocalText(en: text(.english).joined(separator: " "), zh: text(.chinese).joined())
    }

    /// A text of the configuration, as it is told; nil where it is none.
    package static func hotline(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2B || $0 == 0x20 }
        return isPlain && (3...hotlineMax).contains(text.utf8.count) && text.contains(where: \.isNumber) ? text : nil
    }

    package static func hours(_ text: String) -> String? {
        (1...60).contains(text.count) && TextBounds.isSeen(text) ? text : nil
    }

    package static func halls(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x27 && $0 != 0x3C && $0 != 0x3E }
        return isPlain && text.hasPrefix("https://") && (12...200).contains(text.utf8.count) ? text : nil
    }
}

extension Refusal {
    /// As it is told to a person: what sends him to the operator says how it is reached.
    package func telling(_ contact: OperatorContact) -> Refusal {
        guard contact != .none else { return self }
        return Refusal(
            code, kind, requirements: requirements, en: reason.en, zh: reason.zh, mend: contact.completing(mend), pointer: pointer,
            details: details.map { $0.telling(contact) }, retryAfterSeconds: retryAfterSeconds)
    }
}
