/// The number of a card's service: 13 digits for most IoT cards, 11 for some. `+86`, `0086` and `86` before it are dropped.
///
/// Never judged by a phone-number library: those reject every 13-digit IoT number (R-NF-02).
package struct MSISDN: CheckedNumber {
    package static let kind = NumberKind.msisdn
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 3, last: 4) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<MSISDN> {
        Normaliser.judge(utf8, hyphens: .dropped, judge)
    }

    @inline(__always)
    private static func judge(_ typed: Characters) -> Verdict<MSISDN> {
        guard let number = withoutCountryCode(typed), number.areDigits else { return .refused(.character) }
        guard number.count == 11 || number.count == 13 else { return .refused(.msisdnLength) }
        let range = Range(number)
        if range == .none { return .refused(.msisdnRange) }
        var reasons = Reasons()
        if range == .unlisted { reasons.note(.msisdnRangeUnknown) }
        if range == .ordinaryPhone { reasons.note(.msisdnOrdinaryPhone) }
        return Verdict(MSISDN(trusted: number.text), noting: reasons)
    }

    /// Nil when there is a plus with another country behind it.
    @inline(__always)
    private static func withoutCountryCode(_ typed: Characters) -> Characters? {
        let hasPlus = typed[0] == 0x2B
        let hasZeros = typed[0] == 0x30 && typed[1] == 0x30
        let number = hasPlus ? typed.dropping(1) : hasZeros ? typed.dropping(2) : typed
        // Card numbers begin with 1, so a leading 86 is never a part of them.
        if number.count > 2 && number[0] == 0x38 && number[1] == 0x36 { return number.dropping(2) }
        return hasPlus ? nil : typed
    }
}

extension MSISDN {
    /// Where the number's beginning lies. The listed ranges are secondary (S), so a number outside them is doubted, not refused,
    /// as long as it begins like an IoT number at all.
    enum Range: Equatable {
        case none
        case unlisted
        case ordinaryPhone
        case listed(CarrierHint)

        @inline(__always)
        init(_ number: Characters) {
            self = number.count == 13 ? Self.thirteen(prefix: number.value(0..<5)) : Self.eleven(prefix: number.value(0..<3))
        }

        /// China Mobile 1440, 1441, 148, 10647, 10648; China Unicom 146, 10646; China Telecom 1410, 10649;
        /// whose the rest of 1064 is, nobody says.
        @inline(__always)
        static func thirteen(prefix: Int) -> Range {
            switch prefix {
            case 14400...14419, 14800...14899, 10647, 10648: .listed(.mobile)
            case 14600...14699, 10646: .listed(.unicom)
            case 14100...14109, 10649: .listed(.telecom)
            case 10640...10645: .listed(.unknown)
            case 14000...14999: .unlisted
            default: .none
            }
        }

        /// 14x, 172 and 178 are used for data cards; other mobile prefixes are ordinary phones as a rule.
        @inline(__always)
        static func eleven(prefix: Int) -> Range {
            switch prefix {
            case 141, 144...149, 172, 178: .listed(.unknown)
            case 130...199: .ordinaryPhone
            default: .none
            }
        }
    }

    package var carrierHint: CarrierHint {
        guard text.count == 13, case .listed(let carrier) = Range.thirteen(prefix: Int(int64 / 100_000_000)) else {
            return .unknown
        }
        return carrier
    }

    package var int64: Int64 { text.decimalValue }

    /// Nil for a number that cannot be an 11- or 13-digit one.
    package init?(int64: Int64) {
        guard int64 >= 0, let text = NumberText(String(int64)), text.count == 11 || text.count == 13 else { return nil }
        self.init(trusted: text)
    }
}

extension NumberText {
    /// The value of a text of at most 18 digits.
    var decimalValue: Int64 {
        withUTF8 { $0.reduce(0) { $0 &* 10 &+ Int64($1 &- 0x30) } }
    }
}
