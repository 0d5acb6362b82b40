/// Eight ASCII characters looked at in one word: most numbers are digits typed without a slip, and this is how they get through fast.
enum EightDigits {
    @inline(__always)
    static func load(_ base: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
    }

    /// Whether every byte is `0` to `9`: the high half is 3, and stays 3 when 6 is added.
    @inline(__always)
    static func areDigits(_ word: UInt64) -> Bool {
        let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        let three: UInt64 = 0x3030_3030_3030_3030
        return (word & high) == three && ((word &+ 0x0606_0606_0606_0606) & high) == three
    }

    /// The number that eight digits spell: neighbours are joined to pairs, pairs to fours, fours to eight.
    @inline(__always)
    static func value(_ word: UInt64) -> Int {
        let digits = word & 0x0F0F_0F0F_0F0F_0F0F
        let pairs = (digits &* 10 &+ (digits >> 8)) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
        return Int(truncatingIfNeeded: (fours &* 10_000 &+ (fours >> 32)) & 0xFFFF_FFFF)
    }
}
