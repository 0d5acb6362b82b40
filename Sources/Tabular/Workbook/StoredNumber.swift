import Glibc

/// A numeric cell as the file stores it: shortest decimal of a double, sometimes with a point or an exponent.
enum StoredNumber {
    /// Digits that a spreadsheet keeps; beyond them it puts zeros.
    static let exactDigits = 15

    /// Writes a whole number of at most 15 digits without point and exponent, and leaves everything else as it is.
    /// Works in place; the buffer has room for 32 bytes. Answers the new length.
    static func normalise(_ text: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        var isPlain = true
        for index in 0..<count where text[index] &- 0x30 > 9 { isPlain = false }
        if isPlain || count > 30 { return count }
        let saved = text[count]
        text[count] = 0
        var end: UnsafeMutablePointer<CChar>?
        let start = UnsafeMutableRawPointer(text).assumingMemoryBound(to: CChar.self)
        let value = strtod(start, &end)
        text[count] = saved
        guard end == start + count, value >= 0, value < 1e15, value == value.rounded() else { return count }
        var length = 0
        for byte in String(Int64(value)).utf8 {
            text[length] = byte
            length += 1
        }
        return length
    }
}
