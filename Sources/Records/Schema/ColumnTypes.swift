import SQLCore

extension Schema {
    /// What kind of value a column holds; a row under the cursor does not tell.
    package enum ColumnType: String, Sendable {
        case int = "{int}"
        case text = "{text}"
        case blob = "{blob}"
    }

    /// The columns of a table with their types, in the order of its definition and of what later steps add; empty when there is no
    /// such table.
    package static func columns(of table: String) -> [(name: String, type: ColumnType)] {
        migrations.flatMap { $0.template.split(separator: "\n;;\n") }.flatMap { statement in
            let words = statement.split { " \n(),".contains($0) }.map(String.init)
            guard words.starts(with: ["CREATE", "TABLE", table]) || words.starts(with: ["ALTER", "TABLE", table, "ADD", "COLUMN"]) else {
                return [(name: String, type: ColumnType)]()
            }
            return words.indices.dropFirst().compactMap { index in
                ColumnType(rawValue: words[index]).map { (words[index - 1], $0) }
            }
        }
    }
}
