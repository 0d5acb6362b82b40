import Foundation
import PostgresStore
import SQLCore
import TestKit
import Testing

@Suite("Bad luck with PostgreSQL")
struct BadLuckTests {
    @Test func `a connection lost in the midst of an act: it is done again, once`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.another { other in
                let attempts = Counter()
                try await fixture.store.write { session in
                    let process = try ownProcess(session)
                    try add(1, in: session)
                    if attempts.next() == 1 {
                        let done = DispatchSemaphore(value: 0)
                        Task {
                            try await other.read { try terminate(process, from: $0) }
                            done.signal()
                        }
                        done.wait()
                    }
                    try add(2, in: session)
                }
                #expect(attempts.count == 2)
                try await fixture.expect(2)
            }
        }
    }

    /// Ends its own server process at the moment of commit, as often as `times` says.
    private func killAtCommit(_ times: Int, _ fixture: PostgresFixture) async throws {
        try await fixture.store.write { session in
            try session.run("CREATE SEQUENCE deaths")
            try session.run(
                SQLText(
                    stringLiteral: """
                        CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $die$ BEGIN
                            IF nextval('deaths') <= \(times) THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); END IF;
                            RETURN NULL; END $die$
                        """))
            try session.run(
                """
                CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die()
                """)
        }
    }

    @Test func `a connection lost at the commit, which did not come to pass: done again, once`() async throws {
        try await PostgresFixture.with { fixture in
            try await killAtCommit(1, fixture)
            let attempts = Counter()
            try await fixture.store.write { session in
                _ = attempts.next()
                try add(1, in: session)
            }
            #expect(attempts.count == 2)
            try await fixture.expect(1)
        }
    }

    @Test func `a connection lost at every commit: a temporary failure, and nothing done`() async throws {
        try await PostgresFixture.with {
            $0.retrySeconds = 1
        } _: { fixture in
            try await killAtCommit(1_000, fixture)
            let failure = await #expect(throws: SQLFailure.self) { try await fixture.store.write { try add(1, in: $0) } }
            #expect(failure?.isTemporary == true)
            try await fixture.expect(0)
        }
    }

    /// The test server waits, where asked, for a standby that never comes: by then the commit stands, and nobody was told.
    @Test func `a connection lost after the commit came to pass: found out, and not done again`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.another { other in
                let attempts = Counter()
                async let written: Int64 = fixture.store.write { session in
                    _ = attempts.next()
                    try session.run("SET LOCAL synchronous_commit = on")
                    try add(1, in: session)
                    return 41
                }
                // Once it waits, the row is not yet to be seen by others.
                let deadline = ContinuousClock.now + .seconds(20)
                var isKilled = false
                while !isKilled, ContinuousClock.now < deadline {
                    isKilled = try await other.read { session in
                        try session.exists(
                            """
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE wait_event = 'SyncRep' AND query = 'COMMIT' AND application_name = 'shiming'
                            """)
                    }
                    await Task.yield()
                }
                #expect(isKilled)
                let value = try await written
                #expect(value == 41)
                #expect(attempts.count == 1)
                try await fixture.expect(1)
            }
        }
    }

    @Test func `when every connection is taken, whoever waits too long is refused, and later all is well`() async throws {
        try await PostgresFixture.with {
            $0.connections = 2
            $0.waitSeconds = 1
        } _: { fixture in
            let gate = DispatchSemaphore(value: 0)
            let begun = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in Int64(1)...2 {
                    group.addTask {
                        try await fixture.store.write { session in
                            try add(id, in: session)
                            _ = begun.next()
                            gate.wait()
                        }
                    }
                }
                while begun.count < 2 { await Task.yield() }
                let failure = await #expect(throws: SQLFailure.self) { try await fixture.store.write { try add(3, in: $0) } }
                #expect(failure?.cause == .overloaded)
                #expect(failure?.isTemporary == true)
                gate.signal()
                gate.signal()
                try await group.waitForAll()
            }
            try await fixture.store.write { try add(4, in: $0) }
            try await fixture.expect(3)
        }
    }

    @Test func `a queue that is full refuses at once and loses nothing it took`() async throws {
        try await PostgresFixture.with {
            $0.connections = 1
            $0.queueMax = 4
        } _: { fixture in
            let done = await withTaskGroup(of: Bool.self) { group in
                for id in Int64(0)..<100 {
                    group.addTask {
                        do {
                            try await fixture.store.write { try add(id, in: $0) }
                            return true
                        } catch { return (error as? SQLFailure)?.cause != .overloaded }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(done < 100)
            try await fixture.expect(done)
        }
    }

    @Test func `a statement that takes too long is ended`() async throws {
        try await PostgresFixture.with {
            $0.statementSeconds = 5
            $0.retrySeconds = 1
        } _: { fixture in
            let failure = await #expect(throws: SQLFailure.self) {
                try await fixture.store.read { _ = try $0.exists("SELECT pg_sleep(30)") }
            }
            #expect(failure?.cause == .busy)
            try await fixture.expect(0)
        }
    }

    @Test func `after closing, everything is refused`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.another { other in
                await other.close()
                for attempt in [0, 1] {
                    let failure = await #expect(throws: SQLFailure.self) {
                        if attempt == 0 { try await other.write { _ in } } else { try await other.read { _ in } }
                    }
                    #expect(failure?.cause == .closed)
                }
            }
        }
    }

    @Test func `a command that must be alone is refused beside a server, and let in afterwards`() async throws {
        try await PostgresFixture.with { fixture in
            let failure = await #expect(throws: SQLFailure.self) {
                try await fixture.another {
                    $0.isExclusive = true
                } _: { _ in
                }
            }
            #expect(failure?.cause == .lockedByAnotherServer)
            await fixture.store.close()
            try await fixture.another {
                $0.isExclusive = true
            } _: { alone in
                let beside = await #expect(throws: SQLFailure.self) {
                    try await fixture.another {
                        $0.retrySeconds = 1
                    } _: {
                        try await $0.read { try $0.count("SELECT COUNT(*) FROM thing") }
                    }
                }
                #expect(beside?.cause == .lockedByAnotherServer)
                try await alone.write { try add(1, in: $0) }
            }
        }
    }

    @Test(arguments: [
        "postgresql://nobody:Geheim7@localhost:1/none", "postgresql://x@/none?host=/nowhere/at/all",
        "postgresql://x:Geheim7@h/y?nonsense=1",
    ])
    func `what cannot be reached is said without the password`(address: String) async throws {
        let failure = await #expect(throws: SQLFailure.self) { try await PostgresStore.open(address) }
        #expect(failure?.description.contains("Geheim") == false)
    }
}
