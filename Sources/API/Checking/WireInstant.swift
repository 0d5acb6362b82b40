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

    package static func text(_ instant: Instant) -> String { instant.rfc3339 }

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
}
