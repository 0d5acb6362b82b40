/// ISO 7064 MOD 97-10: the whole number leaves 1 when divided by 97, as in the EID (GSMA SGP.02).
enum Mod97Ten {
    /// The characters must be digits.
    @inline(__always)
    static func holds(_ digits: Characters) -> Bool {
        var remainder = 0
        var start = 0
        while start < digits.count {
            // Sixteen digits behind a remainder below 97 stay below 2^63.
            let end = min(start &+ 16, digits.count)
            var index = start
            while index < end {
                remainder = remainder &* 10 &+ digits.digit(index)
                index &+= 1
            }
            remainder %= 97
            start = end
        }
        return remainder == 1
    }
}
