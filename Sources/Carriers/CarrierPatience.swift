import Outbound
import UseCases

/// How long, how often and how many at a time a carrier is asked. What public material gives as a number is a default here, never a
/// constant; the connection's file changes it.
package struct CarrierPatience: Hashable, Sendable {
    /// For one attempt, from connecting to the last byte of the answer.
    package var timeoutSeconds: Int64 = 15
    /// Attempts at a question; a command that may have been told is never repeated.
    package var tries = 3
    package var firstWaitMilliseconds: Int64 = 300
    /// A longer wait, for a quota or because the carrier asks for it, is not waited for; whoever asked is told instead.
    package var waitSecondsMax: Int64 = 3
    /// Calls under way at the same time.
    package var concurrency = 4
    package var breakerFailures = 5
    package var breakerWindowSeconds: Int64 = 60
    package var breakerOpenSeconds: Int64 = 30
    package var answerBytesMax = 1 << 20

    /// 0 is without limit.
    package var callsPerSecond: Int64 = 10
    package var callsPerDay: Int64 = 0
    /// Of calls about one card.
    package var callsPerCardPerMinute: Int64 = 0
    /// After an operation no other on the same card, seconds (R-LC-09).
    package var windowSeconds: Int64 = 180
    /// Cards in one call, where the interface takes several.
    package var queryCardsMax = 1
    package var changeCardsMax = 1
    /// Life of a link where the carrier does not say it.
    package var linkSeconds: Int64 = 1_800
    /// Hosts, beside the carrier's own, at which its page for a person may be.
    package var linkHosts: [String] = []
    /// Whether answers of a sandbox count.
    package var allowsSandbox = false

    package init() {}

    var breaker: CircuitBreaker.Limits {
        CircuitBreaker.Limits(
            failures: max(1, breakerFailures), windowSeconds: max(1, breakerWindowSeconds), openSeconds: max(1, breakerOpenSeconds))
    }
}
