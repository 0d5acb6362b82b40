import Hummingbird
import Pages
import Registry
import Web

extension ConsoleVisit {
    /// The rules that refusals and checks name: those of the law and of practice, then the system's own. Anybody may read them.
    func rules() -> Response {
        write(
            ConsolePage(
                template: "rules", title: words["rules.title"],
                values: ["rules": Rule.all.map { values(of: $0) }, "house": Rule.house.map { values(of: $0) }]))
    }

    private func values(of rule: Rule) -> [String: Any] {
        var values: [String: Any] = ["id": rule.id, "source": rule.source.text(in: language), "text": rule.text.text(in: language)]
        if let protects = rule.protects { values["protects"] = protects.text(in: language) }
        if let document = rule.document { values["document"] = document }
        return values
    }

    /// Links to the rules something rests on; an id without a rule is not shown.
    func ruleLinks(_ ids: [String]) -> [[String: String]] {
        ids.compactMap { id in
            Rule.named(id).map { ["id": id, "href": ConsoleLink.rules.address + "#" + id, "source": $0.source.text(in: language)] }
        }
    }
}
