import Registry
import Testing

@Suite("How people reach the operating company")
struct OperatorContactTests {
    private static let contact: OperatorContact = {
        var contact = OperatorContact()
        contact.hotline = "400-000-0000"
        contact.englishHours = "daily 8:00 to 20:00"
        contact.chineseHours = "每日8:00至20:00"
        contact.halls = "https://halls.example.test/"
        return contact
    }()

    @Test func `hotline and hours are said in the reader's language, and nothing where nothing is set`() {
        #expect(Self.contact.hotlineText(in: .english) == "Hotline of the operator: 400-000-0000 (daily 8:00 to 20:00).")
        #expect(Self.contact.hotlineText(in: .chinese) == "运营商客服热线：400-000-0000（每日8:00至20:00）。")
        for language in ReaderLanguage.allCases {
            #expect(OperatorContact.none.hotlineText(in: language) == nil && OperatorContact.none.hallsText(in: language) == nil)
        }
    }

    @Test func `a refusal that sends somebody to the operator says how it is reached; no other does`() {
        let sending = Refusal(
            "x", .tooMany, house: .limits, en: "No.", zh: "不行。",
            mend: LocalText(en: "Go to a business hall.", zh: "请到营业厅办理。", sendsTo: .hall),
            pointer: "/a", retryAfterSeconds: 5)
        let other = Refusal("y", .invalid, house: .form, en: "No.", zh: "不行。", mend: LocalText(en: "Type it again.", zh: "请重新填写。"))
        let told = sending.with(details: [other, sending]).telling(Self.contact)
        #expect(
            told.mend.en
                == "Go to a business hall. \(Self.contact.hotlineText(in: .english) ?? "") Business halls: https://halls.example.test/")
        #expect(told.mend.zh.hasPrefix("请到营业厅办理。运营商客服热线：400-000-0000") && told.mend.zh.hasSuffix("https://halls.example.test/"))
        #expect(told.code == "x" && told.pointer == "/a" && told.retryAfterSeconds == 5 && told.kind == .tooMany)
        #expect(told.requirements == sending.requirements)
        #expect(told.details.first == other && told.details.last?.mend == told.mend)
        #expect(sending.telling(.none) == sending)
        let calling = Refusal(
            "z", .invalid, house: .form, en: "No.", zh: "不行。", mend: LocalText(en: "Call.", zh: "请致电。", sendsTo: .hotline))
        #expect(calling.telling(Self.contact).mend.en == "Call. \(Self.contact.hotlineText(in: .english) ?? "")")
        // What the text speaks of sends nobody.
        let speaking = Refusal(
            "w", .invalid, house: .form, en: "No.", zh: "不行。", mend: LocalText(en: "Ask the carrier.", zh: "请向运营商营业厅核对。"))
        #expect(speaking.telling(Self.contact) == speaking)
    }

    @Test(arguments: ["", "12", "call 400", "400;000", "400\n000", "<400>", "---", "400-000-0000-0000-0000-0", "４００００"])
    func `what is no telephone number is no hotline`(text: String) {
        #expect(OperatorContact.hotline(text) == nil)
    }

    @Test(arguments: ["", "   ", "a\nb", "a\u{202E}b", String(repeating: "x", count: 61)])
    func `hours are a line that can be read`(text: String) {
        #expect(OperatorContact.hours(text) == nil)
    }

    @Test(arguments: [
        "", "http://halls.example.test/", "javascript:alert(1)", "https://", "https://a b.example/", "https://x.example/\"><b>",
        "https://例.example/list",
    ])
    func `where the halls are is a secure address`(text: String) {
        #expect(OperatorContact.halls(text) == nil)
    }

    @Test func `a hotline stands in notices that say to call`() {
        for kind in [NoticeKind.refused, .releaseAsked, .withdrawn, .asked] {
            let told = NoticeText(kind, code: "SM-ABCDEFGHJK", hotline: "10086")
            #expect(
                told.message(in: .english).contains("call the operator (10086)")
                    || told.message(in: .english).contains("Call the operator (10086)"))
            #expect(told.message(in: .chinese).contains("运营商（10086）"))
            #expect(!NoticeText(kind, code: "SM-ABCDEFGHJK").message(in: .chinese).contains("（"))
        }
        #expect(!NoticeText(.effective, code: "SM-ABCDEFGHJK", hotline: "10086").message(in: .chinese).contains("10086"))
    }
}
