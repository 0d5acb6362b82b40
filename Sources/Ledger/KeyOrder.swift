/// The order of member names: by UTF-16 code units (RFC 8785 section 3.2.3), decided on UTF-8 bytes.
package enum KeyOrder {
    package static func sorted(_ names: some Sequence<String>) -> [String] {
        names.sorted(by: precedes)
    }

    static func precedes(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in right.withUTF8 { precedes(left, $0) } }
    }

    /// UTF-8 bytes sort as code points do. UTF-16 differs in one thing only: supplementary characters (lead byte F0 and above, surrogates
    /// from D800) come before U+E000 to U+FFFF (lead bytes EE and EF).
    static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        for place in 0..<min(left.count, right.count) where left[place] != right[place] {
            return weight(left[place]) < weight(right[place])
        }
        return left.count < right.count
    }

    private static func weight(_ byte: UInt8) -> UInt8 {
        byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
    }
}
