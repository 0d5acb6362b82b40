import CardFiles
import Tabular
import Testing

@Suite struct OutlineTests {
    private func outline(_ text: String, _ change: (inout CardFileOptions) -> Void = { _ in }) throws -> CardFileOutline {
        var options = try Fixture.options
        change(&options)
        return try CardFile.outline(of: BytesInMemory(Array(text.utf8)), options: options)
    }

    @Test func `columns are named with what they are taken for, and shown by their looks alone`() throws {
        let found = try outline("序号,ICCID,责任人,证件号\n1,\(Card.iccid(1)),张三丰,310104199001010000\n")
        #expect(found.hasHeading)
        #expect(found.columns.map(\.name) == ["序号", "ICCID", "责任人", "证件号"])
        #expect(found.columns[1].field == .iccid && found.columns[0].field == nil)
        #expect(found.columns.map { $0.look?.beginning } == ["", "8986", "", "3101"])
        #expect(found.columns[2].look?.characters == 3)
    }

    @Test func `a file whose first row is a card has no heading`() throws {
        let found = try outline("\(Card.iccid(1)),\(Card.msisdn(1))\n")
        #expect(!found.hasHeading && found.columns.map(\.name) == ["", ""])
        #expect(found.columns.map { $0.look?.beginning } == ["8986", "1440"])
    }

    @Test func `titles above a known heading are passed over, also when columns are chosen by place`() throws {
        let text = "某某公司\n\nICCID,甲\n\(Card.iccid(1)),\(Card.msisdn(1))\n"
        #expect(try outline(text).columns.map(\.name) == ["ICCID", "甲"])
        let file = try Fixture.open(text) { $0.choices = [.init(.place(1), .msisdn)] }
        #expect(file.heading.row == 3 && file.heading.place(of: .msisdn) == 1 && file.heading.place(of: .iccid) == 0)
    }

    @Test func `with choices, a first row that nobody knows is the heading, and no row is lost`() throws {
        let file = try Fixture.open("甲,乙\n\(Card.iccid(1)),\(Card.msisdn(1))\n\(Card.iccid(2)),\(Card.msisdn(2))\n") {
            $0.choices = [.init(.place(0), .iccid)]
        }
        let rows = try Fixture.lines(file).map(\.row)
        #expect(file.heading.row == 1 && rows == [2, 3])
    }

    @Test func `a choice of a column that is not there counts for nothing`() throws {
        let found = try outline("ICCID,甲\n\(Card.iccid(1)),x\n") { $0.choices = [.init(.name("丙"), .msisdn), .init(.place(9), .imsi)] }
        #expect(found.columns.map(\.field) == [.iccid, nil])
    }

    @Test(arguments: ["", "\n\n ,\n"]) func `where there is no row there is nothing to show`(text: String) {
        #expect(throws: CardFileRefusal.self) { try outline(text) }
    }

    @Test func `a heading longer than people can read is cut`() throws {
        #expect(try outline("ICCID,\(String(repeating: "欧", count: 500))\n\(Card.iccid(1)),x\n").columns[1].name.count == 40)
    }
}
