import Numbers
import Testing

@Suite struct UnitVectorTests {
    static let creditCodes: [Vector] = [
        .ok(.creditCode, "91110000600037341L"), .ok(.creditCode, "91110000MA00000077"), .ok(.creditCode, "12110000MA0000007C"),
        .ok(.creditCode, "51110000MA0000007B"), .ok(.creditCode, "N2110000MA0000007N"), .ok(.creditCode, "Y1110000MA0000007H"),
        .ok(.creditCode, "A1110000MA00000076"), .ok(.creditCode, "92110000MA00000074"), .ok(.creditCode, "91110000-600037341-l"),
        .refused(.creditCode, "91110000600037341N", .creditCodeCheckDigit),
        .refused(.creditCode, "9111000060003IOZSV", .creditCodeAlphabet),
        .refused(.creditCode, "91110000600037341", .creditCodeLength), .refused(.creditCode, "91110000600037341LL", .creditCodeLength),
        .refused(.creditCode, "911A0000600037341L", .creditCodeRegion), .refused(.creditCode, "000000000000000000", .placeholder),
        .refused(.creditCode, "9111_000600037341L", .character),
    ]

    @Test(arguments: creditCodes)
    func `R-NF-09: a credit code may begin with a letter`(vector: Vector) {
        vector.expectHolds()
    }

    @Test func `R-NF-10: the organisation code inside is checked too`() {
        // The organisation code's check digit is one off, the outer check character fits.
        let broken = creditCode("91110000600037342")
        #expect(Array(CreditCode.check(broken, in: context).reasons) == [.creditCodeOrganisationCheckDigit])
    }

    @Test func `an unlisted authority or region is a warning`() {
        #expect(Array(CreditCode.check(creditCode("97110000600037341"), in: context).reasons) == [.creditCodeAuthorityUnknown])
        #expect(Array(CreditCode.check(creditCode("91990000600037341"), in: context).reasons) == [.regionUnknown])
        #expect(CreditCode.check(creditCode("91100000600037341"), in: context).standing == .ok, "the whole country")
    }

    static let others: [Vector] = [
        .ok(.organisationCode, "600037341"), .ok(.organisationCode, "MA1K3BTP2"), .ok(.organisationCode, "60003734-1"),
        .ok(.organisationCode, "ma1k3btp2"), .ok(.organisationCode, "MA0000007"),
        .refused(.organisationCode, "600037342", .organisationCodeCheckDigit),
        .refused(.organisationCode, "60003734", .organisationCodeLength),
        .refused(.organisationCode, "600037341X", .organisationCodeLength), .refused(.organisationCode, "000000000", .placeholder),
        .ok(.businessLicence, "110108000000016"), .ok(.businessLicence, "440300500000019"), .ok(.businessLicence, "310115600000013"),
        .refused(.businessLicence, "110108000000017", .businessLicenceCheckDigit),
        .refused(.businessLicence, "11010800000016", .businessLicenceLength), .refused(.businessLicence, "11010800000001X", .character),
    ]

    @Test(arguments: others)
    func `the older units' numbers keep their checks`(vector: Vector) {
        vector.expectHolds()
    }

    @Test func `a credit code tells its authority and organisation code`() throws {
        let code = try #require(CreditCode.check("92110000MA00000074", in: context).value)
        #expect(code.organisationCode.text.description == "MA0000007")
        #expect(code.authority?.registrar == .marketRegulation)
        #expect(code.authority?.isSoleTrader == true)
        #expect(code.regionCode == 110_000)
        #expect(code.description == "92110000MA00000074", "units' codes are public")
    }

    @Test(arguments: [
        ("110108000000016", BusinessLicence.Holder.domestic), ("440300500000019", .foreignFunded), ("310115600000013", .soleTrader),
    ])
    func `an old licence number tells who holds it`(number: String, holder: BusinessLicence.Holder) throws {
        #expect(try #require(BusinessLicence.check(number, in: context).value).holder == holder)
    }
}

/// Seventeen characters with their check character, computed with the standard's weights.
func creditCode(_ seventeen: String) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    let sum = zip(seventeen, weights).reduce(0) { $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1 }
    return seventeen + String(alphabet[(31 - sum % 31) % 31])
}
