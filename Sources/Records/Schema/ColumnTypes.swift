import SQLCore

extension Schema {
    /// What kind of value a column holds; a row under the cursor does not tell.
    package enum ColumnType: String, Sendable {
        case int = "{int}"
        case text = "{text}"
        case blob = "{blob}"
    }

    /// The columns of a table with their types, in the order of its definition; empty when there is no such table.
    package static func columns(of table: String) -> [(name: String, type: ColumnType)] {
        for migration in migrations {
            for statement in migration.template.split(separator: "\n;;\n") {
                let words = statement.split { " \n(),".contains($0) }.map(String.init)
                guard words.starts(with: ["CREATE", "TABLE", table]) else { continue }
                return words.indices.dropFirst().compactMap { index in
                    ColumnType(rawValue: words[index]).map { (words[index - 1], $0) }
                }
            }
        }
        return []
    }
}
