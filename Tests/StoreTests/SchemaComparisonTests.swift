import Foundation
import PostgresStore
import Records
import SQLCore
import SQLiteStore
import TestKit
import Testing

/// One schema on two engines: same tables, columns, kinds, nullability, keys, indices and guards.
@Suite struct SchemaComparisonTests {
    private struct Shape: Hashable {
        var columns: [String] = []
        var uniqueKeys: Set<[String]> = []
        var indices: Set<[String]> = []
        var isGuarded = false
    }

    private func sqlite() async throws -> [String: Shape] {
        let folder = try TestEngine.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/a.sqlite")
        _ = try await MigrationRunner(Schema.migrations).run(on: store, now: 1)
        let shapes = try await store.read { session in
            var shapes: [String: Shape] = [:]
            let names = try session.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") { $0.text(0) }
            for name in names {
                var shape = Shape()
                var key: [(Int64, String)] = []
                try session.each("SELECT name, type, \"notnull\", pk FROM pragma_table_info(\(name)) ORDER BY cid") { row in
                    shape.columns.append("\(row.text(0)) \(row.text(1)) \(row.int(2) == 1 || row.int(3) > 0)")
                    if row.int(3) > 0 { key.append((row.int(3), row.text(0))) }
                    return true
                }
                shape.uniqueKeys.insert(key.sorted { $0.0 < $1.0 }.map(\.1))
                let indices = try session.all("SELECT name, \"unique\" FROM pragma_index_list(\(name))") { ($0.text(0), $0.bool(1)) }
                for (index, isUnique) in indices {
                    let columns = try session.all("SELECT name FROM pragma_index_info(\(index)) ORDER BY seqno") { $0.text(0) }
                    if isUnique { shape.uniqueKeys.insert(columns) } else { shape.indices.insert(columns) }
                }
                shape.isGuarded = try session.exists("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = \(name)")
                shapes[name] = shape
            }
            return shapes
        }
        await store.close()
        return shapes
    }

    private func postgres() async throws -> [String: Shape] {
        let schema = "compared_" + UUID().uuidString.lowercased().replacing("-", with: "_")
        var limits = TestEngine.limits(schema: schema)
        limits.partitions = 16
        let store = try await PostgresStore.open(try TestEngine.postgres(), limits: limits)
        _ = try await MigrationRunner(Schema.migrations).run(on: store, now: 1)
        let shapes = try await store.read { session in
            var shapes: [String: Shape] = [:]
            let kinds = ["bigint": "INTEGER", "text": "TEXT", "bytea": "BLOB"]
            try session.each(
                """
                SELECT CAST(c.relname AS text), CAST(a.attname AS text), format_type(a.atttypid, NULL), a.attnotnull, a.attcollation = 950
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                ORDER BY c.relname, a.attnum
                """
            ) { row in
                let kind = kinds[row.text(2)] ?? row.text(2)
                #expect(kind != "TEXT" || row.bool(4), "\(row.text(0)).\(row.text(1)) is not ordered by its bytes")
                shapes[row.text(0), default: Shape()].columns.append("\(row.text(1)) \(kind) \(row.bool(3))")
                return true
            }
            try session.each(
                """
                SELECT CAST(c.relname AS text), i.indisunique, (SELECT string_agg(CAST(a.attname AS text), ',' ORDER BY k.place)
                    FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number)
                FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT c.relispartition
                """
            ) { row in
                let columns = row.text(2).split(separator: ",").map(String.init)
                if row.bool(1) {
                    shapes[row.text(0), default: Shape()].uniqueKeys.insert(columns)
                } else {
                    shapes[row.text(0), default: Shape()].indices.insert(columns)
                }
                return true
            }
            try session.each(
                """
                SELECT DISTINCT CAST(c.relname AS text) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT t.tgisinternal AND NOT c.relispartition
                """
            ) { row in
                shapes[row.text(0), default: Shape()].isGuarded = true
                return true
            }
            return shapes
        }
        try await store.write { try $0.run(SQLText(stringLiteral: "DROP SCHEMA \(schema) CASCADE")) }
        await store.close()
        // The engine's own.
        return shapes.filter { $0.key != "store_commit" }
    }

    @Test func `both engines have the same schema`() async throws {
        let (embedded, shared) = (try await sqlite(), try await postgres())
        #expect(embedded.count > 40)
        #expect(Set(embedded.keys) == Set(shared.keys))
        for (name, shape) in embedded { #expect(shared[name] == shape, "\(name)") }
        let guarded = Set(Schema.appendOnlyTables.map(\.table))
        #expect(Set(shared.filter(\.value.isGuarded).keys) == guarded)
    }
}
