import Pages
import Registry
import UseCases
import Web

/// The fields about one person: what stands in them, where it came from, what is wrong.
struct PartyFields {
    let role: PartyRole
    let facts: PartyFacts
    let content: ApplicationContent
    let findings: [CheckOutcome]
    let tooLong: Set<String>
    let words: Words
    /// The number alone, of whoever proves again who he is.
    var onlyNumber = false

    private struct Field {
        let name: String
        let value: String?
        var hint: String?
        var autocomplete = "off"
        var mode = "text"
        var type = "text"
        var isCode = false
        var isLong = false
        var hasLongTerm = false
    }

    var values: [String: Any] {
        let word = String(role.pointer.dropFirst())
        var values: [String: Any] = ["heading": words["details.\(word)"], "fields": shown.map(values)]
        // Whoever completes his part said so beside the pictures.
        if role != .holder && !isPart {
            values["partyHint"] = words["details.\(word)Hint"]
            values["typeChoice"] = [
                "id": PartyForm.id(role, "documentType"), "label": words["details.documentType"],
                "options": DocumentType.allCases.filter { $0.subject == .person && !$0.isManualOnly }.map { type -> [String: Any] in
                    [
                        "value": type.rawValue, "name": words["type.\(type.rawValue)"],
                        "isChosen": type.rawValue == (facts.documentType ?? DocumentType.residentID.rawValue),
                    ]
                },
            ]
        }
        return values
    }

    private var isPart: Bool { PartyRole.withPart.contains(role) }

    private var shown: [Field] { onlyNumber ? fields.filter { $0.name == "documentNumber" } : fields }

    /// A browser may fill in what is the phone's owner's own; a guardian or a proxied person is somebody else.
    private var fields: [Field] {
        let type = facts.chosenDocument
        let isOwn = isPart || role == .proxy || (role == .holder && content.proxy == nil && content.guardian == nil)
        var fields = [
            Field(name: "name", value: facts.name, hint: "details.nameHint", autocomplete: isOwn ? "name" : "off"),
            Field(
                name: "documentNumber", value: facts.documentNumber,
                hint: type == .residentID || type == .temporaryResidentID || type == .householdRegister
                    ? "details.documentNumberHint" : "details.documentNumberHintOther", isCode: true),
        ]
        if type == .foreignPermanentID, role == .holder {
            fields.append(Field(name: "formerNumber", value: facts.formerNumber, hint: "details.formerNumberHint", isCode: true))
        }
        if mayNeedBirthDate(type) {
            fields.append(
                Field(name: "birthDate", value: facts.birthDate, hint: "details.birthDateHint", autocomplete: isOwn ? "bday" : "off"))
        }
        let validity = [
            Field(name: "validFrom", value: facts.validFrom, hint: "details.validFromHint"),
            Field(name: "validUntil", value: facts.validUntil, hint: "details.validUntilHint", hasLongTerm: true),
        ]
        return fields + [
            Field(
                name: "address", value: facts.address, hint: type.bearsAddress ? "details.addressHint" : "details.addressHintFree",
                autocomplete: isOwn ? "street-address" : "off", isLong: true),
            Field(
                name: "contact", value: facts.contact,
                hint: PersonalContentRules.mayLackContact.contains(role) ? "details.contactHintFree" : "details.contactHint",
                autocomplete: isOwn ? "tel" : "off", mode: "tel",
                type: "tel"),
        ] + (type.bearsValidity ? validity : [])
    }

    /// Where the number may not tell it, or one that was typed stands there to be mended.
    private func mayNeedBirthDate(_ type: DocumentType) -> Bool {
        if isPart { return false }
        if !(facts.birthDate ?? "").isEmpty { return true }
        return type.mayLackBirthDate && (type != .foreignPermanentID || (facts.documentNumber ?? "").count != 18)
    }

    private func values(_ field: Field) -> [String: Any] {
        let id = PartyForm.id(role, field.name)
        let isLongTerm = field.hasLongTerm && field.value == DayText.longTerm
        var wrongs = findings.filter { $0.subject == "\(role.pointer)/\(field.name)" }.map {
            ["reason": $0.text.text(in: words.language), "faultMend": $0.mend.text(in: words.language)]
        }
        if tooLong.contains(id) { wrongs.append(["reason": words["details.tooLong"], "faultMend": ""]) }
        let isRead = isRead(field)
        let described = ["\(id)-hint"] + (isRead ? ["\(id)-read"] : []) + (wrongs.isEmpty ? [] : ["\(id)-fault"])
        return [
            "id": id, "label": words["details.\(field.name)"], "hint": field.hint.map { words[$0] } ?? "",
            "value": isLongTerm ? "" : field.value ?? "", "autocomplete": field.autocomplete, "mode": field.mode, "type": field.type,
            "isCode": field.isCode, "isLong": field.isLong, "isRead": isRead, "isWrong": !wrongs.isEmpty,
            "wrongs": wrongs.isEmpty ? [] : [wrongs[0]], "described": described.joined(separator: " "),
            "longTerm": field.hasLongTerm, "longTermName": PartyForm.id(role, "longTerm"), "isLongTerm": isLongTerm,
        ]
    }

    /// Whether it stands as a machine read it from one of this person's pictures.
    private func isRead(_ field: Field) -> Bool {
        guard let value = field.value, !value.isEmpty else { return false }
        return role.documentSlots.contains { content.readings?[$0.rawValue]?[field.name] == value }
    }
}
