import Numbers

/// Times as carriers write them: RFC 3339, or without a zone as China's clocks show them.
package enum UsageTime {
    /// `2026-03-02T09:00:00+08:00`, `2026-03-02T01:00:00Z`, `2026-03-02 09:00:00`, `20260302090000` and `2026-03-02`; otherwise nil.
    package static func parse(_ text: String) -> Instant? {
        var digits: [Int64] = []
        var rest = Substring(text)
        var offset: Int64 = 8 * 3_600
        if rest.hasSuffix("Z") || rest.hasSuffix("z") {
            offset = 0
            rest = rest.dropLast()
        } else if rest.utf8.count > 19, let sign = rest.dropFirst(19).lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let zone = zone(rest[sign...]) else { return nil }
            offset = zone
            rest = rest[..<sign]
        }
        // Parts of a second say nothing here.
        if let dot = rest.firstIndex(of: ".") {
            guard rest[rest.index(after: dot)...].utf8.allSatisfy(isDigit) else { return nil }
            rest = rest[..<dot]
        }
        for byte in rest.utf8 {
            if isDigit(byte) {
                digits.append(Int64(byte) - 48)
            } else if !"-/ T:t".utf8.contains(byte) {
                return nil
            }
        }
        guard [8, 12, 14].contains(digits.count) else { return nil }
        func number(_ from: Int, _ count: Int) -> Int64 {
            from + count <= digits.count ? digits[from..<from + count].reduce(0) { $0 * 10 + $1 } : 0
        }
        let (hour, minute, second) = (number(8, 2), number(10, 2), number(12, 2))
        guard hour < 24, minute < 60, second < 61,
            let day = CivilDate(year: Int(number(0, 4)), month: Int(number(4, 2)), day: Int(number(6, 2)))
        else { return nil }
        let seconds = Int64(day.daysSinceEpoch) * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return Instant(milliseconds: seconds * 1_000)
    }

    private static func zone(_ text: Substring) -> Int64? {
        let digits = text.dropFirst().filter { $0 != ":" }.utf8
        guard digits.count == 4, digits.allSatisfy(isDigit), let number = Int64(String(digits)) else { return nil }
        let seconds = number / 100 * 3_600 + number % 100 * 60
        return text.hasPrefix("-") ? -seconds : seconds
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
