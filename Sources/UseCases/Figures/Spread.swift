import Numbers
import Registry

/// How long something took, in whole seconds: half of all took at most the median, nine of ten at most the ninetieth.
package struct Spread: Hashable, Sendable {
    package let count: Int64
    package let median: Int64
    package let ninetieth: Int64

    package init(count: Int64, median: Int64, ninetieth: Int64) {
        self.count = count
        self.median = median
        self.ninetieth = ninetieth
    }

    /// Nil of nothing. By the nearest rank: each is a time that really was.
    package init?(seconds: [Int64]) {
        guard !seconds.isEmpty else { return nil }
        let sorted = seconds.sorted()
        func rank(_ tenths: Int) -> Int64 { sorted[(sorted.count * tenths + 9) / 10 - 1] }
        self.init(count: Int64(sorted.count), median: rank(5), ninetieth: rank(9))
    }
}

/// The months that figures of people's work tell of: the present one and the three before, in China's calendar.
package struct FigureMonths: Hashable, Sendable {
    package static let before = 3

    /// The oldest first.
    package let months: [CardFigures.Month]
    package let begin: Instant
    package let now: Instant

    package init(at now: Instant) {
        let today = CivilDate(shanghai: now)
        let latest = today.year * 12 + today.month - 1
        months = (latest - Self.before...latest).map { CardFigures.Month(year: $0 / 12, month: $0 % 12 + 1) }
        begin = months.first?.begin ?? now
        self.now = now
    }

    /// Up to and with now.
    package var end: Instant { Instant(milliseconds: now.milliseconds + 1) }

    package func index(of instant: Instant) -> Int? {
        let day = CivilDate(shanghai: instant)
        return months.firstIndex(of: CardFigures.Month(year: day.year, month: day.month))
    }
}

extension CardFigures.Month {
    /// `2026-11`
    package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    fileprivate var begin: Instant? {
        CivilDate(year: year, month: month, day: 1).map { Instant(milliseconds: $0.shanghaiMidnight) }
    }
}

extension Instant {
    /// Whole seconds from this moment to the other; none where the clock was set back.
    func seconds(until other: Instant) -> Int64 { max(0, (other.milliseconds - milliseconds) / 1_000) }
}
