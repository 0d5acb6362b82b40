/// The 31 characters of GB 32100 (no I, O, S, V, Z) and their check character, weights 3^i modulo 31.
enum CreditCodeAlphabet {
    @inline(__always)
    static func contains(_ byte: UInt8) -> Bool {
        if byte.isDigit { return true }
        switch byte {
        case 0x49, 0x4F, 0x53, 0x56, 0x5A: return false
        default: return byte.isLetter
        }
    }

    @inline(__always)
    static func holds(_ characters: Characters) -> Bool {
        var index = 0
        while index < characters.count {
            if !contains(characters[index]) { return false }
            index &+= 1
        }
        return true
    }

    /// 0 to 30; the left-out letters before a letter close ranks.
    @inline(__always)
    static func value(_ byte: UInt8) -> Int {
        if byte.isDigit { return Int(byte) &- 0x30 }
        var value = Int(byte) &- 0x37
        if byte > 0x49 { value &-= 1 }
        if byte > 0x4F { value &-= 1 }
        if byte > 0x53 { value &-= 1 }
        if byte > 0x56 { value &-= 1 }
        return value
    }

    /// The eighteen characters must be of the alphabet.
    @inline(__always)
    static func checkHolds(_ eighteen: Characters) -> Bool {
        // Horner's scheme with base 3 from the right; 3^17 · 30 is far from overflow.
        var sum = 0
        var index = 16
        while index >= 0 {
            sum = sum &* 3 &+ value(eighteen[index])
            index &-= 1
        }
        return (sum &+ value(eighteen[17])) % 31 == 0
    }
}
