import CPostgres
import SQLCore
import Synchronization

/// Where rows go: a table, its columns and what each of them holds.
struct AppendTarget: Sendable {
    let table: String
    let columns: String
    let types: [Oid]
}

/// The types of the columns that are appended to, asked once: `COPY` in the binary format takes any bytes for a column's own.
final class TableColumns: Sendable {
    private let known = Mutex<[String: AppendTarget]>([:])
    let forms = InsertForms()

    func target(_ table: String, _ columns: String, _ ask: (String, [SQLValue]) throws -> PostgresResult) throws -> AppendTarget {
        let key = "\(table) (\(columns))"
        if let target = known.withLock({ $0[key] }) { return target }
        let result = try ask(
            "SELECT attname::text, atttypid::bigint FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped",
            [.text(table)])
        var types: [String: Oid] = [:]
        for row in 0..<result.rows {
            let row = PostgresRow(result: result, row: Int32(row))
            types[row.text(0)] = Oid(row.int(1))
        }
        let names = InsertForm.names(columns)
        let found = names.compactMap { types[$0] }
        guard found.count == names.count, !names.isEmpty else { throw SQLFailure(.misuse, "no table with such columns: \(key)") }
        let target = AppendTarget(table: table, columns: columns, types: found)
        known.withLock { $0[key] = target }
        return target
    }
}
