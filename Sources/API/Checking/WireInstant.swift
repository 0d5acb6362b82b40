import Registry

/// Times on the wire: RFC 3339, written in UTC with milliseconds.
package enum WireInstant {
    /// Any offset, up to nine digits of a second (cut to milliseconds); years 1970 to 9998. A leap second is read as the next second.
    package static func parse(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard (20...40).contains(bytes.count), let date = WireDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let hour = WireDate.number(bytes[11..<13]), let minute = WireDate.number(bytes[14..<16]),
            let second = WireDate.number(bytes[17..<19]), hour < 24, minute < 60, second <= 60
        else { return nil }
        var place = 19
        guard let milliseconds = fraction(bytes, &place), let offset = offset(bytes[place...]) else { return nil }
        let days = daysSince1970(date.number)
        let total = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second) - Int64(offset)
        guard total >= 0 else { return nil }
        return Instant(milliseconds: total * 1_000 + Int64(milliseconds))
    }

    /// Written digit by digit, because every row of every answer has some. Times outside 1970 to 9999 are written as the nearest end.
    package static func text(_ instant: Instant) -> String {
        let milliseconds = Int(min(max(instant.milliseconds, 0), last))
        let date = dateNumber(daysSince1970: milliseconds / 86_400_000)
        let seconds = milliseconds / 1_000 % 86_400
        return String(unsafeUninitializedCapacity: 24) { text in
            write(Int(date) / 10_000, 4, then: "-", to: text, at: 0)
            write(Int(date) / 100 % 100, 2, then: "-", to: text, at: 5)
            write(Int(date) % 100, 2, then: "T", to: text, at: 8)
            write(seconds / 3_600, 2, then: ":", to: text, at: 11)
            write(seconds / 60 % 60, 2, then: ":", to: text, at: 14)
            write(seconds % 60, 2, then: ".", to: text, at: 17)
            write(milliseconds % 1_000, 3, then: "Z", to: text, at: 20)
            return 24
        }
    }

    /// 9999-12-31T23:59:59.999Z.
    private static let last = Int64(daysSince1970(WireDate.longTerm) + 1) * 86_400_000 - 1

    /// `count` digits and the character after them.
    private static func write(
        _ value: Int, _ count: Int, then end: Unicode.Scalar, to text: UnsafeMutableBufferPointer<UInt8>, at place: Int
    ) {
        var rest = value
        for digit in stride(from: place + count - 1, through: place, by: -1) {
            text[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        text[place + count] = UInt8(ascii: end)
    }

    private static func fraction(_ bytes: [UInt8], _ place: inout Int) -> Int? {
        guard bytes[place] == UInt8(ascii: ".") else { return 0 }
        place += 1
        let start = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
        guard (1...9).contains(place - start), place < bytes.count else { return nil }
        return WireDate.number(ArraySlice((Array(bytes[start..<place]) + Array("00".utf8)).prefix(3)))
    }

    /// Seconds ahead of UTC.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = WireDate.number(bytes[1..<3]),
            let minutes = WireDate.number(bytes[4..<6]), hours < 24, minutes < 60
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
        default: return nil
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's method).
    static func daysSince1970(_ number: Int64) -> Int {
        let month = Int(number / 100 % 100)
        let year = Int(number / 10_000) - (month <= 2 ? 1 : 0)
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + Int(number % 100) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func dateNumber(daysSince1970 days: Int) -> Int64 {
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
