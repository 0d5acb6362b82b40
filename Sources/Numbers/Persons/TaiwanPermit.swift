/// The number of a mainland travel permit for Taiwan residents: since 2008-09-25 eight digits for life; before that these eight,
/// two digits that count renewals and often a letter in brackets. The brackets are dropped.
package struct TaiwanPermit: CheckedNumber {
    package static let kind = NumberKind.taiwanPermit
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 1, last: 1) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<TaiwanPermit> {
        Normaliser.judge(utf8, hyphens: .refused, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<TaiwanPermit> {
        var letter: UInt8?
        switch characters.count {
        case 8, 10: break
        case 11: letter = characters[10]
        case 13 where characters[10] == 0x28 && characters[12] == 0x29: letter = characters[11]
        default: return .refused(characters.areLettersOrDigits ? .taiwanPermitForm : .character)
        }
        let digits = Characters(base: characters.base, count: min(characters.count, 10))
        guard digits.areDigits, letter?.isLetter ?? true else { return .refused(.taiwanPermitForm) }
        if digits.areAllTheSame { return .refused(.placeholder) }
        guard let letter else { return .ok(TaiwanPermit(trusted: digits.text)) }
        return .ok(TaiwanPermit(trusted: withLetter(digits, letter)))
    }

    /// Ten digits and a letter, without what stood around the letter.
    private static func withLetter(_ digits: Characters, _ letter: UInt8) -> NumberText {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NumberText.capacity) { buffer in
            buffer.initialize(repeating: 0)
            for index in 0..<10 { buffer[index] = digits[index] }
            buffer[10] = letter
            return Characters(base: UnsafePointer(buffer.baseAddress.unsafelyUnwrapped), count: 11).text
        }
    }
}

extension TaiwanPermit {
    /// What identifies the person over all renewals: the first eight digits.
    package var personKey: NumberText { text.slice(0..<8) ?? text }
}
