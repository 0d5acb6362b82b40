import Pages
import Registry
import Web

extension Visit {
    /// "Name: ", or "The guardian, name: ", so that a list of problems says of which field it speaks; "The guardian: " where all of him is
    /// missing; empty for what is no field.
    func label(of pointer: String) -> String {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let party = parts.first, let role = PartyRole.allCases.first(where: { $0.pointer == "/" + party }) else { return "" }
        let colon = language == .chinese ? "：" : ": "
        if parts.count == 1, role == .guardian || role == .proxy { return words["details.\(party)"] + colon }
        guard parts.count == 2, let field = parts.last, words.has("details.\(field)") else { return "" }
        let name = words["details.\(field)"]
        // Whoever fills in his own part reads of nobody else.
        let whole =
            role == .holder || PartyRole.withPart.contains(role)
            ? name : words("details.of", ["party": words["details.\(party)"], "field": name])
        return whole + colon
    }
}
