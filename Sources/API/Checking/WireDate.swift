/// A day of the Gregorian calendar on the wire, `yyyy-MM-dd`; inside it is the number yyyymmdd.
package struct WireDate: Hashable, Sendable, CustomStringConvertible {
    /// yyyymmdd.
    package let number: Int64

    /// The stored value of 长期.
    package static let longTerm: Int64 = 9_999_12_31
    package static let longTermText = "long-term"

    /// Nil unless it is a day of the calendar between 1000 and 9998.
    package init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
            let year = Self.number(digits[0..<4]), let month = Self.number(digits[5..<7]), let day = Self.number(digits[8..<10]),
            (1_000...9_998).contains(year), (1...12).contains(month), (1...Self.days(of: month, in: year)).contains(day)
        else { return nil }
        number = Int64(year * 10_000 + month * 100 + day)
    }

    package init(number: Int64) {
        self.number = number
    }

    /// The day, or `long-term`.
    package static func until(_ text: String) -> Int64? {
        text == longTermText ? longTerm : WireDate(text)?.number
    }

    package static func untilText(_ number: Int64) -> String {
        number >= longTerm ? longTermText : WireDate(number: number).description
    }

    package var description: String {
        "\(number / 10_000)-\(Self.twoDigits(number / 100 % 100))-\(Self.twoDigits(number % 100))"
    }

    static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
