import HTTPTypes
import Hummingbird

/// Headers every answer carries.
package enum SecurityHeaders {
    package static func add(to headers: inout HTTPFields, isSecure: Bool) {
        headers[.xContentTypeOptions] = "nosniff"
        headers[.frameOptions] = "DENY"
        headers[.referrerPolicy] = "no-referrer"
        if !headers.contains(.contentSecurityPolicy) {
            headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
        }
        if !headers.contains(.cacheControl) { headers[.cacheControl] = "no-store" }
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }
}
