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

    /// The same of a JSON pointer such as `/holder/name`; of a whole person his first field.
    static func id(of pointer: String) -> String {
        let isPerson = PartyRole.allCases.contains { $0.pointer == pointer }
        return pointer.split(separator: "/").joined(separator: "-") + (isPerson ? "-name" : "")
    }
}
