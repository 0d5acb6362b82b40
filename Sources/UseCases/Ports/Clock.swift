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
    /// `count` bytes nobody can guess (from the system's source in production).
    func bytes(_ count: Int) -> [UInt8]
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

/// The machine's own source of chance: one call of the system for each draw, and nothing of it kept.
package struct SystemChance: Chance {
    /// What `getentropy` gives at once.
    private static let mostAtOnce = 256

    package init() {}

    package func words() -> (UInt64, UInt64) {
        var words: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &words) { Self.fill($0) }
        return words
    }

    package func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            Self.fill(UnsafeMutableRawBufferPointer(bytes))
            filled = count
        }
    }

    private static func fill(_ bytes: UnsafeMutableRawBufferPointer) {
        for start in stride(from: 0, to: bytes.count, by: mostAtOnce) {
            let part = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<min(start + mostAtOnce, bytes.count)])
            precondition(getentropy(part.baseAddress, part.count) == 0, "the system gives no chance")
        }
    }
}

extension Chance {
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
