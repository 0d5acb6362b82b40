import Foundation
import PostgresStore
import SQLCore
import TestKit
import Testing

@Suite("Rows into and out of PostgreSQL")
struct RowTests {
    private static func append(_ ids: some Sequence<Int64>, in session: any Session, name: (Int64) -> String = { "n\($0)" }) throws {
        try session.append(into: "thing", columns: "id, name, bytes, number") { sink in
            for id in ids {
                sink.int(id)
                sink.text(name(id))
                sink.blob(id % 3 == 0 ? nil : [UInt8](repeating: UInt8(id % 251), count: Int(id % 6)))
                sink.int(id % 5 == 0 ? nil : Int64.min + id)
                try sink.endRow()
            }
        }
    }

    @Test(arguments: [1, 8, 9, 5_000]) func `few rows and many arrive as they were given`(rows: Int64) async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { try Self.append(0..<rows, in: $0) { String(repeating: "卡", count: Int($0 % 4)) + "\($0)" } }
            let stored = try await fixture.store.read { session in
                try session.all("SELECT id, name, bytes, number FROM thing ORDER BY id") {
                    ($0.int(0), $0.text(1), $0.blobIfAny(2), $0.intIfAny(3))
                }
            }
            #expect(stored.count == Int(rows))
            for (id, name, bytes, number) in stored {
                #expect(name == String(repeating: "卡", count: Int(id % 4)) + "\(id)")
                #expect(bytes == (id % 3 == 0 ? nil : [UInt8](repeating: UInt8(id % 251), count: Int(id % 6))))
                #expect(number == (id % 5 == 0 ? nil : Int64.min + id))
            }
        }
    }

    @Test(arguments: [2, 3_000]) func `a key met among the rows is named, and none of them stays`(rows: Int64) async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { try add(rows - 1, name: "known-secret", in: $0) }
            let failure = await #expect(throws: SQLFailure.self) { try await fixture.store.write { try Self.append(0..<rows, in: $0) } }
            #expect(failure?.cause == .uniqueViolation("thing.id"))
            #expect(failure?.description.contains("secret") == false)
            try await fixture.expect(1)
        }
    }

    @Test(arguments: [2, 3_000]) func `text with a NUL is refused as a constraint`(rows: Int64) async throws {
        try await PostgresFixture.with { fixture in
            let failure = await #expect(throws: SQLFailure.self) {
                try await fixture.store.write { try Self.append(0..<rows, in: $0) { $0 == rows - 1 ? "a\0b" : "n\($0)" } }
            }
            guard case .constraintViolation = failure?.cause else {
                Issue.record("\(String(describing: failure))")
                return
            }
            await #expect(throws: SQLFailure.self) { try await fixture.store.write { try add(1, name: "a\0b", in: $0) } }
            try await fixture.expect(0)
        }
    }

    @Test(arguments: [1, 3_000], [0, 1, 2, 3]) func `a value of another kind than its column is refused`(rows: Int64, column: Int)
        async throws
    {
        try await PostgresFixture.with { fixture in
            let failure = await #expect(throws: SQLFailure.self) {
                try await fixture.store.write { session in
                    try session.append(into: "thing", columns: "id, name, bytes, number") { sink in
                        for id in 0..<rows {
                            let isWrong = id == rows - 1
                            if isWrong, column == 0 { sink.text("1") } else { sink.int(id) }
                            if isWrong, column == 1 { sink.blob([1]) } else { sink.text("n\(id)") }
                            if isWrong, column == 2 { sink.text("x") } else { sink.blob([UInt8(1)]) }
                            if isWrong, column == 3 { sink.blob([0, 0, 0, 0, 0, 0, 0, 1]) } else { sink.int(id) }
                            try sink.endRow()
                        }
                    }
                }
            }
            #expect(failure?.cause == .misuse)
            try await fixture.expect(0)
        }
    }

    @Test(arguments: [1, 3_000], [3, 5]) func `a row with a value too few or too many is refused`(rows: Int64, values: Int) async throws {
        try await PostgresFixture.with { fixture in
            let failure = await #expect(throws: SQLFailure.self) {
                try await fixture.store.write { session in
                    try session.append(into: "thing", columns: "id, name, bytes, number") { sink in
                        for id in 0..<rows {
                            sink.int(id)
                            sink.text("n\(id)")
                            sink.blob([UInt8(1)])
                            for _ in 3..<(id == rows - 1 ? values : 4) { sink.int(id) }
                            try sink.endRow()
                        }
                    }
                }
            }
            #expect(failure?.cause == .misuse)
            try await fixture.expect(0)
        }
    }

    @Test func `a question and another bulk within a bulk find the rows added so far`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { session in
                try session.run("CREATE TABLE note (id BIGINT PRIMARY KEY)")
                try session.append(into: "thing", columns: "id, name") { sink in
                    for id in Int64(1)...3_000 {
                        sink.int(id)
                        sink.text("n\(id)")
                        try sink.endRow()
                        guard id == 3 || id % 1_000 == 0 else { continue }
                        let seen = try session.count("SELECT COUNT(*) FROM thing")
                        guard seen == Int(id) else { throw SQLFailure(.misuse, "saw \(seen) of \(id)") }
                        try session.append(into: "note", columns: "id") { inner in
                            inner.int(id)
                            try inner.endRow()
                        }
                    }
                }
            }
            try await fixture.expect(3_000)
            let notes = try await fixture.store.read { try $0.count("SELECT COUNT(*) FROM note") }
            #expect(notes == 4)
        }
    }

    @Test func `a bulk that its maker gives up leaves nothing and a working connection`() async throws {
        struct Stopped: Error {}
        try await PostgresFixture.with {
            $0.connections = 1
        } _: { fixture in
            await #expect(throws: Stopped.self) {
                try await fixture.store.write { session in
                    try Self.append(0..<20_000, in: session) { if $0 == 19_000 { return "" } else { return "n\($0)" } }
                    throw Stopped()
                }
            }
            await #expect(throws: Stopped.self) {
                try await fixture.store.write { session in
                    try session.append(into: "thing", columns: "id, name") { sink in
                        for id in Int64(0)..<20_000 {
                            sink.int(id)
                            sink.text("n\(id)")
                            try sink.endRow()
                            if id == 19_000 { throw Stopped() }
                        }
                    }
                }
            }
            try await fixture.store.write { try add(1, in: $0) }
            try await fixture.expect(1)
        }
    }

    @Test func `a table is walked whole, with questions in between, and left early`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.store.write { try Self.append(0..<5_001, in: $0) }
            try await fixture.store.read { session in
                var seen: Int64 = 0
                try session.scan("SELECT id FROM thing ORDER BY id") { row in
                    guard row.int(0) == seen else { throw SQLFailure(.misuse, "row \(row.int(0)) where \(seen) was due") }
                    if seen % 1_000 == 0 { _ = try session.exists("SELECT 1 FROM thing WHERE id = \(seen)") }
                    seen += 1
                    return true
                }
                #expect(seen == 5_001)
                var few = 0
                try session.scan("SELECT id FROM thing") { _ in
                    few += 1
                    return few < 3
                }
                #expect(few == 3)
                #expect(try session.count("SELECT COUNT(*) FROM thing") == 5_001)
            }
        }
    }

    @Test func `sums, comparisons and empty values are read as they are`() async throws {
        try await PostgresFixture.with { fixture in
            let large = Int64.max / 2
            try await fixture.store.write { session in
                for id in [Int64(1), 2] {
                    try session.run("INSERT INTO thing (id, name, bytes, number) VALUES (\(id), \("\(id)"), \([UInt8]()), \(large))")
                }
                try session.run("INSERT INTO thing (id, name, number) VALUES (3, '', \(-10_000_000))")
            }
            try await fixture.store.read { session in
                let sums = try session.first(
                    "SELECT SUM(number), SUM(0 * number), SUM(-number), COUNT(*), MAX(number) > 0 FROM thing WHERE id < 3"
                ) {
                    ($0.int(0), $0.int(1), $0.int(2), $0.int(3), $0.bool(4))
                }
                #expect(sums?.0 == large * 2 && sums?.1 == 0 && sums?.2 == -large * 2 && sums?.3 == 2 && sums?.4 == true)
                let small = try session.first("SELECT SUM(number), name, bytes IS NULL FROM thing WHERE id = 3 GROUP BY name, bytes") {
                    ($0.int(0), $0.text(1), $0.bool(2))
                }
                #expect(small?.0 == -10_000_000 && small?.1 == "" && small?.2 == true)
                #expect(try session.first("SELECT bytes FROM thing WHERE id = 1") { $0.blobIfAny(0) } == .some([]))
            }
        }
    }
}
