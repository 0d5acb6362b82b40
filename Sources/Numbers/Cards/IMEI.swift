/// The number of a device (3GPP TS 23.003): 14 digits and a Luhn digit, or 16 digits with a software version (IMEISV).
///
/// Networks report 14 digits, or 15 with a 0 in place of the check digit: both are let through with a warning.
package struct IMEI: CheckedNumber {
    package static let kind = NumberKind.imei
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 0, last: 4) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<IMEI> {
        Normaliser.judge(utf8, hyphens: .dropped, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<IMEI> {
        guard characters.areDigits else { return .refused(.character) }
        var reasons = Reasons()
        switch characters.count {
        case 14: reasons.note(.imeiNoCheckDigit)
        case 15 where Luhn.holds(characters): break
        case 15 where characters[14] == 0x30: reasons.note(.imeiCheckDigitZero)
        case 15: return .refused(.imeiLuhn)
        case 16: break
        default: return .refused(.imeiLength)
        }
        if Characters(base: characters.base, count: 14).areAllTheSame { reasons.note(.imeiPlaceholder) }
        return Verdict(IMEI(trusted: characters.text), noting: reasons)
    }
}

extension IMEI {
    package enum Form: String, Sendable {
        case withoutCheckDigit
        case imei
        case imeiSV
    }

    package var form: Form {
        switch text.count {
        case 14: .withoutCheckDigit
        case 16: .imeiSV
        default: .imei
        }
    }

    /// What a card's binding to a device is compared on: type allocation code and serial number, 14 digits (R-NF-03).
    package var deviceKey: NumberText { text.slice(0..<14) ?? text }

    /// The type allocation code: which model.
    package var typeAllocationCode: NumberText { text.slice(0..<8) ?? text }

    package func isSameDevice(as other: IMEI) -> Bool { deviceKey == other.deviceKey }
}
