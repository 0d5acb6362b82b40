import Foundation
import PostgresStore
import SQLCore
import TestKit
import Testing

/// A move stops a store by an act that is alone: nobody who looked before it may write after it.
@Suite("An act that is alone on PostgreSQL")
struct AloneTests {
    /// Until as many connections wait for a lock on the engine's own table.
    private func waits(_ count: Int, _ fixture: PostgresFixture) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let waiting = try await fixture.store.read { session in
                try session.count(
                    "SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND relation = to_regclass(\("\(fixture.schema).store_commit"))")
            }
            if waiting == count { return }
            guard ContinuousClock.now < deadline else { throw SQLFailure(.busy, "\(waiting) wait, not \(count)") }
            await Task.yield()
        }
    }

    @Test(arguments: [Isolation.keyed, .serializable])
    func `it waits for who began before, and who comes later sees what it wrote`(isolation: Isolation) async throws {
        try await PostgresFixture.with {
            $0.connections = 6
        } _: { fixture in
            let (gate, begun) = (DispatchSemaphore(value: 0), Counter())
            async let early: Void = fixture.store.write(isolation) { session in
                _ = try session.count("SELECT COUNT(*) FROM thing")
                _ = begun.next()
                gate.wait()
                try add(1, in: session)
            }
            defer { gate.signal() }
            while begun.count == 0 { await Task.yield() }
            async let alone: Int = fixture.store.write(.alone) { session in
                try add(2, name: "stopped", in: session)
                return try session.count("SELECT COUNT(*) FROM thing")
            }
            try await waits(1, fixture)
            async let late: Bool = fixture.store.write(isolation) { try $0.exists("SELECT 1 FROM thing WHERE name = 'stopped'") }
            try await waits(2, fixture)
            gate.signal()
            try await early
            let (counted, saw) = try await (alone, late)
            #expect(counted == 2, "it began before the early act had ended")
            #expect(saw, "the late act looked at what was before")
        }
    }

    @Test func `without it, an act that looked before writes after`() async throws {
        try await PostgresFixture.with { fixture in
            let (gate, begun) = (DispatchSemaphore(value: 0), Counter())
            async let early: Void = fixture.store.write(.keyed) { session in
                guard try !session.exists("SELECT 1 FROM thing WHERE name = 'stopped'") else { return }
                _ = begun.next()
                gate.wait()
                try add(1, in: session)
            }
            defer { gate.signal() }
            while begun.count == 0 { await Task.yield() }
            try await fixture.store.write { try add(2, name: "stopped", in: $0) }
            let then = try await fixture.count()
            gate.signal()
            try await early
            let later = try await fixture.count()
            #expect(then == 1)
            #expect(later == 2)
        }
    }

    @Test func `among many that write at once, nobody writes after the stop`() async throws {
        try await PostgresFixture.with {
            $0.connections = 8
            $0.serializableMax = 4
        } _: { fixture in
            for round in Int64(0)..<10 {
                let atStop = try await withThrowingTaskGroup(of: Int?.self) { group in
                    for number in Int64(1)...40 {
                        group.addTask {
                            try await fixture.store.write(number.isMultiple(of: 2) ? .keyed : .serializable) { session in
                                guard try !session.exists("SELECT 1 FROM thing WHERE name = \("stop \(round)")") else { return nil }
                                try add(round * 1_000 + number, in: session)
                                return nil
                            }
                        }
                    }
                    group.addTask {
                        try await fixture.store.write(.alone) { session in
                            try add(round * 1_000, name: "stop \(round)", in: session)
                            return try session.count("SELECT COUNT(*) FROM thing WHERE id >= \(round * 1_000)")
                        }
                    }
                    return try await group.reduce(nil) { $0 ?? $1 }
                }
                try await fixture.expect(atStop ?? -1, "id >= \(round * 1_000)")
            }
        }
    }

    @Test func `reading goes on meanwhile`() async throws {
        try await PostgresFixture.with { fixture in
            let (gate, begun) = (DispatchSemaphore(value: 0), Counter())
            async let alone: Void = fixture.store.write(.alone) { session in
                _ = try session.count("SELECT COUNT(*) FROM thing")
                _ = begun.next()
                gate.wait()
            }
            defer { gate.signal() }
            while begun.count == 0 { await Task.yield() }
            try await fixture.expect(0)
            gate.signal()
            try await alone
        }
    }

    @Test func `an act longer than a statement may take is not waited for without end`() async throws {
        try await PostgresFixture.with {
            $0.statementSeconds = 5
            $0.retrySeconds = 1
        } _: { fixture in
            let (gate, begun) = (DispatchSemaphore(value: 0), Counter())
            async let early: Void = fixture.store.write(.keyed) { session in
                try add(1, in: session)
                _ = begun.next()
                gate.wait()
            }
            defer { gate.signal() }
            while begun.count == 0 { await Task.yield() }
            let failure = await #expect(throws: SQLFailure.self) { try await fixture.store.write(.alone) { try add(2, in: $0) } }
            #expect(failure?.isTemporary == true)
            gate.signal()
            try await early
            try await fixture.expect(1)
        }
    }
}
