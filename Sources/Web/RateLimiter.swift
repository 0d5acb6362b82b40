import Registry
import Synchronization

/// How often somebody may come: a bucket of `quota` tokens that fills again within `window` seconds.
package struct RatePolicy: Sendable, Equatable {
    /// Appears in the header fields; letters, digits and hyphens.
    package let name: StaticString
    /// At least 1, at most a million.
    package let quota: Int
    /// Seconds from empty to full, at most a day.
    package let window: Int

    package init(name: StaticString, quota: Int, window: Int) {
        self.name = name
        self.quota = min(max(1, quota), 1_000_000)
        self.window = min(max(1, window), 86_400)
    }

    package static func == (left: RatePolicy, right: RatePolicy) -> Bool {
        left.name.description == right.name.description && left.quota == right.quota && left.window == right.window
    }

    /// Cases that persons hand in from one address, besides what counts for a card, a device and a person: whoever has many of these has one
    /// address. So many at once, and as many again in the day after, one by one.
    package static func handIns(_ settings: EdgeSettings) -> RatePolicy {
        RatePolicy(name: "hand-ins", quota: settings.handInsADay, window: 86_400)
    }

    /// Value of `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers).
    package var field: String { "\"\(name)\";q=\(quota);w=\(window)" }
}

/// One answer of a `RateLimiter`.
package struct RateVerdict: Sendable, Equatable {
    package let policy: RatePolicy
    package let isAllowed: Bool
    /// Whole tokens left after this call.
    package let remaining: Int
    /// Seconds until the bucket is full again, rounded up.
    package let reset: Int
    /// Seconds until the refused call would be allowed, rounded up; 0 when it was allowed. For `Retry-After`.
    package let retryAfter: Int

    /// Value of `RateLimit` (draft-ietf-httpapi-ratelimit-headers), sent on success as well.
    package var field: String { "\"\(policy.name)\";r=\(remaining);t=\(reset)" }

    /// Throws `too-many-requests` with the seconds to wait where it was refused.
    package func demand() throws(Refusal) {
        guard isAllowed else { throw .tooManyRequests.retry(afterSeconds: retryAfter) }
    }
}

/// Token buckets by key, in bounded memory. Time comes in as a value.
///
/// Keys live in two generations: a used key moves to the young one, and when that has half the capacity the old one is forgotten. So
/// the least recently used keys go first, each call costs the same, and no more than `capacity` keys are ever held. A forgotten key
/// begins with a full bucket: who can use very many keys is limited by a coarser key (address prefix, account), not by this one.
package final class RateLimiter<Key: Hashable & Sendable>: Sendable {
    private struct Bucket {
        /// Millionths of a token.
        var level: Int
        /// Milliseconds.
        var seen: Int64
    }

    private static var token: Int { 1_000_000 }

    private struct Generations {
        var young: [Key: Bucket] = [:]
        var old: [Key: Bucket] = [:]
    }

    package let policy: RatePolicy
    private let half: Int
    private let full: Int
    private let generations = Mutex(Generations())

    /// - Parameter capacity: keys held at most.
    package init(policy: RatePolicy, capacity: Int = 100_000) {
        self.policy = policy
        half = max(1, capacity / 2)
        full = policy.quota * Self.token
    }

    /// Takes `cost` tokens if there are as many; a refused call takes none. A cost above the quota is never allowed.
    ///
    /// - Parameter now: milliseconds of a clock that the caller keeps; a step backwards gives no tokens and takes none.
    package func take(_ key: Key, cost: Int = 1, at now: Int64) -> RateVerdict {
        let wanted = max(0, min(cost, policy.quota + 1)) * Self.token
        let (allowed, level) = generations.withLock { held in
            var bucket = held.young[key] ?? held.old[key] ?? Bucket(level: full, seen: now)
            refill(&bucket, at: now)
            let allowed = bucket.level >= wanted
            if allowed { bucket.level -= wanted }
            keep(bucket, for: key, in: &held)
            return (allowed, bucket.level)
        }
        return RateVerdict(
            policy: policy, isAllowed: allowed, remaining: level / Self.token, reset: seconds(for: full - level),
            retryAfter: allowed ? 0 : max(1, seconds(for: min(wanted, full) - level)))
    }

    /// Takes a token, or throws `too-many-requests` with the seconds to wait.
    @discardableResult
    package func demand(_ key: Key, at now: Instant) throws(Refusal) -> RateVerdict {
        let verdict = take(key, at: now.milliseconds)
        try verdict.demand()
        return verdict
    }

    /// Keys held at the moment.
    package var count: Int {
        generations.withLock { held in held.young.count + held.old.keys.count { held.young[$0] == nil } }
    }

    /// The bucket's clock moves by what was paid out, rounded up by less than a millisecond, so that frequent calls neither lose the
    /// fractions nor win any.
    private func refill(_ bucket: inout Bucket, at now: Int64) {
        let (elapsed, overflow) = now.subtractingReportingOverflow(bucket.seen)
        guard !overflow, elapsed > 0 else { return }
        guard elapsed < Int64(policy.window) * 1000 else {
            bucket = Bucket(level: full, seen: now)
            return
        }
        let perSecond = policy.quota * 1000  // millionths a millisecond, times the window
        let gained = Int(elapsed) * perSecond / policy.window
        bucket.level = min(full, bucket.level + gained)
        bucket.seen = bucket.level == full ? now : bucket.seen + Int64((gained * policy.window + perSecond - 1) / perSecond)
    }

    private func keep(_ bucket: Bucket, for key: Key, in held: inout Generations) {
        if held.young[key] == nil, held.young.count >= half {
            held.old = held.young
            held.young = [:]
        }
        held.young[key] = bucket
    }

    private func seconds(for missing: Int) -> Int {
        missing > 0 ? (missing * policy.window + full - 1) / full : 0
    }
}
