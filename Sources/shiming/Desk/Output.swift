import Client
import Foundation
import Glibc

/// What a command writes: for people on a terminal, for programs in a pipe, or the API's JSON.
struct Output: Sendable {
    let json: Bool
    let language: Language
    let isTerminal = isatty(STDOUT_FILENO) != 0

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try FileOutput.write(UnsafeRawBufferPointer($0), to: STDOUT_FILENO) }
    }

    func write(_ data: Data) throws {
        try data.withUnsafeBytes { try FileOutput.write($0, to: STDOUT_FILENO) }
    }

    func encode(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try writeJSON(try encoder.encode(value))
    }

    /// Paragraphs as the server words them, with names in them that others wrote.
    func paragraphs(_ text: String) throws { try write(TextTable.plainLines(text)) }

    /// A sentence of ours.
    func say(_ english: String, _ chinese: String) throws {
        try write(TextTable.plain(language.choose(english, chinese)) + "\n")
    }

    /// For people only; not among what a pipe takes up.
    func note(_ english: String, _ chinese: String) {
        StandardError.write(TextTable.plain(language.choose(english, chinese)) + "\n")
    }

    func table<Item: Shown>(_ items: [Item]) throws {
        let rows = items.map { item in Item.columns.map { $0.text(of: item, for: self) } }
        guard isTerminal else { return try write(TextTable.tabSeparated(rows: rows)) }
        try write(TextTable.aligned(headings: Item.columns.map { $0.heading(language) }, rows: rows))
    }

    func progress(_ english: String, _ chinese: String) -> Client.Progress {
        Client.Progress(language.choose(english, chinese), isTerminal: isatty(STDERR_FILENO) != 0) { StandardError.write($0) }
    }
}
