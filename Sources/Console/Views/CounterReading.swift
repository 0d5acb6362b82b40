import Numbers
import Pages
import Registry
import UseCases

/// What a machine read from the picture of a slot into a field of the counter's form. It travels in the form beside the field: as long as
/// both are the same, nobody has touched it.
struct ReadFromPicture: Hashable {
    let slot: EvidenceSlot
    let text: String

    init(slot: EvidenceSlot, text: String) {
        self.slot = slot
        self.text = text
    }

    /// As the form sends it back.
    init?(sent: String) {
        guard let colon = sent.firstIndex(of: ":"), let slot = EvidenceSlot(rawValue: String(sent[..<colon])) else { return nil }
        self.init(slot: slot, text: String(sent[sent.index(after: colon)...]))
    }

    var sent: String { "\(slot.rawValue):\(text)" }

    /// The fields that are read, by their names.
    static var fields: [(name: String, path: WritableKeyPath<PartyFacts, String?>)] {
        [
            ("name", \.name), ("documentNumber", \.documentNumber), ("address", \.address), ("birthDate", \.birthDate),
            ("validFrom", \.validFrom), ("validUntil", \.validUntil),
        ]
    }
    fileprivate static let days: Set<String> = ["birthDate", "validFrom", "validUntil"]
}

extension CounterDesk {
    private func key(_ role: PartyRole, _ field: String) -> String { "\(role.pointer.dropFirst())-\(field)" }

    /// What was read and stands there untouched; what was typed over it since is whoever typed it's.
    mutating func recallRead(from form: PageForm) {
        for role in ConsoleVisit.counterRoles {
            for (name, path) in ReadFromPicture.fields {
                guard let mark = form["read-\(key(role, name))"].flatMap(ReadFromPicture.init(sent:)), mark.slot.shownPerson == role,
                    content.party(role)?[keyPath: path] == mark.text
                else { continue }
                read[key(role, name)] = mark
            }
        }
    }

    /// A picture was put in its slot: what the one before said and nobody touched goes with it, what this one says fills what is empty.
    mutating func follow(_ slot: EvidenceSlot, _ fields: [String: String], today: CivilDate) {
        guard let role = slot.shownPerson else { return }
        if var facts = content.party(role) {
            for (name, path) in ReadFromPicture.fields where read[key(role, name)]?.slot == slot {
                facts[keyPath: path] = nil
                read[key(role, name)] = nil
            }
            content.set(facts, as: role)
        }
        guard !fields.isEmpty, let filled = content.fill(slot, from: fields, today: today) else { return }
        guard var facts = content.party(role) else { return }
        for (name, path) in ReadFromPicture.fields where filled.fields.contains(name) {
            guard let text = facts[keyPath: path] else { continue }
            // As the form will send it back.
            let tidied = ReadFromPicture.days.contains(name) ? DayText.tidied(text) ?? text : text
            facts[keyPath: path] = tidied
            read[key(role, name)] = ReadFromPicture(slot: slot, text: tidied)
        }
        content.set(facts, as: role)
    }
}
