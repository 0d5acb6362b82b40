import Outbound
import UseCases

/// How long, how often and how many at a time a provider is asked.
package struct ProviderPatience: Hashable, Sendable {
    /// For one attempt, from connecting to the last byte of the answer.
    package var timeout: Duration = .seconds(10)
    /// For all attempts together, with the wait for one's turn.
    package var totalSeconds: Int64 = 25
    package var tries = 3
    package var requestsMax = 8
    /// The first wait between attempts; each further one is twice as long, and chance takes up to half of it.
    package var firstWaitMilliseconds: Int64 = 300
    /// A provider that asks for a longer wait is not waited for; whoever asked is told instead.
    package var waitSecondsMax: Int64 = 3
    package var breakerFailures = 5
    package var breakerWindowSeconds: Int64 = 60
    package var breakerOpenSeconds: Int64 = 30
    package var answerBytesMax = 64 << 10
    /// Whether answers of a sandbox count.
    package var allowsSandbox = false
    /// Whether it is asked to look for a face under other identities. Else an answer that tells of one is refused.
    package var searchesFaces = false
    /// Hosts, beside the provider's own, to which a capture may send people.
    package var captureHosts: [String] = []

    package init() {}

    package init(_ settings: Settings) {
        timeout = .seconds(max(1, settings.verificationTimeoutSeconds))
        totalSeconds = max(1, settings.verificationTotalSeconds)
        tries = max(1, settings.verificationTries)
        requestsMax = max(1, settings.verificationConcurrency)
        breakerFailures = max(1, settings.verificationBreakerFailures)
        breakerWindowSeconds = max(1, settings.verificationBreakerWindowSeconds)
        breakerOpenSeconds = max(1, settings.verificationBreakerOpenSeconds)
        searchesFaces = settings.verificationFaceSearch > 0
        allowsSandbox = settings.verificationSandboxAllowed > 0
    }

    var breaker: CircuitBreaker.Limits {
        CircuitBreaker.Limits(failures: breakerFailures, windowSeconds: breakerWindowSeconds, openSeconds: breakerOpenSeconds)
    }
}
