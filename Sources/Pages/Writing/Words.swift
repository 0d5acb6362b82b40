import Registry
import Web

/// The texts of some pages in both languages, by names such as `start.title`. A test holds the two against each other and against the templates.
package struct Catalogue: Sendable {
    package let english: [String: String]
    package let chinese: [String: String]
    fileprivate let englishSections: [String: [String: String]]
    fileprivate let chineseSections: [String: [String: String]]

    package init(english: [String: String], chinese: [String: String]) {
        self.english = english
        self.chinese = chinese
        englishSections = Self.sections(english)
        chineseSections = Self.sections(chinese)
    }

    private static func sections(_ flat: [String: String]) -> [String: [String: String]] {
        var sections: [String: [String: String]] = [:]
        for (name, text) in flat {
            let parts = name.split(separator: ".", maxSplits: 1)
            if parts.count == 2 { sections[String(parts[0]), default: [:]][String(parts[1])] = text }
        }
        return sections
    }
}

/// The texts of some pages in one language.
package struct Words: Sendable {
    package let language: ReaderLanguage
    private let catalogue: Catalogue

    package init(_ language: ReaderLanguage, of catalogue: Catalogue) {
        self.language = language
        self.catalogue = catalogue
    }

    private var flat: [String: String] { language == .chinese ? catalogue.chinese : catalogue.english }

    /// The name itself where there is no such text, which a test never sees.
    package subscript(_ name: String) -> String { flat[name] ?? name }

    package func has(_ name: String) -> Bool { flat[name] != nil }

    /// A text with its places filled: `{n}` by `n`.
    package func callAsFunction(_ name: String, _ values: [String: String]) -> String {
        values.reduce(self[name]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// By section, as templates ask: `w.start.title`.
    package var sections: [String: [String: String]] {
        language == .chinese ? catalogue.chineseSections : catalogue.englishSections
    }
}
