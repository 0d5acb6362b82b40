import Foundation
import PostgresStore
import SQLCore
import SQLiteStore
import TestKit

/// `older-store STEP FROM TO`: leaves at TO, where nothing is yet, what FROM holds, as a program of that step of the schema left it. A
/// place is a file or postgres://…. Prints what was left out, a line each; ends with 1 where that cannot be.
@main
struct OlderStoreProgram {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 3, let step = Int64(arguments[0]) else { end("older-store STEP FROM TO") }
        do {
            let newer = try await open(arguments[1])
            let older = try await open(arguments[2])
            for name in try await OlderStore.fill(older, upTo: step, from: newer) { print(name) }
            await older.close()
            await newer.close()
        } catch {
            end("\(error)")
        }
    }

    private static func open(_ place: String) async throws -> any Store {
        guard place.hasPrefix("postgres") else { return try SQLiteStore(path: place) }
        return try await PostgresStore.open(place)
    }

    private static func end(_ said: String) -> Never {
        FileHandle.standardError.write(Data((said + "\n").utf8))
        exit(1)
    }
}
