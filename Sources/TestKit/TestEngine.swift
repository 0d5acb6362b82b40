import Foundation
import PostgresStore
import Registry
import SQLCore
import SQLiteStore
import UseCases

/// The engine under test, named by SHIMING_TEST_ENGINE: the test script runs everything that touches a store once on each.
package enum TestEngine: String, Sendable {
    case sqlite
    case postgres

    package static let current = TestEngine(rawValue: ProcessInfo.processInfo.environment["SHIMING_TEST_ENGINE"] ?? "sqlite") ?? .sqlite

    struct NoServer: Error, CustomStringConvertible {
        let description = "SHIMING_TEST_POSTGRES names no server: run the tests through Scripts/test.sh or Scripts/with-postgres.sh"
    }

    /// A new folder, empty.
    package static func makeFolder() throws -> String {
        let folder = NSTemporaryDirectory() + "shiming-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    package static func postgres() throws -> String {
        guard let server = ProcessInfo.processInfo.environment["SHIMING_TEST_POSTGRES"] else { throw NoServer() }
        return server
    }

    package static func limits(schema: String) -> PostgresLimits {
        var limits = PostgresLimits()
        limits.connections = 3
        limits.partitions = 2
        limits.waitSeconds = 60
        limits.retrySeconds = 60
        limits.schema = schema
        return limits
    }
}

/// A store for one test: a file in a folder of its own, or a schema of its own.
package struct TestStore: Sendable {
    package let store: any Store
    package let folder: String
    /// On PostgreSQL.
    package let schema: String

    /// Whether nobody used its schema before, and nobody will.
    private let isNew: Bool

    /// - Parameter isNew: without the steps of the schema, and nobody's afterwards.
    package static func make(isNew: Bool = false) async throws -> TestStore {
        let folder = try TestEngine.makeFolder()
        guard TestEngine.current == .postgres else {
            let path = folder + "/shiming.sqlite"
            if !isNew {
                let migrated = try await MigratedFile.shared.bytes()
                guard FileManager.default.createFile(atPath: path, contents: migrated, attributes: [.posixPermissions: 0o600]) else {
                    throw SQLFailure(.inputOutput, "cannot write \(path)")
                }
            }
            return TestStore(store: NotingStore.wrapping(try SQLiteStore(path: path)), folder: folder, schema: "", isNew: isNew)
        }
        let schema = await Schemas.shared.take(isNew: isNew)
        let store = try await PostgresStore.open(try TestEngine.postgres(), limits: TestEngine.limits(schema: schema))
        return TestStore(store: NotingStore.wrapping(store), folder: folder, schema: schema, isNew: isNew)
    }

    /// Closes the store and leaves nothing of it.
    package func end() async {
        if TestEngine.current == .postgres {
            let isClean = isNew ? await drop() : (try? await store.write { try Self.emptyAll($0) }) != nil
            await store.close()
            await Schemas.shared.giveBack(schema, isClean: isClean && !isNew)
        } else {
            await store.close()
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func drop() async -> Bool {
        (try? await store.write { [schema] in try $0.run(SQLText(stringLiteral: "DROP SCHEMA \(schema) CASCADE")) }) != nil
    }

    /// Making a schema takes longer than most tests, so it is used again, emptied.
    private static func emptyAll(_ session: any Session) throws {
        try session.run("SET LOCAL session_replication_role = replica")
        try session.run(
            """
            DO $empty$
            DECLARE one text;
            BEGIN
                FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT IN ('schema_step', 'store_commit')
                LOOP EXECUTE format('DELETE FROM %I', one); END LOOP;
            END $empty$
            """)
    }
}

/// An empty store's file with all steps of the schema: they take longer than most tests, so they are taken once.
private actor MigratedFile {
    static let shared = MigratedFile()
    private var making: Task<Data, any Error>?

    func bytes() async throws -> Data {
        let task = making ?? Task { try await Self.make() }
        making = task
        return try await task.value
    }

    private static func make() async throws -> Data {
        let folder = try TestEngine.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/shiming.sqlite"
        let store = NotingStore.wrapping(try SQLiteStore(path: path))
        try await Installation.migrate(store, now: Instant(milliseconds: 0))
        await store.close()
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }
}

/// Schemas in use and at rest, and a bound to how many tests are at work at once: a server has only so many connections.
private actor Schemas {
    static let shared = Schemas()
    private var atRest: [String] = []
    private var made = 0
    private var inUse = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private static let inUseMax = 24

    func take(isNew: Bool) async -> String {
        if inUse >= Self.inUseMax { await withCheckedContinuation { waiting.append($0) } } else { inUse += 1 }
        if !isNew, let schema = atRest.popLast() { return schema }
        made += 1
        return "shiming_test_\(ProcessInfo.processInfo.processIdentifier)_\(made)"
    }

    func giveBack(_ schema: String, isClean: Bool) {
        if isClean { atRest.append(schema) }
        if waiting.isEmpty { inUse -= 1 } else { waiting.removeFirst().resume() }
    }
}

/// A fresh store on the engine under test, gone afterwards.
package func withStore<Value>(_ body: (any Store) async throws -> Value) async throws -> Value {
    let made = try await TestStore.make(isNew: true)
    let result: Result<Value, any Error>
    do { result = .success(try await body(made.store)) } catch { result = .failure(error) }
    await made.end()
    return try result.get()
}
