import Numbers
import Registry
import Testing

@Suite("R-NF-06: the period of a person's document")
struct DocumentPeriodTests {
    private static let today = CivilDate(yyyymmdd: 2026_11_28) ?? .last

    /// Born in 2014, 1990 and 1949.
    private static let (child, adult, old) = ("109999201410050013", "109999199006100015", "109999194912310011")

    private static func judge(
        _ number: String, _ type: DocumentType = .residentID, from: String? = nil, until: String? = nil
    ) -> [CheckOutcome] {
        var content = ApplicationContent()
        content.holder = PartyFacts(
            name: "欧阳青禾", documentType: type, documentNumber: number, address: "云杉省青禾市望舒区知夏街一号", contact: "13800138000",
            validFrom: from, validUntil: until)
        content.noticeAccepted = true
        return PersonalContentRules(today: today).judge(
            content, age: content.holderAge(on: today), needs: VerificationNeeds.correction, evidenceSlots: Set(EvidenceSlot.allCases),
            consents: Set(ConsentKind.allCases)
        ).outcomes
    }

    @Test(
        arguments: [
            (child, "2024-07-01", "2029-07-01", true), (child, "2024-07-01", "2034-07-01", false),
            (adult, "2016-07-01", "2036-07-01", true), (adult, "2016-07-01", "2031-07-01", false),
            (adult, "2014-07-01", "2034-07-01", false), (adult, "2016-07-01", "long-term", false),
            (old, "2016-07-01", "long-term", true), (old, "2016-07-01", "2036-07-01", false),
        ] as [(String, String, String, Bool)])
    func `one that is not of the holder's age at issue is told to the reviewer`(number: String, from: String, until: String, agrees: Bool) {
        let found = Self.judge(number, from: from, until: until).filter { ["validity-of-age", "validity-not-of-age"].contains($0.code) }
        #expect(found.map(\.code) == [agrees ? "validity-of-age" : "validity-not-of-age"])
        #expect(found.map(\.verdict) == [agrees ? .passed : .warned])
        #expect(found.map(\.requirement) == ["R-NF-06"] && found.map(\.subject) == ["/holder/validUntil"])
    }

    @Test(
        arguments: [
            ("2026-11-27", .failed, "expired"), ("2026-11-28", .warned, "expires-soon"), ("2026-12-27", .warned, "expires-soon"),
            ("2026-12-28", .passed, "validity"),
        ] as [(String, CheckOutcome.Verdict, String)])
    func `over it is refused, near its end it is told and counts`(until: String, verdict: CheckOutcome.Verdict, code: String) {
        let found = Self.judge(Self.adult, until: until).filter { $0.subject == "/holder/validUntil" }
        #expect(found.map(\.code) == [code])
        #expect(found.map(\.verdict) == [verdict])
        #expect(found.map(\.requirement) == ["R-NF-06"])
    }

    /// 18 today, and tomorrow.
    @Test(arguments: [("109999200811280018", true), ("109999200811290013", false)])
    func `R-25-08: a household register proves minors alone`(number: String, isRefused: Bool) {
        let found = Self.judge(number, .householdRegister).filter { $0.verdict == .failed && $0.subject == "/holder/documentType" }
        #expect(found.map(\.code) == (isRefused ? ["household-register-of-adult"] : []))
        #expect(found.map(\.requirement) == (isRefused ? ["R-25-08"] : []))
    }
}
