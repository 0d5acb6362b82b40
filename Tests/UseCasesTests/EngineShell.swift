import Foundation
import TestKit

/// The engine's own program, `sqlite3` or `psql`: somebody with the database in his hands. Statements are written for SQLite and said
/// in PostgreSQL's words where they differ.
struct EngineShell {
    private let world: World
    /// Whether he has got rid of the triggers first.
    private var isUnhindered = false

    init(_ world: World) {
        self.world = world
    }

    static var isPostgres: Bool { TestEngine.current == .postgres }

    /// From now on no trigger fires.
    mutating func dropTriggers() throws {
        isUnhindered = true
        if Self.isPostgres { return }
        let names = try run("SELECT name FROM sqlite_master WHERE type = 'trigger'").text.split(separator: "\n")
        _ = try run(names.map { "DROP TRIGGER \($0);" }.joined())
    }

    /// What it printed on both outputs, and whether it was content.
    func run(_ sql: String) throws -> (text: String, isDone: Bool) {
        guard Self.isPostgres else {
            return try Self.say(
                "PRAGMA foreign_keys=OFF;" + sql, to: "sqlite3 -bail -cmd '.timeout 5000' '\(world.folder)/shiming.sqlite'", in: world)
        }
        let words = sql.replacing(/zeroblob\((\d+)\)/) { "decode(repeat('00', \($0.output.1)), 'hex')" }
            .replacing(/x'([0-9a-f]*)'/) { "'\\x\($0.output.1)'::bytea" }
        let opening = "SET search_path = \(world.made.schema);" + (isUnhindered ? "SET session_replication_role = replica;" : "")
        return try Self.say(
            opening + words, to: "psql --no-psqlrc --quiet -At -v ON_ERROR_STOP=1 '\(try TestEngine.postgres())'", in: world)
    }

    /// Through `popen`: Foundation's `Process` reads past its memory when a test run has hundreds of threads.
    private static func say(_ sql: String, to program: String, in world: World) throws -> (text: String, isDone: Bool) {
        let script = world.folder + "/" + UUID().uuidString + ".sql"
        try Data(sql.utf8).write(to: URL(fileURLWithPath: script))
        defer { try? FileManager.default.removeItem(atPath: script) }
        guard let output = popen("\(program) < '\(script)' 2>&1", "r") else { throw NotStarted() }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, output), count > 0 { bytes += buffer[..<count] }
        return (String(decoding: bytes, as: UTF8.self), pclose(output) == 0)
    }

    struct NotStarted: Error {}

    // MARK: A copy to go back to

    private var kept: String { Self.isPostgres ? world.made.schema + "_kept" : world.folder + "/kept.sqlite" }

    private func tables() throws -> [String] {
        let question =
            Self.isPostgres
            ? "SELECT tablename FROM pg_tables WHERE schemaname = '\(world.made.schema)' AND tablename NOT LIKE '%\\_p_'"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        return try run(question).text.split(separator: "\n").map(String.init)
    }

    /// - Parameter table: the only one that will be changed, where it is known.
    func keepCopy(of table: String? = nil) throws -> Bool {
        if Self.isPostgres {
            let copies = try (table.map { [$0] } ?? tables()).map { "CREATE TABLE \(kept).\($0) AS TABLE \($0);" }.joined()
            return try run("CREATE SCHEMA \(kept); \(copies)").isDone
        }
        try? FileManager.default.removeItem(atPath: kept)
        return try run("VACUUM INTO '\(kept)'").isDone
    }

    /// Puts every table back as it was, or the one that was kept.
    /// - Parameter isKeeping: whether the copy is for another time, too.
    func goBack(_ table: String? = nil, isKeeping: Bool = false) throws -> (text: String, isDone: Bool) {
        let copies = try (table.map { [$0] } ?? tables()).map {
            "DELETE FROM \($0); INSERT INTO \($0) SELECT * FROM \(Self.isPostgres ? kept : "kept").\($0);"
        }
        .joined()
        if Self.isPostgres { return try run("BEGIN; \(copies) \(isKeeping ? "" : "DROP SCHEMA \(kept) CASCADE;") COMMIT;") }
        let qualified = copies.replacing("DELETE FROM ", with: "DELETE FROM main.").replacing("INSERT INTO ", with: "INSERT INTO main.")
        return try run("ATTACH '\(kept)' AS kept; BEGIN; \(qualified) COMMIT;")
    }
}
