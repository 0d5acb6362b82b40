@testable import Tabular
import Testing

/// A workbook of the given parts; those every workbook needs are filled in.
func workbook(sheet: String, shared: String? = nil, others: [String: String] = [:]) throws -> [UInt8] {
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var parts = [
        "_rels/.rels":
            "<Relationships xmlns='\(relations)'><Relationship Id='a' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": "<workbook xmlns:r='\(office)'><sheets><sheet name='1' sheetId='1' r:id='r1'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": """
        <Relationships><Relationship Id='r1' Type='\(office)/worksheet' Target='worksheets/sheet1.xml'/>\
        <Relationship Id='r2' Type='\(office)/worksheet' Target='/xl/worksheets/sheet2.xml'/>\
        <Relationship Id='r3' Type='\(office)/sharedStrings' Target='sharedStrings.xml'/></Relationships>
        """,
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(sheet)</sheetData></worksheet>",
    ]
    if let shared { parts["xl/sharedStrings.xml"] = "<sst>\(shared)</sst>" }
    parts.merge(others) { $1 }
    return try archive(parts.map { ($0, Array($1.utf8)) }.sorted { $0.0 < $1.0 })
}

private func archive(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
    let output = Output()
    var zip = ZipWriter { output.bytes += $0 }
    for (name, bytes) in parts {
        try zip.begin(name)
        try zip.append(bytes)
        try zip.end()
    }
    try zip.finish()
    return output.bytes
}

final class Output {
    var bytes: [UInt8] = []
}

@Suite struct WorkbookTests {
    @Test func `texts, numbers, truth values and gaps come out by their columns`() throws {
        let bytes = try workbook(
            sheet: """
                <row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row><row r='3' spans='1:3'/>
                <row r='5'><c r='B5'><v>1064900000001</v></c><c r='D5' t='b'><v>1</v></c><c r='E5' t='e'><v>#N/A</v></c>\
                <c r='F5' t='inlineStr'><is><r><t>a </t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>\
                <c r='G5' t='str'><f>A1</f><v>卡</v></c><c r='H5' s='1'/></row>
                """,
            shared:
                "<si><t xml:space='preserve'> 卡号 </t></si><si><r><rPr><b/></rPr><t>接入</t></r><r><t>号</t></r><rPh sb='0' eb='1'><t>jie</t></rPh></si>"
        )
        let reader = try TableReader(BytesInMemory(bytes))
        #expect(try reader.next())
        #expect((0..<reader.fieldCount).map { reader.text($0) } == [" 卡号 ", "", "接入号"])
        #expect(try reader.next())
        #expect(reader.rowNumber == 5)
        #expect((0..<reader.fieldCount).map { reader.text($0) } == ["", "1064900000001", "", "TRUE", "#N/A", "a b", "卡"])
        #expect((0..<7).map { reader.kind($0) } == [.text, .number, .text, .boolean, .error, .text, .text])
        #expect(try !reader.next())
    }

    @Test(arguments: [
        ("8.9860123456789E+19", "8.9860123456789E+19"), ("1.064900000001E+12", "1064900000001"), ("440000.0", "440000"), ("44", "44"),
        ("89860123456789000000", "89860123456789000000"), ("1.5", "1.5"), ("-3.0", "-3.0"), ("1E14", "100000000000000"), ("1e15", "1e15"),
    ])
    func `a whole number is spelt in digits as far as it is exact`(stored: String, read: String) throws {
        #expect(
            try ReadTable(workbook(sheet: "<row><c><v>\(stored)</v></c><c t='inlineStr'><is><t>|</t></is></c></row>")).rows == [
                [read, "|"]
            ])
    }

    @Test func `cells without references stand side by side, prefixed elements count too`() throws {
        let bytes = try workbook(
            sheet: "",
            others: [
                "xl/worksheets/sheet1.xml": """
                <x:worksheet xmlns:x='a'><x:sheetData><x:row><x:c t='str'><x:v>1</x:v></x:c><x:c t='str'><x:v>2</x:v></x:c></x:row>\
                </x:sheetData><broken
                """
            ])
        #expect(try ReadTable(bytes).rows == [["1", "2"]])
    }

    @Test func `escaped characters are undone`() throws {
        let bytes = try workbook(sheet: "<row><c t='s'><v>0</v></c></row>", shared: "<si><t>a_x000D_b_x005F_x0041_c_xZZZZ_ _x</t></si>")
        #expect(try ReadTable(bytes).rows == [["a\rb_x0041_c_xZZZZ_ _x"]])
    }

    @Test func `the first visible sheet is read`() throws {
        let book = """
            <workbook xmlns:r='r'><sheets><sheet name='1' sheetId='1' state='hidden' r:id='r1'/><sheet name='2' sheetId='2' r:id='r2'/></sheets></workbook>
            """
        let second = "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"
        let bytes = try workbook(
            sheet: "<row><c><v>1</v></c></row>", others: ["xl/workbook.xml": book, "xl/worksheets/sheet2.xml": second])
        #expect(try ReadTable(bytes).rows == [["2"]])
        let hidden = "<workbook xmlns:r='r'><sheets><sheet name='1' sheetId='1' state='veryHidden' r:id='r1'/></sheets></workbook>"
        #expect(refusal(try workbook(sheet: "", others: ["xl/workbook.xml": hidden]))?.code == .noVisibleSheet)
    }

    @Test(
        arguments: [
            ("<row r='2'/><row r='2'/>", TabularRefusal.Code.rowsOutOfOrder), ("<row r='2'/><row r='1'/>", .rowsOutOfOrder),
            ("<row r='x'/>", .rowsOutOfOrder), ("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", .rowsOutOfOrder),
            ("<row r='1'><c r='A2'><v>1</v></c></row>", .rowsOutOfOrder), ("<row r='1'><c r='XFE1'><v>1</v></c></row>", .rowsOutOfOrder),
            ("<row r='1'><c r='XFD1'><v>1</v></c></row>", .tooManyColumns), ("<row><c t='s'><v>9</v></c></row>", .workbookDamaged),
            ("<row><c t='s'><v>-1</v></c></row>", .workbookDamaged), ("<row></c></row>", .workbookDamaged),
        ] as [(String, TabularRefusal.Code)])
    func `a sheet out of order is refused`(sheet: String, code: TabularRefusal.Code) throws {
        #expect(refusal(try workbook(sheet: sheet))?.code == code)
    }

    @Test func `declarations and entities are refused outright`() throws {
        for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"] {
            let bomb = "<!DOCTYPE a [<!ENTITY a '1'><!ENTITY b '&a;&a;&a;'>]><a>&b;</a>"
            #expect(refusal(try workbook(sheet: "", others: [part: bomb]))?.code == .workbookMarkupForbidden)
        }
    }

    @Test func `markup that only costs memory is refused`() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(refusal(try workbook(sheet: deep))?.code == .workbookSuspicious)
        let names = (0..<5_000).map { "<a\($0)/>" }.joined()
        #expect(refusal(try workbook(sheet: "<row>\(names)</row>"))?.code == .workbookSuspicious)
        let long = "<row r='" + String(repeating: "1", count: 3_000_000) + "'/>"
        #expect(refusal(try workbook(sheet: long))?.code == .workbookSuspicious)
    }

    @Test func `limits of a workbook hold`() throws {
        var limits = TabularLimits()
        limits.entries = 3
        let small = try workbook(sheet: "<row><c><v>1</v></c></row>")
        #expect(refusal(small, limits: limits)?.code == .workbookTooManyParts)
        limits = TabularLimits()
        limits.sharedStrings = 2
        let shared = try workbook(sheet: "", shared: "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>")
        #expect(refusal(shared, limits: limits)?.code == .workbookTooManyTexts)
        limits = TabularLimits()
        limits.sharedStringBytes = 2
        #expect(refusal(shared, limits: limits)?.code == .workbookTooManyTexts)
        limits = TabularLimits()
        limits.totalInflatedBytes = 100
        #expect(refusal(small, limits: limits)?.code == .workbookTooLarge)
        limits = TabularLimits()
        limits.entryInflatedBytes = 100
        #expect(refusal(small, limits: limits)?.code == .workbookTooLarge)
        limits = TabularLimits()
        limits.rows = 1
        #expect(refusal(try workbook(sheet: "<row><c><v>1</v></c></row><row><c><v>1</v></c></row>"), limits: limits)?.code == .tooManyRows)
        limits.fieldBytes = 3
        #expect(refusal(try workbook(sheet: "<row><c t='str'><v>abcd</v></c></row>"), limits: limits)?.code == .fieldTooLong)
    }

    @Test func `an archive without a workbook is told apart`() throws {
        #expect(
            refusal(try archive([("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))]))?.code == .workbookPartMissing
        )
        #expect(refusal(try archive([]))?.code == .workbookPartMissing)
    }

    @Test func `what is written is read back`() throws {
        let rows = [
            ["ICCID", "备注", "problem"], ["89860123456789012345", "=1+1", "a\tb\nc\rd"], ["'=x", "", "_x0041_"],
            ["<&>\"'", " lead", "\u{1}"],
            ["''0012", "𠮷＝", "@"],
        ]
        let output = Output()
        var writer = try XLSXWriter(sheet: "待修正", widths: [24, 10]) { output.bytes += $0 }
        for row in rows { try writer.row(row) }
        try writer.finish()
        #expect(try ReadTable(output.bytes, piece: 1_000).rows == rows)

        let text = Output()
        var csv = CSVWriter { text.bytes += $0 }
        for row in rows { try csv.row(row) }
        try csv.finish()
        #expect(try ReadTable(text.bytes).rows == rows)
    }

    @Test func `no written CSV cell begins like a formula or an endless number`() throws {
        let output = Output()
        var csv = CSVWriter { output.bytes += $0 }
        try csv.row(["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠1", "898601234567890123", "'=1", "0012", "12", "abc"])
        try csv.finish()
        let text = String(decoding: output.bytes.dropFirst(3), as: UTF8.self)
        #expect(text == "'=1,'+1,'-1,'@x,\"'\tx\",\"'\rx\",'＝1,'＋1,'－1,'＠1,'898601234567890123,''=1,'0012,12,abc\r\n")
    }

    @Test(arguments: UInt64(1)...60)
    func `a mutated workbook never crashes`(seed: UInt64) throws {
        var chance = SeededChance(seed)
        var bytes = try workbook(
            sheet: "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1'><v>1E9</v></c></row>", shared: "<si><t>x</t></si>")
        for _ in 0..<Int.random(in: 1...6, using: &chance) {
            let position = Int.random(in: 0..<bytes.count, using: &chance)
            bytes[position] = UInt8.random(in: 0...255, using: &chance)
            if seed % 3 == 0 { bytes.removeSubrange(position..<min(bytes.count, position + 3)) }
        }
        _ = try? ReadTable(bytes)
    }

    @Test(arguments: UInt64(1)...60)
    func `mutated sheet markup never crashes`(seed: UInt64) throws {
        var chance = SeededChance(seed)
        var sheet = Array("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='inlineStr'><is><t>a</t></is></c></row>".utf8)
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            let from = Int.random(in: 0..<sheet.count, using: &chance)
            let to = Int.random(in: from...min(sheet.count, from + 20), using: &chance)
            sheet.insert(contentsOf: sheet[from..<to], at: Int.random(in: 0...sheet.count, using: &chance))
            if Bool.random(using: &chance) {
                sheet[Int.random(in: 0..<sheet.count, using: &chance)] = UInt8.random(in: 0x20...0x7E, using: &chance)
            }
        }
        _ = try? ReadTable(workbook(sheet: String(decoding: sheet, as: UTF8.self), shared: "<si><t>x</t></si>"))
    }
}
