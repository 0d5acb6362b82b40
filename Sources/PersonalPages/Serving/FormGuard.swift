import Crypto
import Foundation
import UseCases

/// The tokens by which a form shows that it was made by this server for this browser.
enum FormGuard {
    static func secret(by chance: any Chance) -> String { base64url(chance.bytes(24)) }

    static func isSecret(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// From a secret cookie, which nobody else can read; the token does not give it away.
    static func token(for secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("personal pages: form".utf8), using: SymmetricKey(data: Array(secret.utf8)))
        return base64url(Array(code))
    }

    /// Takes the same time whatever differs.
    static func isEqual(_ shown: String, _ right: String) -> Bool {
        let shown = Array(shown.utf8), right = Array(right.utf8)
        guard shown.count == right.count, !right.isEmpty else { return false }
        return zip(shown, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func base64url(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
