import Hummingbird
import Pages
import Registry
import Web

extension ConsoleVisit {
    /// The rules that refusals and checks name. Anybody may read them: they are the law's.
    func rules() -> Response {
        write(
            ConsolePage(
                template: "rules", title: words["rules.title"],
                values: [
                    "rules": Rule.all.map { rule -> [String: Any] in
                        ["id": rule.id, "source": rule.source.text(in: language), "text": rule.text.text(in: language)]
                    }
                ]))
    }

    /// Links to the rules something rests on; an id without a rule is not shown.
    func ruleLinks(_ ids: [String]) -> [[String: String]] {
        ids.compactMap { id in
            Rule.named(id).map { ["id": id, "href": ConsoleLink.rules.address + "#" + id, "source": $0.source.text(in: language)] }
        }
    }
}
