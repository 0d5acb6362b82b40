import Registry
import Synchronization

/// Claim codes typed for cards that are not here, counted for a day as those of cards that are: so no answer tells which are. In memory, and no more
/// than `keysMax` counts: beyond, the oldest are forgotten. Each server has its own, begun anew at a restart.
package final class UnknownCardTries: Sendable {
    private struct Count {
        let since: Instant
        var tries: Int
    }

    private struct Counts {
        var byKey: [[UInt8]: Count] = [:]
        /// The keys in the order of their first try, from `first` on.
        var order: [[UInt8]] = []
        var first = 0
    }

    private static let daySeconds: Int64 = 86_400
    private let counts = Mutex(Counts())
    private let keysMax: Int

    package init(keysMax: Int = 100_000) {
        self.keysMax = keysMax
    }

    /// How many counts are kept.
    package var size: Int { counts.withLock { $0.byKey.count } }

    /// Whether one more is within both limits; counted where it is.
    package func isWithin(card: [UInt8], cardMax: Int, source: [UInt8], sourceMax: Int, at now: Instant) -> Bool {
        counts.withLock { counts in
            forgetOld(&counts, at: now)
            guard tries(card, in: counts) < cardMax, tries(source, in: counts) < sourceMax else { return false }
            for key in [source, card] { add(key, to: &counts, at: now) }
            return true
        }
    }

    private func tries(_ key: [UInt8], in counts: Counts) -> Int { counts.byKey[key]?.tries ?? 0 }

    private func add(_ key: [UInt8], to counts: inout Counts, at now: Instant) {
        if counts.byKey[key] == nil {
            if counts.byKey.count >= keysMax { forgetOldest(&counts) }
            counts.byKey[key] = Count(since: now, tries: 0)
            counts.order.append(key)
        }
        counts.byKey[key]?.tries += 1
    }

    private func forgetOld(_ counts: inout Counts, at now: Instant) {
        while counts.first < counts.order.count, let oldest = counts.byKey[counts.order[counts.first]],
            oldest.since.adding(seconds: Self.daySeconds) <= now
        {
            forgetOldest(&counts)
        }
    }

    private func forgetOldest(_ counts: inout Counts) {
        counts.byKey.removeValue(forKey: counts.order[counts.first])
        counts.first += 1
        guard counts.first * 2 > counts.order.count else { return }
        counts.order.removeFirst(counts.first)
        counts.first = 0
    }
}
