import Numbers
import Registry
import Testing

@Suite("What is demanded of a person's facts")
struct DemandedOfPersonsTests {
    private static let today = CivilDate(yyyymmdd: 2026_11_28) ?? .last

    private static func failures(_ content: ApplicationContent) -> Set<String> {
        let outcomes = PersonalContentRules(today: today).judge(
            content, age: content.holderAge(on: today), needs: VerificationNeeds.correction, evidenceSlots: Set(EvidenceSlot.allCases),
            consents: Set(ConsentKind.allCases)
        ).outcomes
        return Set(outcomes.filter { $0.verdict == .failed }.map { "\($0.subject) \($0.code)" })
    }

    private static func content(_ holder: PartyFacts) -> ApplicationContent {
        var content = ApplicationContent()
        content.holder = holder
        content.noticeAccepted = true
        return content
    }

    private static func person(_ type: DocumentType, _ number: String, contact: String = "13800138000", until: String?) -> PartyFacts {
        var facts = PartyFacts(
            name: "欧阳青禾", documentType: type, documentNumber: number, address: "云杉省青禾市望舒区知夏街一号", contact: contact)
        facts.validUntil = until
        return facts
    }

    /// Born in 2014 and in 1949.
    private static let (child, adult) = ("44011320141005001X", "11010519491231002X")

    @Test(arguments: [nil, ""] as [String?])
    func `a household register says nothing of a period, and none is demanded; of all others it is`(until: String?) {
        var content = Self.content(Self.person(.householdRegister, Self.child, until: until))
        content.guardian = Self.person(.residentID, Self.adult, until: "long-term")
        #expect(Self.failures(content).isEmpty)
        for type in DocumentType.allCases where type.subject == .person && type != .householdRegister {
            let found = Self.failures(Self.content(Self.person(type, Self.adult, until: until)))
            #expect(found.contains("/holder/validUntil missing"), "\(type)")
        }
    }

    @Test(arguments: [("2020-01-01", "/holder/validUntil expired"), ("2020-13-01", "/holder/validUntil date-form")])
    func `a period that is given all the same is judged`(until: String, fault: String) {
        #expect(Self.failures(Self.content(Self.person(.householdRegister, Self.child, until: until))).contains(fault))
    }

    @Test func `R-DP-01: a telephone number is demanded of whoever is told how it stands, and of no proxy`() {
        var content = Self.content(Self.person(.householdRegister, Self.child, contact: "", until: nil))
        content.guardian = Self.person(.residentID, Self.adult, contact: "", until: "long-term")
        content.proxy = Self.person(.passport, "E12345678", contact: "", until: "long-term")
        content.proxy?.birthDate = "1990-06-01"
        #expect(Self.failures(content) == ["/holder/contact missing", "/guardian/contact missing"])
        // One that is given is judged.
        content.proxy?.contact = "12"
        #expect(Self.failures(content).contains { $0.hasPrefix("/proxy/contact ") })
    }
}
