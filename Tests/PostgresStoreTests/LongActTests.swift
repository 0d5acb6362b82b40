import PostgresStore
import SQLCore
import TestKit
import Testing

/// Where one second is the most a request's statement may take, and three of silence the most that is borne.
@Suite("Acts that take long on PostgreSQL")
struct LongActTests {
    /// Longer than either.
    private static let long: SQLText = "SELECT COUNT(*) FROM pg_sleep(3.5)"

    private func withOneSecond(_ body: (PostgresFixture) async throws -> Void) async throws {
        try await PostgresFixture.with {
            $0.statementSeconds = 1
            $0.longStatementMinutes = 1
            $0.countSeconds = 2
            $0.connections = 1
        } _: { fixture in
            try await body(fixture)
        }
    }

    private func expectEnded(_ body: @Sendable () async throws -> Void, at place: SourceLocation = #_sourceLocation) async {
        do {
            try await body()
            Issue.record("it was not ended", sourceLocation: place)
        } catch {
            #expect((error as? SQLFailure)?.cause == .busy, sourceLocation: place)
        }
    }

    @Test func `a statement of an act that looks at very much outlives the limit, and the next act has the limit again`() async throws {
        try await withOneSecond { fixture in
            let store = fixture.store
            await expectEnded { _ = try await store.read { try $0.count(Self.long) } }
            let read = try await store.read { session in
                try session.allowLong(.everything)
                return try session.count(Self.long)
            }
            #expect(read == 1)
            // A count has a limit of its own.
            await expectEnded {
                try await store.read { session in
                    try session.allowLong(.count)
                    _ = try session.count(Self.long)
                }
            }
            await expectEnded { _ = try await store.read { try $0.count(Self.long) } }
            let written = try await store.write { session in
                try session.allowLong(.everything)
                try add(1, in: session)
                return try session.count(Self.long)
            }
            #expect(written == 1)
            await expectEnded {
                try await store.write { session in
                    try add(2, in: session)
                    _ = try session.count(Self.long)
                }
            }
            try await fixture.expect(1)
        }
    }

    @Test func `an act that may take long and is undone leaves the limit as it was`() async throws {
        struct Refused: Error {}
        try await withOneSecond { fixture in
            let store = fixture.store
            await #expect(throws: Refused.self) {
                try await store.write { session in
                    try session.allowLong(.everything)
                    try add(1, in: session)
                    throw Refused()
                }
            }
            await expectEnded { _ = try await store.read { try $0.count(Self.long) } }
            try await fixture.expect(0)
        }
    }

    @Test func `a step of the schema outlives the limit`() async throws {
        try await withOneSecond { fixture in
            let runner = MigrationRunner([Migration(1, "slow", "CREATE TABLE late AS SELECT COUNT(*) AS times FROM pg_sleep(3.5)")])
            let steps = try await runner.run(on: fixture.store, now: 0)
            #expect(steps == [1])
            let times = try await fixture.store.read { try $0.count("SELECT times FROM late") }
            #expect(times == 1)
        }
    }
}
