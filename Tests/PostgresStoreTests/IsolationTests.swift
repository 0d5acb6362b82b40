import Foundation
import PostgresStore
import SQLCore
import TestKit
import Testing

@Suite("Parallel acts on PostgreSQL")
struct IsolationTests {
    @Test func `what is read and written back by many at once adds up`() async throws {
        try await PostgresFixture.with {
            $0.connections = 8
        } _: { fixture in
            try await fixture.store.write { try $0.run("INSERT INTO thing (id, name, number) VALUES (1, 'sum', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try await fixture.store.write { session in
                            let now = try session.first("SELECT number FROM thing WHERE id = 1") { $0.int(0) } ?? -1
                            try session.run("UPDATE thing SET number = \(now + 1) WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sum = try await fixture.store.read { try $0.first("SELECT number FROM thing WHERE id = 1") { $0.int(0) } }
            #expect(sum == 100)
        }
    }

    @Test func `two acts that each look for the other and add themselves: one sees the other`() async throws {
        try await PostgresFixture.with {
            $0.connections = 8
        } _: { fixture in
            for round in Int64(0)..<20 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for side in Int64(0)..<2 {
                        group.addTask {
                            try await fixture.store.write { session in
                                let others = try session.count("SELECT COUNT(*) FROM thing WHERE number = \(round)")
                                guard others == 0 else { return }
                                try session.run(
                                    "INSERT INTO thing (id, name, number) VALUES (\(round * 2 + side), \("\(round) \(side)"), \(round))")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            let doubled = try await fixture.store.read {
                try $0.count("SELECT COUNT(*) FROM (SELECT number FROM thing GROUP BY number HAVING COUNT(*) <> 1) AS wrong")
            }
            #expect(doubled == 0)
            try await fixture.expect(20)
        }
    }

    @Test func `the same key taken by many at once: one has it, the others see it`() async throws {
        try await PostgresFixture.with {
            $0.connections = 8
        } _: { fixture in
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in Int64(0)..<32 {
                    group.addTask {
                        try await fixture.store.write { session in
                            // As every use case does it: look, refuse, else add.
                            if try session.exists("SELECT 1 FROM thing WHERE name = 'wanted'") { return false }
                            try add(number, name: "wanted", in: session)
                            return true
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter(\.self).count == 1)
            try await fixture.expect(1)
        }
    }

    @Test func `a deadlock is resolved and both acts are done`() async throws {
        try await PostgresFixture.with {
            $0.connections = 4
        } _: { fixture in
            try await fixture.store.write { session in
                try add(1, in: session)
                try add(2, in: session)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for order in [[Int64(1), 2], [2, 1]] {
                    group.addTask {
                        for _ in 0..<30 {
                            try await fixture.store.write { session in
                                for id in order {
                                    _ = try session.change("UPDATE thing SET number = COALESCE(number, 0) + 1 WHERE id = \(id)")
                                }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await fixture.expect(2, "number = 60")
        }
    }

    @Test func `a reader sees one moment, and writes nothing`() async throws {
        try await PostgresFixture.with { fixture in
            let failure = await #expect(throws: SQLFailure.self) { try await fixture.store.read { try add(1, in: $0) } }
            #expect(failure?.cause != .busy)
            try await fixture.expect(0)
            let gate = DispatchSemaphore(value: 0)
            async let seen = fixture.store.read { session in
                let before = try session.count("SELECT COUNT(*) FROM thing")
                gate.wait()
                return (before, try session.count("SELECT COUNT(*) FROM thing"))
            }
            try await fixture.store.write { try add(1, in: $0) }
            gate.signal()
            let (before, after) = try await seen
            #expect(before == after)
        }
    }

    @Test func `a refusal inside an act undoes it and is not tried again`() async throws {
        struct Refused: Error {}
        try await PostgresFixture.with { fixture in
            let attempts = Counter()
            await #expect(throws: Refused.self) {
                try await fixture.store.write { session in
                    _ = attempts.next()
                    try add(1, in: session)
                    throw Refused()
                }
            }
            #expect(attempts.count == 1)
            try await fixture.expect(0)
        }
    }

    @Test func `an act that swallows the database's refusal is not taken for done`() async throws {
        try await PostgresFixture.with { fixture in
            await #expect(throws: SQLFailure.self) {
                try await fixture.store.write { session in
                    try add(1, in: session)
                    _ = try? session.change("INSERT INTO thing (id, name) VALUES (2, NULL)")
                }
            }
            try await fixture.expect(0)
        }
    }

    @Test func `stores that open together make the schema once`() async throws {
        try await PostgresFixture.with { fixture in
            let steps = [
                Migration(
                    1, "one", appendOnly: [AppendOnlyTable("fact", keys: [["id"]])], spread: ["fact": "id"],
                    "CREATE TABLE fact (id {int} PRIMARY KEY NOT NULL){table}"), Migration(2, "two", "CREATE TABLE b (id {int}){table}"),
            ]
            let applied = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for _ in 0..<3 {
                    group.addTask { try await fixture.another { try await MigrationRunner(steps).run(on: $0, now: 1) } }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == [1, 2])
        }
    }
}
