/// A point in time: UTC milliseconds since 1970. Ring 0 takes it as a value and never reads a clock.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    package func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1_000) }
    package func adding(days: Int64) -> Instant { adding(seconds: days * 86_400) }
}
