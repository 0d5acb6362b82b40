import Foundation
import SQLCore
import SQLiteStore
import Testing

@Suite("A store that is looked at, and one that is closed")
struct CheckedStoreTests {
    private let first = Migration(1, "first", "CREATE TABLE a (id {int} PRIMARY KEY NOT NULL){table}")

    @Test func `a store opened to be checked takes no lock and refuses every change`() async throws {
        let folder = NSTemporaryDirectory() + "shiming-checked-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let server = try SQLiteStore(path: folder + "/a.sqlite")
        _ = try await MigrationRunner([first]).run(on: server, now: 1)
        let checked = try SQLiteStore(checking: folder + "/a.sqlite")
        await #expect(throws: SQLFailure.self) { try await checked.write { try $0.run("INSERT INTO a (id) VALUES (1)") } }
        let rows = try await checked.read { session in try session.count("SELECT COUNT(*) FROM a") }
        #expect(rows == 0)
        await checked.close()
        _ = try await server.write { try $0.run("INSERT INTO a (id) VALUES (2)") }
        await server.close()
        #expect(throws: SQLFailure.self) { try SQLiteStore(checking: folder + "/nobody.sqlite") }
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test func `an orderly end empties the write-ahead log into the database`() async throws {
        let folder = NSTemporaryDirectory() + "shiming-log-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let store = try SQLiteStore(path: folder + "/a.sqlite")
        _ = try await MigrationRunner([first]).run(on: store, now: 1)
        let size = { (try? FileManager.default.attributesOfItem(atPath: folder + "/a.sqlite-wal")[.size] as? Int) ?? 0 }
        #expect(size() > 0)
        await store.close()
        #expect(size() == 0)
        withExtendedLifetime(store) {}
        try? FileManager.default.removeItem(atPath: folder)
    }
}
