import Numbers
import Testing

@Suite struct ContactPhoneTests {
    @Test(arguments: [
        ("13800138000", "13800138000", ContactPhone.Form.mobile), ("+86 138 0013 8000", "13800138000", .mobile),
        ("86-138-0013-8000", "13800138000", .mobile), ("0086 13800138000", "13800138000", .mobile), ("１３８００１３８０００", "13800138000", .mobile),
        ("0755-82345678", "0755-82345678", .landline), ("(0755)82345678", "0755-82345678", .landline),
        ("（010）6234 5678", "010-62345678", .landline), ("01062345678", "010-62345678", .landline),
        ("+86 10 6234 5678", "010-62345678", .landline),
        ("021-62345678-801", "021-62345678-801", .landline), ("0371–6234567", "0371-6234567", .landline),
        ("400-123-4567", "4001234567", .service), ("+852 2123 4567", "+85221234567", .international),
        ("0044 20 7946 0000", "+442079460000", .international),
    ])
    func `phones are read as people write them`(typed: String, normalised: String, form: ContactPhone.Form) throws {
        let phone = try #require(ContactPhone.check(typed).value)
        #expect(phone.text.description == normalised)
        #expect(phone.form == form)
        #expect(ContactPhone(normalised: normalised) == phone)
    }

    @Test(arguments: [
        "", "1380013800", "138001380000", "12800138000", "1440000000000", "62345678", "0755-8234567890", "+123", "+1234567890123456",
        "+0755 82345678", "13800138000-801", "110", "0000", "00", "0755-12345678", "+", "+86", "-", "()", "138O0138000", "1+3800138000",
        "01162345678", "0012345",
        "13800138000 13800138001", "😀",
    ])
    func `what cannot be called is refused`(typed: String) {
        #expect(ContactPhone.check(typed).standing == .refused)
    }

    @Test(arguments: [1 as UInt64, 20_261_123])
    func `whatever is typed, what passes passes again`(seed: UInt64) {
        var chance = Seeded(seed)
        let parts = ["0", "1", "86", "+", "-", "(", ")", "0755", "8234", "5678", "138", "00", "400", " ", "9", "２", "852"]
        for _ in 0..<20_000 {
            let typed = (0..<Int.random(in: 0...7, using: &chance)).map { _ in parts.randomElement(using: &chance) ?? "" }.joined()
            guard let phone = ContactPhone.check(typed).value else { continue }
            let again = ContactPhone.check(phone.text.description).value
            #expect(again == phone, "\(typed), seed \(seed)")
        }
    }
}
