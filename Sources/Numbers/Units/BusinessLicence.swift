/// The registration number of a business licence before the credit code: registrar's region, eight of order, MOD 11,10 check digit.
/// A legacy: ask the unit for its credit code.
package struct BusinessLicence: CheckedNumber {
    package static let kind = NumberKind.businessLicence
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    /// Units' numbers are public facts and shown whole.
    package var masked: String { text.description }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<BusinessLicence> {
        Normaliser.judge(utf8, hyphens: .refused) { judge($0, in: context.regions) }
    }

    @inline(__always)
    private static func judge(_ characters: Characters, in regions: RegionTable) -> Verdict<BusinessLicence> {
        guard characters.areDigits else { return .refused(.character) }
        guard characters.count == 15 else { return .refused(.businessLicenceLength) }
        if characters.areAllTheSame { return .refused(.placeholder) }
        guard Mod11And10.holds(characters) else { return .refused(.businessLicenceCheckDigit) }
        var reasons = Reasons()
        CreditCode.noteRegion(characters.value(0..<6), in: regions, noting: &reasons)
        return Verdict(BusinessLicence(trusted: characters.text), noting: reasons)
    }
}

extension BusinessLicence {
    package enum Holder: String, Sendable, CaseIterable {
        case domestic
        case foreignFunded
        case soleTrader
    }

    /// By the first digit of the order number.
    package var holder: Holder {
        switch text[6] {
        case 0x34, 0x35: .foreignFunded
        case 0x36...0x39: .soleTrader
        default: .domestic
        }
    }

    package var regionCode: Int? { text.slice(0..<6).map { Int($0.decimalValue) } }
}
