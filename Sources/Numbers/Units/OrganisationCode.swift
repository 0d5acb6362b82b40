/// The organisation code (GB 11714): eight digits or letters and a check character; also the heart of the credit code.
package struct OrganisationCode: CheckedNumber {
    package static let kind = NumberKind.organisationCode
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    /// Units' codes are public facts and shown whole.
    package var masked: String { text.description }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<OrganisationCode> {
        Normaliser.judge(utf8, hyphens: .dropped, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<OrganisationCode> {
        guard characters.areLettersOrDigits else { return .refused(.character) }
        guard characters.count == 9 else { return .refused(.organisationCodeLength) }
        if characters.areAllTheSame { return .refused(.placeholder) }
        guard checkHolds(characters) else { return .refused(.organisationCodeCheckDigit) }
        return .ok(OrganisationCode(trusted: characters.text))
    }

    /// Weights 3 7 9 10 5 8 4 2 as hexadecimal digits.
    private static let weights: UInt32 = 0x379A_5842

    /// Letters count 10 to 35 without gaps, other than in the credit code around it. The characters must be letters and digits.
    @inline(__always)
    static func checkHolds(_ nine: Characters) -> Bool {
        var sum = 0
        var index = 0
        while index < 8 {
            let value = nine[index].isDigit ? nine.digit(index) : Int(nine[index]) &- 0x37
            sum &+= value &* Int(weights >> UInt32(28 &- 4 &* index) & 0xF)
            index &+= 1
        }
        switch 11 - sum % 11 {
        case 10: return nine[8] == 0x58
        case 11: return nine[8] == 0x30
        case let check: return Int(nine[8]) == check + 0x30
        }
    }
}
