import Registry
import Synchronization

/// Slows down guessing: after some free failures each further one doubles the wait. An attempt counts as failed from its beginning,
/// so that many at once gain nothing. Names that nobody has are slowed down like those that somebody has.
final class SignInThrottle: Sendable {
    struct Count: Hashable {
        var failures: Int
        var until: Instant
    }

    private let counts = Mutex<[[UInt8]: Count]>([:])
    private let waitSecondsMax: Int64
    private static let keysMax = 50_000
    private static let memorySeconds: Int64 = 3_600

    init(waitSecondsMax: Int64) {
        self.waitSecondsMax = waitSecondsMax
    }

    /// Begins an attempt. Throws `sign-in-slowed` while the wait lasts. `stored` is what the account's row says, if there is one.
    func begin(_ key: [UInt8], free: Int, stored: Count?, at now: Instant) throws(Refusal) -> Count {
        let begun: Result<Count, Refusal> = counts.withLock { counts in
            let known = counts[key].flatMap { now < $0.until.adding(seconds: Self.memorySeconds) ? $0 : nil }
            let failures = max(known?.failures ?? 0, stored?.failures ?? 0)
            let until = max(known?.until ?? now, stored?.until ?? now)
            guard now >= until else { return .failure(.signInSlowed.retry(afterSeconds: Self.seconds(from: now, to: until))) }
            let count = Count(failures: failures + 1, until: now.adding(seconds: wait(failures + 1, free: free)))
            if counts.count >= Self.keysMax { counts = counts.filter { now < $0.value.until } }
            if counts.count >= Self.keysMax { counts.removeAll() }
            counts[key] = count
            return .success(count)
        }
        return try begun.get()
    }

    func succeeded(_ key: [UInt8]) {
        counts.withLock { _ = $0.removeValue(forKey: key) }
    }

    /// The attempt came to nothing without being wrong: it does not count.
    func release(_ key: [UInt8], at now: Instant) {
        counts.withLock { counts in
            guard let count = counts[key] else { return }
            counts[key] = Count(failures: max(0, count.failures - 1), until: now)
        }
    }

    private func wait(_ failures: Int, free: Int) -> Int64 {
        guard failures >= free else { return 0 }
        let doublings = failures - free
        return doublings >= 30 ? waitSecondsMax : min(waitSecondsMax, 1 << Int64(doublings))
    }

    private static func seconds(from now: Instant, to until: Instant) -> Int {
        Int((until.milliseconds - now.milliseconds + 999) / 1_000)
    }
}
