import Foundation
import Records
import SQLCore

/// A store as a program of an earlier step of the schema left it: that program's tables, filled with what a store of today holds.
package enum OlderStore {
    /// Something registered has no place in the earlier tables: no program of that time can have left such a store.
    package struct Unfitting: Error, CustomStringConvertible {
        package let description: String
    }

    /// Makes the steps up to `step` where nothing is yet, and copies whatever they have a table and a column for.
    ///
    /// - Returns: tables, and columns as `table.column`, of later steps in which something stood; it was left out.
    /// Throws `Unfitting` where that was registered, `MigrationRefusal`, `SQLFailure`.
    package static func fill(_ older: any Store, upTo step: Int64, from newer: any Store) async throws -> [String] {
        guard let newest = Schema.migrations.map(\.number).max(), (1..<newest).contains(step) else {
            throw Unfitting(description: "\(step) is no earlier step of the schema")
        }
        let later = additions(after: step)
        let registered = Set(RegisteredTable.all.map { $0.name.description })
        var leftOut: [String] = []
        _ = try await MigrationRunner(Schema.migrations.filter { $0.number <= step }).run(on: older, now: 1)
        for table in Schema.tables {
            let isLater = later.contains(table.name)
            let unplaced = isLater ? [] : table.columns.map(\.name).filter { later.contains("\(table.name).\($0)") }
            let found = try await newer.read { session in
                try isLater ? Self.holds(table.name, in: session) : unplaced.contains { try Self.holds(table.name, $0, in: session) }
            }
            if found {
                guard !registered.contains(table.name) else { throw Unfitting(description: "step \(step) has no place for \(table.name)") }
                leftOut += isLater ? [table.name] : unplaced.map { "\(table.name).\($0)" }
            }
            if !isLater { try await copy(table, without: Set(unplaced), from: newer, to: older) }
        }
        return leftOut
    }

    /// The tables that later steps make, and the columns they add, as `table.column`.
    private static func additions(after step: Int64) -> Set<String> {
        var found: Set<String> = []
        for statement in Schema.migrations.filter({ $0.number > step }).flatMap({ $0.template.components(separatedBy: "\n;;\n") }) {
            let words = statement.split { " \n(),".contains($0) }.map(String.init)
            if words.starts(with: ["CREATE", "TABLE"]) { found.insert(words[2]) }
            if words.starts(with: ["ALTER", "TABLE"]), words.dropFirst(3).starts(with: ["ADD", "COLUMN"]) {
                found.insert("\(words[2]).\(words[5])")
            }
        }
        return found
    }

    private static func holds(_ table: String, _ column: String? = nil, in session: any Session) throws -> Bool {
        let condition = column.map { " WHERE \($0) IS NOT NULL" } ?? ""
        return try session.exists(SQLText(stringLiteral: "SELECT 1 FROM \(table)\(condition) LIMIT 1"))
    }

    /// Rows that name others of their table come after them: such a table has a path, and a path begins with those above it.
    private static func copy(_ table: SchemaTable, without left: Set<String>, from newer: any Store, to older: any Store) async throws {
        let columns = table.columns.filter { !left.contains($0.name) }
        let names = columns.map(\.name).joined(separator: ", ")
        let order = table.namesItself ? "path" : table.key.map { table.columns[$0].name }.joined(separator: ", ")
        let rows = try await newer.read { session in
            try session.all(SQLText(stringLiteral: "SELECT \(names) FROM \(table.name) ORDER BY \(order)")) { row in
                columns.enumerated().map { place, column in Self.value(place, column.type, of: row) }
            }
        }
        guard !rows.isEmpty else { return }
        try await older.write { session in
            try session.append(named: table.name, columns: names) { sink in
                for row in rows { try sink.row(row) }
            }
        }
    }

    private static func value(_ place: Int, _ type: Schema.ColumnType, of row: any SQLRow) -> SQLValue {
        if row.isNull(place) { return .null }
        return switch type {
        case .int: .int(row.int(place))
        case .text: .text(row.text(place))
        case .blob: .blob(row.blob(place))
        }
    }
}
