/// Invented cards: their ICCIDs have valid check digits, their numbers and IMSIs lie in IoT ranges.
enum CardList {
    /// A file as an operating company gets it.
    static func file(_ numbers: Range<Int>) -> String {
        var file = "ICCID,MSISDN,IMSI\n"
        file.reserveCapacity(numbers.count * 54)
        for number in numbers {
            file += iccid(number) + "," + msisdn(number) + ",46004" + padded(number, to: 10) + "\n"
        }
        return file
    }

    static func msisdn(_ number: Int) -> String { "14400" + padded(number, to: 8) }

    static func iccid(_ number: Int) -> String {
        let body = "898600" + padded(number, to: 13)
        return body + String(luhn(body))
    }

    /// The digit that makes the sum of ISO/IEC 7812-1 a multiple of ten.
    private static func luhn(_ digits: String) -> Int {
        let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, place in
            let weighed = (Int(place.element) - 48) * (place.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + weighed / 10 + weighed % 10
        }
        return (10 - sum % 10) % 10
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
