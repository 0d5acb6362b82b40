import Mustache
import Pages

/// What is wrong with the files of some pages, each fault in words; empty where nothing is.
package struct CatalogueFaults: Sendable {
    private let catalogue: Catalogue
    private let templates: [String: String]

    package init(_ catalogue: Catalogue, templates: [String: String]) {
        self.catalogue = catalogue
        self.templates = templates
    }

    /// Texts that one language lacks, that are empty, or that have other places to fill.
    package var unpaired: [String] {
        let places = { (text: String) in Set(text.matches(of: /\{[a-z]+\}/).map { String($0.0) }) }
        return Set(catalogue.english.keys).union(catalogue.chinese.keys).sorted().filter { name in
            guard let english = catalogue.english[name], let chinese = catalogue.chinese[name] else { return true }
            return english.isEmpty || chinese.isEmpty || places(english) != places(chinese)
        }
    }

    /// Texts that are not in their language.
    /// - Parameter quoting: English texts that quote Chinese.
    package func foreign(quoting: Set<String>) -> [String] {
        let isChinese = { (text: String) in text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        let chinese = catalogue.chinese.filter { _, text in
            let written = text.replacing(/\{[a-z]+\}/, with: "")
            return !isChinese(written) && written.contains(where: \.isLetter)
        }
        let english = catalogue.english.filter { name, text in !quoting.contains(name) && isChinese(text) }
        return (Array(chinese.keys) + Array(english.keys)).sorted()
    }

    /// Texts that a template asks for and that are not there.
    package var missing: [String] {
        templates.flatMap { template, text in
            text.matches(of: /\{\{w\.([A-Za-z]+\.[A-Za-z-]+)\}\}/).map { String($0.1) }
                .filter { catalogue.english[$0] == nil }.map { "\(template): \($0)" }
        }.sorted()
    }

    /// Templates that write something unescaped, reach outside the page, or hold style or script. Throws when one of them cannot be read.
    package func unsafeTemplates() throws -> [String] {
        _ = try MustacheLibrary(texts: templates)
        return templates.filter { name, text in
            text.contains("{{{") && name != "layout" || text.contains("style=") || text.contains(" onclick") || text.contains("://")
        }.keys.sorted()
    }
}
