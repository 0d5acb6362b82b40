/// The unified social credit code (GB 32100-2015): authority, category, region, organisation code, check character; 18 characters.
package struct CreditCode: CheckedNumber {
    package static let kind = NumberKind.creditCode
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    /// Units' codes are public facts and shown whole.
    package var masked: String { text.description }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<CreditCode> {
        Normaliser.judge(utf8, hyphens: .dropped) { judge($0, in: context.regions) }
    }

    @inline(__always)
    private static func judge(_ characters: Characters, in regions: RegionTable) -> Verdict<CreditCode> {
        guard characters.areLettersOrDigits else { return .refused(.character) }
        guard CreditCodeAlphabet.holds(characters) else { return .refused(.creditCodeAlphabet) }
        guard characters.count == 18 else { return .refused(.creditCodeLength) }
        guard characters.areDigits(2..<8) else { return .refused(.creditCodeRegion) }
        if characters.areAllTheSame { return .refused(.placeholder) }
        guard CreditCodeAlphabet.checkHolds(characters) else { return .refused(.creditCodeCheckDigit) }
        guard OrganisationCode.checkHolds(Characters(base: characters.base + 8, count: 9)) else {
            return .refused(.creditCodeOrganisationCheckDigit)
        }
        var reasons = Reasons()
        if Authority(characters[0], category: characters[1]) == nil { reasons.note(.creditCodeAuthorityUnknown) }
        noteRegion(characters.value(2..<8), in: regions, noting: &reasons)
        return Verdict(CreditCode(trusted: characters.text), noting: reasons)
    }

    /// 100000 stands for the whole country. Codes are kept when a county goes, so only unknown ones are noted.
    @inline(__always)
    static func noteRegion(_ code: Int, in regions: RegionTable, noting reasons: inout Reasons) {
        if code != 100_000 { PersonRules.noteRegion(code, since: 0, in: regions, noting: &reasons) }
    }
}

extension CreditCode {
    /// The code's own organisation code, characters 9 to 17 (R-NF-10).
    package var organisationCode: OrganisationCode { OrganisationCode(trusted: text.slice(8..<17) ?? text) }

    package var authority: Authority? { Authority(text[0], category: text[1]) }

    package var regionCode: Int? { text.slice(2..<8).map { Int($0.decimalValue) } }
}
