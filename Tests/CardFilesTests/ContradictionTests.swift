import CardFiles
import Numbers
import Testing

@Suite struct ContradictionTests {
    private func lines(_ rows: [String]) throws -> [CardLine] {
        try Fixture.lines("ICCID,号码,IMSI,套餐\n" + rows.joined(separator: "\n") + "\n")
    }

    private func row(_ card: Int, msisdn: Int? = nil, imsi: Int? = nil, product: String = "P") -> String {
        "\(Card.iccid(card)),\(msisdn.map(Card.msisdn) ?? ""),\(imsi.map(Card.imsi) ?? ""),\(product)"
    }

    @Test func `an identical repeat counts once, however it is written`() throws {
        let found = try lines([
            row(1, msisdn: 1), row(2, msisdn: 2), " \(Card.iccid(1)) ,+86\(Card.msisdn(1)),,Ｐ".replacing("Ｐ", with: "P"), row(1, msisdn: 1),
        ])
        #expect(found[0].card != nil && found[1].card != nil)
        #expect(found[2] == .repetition(row: 4, of: 2))
        #expect(found[3] == .repetition(row: 5, of: 2))
    }

    @Test func `one ICCID with different data puts all its rows out`() throws {
        let found = try lines([row(1, product: "P"), row(2), row(1, product: "Q"), row(1, product: "P")])
        #expect(found[0] == .problem(row: 2, [RowFinding(.contradictionInFile, field: .iccid, otherRow: 4)]))
        #expect(found[1].card != nil)
        #expect(found[2] == .problem(row: 4, [RowFinding(.contradictionInFile, field: .iccid, otherRow: 2)]))
        #expect(found[3] == .problem(row: 5, [RowFinding(.contradictionInFile, field: .iccid, otherRow: 4)]))
    }

    @Test func `one number or IMSI on two cards puts both out`() throws {
        let found = try lines([
            row(1, msisdn: 1, imsi: 1), row(2, msisdn: 1, imsi: 2), row(3, msisdn: 3, imsi: 1), row(4, msisdn: 4, imsi: 4),
        ])
        #expect(
            found[0]
                == .problem(
                    row: 2,
                    [
                        RowFinding(.contradictionInFile, field: .msisdn, otherRow: 3),
                        RowFinding(.contradictionInFile, field: .imsi, otherRow: 4),
                    ]))
        #expect(found[1] == .problem(row: 3, [RowFinding(.contradictionInFile, field: .msisdn, otherRow: 2)]))
        #expect(found[2] == .problem(row: 4, [RowFinding(.contradictionInFile, field: .imsi, otherRow: 2)]))
        #expect(found[3].card != nil)
    }

    @Test func `the repeat of a contradicted row is out as well`() throws {
        let found = try lines([row(1, msisdn: 1), row(1, msisdn: 1), row(2, msisdn: 1)])
        #expect(found.map(\.codes) == Array(repeating: ["contradiction-in-file"], count: 3))
        #expect(found[1] == .problem(row: 3, [RowFinding(.contradictionInFile, field: .msisdn, otherRow: 4)]))
    }

    @Test func `a row that fails by itself takes no part`() throws {
        let found = try lines([row(1, msisdn: 1), "\(Card.iccid(1)),12,,P"])
        #expect(found[0].card != nil)
        #expect(found[1].codes == ["msisdn-length"])
    }

    @Test func `empty numbers do not contradict`() throws {
        #expect(try lines([row(1), row(2), row(3)]).allSatisfy { $0.card != nil })
    }

    @Test func `ICCIDs that differ in one character are different cards`() throws {
        let letters = [
            "898600D6081370000007", "898600D608137000000", "898600E6081370000007", "898600D6081370000008", "8986000D608137000000",
        ]
        #expect(try Fixture.lines("ICCID\n" + letters.joined(separator: "\n")).allSatisfy { $0.card != nil })
    }

    @Test func `counts add up`() throws {
        let file = try Fixture.open(
            "ICCID,套餐\n" + [row(1), row(1), row(2), row(3), row(3)].map { $0.replacing(",,", with: "") }.joined(separator: "\n"))
        let index = try file.index(seed: HashSeed(3, 4))
        #expect(index.rows == 5 && index.cards == 3 && index.repetitions == 2 && index.problems == 0)
    }

    /// Against the rule written the slow way, on random small files full of clashes.
    @Test(arguments: UInt64(1)...40)
    func `random files give what the rule gives`(seed: UInt64) throws {
        var chance = SeededChance(seed)
        struct Row: Equatable {
            let card: Int
            let msisdn: Int?
            let imsi: Int?
            let product: String
        }
        let rows = (0..<Int.random(in: 1...40, using: &chance)).map { _ in
            Row(
                card: .random(in: 1...25, using: &chance), msisdn: Bool.random(using: &chance) ? .random(in: 1...60, using: &chance) : nil,
                imsi: Bool.random(using: &chance) ? .random(in: 1...60, using: &chance) : nil,
                product: Bool.random(using: &chance) ? "P" : "Q")
        }
        let out = Set(
            rows.indices.filter { i in
                rows.contains { other in
                    if rows[i].card == other.card { return rows[i] != other }
                    return (rows[i].msisdn != nil && rows[i].msisdn == other.msisdn) || (rows[i].imsi != nil && rows[i].imsi == other.imsi)
                }
            })
        let found = try lines(rows.map { row($0.card, msisdn: $0.msisdn, imsi: $0.imsi, product: $0.product) })
        for index in rows.indices {
            let first = rows.firstIndex(of: rows[index]) ?? index
            switch found[index] {
            case .card: #expect(!out.contains(index) && first == index)
            case .problem: #expect(out.contains(index))
            case .repetition(_, let of): #expect(!out.contains(index) && first != index && of == first + 2)
            }
        }
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
