import Pages
import Registry
import Web

extension Visit {
    /// "Name: ", or "The guardian, name: ", so that a list of problems says of which field it speaks; empty for what is no field.
    func label(of pointer: String) -> String {
        let parts = pointer.split(separator: "/").map(String.init)
        guard parts.count == 2, let party = parts.first, ["holder", "guardian", "proxy"].contains(party), let field = parts.last,
            words.has("details.\(field)")
        else { return "" }
        let name = words["details.\(field)"]
        let whole = party == "holder" ? name : words("details.of", ["party": words["details.\(party)"], "field": name])
        return whole + (language == .chinese ? "：" : ": ")
    }
}
