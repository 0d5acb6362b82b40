import PostgresStore
import SQLCore
import TestKit
import Testing

@Suite("What PostgreSQL refuses to change")
struct GuardTests {
    private func withFacts(_ body: (PostgresFixture) async throws -> Void) async throws {
        try await PostgresFixture.with { fixture in
            let migration = Migration(
                1, "facts", appendOnly: [AppendOnlyTable("fact", keys: [["id"]])], spread: ["fact": "id"],
                "CREATE TABLE fact (id {int} PRIMARY KEY NOT NULL, name {text} NOT NULL){table}\n;;\nCREATE TABLE note (id {int}){table}")
            _ = try await MigrationRunner([migration]).run(on: fixture.store, now: 1)
            try await fixture.store.write { session in
                try session.append(into: "fact", columns: "id, name") { sink in
                    for id in Int64(1)...20 {
                        sink.int(id)
                        sink.text("fact")
                        try sink.endRow()
                    }
                }
            }
            try await body(fixture)
        }
    }

    static let attempts: [SQLText] = [
        "UPDATE fact SET name = 'other'", "UPDATE fact SET id = 99 WHERE id = 1", "DELETE FROM fact", "TRUNCATE fact", "TRUNCATE fact_p0",
        "DELETE FROM fact_p1", "UPDATE fact_p0 SET name = 'other'",
        "INSERT INTO fact (id, name) VALUES (1, 'other') ON CONFLICT (id) DO UPDATE SET name = 'other'",
        "MERGE INTO fact f USING (SELECT 1 AS id) n ON f.id = n.id WHEN MATCHED THEN DELETE",
    ]

    @Test(arguments: attempts.indices) func `a hand with every right meets the triggers, on the table and on its pieces`(index: Int)
        async throws
    {
        try await withFacts { fixture in
            let failure = await #expect(throws: SQLFailure.self) { try await fixture.store.write { _ = try $0.run(Self.attempts[index]) } }
            guard case .appendOnly = failure?.cause else {
                Issue.record("\(String(describing: failure))")
                return
            }
            let left = try await fixture.store.read { try $0.count("SELECT COUNT(*) FROM fact WHERE name = 'fact'") }
            #expect(left == 20)
        }
    }

    @Test func `a login that was granted its work lacks the rights, and does its work`() async throws {
        try await withFacts { fixture in
            let role = fixture.schema + "_role"
            try await fixture.store.write { try $0.run(SQLText(stringLiteral: "CREATE ROLE \(role)")) }
            try await PostgresDatabase.grant(to: role, appendOnly: ["fact"], owner: try TestEngine.postgres(), limits: fixture.limits)
            for attempt in Self.attempts + ["DROP TABLE fact", "UPDATE schema_step SET checksum = 1", "CREATE TABLE own (id BIGINT)"] {
                let failure = await #expect(throws: SQLFailure.self) {
                    try await fixture.store.write { session in
                        try session.run(SQLText(stringLiteral: "SET LOCAL ROLE \(role)"))
                        try session.run(attempt)
                    }
                }
                guard case .notAllowed = failure?.cause else {
                    Issue.record("\(attempt.text): \(String(describing: failure))")
                    continue
                }
            }
            try await fixture.store.write { session in
                try session.run(SQLText(stringLiteral: "SET LOCAL ROLE \(role)"))
                try session.run("INSERT INTO fact (id, name) VALUES (21, 'fact')")
                try session.run("INSERT INTO note (id) VALUES (1)")
                try session.run("UPDATE note SET id = 2")
                try session.run("DELETE FROM note")
            }
            try await fixture.store.write { try $0.run(SQLText(stringLiteral: "DROP OWNED BY \(role)")) }
            try await fixture.store.write { try $0.run(SQLText(stringLiteral: "DROP ROLE \(role)")) }
        }
    }
    /// The server's own login adds to tables whose changes are noted in others, which were made after it was granted its work.
    @Test func `a login with no right to the notes is noted all the same, and empties nothing`() async throws {
        try await withFacts { fixture in
            let role = fixture.schema + "_role"
            try await fixture.store.write { try $0.run(SQLText(stringLiteral: "CREATE ROLE \(role)")) }
            try await PostgresDatabase.grant(to: role, appendOnly: ["fact"], owner: try TestEngine.postgres(), limits: fixture.limits)
            let notes = ["fact", "note"].map {
                PostgresDialect(partitions: 2).changeNotes(of: $0, in: "moving_\($0)", key: [(name: "id", type: "BIGINT")])
            }
            try await fixture.store.write(.alone) { session in
                for statement in notes.flatMap(\.begin) { try session.run(SQLText(stringLiteral: statement)) }
            }
            try await fixture.store.write { session in
                try session.run(SQLText(stringLiteral: "SET LOCAL ROLE \(role)"))
                try session.append(into: "fact", columns: "id, name") { sink in
                    for id in Int64(21)...60 {
                        sink.int(id)
                        sink.text("fact")
                        try sink.endRow()
                    }
                }
                try session.run("INSERT INTO note (id) VALUES (1)")
                try session.run("UPDATE note SET id = 2")
                try session.run("DELETE FROM note")
            }
            for attempt in ["DELETE FROM moving_fact", "SELECT 1 FROM moving_note", "DROP TRIGGER moving_fact ON fact"] as [SQLText] {
                await #expect(throws: SQLFailure.self, "\(attempt.text)") {
                    try await fixture.store.write { session in
                        try session.run(SQLText(stringLiteral: "SET LOCAL ROLE \(role)"))
                        try session.run(attempt)
                    }
                }
            }
            await #expect(throws: SQLFailure.self) { try await fixture.store.write { _ = try $0.run("TRUNCATE note") } }
            let (facts, changes) = try await fixture.store.read { session in
                (
                    try session.all("SELECT id FROM moving_fact ORDER BY id") { $0.int(0) },
                    try session.all("SELECT id FROM moving_note ORDER BY note") { $0.int(0) }
                )
            }
            #expect(facts == Array(21...60))
            #expect(changes == [1, 1, 2, 2])
            try await fixture.store.write { session in
                for statement in notes.flatMap(\.end) { try session.run(SQLText(stringLiteral: statement)) }
                try session.run(SQLText(stringLiteral: "DROP OWNED BY \(role)"))
            }
            try await fixture.store.write { try $0.run(SQLText(stringLiteral: "DROP ROLE \(role)")) }
        }
    }
}
