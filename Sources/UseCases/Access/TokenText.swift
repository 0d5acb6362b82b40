import Crypto
import Ledger
import Records
import Registry
import Vault

/// A token as its owner sees it, once.
package struct IssuedToken: Hashable, Sendable {
    package let text: String
    package let expiresAt: Instant
}

/// 32 bytes that nobody can guess in base64url, behind a prefix that says what the token is for (and lets scanners of leaked secrets find
/// it).
enum TokenText {
    private static let prefixes: [(String, TokenKind)] = [
        ("sm_at_", .access), ("sm_rt_", .refresh), ("sm_en_", .enrolment), ("sm_key_", .apiKey), ("sm_st_", .seat), ("sm_pt_", .part),
    ]

    static func make(_ kind: TokenKind, by chance: any Chance) -> (text: String, hash: [UInt8]) {
        make(kind, of: chance.bytes(32))
    }

    /// - Parameter bytes: 32 that nobody can guess.
    static func make(_ kind: TokenKind, of bytes: [UInt8]) -> (text: String, hash: [UInt8]) {
        let prefix = prefixes.first { $0.1 == kind }?.0 ?? ""
        let text = prefix + Base64.urlText(bytes)
        return (text, hash(text))
    }

    /// The hash to look for, if this may be a token of that kind at all.
    static func read(_ text: String, as kind: TokenKind) -> [UInt8]? {
        guard let prefix = prefixes.first(where: { $0.1 == kind })?.0, text.utf8.count == prefix.utf8.count + 43, text.hasPrefix(prefix)
        else { return nil }
        return hash(text)
    }

    private static func hash(_ text: String) -> [UInt8] { SecretHash.of(text) }
}

/// By what a secret that cannot be guessed is found again: suite byte and 31 bytes of its SHA-256. The secret itself is nowhere.
enum SecretHash {
    static func of(_ text: String) -> [UInt8] {
        [Suite.international.rawValue] + Array(SHA256.hash(data: Array(text.utf8))).prefix(31)
    }
}
