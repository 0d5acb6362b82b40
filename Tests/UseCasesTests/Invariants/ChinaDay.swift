import Registry

/// China's calendar as the standards of time say, reckoned here again: days are counted from 1 January 1970, eight hours ahead all the year.
struct ChinaDay: Hashable {
    let year: Int
    let month: Int
    let day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(of instant: Instant) {
        var rest = Int((instant.milliseconds + 8 * 3_600_000) / 86_400_000)
        var year = 1970
        var month = 1
        while rest >= Self.days(in: month, of: year) {
            rest -= Self.days(in: month, of: year)
            year = month == 12 ? year + 1 : year
            month = month % 12 + 1
        }
        self.init(year: year, month: month, day: rest + 1)
    }

    /// As it is written in numbers: `yyyymmdd`.
    var written: Int64 { Int64(year * 10_000 + month * 100 + day) }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// When it has ended.
    private var end: Instant {
        var days = day
        for passed in 1970..<year { for month in 1...12 { days += Self.days(in: month, of: passed) } }
        for passed in 1..<month { days += Self.days(in: passed, of: year) }
        return Instant(milliseconds: Int64(days) * 86_400_000 - 8 * 3_600_000)
    }

    /// When the same day so many months later has ended; where that month has no such day, its last.
    static func end(ofMonths months: Int, after begin: Instant) -> Instant {
        let from = ChinaDay(of: begin)
        let place = from.month - 1 + months
        let (year, month) = (from.year + place / 12, place % 12 + 1)
        return ChinaDay(year: year, month: month, day: min(from.day, days(in: month, of: year))).end
    }

    /// When the first day of a month begins, then or next; `midnight` is the beginning of a day.
    static func firstOfMonth(from midnight: Instant) -> Instant {
        let day = ChinaDay(of: midnight)
        return day.day == 1 ? midnight : ChinaDay(year: day.year, month: day.month, day: days(in: day.month, of: day.year)).end
    }

    /// When the day so many days later has ended.
    static func end(ofDays days: Int64, after begin: Instant) -> Instant { ChinaDay(of: begin).end.adding(days: days) }
}
