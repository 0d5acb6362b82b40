import Foundation
import PostgresStore
import SQLCore
import Synchronization
import TestKit
import Testing

/// A store in a schema of its own, with a table `thing`.
struct PostgresFixture: Sendable {
    let store: PostgresStore
    let schema: String
    let limits: PostgresLimits

    static func with<Value>(
        _ change: (inout PostgresLimits) -> Void = { _ in }, _ body: (PostgresFixture) async throws -> Value
    ) async throws -> Value {
        let schema = "engine_" + UUID().uuidString.lowercased().replacing("-", with: "_")
        var limits = TestEngine.limits(schema: schema)
        change(&limits)
        let store = try await PostgresStore.open(try TestEngine.postgres(), limits: limits)
        let fixture = PostgresFixture(store: store, schema: schema, limits: limits)
        let result: Result<Value, any Error>
        do {
            try await store.write { session in
                try session.run(
                    "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT COLLATE \"C\" NOT NULL UNIQUE, bytes BYTEA, number BIGINT)")
            }
            result = .success(try await body(fixture))
        } catch {
            result = .failure(error)
        }
        await store.close()
        try await fixture.another { try await $0.write { try $0.run(SQLText(stringLiteral: "DROP SCHEMA \(schema) CASCADE")) } }
        return try result.get()
    }

    /// One more store on the same schema.
    func another<Value>(
        _ change: (inout PostgresLimits) -> Void = { _ in }, _ body: (PostgresStore) async throws -> Value
    ) async throws -> Value {
        var limits = limits
        limits.waitSeconds = 60
        limits.connections = 2
        change(&limits)
        let other = try await PostgresStore.open(try TestEngine.postgres(), limits: limits)
        let result: Result<Value, any Error>
        do { result = .success(try await body(other)) } catch { result = .failure(error) }
        await other.close()
        return try result.get()
    }

    /// Expects as many things.
    func expect(_ things: Int, _ condition: SQLText = "1 = 1", at place: SourceLocation = #_sourceLocation) async throws {
        let found = try await count(condition)
        #expect(found == things, sourceLocation: place)
    }

    func count(_ condition: SQLText = "1 = 1") async throws -> Int {
        try await store.read { try $0.count("SELECT COUNT(*) FROM thing WHERE \(condition)") }
    }
}

/// Counts, from whichever thread.
final class Counter: Sendable {
    private let value = Mutex(0)
    func next() -> Int {
        value.withLock {
            $0 += 1; return $0
        }
    }
    var count: Int { value.withLock { $0 } }
}

/// One row of `thing`, there before anything else happens.
func add(_ id: Int64, name: String? = nil, in session: any Session) throws {
    _ = try session.change("INSERT INTO thing (id, name) VALUES (\(id), \(name ?? "n\(id)"))")
}

func terminate(_ process: Int64, from session: any Session) throws {
    _ = try session.exists("SELECT pg_terminate_backend(CAST(\(process) AS integer))")
}

func ownProcess(_ session: any Session) throws -> Int64 {
    try session.first("SELECT CAST(pg_backend_pid() AS bigint)") { $0.int(0) } ?? 0
}
