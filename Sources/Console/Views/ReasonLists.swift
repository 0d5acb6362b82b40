import Hummingbird
import Ledger
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// What a reason of one's own may be about, each with what lies below it.
    private static let fields = PartyRole.allCases.map { String($0.pointer.dropFirst()) } + ["evidence", "use"]

    func reasonLists() async throws -> Response { try await write(reasonListPage()) }

    /// The built-in reasons, one's own in all versions, and a form for what shall be; a new version travels in the form until it is set.
    private func reasonListPage(_ sent: ReasonList? = nil, _ refusal: Refusal? = nil, keepsFields: Bool = false) async throws
        -> ConsolePage
    {
        let versions = try await installation.listReasonLists(as: principal(), limit: 50).rows
        let standing = Versions(begins: versions.map(\.validFrom), now: installation.now())
        let list = sent ?? versions.first?.list ?? .none
        func ticks(_ prefix: String, _ all: [(code: String, name: String)]) -> [[String: Any]] {
            all.map { word -> [String: Any] in
                let code = "\(prefix)-\(word.code)"
                return ["code": code, "name": word.name, "isTicked": keepsFields && form.isTicked(code)]
            }
        }
        func kept(_ name: String) -> String { keepsFields ? form[name] ?? "" : "" }
        return ConsolePage(
            template: "reason-lists", title: words["reasonLists.title"],
            values: [
                "tabs": values(of: settingTabs, at: .reasonLists), "action": ConsoleLink.reasonLists.address,
                "builtIn": DecisionReason.codes.sorted { $0.key < $1.key }.map { ["code": $0.key, "text": $0.value.text(in: language)] },
                "hasHistory": !versions.isEmpty,
                "history": versions.enumerated().map { place, version -> [String: Any] in
                    let state = standing.state(place)
                    return [
                        "ordinal": String(version.ordinal), "state": words["lifeSettings.\(state)"], "isValid": state == "valid",
                        "from": words.time(version.validFrom), "recorded": words.time(version.recordedAt),
                        "says": version.list.reasons.isEmpty ? [words["reasonLists.none"]] : version.list.reasons.map { says($0) },
                    ]
                },
                "after": form["after"] ?? String(versions.first?.ordinal ?? 0), "draft": try list.json.canonicalText(),
                "validFrom": form["validFrom"] ?? "",
                "rows": list.reasons.enumerated().map { number, reason -> [String: Any] in
                    ["text": says(reason), "remove": "remove-\(number)"]
                },
                "hasRows": !list.reasons.isEmpty,
                "verdicts": ticks(
                    "verdict", [DecisionVerdict.sendBack, .refuse].map { ($0.rawValue, words["verdict.\($0.rawValue)"]) }),
                "kinds": ticks("kind", ApplicationKind.allCases.map { ($0.rawValue, words["kind.\($0.rawValue)"]) }),
                "fields": ticks("field", Self.fields.map { ($0, fieldName($0)) }),
                "code": kept("code"), "zh": kept("zh"), "en": kept("en"),
            ].merging(editing(versions.first.map { ($0.ordinal, $0.validFrom) })) { $1 }, refusal: refusal, section: settingTabs.first?.link
        )
    }

    private func fieldName(_ field: String) -> String { field == "evidence" ? words["reasonLists.evidence"] : place("/" + field) }

    /// Both languages, its code, and what it is for.
    private func says(_ reason: OwnReason) -> String {
        var parts: [String] = []
        func add(_ names: [String]?) {
            if let names { parts.append(names.sorted().joined(separator: words["common.comma"])) }
        }
        add(reason.verdicts.map { $0.map { words["verdict.\($0.rawValue)"] } })
        add(reason.kinds.map { $0.map { words["kind.\($0.rawValue)"] } })
        add(reason.fields.map { $0.map { $0 == "/evidence" ? words["reasonLists.evidence"] : place($0) } })
        let text = "\(reason.text.zh) / \(reason.text.en) (\(reason.code))"
        return parts.isEmpty ? text : text + words["case.of"] + parts.joined(separator: words["common.listComma"])
    }

    func setReasonList() async throws -> Response {
        guard maySetReviewPolicy else { throw Refusal.notPermitted }
        var list: ReasonList?
        do {
            guard let json = try? JSONValue(parsing: form["draft"] ?? ""), var sent = ReasonList(json: json),
                sent.reasons.count <= ReasonList.reasonsMax
            else { throw Refusal.formUnreadable }
            list = sent
            let act = form["act"] ?? ""
            let isTyped = ["code", "zh", "en"].contains { filled($0) != nil }
            if act == "add" || act == "enter" && isTyped {
                sent.reasons.append(sentReason())
                guard sent.faults.isEmpty else { throw Refusal.invalid(sent.faults) }
                return try await write(reasonListPage(sent))
            }
            if act == "enter" { return try await write(reasonListPage(sent, keepsFields: true)) }
            if act.hasPrefix("remove-"), let place = Int(act.dropFirst(7)), sent.reasons.indices.contains(place) {
                sent.reasons.remove(at: place)
                return try await write(reasonListPage(sent, keepsFields: true))
            }
            guard act == "set", let after = try number("after") else { throw Refusal.formUnreadable }
            // What was typed or ticked and not added yet is meant too: without its words it is refused.
            let reason = sentReason()
            if isTyped || [reason.verdicts?.isEmpty, reason.kinds?.isEmpty, reason.fields?.isEmpty].contains(false) {
                sent.reasons.append(reason)
            }
            _ = try await installation.setReasonList(
                as: principal(), sent, validFrom: moment("validFrom"), after: after, replacing: form.isTicked("replacing"))
            return redirect(to: .reasonLists)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(reasonListPage(list, refusal, keepsFields: true))
        }
    }

    /// What was typed; where nothing of a kind is ticked, any.
    private func sentReason() -> OwnReason {
        func ticked<Word>(_ prefix: String, _ all: [(String, Word)]) -> Set<Word>? {
            let found = Set(all.filter { form.isTicked("\(prefix)-\($0.0)") }.map(\.1))
            return found.isEmpty ? nil : found
        }
        func trimmed(_ name: String) -> String { filled(name) ?? "" }
        let code = trimmed("code")
        return OwnReason(
            code: code.hasPrefix(OwnReason.prefix) ? code : OwnReason.prefix + code, text: LocalText(en: trimmed("en"), zh: trimmed("zh")),
            verdicts: ticked("verdict", [DecisionVerdict.sendBack, .refuse].map { ($0.rawValue, $0) }),
            kinds: ticked("kind", ApplicationKind.allCases.map { ($0.rawValue, $0) }),
            fields: ticked("field", Self.fields.map { ($0, "/" + $0) }))
    }
}
