import Foundation
import TestKit

/// The `sqlite3` program: somebody with the file in his hands.
struct SQLiteShell {
    let database: String

    init(_ world: World) {
        database = world.folder + "/shiming.sqlite"
    }

    /// What it printed on both outputs, and whether it was content.
    func run(_ sql: String) throws -> (text: String, isDone: Bool) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-bail", "-cmd", ".timeout 5000", database, sql]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: text, as: UTF8.self), process.terminationStatus == 0)
    }

    func dropTriggers() throws {
        let names = try run("SELECT name FROM sqlite_master WHERE type = 'trigger'").text.split(separator: "\n")
        _ = try run(names.map { "DROP TRIGGER \($0);" }.joined())
    }
}
