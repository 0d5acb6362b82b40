import Foundation
import Numbers
import Pages
import Registry
import Testing

@testable import Console

@Suite("What was read from a picture at the counter")
struct CounterReadingTests {
    private static let today = CivilDate(yyyymmdd: 20_260_302)

    private func sent(_ fields: [String: String]) throws -> PageForm {
        let text = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }.joined(separator: "&")
        return try PageForm.urlencoded(Array(text.utf8))
    }

    private func facts(name: String? = nil, contact: String? = nil) -> PartyFacts {
        var facts = PartyFacts()
        facts.name = name
        facts.contact = contact
        return facts
    }

    /// The desk as it is after the form came back with these fields of the holder and these marks.
    private func shown(_ holder: PartyFacts, marks: [String: String] = [:]) throws -> CounterDesk {
        var desk = CounterDesk(reads: .english)
        desk.content.holder = holder
        desk.recallRead(from: try sent(Dictionary(uniqueKeysWithValues: marks.map { ("read-\($0)", $1) })))
        return desk
    }

    private func marks(_ desk: CounterDesk) -> [String: String] { desk.read.mapValues(\.sent) }

    @Test func `follows the picture that takes its place`() throws {
        let today = try #require(Self.today)
        var desk = try shown(facts(contact: "13800138000"))
        desk.follow(.holderIDFront, ["name": "欧阳青禾", "documentNumber": "1", "address": "云杉省"], today: today)
        desk.follow(.holderIDBack, ["validFrom": "2016.07.01", "validUntil": "2036.07.01"], today: today)
        #expect(desk.content.holder?.name == "欧阳青禾" && desk.content.holder?.validUntil == "2036-07-01")
        var again = try shown(try #require(desk.content.holder), marks: marks(desk))
        #expect(again.read == desk.read)
        again.follow(.holderIDFront, ["name": "上官望舒", "documentNumber": "2"], today: today)
        let found = try #require(again.content.holder)
        #expect(found.name == "上官望舒" && found.documentNumber == "2")
        #expect(found.address == nil, "What only the wrong picture said is nobody's.")
        #expect(found.validUntil == "2036-07-01" && found.contact == "13800138000", "The other side stays, and what was typed.")
    }

    @Test func `stays where somebody typed or corrected it`() throws {
        let today = try #require(Self.today)
        var desk = try shown(facts(name: "诸葛听澜"))
        desk.follow(.holderIDFront, ["name": "欧阳青禾", "documentNumber": "1", "address": "云杉省"], today: today)
        #expect(desk.content.holder?.name == "诸葛听澜" && desk.read["holder-name"] == nil)
        var corrected = try #require(desk.content.holder)
        corrected.address = "云杉省青禾市"
        var again = try shown(corrected, marks: marks(desk))
        #expect(Set(again.read.keys) == ["holder-documentNumber"])
        again.follow(.holderIDFront, ["name": "上官望舒", "documentNumber": "2", "address": "砚溪市"], today: today)
        let found = try #require(again.content.holder)
        #expect(found.name == "诸葛听澜" && found.documentNumber == "2" && found.address == "云杉省青禾市")
    }

    @Test func `is emptied where the new picture says nothing`() throws {
        let today = try #require(Self.today)
        var desk = try shown(PartyFacts())
        desk.follow(.holderIDFront, ["name": "欧阳青禾"], today: today)
        desk.follow(.holderIDFront, [:], today: today)
        #expect(desk.content.holder?.name == nil && desk.read.isEmpty)
    }

    @Test(arguments: [
        "", "holder-id-front", "holder-id-front:", "holder-id-front:x", "guardian-id-front:欧阳青禾", "face:欧阳青禾", ":欧阳青禾",
        "unit-document:欧阳青禾",
    ])
    func `is believed to be read only where slot and words fit`(mark: String) throws {
        #expect(try shown(facts(name: "欧阳青禾"), marks: ["holder-name": mark]).read.isEmpty)
    }

    @Test func `of the guardian is the guardian's`() throws {
        let today = try #require(Self.today)
        var desk = try shown(facts(name: "欧阳青禾"), marks: ["holder-name": "holder-id-front:欧阳青禾"])
        desk.follow(.guardianIDFront, ["name": "上官望舒"], today: today)
        #expect(desk.content.guardian?.name == "上官望舒" && desk.content.holder?.name == "欧阳青禾")
        #expect(Set(desk.read.keys) == ["holder-name", "guardian-name"])
    }
}
