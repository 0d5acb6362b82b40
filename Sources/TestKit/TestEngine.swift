import Foundation
import PostgresStore
import SQLCore
import SQLiteStore

/// The engine under test, named by SHIMING_TEST_ENGINE: the test script runs everything that touches a store once on each.
package enum TestEngine: String, Sendable {
    case sqlite
    case postgres

    package static let current = TestEngine(rawValue: ProcessInfo.processInfo.environment["SHIMING_TEST_ENGINE"] ?? "sqlite") ?? .sqlite

    struct NoServer: Error, CustomStringConvertible {
        let description = "SHIMING_TEST_POSTGRES names no server: run the tests through Scripts/test.sh or Scripts/with-postgres.sh"
    }

    /// A fresh store: a file in `folder`, or a schema of its own.
    package static func makeStore(in folder: String) async throws -> any Store {
        switch current {
        case .sqlite: try SQLiteStore(path: folder + "/shiming.sqlite")
        case .postgres: try await PostgresStore.open(try postgres(), limits: limits(folder))
        }
    }

    /// Closes the store and leaves nothing of it.
    package static func end(_ store: any Store, in folder: String) async {
        if current == .postgres {
            let schema = schema(of: folder)
            try? await store.write { try $0.run(SQLText(stringLiteral: "DROP SCHEMA IF EXISTS \"\(schema)\" CASCADE")) }
        }
        await store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    package static func postgres() throws -> String {
        guard let server = ProcessInfo.processInfo.environment["SHIMING_TEST_POSTGRES"] else { throw NoServer() }
        return server
    }

    /// The folder's own name is the schema's.
    package static func schema(of folder: String) -> String {
        String(folder.split(separator: "/").last ?? "shiming_test").lowercased().replacing("-", with: "_")
    }

    package static func limits(_ folder: String) -> PostgresLimits {
        var limits = PostgresLimits()
        limits.connections = 4
        limits.partitions = 2
        limits.schema = schema(of: folder)
        return limits
    }

    /// A new folder, empty.
    package static func makeFolder() throws -> String {
        let folder = NSTemporaryDirectory() + "shiming-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}

/// A fresh store on the engine under test, gone afterwards.
package func withStore<Value>(_ body: (any Store) async throws -> Value) async throws -> Value {
    let folder = try TestEngine.makeFolder()
    let store = try await TestEngine.makeStore(in: folder)
    let result: Result<Value, any Error>
    do { result = .success(try await body(store)) } catch { result = .failure(error) }
    await TestEngine.end(store, in: folder)
    return try result.get()
}
