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
            let shell = EngineShell(world)
            var thief = shell
            #expect(Schema.appendOnlyTables.count > 25)
            for guarded in Schema.appendOnlyTables {
                let table = guarded.table
                let (columns, values) = row(table)
                try #require(!columns.isEmpty, "\(table)")
                let insert = "INSERT INTO \(table) (\(columns)) VALUES (\(values))"
                // PostgreSQL's references are triggers too.
                if EngineShell.isPostgres { try thief.dropTriggers() }
                let first = try thief.run(insert)
                #expect(first.isDone, "\(table): \(first.text)")
                let change = "\(columns.split(separator: ",")[0]) = \(values.split(separator: ",")[0])"
                for attempt in ["UPDATE \(table) SET \(change)", "DELETE FROM \(table)"] + replacing(guarded, insert, change) {
                    let answer = try shell.run(attempt)
                    #expect(!answer.isDone && answer.text.contains("append-only"), "\(attempt): \(answer.text)")
                }
                #expect(try shell.run("SELECT COUNT(*) FROM \(table)").text == "1\n", "\(table)")
            }
        }
    }

    /// The engine's own ways of putting a row in another's place.
    private func replacing(_ table: AppendOnlyTable, _ insert: String, _ change: String) -> [String] {
        if EngineShell.isPostgres {
            return [
                "TRUNCATE \(table.table)", "TRUNCATE \(table.table) CASCADE",
                "\(insert) ON CONFLICT (\(table.keys[0].joined(separator: ", "))) DO UPDATE SET \(change)",
            ]
        }
        let rest = insert.dropFirst("INSERT".count)
        return [
            "UPDATE OR REPLACE \(table.table) SET \(change)", "INSERT OR REPLACE\(rest)", "REPLACE\(rest)",
            "PRAGMA recursive_triggers=OFF; INSERT OR REPLACE\(rest)",
        ]
    }

    @Test func `every registered table is append-only, and the schema knows its columns`() throws {
        let guarded = Set(Schema.appendOnlyTables.map(\.table))
        for table in RegisteredTable.all {
            #expect(guarded.contains(table.name.description), "\(table.name)")
            #expect(Schema.columns(of: table.name.description).map(\.name).sorted() == table.columnNames.sorted(), "\(table.name)")
        }
    }
}
