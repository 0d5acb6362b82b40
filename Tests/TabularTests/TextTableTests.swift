import Tabular
import Testing

@Suite struct TextTableTests {
    @Test(arguments: [("a,b\n1,2\n", 0x2C), ("a\tb\n1\t2\n", 0x09), ("a|b\n1|2\n", 0x7C), ("a;b\n1;2\n", 0x3B)] as [(String, UInt8)])
    func `each separator is found in the heading`(text: String, separator: UInt8) throws {
        let table = try ReadTable(text)
        #expect(table.shape.form == .text(.utf8, separator: separator))
        #expect(table.rows == [["a", "b"], ["1", "2"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 3, 7, Int.max])
    func `line ends of three kinds end a row, in pieces of any size`(end: String, piece: Int) throws {
        let table = try ReadTable("a,b\(end)\(end)1,\"x\(end)y\"\(end) ,\(end)3,\"say \"\"hi\"\"\"", piece: piece)
        #expect(table.rows == [["a", "b"], ["1", "x\(end)y"], ["3", "say \"hi\""]])
        #expect(table.numbers == [1, 3, 5])
    }

    @Test func `a byte order mark is not part of the first cell`() throws {
        let table = try ReadTable([0xEF, 0xBB, 0xBF] + Array("卡号,号码\n1,2".utf8))
        #expect(table.rows[0] == ["卡号", "号码"])
        #expect(table.shape.form == .text(.utf8WithMark, separator: 0x2C))
    }

    @Test func `Excel's own separator line is obeyed and not a row`() throws {
        let table = try ReadTable("sep=;\r\na,x;b\r\n1;2\r\n")
        #expect(table.rows == [["a,x", "b"], ["1", "2"]])
        #expect(table.numbers == [1, 2])
    }

    @Test func `a separator inside quotation marks does not count`() throws {
        #expect(try ReadTable("\"a,b,c,d\";e\n1;2\n").rows == [["a,b,c,d", "e"], ["1", "2"]])
    }

    @Test func `a single column needs no separator`() throws {
        #expect(try ReadTable("ICCID\n1\n2").rows == [["ICCID"], ["1"], ["2"]])
    }

    @Test func `an empty row is skipped and still counted`() throws {
        let table = try ReadTable("a,b\n,\n \t ,\n,,,,,,\nc,d\n")
        #expect(table.numbers == [1, 5])
    }

    @Test(arguments: [0, 1, 100, 5_000])
    func `a quotation mark nobody closes costs one row only`(filler: Int) throws {
        let text = "a,b\n1,\"open\n" + String(repeating: "2,x\n", count: filler) + "3,y\n"
        let table = try ReadTable(text)
        #expect(table.rows.count == filler + 3)
        #expect(table.faults == [2: .quoteUnclosed])
        #expect(table.rows.last == ["3", "y"])
        #expect(table.numbers.last == filler + 3)
    }

    @Test func `text behind a closing quotation mark costs one row only`() throws {
        let table = try ReadTable("a,b\n\"1\"x,2\n3,4\n5,\"6\" \n")
        #expect(table.faults == [2: .quoteMisplaced])
        #expect(table.rows.suffix(2) == [["3", "4"], ["5", "6"]])
    }

    @Test func `two open quotation marks far apart cost two rows`() throws {
        let table = try ReadTable("a,b\n1,\"x\n2,y\n3,\"z\n4,w\n", piece: 5)
        #expect(table.faults == [2: .quoteUnclosed] || table.faults == [2: .quoteMisplaced, 4: .quoteUnclosed])
        #expect(table.rows.last == ["4", "w"])
    }

    @Test func `a quotation mark inside an unquoted cell is a character`() throws {
        #expect(try ReadTable("a,b\n5\" disc,x\n").rows[1] == ["5\" disc", "x"])
    }

    @Test func `an apostrophe is dropped only before what a spreadsheet would spoil`() throws {
        let table = try ReadTable("a\n'=1+1\n'８\n'0012\n'898601234567890123\n''=x\n'abc\n'12\n'＝x\n'\n")
        #expect(table.rows.map { $0[0] } == ["a", "=1+1", "'８", "0012", "898601234567890123", "'=x", "'abc", "'12", "＝x", "'"])
    }

    @Test func `limits name the row`() throws {
        var limits = TabularLimits()
        limits.columns = 3
        limits.rows = 3
        limits.fieldBytes = 5
        limits.rowBytes = 40
        #expect(refusal("a,b\n1,2,3,,,\n1,2,3,4\n", limits: limits) == TabularRefusal(.tooManyColumns, row: 3))
        #expect(refusal("a\nb\nc\nd\n", limits: limits) == TabularRefusal(.tooManyRows, row: 4))
        #expect(refusal("a\n123456\n", limits: limits) == TabularRefusal(.fieldTooLong, row: 2))
        limits.fieldBytes = 1_000
        #expect(refusal("a\n" + String(repeating: "x", count: 43) + "\n", limits: limits) == TabularRefusal(.rowTooLong, row: 2))
        #expect(refusal("a\n" + String(repeating: "x", count: 40) + "\n", limits: limits) == nil)
        #expect(refusal("a\n" + String(repeating: "x", count: 1_000_000), limits: limits) == TabularRefusal(.rowTooLong, row: 2))
        #expect(refusal("a\n\"" + String(repeating: "x", count: 1_000_000), limits: limits) == TabularRefusal(.rowTooLong, row: 2))
    }

    @Test func `a quoted cell of too many lines is taken for an open quotation mark`() throws {
        var limits = TabularLimits()
        limits.lineEndsInRow = 3
        let table = try ReadTable("a\n\"1\n2\n3\"\n\"1\n2\n3\n4\n5\n6\"\n", limits: limits)
        #expect(table.rows[1] == ["1\n2\n3"])
        #expect(table.faults[3] == .quoteUnclosed)
    }

    @Test(
        arguments: [
            ("", TabularRefusal.Code.fileEmpty), ("25504446 2D312E37", .notATable), ("FFD8FFE0 00104A46", .notATable),
            ("89504E47 0D0A1A0A", .notATable), ("6100 62", .notATable), ("D0CF11E0A1B11AE1 0000", .xlsOldFormat),
            ("D0CF11E0A1B11AE1 45006E0063007200790070007400650064005000610063006B00610067006500", .workbookEncrypted),
            ("504B0304 00000000", .workbookDamaged), ("61 FF 62", .encodingUnknown), ("61 81", .encodingUnknown),
            ("EFBBBF 61 FF", .encodingUnknown),
        ] as [(String, TabularRefusal.Code)])
    func `content decides what is refused`(bytes: String, code: TabularRefusal.Code) {
        #expect(refusal(hex(bytes))?.code == code)
    }

    @Test func `broken text is refused with the byte where it breaks`() {
        #expect(refusal(Array("号码,x\nabc\n".utf8) + [0xFF, 0x0A]) == TabularRefusal(.encodingUnknown, offset: 13))
    }

    @Test func `a source that fails is a refusal, not a short table`() {
        final class Broken: RandomAccessBytes {
            struct Failure: Error {}
            var count: Int { 1_000_000 }
            func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
                if offset > 300_000 { throw Failure() }
                for index in 0..<buffer.count { buffer[index] = index % 5 == 4 ? 0x0A : 0x61 }
                return buffer.count
            }
        }
        #expect(throws: TabularRefusal.self) { _ = try TableReader(Broken()) }
    }

    @Test func `every refusal speaks both languages and repeats no content`() {
        for code in TabularRefusal.Code.allCases {
            let wording = code.wording
            for text in [wording.english, wording.chinese, wording.mendEnglish, wording.mendChinese] { #expect(!text.isEmpty) }
        }
        #expect(TabularRefusal(.tooManyRows, row: 7).chinese.hasPrefix("第 7 行"))
    }

    /// Seeds are printed by the test's name; a failure is repeated with its argument alone.
    @Test(arguments: UInt64(1)...60)
    func `mutated text never crashes and reads the same in any pieces`(seed: UInt64) {
        var chance = SeededChance(seed)
        var bytes = Array("卡号,接入号,\"备 注\"\r\n8986,1440,\"x\"\"y\"\r\n\"a\nb\",'=1,\r\n".utf8)
        for _ in 0..<Int.random(in: 1...12, using: &chance) {
            let position = Int.random(in: 0..<bytes.count, using: &chance)
            let pool: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x09, 0x27, 0x3D, 0xEF, 0x81, 0x30, 0xFE, 0x41]
            bytes.insert(pool.randomElement(using: &chance) ?? 0x22, at: position)
            if Bool.random(using: &chance) { bytes.remove(at: Int.random(in: 0..<bytes.count, using: &chance)) }
        }
        let whole = try? ReadTable(bytes)
        let pieces = try? ReadTable(bytes, piece: 1 + Int(seed % 5))
        #expect(whole?.rows == pieces?.rows)
        #expect(whole?.numbers == pieces?.numbers)
    }
}

/// SplitMix64: the same numbers for the same seed everywhere.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
