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
    package static func columns(of table: String) -> [(name: String, type: ColumnType)] { columnsOfTables[table] ?? [] }

    /// Read once: a check of the store asks for them at every reference.
    private static let columnsOfTables: [String: [(name: String, type: ColumnType)]] = {
        var found: [String: [(name: String, type: ColumnType)]] = [:]
        for statement in migrations.flatMap({ $0.template.split(separator: "\n;;\n") }) {
            let words = statement.split { " \n(),".contains($0) }.map(String.init)
            guard words.count > 3 else { continue }
            let isAddition = words.starts(with: ["ALTER", "TABLE"]) && words.dropFirst(3).starts(with: ["ADD", "COLUMN"])
            guard isAddition || words.starts(with: ["CREATE", "TABLE"]) else { continue }
            found[words[2], default: []] += words.indices.dropFirst().compactMap { index in
                ColumnType(rawValue: words[index]).map { (words[index - 1], $0) }
            }
        }
        return found
    }()
}
