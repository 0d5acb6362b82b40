import Foundation
import SQLCore

/// A table as the schema defines it.
package struct SchemaTable: Sendable {
    package let name: String
    /// In the order of its definition.
    package let columns: [(name: String, type: Schema.ColumnType)]
    /// Places of the primary key's columns, in the key's order.
    package let key: [Int]
    /// Whether its rows are never changed, deleted or replaced.
    package let isAppendOnly: Bool
    /// Whether a row may name another row of the same table, which must be there first.
    package let namesItself: Bool
    /// Whether the engine demands rows of this or another table to be there first.
    package let namesOthers: Bool
}

extension Schema {
    /// Every table of the installation's data, in the order of the schema: a table comes after those it refers to.
    package static let tables: [SchemaTable] = {
        let guarded = Set(appendOnlyTables.map(\.table))
        return migrations.flatMap { $0.template.components(separatedBy: "\n;;\n") }.compactMap { statement in
            let words = statement.split { " \n(),".contains($0) }.map(String.init)
            guard words.count > 3, words.starts(with: ["CREATE", "TABLE"]) else { return nil }
            let columns = columns(of: words[2])
            let key = primaryKey(of: words, isOfTable: statement.contains("PRIMARY KEY (")).compactMap { name in
                columns.firstIndex { $0.name == name }
            }
            return SchemaTable(
                name: words[2], columns: columns, key: key, isAppendOnly: guarded.contains(words[2]),
                namesItself: zip(words, words.dropFirst()).contains { $0 == "REFERENCES" && $1 == words[2] },
                namesOthers: words.contains("REFERENCES"))
        }
    }()

    /// `id {int} PRIMARY KEY NOT NULL`, or `PRIMARY KEY (a, b)` at the end.
    private static func primaryKey(of words: [String], isOfTable: Bool) -> [String] {
        guard let place = words.indices.dropLast().first(where: { words[$0] == "PRIMARY" && words[$0 + 1] == "KEY" }), place >= 2 else {
            return []
        }
        guard isOfTable else { return [words[place - 2]] }
        let known = Set(columns(of: words[2]).map(\.name))
        return Array(words[(place + 2)...].prefix { known.contains($0) })
    }
}
