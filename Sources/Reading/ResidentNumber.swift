import Numbers

/// The check of GB 11643-1999 once more, in memory-safe code: a child that fell to its picture may claim anything.
enum ResidentNumber {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    /// Whether check digit and birth date hold.
    static func holds(_ number: String) -> Bool {
        let bytes = Array(number.utf8)
        guard bytes.count == 18, bytes.prefix(17).allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let sum = zip(bytes, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        guard bytes[17] == Array("10X98765432".utf8)[sum % 11] else { return false }
        guard let birth = CivilDate(String(decoding: bytes[6..<14], as: UTF8.self)) else { return false }
        return birth.year >= 1900
    }
}
