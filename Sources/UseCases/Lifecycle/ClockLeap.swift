import Registry

/// Notices a clock that leaps: the time of day must not run much faster than time passes. While it does, no card's life is moved, since what
/// a leap cancels nobody brings back.
package struct ClockLeap: Sendable {
    private let allowedSeconds: Int64
    /// The first reading: time of day, and time that has passed since some point.
    private var begin: (day: Instant, steadySeconds: Int64)?

    package init(allowedSeconds: Int64) {
        self.allowedSeconds = allowedSeconds
    }

    /// Whether the time of day can be believed. It cannot while it is ahead, and can again once it is set right.
    package mutating func isSound(_ day: Instant, steadySeconds: Int64) -> Bool {
        guard let begin else {
            self.begin = (day, steadySeconds)
            return true
        }
        let ahead = (day.milliseconds - begin.day.milliseconds) / 1_000 - (steadySeconds - begin.steadySeconds)
        return ahead <= allowedSeconds
    }
}
