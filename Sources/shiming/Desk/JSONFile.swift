import Client
import Foundation

/// A file that holds one JSON object; - is standard input.
enum JSONFile {
    static func object(_ path: String) throws -> [String: Any] {
        let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data else { throw ClientFailure.file(path: path, reason: "cannot be read") }
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw ClientFailure.file(path: path, reason: "not a JSON object")
        }
        return object
    }
}
