import Registry
import Testing

@Suite("What a case shows of its risk")
struct CaseRiskTests {
    @Test func `nothing found is plain, and the gravest sign decides`() {
        #expect(CaseRisk([]).level == .plain)
        #expect(CaseRisk([.warned, .unclear]).level == .noted)
        for sign in [CaseRisk.Sign.failed, .refused, .seenElsewhere, .manyPersons] {
            #expect(CaseRisk([sign]).level == .high)
            #expect(CaseRisk([.warned, .unclear, sign]).level == .high)
            #expect(CaseRisk([.unclear, sign]).signs.first == sign)
        }
    }
}
