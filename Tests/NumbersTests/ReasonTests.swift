import Numbers
import Testing

@Suite struct ReasonTests {
    @Test(arguments: Reason.allCases)
    func `every reason explains itself and says what mends it`(reason: Reason) {
        let text = reason.explanation
        #expect(text.english.hasSuffix(".") && text.remedyEnglish.hasSuffix("."))
        #expect(text.chinese.hasSuffix("。") && text.remedyChinese.hasSuffix("。"))
        #expect(text.basis.hasPrefix("R-") || text.basis.hasPrefix("7."))
        #expect(reason.rawValue.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    }

    @Test func `no two reasons share their words`() {
        let words = Reason.allCases.map { $0.explanation.english + $0.explanation.basis }
        #expect(Set(words).count == words.count)
    }

    @Test func `reasons keep their order and drop what goes beyond four`() {
        let reasons: Reasons = [.ageUnusual, .regionUnknown, .iccidLuhn, .empty, .character]
        #expect(Array(reasons) == [.ageUnusual, .regionUnknown, .iccidLuhn, .empty])
    }

    @Test func `the codes are what they always were`() {
        #expect(Reason.iccidLuhn.rawValue == "iccid-luhn")
        #expect(Reason.residentIDCheckDigit.rawValue == "resident-id-check-digit")
        #expect(Reason.regionUnknown.rawValue == "region-unknown")
        #expect(Set(Reason.allCases.map(\.rawValue)).count == Reason.allCases.count)
        #expect(
            NumberKind.allCases.map(\.rawValue) == [
                "iccid", "msisdn", "imsi", "imei", "eid", "resident-id", "residence-permit", "foreign-permanent-id", "hk-macao-permit",
                "taiwan-permit", "passport", "credit-code", "organisation-code", "business-licence",
            ])
    }
}
