import Registry
import Web

/// Invented values for whatever a template asks for, made from the template itself: so none is without, and none is of anybody.
struct TemplateSample {
    /// In which of its states a page is shown.
    enum State: String, CaseIterable {
        /// Every section stands; of two that shut each other out the longer.
        case full
        /// The same with the shorter one.
        case other
        /// Nothing is there.
        case empty
    }

    private indirect enum Piece {
        /// - Parameter before: what stands before it in the template.
        case variable(String, before: String)
        case section(String, [Piece], text: String)
        case inverted(String, [Piece], text: String)
        case partial(String)
    }

    /// Each template, taken apart once: looking for tags takes most of the time.
    private let pieces: [String: [Piece]]
    private let language: ReaderLanguage
    private let state: State
    private let partOfID = /(id|for|aria-[a-z]+by)="[^"]*$/
    private let measure = /\s(width|height|x|y|cx|cy|r|max|maxlength|rows)="$/

    init(_ templates: [String: String], in language: ReaderLanguage, _ state: State) {
        let tag = /\{\{\{?\s*([#^\/>]?)\s*([\w.\-]+)\s*\}?\}\}/
        pieces = templates.mapValues { template in
            var rest = Substring(template)
            return Self.pieces(in: &rest, by: tag).pieces
        }
        self.language = language
        self.state = state
    }

    func values(of template: String) -> [String: Any] {
        let pieces = pieces[template] ?? []
        return values(of: pieces, lengths: lengths(of: pieces), index: 0)
    }

    /// The templates that stand inside others.
    static func partials(of templates: [String: String]) -> Set<String> {
        Set(templates.values.flatMap { $0.matches(of: /\{\{>\s*([\w\-]+)\s*\}\}/).map { String($0.1) } })
    }

    // MARK: Taking a template apart

    private static func pieces(
        in rest: inout Substring, by tags: Regex<(Substring, Substring, Substring)>
    ) -> (pieces: [Piece], text: String) {
        var pieces: [Piece] = []
        let whole = rest
        while let tag = rest.firstMatch(of: tags) {
            let before = String(rest[..<tag.range.lowerBound].suffix(40))
            let inner = whole[..<tag.range.lowerBound]
            rest = rest[tag.range.upperBound...]
            let name = String(tag.2)
            switch tag.1 {
            case "#", "^":
                let (found, text) = self.pieces(in: &rest, by: tags)
                pieces.append(tag.1 == "#" ? .section(name, found, text: text) : .inverted(name, found, text: text))
            case "/": return (pieces, String(inner))
            case ">": pieces.append(.partial(name))
            default: pieces.append(.variable(name, before: before))
            }
        }
        return (pieces, String(whole))
    }

    // MARK: Filling it

    private typealias Lengths = [String: (shown: Int, hidden: Int)]

    /// How long the two sections of a name are, which shut each other out.
    private func lengths(of pieces: [Piece]) -> Lengths {
        var lengths: Lengths = [:]
        for piece in pieces {
            var inner: [Piece] = []
            switch piece {
            case .variable: continue
            case .partial(let name): inner = self.pieces[name] ?? []
            case .section(let name, let pieces, let text):
                inner = pieces
                lengths[name, default: (0, 0)].shown += text.count
            case .inverted(let name, let pieces, let text):
                inner = pieces
                lengths[name, default: (0, 0)].hidden += text.count
            }
            lengths.merge(self.lengths(of: inner)) { ($0.shown + $1.shown, $0.hidden + $1.hidden) }
        }
        return lengths
    }

    private func stands(_ name: String, _ lengths: Lengths) -> Bool {
        let (shown, hidden) = lengths[name] ?? (0, 0)
        let isLonger = shown >= hidden
        switch state {
        case .full: return isLonger
        case .other: return hidden == 0 || !isLonger
        case .empty: return hidden > 0 && !isLonger
        }
    }

    private func values(of pieces: [Piece], lengths: Lengths, index: Int) -> [String: Any] {
        var values: [String: Any] = [:]
        for (position, piece) in pieces.enumerated() {
            switch piece {
            case .variable(let name, let before):
                guard name != ".", !name.contains(".") else { continue }
                let text = text(for: name, before, index)
                // Where it is part of an id it must be one of its own.
                if values[name] == nil || before.contains(partOfID) { values[name] = text }
            case .partial(let name):
                let inner = self.values(of: self.pieces[name] ?? [], lengths: lengths, index: index)
                values.merge(inner) { old, _ in old }
            case .inverted(_, let inner, _):
                values.merge(self.values(of: inner, lengths: lengths, index: index)) { old, _ in old }
            case .section(let name, let inner, let text):
                guard stands(name, lengths) else { continue }
                // Each section counts apart, so that no id stands twice.
                let value = section(name, inner, text, lengths, index * 64 + position)
                // The same name may stand over several sections: what one of them asks for, the other has too.
                if let old = values[name] as? [[String: Any]], let new = value as? [[String: Any]] {
                    values[name] = zip(old, new + Array(repeating: [:], count: max(0, old.count - new.count)))
                        .map { $0.merging($1) { first, _ in first } }
                } else if values[name] == nil || values[name] is Bool || value is [[String: Any]] {
                    // One that only stands makes way for one that writes a text: there it would write all the page's values.
                    values[name] = value
                }
            }
        }
        return values
    }

    private func section(_ name: String, _ inner: [Piece], _ text: String, _ lengths: Lengths, _ index: Int) -> Any {
        let itself = inner.lazy.compactMap { piece -> String? in
            guard case .variable(".", let before) = piece else { return nil }
            return before
        }
        if let before = itself.first {
            return [self.text(for: name, before, index)]
        }
        let probe = values(of: inner, lengths: lengths, index: index)
        guard !probe.isEmpty else { return true }
        let repeats = ["<tr", "<li", "<option", "<label><input", "<a href", "<button", "<div><dt"].contains { text.hasPrefix($0) }
        return (0..<(repeats ? 3 : 1)).map { place -> [String: Any] in
            values(of: inner, lengths: lengths, index: index * 3 + place)
        }
    }

    // MARK: What stands in it

    private func text(for name: String, _ before: String, _ index: Int) -> String {
        if before.hasSuffix("href=\"") || before.hasSuffix("action=\"") || before.hasSuffix("src=\"") { return "#" }
        if before.contains(measure) { return "40" }
        if before.contains(partOfID) { return "\(index + 1)" }
        let isChinese = language == .chinese
        let number = index % 100
        switch name {
        case "iccid": return "8986042600000000\(1_000 + number)"
        case "msisdn", "number": return "144000000\(1_000 + number)"
        case "imsi": return "46004000000\(1_000 + number)"
        case "day", "until", "opened": return "2026-11-28"
        case "at", "since", "created", "ended", "counted", "time", "due", "recorded", "last":
            return isChinese ? "2026年11月28日 10:30" : "28 November 2026, 10:30"
        case "age", "median", "ninetieth": return isChinese ? "3 小时" : "3 h"
        case "count", "cards", "taken", "known", "failed", "repeated", "total", "done", "tries", "n", "row", "place", "rows", "registered",
            "sum", "approved", "sentBack", "refused", "handedIn", "decided", "doubted", "corrected", "disputed", "reAudited", "kept",
            "overturned":
            return String(12 + number)
        case "rate", "doubtRate": return "97.5%"
        case "href", "form", "code", "id", "tag", "lang": return "sample-\(number + 1)"
        case "tone", "mark": return "good"
        case "name", "organisation", "holder", "unit", "carrier", "product", "batch", "heading":
            return isChinese ? "示例\(number + 1)号" : "Invented \(number + 1)"
        case "text", "why", "hint", "mend", "reason", "what", "failure":
            return isChinese ? "这是一段用于查看版面的示例文字。" : "This is an invented sentence to see how it looks."
        default: return isChinese ? "示例" : "sample"
        }
    }
}
