import SQLCore

/// SQLite's answers to the dialect's holes. Tables are STRICT; those read by key alone are stored in key order.
package struct SQLiteDialect: Dialect {
    package init() {}

    package let name = "sqlite"
    package let intType = "INTEGER"
    package let textType = "TEXT"
    package let blobType = "BLOB"
    package let tableSuffix = " STRICT"
    package let clusteredSuffix = " STRICT, WITHOUT ROWID"
    package let rowLock: SQLText = ""
    package let skipLocked: SQLText = ""
    package let migrationLock: SQLText? = nil
    package let actOrder: SQLText? = nil

    package func partition(table: String, by column: String) -> (suffix: String, statements: [String])? { nil }

    /// `INSERT OR REPLACE` removes rows without firing delete triggers, so an insert that would meet an existing key is refused
    /// before it starts; ordinary inserts lose nothing but the engine's own uniqueness message. That refusal is FAIL rather than ABORT:
    /// nothing of the row is written yet, and what may abort copies every page it touches, row by row (docs/performance.md).
    package func appendOnlyGuard(table: String, keys: [[String]]) -> [String] {
        let matches = keys.map { key in
            let test = key.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
            return "EXISTS (SELECT 1 FROM \(table) WHERE \(test))"
        }
        let keyNames = keys.first.map { $0.map { "\(table).\($0)" }.joined(separator: ", ") } ?? table
        return [
            """
            CREATE TRIGGER \(table)_never_updated BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'append-only: \(table) is never updated'); END
            """,
            """
            CREATE TRIGGER \(table)_never_deleted BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'append-only: \(table) is never deleted'); END
            """,
            """
            CREATE TRIGGER \(table)_never_replaced BEFORE INSERT ON \(table)
            WHEN \(matches.joined(separator: " OR "))
            BEGIN SELECT RAISE(FAIL, 'append-only: UNIQUE \(keyNames)'); END
            """,
        ]
    }
}
