import Registry
import Testing
import UseCases

@Suite("What reviewers are offered to say of a place")
struct UsualReasonTests {
    private static let places =
        ["", "/use"] + EvidenceSlot.allCases.map { "/evidence/\($0.rawValue)" }
        + PartyRole.allCases.flatMap { role in
            ["name", "documentNumber", "birthDate", "address", "contact", "validUntil"].map { "\(role.pointer)/\($0)" }
        }

    @Test(arguments: DecisionReason.codes.keys.sorted()) func `every built-in reason is offered somewhere`(code: String) {
        #expect(Self.places.contains { DecisionReason.isUsual(code, at: $0) })
    }

    @Test(arguments: DecisionReason.commonest) func `what is said most is on the list, about a place there is`(reason: DecisionReason) {
        #expect(DecisionReason.codes[reason.code] != nil)
        #expect(Self.places.contains(reason.pointer))
        #expect(DecisionReason.isUsual(reason.code, at: reason.pointer))
    }

    @Test func `nothing is said most twice`() {
        #expect(Set(DecisionReason.commonest).count == DecisionReason.commonest.count)
    }

    @Test(arguments: [
        ("unreadable", "/unit/name"), ("unreadable", ""), ("not-sealed", "/evidence/holder-id-front"),
        ("not-sealed", "/evidence/face-capture"),
        ("face-different", "/evidence/unit-document"), ("liveness-failed", "/holder/name"), ("expired", "/holder/name"),
        ("expired", "/evidence/face-capture"), ("does-not-match", ""), ("does-not-match", "/use"), ("identity-mismatch", "/holder/address"),
        ("identity-no-record", "/holder/name"), ("document-not-in-service", "/evidence/holder-id-front"),
        ("not-authorised", "/holder/name"), ("identity-mismatch", "/guardian/name"), ("document-not-in-service", "/proxy/documentNumber"),
        ("guardian-identity-mismatch", "/holder/name"), ("guardian-identity-mismatch", "/proxy/documentNumber"),
        ("guardian-identity-no-record", "/guardian/name"), ("proxy-document-not-in-service", "/evidence/proxy-id-front"),
        ("use-not-plausible", "/evidence/unit-document"), ("carrier-refused", "/use"), ("wrong-document", "/evidence/hand-held-photo"),
    ])
    func `a reason is not offered where it says nothing`(code: String, pointer: String) {
        #expect(!DecisionReason.isUsual(code, at: pointer))
    }

    private func own(_ verdicts: Set<DecisionVerdict>?, fields: Set<String>? = nil) -> ReasonInForce {
        let text = LocalText(en: "The seal is blurred.", zh: "公章重影。")
        let reason = OwnReason(code: "own-blurred-seal", text: text, verdicts: verdicts, kinds: [.register], fields: fields)
        return ReasonInForce(code: reason.code, text: text, own: reason)
    }

    @Test func `a reason alone sends back, unless it is for refusing`() {
        #expect(own(nil).usualVerdict == .sendBack && own([.sendBack]).usualVerdict == .sendBack)
        #expect(own([.sendBack, .refuse]).usualVerdict == .sendBack && own([.refuse]).usualVerdict == .refuse)
        let text = LocalText(en: "The face is another.", zh: "人脸不符。")
        #expect(ReasonInForce(code: "face-different", text: text, own: nil).usualVerdict == .refuse)
        #expect(ReasonInForce(code: "unreadable", text: text, own: nil).usualVerdict == .sendBack)
    }

    @Test func `the company's own are offered for what they are for`() {
        let papers = own(nil, fields: ["/evidence"])
        #expect(papers.isUsual(at: "/evidence/unit-document", .register))
        for pointer in ["", "/use", "/unit/name", "/evidences"] { #expect(!papers.isUsual(at: pointer, .register), "\(pointer)") }
        #expect(!papers.isUsual(at: "/evidence/unit-document", .end))
        for pointer in Self.places { #expect(own(nil).isUsual(at: pointer, .register), "\(pointer)") }
    }
}
