import Numbers

extension NoticeWording {
    /// Words with places to be filled, in their order.
    package struct Template: Hashable, Sendable {
        package enum Piece: Hashable, Sendable {
            case words(String)
            case place(NoticePlaceholder)
        }

        /// What stands between braces and is no placeholder, as it was written.
        package struct Unknown: Error {
            package let text: String
        }

        package let pieces: [Piece]

        package var placeholders: Set<NoticePlaceholder> {
            Set(
                pieces.compactMap { piece in
                    if case .place(let placeholder) = piece { placeholder } else { nil }
                })
        }

        /// Braces stand for placeholders and for nothing else, full-width ones among them: a slip of the keyboard is not sent to people.
        package static func read(_ text: String) -> Result<Template, Unknown> {
            var pieces: [Piece] = []
            var rest = text[...]
            while let brace = rest.firstIndex(where: { braces.contains($0) }) {
                if brace > rest.startIndex { pieces.append(.words(String(rest[..<brace]))) }
                rest = rest[brace...]
                let end = rest.dropFirst().firstIndex { braces.contains($0) }
                guard rest.first == "{", let end, rest[end] == "}",
                    let placeholder = NoticePlaceholder(rawValue: String(rest[rest.index(after: brace)..<end]))
                else {
                    let shown =
                        closing.contains(rest[brace])
                        ? rest.prefix(1) : end.map { closing.contains(rest[$0]) ? rest[...$0] : rest[..<$0] } ?? rest
                    return .failure(Unknown(text: String(shown.prefix(shownMax))))
                }
                pieces.append(.place(placeholder))
                rest = rest[rest.index(after: end)...]
            }
            if !rest.isEmpty { pieces.append(.words(String(rest))) }
            return .success(Template(pieces: pieces))
        }

        private static let closing: Set<Character> = ["}", "｝"]
        private static let braces = closing.union(["{", "｛"])
        private static let shownMax = 40
    }
}

extension NoticeText {
    /// What words of one's own are shown with before they count: an invented case, by which their length is judged.
    ///
    /// - Parameters:
    ///   - hotline: the longest, as the setting may change after words were judged.
    ///   - wait: said by the built-in words alone; words of one's own have no place for it.
    package static func sample(
        _ kind: NoticeKind, hotline: String? = String(repeating: "0", count: OperatorContact.hotlineMax), wait: ExpectedWait? = nil
    ) -> NoticeText {
        NoticeText(
            kind, code: "SM-ABCDEFGHJK",
            reason: LocalText(en: "The picture cannot be read.", zh: "图片不清晰，无法辨认。"), page: "https://shiming.example/p/status",
            day: CivilDate(yyyymmdd: 2027_02_09), cards: 320, wait: wait, hotline: hotline)
    }

    /// What stands in a place; nil where this notice has none.
    func value(of placeholder: NoticePlaceholder, _ part: NoticePart, in language: ReaderLanguage) -> String? {
        switch placeholder {
        case .about: about(in: language)
        case .code: code(in: language)
        case .day: day.map { NoticeDay.text($0).by.text(in: language) }
        case .reason: (kind.stop?.text ?? reason)?.text(in: language)
        case .remedy: remedy?.text(in: language)
        case .documents: kind.stop?.documents.text(in: language)
        case .cards: cards.map(String.init)
        case .list: list
        case .page: page.map { part == .message ? status($0, in: language) : $0 } ?? ""
        }
    }

    /// nil where something that must be said is not there: then the built-in words say what there is.
    func filled(_ template: NoticeWording.Template, _ part: NoticePart, in language: ReaderLanguage) -> String? {
        var text = ""
        for piece in template.pieces {
            switch piece {
            case .words(let words): text += words
            case .place(let placeholder):
                guard let value = value(of: placeholder, part, in: language) else { return nil }
                text += value
            }
        }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// A part in the operating company's own words; nil where the built-in ones are to be said.
    func own(_ part: NoticePart, in language: ReaderLanguage) -> String? {
        guard let written = wording[part]?.text(in: language), case .success(let template) = NoticeWording.Template.read(written),
            !isOwn || saysWhatWasAsked(template)
        else {
            return nil
        }
        return filled(template, part, in: language)
    }

    /// A question that is refused, sent back or taken back is another thing than a registration that is: words that do not say which of
    /// them they are about would tell somebody that his registration was refused.
    private func saysWhatWasAsked(_ template: NoticeWording.Template) -> Bool {
        switch kind {
        case .asked, .answered: true
        case .withdrawn: false
        default: template.placeholders.contains(.about)
        }
    }

    /// The same in other words.
    package func worded(_ wording: NoticeWording) -> NoticeText {
        NoticeText(
            kind, code: code, about: about, reason: reason, page: page, day: day, cards: cards, wording: wording, wait: wait,
            hotline: hotline)
    }
}

extension NoticeWording {
    /// The built-in words of a kind with their places, to begin one's own from.
    package static func begun(from kind: NoticeKind) -> NoticeWording {
        func text(_ part: NoticePart) -> LocalText {
            LocalText(en: begun(part, of: kind, in: .english), zh: begun(part, of: kind, in: .chinese))
        }
        return NoticeWording(
            message: kind.channels.contains(.sms) ? text(.message) : nil,
            letter: kind.channels.contains(.mail) ? Letter(subject: text(.subject), body: text(.body)) : nil)
    }

    /// With the built-in words where it has none of its own.
    package func completed(for kind: NoticeKind) -> NoticeWording {
        let begun = Self.begun(from: kind)
        return NoticeWording(message: message ?? begun.message, letter: letter ?? begun.letter)
    }

    /// What says just the built-in words is the built-in words, also when those are mended one day.
    package func sparing(_ kind: NoticeKind) -> NoticeWording {
        let begun = Self.begun(from: kind)
        return NoticeWording(message: message == begun.message ? nil : message, letter: letter == begun.letter ? nil : letter)
    }

    private static func begun(_ part: NoticePart, of kind: NoticeKind, in language: ReaderLanguage) -> String {
        let sample = NoticeText.sample(kind)
        let said: String
        switch part {
        case .message: said = sample.message(in: language)
        case .subject: said = sample.letter(in: language).subject
        case .body: said = sample.letter(in: language).body
        }
        // The longest first: a shorter value may stand in it.
        let values = kind.allows(part).compactMap { place in sample.value(of: place, part, in: language).map { (place, $0) } }
            .sorted { ($0.1.count, $0.0.rawValue) > ($1.1.count, $1.0.rawValue) }
        return values.reduce(said) { $0.replacing($1.1, with: $1.0.mark, maxReplacements: 1) }
    }
}
