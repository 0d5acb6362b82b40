import PostgresStore
import SQLCore
import TestKit
import Testing

@Suite("Statements that wait for the next on PostgreSQL")
struct WaitingStatementTests {
    private func put(_ id: Int64, name: String? = nil, in session: any Session) throws {
        try session.run("INSERT INTO thing (id, name) VALUES (\(id), \(name ?? "n\(id)"))")
    }

    @Test func `they take effect in their order, whatever comes between`() async throws {
        try await PostgresFixture.with { fixture in
            let counts = try await fixture.store.write { session in
                var counts: [Int] = []
                try put(1, in: session)
                try session.run("UPDATE thing SET number = 1")
                try put(2, in: session)
                counts.append(try session.count("SELECT COUNT(*) FROM thing WHERE number IS NULL"))
                try put(3, in: session)
                counts.append(try session.change("UPDATE thing SET number = 2"))
                try put(4, in: session)
                // Too many for one INSERT.
                try session.append(into: "thing", columns: "id, name") { sink in
                    for id in Int64(10)..<40 {
                        sink.int(id)
                        sink.text("n\(id)")
                        try sink.endRow()
                        if id == 20 { try session.run("UPDATE thing SET number = 3 WHERE number IS NULL") }
                    }
                }
                try session.run("DELETE FROM thing WHERE id = 1")
                try session.scan("SELECT id FROM thing WHERE number = 3 ORDER BY id") { _ in
                    counts[counts.count - 1] += 100
                    return true
                }
                return counts
            }
            #expect(counts == [1, 3 + 100 * 12])
            try await fixture.expect(33)
            try await fixture.expect(19, "number IS NULL")
        }
    }

    @Test func `an act that asks nothing is done whole, or not at all`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { session in
                try put(1, in: session)
                try put(2, in: session)
            }
            try await fixture.expect(2)
            let attempts = Counter()
            let failure = await #expect(throws: SQLFailure.self) {
                try await fixture.store.write { session in
                    _ = attempts.next()
                    try put(3, in: session)
                    try put(4, name: "n1", in: session)
                    try put(5, in: session)
                }
            }
            #expect(failure?.cause == .uniqueViolation("thing.name"))
            // A key that is there may have come meanwhile: the act looks twice more.
            #expect(attempts.count == 3)
            try await fixture.expect(2)
        }
    }

    @Test func `what is broken in itself is refused at the act's end, once, and the connection goes on`() async throws {
        try await PostgresFixture.with {
            $0.connections = 1
        } _: { fixture in
            let attempts = Counter()
            for round in 0..<3 {
                let failure = await #expect(throws: SQLFailure.self) {
                    try await fixture.store.write { session in
                        _ = attempts.next()
                        try put(1, in: session)
                        try session.run("INSERT INTO thing (id, name) VALUES (2, NULL)")
                        // A new statement every time, prepared after the one that breaks.
                        try session.run(SQLText(stringLiteral: "UPDATE thing SET number = \(round)"))
                    }
                }
                guard case .constraintViolation = failure?.cause else { Issue.record("\(failure as Any)"); return }
            }
            #expect(attempts.count == 3)
            try await fixture.store.write { session in
                try put(1, in: session)
                for round in 0..<3 { try session.run(SQLText(stringLiteral: "UPDATE thing SET number = \(round)")) }
            }
            try await fixture.expect(1, "number = 2")
        }
    }

    @Test func `who throws, or swallows what the next answer said, has done nothing`() async throws {
        struct Refused: Error {}
        try await PostgresFixture.with { fixture in
            await #expect(throws: Refused.self) {
                try await fixture.store.write { session in
                    try put(1, in: session)
                    throw Refused()
                }
            }
            await #expect(throws: SQLFailure.self) {
                try await fixture.store.write { session in
                    try put(1, in: session)
                    try session.run("INSERT INTO thing (id, name) VALUES (2, NULL)")
                    _ = try? session.count("SELECT COUNT(*) FROM thing")
                }
            }
            await #expect(throws: SQLFailure.self) { try await fixture.store.read { try put(1, in: $0) } }
            try await fixture.expect(0)
        }
    }

    @Test func `very many, and very large ones, are sent on the way`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { session in
                for id in Int64(0)..<1_000 { try put(id, in: session) }
                for id in Int64(0)..<8 {
                    try session.run("UPDATE thing SET bytes = \([UInt8](repeating: UInt8(id), count: 1 << 20)) WHERE id = \(id)")
                }
            }
            try await fixture.expect(1_000)
            try await fixture.expect(8, "length(bytes) = 1048576")
        }
    }

    @Test func `a lost connection before the commit is taken for nothing done`() async throws {
        try await PostgresFixture.with {
            $0.connections = 2
        } _: { fixture in
            let attempts = Counter()
            try await fixture.store.write { session in
                try put(1, in: session)
                guard attempts.next() == 1 else { return }
                let own = try ownProcess(session)
                try put(2, in: session)
                try terminate(own, from: session)
            }
            #expect(attempts.count == 2)
            try await fixture.expect(1)
        }
    }

    // MARK: Rows that become one statement

    @Test func `rows of one form are one statement, whatever other tables get between them`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { try $0.run("CREATE TABLE note (thing BIGINT NOT NULL, said TEXT)") }
            // The first act asks whether the tables name others.
            for round in Int64(0)..<2 {
                let commands = try await fixture.store.write { session in
                    for id in round * 100..<round * 100 + 20 {
                        try put(id, in: session)
                        try session.run("INSERT INTO note (thing, said) VALUES (\(id), \(id.isMultiple(of: 2) ? "even" : nil as String?))")
                    }
                    // Of one transaction, by the command that made each row.
                    return try session.count(
                        "SELECT COUNT(DISTINCT CAST(CAST(cmin AS text) AS bigint)) FROM thing WHERE id >= \(round * 100)")
                }
                if round == 1 { #expect(commands == 3) }
            }
            try await fixture.expect(40)
            let said = try await fixture.store.read { try $0.count("SELECT COUNT(*) FROM note WHERE said = 'even' AND thing % 2 = 0") }
            #expect(said == 20)
        }
    }

    @Test func `a row that is there is replaced by each in turn`() async throws {
        @Sendable func set(_ id: Int64, _ name: String, in session: any Session) throws {
            try session.run(
                "INSERT INTO thing (id, name) VALUES (\(id), \(name)) ON CONFLICT (id) DO UPDATE SET name = excluded.name")
        }
        try await PostgresFixture.with { fixture in
            for round in 0..<2 {
                let commands = try await fixture.store.write { session in
                    for id in Int64(100)..<104 { try set(id + Int64(round) * 10, "e\(id)\(round)", in: session) }
                    return try session.count(
                        "SELECT COUNT(DISTINCT CAST(CAST(cmin AS text) AS bigint)) FROM thing WHERE id >= \(100 + round * 10)")
                }
                #expect(commands == 1)
                try await fixture.store.write { session in
                    try session.run("DELETE FROM thing WHERE id >= 100")
                    try set(1, "a\(round)", in: session)
                    try set(2, "b\(round)", in: session)
                    try set(1, "c\(round)", in: session)
                    try session.run("INSERT INTO thing (id, name) VALUES (1, 'never') ON CONFLICT DO NOTHING")
                    try set(3, "d\(round)", in: session)
                }
            }
            try await fixture.expect(3, "(id, name) IN ((1, 'c1'), (2, 'b1'), (3, 'd1'))")
        }
    }

    @Test func `a row that names another comes after it`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { session in
                try session.run("CREATE TABLE part (id BIGINT PRIMARY KEY, thing BIGINT NOT NULL REFERENCES thing (id))")
            }
            for round in Int64(0)..<4 {
                try await fixture.store.write { session in
                    for id in round * 10..<round * 10 + 2 {
                        try put(id, in: session)
                        try session.run("INSERT INTO part (id, thing) VALUES (\(id), \(id))")
                        // Keeps the things from becoming one statement; the parts know nothing of it.
                        try session.run("UPDATE thing SET number = 1 WHERE id = \(id)")
                    }
                }
            }
            try await fixture.expect(8)
        }
    }

    @Test func `what is changed, or counted by a change, between two rows is not what comes after`() async throws {
        try await PostgresFixture.with { fixture in
            for round in Int64(0)..<2 {
                try await fixture.store.write { session in
                    try put(round * 10, in: session)
                    try session.run("UPDATE thing SET number = \(round) WHERE number IS NULL")
                    try put(round * 10 + 1, in: session)
                    try session.run("INSERT INTO thing (id, name) SELECT id + 5, name || 'x' FROM thing WHERE number IS NULL")
                    try put(round * 10 + 2, in: session)
                    try session.run("DELETE FROM thing WHERE number IS NULL")
                }
            }
            try await fixture.expect(2)
            try await fixture.expect(2, "number IS NOT NULL AND id % 10 = 0")
        }
    }

    @Test func `one bad row among good ones breaks the act, and only it`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { session in for id in Int64(0)..<3 { try put(id, in: session) } }
            let failure = await #expect(throws: SQLFailure.self) {
                try await fixture.store.write { session in
                    for id in Int64(10)..<13 { try put(id, name: id == 11 ? "n1" : nil, in: session) }
                }
            }
            #expect(failure?.cause == .uniqueViolation("thing.name"))
            try await fixture.expect(3)
        }
    }
}
