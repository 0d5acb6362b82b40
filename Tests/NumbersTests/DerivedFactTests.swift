import Numbers
import Testing

@Suite struct DerivedFactTests {
    @Test(arguments: [
        ("89860070310112094320", CarrierHint.mobile), ("8986010000000000018", .unicom), ("89860300000000000016", .telecom),
        ("89861500000000000012", .broadnet), ("89869900000000000012", .unknown), ("898600D6081370000007", .mobile),
    ])
    func `the issuer hints at the carrier`(number: String, carrier: CarrierHint) throws {
        #expect(try #require(ICCID.check(number, in: context).value).carrierHint == carrier)
    }

    @Test(arguments: [
        ("1440000000000", CarrierHint.mobile), ("1064600000000", .unicom), ("1410000000000", .telecom), ("1064000000000", .unknown),
        ("13800138000", .unknown), ("1420000000000", .unknown),
    ])
    func `a card number hints at the carrier`(number: String, carrier: CarrierHint) throws {
        #expect(try #require(MSISDN.check(number, in: context).value).carrierHint == carrier)
    }

    @Test(arguments: [
        ("460001234567890", CarrierHint.mobile), ("460061234567890", .unicom), ("460111234567890", .telecom),
        ("460151234567890", .broadnet),
        ("001011234567890", .unknown), ("460201234567890", .unknown),
    ])
    func `an IMSI hints at the carrier`(number: String, carrier: CarrierHint) throws {
        #expect(try #require(IMSI.check(number, in: context).value).carrierHint == carrier)
    }

    @Test func `numbers go into an integer and come back`() throws {
        let card = try #require(MSISDN.check("1064802000031", in: context).value)
        #expect(card.int64 == 1_064_802_000_031)
        #expect(MSISDN(int64: card.int64) == card)
        let test = try #require(IMSI.check("001011234567890", in: context).value)
        #expect(test.int64 == 1_011_234_567_890)
        #expect(IMSI(int64: test.int64) == test)
        #expect(MSISDN(int64: -1) == nil)
        #expect(MSISDN(int64: 12) == nil)
        #expect(IMSI(int64: 1_000_000_000_000_000) == nil)
        #expect(IMSI(int64: -5) == nil)
    }

    @Test func `R-NF-03: bindings compare the first fourteen digits`() throws {
        let printed = try #require(IMEI.check("354178036859789", in: context).value)
        for reported in ["354178036859780", "35417803685978", "3541780368597801"] {
            #expect(printed.isSameDevice(as: try #require(IMEI.check(reported, in: context).value)))
        }
        #expect(!printed.isSameDevice(as: try #require(IMEI.check("490154203237518", in: context).value)))
        #expect(printed.typeAllocationCode.description == "35417803")
    }

    @Test func `a permit names the same person after a renewal`() throws {
        func key(_ text: String) throws -> String { try #require(HKMacaoPermit.check(text, in: context).value).personKey.description }
        #expect(try key("H1234567801") == "H12345678")
        #expect(try key("H12345678") == "H12345678")
        #expect(try key("1234567802") == "12345678")
        let permit = try #require(HKMacaoPermit.check("M1234567803", in: context).value)
        #expect(permit.renewals == 3)
        #expect(permit.origin == .macao)
        #expect(try #require(TaiwanPermit.check("1234567801(B)", in: context).value).personKey.description == "12345678")
    }

    @Test func `an identity number tells birth and sex`() throws {
        let id = try #require(ResidentID.check("11010519491231002X", in: context).value)
        #expect(id.birthDate == CivilDate("1949-12-31"))
        #expect(id.sex == .female)
        #expect(id.regionCode == 110_105)
        #expect(id.age(on: today) == 76)
        #expect(try #require(ResidencePermit.check("830000199001010012", in: context).value).origin == .taiwan)
        let old = try #require(ForeignPermanentResidentID.check("USA110080010100", in: context).value)
        #expect(old.birthDate == nil)
        #expect(old.sex == nil)
        #expect(old.countryLetters?.description == "USA")
    }

    @Test func `R-NF-08: old and new numbers of a foreigner can be held together`() throws {
        let old = try #require(ForeignPermanentResidentID.check("USA110080010100", in: context).value)
        let new = try #require(ForeignPermanentResidentID.check("911840198001010013", in: context).value)
        let other = try #require(ForeignPermanentResidentID.check("931392197506150028", in: context).value)
        #expect(old.mayBeSamePerson(as: new))
        #expect(!old.mayBeSamePerson(as: other))
        #expect(new.countryNumber == 840)
    }

    @Test func `a fifteen-digit number leads to the eighteen-digit one`() {
        #expect(ResidentID(fifteenDigits: "110105491231002")?.text.description == "11010519491231002X")
        #expect(ResidentID(fifteenDigits: "110105491331002") == nil)
        #expect(ResidentID(fifteenDigits: "11010549123100") == nil)
        #expect(ResidentID(fifteenDigits: "11010549123100X") == nil)
    }

    @Test func `R-NF-01: an ICCID typed without its last character serves as a search`() {
        #expect(ICCID.lookupPrefix("8986 0070 3101 1209 432")?.description == "8986007031011209432")
        #expect(ICCID.lookupPrefix("898600703101120943")?.description == "898600703101120943")
        #expect(ICCID.lookupPrefix("89860070310112094") == nil)
        #expect(ICCID.lookupPrefix("8985007031011209432") == nil)
        #expect(ICCID.lookupPrefix("8986") == nil)
    }
}
