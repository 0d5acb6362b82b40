import Numbers

/// Periods as China's calendar counts them: they end when their last day has ended in Asia/Shanghai.
package enum ServiceCalendar {
    /// Later than any date that has a name.
    package static let never = Instant(milliseconds: CivilDate.last.shanghaiMidnight)

    /// The end of the same day `months` later; where that month has no such day, of its last: 31 December and two months are the end of
    /// February's last day.
    package static func end(ofMonths months: Int64, after begin: Instant) -> Instant {
        guard let day = CivilDate(shanghaiAt: begin.milliseconds), let count = Int(exactly: months), count < 120_000 else { return never }
        let place = day.year * 12 + day.month - 1 + count
        for shorter in 0...3 {
            if let found = CivilDate(year: place / 12, month: place % 12 + 1, day: day.day - shorter) { return end(of: found) }
        }
        return never
    }

    /// The end of the day `days` later.
    package static func end(ofDays days: Int64, after begin: Instant) -> Instant {
        guard let day = CivilDate(shanghaiAt: begin.milliseconds), let count = Int(exactly: days), let last = day.adding(days: count)
        else { return never }
        return end(of: last)
    }

    /// The beginning of the next first of a month, which is when carriers activate by force; `instant` itself where it is one.
    package static func firstOfMonth(from instant: Instant) -> Instant {
        guard let day = CivilDate(shanghaiAt: instant.milliseconds) else { return never }
        if day.day == 1, day.shanghaiMidnight == instant.milliseconds { return instant }
        let place = day.year * 12 + day.month
        guard let first = CivilDate(year: place / 12, month: place % 12 + 1, day: 1) else { return never }
        return Instant(milliseconds: first.shanghaiMidnight)
    }

    /// The beginning of the month before the one in which `instant` lies; nil where there is none.
    package static func beginOfMonthBefore(_ instant: Instant) -> Instant? {
        guard let day = CivilDate(shanghaiAt: instant.milliseconds), let before = day.adding(days: -day.day),
            let first = before.adding(days: 1 - before.day)
        else { return nil }
        return Instant(milliseconds: first.shanghaiMidnight)
    }

    /// `instant` itself where it is day in China, else the next morning at eight: from nine in the evening on nobody is called.
    package static func daytime(from instant: Instant) -> Instant {
        guard let day = CivilDate(shanghaiAt: instant.milliseconds) else { return instant }
        let (morning, night) = (day.shanghaiMidnight + 8 * 3_600_000, day.shanghaiMidnight + 21 * 3_600_000)
        if instant.milliseconds < morning { return Instant(milliseconds: morning) }
        return instant.milliseconds < night ? instant : Instant(milliseconds: morning + 24 * 3_600_000)
    }

    private static func end(of day: CivilDate) -> Instant {
        day.adding(days: 1).map { Instant(milliseconds: $0.shanghaiMidnight) } ?? never
    }
}
