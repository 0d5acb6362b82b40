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
            let refusal = await #expect(throws: MigrationRefusal.self) { try await MigrationRunner([broken]).run(on: store, now: 1) }
            guard case .failedStep(1, "broken", let failure) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(failure.cause == .misuse)
            let found = try await store.read { session in try session.exists("SELECT 1 FROM schema_step WHERE number = 1") }
            #expect(found == false)
            // Its first half can be made again.
            _ = try await MigrationRunner([Migration(1, "mended", "CREATE TABLE d (id {int}){table}")]).run(on: store, now: 2)
        }
    }

    @Test func `the step that fails is named, those before it stay, and the next start begins with it`() async throws {
        try await withStore { store in
            let second = Migration(
                2, "second", "CREATE TABLE b (id {int} PRIMARY KEY NOT NULL){table}\n;;\nCREATE TABLE a (id {int}){table}")
            let third = Migration(3, "third", "CREATE TABLE c (id {int}){table}")
            // A table stands in the way of the second step's second half.
            for start in Int64(1)...2 {
                let refusal = await #expect(throws: MigrationRefusal.self) {
                    try await MigrationRunner([first, second, third]).run(on: store, now: start)
                }
                guard case .failedStep(2, "second", _) = refusal else {
                    Issue.record("\(String(describing: refusal))")
                    return
                }
                #expect(refusal?.description.contains("step 2 (second)") == true)
                let applied = try await MigrationRunner.applied(on: store).map(\.number)
                #expect(applied == [1])
                for table in ["b", "c"] {
                    await #expect(throws: SQLFailure.self, "\(table)") {
                        try await store.read { try $0.exists(SQLText(stringLiteral: "SELECT 1 FROM \(table)")) }
                    }
                }
            }
            let mended = Migration(2, "second", "CREATE TABLE b (id {int} PRIMARY KEY NOT NULL){table}")
            let made = try await MigrationRunner([first, mended, third]).run(on: store, now: 3)
            #expect(made == [2, 3])
        }
    }

    @Test func `a step left out before others is refused by name, by who makes steps and by who only looks`() async throws {
        try await withStore { store in
            let steps = [first] + (2...4).map { Migration($0, "step \($0)", "CREATE TABLE s\($0) (id {int}){table}") }
            _ = try await MigrationRunner(steps).run(on: store, now: 1)
            try await store.write { try $0.run("DELETE FROM schema_step WHERE number = 3") }
            let refusal = MigrationRefusal.leftOutStep(number: 3, name: "step 3")
            await #expect(throws: refusal) { try await MigrationRunner(steps).run(on: store, now: 2) }
            await #expect(throws: refusal) { try await MigrationRunner(steps).check(store) }
            // Without the later ones it is a database that is merely old, whose next step finds its table there.
            try await store.write { try $0.run("DELETE FROM schema_step WHERE number = 4") }
            await #expect(throws: MigrationRefusal.behindProgram(missing: 3)) { try await MigrationRunner(steps).check(store) }
            let half = await #expect(throws: MigrationRefusal.self) { try await MigrationRunner(steps).run(on: store, now: 3) }
            guard case .failedStep(3, "step 3", _) = half else {
                Issue.record("\(String(describing: half))")
                return
            }
        }
    }

    @Test(arguments: [SQLFailure.Cause.busy, .connectionLost, .diskFull])
    func `what another try may mend is told as itself, and the step is applied then`(cause: SQLFailure.Cause) async throws {
        try await withStore { store in
            let failure = SQLFailure(cause, "said by a test")
            // The table of steps is made, the first step fails.
            await #expect(throws: failure) {
                try await MigrationRunner([first]).run(on: BreakingStore(store, after: 1, with: failure), now: 1)
            }
            let made = try await MigrationRunner([first]).run(on: store, now: 2)
            #expect(made == [1])
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
    @Test func `of what persons are found by the hashes of contact numbers go, and nothing else`() async throws {
        try await withStore { store in
            _ = try await MigrationRunner(Schema.migrations.filter { $0.number < 28 }).run(on: store, now: 1)
            let party = [UInt8](repeating: 7, count: 16)
            try await store.write { session in
                for (purpose, hash) in [("contact", 1), ("document", 2), ("document", 3)] {
                    try session.run(
                        """
                        INSERT INTO identity_search (purpose, hash, party, name_hash)
                        VALUES (\(purpose), \([UInt8](repeating: UInt8(hash), count: 32)), \(party), NULL)
                        """)
                }
            }
            #expect(try await MigrationRunner(Schema.migrations).run(on: store, now: 2) == [28, 29, 30, 31, 32])
            let left = try await store.read { session in
                try session.all("SELECT purpose FROM identity_search") { $0.text(0) }
            }
            #expect(left == ["document", "document"])
        }
    }
}
