import Hummingbird
import Pages
import Registry
import Web

extension Visit {
    /// What refusals rest on, for whoever is told one. Nobody need be signed in: the law is anybody's.
    func rules() -> Response {
        write(
            Page(
                template: "rules", title: words["rules.title"],
                values: ["law": Rule.all.map { values(of: $0) }, "house": Rule.house.map { values(of: $0) }], here: "/p/rules"))
    }

    private func values(of rule: Rule) -> [String: String] {
        [
            "id": rule.id, "source": rule.source.text(in: language), "text": rule.text.text(in: language),
            "protects": rule.protects?.text(in: language) ?? "",
        ]
    }
}
