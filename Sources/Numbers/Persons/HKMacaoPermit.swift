/// The number of a mainland travel permit for Hong Kong and Macao residents: H or M and eight digits for life, on permits of the
/// 1999 form followed by two digits that count renewals. Lists often drop the letter; that is let through with a warning.
package struct HKMacaoPermit: CheckedNumber {
    package static let kind = NumberKind.hkMacaoPermit
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 1, last: 1) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<HKMacaoPermit> {
        Normaliser.judge(utf8, hyphens: .refused, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<HKMacaoPermit> {
        guard characters.areLettersOrDigits else { return .refused(.character) }
        let hasLetter = characters[0] == 0x48 || characters[0] == 0x4D
        let digits = hasLetter ? characters.dropping(1) : characters
        guard digits.count == 8 || digits.count == 10, digits.areDigits else { return .refused(.hkMacaoPermitForm) }
        if digits.areAllTheSame { return .refused(.placeholder) }
        var reasons = Reasons()
        if !hasLetter { reasons.note(.hkMacaoPermitLetterMissing) }
        return Verdict(HKMacaoPermit(trusted: characters.text), noting: reasons)
    }
}

extension HKMacaoPermit {
    private var hasLetter: Bool { !text[0].isDigit }

    /// What identifies the person over all renewals: the first nine characters, letter and eight digits.
    /// Of a number without its letter it is the eight digits, since the ninth character would be a renewal count.
    package var personKey: NumberText { text.slice(0..<(hasLetter ? 9 : 8)) ?? text }

    /// How often the permit was renewed, where the number says it.
    package var renewals: Int? {
        let start = hasLetter ? 9 : 8
        return text.count == start + 2 ? text.slice(start..<start + 2).map { Int($0.decimalValue) } : nil
    }

    package var origin: ResidencePermit.Origin? {
        switch text[0] {
        case 0x48: .hongKong
        case 0x4D: .macao
        default: nil
        }
    }
}
