import Glibc
import Registry
import Synchronization

/// The time of day, as a port: tests move it.
package protocol Clock: Sendable {
    func now() -> Instant
}

/// Chance, as a port: tests count instead.
package protocol Chance: Sendable {
    func words() -> (UInt64, UInt64)
}

/// The machine's own clock; it never runs backwards within a process, so that records made later never carry an earlier time.
package final class SystemClock: Clock {
    private let latest = Mutex<Int64>(0)

    package init() {}

    package func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let read = Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
        return Instant(
            milliseconds: latest.withLock { latest in
                latest = max(latest, read)
                return latest
            })
    }
}

/// The machine's own source of chance.
package struct SystemChance: Chance {
    package init() {}

    package func words() -> (UInt64, UInt64) {
        var generator = SystemRandomNumberGenerator()
        return (generator.next(), generator.next())
    }
}

extension Chance {
    /// `count` bytes nobody can guess (from the system's source in production).
    package func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 16)
        while bytes.count < count {
            let (first, second) = words()
            withUnsafeBytes(of: first) { bytes.append(contentsOf: $0) }
            withUnsafeBytes(of: second) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }
}
