import SQLCore
import TestKit
import Testing

/// What every engine promises.
@Suite("A store, whichever engine")
struct StoreConformanceTests {
    struct Refused: Error, Equatable {}

    private func withThings(_ body: @Sendable (any Store) async throws -> Void) async throws {
        try await withStore { store in
            let step = Migration(
                1, "things", appendOnly: [AppendOnlyTable("fact", keys: [["id"]])],
                """
                CREATE TABLE thing (id {int} PRIMARY KEY NOT NULL, name {text} NOT NULL UNIQUE, bytes {blob}){table}
                ;;
                CREATE TABLE fact (id {int} PRIMARY KEY NOT NULL){table}
                """)
            _ = try await MigrationRunner([step]).run(on: store, now: 1)
            try await body(store)
        }
    }

    @Test func `what one of many is refused does not touch the others`() async throws {
        try await withThings { store in
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

    @Test func `a unique key in the way is named alike on both, without the value`() async throws {
        try await withThings { store in
            try await store.write { try $0.run("INSERT INTO thing (id, name) VALUES (1, 'secret-name')") }
            let failure = await #expect(throws: SQLFailure.self) {
                try await store.write { try $0.run("INSERT INTO thing (id, name) VALUES (2, 'secret-name')") }
            }
            #expect(failure?.cause == .uniqueViolation("thing.name"))
            #expect(failure?.description.contains("secret") == false)
        }
    }

    @Test(arguments: [
        "UPDATE fact SET id = 2", "DELETE FROM fact", "INSERT INTO fact (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET id = 9",
    ])
    func `what is append-only says so`(statement: String) async throws {
        try await withThings { store in
            try await store.write { try $0.run("INSERT INTO fact (id) VALUES (1)") }
            let failure = await #expect(throws: SQLFailure.self) {
                try await store.write { _ = try $0.run(SQLText(stringLiteral: statement)) }
            }
            switch failure?.cause {
            case .appendOnly, .uniqueViolation: break
            default: Issue.record("\(String(describing: failure))")
            }
            let ids = try await store.read { try $0.all("SELECT id FROM fact") { $0.int(0) } }
            #expect(ids == [1])
        }
    }

    @Test(arguments: [
        "SELECT FROM WHERE", "INSERT INTO thing (id, name) VALUES ('one', 'x')", "SELECT nothing FROM thing",
        "INSERT INTO thing (id) VALUES (1)",
    ])
    func `nonsense is a failure that nobody should try again`(statement: String) async throws {
        try await withThings { store in
            let failure = await #expect(throws: SQLFailure.self) {
                try await store.write { _ = try $0.run(SQLText(stringLiteral: statement)) }
            }
            #expect(failure?.isTemporary == false)
        }
    }

    @Test func `a reader writes nothing`() async throws {
        try await withThings { store in
            await #expect(throws: SQLFailure.self) { try await store.read { try $0.run("INSERT INTO thing (id, name) VALUES (1, 'x')") } }
            let found = try await store.read { try $0.count("SELECT COUNT(*) FROM thing") }
            #expect(found == 0)
        }
    }

    @Test func `null, nothing and zero are three`() async throws {
        try await withThings { store in
            try await store.write { session in
                try session.run("INSERT INTO thing (id, name, bytes) VALUES (0, '', \(nil as [UInt8]?))")
                try session.run("INSERT INTO thing (id, name, bytes) VALUES (1, \("0"), \([UInt8]()))")
                try session.run(
                    "INSERT INTO thing (id, name, bytes) VALUES (\(Int64.min), \("物联网卡 🦉"), \([UInt8](repeating: 0, count: 3)))")
            }
            let rows = try await store.read {
                try $0.all("SELECT id, name, bytes FROM thing ORDER BY id") { ($0.int(0), $0.text(1), $0.blobIfAny(2)) }
            }
            #expect(rows.map(\.0) == [.min, 0, 1])
            #expect(rows.map(\.1) == ["物联网卡 🦉", "", "0"])
            #expect(rows.map(\.2) == [[0, 0, 0], nil, []])
        }
    }

    @Test func `texts are ordered by their bytes`() async throws {
        try await withThings { store in
            let names = ["b", "B", "a", "é", "Z", "卡", "_", "aa", "a b", "/1/", "/1/2/", "/10/"]
            try await store.write { session in
                for (id, name) in names.enumerated() { try session.run("INSERT INTO thing (id, name) VALUES (\(id), \(name))") }
            }
            let sorted = try await store.read { try $0.all("SELECT name FROM thing ORDER BY name") { $0.text(0) } }
            #expect(sorted == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
            let between = try await store.read {
                try $0.all("SELECT name FROM thing WHERE name >= \("/1/") AND name < \("/10") ORDER BY name") { $0.text(0) }
            }
            #expect(between == ["/1/", "/1/2/"])
        }
    }
}
