/// The operating company's own words for the notices of a kind, with placeholders; a part that is nil is said in the built-in words.
package struct NoticeWording: Hashable, Sendable {
    package struct Letter: Hashable, Sendable {
        package let subject: LocalText
        package let body: LocalText

        package init(subject: LocalText, body: LocalText) {
            self.subject = subject
            self.body = body
        }
    }

    /// To the person.
    package var message: LocalText?
    /// To staff.
    package var letter: Letter?

    package init(message: LocalText? = nil, letter: Letter? = nil) {
        self.message = message
        self.letter = letter
    }

    /// The built-in words, until the operating company sets its own, and once it goes back to them.
    package static let builtIn = NoticeWording()

    package var isBuiltIn: Bool { self == .builtIn }

    package subscript(part: NoticePart) -> LocalText? {
        switch part {
        case .message: message
        case .subject: letter?.subject
        case .body: letter?.body
        }
    }

    /// Every text in it, each with its place.
    package var texts: [(part: NoticePart, language: ReaderLanguage, text: String, pointer: String)] {
        NoticePart.allCases.flatMap { part in
            ReaderLanguage.allCases.compactMap { language in
                self[part].map { (part, language, $0.text(in: language), Self.pointer(part, language)) }
            }
        }
    }

    /// Of a part, or of its text in a language.
    package static func pointer(_ part: NoticePart, _ language: ReaderLanguage? = nil) -> String {
        (part == .message ? "/message" : "/letter/\(part.rawValue)") + (language.map { "/\($0.rawValue)" } ?? "")
    }

    /// What is wrong with it as the words of a kind; of a text the first fault alone.
    package func faults(of kind: NoticeKind) -> [Refusal] {
        let misplaced = NoticePart.allCases.filter { $0 != .body && self[$0] != nil && !kind.channels.contains($0.channel) }
        guard misplaced.isEmpty else { return misplaced.map { .noticeWordingWayless(kind).at($0 == .message ? "/message" : "/letter") } }
        return texts.compactMap { text in
            fault(of: text.text, text.part, text.language, kind)?.at(text.pointer)
        }
    }

    private func fault(of text: String, _ part: NoticePart, _ language: ReaderLanguage, _ kind: NoticeKind) -> Refusal? {
        guard text.count <= NoticePart.writtenMax, TextBounds.isSeen(text, lines: part.hasLines) else {
            return .noticeWordingUnreadable(part)
        }
        let written: Template
        switch Template.read(text) {
        case .success(let template): written = template
        case .failure(let unknown): return .noticePlaceholderUnknown(unknown.text, kind.allows(part))
        }
        if let other = written.placeholders.first(where: { !kind.allows(part).contains($0) }) {
            return .noticePlaceholderUnknown(other.mark, kind.allows(part))
        }
        let missing = kind.demands(part).filter { !written.placeholders.contains($0) }
        guard missing.isEmpty else { return .noticePlaceholderMissing(missing) }
        if kind.isWaitedFor, Self.claimsEffect(text) { return .noticeWordingClaimsEffect }
        let sample = NoticeText.sample(kind)
        let length = part.length(of: sample.filled(written, part, in: language) ?? "")
        return length.found > length.max ? .noticeWordingTooLong(length.found, length.max) : nil
    }

    /// What waits is not called done: people would use the card, and wonder (Q-05). Saying that it is not yet is right.
    private static func claimsEffect(_ text: String) -> Bool { claimsInChinese(text) || claimsInEnglish(text) }

    private static func claimsInChinese(_ text: String) -> Bool {
        let text = text.filter { !$0.isWhitespace }
        for word in ["生效", "登记成功"] {
            for found in text.ranges(of: word) {
                let near = clause(of: text, before: found.lowerBound).suffix(nearCharacters)
                if !near.contains("未"), !near.contains("不") { return true }
            }
        }
        return false
    }

    private static func claimsInEnglish(_ text: String) -> Bool {
        let text = text.lowercased()
        for word in ["effective", "in effect"] {
            for found in text.ranges(of: word) {
                let before = clause(of: text, before: found.lowerBound)
                // Within another word, such as ineffective.
                if before.last?.isLetter == true { continue }
                let near = before.split { !$0.isLetter && $0 != "'" }.suffix(nearWords).map(String.init)
                if !near.contains(where: { negations.contains($0) || $0.hasSuffix("n't") }) { return true }
            }
        }
        return false
    }

    /// Where a negation belongs to what follows.
    private static let nearCharacters = 6
    private static let nearWords = 3
    private static let negations: Set = ["no", "not", "never", "nothing"]

    private static func clause(of text: String, before end: String.Index) -> Substring {
        let start = text[..<end].lastIndex { "，。；：！？、,.;:!?".contains($0) }.map { text.index(after: $0) }
        return text[(start ?? text.startIndex)..<end]
    }
}

extension Refusal {
    static func noticeWordingWayless(_ kind: NoticeKind) -> Refusal {
        Refusal(
            "notice-wording-wayless", .invalid, house: .form, en: "No notice of this kind goes that way.", zh: "此类通知不以该方式发送。",
            mend: LocalText(
                en: "Leave the words out; it goes by \(kind.channels.map(\.rawValue).sorted().joined(separator: ", ")).",
                zh: "请勿填写；其发送方式为 \(kind.channels.map(\.rawValue).sorted().joined(separator: "、"))。"))
    }

    static func noticeWordingUnreadable(_ part: NoticePart) -> Refusal {
        Refusal(
            "notice-wording-unreadable", .invalid, house: .form,
            en: "The words are missing, longer than \(NoticePart.writtenMax) characters, or hold line ends or marks that nobody sees.",
            zh: "文字为空、超过 \(NoticePart.writtenMax) 个字符，或含有换行及不可见字符。",
            mend: part.hasLines
                ? LocalText(en: "Write plain text in lines, in Chinese and in English.", zh: "请用普通文字分行书写，中英文均须填写。")
                : LocalText(en: "Write one line of plain text, in Chinese and in English.", zh: "请用单行普通文字书写，中英文均须填写。"))
    }

    /// - Parameter found: as it was written, at most 40 characters.
    static func noticePlaceholderUnknown(_ found: String, _ allowed: [NoticePlaceholder]) -> Refusal {
        let names = allowed.map(\.mark)
        return Refusal(
            "notice-placeholder-unknown", .invalid, requirements: ["R-DP-21"], en: "Notices of this kind have no \(found) here.",
            zh: "此类通知此处没有占位符 \(found)。",
            mend: LocalText(
                en: "Here may stand \(names.joined(separator: " ")); braces stand for nothing else.",
                zh: "此处可用 \(names.joined(separator: " "))；花括号不得另作他用。"))
    }

    static func noticePlaceholderMissing(_ missing: [NoticePlaceholder]) -> Refusal {
        let names = missing.map(\.mark).joined(separator: " ")
        return Refusal(
            "notice-placeholder-missing", .invalid, requirements: ["R-AF-12"], en: "What its reader must be told is missing: \(names).",
            zh: "缺少必须告知的内容：\(names)。",
            mend: LocalText(en: "Put it into the words where it shall stand.", zh: "请在文字中相应位置加入。"))
    }

    static let noticeWordingClaimsEffect = Refusal(
        "notice-wording-claims-effect", .invalid, house: .truth, en: "These words call effective what is not decided yet.",
        zh: "该文字把尚未办结的事项称为已生效。",
        mend: LocalText(en: "Say that it is not in effect yet.", zh: "请写明尚未生效。"))

    static func noticeWordingTooLong(_ length: Int, _ max: Int) -> Refusal {
        Refusal(
            "notice-wording-too-long", .invalid, house: .limits,
            en: "Filled with the sample it has \(length) characters; \(max) is the most.",
            zh: "按示例填写后为 \(length) 个字符，最多 \(max) 个。",
            mend: LocalText(en: "Say it more briefly.", zh: "请精简文字。"))
    }
}
