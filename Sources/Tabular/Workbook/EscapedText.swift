/// Undoes `_xHHHH_`, the way XLSX writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
    /// Decodes in place and answers the new length. Surrogates and NUL stay as they were written.
    static func decode(_ text: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        var from = 0
        var to = 0
        while from < count {
            if text[from] == 0x5F, let scalar = scalar(text, from, count) {
                to += TextDecoder.write(scalar, to: text + to)
                from += 7
            } else {
                if to != from { text[to] = text[from] }
                to += 1
                from += 1
            }
        }
        return to
    }

    private static func scalar(_ text: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int) -> UInt32? {
        guard start + 7 <= count, text[start + 1] == 0x78, text[start + 6] == 0x5F else { return nil }
        var value: UInt32 = 0
        for index in start + 2..<start + 6 {
            guard let digit = digit(text[index]) else { return nil }
            value = value << 4 | digit
        }
        return value == 0 || value & 0xF800 == 0xD800 ? nil : value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }
}
