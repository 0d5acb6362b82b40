import CardFiles
import Numbers
import Testing

@Suite struct RowJudgeTests {
    @Test func `a full row becomes a card`() throws {
        let heading = "ICCID,接入号,IMSI,IMEI,EID,运营商,省份,套餐,批次,使用人,备注"
        let line = try Fixture.line(
            heading,
            "\(Card.iccid(1)), +86 1440000000001 ,\(Card.imsi(1)),490154203237518,89001012012341234012345678901224,中国移动,江苏省, IOT-30 ,B1,王小样,\"a,b\""
        )
        let card = try #require(line.card)
        #expect(card.iccid.text.description == Card.iccid(1))
        #expect(card.msisdn?.text.description == "1440000000001")
        #expect(card.imsi?.text.description == Card.imsi(1))
        #expect(card.imei?.text.description == "490154203237518")
        #expect(card.eid?.text.description == "89001012012341234012345678901224")
        #expect(card.carrier == .mobile)
        #expect(card.province?.code == 32)
        #expect(card.product == "IOT-30" && card.batch == "B1" && card.actualUser == "王小样" && card.note == "a,b")
        #expect(card.warnings.isEmpty)
        #expect(card.rowNumber == 2)
    }

    @Test(arguments: ["", " ", "　", "-", "无", "null", "N/A", "/"])
    func `nothing said in an optional column is no problem`(cell: String) throws {
        let line = try Fixture.line("ICCID,号码,IMSI,运营商,省份", "\(Card.iccid(1)),\(cell),\(cell),\(cell),\(cell)")
        let card = try #require(line.card)
        #expect(card.msisdn == nil && card.imsi == nil && card.carrier == nil && card.province == nil)
    }

    @Test(
        arguments: [
            ("ICCID,x", ",1", ["empty"]), ("ICCID", "8986041234567890123X5", ["iccid-length"]),
            ("ICCID", "12345678901234567890", ["iccid-prefix"]),
            ("ICCID", "8.98604E+19", ["excel-scientific"]), ("ICCID", "8.986E19", ["excel-scientific"]),
            ("ICCID", "9e+19", ["excel-scientific"]),
            ("ICCID", "89860412345678900000", ["excel-trailing-zeros"]), ("ICCID", "-", ["character-not-allowed"]),
            ("ICCID,号码", "8986040000000000001,1.44E+12", ["excel-scientific"]), ("ICCID,号码", "8986040000000000001,12", ["msisdn-length"]),
            ("ICCID,号码,IMSI", "x,y,z", ["iccid-length", "character-not-allowed", "character-not-allowed"]),
            ("ICCID,IMSI", "8986040000000000001,1010000000000", ["excel-leading-zeros-lost"]),
            ("ICCID,IMSI", "8986040000000000001,310150123456789", ["imsi-country"]),
            ("ICCID,IMEI", "8986040000000000001,490154203237519", ["imei-luhn"]),
            ("ICCID,IMEI", "8986040000000000001,1015420323751", ["excel-leading-zeros-lost"]),
            ("ICCID,EID", "8986040000000000001,89001012012341200000000000000000", ["excel-trailing-zeros"]),
            ("ICCID,EID", "8986040000000000001,89001012012341234012345678901225", ["eid-check-digits"]),
            ("ICCID,运营商", "8986040000000000001,神秘通信", ["carrier-unknown"]), ("ICCID,省份", "8986040000000000001,99", ["province-unknown"]),
            ("ICCID,省份", "8986040000000000001,海南藏族自治州", ["province-unknown"]),
            ("ICCID,备注", "8986040000000000001,a,b", ["cells-beyond-heading"]),
            ("ICCID,套餐", "8986040000000000001,a\u{7}b", ["text-control-character"]),
            ("ICCID,套餐", "8986040000000000001,\"a\"b", ["quote-misplaced"]),
            ("ICCID,套餐", "8986040000000000001,\"ab", ["quote-unclosed"]),
        ] as [(String, String, [String])])
    func `a bad row says every reason`(heading: String, row: String, codes: [String]) throws {
        #expect(try Fixture.line(heading, row).codes == codes)
    }

    @Test func `too long a text is a problem`() throws {
        #expect(try Fixture.line("ICCID,套餐", "\(Card.iccid(1)),\(String(repeating: "长", count: 50))").codes == ["text-too-long"])
    }

    @Test(
        arguments: [
            ("ICCID", "89860617030017300390", ["iccid-luhn"]), ("ICCID,号码", "898600D6081370000007,13800138000", ["msisdn-ordinary-phone"]),
            ("ICCID,运营商", "89860300000000000016,中国移动", ["carrier-doubtful"]),
        ] as [(String, String, [String])])
    func `what is only doubtful is noted on the card`(heading: String, row: String, codes: [String]) throws {
        let card = try #require(try Fixture.line(heading, row).card)
        #expect(card.warnings.map(\.code.rawValue) == codes)
    }

    @Test func `an ICCID that truly ends in zeros is taken`() throws {
        // Its check digit is right: 89860400000000100000 would be Excel's only by a chance of one in ten.
        #expect(try Fixture.line("ICCID", "89860000000000900000").codes.count <= 1)
    }

    @Test(arguments: [
        ("移动", "mobile"), ("CMCC", "mobile"), ("中国移动", "mobile"), ("China Telecom", "telecom"), ("电信", "telecom"), ("CUCC", "unicom"),
        ("中国广电", "broadnet"),
        ("Reseller-7", "reseller-7"),
    ])
    func `a carrier is known by its names`(written: String, code: String) { #expect(CarrierCode(written)?.text == code) }

    @Test(arguments: ["", "x", "1234", "中国", "a b!", "-ab"])
    func `other words are no carrier`(written: String) { #expect(CarrierCode(written) == nil) }

    @Test(
        arguments: [
            ("江苏", 32), ("江苏省", 32), ("32", 32), ("320000", 32), ("320102", 32), ("江苏省南京市", 32), ("江苏 南京", 32), ("内蒙古自治区", 15), ("广西", 45),
            ("广西壮族自治区", 45), ("新疆维吾尔自治区", 65), ("北京市", 11), ("Shaanxi", 61), ("Hong Kong", 81), ("香港特别行政区", 81), ("黑龙江", 23), ("３２", 32),
        ] as [(String, UInt8)])
    func `a province is known by name or code`(written: String, code: UInt8) { #expect(Province(written)?.code == code) }

    @Test(arguments: ["", "00", "99", "990000", "3", "3201", "中国", "江", "海南藏族自治州", "江苏南京", "北京路"])
    func `other words are no province`(written: String) { #expect(Province(written) == nil) }

    @Test func `every code speaks both languages and repeats no value`() {
        for code in RowCode.own + Reason.allCases.map(RowCode.number) {
            let wording = code.wording
            for text in [wording.english, wording.chinese, wording.mendEnglish, wording.mendChinese] { #expect(!text.isEmpty) }
            #expect(code.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
        }
        #expect(RowFinding(.contradictionInFile, field: .msisdn, otherRow: 9).chinese.hasPrefix("接入号，第 9 行："))
    }
}
