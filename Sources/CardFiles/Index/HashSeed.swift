/// A secret that makes hashes of this process its own, so that nobody can prepare a file of collisions.
package struct HashSeed: Sendable {
    private let first: UInt64
    private let second: UInt64

    /// Two random words; chance comes in as a value.
    package init(_ first: UInt64, _ second: UInt64) {
        self.first = first | 1
        self.second = second ^ 0x9E37_79B9_7F4A_7C15
    }

    /// The folded product of two words under the secret.
    @inline(__always)
    func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left ^ first).multipliedFullWidth(by: right ^ second)
        return product.high ^ product.low
    }

    func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            var hash = mix(UInt64(bytes.count), 0x2D35_8DCC_AA6C_78A5)
            var index = 0
            while index < bytes.count {
                var word: UInt64 = 0
                for position in index..<min(index + 8, bytes.count) { word = word << 8 | UInt64(bytes[position]) }
                hash = mix(hash ^ word, 0x8BB8_4B93_962E_ACC9)
                index += 8
            }
            return hash
        }
    }
}
