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

/// The machine's own source of chance, asked for a page at a time: a registration draws some fifty times, and each call of the system costs
/// more than what is made of it. What was given is wiped here.
package final class SystemChance: Chance {
    private struct Drawn {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        var left = 0
    }

    private let drawn = Mutex(Drawn())
    /// What `getentropy` gives at once.
    private static let mostAtOnce = 256

    package init() {}

    package func words() -> (UInt64, UInt64) {
        var words: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &words) { fill($0[...]) }
        return words
    }

    package func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            fill(UnsafeMutableRawBufferPointer(bytes)[...])
            filled = count
        }
    }

    private func fill(_ wanted: Slice<UnsafeMutableRawBufferPointer>) {
        drawn.withLock { drawn in
            var rest = wanted
            while !rest.isEmpty {
                if drawn.left == 0 { Self.refill(&drawn) }
                let count = min(drawn.left, rest.count), start = drawn.left - count
                drawn.bytes.withUnsafeMutableBytes { page in
                    let given = page[start..<drawn.left]
                    UnsafeMutableRawBufferPointer(rebasing: rest.prefix(count)).copyMemory(from: UnsafeRawBufferPointer(rebasing: given))
                    UnsafeMutableRawBufferPointer(rebasing: given).initializeMemory(as: UInt8.self, repeating: 0)
                }
                drawn.left = start
                rest = rest.dropFirst(count)
            }
        }
    }

    private static func refill(_ drawn: inout Drawn) {
        drawn.bytes.withUnsafeMutableBytes { page in
            for start in stride(from: 0, to: page.count, by: mostAtOnce) {
                let part = page[start..<min(start + mostAtOnce, page.count)]
                precondition(
                    getentropy(UnsafeMutableRawBufferPointer(rebasing: part).baseAddress, part.count) == 0, "the system gives no chance")
            }
        }
        drawn.left = drawn.bytes.count
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
