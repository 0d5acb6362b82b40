import Foundation

/// Names of texts that pages put together from a part of their own and a word of the rules: what stands before the word and behind it.
package struct NameFamily: Hashable, Sendable, CustomStringConvertible {
    private let before: String
    private let after: String

    package var description: String { "\(before)…\(after)" }

    package func has(_ name: String) -> Bool {
        name.hasPrefix(before) && name.hasSuffix(after) && name.utf8.count > before.utf8.count + after.utf8.count
    }

    /// Those in a module's sources, without what is generated.
    /// - Parameter besides: beginnings of names that are not of texts.
    package static func all(of module: String, besides: Set<String> = []) throws -> Set<NameFamily> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(module)
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
            .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Generated") }
        var found: Set<NameFamily> = []
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for begun in text.matches(of: /"([A-Za-z]+\.[A-Za-z.\-]*)\\\(/) {
                found.insert(NameFamily(before: String(begun.output.1), after: ""))
            }
            for whole in text.matches(of: /"([A-Za-z]+\.[A-Za-z.\-]*)\\\((?:[^()"]|\([^()"]*\))*\)([A-Za-z\-]+)"/) {
                found.insert(NameFamily(before: String(whole.output.1), after: String(whole.output.2)))
            }
        }
        return found.filter { !besides.contains($0.before) }
    }
}
