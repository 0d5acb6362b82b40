import Records
import SQLCore
import TestKit
import Testing

@Suite("Steps of the schema")
struct MigrationTests {
    private let first = Migration(1, "first", "CREATE TABLE a (id {int} PRIMARY KEY NOT NULL){table}")

    @Test func `each step is applied once`() async throws {
        try await withStore { store in
            let once = try await MigrationRunner([first]).run(on: store, now: 1)
            #expect(once == [1])
            let again = try await MigrationRunner([first]).run(on: store, now: 2)
            #expect(again == [])
            let second = Migration(2, "second", "CREATE TABLE b (id {int} PRIMARY KEY NOT NULL){table}\n;;\nCREATE INDEX b_id ON b (id)")
            let next = try await MigrationRunner([first, second]).run(on: store, now: 3)
            #expect(next == [2])
        }
    }

    @Test func `a database newer than the program is refused`() async throws {
        try await withStore { store in
            _ = try await MigrationRunner([first, Migration(2, "later", "CREATE TABLE c (id {int}){table}")]).run(on: store, now: 1)
            await #expect(throws: MigrationRefusal.newerThanProgram(found: 2, known: 1)) {
                try await MigrationRunner([first]).run(on: store, now: 2)
            }
        }
    }

    @Test func `a step that was edited after it was applied is named`() async throws {
        try await withStore { store in
            _ = try await MigrationRunner([first]).run(on: store, now: 1)
            await #expect(throws: MigrationRefusal.changedStep(number: 1, name: "first")) {
                try await MigrationRunner([Migration(1, "first", "CREATE TABLE a (id {int}){table}")]).run(on: store, now: 2)
            }
        }
    }

    @Test func `who only looks demands the newest schema and changes nothing`() async throws {
        try await withStore { store in
            let second = Migration(2, "second", "CREATE TABLE b (id {int} PRIMARY KEY NOT NULL){table}")
            await #expect(throws: SQLFailure.self) { try await MigrationRunner([first]).check(store) }
            await #expect(throws: SQLFailure.self) { try await store.read { try $0.exists("SELECT 1 FROM schema_step") } }
            _ = try await MigrationRunner([first]).run(on: store, now: 1)
            try await MigrationRunner([first]).check(store)
            await #expect(throws: MigrationRefusal.behindProgram(missing: 2)) {
                try await MigrationRunner([first, second]).check(store)
            }
            await #expect(throws: SQLFailure.self) { try await store.read { try $0.exists("SELECT 1 FROM b") } }
        }
    }

    @Test func `half a step leaves nothing behind`() async throws {
        try await withStore { store in
            let broken = Migration(1, "broken", "CREATE TABLE d (id {int}){table}\n;;\nCREATE TABEL e (id {int}){table}")
            await #expect(throws: SQLFailure.self) { try await MigrationRunner([broken]).run(on: store, now: 1) }
            let found = try await store.read { session in try session.exists("SELECT 1 FROM schema_step WHERE number = 1") }
            #expect(found == false)
            // Its first half can be made again.
            _ = try await MigrationRunner([Migration(1, "mended", "CREATE TABLE d (id {int}){table}")]).run(on: store, now: 2)
        }
    }

    @Test func `a login that changes nothing is told which step is missing`() async throws {
        try await withStore { store in
            _ = try await MigrationRunner([first]).run(on: store, now: 1)
            try await MigrationRunner([first]).check(store)
            await #expect(throws: MigrationRefusal.behindProgram(missing: 2)) {
                try await MigrationRunner([first, Migration(2, "second", "CREATE TABLE b (id {int}){table}")]).check(store)
            }
        }
    }

    @Test func `the whole schema applies, and the trail commits to append-only tables only`() async throws {
        try await withStore { store in
            _ = try await MigrationRunner(Schema.migrations).run(on: store, now: 1)
            let guarded = Set(Schema.appendOnlyTables.map(\.table))
            for table in RegisteredTable.all { #expect(guarded.contains(table.name.description)) }
        }
    }
}
