/// ISO 7064 MOD 97-10: the whole number leaves 1 when divided by 97, as in the EID (GSMA SGP.02).
enum Mod97Ten {
    /// The characters must be digits.
    @inline(__always)
    static func holds(_ digits: Characters) -> Bool {
        var remainder = 0
        var index = 0
        // Eight digits behind a remainder below 97 stay far below overflow.
        while index &+ 8 <= digits.count {
            remainder = (remainder &* 100_000_000 &+ EightDigits.value(EightDigits.load(digits.base + index))) % 97
            index &+= 8
        }
        while index < digits.count {
            remainder = (remainder &* 10 &+ digits.digit(index)) % 97
            index &+= 1
        }
        return remainder == 1
    }
}
