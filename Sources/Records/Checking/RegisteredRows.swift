import Ledger
import SQLCore

/// Reads rows of a registered table as the leaves that entries commit to.
struct RegisteredRows {
    let table: RegisteredTable
    private let types: [Schema.ColumnType]
    private let names: [String]

    /// Throws `UnreadableRow` when the schema has no such table or column.
    init(_ table: RegisteredTable) throws {
        self.table = table
        names = table.columnNames
        let known = Dictionary(Schema.columns(of: table.name.description), uniquingKeysWith: { first, _ in first })
        types = try names.map { name in
            guard let type = known[name] else { throw UnreadableRow(table.name.description, name) }
            return type
        }
    }

    private var keyNames: [String] { table.key.map { names[$0] } }
    var keyColumns: SQLText { SQLText(stringLiteral: keyNames.joined(separator: ", ")) }
    func keyColumn(_ position: Int) -> SQLText { SQLText(stringLiteral: keyNames[position]) }
    func has(column: StaticString) -> Bool { names.contains(column.description) }

    // MARK: Leaves

    func writeLeaf(of row: any SQLRow, to leaf: inout RowLeaf) throws {
        leaf.begin(table)
        for (column, type) in types.enumerated() { try leaf.add(value(row, column, type)) }
        leaf.end()
    }

    private func value(_ row: any SQLRow, _ column: Int, _ type: Schema.ColumnType) -> SQLValue {
        if row.isNull(column) { return .null }
        return switch type {
        case .int: .int(row.int(column))
        case .text: .text(row.text(column))
        case .blob: .blob(row.blob(column))
        }
    }

    func values(_ row: any SQLRow) -> [SQLValue] { types.enumerated().map { value(row, $0.offset, $0.element) } }

    /// As facts write it.
    func keyText(_ row: any SQLRow) -> [String] {
        table.key.map { Recording.keyText(value(row, $0, types[$0])) }
    }

    // MARK: Queries

    private var selection: SQLText { SQLText(stringLiteral: "SELECT \(table.columns) FROM \(table.name)") }

    /// The key of a fact as values; nil when it cannot be a key of this table.
    func keyValues(_ text: [String]) -> [SQLValue]? {
        guard text.count == table.key.count else { return nil }
        let values = zip(table.key, text).compactMap { position, text -> SQLValue? in
            switch types[position] {
            case .int: Int64(text).map { .int($0) }
            case .text: .text(text)
            case .blob: Hex.bytes(text).map { .blob($0) }
            }
        }
        return values.count == text.count ? values : nil
    }

    func one(key: [SQLValue]) -> SQLText {
        var query = selection + " WHERE "
        for (position, value) in key.enumerated() {
            if position > 0 { query += " AND " }
            query += "\(keyColumn(position)) = \(value)"
        }
        return query
    }

    /// Rows whose column is `owner`, in the order of their keys.
    func owned(by owner: [UInt8], column: StaticString) -> SQLText {
        selection + " WHERE \(fixed: column) = \(owner) ORDER BY \(keyColumns)"
    }

    /// Rows whose first key column lies within the interval; `owner` narrows them where the table names its owner.
    func within(_ lo: Int64, _ hi: Int64, owner: (column: StaticString, bytes: [UInt8])?) -> SQLText {
        var query = selection + " WHERE \(keyColumn(0)) >= \(lo) AND \(keyColumn(0)) <= \(hi)"
        if let owner { query += " AND \(fixed: owner.column) = \(owner.bytes)" }
        return query + " ORDER BY \(keyColumns)"
    }

    /// Keys after `last`, in order.
    func keys(after last: [SQLValue]?, limit: Int) -> SQLText {
        var query: SQLText = "SELECT \(keyColumns) FROM \(fixed: table.name)"
        if let last {
            var bound: SQLText = ""
            for (position, value) in last.enumerated() { bound += position == 0 ? "\(value)" : ", \(value)" }
            query += " WHERE (\(keyColumns)) > (\(bound))"
        }
        return query + " ORDER BY \(keyColumns) LIMIT \(limit)"
    }

    /// The values of a row selected by `keys(after:limit:)`.
    func keyOnly(_ row: any SQLRow) -> [SQLValue] {
        table.key.enumerated().map { value(row, $0.offset, types[$0.element]) }
    }
}
