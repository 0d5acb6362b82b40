import HTTPTypes

/// Header names that the HTTP library does not have.
extension HTTPField.Name {
    package static let idempotencyKey = known("Idempotency-Key")
    package static let idempotentReplay = known("Idempotent-Replay")
    package static let rateLimit = known("RateLimit")
    package static let rateLimitPolicy = known("RateLimit-Policy")
    package static let requestID = known("X-Request-Id")
    package static let forwardedFor = known("X-Forwarded-For")
    package static let forwardedProto = known("X-Forwarded-Proto")
    /// Sent by browsers alone.
    package static let fetchSite = known("Sec-Fetch-Site")
    package static let frameOptions = known("X-Frame-Options")
    package static let referrerPolicy = known("Referrer-Policy")
    package static let link = known("Link")

    /// The names above are tokens; the fallback is never met (a test reads them all).
    private static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
