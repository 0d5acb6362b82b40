import SQLCore

/// A table as a copy reads and writes it: stretch by stretch along its primary key, whatever the engine.
package struct CopiedTable: Sendable {
    package let schema: SchemaTable
    package var name: String { schema.name }

    package init(_ schema: SchemaTable) { self.schema = schema }

    package static let all = Schema.tables.map(CopiedTable.init)

    /// A key's values, in the key's order.
    package typealias Key = [SQLValue]

    package func key(of row: [SQLValue]) -> Key { schema.key.map { row[$0] } }

    /// The primary key's columns, in its order.
    package var keyColumns: [(name: String, type: Schema.ColumnType)] { schema.key.map { schema.columns[$0] } }

    private var columnNames: String { schema.columns.map(\.name).joined(separator: ", ") }
    private var keyNames: [String] { schema.key.map { schema.columns[$0].name } }

    // MARK: Reading

    /// The rows after `last` up to `end` (nil: from the first, to the last), in the order of their keys; at most so many rows and about so many bytes.
    package func rows(after last: Key?, upTo end: Key? = nil, limit: Int = .max, bytes: Int = .max, in session: any Session) throws
        -> [[SQLValue]]
    {
        var query = SQLText(stringLiteral: "SELECT \(columnNames) FROM \(name)")
        let bounds = [last.map { bound(">", $0) }, end.map { bound("<=", $0) }].compactMap(\.self)
        if !bounds.isEmpty { query += " WHERE " + SQLText.all(bounds) }
        query += SQLText(stringLiteral: " ORDER BY \(keyNames.joined(separator: ", "))")
        if limit < .max { query += " LIMIT \(limit)" }
        var rows: [[SQLValue]] = []
        var size = 0
        try session.each(query) { row in
            let values = read(row)
            size += values.reduce(0) { $0 + Self.size($1) }
            rows.append(values)
            return size < bytes
        }
        return rows
    }

    /// The rows of these keys that are there, in no order.
    package func rows(of keys: [Key], in session: any Session) throws -> [[SQLValue]] {
        var rows: [[SQLValue]] = []
        for start in stride(from: 0, to: keys.count, by: Self.keysAtOnce) {
            let some = keys[start..<min(start + Self.keysAtOnce, keys.count)]
            var conditions: SQLText = ""
            for (place, key) in some.enumerated() { conditions += (place == 0 ? "(" : " OR (") + isKey(key) + ")" }
            try session.each(SQLText(stringLiteral: "SELECT \(columnNames) FROM \(name) WHERE ") + conditions) { row in
                rows.append(read(row))
                return true
            }
        }
        return rows
    }

    private static let keysAtOnce = 64

    /// A row constructor compares as the key orders; one column alone needs none, and finds its index on every engine.
    private func bound(_ comparison: String, _ key: Key) -> SQLText {
        var values: SQLText = ""
        for (place, value) in key.enumerated() { values += place == 0 ? "\(value)" : ", \(value)" }
        let names = keyNames.joined(separator: ", ")
        return key.count == 1
            ? SQLText(stringLiteral: "\(names) \(comparison) ") + values
            : SQLText(stringLiteral: "(\(names)) \(comparison) (") + values + ")"
    }

    private func read(_ row: any SQLRow) -> [SQLValue] { Self.read(row, schema.columns) }

    /// A key, from a row of nothing else.
    func key(read row: any SQLRow) -> Key { Self.read(row, keyColumns) }

    private static func read(_ row: any SQLRow, _ columns: [(name: String, type: Schema.ColumnType)]) -> [SQLValue] {
        columns.enumerated().map { place, column in
            if row.isNull(place) { return .null }
            return switch column.type {
            case .int: .int(row.int(place))
            case .text: .text(row.text(place))
            case .blob: .blob(row.blob(place))
            }
        }
    }

    private static func size(_ value: SQLValue) -> Int {
        switch value {
        case .null, .int: 16
        case .text(let text): 32 + text.utf8.count
        case .blob(let bytes): 32 + bytes.count
        }
    }

    // MARK: Writing

    package func append(_ rows: [[SQLValue]], in session: any Session) throws {
        guard !rows.isEmpty else { return }
        try session.append(named: name, columns: columnNames) { sink in
            for row in rows { try sink.row(row) }
        }
    }

    /// Gives the row of this key these values.
    package func update(_ row: [SQLValue], in session: any Session) throws {
        var query = SQLText(stringLiteral: "UPDATE \(name) SET ")
        var isFirst = true
        for (place, column) in schema.columns.enumerated() where !schema.key.contains(place) {
            query += SQLText(stringLiteral: "\(isFirst ? "" : ", ")\(column.name) = ") + "\(row[place])"
            isFirst = false
        }
        guard !isFirst else { return }
        try session.run(query + " WHERE " + isKey(key(of: row)))
    }

    package func delete(_ key: Key, in session: any Session) throws {
        try session.run(SQLText(stringLiteral: "DELETE FROM \(name) WHERE ") + isKey(key))
    }

    private func isKey(_ key: Key) -> SQLText {
        SQLText.all(zip(keyNames, key).map { SQLText(stringLiteral: "\($0) = ") + "\($1)" })
    }
}
