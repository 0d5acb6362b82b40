import Contract

/// Limits of the edge, each with its default; the configuration reference is made from these comments.
package struct EdgeSettings: Sendable {
    /// Largest JSON body, bytes.
    package var bodyBytes = 1 << 20
    /// Largest JSON body that lists many cards, bytes.
    package var bulkBodyBytes = 16 << 20
    /// Largest piece of evidence with its envelope, bytes.
    package var evidenceBodyBytes = (10 << 20) + (64 << 10)
    /// Largest file of cards with its envelope, bytes.
    package var fileBodyBytes = (512 << 20) + (64 << 10)
    /// Seconds a request may take; bodies of bulk, evidence and files have `transferSeconds`.
    package var requestSeconds = 30
    /// Seconds a request with a large body may take.
    package var transferSeconds = 1_800
    /// Requests an account, or an address where nobody is signed in, may make in `rateSeconds`.
    package var rateRequests = 1_200
    package var rateSeconds = 60
    /// Requests an address may make in `rateSeconds` to operations that need nobody signed in (signing in, enrolments).
    package var openRateRequests = 60
    /// Cases that persons may hand in from one address at once; so many come back in a day, one by one.
    package var handInsADay = 1_000
    /// Addresses or networks (`10.0.0.0/8`) whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    package var trustedProxies = TrustedProxies()
    /// Where people reach this server, without a slash at its end; nil takes each request's word for it.
    package var publicAddress: String?

    package init() {}

    /// Where people reach this server: as it was told, else as whoever asks did.
    package func address(askedAs authority: String?, isSecure: Bool) -> String? {
        publicAddress ?? authority.map { (isSecure ? "https://" : "http://") + $0 }
    }

    package func bodyBytes(_ limit: OperationFacts.BodyLimit) -> Int {
        switch limit {
        case .usual: bodyBytes
        case .bulk: bulkBodyBytes
        case .evidence: evidenceBodyBytes
        case .file: fileBodyBytes
        }
    }

    package func seconds(_ limit: OperationFacts.BodyLimit) -> Int {
        limit == .usual ? requestSeconds : transferSeconds
    }
}
