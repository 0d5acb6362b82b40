import Records
import SQLCore
import TestKit
import Testing

@Suite struct AppendOnlyTests {
    /// A row for any table, by its columns' types alone.
    private func row(_ table: String) -> (columns: String, values: String) {
        let columns = Schema.columns(of: table)
        let values = columns.map { column in
            switch column.type {
            case .int: "7"
            case .text: "'seven'"
            case .blob: "x'0707'"
            }
        }
        return (columns.map(\.name).joined(separator: ", "), values.joined(separator: ", "))
    }

    @Test func `the database refuses a hand that changes, deletes or replaces, in every append-only table`() async throws {
        try await withWorld { world in
            let shell = SQLiteShell(world)
            #expect(Schema.appendOnlyTables.count > 25)
            for table in Schema.appendOnlyTables.map(\.table) {
                let (columns, values) = row(table)
                try #require(!columns.isEmpty, "\(table)")
                let first = try shell.run("INSERT INTO \(table) (\(columns)) VALUES (\(values))")
                #expect(first.isDone, "\(table): \(first.text)")
                let attempts = [
                    "UPDATE \(table) SET \(columns.split(separator: ",")[0]) = \(values.split(separator: ",")[0])",
                    "UPDATE OR REPLACE \(table) SET \(columns.split(separator: ",")[0]) = \(values.split(separator: ",")[0])",
                    "DELETE FROM \(table)",
                    "INSERT OR REPLACE INTO \(table) (\(columns)) VALUES (\(values))",
                    "REPLACE INTO \(table) (\(columns)) VALUES (\(values))",
                    "PRAGMA recursive_triggers=OFF; INSERT OR REPLACE INTO \(table) (\(columns)) VALUES (\(values))",
                ]
                for attempt in attempts {
                    let answer = try shell.run(attempt)
                    #expect(!answer.isDone && answer.text.contains("append-only"), "\(attempt): \(answer.text)")
                }
                #expect(try shell.run("SELECT COUNT(*) FROM \(table)").text == "1\n", "\(table)")
            }
        }
    }

    @Test func `every registered table is append-only, and the schema knows its columns`() throws {
        let guarded = Set(Schema.appendOnlyTables.map(\.table))
        for table in RegisteredTable.all {
            #expect(guarded.contains(table.name.description), "\(table.name)")
            #expect(Schema.columns(of: table.name.description).map(\.name).sorted() == table.columnNames.sorted(), "\(table.name)")
        }
    }
}
