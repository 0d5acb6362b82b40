import Foundation
import SQLCore
import SQLiteStore
import Testing

@Suite("Commits that are shared")
struct SharedCommitTests {
    struct Refused: Error, Equatable {}

    private func withStore(_ body: (SQLiteStore, String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "shiming-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let store = try SQLiteStore(path: folder + "/a.sqlite")
        try await store.write { session in
            try session.run("CREATE TABLE thing (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE) STRICT")
        }
        do { try await body(store, folder) } catch {
            await store.close()
            throw error
        }
        await store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test func `what one rider is refused does not touch the others`() async throws {
        try await withStore { store, _ in
            let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<200 {
                    group.addTask {
                        do {
                            try await store.write { session in
                                try session.run("INSERT INTO thing (id, name) VALUES (\(number), \("n\(number)"))")
                                if number.isMultiple(of: 3) { throw Refused() }
                            }
                            return (number, true)
                        } catch { return (number, false) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let kept = try await store.read { session in Set(try session.all("SELECT id FROM thing") { Int($0.int(0)) }) }
            #expect(kept == Set(outcomes.filter(\.1).map(\.0)))
            #expect(kept == Set((0..<200).filter { !$0.isMultiple(of: 3) }))
        }
    }

    @Test func `a unique key in the way is named, without the value`() async throws {
        try await withStore { store, _ in
            try await store.write { session in try session.run("INSERT INTO thing (id, name) VALUES (1, 'secret-name')") }
            let failure = await #expect(throws: SQLFailure.self) {
                try await store.write { session in try session.run("INSERT INTO thing (id, name) VALUES (2, 'secret-name')") }
            }
            #expect(failure?.cause == .uniqueViolation("thing.name"))
            #expect(failure?.description.contains("secret") == false)
        }
    }

    @Test func `a reader sees nothing before it is committed, and writes nothing`() async throws {
        try await withStore { store, _ in
            await #expect(throws: SQLFailure.self) {
                try await store.read { session in try session.run("INSERT INTO thing (id, name) VALUES (1, 'x')") }
            }
            let found = try await store.read { session in try session.count("SELECT COUNT(*) FROM thing") }
            #expect(found == 0)
        }
    }

    @Test func `a second server on the same file is refused, and let in when the first has gone`() async throws {
        let folder = NSTemporaryDirectory() + "shiming-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let first = try SQLiteStore(path: folder + "/a.sqlite")
        let failure = #expect(throws: SQLFailure.self) { try SQLiteStore(path: folder + "/a.sqlite") }
        #expect(failure?.cause == .lockedByAnotherServer)
        await first.close()
        let second = try SQLiteStore(path: folder + "/a.sqlite")
        await second.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test func `what is no database is refused as damaged`() throws {
        let path = NSTemporaryDirectory() + "shiming-no-database-" + UUID().uuidString
        try Data("this is a text and no database, whatever its name may say".utf8).write(to: URL(fileURLWithPath: path))
        let failure = #expect(throws: SQLFailure.self) { try SQLiteStore(path: path) }
        #expect(failure?.cause == .corrupt)
        try? FileManager.default.removeItem(atPath: path)
        try? FileManager.default.removeItem(atPath: path + ".lock")
    }

    @Test func `after closing, everything is refused`() async throws {
        try await withStore { store, _ in
            await store.close()
            for attempt in [0, 1] {
                let failure = await #expect(throws: SQLFailure.self) {
                    if attempt == 0 { try await store.write { _ in } } else { try await store.read { _ in } }
                }
                #expect(failure?.cause == .closed)
            }
        }
    }

    @Test func `a queue that is full refuses at once and loses nothing it took`() async throws {
        let folder = NSTemporaryDirectory() + "shiming-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let store = try SQLiteStore(path: folder + "/a.sqlite", queueMax: 4)
        try await store.write { session in try session.run("CREATE TABLE n (id INTEGER PRIMARY KEY NOT NULL) STRICT") }
        let done = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                group.addTask {
                    do {
                        try await store.write { session in try session.run("INSERT INTO n (id) VALUES (\(number))") }
                        return true
                    } catch { return (error as? SQLFailure)?.cause != .overloaded }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let found = try await store.read { session in try session.count("SELECT COUNT(*) FROM n") }
        #expect(found == done)
        await store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
