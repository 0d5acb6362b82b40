import Foundation
import PostgresStore
import SQLCore
import TestKit
import Testing

/// What of a replica can be seen without one: here the server is its own. A true standby stands in Tests/System/test_replicas.py.
@Suite("What may be old on PostgreSQL")
struct ReplicaTests {
    private struct Refused: Error {}

    /// A store with replicas at `address`, in the same schema; when there is one, it shows the first beat already.
    private func withReplica(
        at address: String? = nil, isThere: Bool = true, _ body: @escaping (PostgresStore, PostgresFixture) async throws -> Void
    ) async throws {
        try await PostgresFixture.with { fixture in
            let replica = try address ?? TestEngine.postgres()
            try await fixture.another {
                $0.replicas = replica
                $0.replicaSeconds = 1
                $0.retrySeconds = 1
            } _: { store in
                let deadline = ContinuousClock.now + .seconds(20)
                while isThere, (try await old(60, store) { _ in }) == nil {
                    guard ContinuousClock.now < deadline else { throw SQLFailure(.busy, "no beat arrives") }
                    await Task.yield()
                }
                try await body(store, fixture)
            }
        }
    }

    /// Age in seconds of what was read, nil when it is of now.
    private func old(_ seconds: Int64, _ store: any Store, _ body: @Sendable (any Session) throws -> Void) async throws -> Int64? {
        let staleness = Staleness(secondsMax: seconds)
        try await Staleness.$allowed.withValue(staleness) { try await store.read(body) }
        return staleness.ageSeconds
    }

    @Test func `what may be old is read at the replica and says how old it is`() async throws {
        try await withReplica { store, _ in
            let before = try #require(store.replica)
            let age = try #require(try await old(60, store) { _ = try $0.exists("SELECT 1 FROM thing") })
            #expect((1...5).contains(age))
            #expect(store.replica?.answered == before.answered + 1)
            #expect(store.replica.map { $0.lag < .seconds(5) } == true)
        }
    }

    @Test func `without leave everything is read as it is now`() async throws {
        try await withReplica { store, _ in
            let before = store.replica
            try await store.read { _ = try $0.exists("SELECT 1 FROM thing") }
            #expect(store.replica?.answered == before?.answered)
            #expect(store.replica?.passedOn == before?.passedOn)
            // No beat is of this very moment.
            let age = try await old(0, store) { _ in }
            #expect(age == nil)
            #expect(store.replica.map { $0.passedOn > before?.passedOn ?? .max } == true)
        }
    }

    @Test func `who wrote reads what he wrote`() async throws {
        try await withReplica { store, _ in
            let staleness = Staleness(secondsMax: 60)
            staleness.end()
            try await Staleness.$allowed.withValue(staleness) { try await store.read { _ in } }
            #expect(staleness.ageSeconds == nil)
        }
    }

    @Test func `a refusal there is the answer, and nobody asks again`() async throws {
        try await withReplica { store, _ in
            let attempts = Counter()
            let staleness = Staleness(secondsMax: 60)
            await #expect(throws: Refused.self) {
                try await Staleness.$allowed.withValue(staleness) {
                    try await store.read { session in
                        _ = try session.exists("SELECT 1 FROM thing")
                        _ = attempts.next()
                        throw Refused()
                    }
                }
            }
            #expect(attempts.count == 1)
            #expect(staleness.ageSeconds != nil)
        }
    }

    @Test func `what the replica cannot do the primary does`() async throws {
        try await withReplica { store, _ in
            let attempts = Counter()
            let age = try await old(60, store) { session in
                // Longer than a replica is given.
                if attempts.next() == 1 { _ = try session.exists("SELECT pg_sleep(10)") }
            }
            #expect(age == nil)
            #expect(attempts.count == 2)
        }
    }

    @Test func `nothing is written there`() async throws {
        try await withReplica { store, fixture in
            await #expect(throws: SQLFailure.self) { _ = try await old(60, store) { try add(1, in: $0) } }
            try await fixture.expect(0)
        }
    }

    @Test(arguments: ["postgresql://nobody@localhost:1/none", "postgresql://x@/none?host=/nowhere/at/all"])
    func `a replica that is not there is not missed`(address: String) async throws {
        try await withReplica(at: address, isThere: false) { store, fixture in
            try await fixture.store.write { try add(1, in: $0) }
            let age = try await old(60, store) { _ = try $0.count("SELECT COUNT(*) FROM thing") }
            #expect(age == nil)
            #expect(store.replica?.answered == 0)
            #expect(store.replica?.passedOn == 1)
        }
    }

    /// One that never shows our beats: another installation's, or one that stopped following before we began.
    @Test func `a server that is no replica of ours is never believed`() async throws {
        let other = try TestEngine.postgres().replacing("/postgres?", with: "/template1?")
        try await withReplica(at: other, isThere: false) { store, _ in
            let deadline = ContinuousClock.now + .milliseconds(1_500)
            while ContinuousClock.now < deadline {
                let age = try await old(.max / 4, store) { _ in }
                #expect(age == nil)
                await Task.yield()
            }
            #expect(store.replica?.answered == 0)
            #expect(store.replica.map { $0.lag >= .seconds(1) } == true)
        }
    }

    @Test(arguments: ["postgresql://x:Geheim7@h/y?nonsense=1", "host='"]) func `a malformed address is refused at once`(address: String)
        async throws
    {
        let failure = await #expect(throws: SQLFailure.self) {
            try await withReplica(at: address, isThere: false) { _, _ in }
        }
        #expect(failure?.cause == .misuse)
        #expect(failure?.description.contains("Geheim") == false)
    }

    @Test func `an age is rounded up, and of several the oldest counts`() {
        let staleness = Staleness(secondsMax: 9)
        #expect(staleness.ageSeconds == nil)
        staleness.note(age: .milliseconds(2_001))
        staleness.note(age: .milliseconds(400))
        #expect(staleness.ageSeconds == 3)
        staleness.note(age: .seconds(4))
        #expect(staleness.ageSeconds == 4)
        #expect(staleness.ageMax == .seconds(9))
    }
}
