import Numbers
import Testing

@Suite struct MaskTests {
    @Test(arguments: [
        (NumberKind.iccid, "89860070310112094320", "****************4320"), (.msisdn, "1440000001234", "144******1234"),
        (.residentID, "11010519491231002X", "1****************X"), (.imei, "490154203237518", "***********7518"),
        (.hkMacaoPermit, "H1234567801", "H*********1"), (.passport, "A1234", "A***4"),
        (.creditCode, "91110000600037341L", "91110000600037341L"),
    ])
    func `R-DP-22: a mask shows the ends only, and of units everything`(kind: NumberKind, number: String, mask: String) throws {
        let checker = NumberChecker(kind: kind, context: context)
        #expect(checker.masked(try #require(checker.check(number).value)) == mask)
    }

    @Test func `no value shows its hidden characters when it is printed`() throws {
        let id = try #require(ResidentID.check("11010519491231002X", in: context).value)
        #expect("\(id) \(String(reflecting: id)) \([id]) \(Optional(id) as Any)".contains("4912") == false)
        let card = try #require(ICCID.check("89860070310112094320", in: context).value)
        #expect("\(card) \(String(reflecting: card))".contains("7031") == false)
        let phone = try #require(ContactPhone.check("13800138000").value)
        #expect(phone.description == "138****8000")
        #expect("\([phone])".contains("0013") == false)
    }

    @Test(arguments: good.filter { ![.creditCode, .organisationCode, .businessLicence].contains($0.kind) }.map(\.kind))
    func `two numbers that differ only in hidden places have one mask`(kind: NumberKind) throws {
        let checker = NumberChecker(kind: kind, context: context)
        let sample = try #require(good.first { $0.kind == kind })
        let text = try #require(NumberText(sample.text))
        let mask = Array(checker.masked(text).utf8)
        #expect(mask.count == text.count)
        #expect(mask.filter { $0 == 0x2A }.count >= 6)
        let changed = try #require(NumberText(ascii: mask.indices.map { mask[$0] == 0x2A ? 0x35 : text[$0] }))
        #expect(Array(checker.masked(changed).utf8) == mask)
    }
}
