import Numbers
import Pages
import Registry
import Web

/// What was typed about one person.
struct PartyForm {
    static let characters = 200
    static let addressCharacters = 300

    private(set) var facts: PartyFacts
    /// Fields with more in them than anybody's document has.
    private(set) var tooLong: Set<String> = []

    init(_ role: PartyRole, _ before: PartyFacts?, _ visit: Visit, onlyNumber: Bool = false) {
        facts = before ?? PartyFacts()
        func text(_ field: String, most: Int = PartyForm.characters) -> String {
            let name = Self.id(role, field)
            let text = visit.typed(name, most: 2_000)
            if text.count > most { tooLong.insert(name) }
            return text
        }
        if onlyNumber {
            facts.documentNumber = text("documentNumber")
            return
        }
        if role != .holder { facts.documentType = DocumentType(rawValue: text("documentType"))?.rawValue ?? facts.documentType }
        facts.name = text("name")
        facts.documentNumber = text("documentNumber")
        if visit.form[Self.id(role, "formerNumber")] != nil {
            let former = text("formerNumber")
            facts.formerNumber = former.isEmpty ? nil : former
        }
        if visit.form[Self.id(role, "birthDate")] != nil { facts.birthDate = DayText.tidied(text("birthDate")) }
        facts.address = text("address", most: Self.addressCharacters)
        facts.contact = text("contact")
        facts.validFrom = DayText.tidied(text("validFrom"))
        facts.validUntil =
            visit.form.isTicked(Self.id(role, "longTerm")) ? DayText.longTerm : DayText.tidied(text("validUntil"))
    }

    /// `holder-name`: the name of a field and of its place on the page.
    static func id(_ role: PartyRole, _ field: String) -> String { "\(role.pointer.dropFirst())-\(field)" }

    /// The same of a JSON pointer such as `/holder/name`.
    static func id(of pointer: String) -> String { pointer.split(separator: "/").joined(separator: "-") }
}

/// Days as people write them.
enum DayText {
    static let longTerm = "long-term"

    /// `2016.1.31`, `2016年1月31日`, `20160131` become `2016-01-31`; what is no day stays as it was typed, to be shown again.
    static func tidied(_ text: String) -> String? {
        guard !text.isEmpty else { return nil }
        let plain = String(text.map { character in character.wholeNumberValue.map { Character("\($0)") } ?? character })
        let groups = plain.split { !$0.isNumber }
        if groups.count == 3, groups[0].count == 4, let year = Int(groups[0]), let month = Int(groups[1]), let day = Int(groups[2]),
            let date = CivilDate(year: year, month: month, day: day)
        {
            return date.description
        }
        return CivilDate(plain)?.description ?? text
    }
}
