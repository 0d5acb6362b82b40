/// A passport number: letters and digits, 5 to 17. There is no check digit in the number itself.
package struct Passport: CheckedNumber {
    package static let kind = NumberKind.passport
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 1, last: 1) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<Passport> {
        Normaliser.judge(utf8, hyphens: .refused, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<Passport> {
        guard characters.areLettersOrDigits else { return .refused(.character) }
        guard characters.count >= 5, characters.count <= 17 else { return .refused(.passportLength) }
        if characters.areAllTheSame { return .refused(.placeholder) }
        return .ok(Passport(trusted: characters.text))
    }
}
