import Numbers
import Testing

@Suite struct ValidityPeriodTests {
    static let terms: [(String, ResidentCardTerm)] = [
        ("2011-01-01", .years(5)), ("2010-11-24", .years(5)), ("2010-11-23", .years(10)), ("2000-11-24", .years(10)),
        ("2000-11-23", .years(20)), ("1980-11-24", .years(20)), ("1980-11-23", .longTerm), ("1940-01-01", .longTerm),
    ]

    @Test(arguments: terms)
    func `R-NF-06: a card's validity follows the age at issue`(birth: String, term: ResidentCardTerm) throws {
        #expect(ResidentCardTerm(birth: try #require(CivilDate(birth)), issued: today) == term)
    }

    @Test func `a card from before birth has no term`() throws {
        #expect(ResidentCardTerm(birth: today, issued: try #require(CivilDate("2026-11-22"))) == nil)
    }

    @Test func `a printed period is compared with the lawful one, a day more or less`() throws {
        let birth = try #require(CivilDate("1990-05-01"))
        func agrees(_ from: String, _ until: String?) throws -> Bool {
            let first = try #require(CivilDate(from))
            let period = try #require(ValidityPeriod(from: first, until: until.flatMap { CivilDate($0) }))
            return ResidentCardTerm.agrees(period, birth: birth)
        }
        #expect(try agrees("2010-06-01", "2020-06-01"))
        #expect(try agrees("2010-06-01", "2020-05-31"))
        #expect(try agrees("2016-06-01", "2036-06-01"))
        #expect(try agrees("2012-02-29", "2022-02-28"))
        #expect(try !agrees("2016-06-01", "2026-06-01"))
        #expect(try !agrees("2016-06-01", nil))
        #expect(try agrees("2036-06-01", nil))
        #expect(try !agrees("1990-04-30", "1995-04-30"))
    }

    @Test func `a period stands before, in, near the end, or past`() throws {
        let period = try #require(ValidityPeriod(from: today, until: today.adding(days: 100)))
        #expect(period.standing(on: try #require(today.adding(days: -1)), warningDays: 30) == .notYet)
        #expect(period.standing(on: today, warningDays: 30) == .valid)
        #expect(period.standing(on: try #require(today.adding(days: 71)), warningDays: 30) == .expiring(daysLeft: 29))
        #expect(period.standing(on: try #require(today.adding(days: 100)), warningDays: 30) == .expiring(daysLeft: 0))
        #expect(period.standing(on: try #require(today.adding(days: 101)), warningDays: 30) == .expired)
        #expect(ValidityPeriod(from: today, until: nil)?.standing(on: try #require(CivilDate("9999-12-31")), warningDays: 180) == .valid)
        #expect(ValidityPeriod(from: today, until: today.adding(days: -1)) == nil)
    }
}
