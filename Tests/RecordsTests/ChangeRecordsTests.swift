import Records
import SQLCore
import TestKit
import Testing

/// What changes while a store is moved is noted by the database itself, whichever it is.
@Suite struct ChangeRecordsTests {
    private struct Undone: Error {}

    private func withNotes(_ body: @Sendable (any Store) async throws -> Void) async throws {
        try await withStore { store in
            _ = try await MigrationRunner(Schema.migrations).run(on: store, now: 1)
            try await store.write(.alone) { try ChangeRecords.begin(for: "test", at: 1, in: $0) }
            try await body(store)
        }
    }

    private static func table(_ name: String) throws -> CopiedTable {
        try #require(CopiedTable.all.first { $0.name == name })
    }

    private func taken(_ name: String, limit: Int = .max, _ store: any Store) async throws -> Changes {
        let table = try Self.table(name)
        return try await store.write(.keyed) { try ChangeRecords.take(of: table, limit: limit, in: $0) }
    }

    private static func add(_ keys: [String], in session: any Session) throws {
        for key in keys {
            try session.run(
                "INSERT INTO idempotency (account, key, operation, body_hash, created_at) VALUES (\([1 as UInt8]), \(key), 'x', \([2 as UInt8]), 5)"
            )
        }
    }

    private static func key(_ text: String) -> CopiedTable.Key { [.blob([1]), .text(text)] }

    static let ways: [(String, SQLText, Set<String>)] = [
        (
            "added",
            "INSERT INTO idempotency (account, key, operation, body_hash, created_at) SELECT account, 'c', operation, body_hash, 6 FROM idempotency WHERE key = 'a'",
            ["c"]
        ),
        ("changed", "UPDATE idempotency SET status = 200 WHERE key = 'a'", ["a"]),
        ("changed all", "UPDATE idempotency SET status = 200", ["a", "b"]),
        ("given another key", "UPDATE idempotency SET key = 'd' WHERE key = 'a'", ["a", "d"]),
        ("removed", "DELETE FROM idempotency WHERE key = 'b'", ["b"]),
        ("removed all", "DELETE FROM idempotency", ["a", "b"]),
        (
            "added or changed",
            "INSERT INTO idempotency (account, key, operation, body_hash, created_at) SELECT account, key, operation, body_hash, 7 FROM idempotency WHERE key = 'a' ON CONFLICT (account, key) DO UPDATE SET created_at = excluded.created_at",
            ["a"]
        ),
        ("left alone", "UPDATE idempotency SET status = 200 WHERE key = 'z'", []),
    ]

    @Test(arguments: ways.indices) func `every way to change a row is noted`(index: Int) async throws {
        let (_, statement, expected) = Self.ways[index]
        try await withNotes { store in
            try await store.write { try Self.add(["a", "b"], in: $0) }
            let first = try await taken("idempotency", store)
            #expect(Set(first.keys) == [Self.key("a"), Self.key("b")])
            try await store.write { _ = try $0.run(statement) }
            let changes = try await taken("idempotency", store)
            #expect(Set(changes.keys) == Set(expected.map(Self.key)), "\(Self.ways[index].0)")
            let left = try await store.read { session in
                try session.all("SELECT key FROM idempotency ORDER BY key") { $0.text(0) }.filter { expected.contains($0) }
            }
            #expect(Set(changes.rows.map(changes.table.key)) == Set(left.map(Self.key)))
        }
    }

    @Test func `what is undone is not noted`() async throws {
        try await withNotes { store in
            await #expect(throws: Undone.self) {
                try await store.write { session in
                    try Self.add(["a"], in: session)
                    throw Undone()
                }
            }
            // Beside others that share its commit.
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try? await store.write { session in
                            try Self.add(["n\(number)"], in: session)
                            if number.isMultiple(of: 2) { throw Undone() }
                        }
                    }
                }
            }
            let changes = try await taken("idempotency", store)
            #expect(Set(changes.keys) == Set((0..<40).filter { !$0.isMultiple(of: 2) }.map { Self.key("n\($0)") }))
        }
    }

    /// The embedded engine lets triggers rest in bulk; not these.
    @Test(arguments: [1, 8, 9, 255, 256, 257, 1_500, 5_000]) func `a bulk is noted row by row`(rows: Int64) async throws {
        try await withNotes { store in
            try await store.write { session in
                try session.append(into: "subscription", columns: "id, product, origin, iccid, recorded_at") { sink in
                    for id in 1...rows {
                        sink.int(id)
                        sink.int(1)
                        sink.int(1)
                        sink.text("898604\(id)")
                        sink.int(5)
                        try sink.endRow()
                    }
                }
            }
            let changes = try await taken("subscription", store)
            #expect(Set(changes.keys) == Set((1...rows).map { [.int($0)] }))
            #expect(changes.rows.count == Int(rows))
        }
    }

    @Test func `notes are taken once, so many at a time, and later ones stay`() async throws {
        try await withNotes { store in
            try await store.write { try Self.add((0..<25).map { "n\($0)" }, in: $0) }
            var keys: [CopiedTable.Key] = []
            for expected in [10, 10, 5, 0] {
                let changes = try await taken("idempotency", limit: 10, store)
                #expect(changes.notes == expected)
                keys += changes.keys
            }
            #expect(Set(keys).count == 25)
            try await store.write { try Self.add(["later"], in: $0) }
            #expect(try await taken("idempotency", store).keys == [Self.key("later")])
        }
    }

    @Test func `a row changed often is read once, as it is`() async throws {
        try await withNotes { store in
            try await store.write { try Self.add(["a"], in: $0) }
            for status in 1...5 { try await store.write { try $0.run("UPDATE idempotency SET status = \(status)") } }
            let changes = try await taken("idempotency", store)
            #expect(changes.keys == [Self.key("a")])
            #expect(changes.notes > 5)
            #expect(changes.rows.count == 1)
            #expect(changes.rows[0].contains(.int(5)))
        }
    }

    @Test func `begun again, what was left is gone; ended, nothing is left, and all is written as before`() async throws {
        try await withNotes { store in
            try await store.write { try Self.add(["a"], in: $0) }
            try await store.write(.alone) { try ChangeRecords.begin(for: "test", at: 1, in: $0) }
            #expect(try await taken("idempotency", store).keys == [])
            for _ in 0..<2 { try await store.write(.alone) { try ChangeRecords.end(in: $0) } }
            try await store.write { try Self.add(["b"], in: $0) }
            for table in CopiedTable.all {
                await #expect(throws: SQLFailure.self, "\(table.name)") {
                    try await store.read { _ = try $0.exists(SQLText(stringLiteral: "SELECT 1 FROM moving_\(table.name)")) }
                }
            }
        }
    }

    @Test func `no table of the installation is called like notes`() {
        for table in CopiedTable.all { #expect(!table.name.hasPrefix("moving_")) }
        #expect(CopiedTable.all.allSatisfy { !$0.keyColumns.isEmpty && !$0.keyColumns.contains { $0.name == "note" } })
    }
}
