import Foundation
import TestKit

/// The `sqlite3` program: somebody with the file in his hands.
struct SQLiteShell {
    let database: String

    init(_ world: World) {
        database = world.folder + "/shiming.sqlite"
    }

    struct NotStarted: Error {}

    /// What it printed on both outputs, and whether it was content. Through `popen`: Foundation's `Process` reads past its memory when
    /// a test run has hundreds of threads.
    func run(_ sql: String) throws -> (text: String, isDone: Bool) {
        let script = database + "." + UUID().uuidString + ".sql"
        try Data(sql.utf8).write(to: URL(fileURLWithPath: script))
        defer { try? FileManager.default.removeItem(atPath: script) }
        guard let output = popen("sqlite3 -bail -cmd '.timeout 5000' '\(database)' < '\(script)' 2>&1", "r") else { throw NotStarted() }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, output), count > 0 { bytes += buffer[..<count] }
        return (String(decoding: bytes, as: UTF8.self), pclose(output) == 0)
    }

    func dropTriggers() throws {
        let names = try run("SELECT name FROM sqlite_master WHERE type = 'trigger'").text.split(separator: "\n")
        _ = try run(names.map { "DROP TRIGGER \($0);" }.joined())
    }
}
