/// Base64 with padding (RFC 4648 section 4), as checkpoints and proofs write hashes.
package enum Base64 {
    package static func text(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0...group.count { digits.append(alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)]) }
            for _ in group.count..<3 { digits.append(padding) }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Nothing unless the text is the one spelling of its bytes: padded, without white space, unused bits zero.
    package static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 4) else { return nil }
        let padded = digits.suffix(2).reversed().prefix { $0 == padding }.count
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        for (place, digit) in digits.dropLast(padded).enumerated() {
            guard let value = value(digit) else { return nil }
            bits = bits << 6 | value
            if place % 4 > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> (6 - 2 * UInt32(place % 4)))) }
        }
        return Self.text(bytes) == text ? bytes : nil
    }

    /// For addresses, headers and names: the alphabet of RFC 4648 section 5, without padding.
    package static func urlText(_ bytes: [UInt8]) -> String {
        let digits = text(bytes).utf8.compactMap { digit -> UInt8? in
            switch digit {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case padding: nil
            default: digit
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Whether the text has so many digits of that alphabet and nothing else.
    package static func isURLText(_ text: String, digits: Int) -> Bool {
        text.utf8.count == digits
            && text.utf8.allSatisfy {
                value($0) != nil && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static let padding = UInt8(ascii: "=")
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
