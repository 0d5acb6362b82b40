import Numbers
import Reading
import Testing
import Verification

@Suite struct ZoneFieldTests {
    private static let lines = ["P<UTOABDELMOURIN<<ANDREAN<PAUL<<<<<<<<<<<<<<", "KK77964063UTO9107245M3001226<<<<<<<<<<<<<<<8"]
    private static let card = ["C<CHN999999200<0050670666<<<<<", "0005061F3105227UTO<<<<<<<<<<<0", "VELMORA<<MARIA<LUZELDA<<<<<<<<"]

    @Test(arguments: [
        (lines, 2026_11_28, "1991-07-24"), (card, 2026_11_28, "2000-05-06"), (card, 2000_05_06, "2000-05-06"),
        (card, 2000_05_05, "1900-05-06"), (lines, 1991_07_23, "1891-07-24"),
    ])
    func `a zone has two digits of the year of birth: nobody is born after today`(zone: [String], today: Int, birth: String) throws {
        let read = try #require(TravelZone(lines: zone))
        let fields = try read.fields(today: #require(CivilDate(yyyymmdd: today)))
        #expect(fields["birthDate"] == birth)
    }
}
