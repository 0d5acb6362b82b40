import Contract
import Foundation

/// One call of the API: an operation of the contract and what it is given.
package struct Call: Sendable {
    package enum Body: Sendable {
        case none
        case json(Data)
        /// Streamed from a file; read again from its start when the call is repeated.
        case file(path: String, mediaType: String)
    }

    package let operation: Operation
    package var path: [String: String]
    package var query: [String: String]
    package var body: Body
    /// The version that was read, for operations that edit.
    package var ifMatch: String?
    /// Made anew for every creating call and kept when the call is repeated.
    package let idempotencyKey: String?

    package init(
        _ operation: Operation, path: [String: String] = [:], query: [String: String?] = [:], body: Body = .none, ifMatch: String? = nil
    ) {
        self.operation = operation
        self.path = path
        self.query = query.compactMapValues(\.self)
        self.body = body
        self.ifMatch = ifMatch
        idempotencyKey = operation.facts.creates ? UUID().uuidString.lowercased() : nil
    }

    /// A call whose body is a schema of the contract.
    package init(
        _ operation: Operation, path: [String: String] = [:], query: [String: String?] = [:], sending value: some Encodable,
        ifMatch: String? = nil
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(operation, path: path, query: query, body: .json(try encoder.encode(value)), ifMatch: ifMatch)
    }

    /// Path and query, percent-encoded.
    var target: String {
        let parts = operation.facts.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("{") ? Self.escaped(path[String(part.dropFirst().dropLast())] ?? "") : String(part)
        }
        let words = query.sorted { $0.key < $1.key }.map { Self.escaped($0.key) + "=" + Self.escaped($0.value) }
        return parts.joined(separator: "/") + (words.isEmpty ? "" : "?" + words.joined(separator: "&"))
    }

    /// All but unreserved characters (RFC 3986 §2.3).
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: escaped.unicodeScalars.append(UnicodeScalar(byte))
            default: escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return escaped
    }
}
