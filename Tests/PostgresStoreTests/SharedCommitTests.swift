import Foundation
import PostgresStore
import SQLCore
import TestKit
import Testing

/// On a disk whose sync takes its time: commits that meet there go to disk together.
@Suite("Commits on PostgreSQL")
struct SharedCommitTests {
    /// Microseconds; long enough that on a busy machine, too, the second of those who begin together finds the first still at it.
    private static let slowSync = 20_000
    private static let writers: Int64 = 16
    private static let actsEach: Int64 = 25

    /// `watching` is another store on the same server; it writes nothing while it is asked.
    private func withStores(_ body: (_ address: String, _ watching: PostgresStore) async throws -> Void) async throws {
        try await OwnServer.with(slowSync: Self.slowSync) { server in
            var limits = PostgresLimits()
            limits.connections = 8
            let watching = try await PostgresStore.open(server.address, limits: limits)
            let result: Result<Void, any Error>
            do {
                try await watching.write {
                    try $0.run("CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT COLLATE \"C\" NOT NULL UNIQUE)")
                }
                result = .success(try await body(server.address, watching))
            } catch { result = .failure(error) }
            await watching.close()
            try result.get()
        }
    }

    /// How often the log was synced while acts went on. Each connection reports its own at its end, at the latest.
    private func syncs(
        _ address: String, connections: Int, watching: PostgresStore, _ body: @Sendable (PostgresStore) async throws -> Void
    ) async throws -> Int {
        var limits = PostgresLimits()
        limits.connections = connections
        // As many as there are: whether they share is the question, not how many of a kind are let in.
        limits.serializableMax = connections
        limits.waitSeconds = 60
        let named = address + "&application_name=measured"
        let store = try await PostgresStore.open(named, limits: limits)
        try await watching.read { _ = try $0.exists("SELECT pg_stat_reset_shared('wal')") }
        let result: Result<Void, any Error>
        do { result = .success(try await body(store)) } catch { result = .failure(error) }
        await store.close()
        try result.get()
        let deadline = ContinuousClock.now + .seconds(30)
        while try await watching.read({ try $0.exists("SELECT 1 FROM pg_stat_activity WHERE application_name = 'measured'") }) {
            guard ContinuousClock.now < deadline else { throw SQLFailure(.busy, "connections do not end") }
            await Task.yield()
        }
        return try await watching.read { try $0.count("SELECT wal_sync FROM pg_stat_wal") }
    }

    private enum Kind: CaseIterable { case keyed, serializable, both }

    @Test func `many writers share their syncs, one alone has none to share with`() async throws {
        try await withStores { address, watching in
            var first: Int64 = 0
            for kind in Kind.allCases {
                let base = first
                first += Self.writers * Self.actsEach
                let syncs = try await syncs(address, connections: 16, watching: watching) { store in
                    for act in 0..<Self.actsEach {
                        let meeting = Meeting(of: Int(Self.writers))
                        try await withThrowingTaskGroup(of: Void.self) { group in
                            for writer in 0..<Self.writers {
                                let isKeyed = kind == .keyed || kind == .both && writer.isMultiple(of: 2)
                                group.addTask {
                                    try await store.write(isKeyed ? .keyed : .serializable) { session in
                                        try add(base + writer * Self.actsEach + act, in: session)
                                        // All have done everything but commit.
                                        meeting.wait()
                                    }
                                }
                            }
                            try await group.waitForAll()
                        }
                    }
                }
                let acts = Int(Self.writers * Self.actsEach)
                print("\(kind): \(acts) acts, \(syncs) syncs of the log")
                #expect(syncs > 0)
                #expect(syncs * 2 < acts, "\(kind): \(syncs) syncs for \(acts) acts")
                let stored = try await watching.read { try $0.count("SELECT COUNT(*) FROM thing") }
                #expect(stored == Int(first))
            }
            let alone = try await syncs(address, connections: 1, watching: watching) { [first] store in
                for act in Int64(0)..<30 { try await store.write(.keyed) { try add(first + act, in: $0) } }
            }
            #expect(alone >= 30, "\(alone) syncs for 30 acts one after the other")
        }
    }

    /// Whether the log is on disk beyond where it stood when an act had done all but commit, and others see what it wrote.
    private func isDurable(_ id: Int64, beyond position: String, _ watching: PostgresStore) async throws -> Bool {
        try await watching.read { session in
            try session.exists(
                "SELECT 1 FROM thing WHERE id = \(id) AND pg_current_wal_flush_lsn() > CAST(\(position) AS pg_lsn)")
        }
    }

    private func position(_ session: any Session) throws -> String {
        try session.first("SELECT CAST(pg_current_wal_insert_lsn() AS text)") { $0.text(0) } ?? ""
    }

    @Test func `each act is acknowledged after its own commit is on disk, not after another's`() async throws {
        try await withStores { address, watching in
            var limits = PostgresLimits()
            limits.waitSeconds = 60
            let store = try await PostgresStore.open(address, limits: limits)
            let early = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<Self.writers {
                    group.addTask {
                        for act in 0..<10 {
                            let id = writer * 10 + Int64(act)
                            let beforeCommit = try await store.write(act.isMultiple(of: 2) ? .keyed : .serializable) { session in
                                try add(id, in: session)
                                return try position(session)
                            }
                            if try await !isDurable(id, beyond: beforeCommit, watching) { _ = early.next() }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(early.count == 0)
            // The same look finds out an act that was acknowledged too early; on a busy machine the log may reach the disk before the look.
            for id in Int64(1_000)..<2_000 where early.count == 0 {
                let beforeCommit = try await store.write(.keyed) { session in
                    try session.run("SET LOCAL synchronous_commit = off")
                    try add(id, in: session)
                    return try position(session)
                }
                if try await !isDurable(id, beyond: beforeCommit, watching) { _ = early.next() }
            }
            #expect(early.count > 0)
            await store.close()
        }
    }
}

/// Where so many threads wait for one another, once.
private final class Meeting: @unchecked Sendable {
    private let condition = NSCondition()
    private var missing: Int

    init(of count: Int) {
        missing = count
    }

    func wait() {
        condition.lock()
        missing -= 1
        condition.broadcast()
        while missing > 0 { condition.wait() }
        condition.unlock()
    }
}
