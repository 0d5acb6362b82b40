import Hummingbird
import Ledger
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func reviewPolicy() async throws -> Response { try await write(reviewPolicyPage()) }

    /// What is valid, what was, and a form for what shall be; a new version travels in the form until it is set.
    private func reviewPolicyPage(_ sent: ReviewPolicy? = nil, _ refusal: Refusal? = nil, keepsRule: Bool = false) async throws
        -> ConsolePage
    {
        let versions = try await installation.listReviewPolicies(as: principal(), limit: 50).rows
        let standing = Versions(begins: versions.map(\.validFrom), now: installation.now())
        let policy = sent ?? versions.first?.policy ?? .none
        func ticks<Word: RawRepresentable>(_ prefix: String, _ all: [Word], _ name: (Word) -> String) -> [[String: Any]]
        where Word.RawValue == String {
            all.map { word -> [String: Any] in
                let code = "\(prefix)-\(word.rawValue)"
                return ["code": code, "name": name(word), "isTicked": keepsRule && form.isTicked(code)]
            }
        }
        return ConsolePage(
            template: "review-policy", title: words["reviewPolicy.title"],
            values: [
                "tabs": values(of: settingTabs, at: .reviewPolicy), "action": ConsoleLink.reviewPolicy.address,
                "hasHistory": !versions.isEmpty,
                "history": versions.enumerated().map { place, version -> [String: Any] in
                    let state = standing.state(place)
                    return [
                        "ordinal": String(version.ordinal), "state": words["lifeSettings.\(state)"], "isValid": state == "valid",
                        "from": words.time(version.validFrom), "recorded": words.time(version.recordedAt), "says": says(version.policy),
                    ]
                },
                "after": form["after"] ?? String(versions.first?.ordinal ?? 0), "draft": try policy.json.canonicalText(),
                "permille": form["permille"] ?? String(policy.reAuditPermille), "validFrom": form["validFrom"] ?? "",
                "rows": policy.twoReviewers.enumerated().map { number, rule -> [String: Any] in
                    ["text": condition(rule), "remove": "remove-\(number)"]
                },
                "hasRows": !policy.twoReviewers.isEmpty,
                "subjects": ticks("subject", [DocumentType.Subject.unit, .person]) { words["reviewPolicy.\($0.rawValue)"] },
                "kinds": ticks("kind", ApplicationKind.allCases.filter { $0 != .prove }) { words["kind.\($0.rawValue)"] },
                "channels": ticks("channel", Channel.allCases) { words["channel.\($0.rawValue)"] },
                "cardsAtLeast": keepsRule ? form["cardsAtLeast"] ?? "" : "",
            ].merging(editing(versions.first.map { ($0.ordinal, $0.validFrom) })) { $1 }, refusal: refusal, section: settingTabs.first?.link
        )
    }

    private func says(_ policy: ReviewPolicy) -> [String] {
        let share = words("reviewPolicy.share", ["n": String(policy.reAuditPermille)])
        return [share] + policy.twoReviewers.map { words["reviewPolicy.two"] + words["case.of"] + condition($0) }
    }

    private func condition(_ rule: ReviewCondition) -> String {
        var parts: [String] = []
        func add(_ names: [String]?) {
            if let names { parts.append(names.sorted().joined(separator: words["common.comma"])) }
        }
        add(rule.subjects.map { $0.map { words["reviewPolicy.\($0.rawValue)"] } })
        add(rule.kinds.map { $0.map { words["kind.\($0.rawValue)"] } })
        add(rule.channels.map { $0.map { words["channel.\($0.rawValue)"] } })
        if let cards = rule.cardsAtLeast { parts.append(words("reviewPolicy.fromCards", ["n": grouped(cards)])) }
        return parts.isEmpty ? words["reviewPolicy.every"] : parts.joined(separator: words["common.listComma"])
    }

    func setReviewPolicy() async throws -> Response {
        guard maySetReviewPolicy else { throw Refusal.notPermitted }
        var policy: ReviewPolicy?
        do {
            guard let json = try? JSONValue(parsing: form["draft"] ?? ""), var sent = ReviewPolicy(json: json),
                sent.twoReviewers.count <= ReviewPolicy.rulesMax
            else { throw Refusal.formUnreadable }
            policy = sent
            if let share = try number("permille") { sent.reAuditPermille = Int(clamping: share) }
            let act = form["act"] ?? ""
            let typed = try act.hasPrefix("remove-") ? ReviewCondition() : sentCondition()
            // By the Enter key nothing is added that nobody ticked: it would count for every case.
            if act == "add" || (act == "enter" && typed != ReviewCondition()) {
                sent.twoReviewers.append(typed)
                guard sent.faults.isEmpty else { throw Refusal.invalid(sent.faults) }
                return try await write(reviewPolicyPage(sent))
            }
            if act == "enter" { return try await write(reviewPolicyPage(sent)) }
            if act.hasPrefix("remove-"), let place = Int(act.dropFirst(7)), sent.twoReviewers.indices.contains(place) {
                sent.twoReviewers.remove(at: place)
                return try await write(reviewPolicyPage(sent, keepsRule: true))
            }
            guard act == "set", let after = try number("after") else { throw Refusal.formUnreadable }
            // What was ticked and not added yet is meant too.
            if typed != ReviewCondition() { sent.twoReviewers.append(typed) }
            _ = try await installation.setReviewPolicy(
                as: principal(), sent, validFrom: moment("validFrom"), after: after, replacing: form.isTicked("replacing"))
            return redirect(to: .reviewPolicy)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(reviewPolicyPage(policy, refusal, keepsRule: true))
        }
    }

    /// What is ticked; where nothing of a kind is, any.
    private func sentCondition() throws(Refusal) -> ReviewCondition {
        func ticked<Word: RawRepresentable & Hashable>(_ prefix: String, _ all: [Word]) -> Set<Word>? where Word.RawValue == String {
            let found = Set(all.filter { form.isTicked("\(prefix)-\($0.rawValue)") })
            return found.isEmpty ? nil : found
        }
        return ReviewCondition(
            subjects: ticked("subject", [DocumentType.Subject.unit, .person]), kinds: ticked("kind", ApplicationKind.allCases),
            channels: ticked("channel", Channel.allCases), cardsAtLeast: try number("cardsAtLeast"))
    }
}
