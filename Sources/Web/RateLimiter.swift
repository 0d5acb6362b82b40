import Registry
import Synchronization

/// One bucket a caller, refilled evenly; callers that were quiet for a whole period are forgotten.
package final class RateLimiter: Sendable {
    package struct Standing: Hashable, Sendable {
        package let isAllowed: Bool
        package let limit: Int
        package let periodSeconds: Int
        package let remaining: Int
        /// Seconds until one more request is allowed.
        package let nextInSeconds: Int
    }

    private struct Bucket {
        var tokens: Double
        var at: Int64
    }

    private let limit: Int
    private let periodSeconds: Int
    private let buckets = Mutex<[String: Bucket]>([:])
    private static let bucketsMax = 50_000

    package init(limit: Int, periodSeconds: Int) {
        self.limit = limit
        self.periodSeconds = periodSeconds
    }

    /// Takes one request of `caller` at `now`.
    package func take(_ caller: String, at now: Instant) -> Standing {
        let rate = Double(limit) / (Double(periodSeconds) * 1_000)
        let tokens = buckets.withLock { buckets -> Double in
            if buckets.count >= Self.bucketsMax { forgetQuiet(&buckets, at: now) }
            var bucket = buckets[caller] ?? Bucket(tokens: Double(limit), at: now.milliseconds)
            bucket.tokens = min(Double(limit), bucket.tokens + Double(max(0, now.milliseconds - bucket.at)) * rate)
            bucket.at = now.milliseconds
            let before = bucket.tokens
            if before >= 1 { bucket.tokens -= 1 }
            buckets[caller] = bucket
            return before
        }
        let left = tokens >= 1 ? tokens - 1 : tokens
        let next = left >= 1 ? 0 : (1 - left) / rate / 1_000
        return Standing(
            isAllowed: tokens >= 1, limit: limit, periodSeconds: periodSeconds, remaining: Int(left), nextInSeconds: Int(next.rounded(.up)))
    }

    private func forgetQuiet(_ buckets: inout [String: Bucket], at now: Instant) {
        let horizon = now.milliseconds - Int64(periodSeconds) * 1_000
        buckets = buckets.filter { $0.value.at > horizon }
        if buckets.count >= Self.bucketsMax { buckets.removeAll() }
    }
}
