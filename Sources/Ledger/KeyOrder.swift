/// The order of member names: by UTF-16 code units (RFC 8785 section 3.2.3), decided on UTF-8 bytes.
package enum KeyOrder {
    package static func sorted(_ names: some Sequence<String>) -> [String] {
        names.sorted { precedes($0.utf8, $1.utf8) }
    }

    /// UTF-8 bytes sort as code points do. UTF-16 differs in one thing only: supplementary characters (lead byte F0 and above, surrogates
    /// from D800) come before U+E000 to U+FFFF (lead bytes EE and EF).
    static func precedes(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
        var left = left.makeIterator()
        var right = right.makeIterator()
        while true {
            guard let ofRight = right.next() else { return false }
            guard let ofLeft = left.next() else { return true }
            if ofLeft != ofRight { return weight(ofLeft) < weight(ofRight) }
        }
    }

    private static func weight(_ byte: UInt8) -> UInt8 {
        byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
    }
}
