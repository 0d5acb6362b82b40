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
}
