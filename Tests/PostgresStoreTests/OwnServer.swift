import Foundation

/// A PostgreSQL for one test alone, where what the whole server counts is nobody else's.
struct OwnServer: Sendable {
    let address: String

    struct DidNotStart: Error {}

    /// - Parameter slowSync: microseconds that every sync to disk takes longer.
    static func with<Value>(slowSync: Int, _ body: (OwnServer) async throws -> Value) async throws -> Value {
        let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Scripts")
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = scripts.appendingPathComponent("with-postgres.sh")
        process.arguments = ["sh", "-c", #"echo "$SHIMING_TEST_POSTGRES"; exec cat"#]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "SHIMING_TEST_SLOW_SYNC": String(slowSync),
            "SHIMING_TEST_POSTGRES_CONF": "synchronous_commit = on\nsynchronous_standby_names = ''\nfsync = on",
        ]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // The script ends its server when nobody holds the other end any more.
        defer {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        guard let address = line(from: output.fileHandleForReading) else { throw DidNotStart() }
        return try await body(OwnServer(address: address))
    }

    private static func line(from file: FileHandle) -> String? {
        var bytes = Data()
        while true {
            let more = file.availableData
            if more.isEmpty { return nil }
            bytes += more
            if bytes.last == UInt8(ascii: "\n") { return String(decoding: bytes.dropLast(), as: UTF8.self) }
        }
    }
}
