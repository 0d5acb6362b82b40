import HTTPTypes
import Registry
import Web

extension HTTPField.Name {
    package static let formToken = known("X-Form-Token")
    static let permissionsPolicy = known("Permissions-Policy")
    static let openerPolicy = known("Cross-Origin-Opener-Policy")

    /// The names above are tokens; the fallback is never met.
    private static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}

package enum PageHeaders {
    /// Nothing comes from elsewhere, nothing stands in the page itself, nothing is sent elsewhere, nobody frames it.
    package static let contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    /// A page about a person is kept by nobody on the way.
    ///
    /// - Parameter usesCamera: whether the page may ask for it.
    package static func page(_ language: ReaderLanguage, usesCamera: Bool) -> HTTPFields {
        [
            .contentType: "text/html; charset=utf-8", .contentLanguage: language.tag, .contentSecurityPolicy: contentPolicy,
            .cacheControl: "no-store", .permissionsPolicy: "camera=\(usesCamera ? "(self)" : "()"), microphone=(), geolocation=()",
            .openerPolicy: "same-origin",
            .vary: "Accept-Language, Cookie",
        ]
    }
}
