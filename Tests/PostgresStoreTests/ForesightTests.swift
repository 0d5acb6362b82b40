import PostgresStore
import SQLCore
import TestKit
import Testing

@Suite("Questions that are foreseen on PostgreSQL")
struct ForesightTests {
    private static let count: SQLText = "SELECT COUNT(*) FROM thing"

    private func withThings(_ body: (PostgresFixture) async throws -> Void) async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { session in for id in Int64(1)...3 { try add(id, in: session) } }
            try await body(fixture)
        }
    }

    @Test func `they are answered as if they had not been, in whatever order and however often they are asked`() async throws {
        try await withThings { fixture in
            let told = try await fixture.store.read { session in
                session.foresee { ahead in
                    #expect(try ahead.all("SELECT id FROM thing") { $0.int(0) } == [])
                    for id in Int64(1)...4 { _ = try ahead.first("SELECT name FROM thing WHERE id = \(id)") { $0.text(0) } }
                }
                var told: [String] = []
                for id in [Int64(3), 1, 4, 3] {
                    told.append(try session.first("SELECT name FROM thing WHERE id = \(id)") { $0.text(0) } ?? "none")
                }
                // Another value is another question.
                told.append(try session.first("SELECT name FROM thing WHERE id = \(Int64(2) + 0)") { $0.text(0) } ?? "none")
                told.append("\(try session.count("SELECT COUNT(*) FROM thing WHERE id > \(Int64(1))"))")
                return told
            }
            #expect(told == ["n3", "n1", "none", "n3", "n2", "2"])
        }
    }

    /// How an act changes the table after it foresaw a question about it.
    enum Change: CaseIterable { case run, close, change, few, many, cascade }

    @Test(arguments: Change.allCases, [false, true])
    func `what the act itself changes is seen`(change: Change, isAnsweredBefore: Bool) async throws {
        try await withThings { fixture in
            let counted = try await fixture.store.write { session in
                session.foresee { _ = try $0.count(Self.count) }
                if isAnsweredBefore { _ = try session.count("SELECT COUNT(*) FROM thing WHERE id = 1") }
                switch change {
                case .run: try session.run("INSERT INTO thing (id, name) VALUES (10, 'ten')")
                case .close: try session.run("INSERT INTO thing(id, name) VALUES (10, 'ten')")
                case .change: _ = try session.change("INSERT INTO thing (id, name) VALUES (10, 'ten')")
                case .few, .many:
                    try session.append(into: "thing", columns: "id, name") { sink in
                        for id in Int64(10)..<(change == .few ? 11 : 40) {
                            sink.int(id)
                            sink.text("n\(id)")
                            try sink.endRow()
                        }
                        #expect(try session.count(Self.count) == (change == .few ? 4 : 33))
                    }
                case .cascade:
                    try session.run("WITH made AS (INSERT INTO thing (id, name) VALUES (10, 'ten') RETURNING id) SELECT id FROM made")
                }
                return try session.count(Self.count)
            }
            #expect(counted == (change == .many ? 33 : 4))
        }
    }

    @Test func `what is foreseen while rows are gathered sees them in the end`() async throws {
        try await withThings { fixture in
            let counted = try await fixture.store.write { session in
                try session.append(into: "thing", columns: "id, name") { sink in
                    for id in Int64(10)..<40 {
                        sink.int(id)
                        sink.text("n\(id)")
                        try sink.endRow()
                        if id == 10 { session.foresee { _ = try $0.count(Self.count) } }
                    }
                }
                return try session.count(Self.count)
            }
            #expect(counted == 33)
        }
    }

    @Test func `what changes elsewhere makes nobody ask again, and what is foreseen after it sees it`() async throws {
        try await withThings { fixture in
            let counts = try await fixture.store.write { session in
                try session.run("CREATE TABLE other (id BIGINT)")
                session.foresee { _ = try $0.count(Self.count) }
                try session.run("INSERT INTO other (id) VALUES (1)")
                let first = try session.count(Self.count)
                try session.run("INSERT INTO thing (id, name) VALUES (10, 'ten')")
                session.foresee { _ = try $0.count(Self.count) }
                return [first, try session.count(Self.count), try session.count("SELECT COUNT(*) FROM other")]
            }
            #expect(counts == [3, 4, 1])
        }
    }

    @Test func `a question that breaks breaks the act, as it does unforeseen`() async throws {
        try await withThings { fixture in
            for isWriting in [false, true] {
                let body: @Sendable (any Session) throws -> Int = { session in
                    session.foresee { _ = try $0.count("SELECT 1 / (id - id) FROM thing") }
                    _ = try? session.count(Self.count)
                    return try session.count(Self.count)
                }
                await #expect(throws: SQLFailure.self) {
                    _ = try await isWriting ? fixture.store.write(.serializable, body) : fixture.store.read(body)
                }
            }
            try await fixture.expect(3)
        }
    }

    @Test func `who foresees cannot change anything`() async throws {
        try await withThings { fixture in
            try await fixture.store.write { session in
                session.foresee { ahead in
                    #expect(throws: SQLFailure.self) { try ahead.run("DELETE FROM thing") }
                    #expect(throws: SQLFailure.self) { _ = try ahead.change("DELETE FROM thing") }
                    #expect(throws: SQLFailure.self) { try ahead.append(into: "thing", columns: "id") { _ in } }
                    #expect(throws: SQLFailure.self) { try ahead.scan("SELECT id FROM thing") { _ in true } }
                }
            }
            try await fixture.expect(3)
        }
    }
}
