import Registry
import Synchronization

/// One person's handing in against what may come from his address: counted once it is whole, and once only, however often the act is tried.
package final class HandInCount: Sendable {
    private let limiter: RateLimiter<String>
    private let address: String
    private let counted = Mutex<RateVerdict?>(nil)

    package init(_ limiter: RateLimiter<String>, from address: String) {
        self.limiter = limiter
        self.address = address
    }

    /// Nil where nothing whole was handed in.
    package var verdict: RateVerdict? { counted.withLock { $0 } }

    /// Throws `too-many-requests` with the seconds to wait.
    package func demand(at now: Instant) throws(Refusal) {
        let verdict = counted.withLock { held in
            let verdict = held ?? limiter.take(address, at: now.milliseconds)
            held = verdict
            return verdict
        }
        try verdict.demand()
    }
}
