import Numbers
import Registry
import Testing

@Suite("The date of birth beside a document's number")
struct BirthDateTests {
    private static let today = CivilDate(yyyymmdd: 2026_11_28) ?? .last

    /// A whole case of a person's own, with a guardian of age where `guardian` is one.
    private static func content(_ holder: PartyFacts, guardian: PartyFacts? = nil, answer: Bool? = nil) -> ApplicationContent {
        var content = ApplicationContent()
        content.holder = holder
        content.guardian = guardian
        content.holderIsUnder14 = answer
        content.noticeAccepted = true
        return content
    }

    private static func person(_ type: DocumentType, _ number: String, birth: String?) -> PartyFacts {
        var facts = PartyFacts(
            name: "欧阳青禾", documentType: type, documentNumber: number, address: "云杉省青禾市望舒区知夏街一号", contact: "13800138000",
            validFrom: "2024-07-01", validUntil: "2029-07-01")
        facts.birthDate = birth
        return facts
    }

    private static func judge(_ content: ApplicationContent) -> [CheckOutcome] {
        PersonalContentRules(today: today).judge(
            content, age: content.holderAge(on: today), needs: VerificationNeeds.correction, evidenceSlots: Set(EvidenceSlot.allCases),
            consents: Set(ConsentKind.allCases)
        ).outcomes
    }

    private static func failures(_ content: ApplicationContent, at pointer: String) -> [String] {
        judge(content).filter { $0.verdict == .failed && $0.subject == pointer }.map(\.code)
    }

    private static let numbers: [(DocumentType, String, tells: Bool)] = [
        (.residentID, "11010519491231002X", true), (.temporaryResidentID, "11010519491231002X", true),
        (.residencePermit, "830000199001010012", true), (.foreignPermanentID, "911840198001010013", true),
        (.foreignPermanentID, "USA110080010100", false), (.passport, "E12345678", false), (.hkMacaoPermit, "H12345678", false),
        (.taiwanPermit, "12345678", false), (.militaryID, "军字第1234567号", false), (.armedPoliceID, "武字第1234567号", false),
    ]

    @Test(arguments: numbers)
    func `it is needed where the number does not tell it, and there alone`(type: DocumentType, number: String, tells: Bool) {
        for absent in [nil, ""] {
            let found = Self.failures(Self.content(Self.person(type, number, birth: absent)), at: "/holder/birthDate")
            #expect(found == (tells ? [] : ["birth-date-missing"]))
        }
        if !tells { #expect(Self.failures(Self.content(Self.person(type, number, birth: "1980-01-02")), at: "/holder/birthDate") == []) }
    }

    @Test func `of a guardian or a proxy it is needed too, or nobody knows that he is of age`() {
        let adult = Self.person(.residentID, "11010519491231002X", birth: nil)
        var content = Self.content(adult, guardian: Self.person(.passport, "E12345678", birth: nil))
        content.proxy = Self.person(.passport, "E12345679", birth: "2010-01-01")
        #expect(Self.failures(content, at: "/guardian/birthDate") == ["birth-date-missing"])
        #expect(Self.failures(content, at: "/proxy/birthDate") == ["not-of-age"])
    }

    @Test(arguments: [
        ("2026-11-29", "birth-date-in-future"), ("2099-01-01", "birth-date-in-future"), ("1895-11-28", "birth-date-too-early"),
        ("0001-01-01", "birth-date-too-early"), ("1990-02-30", "date-form"), ("3. 3. 1990", "date-form"), ("一九九〇年", "date-form"),
        ("'; --", "date-form"),
    ])
    func `a date on which nobody alive was born is refused, and tells no age`(text: String, code: String) {
        let content = Self.content(Self.person(.passport, "E12345678", birth: text))
        #expect(Self.failures(content, at: "/holder/birthDate") == [code])
        #expect(content.holderAge(on: Self.today) == .unknown)
    }

    @Test(arguments: [("1949-12-31", [String]()), ("1949-12-30", ["birth-date-contradicts"]), ("2015-12-31", ["birth-date-contradicts"])])
    func `a date beside a number that tells it says the same, and the number counts`(text: String, codes: [String]) {
        let content = Self.content(Self.person(.residentID, "11010519491231002X", birth: text))
        #expect(Self.failures(content, at: "/holder/birthDate") == codes)
        #expect(content.holderAge(on: Self.today) == .fourteenOrOlder)
    }

    @Test(arguments: [("2012-11-28", false), ("2012-11-29", true), ("2026-11-28", true), ("1896-11-28", false)])
    func `R-DP-06: under 14 by a passport's date of birth, a guardian is needed`(birth: String, isChild: Bool) {
        let content = Self.content(Self.person(.passport, "E12345678", birth: birth))
        #expect(Self.failures(content, at: "/guardian") == (isChild ? ["missing"] : []))
        #expect(content.holderAge(on: Self.today) == (isChild ? .under14 : .fourteenOrOlder))
        let consents: Set<ConsentKind> = [.privacy, .sensitiveData]
        let found = PersonalContentRules(today: Self.today).judge(
            content, age: content.holderAge(on: Self.today), needs: VerificationNeeds.correction, evidenceSlots: Set(EvidenceSlot.allCases),
            consents: consents)
        #expect(found.failures.contains { $0.subject == "/consents/guardian" } == isChild)
    }

    private static let ages: [(DocumentType?, String?, String?, Bool?, HolderAge)] = [
        (nil, nil, nil, nil, .unknown), (nil, nil, nil, true, .under14), (nil, nil, nil, false, .fourteenOrOlder),
        (.passport, "E12345678", nil, nil, .unknown), (.passport, "E12345678", nil, true, .under14),
        (.passport, "E12345678", "2015-03-04", nil, .under14), (.passport, "E12345678", "2015-03-04", false, .under14),
        (.passport, "E12345678", "1980-03-04", true, .fourteenOrOlder), (.passport, "44011320141005001X", nil, nil, .unknown),
        (nil, "44011320141005001X", nil, false, .under14), (.residentID, "44011320141005001X", "1980-01-01", false, .under14),
        (.residentID, "440113201410050010", nil, nil, .unknown), (.residentID, "440113201410050010", nil, false, .fourteenOrOlder),
        (.residentID, "11010519491231002X", nil, true, .fourteenOrOlder),
    ]

    @Test(arguments: ages.indices)
    func `what is known of the age: the number, else the date, else the answer, else nothing`(row: Int) {
        let (type, number, birth, answer, age) = Self.ages[row]
        var holder = PartyFacts()
        holder.documentType = type?.rawValue
        holder.documentNumber = number
        holder.birthDate = birth
        #expect(Self.content(holder, answer: answer).holderAge(on: Self.today) == age)
    }

    @Test(arguments: [(true, "1980-03-04", true), (false, "2015-03-04", true), (false, "1980-03-04", false), (true, "2015-03-04", false)])
    func `an answer that the date of birth contradicts is told to the reviewer`(answer: Bool, birth: String, isTold: Bool) {
        let content = Self.content(Self.person(.passport, "E12345678", birth: birth), answer: answer)
        let found = Self.judge(content).filter { $0.code == "age-answer-differs" }
        #expect(found.map(\.subject) == (isTold ? ["/holder/birthDate"] : []))
        #expect(found.allSatisfy { $0.verdict == .warned })
    }

    @Test func `a number that is none asks for no date of birth besides`() {
        let found = Self.failures(Self.content(Self.person(.residentID, "440113201410050010", birth: nil)), at: "/holder/birthDate")
        #expect(found == [])
    }
}
