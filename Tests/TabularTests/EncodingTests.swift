import Tabular
import Testing

/// Codes and code points from the text of GB 18030-2022 and its 2005 edition, not from any library.
@Suite struct EncodingTests {
    @Test(
        arguments: [
            ("A6D9", 0xFE10), ("A6DA", 0xFE12), ("A6DB", 0xFE11), ("A6DC", 0xFE13), ("A6DD", 0xFE14), ("A6DE", 0xFE15), ("A6DF", 0xFE16),
            ("A6EC", 0xFE17), ("A6ED", 0xFE18), ("A6F3", 0xFE19), ("A8BC", 0x1E3F), ("A8BF", 0x01F9), ("FE59", 0x9FB4), ("FE61", 0x9FB5),
            ("FE66", 0x9FB6), ("FE67", 0x9FB7), ("FE6D", 0x9FB8), ("FE7E", 0x9FB9), ("FE90", 0x9FBA), ("FEA0", 0x9FBB),
            ("FE51", 0x20087), ("FE52", 0x20089), ("FE53", 0x200CC), ("FE6C", 0x215D7), ("FE76", 0x2298F), ("FE91", 0x241FE),
            ("84318236", 0xFE10), ("84318335", 0xFE19), ("82359037", 0x9FB4), ("82359134", 0x9FBB), ("8135F437", 0x1E3F),
            ("95328236", 0x20000), ("9534B235", 0x20BB7), ("FE9F", 0x4DAE), ("A2E3", 0x20AC), ("A996", 0x3007), ("81308130", 0x80),
            ("D6D0", 0x4E2D), ("B9FA", 0x56FD), ("8140", 0x4E02), ("9839A132", 0x2B74E), ("8230B731", 0x36C3), ("E3329A35", 0x10FFFF),
        ] as [(String, Int)])
    func `a rare character arrives under its standard code point`(code: String, expected: Int) throws {
        // The word in front is no UTF-8, so that the file is GB18030 for certain.
        let table = try ReadTable(hex("BFA8BAC5 2C 61 0A") + hex(code) + [0x2C, 0x31, 0x0A])
        #expect(table.shape.form == .text(.gb18030, separator: 0x2C))
        let scalars = table.rows[1][0].unicodeScalars.map { Int($0.value) }
        #expect(scalars == [expected])
    }

    @Test(arguments: ["BFA8BAC5 0A FE399939", "BFA8BAC5 0A E3329A36", "BFA8BAC5 0A 8431A530"])
    func `a code without a character is refused with its byte`(code: String) {
        #expect(refusal(hex(code)) == TabularRefusal(.encodingUnknown, offset: 5))
    }

    @Test func `Chinese that looks like UTF-8 for a while is still GB18030`() throws {
        // 联通 in GB18030 is C1AA CDA8: the second half is well-formed UTF-8, as is all of "蚌" with its like.
        let table = try ReadTable(
            hex("CDA8 2C 31 0A") + Array(repeating: 0x31, count: 300_000 / 3).flatMap { [$0, 0x2C, 0x0A] } + hex("BFA8 0A"))
        #expect(table.shape.form == .text(.gb18030, separator: 0x2C))
        #expect(table.rows.first?.first == "通")
        #expect(table.rows.last == ["卡"])
    }

    @Test(arguments: [1, 2, 3, 64, Int.max])
    func `characters may lie across any two pieces`(piece: Int) throws {
        let line = hex("BFA8BAC5 2C 9534B235 2C FE9F 0A")
        let table = try ReadTable(Array(repeating: line, count: 50).flatMap { $0 }, piece: piece)
        #expect(table.rows == Array(repeating: ["卡号", "𠮷", "䶮"], count: 50))
    }

    @Test(arguments: [false, true])
    func `Excel's Unicode text is read`(isBigEndian: Bool) throws {
        let text = "卡号\t备注\r\n1\t𠮷\r\n"
        let units = [0xFEFF] + Array(text.utf16)
        let bytes = units.flatMap { unit in
            isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        #expect(try ReadTable(bytes, piece: 3).rows == [["卡号", "备注"], ["1", "𠮷"]])
    }

    @Test(arguments: ["FFFE 6100 0ADC", "FFFE 6100 0AD8 6100", "FFFE 6100 62", "FFFE 6100 0000"])
    func `broken UTF-16 is refused`(bytes: String) {
        #expect([.encodingUnknown, .notATable].contains(refusal(hex(bytes))?.code))
    }

    @Test(arguments: ["C0AF", "EDA080", "F4908080", "E08080", "C3", "F0808080"])
    func `bytes that only resemble UTF-8 are not read as UTF-8`(code: String) {
        let bytes = Array("卡号\n".utf8) + hex(code) + [0xFF]
        #expect(refusal([0xEF, 0xBB, 0xBF] + bytes)?.code == .encodingUnknown)
    }
}
