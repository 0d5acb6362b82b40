extension CivilDate {
    /// Days since 1970-01-01, negative before.
    package var daysSinceEpoch: Int {
        // Years begin in March, so that the leap day is the last of its year; 400 years are one cycle.
        let shifted = month > 2 ? year : year - 1
        let cycle = shifted / 400
        let yearOfCycle = shifted - cycle * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * 146_097 + dayOfCycle - 719_468
    }

    /// Nil outside the years 1 to 9999.
    package init?(daysSinceEpoch days: Int) {
        guard days >= -719_162, days <= 2_932_896 else { return nil }
        let shifted = days + 719_468
        let cycle = shifted / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
        self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// Nil outside the years 1 to 9999.
    package func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
        return overflow ? nil : CivilDate(daysSinceEpoch: sum)
    }

    /// Days from this day to `other`, negative when `other` lies before.
    package func days(until other: CivilDate) -> Int { other.daysSinceEpoch - daysSinceEpoch }

    private static let millisecondsADay: Int64 = 86_400_000

    /// Asia/Shanghai has been eight hours ahead of UTC since 1991; the summer times before play no role here.
    private static let shanghaiOffset: Int64 = 8 * 3_600_000

    /// Days since 1970-01-01 of the day in China at a moment given in UTC milliseconds, negative before. Nil at the end of all moments.
    package static func daysSinceEpoch(shanghaiAt utcMilliseconds: Int64) -> Int? {
        let (local, overflow) = utcMilliseconds.addingReportingOverflow(Self.shanghaiOffset)
        guard !overflow else { return nil }
        return Int(local / Self.millisecondsADay - (local % Self.millisecondsADay < 0 ? 1 : 0))
    }

    /// The day in China at a moment given in UTC milliseconds. Nil outside the years 1 to 9999.
    package init?(shanghaiAt utcMilliseconds: Int64) {
        guard let days = Self.daysSinceEpoch(shanghaiAt: utcMilliseconds) else { return nil }
        self.init(daysSinceEpoch: days)
    }

    /// The moment in UTC milliseconds at which this day begins in China.
    package var shanghaiMidnight: Int64 { Int64(daysSinceEpoch) * Self.millisecondsADay - Self.shanghaiOffset }
}
