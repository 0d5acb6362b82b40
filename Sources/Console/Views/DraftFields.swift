import Foundation
import Numbers
import Pages
import Registry
import UseCases

/// A field of a draft's form: where it stands in the content, what stands there, and how it is typed.
struct DraftField {
    enum Shape {
        case text(hint: String?)
        case number
        case date
        case tick
        /// Codes with their names; one may always be left unchosen.
        case choice([(code: String, name: String)])
    }

    /// The name of the field in the form.
    let name: String
    /// Where findings name it.
    let pointer: String
    let label: String
    /// As it stands, masked where it is a person's.
    let standing: String
    var shape: Shape = .text(hint: nil)
}

extension ConsoleVisit {
    /// The fields of a party; documents are those of its kind.
    func fields(of role: PartyRole, _ facts: PartyFacts?) -> [DraftField] {
        let key = String(role.pointer.dropFirst())
        let subject: DocumentType.Subject = role == .unit ? .unit : .person
        let types = DocumentType.allCases.filter { $0.subject == subject }
        func field(_ name: String, _ standing: String?, _ shape: DraftField.Shape = .text(hint: nil)) -> DraftField {
            let label =
                switch name {
                case "longTerm": words["case.longTerm"]
                case "name": words["draft.\(subject.rawValue)Name"]
                default: words["field.\(name)"]
                }
            return DraftField(
                name: "\(key)-\(name)", pointer: "\(role.pointer)/\(name)", label: label, standing: standing ?? "", shape: shape)
        }
        let isLong = facts?.validUntil == Self.longTermWord
        return [
            field("name", facts?.name),
            field(
                "documentType", facts?.documentType,
                .choice(types.map { ($0.rawValue, words["document.\($0.rawValue)"]) })),
            field("documentNumber", facts?.documentNumber), field("address", facts?.address), field("contact", facts?.contact),
            field("validFrom", facts?.validFrom, .date), field("validUntil", isLong ? nil : facts?.validUntil, .date),
            field("longTerm", isLong ? "yes" : "", .tick),
        ]
    }

    static let longTermWord = "long-term"

    /// A party as it was typed; nil where nothing was.
    func party(_ role: PartyRole, standing: PartyFacts?) throws(Refusal) -> PartyFacts? {
        let key = String(role.pointer.dropFirst())
        func sent(_ name: String) throws(Refusal) -> String? { try text("\(key)-\(name)", at: "\(role.pointer)/\(name)") }
        var facts = PartyFacts()
        facts.name = try sent("name")
        facts.documentType = try sent("documentType")
        facts.documentNumber = try sent("documentNumber")
        facts.address = try sent("address")
        facts.contact = try sent("contact")
        facts.validFrom = try sent("validFrom")
        facts.validUntil = form.isTicked("\(key)-longTerm") ? Self.longTermWord : try sent("validUntil")
        guard facts != PartyFacts() else { return nil }
        facts.formerNumber = standing?.formerNumber
        facts.birthDate = standing?.birthDate
        return facts
    }

    /// A line as it was typed, without blanks around it and marks nobody sees; nil where it is empty.
    func text(_ field: String, at pointer: String) throws(Refusal) -> String? {
        let scalars = (form[field] ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: scalars)
        let text = String(line).trimmingCharacters(in: .whitespaces)
        guard !text.isEmpty else { return nil }
        guard Self.lineBounds.admit(text) else { throw .textTooLong.at(pointer) }
        return text
    }

    private static let lineBounds = TextBounds(1...500)

    /// As a template shows it: what was sent where the form is shown again, what is wrong with it, and what stands there meanwhile.
    ///
    /// - Parameter isKept: whether what stands there is kept somewhere; else it is what was typed.
    func values(of field: DraftField, _ failures: [Refusal], isKept: Bool = true) -> [String: Any] {
        let isSent = isKept && form["form"] != nil
        let value = isSent ? form[field.name] ?? "" : field.standing
        let faults = failures.filter { $0.pointer == field.pointer }
        var values: [String: Any] = [
            "id": field.name, "label": field.label, "value": value, "isDescribed": !faults.isEmpty, "meanwhile": [String](),
            "hints": [String](), "isText": false, "isDate": false, "isTick": false, "isChoice": false, "isTicked": value == "yes",
            "mode": "text",
            "faults": faults.map { fault -> [String: Any] in
                [
                    "text": fault.reason.text(in: language), "mend": fault.mend.text(in: language),
                    "rules": ruleLinks(fault.requirements),
                ]
            },
        ]
        switch field.shape {
        case .text(let hint):
            values["isText"] = true
            values["hints"] = hint.map { [$0] } ?? []
        case .number:
            values["isText"] = true
            values["mode"] = "numeric"
        case .date: values["isDate"] = true
        case .tick: values["isTick"] = true
        case .choice(let codes):
            values["isChoice"] = true
            values["choices"] = codes.map { code, name -> [String: Any] in ["code": code, "name": name, "isChosen": code == value] }
        }
        if isSent, value != field.standing { values["meanwhile"] = [shown(field)] }
        return values
    }

    /// What stands in a field, in words.
    private func shown(_ field: DraftField) -> String {
        if case .choice(let codes) = field.shape, let name = codes.first(where: { $0.code == field.standing })?.name { return name }
        if case .tick = field.shape { return words[field.standing == "yes" ? "common.yes" : "common.no"] }
        return field.standing.isEmpty ? words["draft.empty"] : field.standing
    }
}
