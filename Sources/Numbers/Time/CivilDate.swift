/// A day of the Gregorian calendar, without time and zone, years 1 to 9999.
package struct CivilDate: Hashable, Sendable {
    /// yyyyMMdd as one number: sorts like the date, and differences divided by 10,000 are full years.
    package let yyyymmdd: Int32

    package var year: Int { Int(yyyymmdd) / 10_000 }
    package var month: Int { Int(yyyymmdd) / 100 % 100 }
    package var day: Int { Int(yyyymmdd) % 100 }

    /// Nil when there is no such day.
    @inline(__always)
    package init?(year: Int, month: Int, day: Int) {
        guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1 else { return nil }
        guard day <= Self.days(inMonth: month, of: year) else { return nil }
        yyyymmdd = Int32(truncatingIfNeeded: year * 10_000 + month * 100 + day)
    }

    /// The form the database and the number formats hold, 20261123. Nil when there is no such day.
    @inline(__always)
    package init?(yyyymmdd: Int) {
        guard yyyymmdd >= 0 else { return nil }
        self.init(year: yyyymmdd / 10_000, month: yyyymmdd / 100 % 100, day: yyyymmdd % 100)
    }

    /// Reads `yyyyMMdd`, `yyyy-MM-dd`, `yyyy/MM/dd` or, as printed on cards, `yyyy.MM.dd`; nothing else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let digits: [UInt8]
        switch bytes.count {
        case 8: digits = bytes
        case 10 where bytes[4] == bytes[7] && [0x2D, 0x2E, 0x2F].contains(bytes[4]):
            digits = Array(bytes[0..<4] + bytes[5..<7] + bytes[8..<10])
        default: return nil
        }
        guard digits.allSatisfy(\.isDigit) else { return nil }
        self.init(yyyymmdd: digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }

    private init(known yyyymmdd: Int32) { self.yyyymmdd = yyyymmdd }

    /// The last day there is, 9999-12-31.
    package static let last = CivilDate(known: 9999_12_31)

    @inline(__always)
    static func days(inMonth month: Int, of year: Int) -> Int {
        if month == 2 { return isLeap(year) ? 29 : 28 }
        // April, June, September, November: the months between are even up to July and odd after it.
        return 30 + (month + month / 8) % 2
    }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension CivilDate: Comparable {
    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.yyyymmdd < right.yyyymmdd }
}

extension CivilDate: CustomStringConvertible {
    /// ISO 8601, 2026-11-23.
    package var description: String {
        let text = String(yyyymmdd)
        let padded = String(repeating: "0", count: 8 - text.count) + text
        return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
    }
}

extension CivilDate {
    /// The full years lived on `date` by somebody born on this day; negative before birth.
    /// Who is born on 29 February gets older on 1 March in a common year.
    @inline(__always)
    package func age(on date: CivilDate) -> Int {
        let difference = Int(date.yyyymmdd) - Int(yyyymmdd)
        return difference >= 0 ? difference / 10_000 : -1 - (-difference - 1) / 10_000
    }

    /// The same day `years` later; 29 February becomes 28 February where it is missing. Nil beyond year 9999.
    package func adding(years: Int) -> CivilDate? {
        CivilDate(year: year + years, month: month, day: day) ?? CivilDate(year: year + years, month: month, day: day - 1)
    }
}
