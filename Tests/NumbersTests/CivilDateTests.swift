import Numbers
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: ["20261123", "2026-11-23", "2026/11/23", "2026.11.23"])
    func `the usual ways to write a date are read`(text: String) {
        #expect(CivilDate(text) == today)
    }

    @Test(arguments: [
        "", "2026", "2026-11-31", "2026-02-29", "1900-02-29", "20261301", "20260001", "20260100", "00000101", "2026-11/23", "2026 11 23",
        "202611231", "-2026112", "２０２６１１２３", "2026年1月1",
    ])
    func `what is no date is none`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `every day of four hundred years follows the one before`() throws {
        var date = try #require(CivilDate("1800-01-01"))
        for days in date.daysSinceEpoch..<date.daysSinceEpoch + 146_097 {
            #expect(date.daysSinceEpoch == days)
            #expect(CivilDate(daysSinceEpoch: days) == date)
            let next = try #require(date.adding(days: 1))
            #expect(next > date)
            date = next
        }
        #expect(date == CivilDate("2200-01-01"))
        #expect(CivilDate("1970-01-01")?.daysSinceEpoch == 0)
    }

    @Test func `the calendar ends where its years end`() throws {
        let first = try #require(CivilDate(year: 1, month: 1, day: 1))
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
        #expect(first.adding(days: -1) == nil)
        #expect(last.adding(days: 1) == nil)
        #expect(last.adding(years: 1) == nil)
        #expect(last.adding(days: .max) == nil)
        #expect(CivilDate(daysSinceEpoch: last.daysSinceEpoch) == last)
        #expect(CivilDate(daysSinceEpoch: first.daysSinceEpoch) == first)
        #expect(CivilDate(shanghaiAt: .max) == nil)
        #expect(CivilDate(shanghaiAt: .min) == nil)
        #expect(first.description == "0001-01-01")
    }

    @Test func `a day in China begins at 16 o'clock UTC of the day before`() {
        #expect(CivilDate(shanghaiAt: 1_795_363_199_999)?.description == "2026-11-22")
        #expect(CivilDate(shanghaiAt: 1_795_363_200_000)?.description == "2026-11-23")
        #expect(today.shanghaiMidnight == 1_795_363_200_000)
        #expect(CivilDate(shanghaiAt: -28_800_001)?.description == "1969-12-31")
        #expect(CivilDate(shanghaiAt: -28_800_000)?.description == "1970-01-01")
        #expect(CivilDate.daysSinceEpoch(shanghaiAt: -28_800_001) == -1)
        #expect(CivilDate.daysSinceEpoch(shanghaiAt: -28_800_000) == 0)
        #expect(CivilDate.daysSinceEpoch(shanghaiAt: today.shanghaiMidnight) == today.daysSinceEpoch)
        // A day has a number also where it has no name.
        #expect(CivilDate.daysSinceEpoch(shanghaiAt: .min).map { $0 < 0 } == true)
        #expect(CivilDate.daysSinceEpoch(shanghaiAt: .max) == nil)
    }

    @Test func `a birthday makes a year older, on the leap day in March`() throws {
        let birth = try #require(CivilDate("2004-02-29"))
        #expect(birth.age(on: try #require(CivilDate("2022-02-28"))) == 17)
        #expect(birth.age(on: try #require(CivilDate("2022-03-01"))) == 18)
        #expect(birth.age(on: birth) == 0)
        #expect(birth.age(on: try #require(CivilDate("2004-02-28"))) < 0)
        #expect(birth.adding(years: 1)?.description == "2005-02-28")
    }
}
