import CardFiles
import Tabular
import Testing

@Suite struct HeadingTests {
    @Test(
        arguments: [
            ("ICCID", CardField.iccid), ("iccid号", .iccid), ("ＩＣＣＩＤ", .iccid), ("ICC-ID", .iccid), ("ICCID（20位）", .iccid),
            ("MSISDN", .msisdn),
            ("接入号", .msisdn), ("接入号码", .msisdn), ("手 机 号", .msisdn), ("电话号码", .msisdn), ("IMSI", .imsi), ("imei", .imei), ("EID", .eid),
            ("运营商", .carrier), ("Carrier", .carrier), ("归属地", .province), ("省/份", .province), ("套餐编码", .product),
            ("Product Code", .product),
            ("批次号", .batch), ("batch_no", .batch), ("使用人", .actualUser), ("备注：", .note), ("*备注*", .note),
        ] as [(String, CardField)])
    func `people's names for columns are known`(name: String, field: CardField) throws {
        let heading = field == .iccid ? "\(name),x" : "\(name),ICCID"
        let file = try Fixture.open("\(heading)\n\(Card.iccid(1)),\(Card.iccid(2))\n")
        #expect(file.heading.place(of: field) == 0)
    }

    @Test func `columns stand in any order and unknown ones are reported by name only`() throws {
        let file = try Fixture.open("序号,套餐,ICCID,颜色,13800138000,问题\n1,P,\(Card.iccid(1)),red,x,y\n")
        #expect(file.heading.place(of: .iccid) == 2)
        #expect(file.heading.place(of: .product) == 1)
        #expect(file.heading.ignored == ["序号", "颜色", "#5"])
    }

    @Test func `the column 卡号 is the number beside an ICCID column`() throws {
        let file = try Fixture.open("卡号,ICCID\n\(Card.msisdn(1)),\(Card.iccid(1))\n")
        #expect(file.heading.place(of: .msisdn) == 0)
        #expect(file.heading.place(of: .iccid) == 1)
    }

    @Test func `the column 卡号 is the ICCID when its values are`() throws {
        let file = try Fixture.open("卡号,接入号\n\(Card.iccid(1)),\(Card.msisdn(1))\n")
        #expect(file.heading.place(of: .iccid) == 0)
        #expect(try Fixture.open("卡号\n8.98604E+19\n").heading.place(of: .iccid) == 0)
    }

    @Test func `the column 卡号 with numbers leaves the ICCID missing`() {
        #expect(Fixture.refusal("卡号,套餐\n\(Card.msisdn(1)),P\n") == "column-missing")
    }

    @Test func `titles above the heading are passed over`() throws {
        let file = try Fixture.open("某某公司物联网卡清单\n\n2026年11月\nICCID,号码\n\(Card.iccid(1)),\(Card.msisdn(1))\n")
        #expect(file.heading.row == 4)
        #expect(try Fixture.lines(file).map(\.row) == [5])
    }

    @Test(arguments: [
        ("", "file-empty"), ("\n\n ,\n", "no-rows"), ("ICCID,套餐\n", "no-rows"), ("ICCID,套餐\n,\n\n", "no-rows"),
        ("套餐,备注\na,b\n", "column-missing"),
        ("x,y\na,b\n", "column-missing"), ("ICCID,iccid号\n1,2\n", "column-duplicated"), ("ICCID,号码,手机号\n1,2,3\n", "column-duplicated"),
        ("ICCID,卡号,号码\n1,2,3\n", "column-duplicated"), ("89860412345678901234,1440000000001\n", "header-missing"),
        ("1440000000001,a\n", "header-missing"),
    ])
    func `a file without a usable heading is refused`(text: String, code: String) { #expect(Fixture.refusal(text) == code) }

    @Test func `a refusal names columns and speaks both languages`() throws {
        do {
            _ = try Fixture.open("ICCID,号码,手机号\n1,2,3\n")
            Issue.record("not refused")
        } catch let refusal as CardFileRefusal {
            #expect(refusal.columns == ["号码", "手机号"])
            #expect(refusal.chinese.contains("手机号") && refusal.english.contains("手机号"))
            #expect(!refusal.mendChinese.isEmpty && !refusal.mendEnglish.isEmpty)
        }
    }

    @Test func `a choice goes above names`() throws {
        let text = "ICCID,串号,备注\nx,\(Card.iccid(1)),8986\n"
        let file = try Fixture.open(text) { $0.choices = [.init(.name("串号"), .iccid), .init(.place(0), nil)] }
        #expect(file.heading.place(of: .iccid) == 1)
        #expect(file.heading.place(of: .note) == 2)
        #expect(Fixture.refusal(text) { $0.choices = [.init(.name("没有"), .iccid)] } == "column-unknown")
        #expect(Fixture.refusal(text) { $0.choices = [.init(.place(9), .iccid)] } == "column-unknown")
        #expect(Fixture.refusal(text) { $0.choices = [.init(.place(1), .iccid)] } == "column-duplicated")
    }

    @Test func `a file without heading is read when the columns are said`() throws {
        let file = try Fixture.open("\(Card.iccid(1)),\(Card.msisdn(1))\n\(Card.iccid(2)),\(Card.msisdn(2))\n") {
            $0.hasHeading = false
            $0.choices = [.init(.place(0), .iccid), .init(.place(1), .msisdn)]
        }
        #expect(try Fixture.lines(file).compactMap(\.card?.rowNumber) == [1, 2])
    }
}
