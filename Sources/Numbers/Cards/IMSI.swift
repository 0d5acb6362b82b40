/// The subscriber identity on a card: country 460, network (2 digits), subscriber; 15 digits.
package struct IMSI: CheckedNumber {
    package static let kind = NumberKind.imsi
    package let text: NumberText

    package init(trusted text: NumberText) { self.text = text }

    package var masked: String { text.masked(first: 0, last: 4) }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<IMSI> {
        Normaliser.judge(utf8, hyphens: .dropped, judge)
    }

    @inline(__always)
    private static func judge(_ characters: Characters) -> Verdict<IMSI> {
        guard characters.areDigits else { return .refused(.character) }
        guard characters.count == 15 else { return .refused(.imsiLength) }
        var reasons = Reasons()
        switch characters.value(0..<5) {
        case 46000...46009, 46011, 46012, 46013, 46015, 46020: break
        case 00101, 46099: reasons.note(.imsiTestNetwork)
        case 46000...46099: reasons.note(.imsiNetworkUnknown)
        default: return .refused(.imsiCountry)
        }
        return Verdict(IMSI(trusted: characters.text), noting: reasons)
    }
}

extension IMSI {
    /// Network codes from python-stdnum's data and carriers' lists (S; 04, 12 and 13 unchecked; 20 is the railway).
    package var carrierHint: CarrierHint {
        guard int64 / 1_000_000_000_000 == 460 else { return .unknown }
        switch int64 / 10_000_000_000 % 100 {
        case 0, 2, 4, 7, 8, 13: return .mobile
        case 1, 6, 9: return .unicom
        case 3, 5, 11, 12: return .telecom
        case 15: return .broadnet
        default: return .unknown
        }
    }

    package var int64: Int64 { text.decimalValue }

    /// Leading zeros of the test network come back. Nil for what has more than 15 digits.
    package init?(int64: Int64) {
        guard int64 >= 0, int64 < 1_000_000_000_000_000 else { return nil }
        let digits = String(int64)
        guard let text = NumberText(String(repeating: "0", count: 15 - digits.count) + digits) else { return nil }
        self.init(trusted: text)
    }
}
