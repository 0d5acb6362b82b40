/// The number of a SIM card or profile (ITU-T E.118): 8986, issuer, the carrier's own part, usually a Luhn digit; 19 or 20 characters.
///
/// Neither a failing Luhn digit nor a letter is refused: cards with both are in use (R-NF-01). The authority is the stock.
package struct ICCID: CheckedNumber {
    package static let kind = NumberKind.iccid
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 0, last: 4) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<ICCID> {
        Normaliser.judge(utf8, hyphens: .refused, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<ICCID> {
        guard characters.areLettersOrDigits else { return .refused(.character) }
        guard characters.count == 19 || characters.count == 20 else { return .refused(.iccidLength) }
        guard hasChinesePrefix(characters) else { return .refused(.iccidPrefix) }
        var reasons = Reasons()
        if characters.areDigits && !Luhn.holds(characters) { reasons.note(.iccidLuhn) }
        return Verdict(ICCID(trusted: characters.text), noting: reasons)
    }

    /// Telecom, country 86: `8986`.
    @inline(__always)
    private static func hasChinesePrefix(_ characters: Characters) -> Bool {
        characters[0] == 0x38 && characters[1] == 0x39 && characters[2] == 0x38 && characters[3] == 0x36
    }
}

extension ICCID {
    /// Issuers as the carriers' pages and tables list them (S; 08 and 15 unchecked).
    package var carrierHint: CarrierHint {
        switch (text[4], text[5]) {
        case (0x30, 0x30), (0x30, 0x32), (0x30, 0x34), (0x30, 0x37), (0x30, 0x38): .mobile
        case (0x30, 0x31), (0x30, 0x36), (0x30, 0x39): .unicom
        case (0x30, 0x33), (0x31, 0x31): .telecom
        case (0x31, 0x35): .broadnet
        default: .unknown
        }
    }

    /// The start of an ICCID typed without its last character, to look it up by: 18 or 19 characters that begin 8986.
    /// It stands for a card only if exactly one in stock begins so (R-NF-01). Nil for anything else.
    package static func lookupPrefix(_ typed: String) -> NumberText? {
        var typed = typed
        let verdict: Verdict<NumberText> = typed.withUTF8 { utf8 in
            Normaliser.judge(utf8, hyphens: .refused) { characters in
                guard characters.areLettersOrDigits, hasChinesePrefix(characters) else { return .refused(.iccidPrefix) }
                guard characters.count == 18 || characters.count == 19 else { return .refused(.iccidLength) }
                return .ok(characters.text)
            }
        }
        return verdict.value
    }
}
