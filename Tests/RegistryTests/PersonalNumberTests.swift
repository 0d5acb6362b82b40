import Numbers
import Registry
import Testing

@Suite("Personal data in free text")
struct PersonalNumberTests {
    private static let today = CivilDate("2026-03-02") ?? .last

    @Test(arguments: [
        ("11010519491231002X", PersonalNumbers.Kind.identityNumber), ("经办人 11010519491231002x 已核对", .identityNumber),
        ("110105 19491231 002X", .identityNumber), ("110105-19491231-002X", .identityNumber), ("１１０１０５１９４９１２３１００２Ｘ", .identityNumber),
        ("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", .identityNumber), ("id11010519491231002X.", .identityNumber),
        ("1101\u{200B}0519491231002X", .identityNumber), ("1\u{301}10105\u{301}19491231002X", .identityNumber),
        ("110105491231002", .identityNumber),
        ("13800138000", .phone), ("call 138-0013-8000", .phone), ("+86 138 0013 8000", .phone), ("008613800138000", .phone),
        ("电话13800138000机主", .phone), ("١٣٨٠٠١٣٨٠٠٠", .phone), ("①③⑧⓪⓪①③⑧⓪⓪⓪", .phone), ("010-62345678", .phone),
        ("(0755) 8234 5678", .phone),
        ("E12345678", .permitOrPassport), ("护照 EA1234567", .permitOrPassport), ("h12345678", .permitOrPassport),
        ("M1234567802", .permitOrPassport),
        ("USA110101199003", .permitOrPassport),
    ]) func `a person's number is found, however it is written`(text: String, kind: PersonalNumbers.Kind) {
        #expect(PersonalNumbers(today: Self.today).first(in: text) == kind)
    }

    @Test(arguments: [
        "", "投诉核查 2026-031", "Complaint 2026-118: holder asks which unit answers", "冷链运营部", "YS-100", "2026-03-02 13:00", "20260302",
        "EC20-CEHC",
        "89860426001234567890", "8986 0426 0012 3456 7890", "460001234567890", "1440012345678", "91110000MA00000077", "31", "400-820-8820",
        "11010519491231002", "110105194912310021", "工单 WO-20260302-0001", "3 台设备，各 30 MB", "SIM7600CE-T", "V1.2.3", "12345",
    ]) func `what is no person's number passes`(text: String) {
        #expect(PersonalNumbers(today: Self.today).first(in: text) == nil)
    }

    @Test(arguments: ["司徒望舒的手表", "司 徒 望 舒", "司徒·望舒", "司徒\u{200B}望舒", "john smith", "JOHN SMITH's car"])
    func `the names of those concerned are refused`(text: String) {
        let open = OpenText(today: Self.today, names: ["司徒望舒", "John Smith"])
        #expect(open.refusal(of: text, at: "/note")?.code == "personal-name-in-text")
        #expect(OpenText(today: Self.today).refusal(of: text, at: "/note") == nil)
    }

    @Test func `one character is nobody's name`() {
        #expect(OpenText(today: Self.today, names: ["王"]).refusal(of: "王府井门店", at: "/note") == nil)
    }

    @Test func `length is counted in scalars and bytes, and a letter under a heap of marks is refused`() {
        let bounds = TextBounds(1...60)
        #expect(bounds.admit("冷链运营部"))
        #expect(bounds.admit(String(repeating: "运", count: 60)))
        #expect(bounds.admit("Nguyễn Thị Hằng"))
        #expect(!bounds.admit(""))
        #expect(!bounds.admit(String(repeating: "运", count: 61)))
        #expect(!bounds.admit(String(repeating: "\u{2A6A5}", count: 60)))
        #expect(!bounds.admit("a" + String(repeating: "\u{301}", count: 59)))
        #expect(!bounds.admit("a" + String(repeating: "\u{301}", count: 5_000)))
    }
}
