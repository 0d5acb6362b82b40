import Numbers
import Testing

@testable import Reading

@Suite struct ZoneTests {
    /// Of an invented traveller from Utopia (ICAO 9303 part 3, §5: UTO is no state).
    static let passport = ["P<UTOABDELMOURIN<<ANDREAN<PAUL<<<<<<<<<<<<<<", "KK77964063UTO9107245M3001226<<<<<<<<<<<<<<<8"]
    static let permit = ["CRCHNH993925686<<<<<<<<<<<<<<<", "9107245M3001226CHN<<<<<<<<<<<2", "OUYANG<<HAOCHEN<<<<<<<<<<<<<<<"]
    static let longNumber = ["C<CHN999999200<0050670666<<<<<", "0005061F3105227UTO<<<<<<<<<<<0", "VELMORA<<MARIA<LUZELDA<<<<<<<<"]

    @Test func `a passport is taken apart`() throws {
        let zone = try #require(TravelZone(lines: Self.passport))
        #expect([zone.code, zone.issuer, zone.nationality, zone.number] == ["P", "UTO", "UTO", "KK7796406"])
        #expect([zone.surname, zone.given, zone.optional] == ["ABDELMOURIN", "ANDREAN PAUL", ""])
        #expect(zone.sex == "M")
        let today = try #require(CivilDate(year: 2026, month: 11, day: 27))
        #expect(zone.birth.latest(notAfter: today) == CivilDate(year: 1991, month: 7, day: 24))
        #expect([zone.expiry.year, zone.expiry.month, zone.expiry.day] == [30, 1, 22])
    }

    @Test func `a permit and a card with a long number are taken apart`() throws {
        let permit = try #require(TravelZone(lines: Self.permit))
        #expect([permit.code, permit.issuer, permit.number, permit.surname] == ["CR", "CHN", "H99392568", "OUYANG"])
        let card = try #require(TravelZone(lines: Self.longNumber))
        #expect([card.code, card.number, card.nationality, card.given] == ["C", "999999200005067066", "UTO", "MARIA LUZELDA"])
    }

    @Test(arguments: [passport, permit, longNumber])
    func `any other digit in place of one refuses the whole zone`(lines: [String]) {
        for row in 0..<2 {
            let line = Array(lines[row].utf8)
            for place in line.indices where (0x30...0x39).contains(line[place]) {
                for digit in UInt8(0x30)...0x39 where digit != line[place] {
                    var changed = line
                    changed[place] = digit
                    var all = lines
                    all[row] = String(decoding: changed, as: UTF8.self)
                    #expect(TravelZone(lines: all) == nil, "row \(row), place \(place), \(digit - 0x30)")
                }
            }
        }
    }

    @Test func `what has not the form of a zone is none`() {
        let lines = Self.passport
        for wrong in [
            [], [lines[0]], lines.reversed(), lines + [lines[1]], [String(lines[0].dropLast()), lines[1]],
            [lines[0].lowercased(), lines[1]],
            [lines[0].replacing("P<", with: "V<"), lines[1]], [lines[0], lines[1].replacing("M3", with: "X3")],
            [lines[0].replacing("ANDREAN", with: "ANDR3AN"), lines[1]], [lines[0].replacing("ANDREAN", with: "ANDRÉAN"), lines[1]],
        ] {
            #expect(TravelZone(lines: wrong) == nil, "\(wrong)")
        }
    }

    @Test func `a birth lies in the last century that has such a day before the limit`() throws {
        let zone = try #require(TravelZone(lines: Self.longNumber))
        let before = try #require(CivilDate(year: 1999, month: 12, day: 31))
        #expect(zone.birth.latest(notAfter: before) == CivilDate(year: 1900, month: 5, day: 6))
    }
}
