/// The normalised characters of one number while it is being judged: upper-case ASCII, zero-padded to 40 bytes behind.
///
/// Lives only inside `Normaliser.judge`; nothing keeps the pointer.
struct Characters {
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    subscript(index: Int) -> UInt8 { base[index] }

    /// The value of a character known to be a digit.
    @inline(__always)
    func digit(_ index: Int) -> Int { Int(base[index]) &- 0x30 }

    @inline(__always)
    func isDigit(_ index: Int) -> Bool { base[index].isDigit }

    @inline(__always)
    func areDigits(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index &+ 8 <= range.upperBound {
            if !EightDigits.areDigits(EightDigits.load(base + index)) { return false }
            index &+= 8
        }
        while index < range.upperBound {
            if !base[index].isDigit { return false }
            index &+= 1
        }
        return true
    }

    @inline(__always)
    var areDigits: Bool { areDigits(0..<count) }

    /// Whether every character is a digit or an upper-case letter.
    @inline(__always)
    var areLettersOrDigits: Bool {
        var index = 0
        while index < count {
            if !base[index].isDigit && !base[index].isLetter { return false }
            index &+= 1
        }
        return true
    }

    /// The number that the digits in `range` spell; at most 18 of them.
    @inline(__always)
    func value(_ range: Range<Int>) -> Int {
        var value = 0
        var index = range.lowerBound
        while index < range.upperBound {
            value = value &* 10 &+ digit(index)
            index &+= 1
        }
        return value
    }

    /// Whether one character fills the whole number, as in 00000000: typed to get past a form, not read from a document.
    @inline(__always)
    var areAllTheSame: Bool {
        var index = 1
        while index < count {
            if base[index] != base[0] { return false }
            index &+= 1
        }
        return count > 1
    }

    /// The characters without the first `dropped`; the padding behind stays.
    @inline(__always)
    func dropping(_ dropped: Int) -> Characters {
        Characters(base: base + dropped, count: count &- dropped)
    }

    /// The characters as a text of their own. There are at most 32, which `Normaliser` sees to.
    @inline(__always)
    var text: NumberText { NumberText(zeroPadded: UnsafeRawPointer(base), count: count) }
}

extension UInt8 {
    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    /// An upper-case Latin letter.
    @inline(__always)
    var isLetter: Bool { self &- 0x41 < 26 }
}
