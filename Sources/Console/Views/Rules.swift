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
                values: ["groups": ruleGroups(), "house": Rule.house.map { values(of: $0) }]))
    }

    /// By what their ids begin with, such as `R-25`, in the order of the list.
    private func ruleGroups() -> [[String: Any]] {
        var groups: [(id: String, rules: [Rule])] = []
        for rule in Rule.all {
            let id = String(rule.id.prefix(4))
            if groups.last?.id != id { groups.append((id: id, rules: [])) }
            groups[groups.count - 1].rules.append(rule)
        }
        return groups.map { group -> [String: Any] in
            ["id": group.id, "name": words["rules.group-\(group.id)"], "rules": group.rules.map { values(of: $0) }]
        }
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
