/// One character of UTF-8 outside ASCII and what it stands for in a number.
struct WideCharacter {
    /// Bytes read; 0 when they are not well-formed UTF-8.
    let length: Int
    /// The ASCII character meant; a space for every kind of blank and invisible mark; 0 when there is none.
    let ascii: UInt8

    private static let malformed = WideCharacter(length: 0, ascii: 0)

    @inline(never)
    static func read(_ bytes: UnsafePointer<UInt8>, remaining: Int) -> WideCharacter {
        switch bytes[0] {
        case 0xC2...0xDF: decode(bytes, remaining, length: 2, leading: 0x1F, smallest: 0x80)
        case 0xE0...0xEF: decode(bytes, remaining, length: 3, leading: 0x0F, smallest: 0x800)
        case 0xF0...0xF4: decode(bytes, remaining, length: 4, leading: 0x07, smallest: 0x10000)
        default: malformed
        }
    }

    private static func decode(
        _ bytes: UnsafePointer<UInt8>, _ remaining: Int, length: Int, leading: UInt8, smallest: UInt32
    ) -> WideCharacter {
        guard remaining >= length else { return malformed }
        var scalar = UInt32(bytes[0] & leading)
        for index in 1..<length {
            guard bytes[index] & 0xC0 == 0x80 else { return malformed }
            scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
        }
        let isSurrogate = scalar >= 0xD800 && scalar < 0xE000
        guard scalar >= smallest, scalar <= 0x10FFFF, !isSurrogate else { return malformed }
        return WideCharacter(length: length, ascii: ascii(for: scalar))
    }

    private static func ascii(for scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21)  // full-width forms
        case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20  // blanks
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: 0x20  // marks nobody sees
        case 0x2010...0x2015, 0x2212, 0xFE63: 0x2D  // hyphens and dashes
        default: 0
        }
    }
}
