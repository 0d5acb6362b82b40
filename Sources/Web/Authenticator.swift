import Registry

/// Turns a bearer token into who it stands for, as a port: access, sessions and keys are the business of the inner rings.
package protocol Authenticator: Sendable {
    /// Throws `Refusal` of kind `unauthenticated` for a token that is unknown, expired or revoked.
    func authenticate(token: String) async throws -> Principal
}

/// The credentials of an `Authorization` header (RFC 6750 section 2.1).
package enum BearerToken {
    /// Throws `token-missing` or `token-malformed`.
    package static func read(_ header: String?) throws(Refusal) -> String {
        guard let header, !header.isEmpty else { throw .tokenMissing }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", (1...512).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ (0x21...0x7e).contains($0) })
        else { throw .tokenMalformed }
        return String(parts[1])
    }
}

extension Refusal {
    package static let tokenMissing = Refusal(
        "token-missing", .unauthenticated, requirements: ["R-DP-24"], en: "Nobody is signed in.", zh: "尚未登录。",
        mend: LocalText(en: "Send a token: Authorization: Bearer …", zh: "请携带令牌：Authorization: Bearer …"))
    package static let tokenMalformed = Refusal(
        "token-malformed", .unauthenticated, requirements: ["R-DP-24"], en: "The Authorization header does not hold a bearer token.",
        zh: "Authorization 头中没有 Bearer 令牌。",
        mend: LocalText(en: "Send a token: Authorization: Bearer …", zh: "请携带令牌：Authorization: Bearer …"))
}
