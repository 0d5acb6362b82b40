/// Writes a workbook of one sheet whose cells are all text (number format `@`), so that a spreadsheet keeps long digits and runs
/// no formula. Written front to back in constant memory.
package struct XLSXWriter {
    private var zip: ZipWriter
    private var buffer: [UInt8] = []
    private var rows = 0

    private static let blockSize = 60 * 1_024

    /// - Parameters:
    ///   - sheet: the sheet's name.
    ///   - widths: of the columns, in characters.
    ///   - write: takes the next bytes of the file; an error ends the writing and is passed on.
    package init(sheet: String, widths: [Int] = [], write: @escaping ([UInt8]) throws -> Void) throws {
        zip = ZipWriter(write: write)
        for (name, text) in Self.frame(sheet: sheet) {
            try zip.begin(name)
            try zip.append(Array(text.utf8))
            try zip.end()
        }
        try zip.begin("xl/worksheets/sheet1.xml")
        append(Self.declaration + #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#)
        if !widths.isEmpty {
            let columns = widths.enumerated().map { index, width in
                #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" style="1" customWidth="1"/>"#
            }
            append("<cols>" + columns.joined() + "</cols>")
        }
        append("<sheetData>")
    }

    package mutating func row(_ cells: some Sequence<String>) throws {
        rows += 1
        append("<row r=\"\(rows)\">")
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            append("<c r=\"\(Self.letters(index))\(rows)\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            appendText(cell)
            append("</t></is></c>")
        }
        append("</row>")
        if buffer.count >= Self.blockSize { try flush() }
    }

    package mutating func finish() throws {
        append("</sheetData></worksheet>")
        try flush()
        try zip.end()
        try zip.finish()
    }

    private mutating func append(_ text: String) { buffer += text.utf8 }

    /// Characters that XML cannot hold, and what looks like the escape for them, are written `_xHHHH_`.
    private mutating func appendText(_ text: String) {
        // The reader takes one off such a cell.
        if Self.looksGuarded(text) { buffer.append(0x27) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "_": append("_x005F_")
            case "\t", "\n": buffer.append(UInt8(scalar.value))
            case "\u{0}": break
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                append("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_")
            default: buffer += String(scalar).utf8
            }
        }
    }

    private static func looksGuarded(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { CellGuard.isGuarded($0) }
    }

    private mutating func flush() throws {
        try zip.append(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// The letters of a column counted from 0.
    static func letters(_ column: Int) -> String {
        var text = ""
        var rest = column + 1
        while rest > 0 {
            text = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + text
            rest = (rest - 1) / 26
        }
        return text
    }

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    private static func frame(sheet: String) -> [(String, String)] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let name = sheet.filter { !"&<>\"[]:*?/\\".contains($0) }.prefix(31)
        return [
            (
                "[Content_Types].xml",
                """
                <Types xmlns="\(package)/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).worksheet+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="\(package)/relationships">\
                <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="\(name)" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="\(package)/relationships">\
                <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="\(office)/styles" Target="styles.xml"/></Relationships>
                """
            ),
            (
                "xl/styles.xml",
                """
                <styleSheet xmlns="\(main)"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
                <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
                <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
                <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
                <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
                <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
                """
            ),
        ].map { ($0.0, declaration + $0.1) }
    }
}
