extension Instant {
    /// RFC 3339, in UTC with milliseconds. Written digit by digit: every row of every answer has some, and seconds as a floating number lose a
    /// millisecond now and then. Times outside 1970 to 9999 are written as the nearest end.
    package var rfc3339: String {
        let milliseconds = Int(min(max(milliseconds, 0), Self.textLast))
        let date = Self.dateNumber(daysSince1970: milliseconds / 86_400_000)
        let seconds = milliseconds / 1_000 % 86_400
        return String(unsafeUninitializedCapacity: 24) { text in
            Self.writeDigits(Int(date) / 10_000, 4, then: "-", to: text, at: 0)
            Self.writeDigits(Int(date) / 100 % 100, 2, then: "-", to: text, at: 5)
            Self.writeDigits(Int(date) % 100, 2, then: "T", to: text, at: 8)
            Self.writeDigits(seconds / 3_600, 2, then: ":", to: text, at: 11)
            Self.writeDigits(seconds / 60 % 60, 2, then: ":", to: text, at: 14)
            Self.writeDigits(seconds % 60, 2, then: ".", to: text, at: 17)
            Self.writeDigits(milliseconds % 1_000, 3, then: "Z", to: text, at: 20)
            return 24
        }
    }

    /// 9999-12-31T23:59:59.999Z.
    private static let textLast: Int64 = 253_402_300_799_999

    /// `count` digits and the character after them.
    private static func writeDigits(
        _ value: Int, _ count: Int, then end: Unicode.Scalar, to text: UnsafeMutableBufferPointer<UInt8>, at place: Int
    ) {
        var rest = value
        for digit in stride(from: place + count - 1, through: place, by: -1) {
            text[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        text[place + count] = UInt8(ascii: end)
    }

    /// Day of the proleptic Gregorian calendar as `20260302` (Howard Hinnant's method).
    private static func dateNumber(daysSince1970 days: Int) -> Int64 {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return Int64(year * 10_000 + month * 100 + day)
    }
}
