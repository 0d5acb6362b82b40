import Crypto
import Foundation
import Ledger

/// How people hand on a public key: a mark that says whose it is, and hexadecimal: the key's 32 bytes, then four of its SHA-256, so that no slip
/// of a digit makes another key.
struct KeyText: Sendable {
    let mark: String

    func text(of key: [UInt8]) -> String { mark + Hex.text(key + Self.digest(key)) }

    /// nil for what is none.
    func bytes(in text: String) -> [UInt8]? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.hasPrefix(mark), let all = Hex.bytes(String(text.dropFirst(mark.count))), all.count == 36 else { return nil }
        let key = Array(all[..<32])
        return Array(all[32...]) == Self.digest(key) ? key : nil
    }

    private static func digest(_ key: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: key).prefix(4)) }
}
