import Glibc
import Registry
import Synchronization

/// The time of day, as a port: tests move it.
package protocol Clock: Sendable {
    func now() -> Instant
    /// How it stands to the machine's clock, and to the time that passes.
    var standing: ClockStanding { get }
}

extension Clock {
    /// Of a clock that nobody corrects.
    package var standing: ClockStanding { ClockStanding() }
}

/// How a server's time stands to the machine's clock, and to the time that passes.
package struct ClockStanding: Hashable, Sendable {
    /// Seconds by which it has run ahead of the time that has passed since the start; below 0 where it has lost some.
    package let aheadSeconds: Int64
    /// Seconds by which the machine's clock was set back under it: it stands still for as long, unless the server starts anew.
    package let setBackSeconds: Int64

    /// Time that stands still for no longer than this does no harm.
    package static let correctionSecondsMax: Int64 = 60

    package init(aheadSeconds: Int64 = 0, setBackSeconds: Int64 = 0) {
        self.aheadSeconds = aheadSeconds
        self.setBackSeconds = setBackSeconds
    }

    /// Limits fill no more and nothing runs out while time stands still, and codes of sign-ins are refused: the server wants to be started anew.
    package var isSetBack: Bool { setBackSeconds > Self.correctionSecondsMax }
}

/// Chance, as a port: tests count instead.
package protocol Chance: Sendable {
    func words() -> (UInt64, UInt64)
    /// `count` bytes nobody can guess (from the system's source in production).
    func bytes(_ count: Int) -> [UInt8]
}

/// The machine's own clock; it never runs backwards within a process, so that records made later never carry an earlier time, and nothing that
/// is kept in memory until some time waits for one that was never to come (docs/adr/0030).
package final class SystemClock: Clock {
    private let latest = Mutex<Int64>(0)
    /// The time of day in milliseconds, and seconds that have passed since some point.
    private let machine: @Sendable () -> Int64
    private let steady: @Sendable () -> Int64
    /// What the time of day was at that point, in seconds.
    private let origin: Int64

    package init(machine: @escaping @Sendable () -> Int64, steady: @escaping @Sendable () -> Int64) {
        self.machine = machine
        self.steady = steady
        origin = machine() / 1_000 - steady()
    }

    package convenience init() {
        let start = ContinuousClock.now
        self.init(machine: { SystemClock.machineMilliseconds() }, steady: { (ContinuousClock.now - start).components.seconds })
    }

    private static func machineMilliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    package func now() -> Instant {
        let read = machine()
        return Instant(
            milliseconds: latest.withLock { latest in
                latest = max(latest, read)
                return latest
            })
    }

    package var standing: ClockStanding {
        let read = machine()
        let time = latest.withLock { max($0, read) }
        return ClockStanding(aheadSeconds: time / 1_000 - steady() - origin, setBackSeconds: (time - read) / 1_000)
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
