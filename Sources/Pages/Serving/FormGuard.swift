import Crypto
import HTTPTypes
import Hummingbird
import Ledger
import Registry
import UseCases
import Web

/// The tokens by which a form shows that it was made by this server for this browser.
package enum FormGuard {
    package static func secret(by chance: any Chance) -> String { Base64.urlText(chance.bytes(24)) }
    package static func isSecret(_ text: String) -> Bool { Base64.isURLText(text, digits: 32) }

    /// From a secret cookie, which nobody else can read; the token does not give it away.
    ///
    /// - Parameter pages: whose form it is; a token of other pages made from the same cookie is another.
    package static func token(for secret: String, of pages: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(pages): form".utf8), using: SymmetricKey(data: Array(secret.utf8)))
        return Base64.urlText(Array(code))
    }

    /// Takes the same time whatever differs.
    package static func isEqual(_ shown: String, _ right: String) -> Bool {
        let shown = Array(shown.utf8), right = Array(right.utf8)
        guard shown.count == right.count, !right.isEmpty else { return false }
        return zip(shown, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Throws `form-not-of-page` where the browser says that another site's page sent the form. Known before the body is read.
    package static func demandOwnSite(_ request: Request) throws(Refusal) {
        guard request.headers[.fetchSite].map({ ["same-origin", "none"].contains($0) }) ?? true else { throw .formForeign }
    }

    /// Throws `form-not-of-page` unless the form bears the token that its page was given.
    package static func demand(_ shown: String?, equals right: String) throws(Refusal) {
        guard isEqual(shown ?? "", right) else { throw .formForeign }
    }
}
