/// ISO 7064 MOD 11-2: seventeen digits and a check digit or X, as in GB 11643.
enum Mod11Two {
    /// The first seventeen characters must be digits.
    @inline(__always)
    static func checkCharacter(_ seventeen: Characters) -> UInt8 {
        // Horner's scheme with base 2; 17 digits stay far below overflow, so one division at the end is enough.
        var sum = 0
        var index = 0
        while index < 17 {
            sum = sum &* 2 &+ seventeen.digit(index)
            index &+= 1
        }
        let check = (12 &- sum &* 2 % 11) % 11
        return check == 10 ? 0x58 : UInt8(truncatingIfNeeded: check &+ 0x30)
    }
}
