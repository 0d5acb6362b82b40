import Mustache
import Pages
import Registry
import Web

/// Every page of the console with invented values, in both languages and in each of its states, for whoever works on how they look. It opens no
/// store and shows nobody.
package enum Gallery {
    package struct File: Sendable {
        /// Within the folder of the gallery.
        package let path: String
        package let text: String
    }

    /// The pages; what stands inside others and the frame around them are on all of them.
    static var pages: [String] {
        let inner = TemplateSample.partials(of: PageFiles.templates).union(["layout"])
        return PageFiles.templates.keys.filter { !inner.contains($0) }.sorted()
    }

    /// Throws when a template cannot be read.
    package static func files() throws -> [File] {
        let library = try MustacheLibrary(texts: PageFiles.templates)
        let written = ReaderLanguage.allCases.flatMap { language -> [File] in
            let words = Words(language, of: Console.catalogue).sections
            return TemplateSample.State.allCases.flatMap { state -> [File] in
                let sample = TemplateSample(PageFiles.templates, in: language, state)
                return pages.map { page in
                    File(path: path(page, language, state), text: write(page, language, sample, words, with: library))
                }
            }
        }
        return written + PageFiles.assets.map { File(path: $0.name, text: $0.text) } + [index]
    }

    private static func path(_ page: String, _ language: ReaderLanguage, _ state: TemplateSample.State) -> String {
        "\(page).\(state.rawValue).\(language.rawValue).html"
    }

    private static func write(
        _ page: String, _ language: ReaderLanguage, _ sample: TemplateSample, _ words: Any, with library: MustacheLibrary
    ) -> String {
        var values = sample.values(of: "layout")
        values.merge(sample.values(of: page)) { $1 }
        let shared: [String: Any] = [
            "w": words, "lang": language.tag, "title": page, "theme": Theme.system.rawValue,
            "form": "sample", "here": "#", "languages": language.choices,
            "asset": ["style": PageFiles.style.name, "script": PageFiles.script.name, "icon": PageFiles.icon.name],
        ]
        values.merge(shared) { $1 }
        values["body"] = library.render(values, withTemplate: page) ?? ""
        return library.render(values, withTemplate: "layout") ?? ""
    }

    private static var index: File {
        let rows = pages.map { page in
            let links = ReaderLanguage.allCases.flatMap { language in
                TemplateSample.State.allCases.map { state in
                    "<a href=\"\(path(page, language, state))\">\(language.rawValue) \(state.rawValue)</a>"
                }
            }
            return "<li><b>\(page)</b> \(links.joined(separator: " "))</li>"
        }
        return File(
            path: "index.html",
            text: """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Console</title><link rel="stylesheet" href="\(PageFiles.style.name)"></head>
                <body><main><h1>Console</h1>
                <ul>
                \(rows.joined(separator: "\n"))
                </ul></main></body>
                </html>

                """)
    }
}
