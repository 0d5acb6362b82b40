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

    @Test func `every kind of value arrives as it was given, also in the many rows that go together`() async throws {
        try await withGuardedTable { store in
            try await store.write { session in
                try session.run("CREATE TABLE any_value (id INTEGER PRIMARY KEY, number INTEGER, word TEXT, bytes BLOB) STRICT")
                try session.append(into: "any_value", columns: "id, number, word, bytes") { sink in
                    for id in Int64(0)..<5_000 {
                        sink.int(id)
                        sink.int(id % 3 == 0 ? nil : Int64.min + id)
                        sink.text(id % 5 == 0 ? nil : String(repeating: "卡", count: Int(id % 4)))
                        sink.blob(id % 7 == 0 ? nil : [UInt8](repeating: UInt8(id % 251), count: Int(id % 6) * 40))
                        try sink.endRow()
                    }
                }
            }
            let stored = try await store.read { session in
                try session.all("SELECT id, number, word, bytes FROM any_value ORDER BY id") {
                    ($0.int(0), $0.intIfAny(1), $0.textIfAny(2), $0.blobIfAny(3))
                }
            }
            #expect(stored.count == 5_000)
            let wrong = stored.filter { id, number, word, bytes in
                number != (id % 3 == 0 ? nil : Int64.min + id) || word != (id % 5 == 0 ? nil : String(repeating: "卡", count: Int(id % 4)))
                    || bytes != (id % 7 == 0 ? nil : [UInt8](repeating: UInt8(id % 251), count: Int(id % 6) * 40))
            }
            #expect(wrong.isEmpty)
        }
    }

    @Test func `a question asked within a bulk finds the rows added so far`() async throws {
        try await withGuardedTable { store in
            let counts = try await store.write { session in
                var counts: [Int] = []
                try Self.add(1...1_000, in: session) { number in
                    if [1, 256, 257, 700, 1_000].contains(number) { counts.append(try session.count("SELECT COUNT(*) FROM fact")) }
                }
                return counts
            }
            #expect(counts == [1, 256, 257, 700, 1_000])
        }
    }

    @Test func `a bulk within a bulk`() async throws {
        try await withGuardedTable { store in
            try await store.write { session in
                try Self.add(1...2_000, in: session) { number in
                    guard number % 500 == 0 else { return }
                    try session.append(into: "note", columns: "id") { sink in
                        for id in 0..<number {
                            sink.int(id)
                            try sink.endRow()
                        }
                    }
                }
            }
            let (facts, notes) = try await store.read {
                (try $0.count("SELECT COUNT(*) FROM fact"), try $0.count("SELECT COUNT(*) FROM note"))
            }
            #expect(facts == 2_000)
            #expect(notes == 5_000)
        }
    }

    @Test(arguments: [10, 300, 2_000]) func `a row with a value too few or too many is refused, wherever it stands`(row: Int64) async throws
    {
        try await withGuardedTable { store in
            for values in [1, 3] {
                await #expect(throws: SQLFailure.self, "\(values) values in row \(row)") {
                    try await store.write { session in
                        try session.append(into: "fact", columns: "id, name") { sink in
                            for number in Int64(1)...3_000 {
                                sink.int(number)
                                for _ in 1..<(number == row ? values : 2) { sink.text("fact") }
                                try sink.endRow()
                            }
                        }
                    }
                }
            }
            let left = try await count(store)
            #expect(left == 0)
        }
    }

    @Test(arguments: [10, 2_000]) func `a value of another kind than the column's is refused`(row: Int64) async throws {
        try await withGuardedTable { store in
            await #expect(throws: SQLFailure.self) {
                try await store.write { session in
                    try session.append(into: "fact", columns: "id, name") { sink in
                        for number in Int64(1)...3_000 {
                            if number == row { sink.text("no number") } else { sink.int(number) }
                            sink.text("fact")
                            try sink.endRow()
                        }
                    }
                }
            }
            let left = try await count(store)
            #expect(left == 0)
        }
    }
}
