import Foundation
import SQLCore
import SQLiteStore
import Testing

/// The guards rest while one statement adds many rows; whatever else writes meets them.
@Suite struct BulkGuardTests {
    private struct Stopped: Error {}

    private func withGuardedTable(_ body: (SQLiteStore) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/test.sqlite")
        let migration = Migration(
            1, "test", appendOnly: [AppendOnlyTable("fact", keys: [["id"]])],
            "CREATE TABLE fact (id {int} PRIMARY KEY NOT NULL, name {text} NOT NULL){table}\n;;\nCREATE TABLE note (id {int}){table}")
        _ = try await MigrationRunner([migration]).run(on: store, now: 0)
        try await body(store)
        await store.close()
    }

    private static func add(_ numbers: some Sequence<Int64>, in session: any Session, after: (Int64) throws -> Void = { _ in }) throws {
        try session.append(into: "fact", columns: "id, name") { sink in
            for number in numbers {
                sink.int(number)
                sink.text("fact \(number)")
                try sink.endRow()
                try after(number)
            }
        }
    }

    private func count(_ store: SQLiteStore) async throws -> Int {
        try await store.read { try $0.count("SELECT COUNT(*) FROM fact") }
    }

    @Test func `after a bulk of many rows nothing can be changed, deleted or replaced`() async throws {
        try await withGuardedTable { store in
            try await store.write { try Self.add(1...5_000, in: $0) }
            let attempts: [SQLText] = [
                "UPDATE fact SET name = 'other'", "DELETE FROM fact", "INSERT OR REPLACE INTO fact (id, name) VALUES (1, 'other')",
            ]
            for attempt in attempts {
                await #expect(throws: SQLFailure.self, "\(attempt.text)") { try await store.write { _ = try $0.run(attempt) } }
            }
            #expect(try await store.read { try $0.count("SELECT COUNT(*) FROM fact WHERE name LIKE 'fact %'") } == 5_000)
        }
    }

    @Test(arguments: [1, 255, 256, 257, 600, 999]) func `within a bulk another statement meets the guards`(row: Int64) async throws {
        try await withGuardedTable { store in
            for attempt in ["UPDATE fact SET name = 'other'", "DELETE FROM fact", "REPLACE INTO fact (id, name) VALUES (1, 'other')"]
                as [SQLText]
            {
                await #expect(throws: SQLFailure.self, "\(attempt.text) at row \(row)") {
                    try await store.write { session in
                        try Self.add(1...1_000, in: session) { number in
                            if number == row { try session.run(attempt) }
                        }
                    }
                }
            }
            let left = try await count(store)
            #expect(left == 0)
        }
    }

    @Test func `a bulk that another statement interrupts goes on`() async throws {
        try await withGuardedTable { store in
            try await store.write { session in
                try Self.add(1...2_000, in: session) { number in
                    if number % 300 == 0 { try session.run("INSERT INTO note (id) VALUES (\(number))") }
                }
            }
            #expect(try await count(store) == 2_000)
            await #expect(throws: SQLFailure.self) { try await store.write { _ = try $0.run("DELETE FROM fact") } }
        }
    }

    @Test(arguments: [5, 300, 4_000]) func `a bulk that meets a known key is refused as a whole`(known: Int64) async throws {
        try await withGuardedTable { store in
            try await store.write { try Self.add([known], in: $0) }
            let refused = await #expect(throws: SQLFailure.self) { try await store.write { try Self.add(1...5_000, in: $0) } }
            guard case .uniqueViolation = refused?.cause else {
                Issue.record("\(String(describing: refused))")
                return
            }
            #expect(try await count(store) == 1)
        }
    }

    @Test func `guards are back after a bulk that failed`() async throws {
        try await withGuardedTable { store in
            await #expect(throws: Stopped.self) {
                try await store.write { session in
                    try Self.add(1...1_000, in: session) { if $0 == 900 { throw Stopped() } }
                }
            }
            try await store.write { try Self.add([1], in: $0) }
            await #expect(throws: SQLFailure.self) { try await store.write { _ = try $0.run("DELETE FROM fact") } }
            #expect(try await count(store) == 1)
        }
    }
}
