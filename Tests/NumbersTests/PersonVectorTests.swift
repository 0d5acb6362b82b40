import Numbers
import Testing

@Suite struct PersonVectorTests {
    static let residentID: [Vector] = [
        .ok(.residentID, "11010519491231002X"), .ok(.residentID, "11010519491231002x"), .ok(.residentID, "360426199101010071"),
        .ok(.residentID, "１１０１０５１９４９１２３１００２Ｘ"), .ok(.residentID, "110105 19491231 002X"),
        .ok(.residentID, "110105\u{3000}19491231\u{A0}002x"), .ok(.residentID, "\u{FEFF}11010519491231002X\r"),
        .refused(.residentID, "440524188001010014", .ageImplausible), .refused(.residentID, "36042619910102009X", .residentIDCheckDigit),
        .refused(.residentID, "360426199113010079", .birthDateInvalid), .refused(.residentID, "110105194912310020", .residentIDCheckDigit),
        .refused(.residentID, "110105491231002", .residentIDFifteenDigits), .refused(.residentID, "11010519491231002", .residentIDLength),
        .refused(.residentID, "11010519491231002XX", .residentIDLength), .refused(.residentID, "1101051949123100X2", .character),
        .refused(.residentID, "11010519491231002Y", .character), .refused(.residentID, "110105-19491231-002X", .character),
        .warn(.residentID, "810000199408230021", .isResidencePermit), .warn(.residentID, "911840198001010013", .isForeignPermanentID),
    ]

    @Test(arguments: residentID)
    func `R-NF-04: a resident ID is normalised and judged`(vector: Vector) {
        vector.expectHolds()
    }

    @Test func `R-NF-05: an old county stays valid, an unknown one is only a warning`() {
        #expect(ResidentID.check(person("440524", "19800101", "001"), in: context).standing == .ok)
        #expect(Array(ResidentID.check(person("440524", "19950101", "001"), in: context).reasons) == [.regionOutOfYears])
        #expect(Array(ResidentID.check(person("119999", "19950101", "001"), in: context).reasons) == [.regionUnknown])
        #expect(ResidentID.check("44011320141005001X", in: context).standing == .ok)
        #expect(ResidentID.check(person("440301", "19900101", "001"), in: context).standing == .ok, "city proper of Shenzhen")
    }

    @Test func `R-IQ-03: ages beyond 120 and births ahead are refused, above 99 is a warning`() {
        func verdict(_ birth: String) -> Verdict<ResidentID> { ResidentID.check(person("110105", birth, "001"), in: context) }
        #expect(Array(verdict("20261124").reasons) == [.birthDateFuture])
        #expect(verdict("20261123").standing == .ok)
        #expect(Array(verdict("19051123").reasons) == [.ageImplausible])
        #expect(Array(verdict("19051124").reasons) == [.ageUnusual])
        #expect(Array(verdict("19261123").reasons) == [.ageUnusual])
        #expect(verdict("19261124").standing == .ok)
        #expect(Array(verdict("00000000").reasons) == [.birthDateInvalid])
        #expect(Array(verdict("19990229").reasons) == [.birthDateInvalid])
        #expect(verdict("20000229").standing == .ok)
        #expect(Array(verdict("20260431").reasons) == [.birthDateInvalid])
    }

    static let residencePermit: [Vector] = [
        .ok(.residencePermit, "810000199408230021"), .ok(.residencePermit, "830000199201300022"),
        .ok(.residencePermit, "810000199001010019"), .ok(.residencePermit, "820000199001010010"),
        .ok(.residencePermit, "830000199001010012"),
        .refused(.residencePermit, "810000199408230022", .residencePermitCheckDigit),
        .refused(.residencePermit, "11010519491231002X", .residencePermitRegion),
        .refused(.residencePermit, "81000019940823002", .residencePermitLength),
    ]

    @Test(arguments: residencePermit)
    func `R-NF-07: residence permits have regions of their own`(vector: Vector) {
        vector.expectHolds()
    }

    static let foreign: [Vector] = [
        .ok(.foreignPermanentID, "911840198001010013"), .ok(.foreignPermanentID, "931392197506150028"),
        .ok(.foreignPermanentID, "USA110080010100"), .ok(.foreignPermanentID, "jpn310075061528"),
        .refused(.foreignPermanentID, "911840198001010014", .foreignPermanentIDCheckDigit),
        .refused(.foreignPermanentID, "11010519491231002X", .foreignPermanentIDForm),
        .refused(.foreignPermanentID, "US1110080010100", .foreignPermanentIDForm),
        .refused(.foreignPermanentID, "USA11008001010", .foreignPermanentIDForm),
    ]

    @Test(arguments: foreign)
    func `R-NF-08: foreigners' numbers begin with 9, or are of the old form`(vector: Vector) {
        vector.expectHolds()
    }

    static let travel: [Vector] = [
        .ok(.hkMacaoPermit, "H1234567801"), .ok(.hkMacaoPermit, "M12345678"), .ok(.hkMacaoPermit, "ｈ１２３４５６７８"),
        .warn(.hkMacaoPermit, "1234567801", .hkMacaoPermitLetterMissing), .warn(.hkMacaoPermit, "12345678", .hkMacaoPermitLetterMissing),
        .refused(.hkMacaoPermit, "123456780", .hkMacaoPermitForm), .refused(.hkMacaoPermit, "T12345678", .hkMacaoPermitForm),
        .refused(.hkMacaoPermit, "H123456780", .hkMacaoPermitForm), .refused(.hkMacaoPermit, "H00000000", .placeholder),
        .ok(.taiwanPermit, "12345678"), .ok(.taiwanPermit, "1234567801(B)"), .ok(.taiwanPermit, "1234567801（Ｂ）"),
        .ok(.taiwanPermit, "1234567801B"), .ok(.taiwanPermit, "1234567801"),
        .refused(.taiwanPermit, "123456789", .taiwanPermitForm), .refused(.taiwanPermit, "1234567801(B", .character),
        .refused(.taiwanPermit, "1234567801(1)", .taiwanPermitForm), .refused(.taiwanPermit, "00000000", .placeholder),
        .refused(.taiwanPermit, "830000199001010012", .taiwanPermitForm),
        .ok(.passport, "E12345678"), .ok(.passport, "e 1234 5678"), .ok(.passport, "A1234"), .ok(.passport, "ABCDEFGHJ12345678"),
        .refused(.passport, "A123", .passportLength), .refused(.passport, "ABCDEFGHJ123456789", .passportLength),
        .refused(.passport, "E1234.5678", .character), .refused(.passport, "11111111", .placeholder),
        .refused(.passport, "护照12345678", .character),
    ]

    @Test(arguments: travel)
    func `travel documents are judged by form`(vector: Vector) {
        vector.expectHolds()
    }
}

/// An invented resident ID number with its check character, computed with the standard's weights.
func person(_ region: String, _ birth: String, _ order: String) -> String {
    let seventeen = region + birth + order
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(seventeen.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return seventeen + String(Array("10X98765432")[sum % 11])
}
