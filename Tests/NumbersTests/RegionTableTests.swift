import Numbers
import Testing

@Suite struct RegionTableTests {
    let table = RegionTable.builtIn

    @Test func `the built-in table is whole`() {
        #expect(table.count == 6_903)
        #expect(table.standing(of: 110_105, since: 1949) == .known)
        #expect(table.name(of: 110_105, in: 2000) == "朝阳区")
        #expect(table.name(of: 510_902, in: 1990) == "市中区")
        #expect(table.name(of: 820_202, in: 1900) == "圣方济各堂区", "the last line")
    }

    @Test func `a code counts until the year after its last edition`() {
        #expect(table.standing(of: 440_524, since: 1993) == .known)
        #expect(table.standing(of: 440_524, since: 1994) == .outOfYears)
        #expect(table.standing(of: 440_524, since: 1880) == .known)
    }

    @Test(arguments: [0, -1, 119_999, 990_000, 999_999, 1_000_000, Int.max, Int.min])
    func `what is no code is unknown`(code: Int) {
        #expect(table.standing(of: code, since: 2000) == .unknown)
        #expect(table.name(of: code, in: 2000) == nil)
    }

    @Test func `the city proper of a prefecture is known as the prefecture is`() {
        #expect(table.standing(of: 440_301, since: 1990) == .known)
        #expect(table.standing(of: 999_901, since: 1990) == .unknown)
    }

    @Test func `newer codes come in without a release`() throws {
        let newer = try table.adding(lines: "code\tname\tfirst_seen\tlast_seen\r\n# 2018\n\n330113\t临平区\t2021-12\t\n330114\t钱塘区\t2021\n")
        #expect(table.standing(of: 330_113, since: 2021) == .unknown)
        #expect(newer.standing(of: 330_113, since: 2021) == .known)
        #expect(newer.name(of: 330_114, in: 2026) == "钱塘区")
        #expect(newer.standing(of: 110_105, since: 1949) == .known)
        let person = person("330113", "20220101", "001")
        #expect(Array(ResidentID.check(person, in: context).reasons) == [.regionUnknown])
        #expect(ResidentID.check(person, in: NumberContext(today: today, regions: newer)).standing == .ok)
    }

    @Test func `a longer life of a known code is taken over`() throws {
        let newer = try table.adding(lines: "440524\t潮阳县\t2018\t")
        #expect(newer.standing(of: 440_524, since: 2020) == .known)
    }

    @Test(arguments: [
        "33011\t临平区\t2021", "3301133\t临平区\t2021", "33011X\t临平区\t2021", "330113\t\t2021", "330113\t临平区", "330113\t临平区\t21",
        "330113\t临平区\t2021\t2020", "330113\t临平区\t2021\t2022\t", "330113 临平区 2021", "-30113\t临平区\t2021",
    ])
    func `a line that cannot be read is named by its number`(line: String) {
        #expect(throws: RegionLineFault(line: 2)) { try table.adding(lines: "330113\t临平区\t2021\n" + line) }
    }
}
