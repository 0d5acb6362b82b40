import Crypto
import Ledger
import UseCases

/// The tokens by which a form shows that it was made by this server for this browser.
enum FormGuard {
    static func secret(by chance: any Chance) -> String { Base64.urlText(chance.bytes(24)) }
    static func isSecret(_ text: String) -> Bool { Base64.isURLText(text, digits: 32) }

    /// From a secret cookie, which nobody else can read; the token does not give it away.
    static func token(for secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("personal pages: form".utf8), using: SymmetricKey(data: Array(secret.utf8)))
        return Base64.urlText(Array(code))
    }

    /// Takes the same time whatever differs.
    static func isEqual(_ shown: String, _ right: String) -> Bool {
        let shown = Array(shown.utf8), right = Array(right.utf8)
        guard shown.count == right.count, !right.isEmpty else { return false }
        return zip(shown, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
