import Foundation
import SQLCore
import SQLiteStore
import Synchronization
import Testing

@Suite("Commits that are shared")
struct SharedCommitTests {
    struct Refused: Error, Equatable {}

    private func withStore(logFrames: Int = 16_000, _ body: (SQLiteStore, String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "shiming-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // Riders are waited for on a busy machine too; the writer leaves once nobody waits.
        let store = try SQLiteStore(path: folder + "/a.sqlite", waitLeast: .seconds(60), logFrames: logFrames)
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

    private final class Runs: Sendable {
        private let counts: Mutex<[Int]>
        init(of acts: Int) { counts = Mutex([Int](repeating: 0, count: acts)) }
        func count(_ act: Int) { counts.withLock { $0[act] += 1 } }
        var all: [Int] { counts.withLock { $0 } }
    }

    /// Runs the acts in one shared commit: they queue while another holds the writer. Tells for each whether it went well, and how often it ran.
    private func together(_ acts: [@Sendable (any Session) throws -> Void], in store: SQLiteStore) async -> (went: [Bool], runs: [Int]) {
        let runs = Runs(of: acts.count), began = DispatchSemaphore(value: 0), gate = DispatchSemaphore(value: 0)
        let holding = Task {
            try await store.write { _ in
                began.signal()
                gate.wait()
            }
        }
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                began.wait()
                continuation.resume()
            }
        }
        let went = await withTaskGroup(of: (Int, Bool).self) { group in
            for (number, act) in acts.enumerated() {
                // In their order: each is queued before the next.
                let before = store.waitingWrites
                group.addTask {
                    do {
                        try await store.write { session in
                            runs.count(number)
                            try act(session)
                        }
                        return (number, true)
                    } catch { return (number, false) }
                }
                while store.waitingWrites == before { await Task.yield() }
            }
            gate.signal()
            return await group.reduce(into: [Bool](repeating: false, count: acts.count)) { $0[$1.0] = $1.1 }
        }
        try? await holding.value
        return (went, runs.all)
    }

    private func inserting(_ number: Int, then refuses: Bool = false) -> @Sendable (any Session) throws -> Void {
        { session in
            try session.run("INSERT INTO thing (id, name) VALUES (\(number), \("n\(number)"))")
            if refuses { throw Refused() }
        }
    }

    @Test func `a rider refused before it wrote costs the others nothing`() async throws {
        try await withStore { store, _ in
            let made = await together([inserting(1), { _ in throw Refused() }, inserting(3)], in: store)
            #expect(made.went == [true, false, true])
            #expect(made.runs == [1, 1, 1])
        }
    }

    @Test func `a rider that fails after it wrote is undone alone, and the others are done once though they ran again`() async throws {
        try await withStore { store, _ in
            let made = await together(
                [inserting(1), { _ in throw Refused() }, inserting(3, then: true), inserting(1), inserting(5)], in: store)
            #expect(made.went == [true, false, false, false, true])
            // Those before the failure run once more; the failed one does not, and those behind it run in savepoints at once.
            #expect(made.runs == [2, 2, 1, 1, 1])
            let kept = try await store.read { session in try session.all("SELECT id FROM thing ORDER BY id") { Int($0.int(0)) } }
            #expect(kept == [1, 5])
        }
    }

    @Test func `who fails again and again does not make others run again each time`() async throws {
        try await withStore { store, _ in
            _ = await together([inserting(1), inserting(2, then: true)], in: store)
            let made = await together([inserting(3), inserting(4, then: true), inserting(5)], in: store)
            #expect(made.went == [true, false, true])
            #expect(made.runs == [1, 1, 1])
        }
    }

    @Test func `the log is moved into the database beside the acts, and begins anew`() async throws {
        try await withStore(logFrames: 1_000) { store, folder in
            func bytes(_ name: String) throws -> Int {
                try #require(FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.size] as? Int)
            }
            try await store.write { session in
                try session.run("CREATE TABLE page (id INTEGER PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT")
            }
            let piece = 64 << 10, text = String(repeating: "x", count: piece)
            var written = 0
            // A log that is never moved, or never begun anew, would hold all of it.
            while try written < 200 || (bytes("a.sqlite") < 64 * piece || bytes("a.sqlite-wal") > written / 2 * piece) {
                try #require(written < 1_000)
                try await store.write { [written] session in try session.run("INSERT INTO page (id, text) VALUES (\(written), \(text))") }
                written += 1
            }
            let kept = try await store.read { session in try session.count("SELECT COUNT(*) FROM page") }
            #expect(kept == written)
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
