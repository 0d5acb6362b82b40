import Registry
import Web

/// The texts of the pages in one language. A test holds the two catalogues against each other and against the templates.
struct Words: Sendable {
    let language: ReaderLanguage

    init(_ language: ReaderLanguage) {
        self.language = language
    }

    /// The name itself where there is no such text, which a test never sees.
    subscript(_ name: String) -> String { Self.flat(language)[name] ?? name }

    func has(_ name: String) -> Bool { Self.flat(language)[name] != nil }

    /// A text with its places filled: `{n}` by `n`.
    func callAsFunction(_ name: String, _ values: [String: String]) -> String {
        values.reduce(self[name]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// By section, as templates ask: `w.start.title`.
    var sections: [String: [String: String]] { language == .chinese ? Self.chineseSections : Self.englishSections }

    static func flat(_ language: ReaderLanguage) -> [String: String] {
        language == .chinese ? PageFiles.chinese : PageFiles.english
    }

    private static let chineseSections = sections(PageFiles.chinese)
    private static let englishSections = sections(PageFiles.english)

    private static func sections(_ flat: [String: String]) -> [String: [String: String]] {
        var sections: [String: [String: String]] = [:]
        for (name, text) in flat {
            let parts = name.split(separator: ".", maxSplits: 1)
            if parts.count == 2 { sections[String(parts[0]), default: [:]][String(parts[1])] = text }
        }
        return sections
    }
}
