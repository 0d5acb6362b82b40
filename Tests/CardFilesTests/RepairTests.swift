import CardFiles
import Numbers
import Tabular
import Testing

@Suite struct RepairTests {
    static let heading = ["序号", "ICCID", "接入号", "IMSI", "运营商", "省份", "套餐", "备注"]

    static func good(_ n: Int) -> [String] {
        [
            String(n), Card.iccid(n), Card.msisdn(n), Card.imsi(n), ["移动", "中国移动"][n % 2], ["江苏", "44", "浙江省"][n % 3], "IOT-\(n % 4)",
            "備註𠮷 \(n)",
        ]
    }

    /// 300 cards, 37 of them spoilt in nine ways.
    static var rows: [[String]] {
        var rows = (1...300).map(good)
        for (count, index) in stride(from: 5, to: 300, by: 8).prefix(37).enumerated() {
            switch count % 9 {
            case 0: rows[index][1] = "8.98604E+19"
            case 1: rows[index][1] = "89860412345678900000"
            case 2: rows[index][1] = ""
            case 3: rows[index][2] = "1.44E+12"
            case 4: rows[index][2] = "123"
            case 5: rows[index][3] = "310150123456789"
            case 6: rows[index][4] = "神秘，\"通信\""
            case 7: rows[index][5] = "火星"
            default: rows[index][1] = rows[index][1].dropLast() + "＝"
            }
        }
        return rows
    }

    static let forms = ["utf-8", "utf-8 with mark", "gb18030", "xlsx"]

    static func bytes(_ form: String) throws -> [UInt8] {
        let table = [heading] + rows
        let text = Fixture.csv(table)
        switch form {
        case "utf-8": return Array(text.utf8)
        case "utf-8 with mark": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "gb18030": return Fixture.gb18030(text)
        default: return try Fixture.xlsx(table)
        }
    }

    static func problems(_ file: CardFile) throws -> [CardLine] {
        try Fixture.lines(file).filter { if case .problem = $0 { true } else { false } }
    }

    @Test(arguments: forms)
    func `the same 37 rows fail for the same reasons in every form of file`(form: String) throws {
        let found = try Self.problems(try Fixture.open(try Self.bytes(form)))
        #expect(found.count == 37)
        #expect(found == (try Self.problems(try Fixture.open(try Self.bytes("utf-8")))))
    }

    @Test(arguments: forms, [RepairFile.Form.xlsx, .csv])
    func `a repair file can be sent again, unmended and mended`(form: String, repair: RepairFile.Form) throws {
        let first = try Fixture.open(try Self.bytes(form))
        let unmended = try Fixture.open(try Self.repair(first, form: repair, language: .chinese))
        #expect(unmended.heading.ignored == ["序号"])
        #expect(try Self.problems(unmended).map(\.codes) == Self.problems(first).map(\.codes))
        #expect(try Fixture.lines(unmended).count == 37)

        var table = try Self.read(try Self.repair(unmended, form: repair, language: .english))
        #expect(Array(table[0]) == ["Problem", "How to mend"] + Self.heading)
        for index in 1..<table.count { table[index] = Array(table[index].prefix(2)) + Self.good(Int(table[index][2]) ?? 0) }
        let mended = try Fixture.lines(try Fixture.open(Fixture.csv(table)))
        #expect(mended.count == 37)
        #expect(mended.allSatisfy { $0.card != nil })
        let expected = (0..<37).map { Card.iccid(6 + 8 * $0) }
        #expect(mended.compactMap { $0.card?.iccid.text.description } == expected)
    }

    @Test func `a repair file holds the failed rows as they were sent`() throws {
        let file = try Fixture.open(try Self.bytes("utf-8"))
        let table = try Self.read(try Self.repair(file, form: .xlsx, language: .chinese))
        let sent = Self.rows.enumerated().filter { ($0.offset - 5) % 8 == 0 }.prefix(37).map(\.element)
        #expect(table.dropFirst().map { Array($0.dropFirst(2)) } == Array(sent))
        #expect(table[1][0] == "ICCID：号码已被表格软件转换为科学计数法。")
    }

    @Test func `reading goes on from any row`() throws {
        let file = try Fixture.open(try Self.bytes("gb18030"))
        let all = try Fixture.lines(file)
        for row in [0, 2, 3, 150, 301, 302] {
            #expect(try Fixture.lines(file, from: row, seed: 99) == all.filter { $0.row >= row })
        }
    }

    @Test func `progress is told and can stop the first pass`() throws {
        struct Stop: Error {}
        let file = try Fixture.open("ICCID\n" + (1...25_000).map { Card.iccid($0) }.joined(separator: "\n"))
        var told: [Int] = []
        _ = try file.index(seed: HashSeed(1, 2)) { told.append($0) }
        #expect(told == [10_000, 20_000, 25_000])
        #expect(throws: Stop.self) { _ = try file.index(seed: HashSeed(1, 2)) { _ in throw Stop() } }
    }

    @Test(arguments: UInt64(1)...30)
    func `a mutated card file never crashes`(seed: UInt64) throws {
        var chance = SeededChance(seed)
        var bytes = try Self.bytes(Self.forms[Int(seed % 4)])
        for _ in 0..<8 { bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance) }
        guard let file = try? Fixture.open(bytes) else { return }
        _ = try? Fixture.lines(file)
    }

    private static func repair(_ file: CardFile, form: RepairFile.Form, language: RepairFile.Language) throws -> [UInt8] {
        let output = Output()
        var repair = try RepairFile(file.heading, form: form, language: language) { output.bytes += $0 }
        let lines = try file.lines(try file.index(seed: HashSeed(5, 6)))
        while let line = try lines.next() {
            if case .problem(_, let findings) = line { try repair.row(lines.cells, findings) }
        }
        try repair.finish()
        return output.bytes
    }

    private static func read(_ bytes: [UInt8]) throws -> [[String]] {
        let reader = try TableReader(BytesInMemory(bytes))
        var rows: [[String]] = []
        while try reader.next() { rows.append((0..<reader.fieldCount).map { reader.text($0) }) }
        return rows
    }
}
