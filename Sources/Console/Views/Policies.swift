import Foundation
import Hummingbird
import Ledger
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// A new version while it is written; it travels in the form, so that nothing is kept of what is not set.
    private struct PolicyDraft {
        var policy: VerificationPolicy
        /// Whether its consequences are shown and it may be set.
        var isPreviewed = false
        /// Whether the fields of a rule are shown as they were typed.
        var keepsRule = false
    }

    func verificationPolicy() async throws -> Response { try await write(policyPage()) }

    /// An organisation's versions, what a card of it needs, and a new version over what stands above.
    private func policyPage(_ sent: PolicyDraft? = nil, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let place = try await installation.readOrganisation(as: principal(), identifier())
        guard place.kind == .operatingCompany || place.kind == .agent else { throw Refusal.notFound }
        let limit = 20
        let before = try self.place(1).flatMap { Int64($0[0]) }
        let versions = try await installation.listVerificationPolicies(as: principal(), of: place.id, before: before, limit: limit + 1)
        let latest = try await installation.listVerificationPolicies(as: principal(), of: place.id, before: nil, limit: 1).first
        let products = may(.productRead) ? try await installation.listProducts(as: principal(), limit: 200).rows : []
        let shown = versions.prefix(limit)
        var newer: Instant?
        if let before { newer = try await installation.firstBeginning(as: principal(), of: place.id, from: before) }
        let standing = Versions(begins: shown.map(\.validFrom), newer: newer, now: installation.now())
        var values: [String: Any] = [
            "tabs": self.values(of: agentTabs, at: .policy(id)), "organisation": place.name, "back": ConsoleLink.organisation(id).address,
            "action": ConsoleLink.policy(id).address, "hasVersions": !versions.isEmpty,
            "noVersions": words[place.parent == nil ? "policy.standard" : "policy.inherits"],
            "versions": shown.enumerated().map { number, version -> [String: Any] in
                let state = standing.state(number)
                return [
                    "ordinal": String(version.ordinal), "state": words["lifeSettings.\(state)"], "isValid": state == "valid",
                    "from": words.time(version.validFrom), "recorded": words.time(version.recordedAt), "limits": limits(of: version.policy),
                    "rules": version.policy.rules.map { ["when": condition($0.condition), "methods": names(of: $0.methods)] },
                    "hasRules": !version.policy.rules.isEmpty,
                ]
            },
            "next": versions.count > limit ? [address(.policy(id), keeping: [], after: String(shown.last?.ordinal ?? 0))] : [],
            "ask": try await cardNeeds(of: place, products),
        ]
        if may(.policyManage), place.status != .ended {
            let draft =
                sent ?? PolicyDraft(policy: latest?.policy ?? (place.parent == nil ? .standardFloor : VerificationPolicy(rules: [])))
            var edited = try await edit(draft, of: place, after: latest, products)
            // What was added or taken away just now is looked at without being asked.
            edited["isAnswered"] = sent.map { !$0.isPreviewed } ?? false
            values["edit"] = [edited]
        }
        return ConsolePage(
            template: "policy", title: words["policy.title"],
            values: values,
            refusal: refusal, section: agentTabs.first?.link)
    }

    // MARK: In words

    private func names(of methods: Set<VerificationMethod>) -> String {
        methods.sorted().map { $0.text.text(in: language) }.joined(separator: words["common.comma"])
    }

    private func condition(_ condition: VerificationCondition) -> String {
        func list(_ texts: [String]) -> String { texts.sorted().joined(separator: words["common.comma"]) }
        var parts: [String] = []
        if let classes = condition.cardClasses { parts.append(list(classes.map { words["cardClass.\($0.rawValue)"] })) }
        if let uses = condition.uses { parts.append(list(uses.map { words["use.\($0.rawValue)"] })) }
        if let types = condition.deviceTypes { parts.append(list(Array(types))) }
        if let types = condition.documentTypes { parts.append(list(types.map { words["document.\($0.rawValue)"] })) }
        if let codes = condition.provinces { parts.append(words("lifeSettings.provinceOf", ["code": list(codes.map(String.init))])) }
        if let risk = condition.riskAtLeast { parts.append(words("policy.riskFrom", ["risk": words["risk.\(risk.rawValue)"]])) }
        return parts.isEmpty ? words["policy.everyCard"] : parts.joined(separator: words["common.listComma"])
    }

    private func limits(of policy: VerificationPolicy) -> String {
        var parts = [words["approval.\(policy.approval.rawValue)"]]
        for cardClass in CardClass.allCases {
            if let count = policy.cardsPerPerson[cardClass] {
                parts.append(words("policy.atMost", ["class": words["cardClass.\(cardClass.rawValue)"], "n": String(count)]))
            }
        }
        if let attempts = policy.attemptsMax { parts.append(words("policy.attemptsOf", ["n": String(attempts)])) }
        if let days = policy.reuseDays, days > 0 { parts.append(words("policy.reuseOf", ["n": String(days)])) }
        if policy.agentReviews { parts.append(words["policy.agentReviews"]) }
        return parts.joined(separator: words["common.listComma"])
    }

    private func name(of owner: PolicyOwner, _ place: OrganisationRecord) -> String {
        switch owner {
        case .statute: words["policy.byStatute"]
        case .floor: words["policy.byFloor"]
        case .agent(let id): id == place.id ? place.name : words["policy.byAgent"]
        }
    }

    // MARK: What a card needs

    /// What a card of the organisation needs now, and why.
    private func cardNeeds(of place: OrganisationRecord, _ products: [ProductRecord]) async throws -> [[String: Any]] {
        guard may(.registrationRead), !products.isEmpty else { return [] }
        let document = query("document").flatMap { DocumentType(rawValue: $0) } ?? .residentID
        let risk = query("risk").flatMap { RiskLevel(rawValue: $0) } ?? .ordinary
        let product = query("product").flatMap { ProductCode($0) }
        var values: [String: Any] = [
            "products": products.map { other -> [String: Any] in
                ["code": other.code.text, "name": other.facts.name, "isChosen": other.code == product]
            },
            "documents": DocumentType.allCases.filter { $0.subject == .person }.map { other -> [String: Any] in
                ["code": other.rawValue, "name": words["document.\(other.rawValue)"], "isChosen": other == document]
            },
            "risks": RiskLevel.allCases.map { other -> [String: Any] in
                ["code": other.rawValue, "name": words["risk.\(other.rawValue)"], "isChosen": other == risk]
            },
            "device": query("device") ?? "", "hasNumber": query("number") == "yes",
        ]
        if let product, products.contains(where: { $0.code == product }) {
            do {
                let needs = try await installation.previewVerification(
                    as: principal(), organisation: place.id, product: product, deviceType: query("device"), documentType: document,
                    province: nil, risk: risk, age: nil, hasProxy: false, hasOrdinaryNumber: query("number") == "yes")
                values["answer"] = [
                    [
                        "needs": needs.needs.map { need -> [String: Any] in
                            [
                                "method": need.method.text.text(in: language), "why": need.reason.text(in: language),
                                "owner": name(of: need.owner, place), "rules": ruleLinks(need.requirement.map { [$0] } ?? []),
                            ]
                        },
                        "approval": words["approval.\(needs.approval.rawValue)"], "attempts": String(needs.attemptsMax),
                        "cards": needs.cardsMax.map(String.init) ?? "–",
                    ]
                ]
            } catch let refusal as Refusal where refusal.kind == .invalid {
                values["undetermined"] = refusal.reason.text(in: language)
            }
        }
        return [values]
    }

    // MARK: A new version

    private func edit(
        _ draft: PolicyDraft, of place: OrganisationRecord, after newest: VerificationPolicyVersion?, _ products: [ProductRecord]
    ) async throws -> [String: Any] {
        let outlook = try await installation.previewPolicy(as: principal(), of: place.id, draft.policy)
        let above = outlook.above
        let always = Self.demanded(by: above, in: VerificationCondition())
        let policy = draft.policy
        let isSent = draft.keepsRule
        let text = try policy.json.canonicalText()
        func ticks<Word: RawRepresentable>(_ prefix: String, _ all: [Word], _ name: (Word) -> String) -> [[String: Any]]
        where Word.RawValue == String {
            all.map { word -> [String: Any] in
                [
                    "code": "\(prefix)-\(word.rawValue)", "name": name(word),
                    "isTicked": isSent && form.isTicked("\(prefix)-\(word.rawValue)"),
                ]
            }
        }
        let values: [String: Any] = [
            "after": form["after"] ?? String(newest?.ordinal ?? 0), "draft": text, "isRoot": place.parent == nil,
            "isPreviewed": draft.isPreviewed,
            "maySet": draft.isPreviewed && outlook.objections.isEmpty, "validFrom": form["validFrom"] ?? "",
            "objections": outlook.objections.map { objection($0) }, "hasObjections": !outlook.objections.isEmpty,
            "above": above.links.flatMap { link in
                link.policy.rules.map { rule -> [String: Any] in
                    [
                        "when": condition(rule.condition), "methods": names(of: rule.methods), "owner": name(of: link.owner, place),
                        "why": rule.reason.text(in: language), "rules": ruleLinks(rule.requirement.map { [$0] } ?? []),
                    ]
                }
            },
            "rows": policy.rules.enumerated().map { number, rule -> [String: Any] in
                let demanded = Self.demanded(by: above, in: rule.condition)
                return [
                    "number": String(number + 1), "remove": "remove-\(number)", "when": condition(rule.condition),
                    "why": rule.reason.text(in: language),
                    "methods": rule.methods.union(demanded).sorted().map { method -> [String: Any] in
                        [
                            "name": method.text.text(in: language), "isDemanded": demanded.contains(method),
                            "isMissing": !rule.methods.contains(method),
                        ]
                    },
                ]
            },
            "hasRows": !policy.rules.isEmpty, "classes": ticks("class", CardClass.allCases) { words["cardClass.\($0.rawValue)"] },
            "uses": ticks("use", VerificationCondition.Use.allCases) { words["use.\($0.rawValue)"] },
            "methods": VerificationMethod.allCases.map { method -> [String: Any] in
                [
                    "code": "method-\(method.rawValue)", "name": method.text.text(in: language), "isDemanded": always.contains(method),
                    "isTicked": always.contains(method) || isSent && form.isTicked("method-\(method.rawValue)"),
                ]
            },
            "devices": isSent ? form["devices"] ?? "" : "", "provinces": isSent ? form["provinces"] ?? "" : "",
            "reasonZh": isSent ? form["reasonZh"] ?? "" : "", "reasonEn": isSent ? form["reasonEn"] ?? "" : "",
            "risks": RiskLevel.allCases.filter { $0 != .low }.map { risk -> [String: Any] in
                ["code": risk.rawValue, "name": words["risk.\(risk.rawValue)"], "isChosen": isSent && form["riskAtLeast"] == risk.rawValue]
            },
            "approvals": VerificationPolicy.Approval.allCases.map { approval -> [String: Any] in
                ["code": approval.rawValue, "name": words["approval.\(approval.rawValue)"], "isChosen": approval == policy.approval]
            },
            "maxima": CardClass.allCases.map { cardClass -> [String: Any] in
                let most = above.links.compactMap { $0.policy.cardsPerPerson[cardClass] }.min()
                return [
                    "code": "max-\(cardClass.rawValue)", "name": words["cardClass.\(cardClass.rawValue)"],
                    "value": form["max-\(cardClass.rawValue)"] ?? policy.cardsPerPerson[cardClass].map(String.init) ?? "",
                    "above": most.map { [words("policy.aboveMost", ["n": String($0)])] } ?? [],
                ]
            },
            "attemptsMax": form["attemptsMax"] ?? policy.attemptsMax.map(String.init) ?? "",
            "attemptsAbove": above.links.compactMap(\.policy.attemptsMax).min().map { [words("policy.aboveMost", ["n": String($0)])] }
                ?? [],
            "reuseDays": form["reuseDays"] ?? policy.reuseDays.map(String.init) ?? "", "isAgentReviews": policy.agentReviews,
            "consequences": draft.isPreviewed ? consequences(outlook, products) : [], "hasProducts": !products.isEmpty,
        ]
        return values.merging(editing(newest.map { ($0.ordinal, $0.validFrom) })) { $1 }
    }

    /// What is demanded above wherever the condition holds.
    private static func demanded(by above: VerificationChain, in condition: VerificationCondition) -> Set<VerificationMethod> {
        Set(above.links.flatMap(\.policy.rules).filter { $0.condition.covers(condition) }.flatMap(\.methods))
    }

    private func objection(_ refusal: Refusal) -> [String: Any] {
        let parts = refusal.pointer?.split(separator: "/").map(String.init) ?? []
        var at = ""
        if parts.count > 1, parts[0] == "rules", let number = Int(parts[1]) { at = words("policy.ruleNumber", ["n": String(number + 1)]) }
        if parts.count > 1, parts[0] == "cardsPerPerson" { at = words["cardClass.\(parts[1])"] }
        return [
            "at": at, "text": refusal.reason.text(in: language), "mend": refusal.mend.text(in: language),
            "rules": ruleLinks(refusal.requirements),
        ]
    }

    /// What the cards of each product need now and would need then.
    private func consequences(_ outlook: PolicyOutlook, _ products: [ProductRecord]) -> [[String: Any]] {
        products.prefix(50).flatMap { product in
            [RiskLevel.ordinary, .high].map { risk -> [String: Any] in
                let situation = VerificationSituation(product: product.facts, documentType: .residentID, risk: risk)
                let now = needs(outlook.now, situation)
                let then = needs(outlook.then, situation)
                return [
                    "product": product.facts.name, "risk": words["risk.\(risk.rawValue)"], "now": now, "then": then,
                    "isChanged": now != then,
                ]
            }
        }
    }

    private func needs(_ chain: VerificationChain, _ situation: VerificationSituation) -> String {
        guard let needs = try? chain.needs(in: situation) else { return words["policy.undetermined"] }
        let cards = needs.cardsMax.map { words("policy.cardsOf", ["n": String($0)]) }
        let parts = [
            names(of: needs.methods), words["approval.\(needs.approval.rawValue)"], cards,
            words("policy.attemptsOf", ["n": String(needs.attemptsMax)]),
        ]
        return parts.compactMap(\.self).joined(separator: words["common.listComma"])
    }

    // MARK: What was sent

    func changeVerificationPolicy() async throws -> Response {
        try principal().demand(.policyManage)
        var draft: PolicyDraft?
        do {
            draft = PolicyDraft(policy: try sentBase(), keepsRule: true)
            let policy = try sentPolicy()
            draft?.policy = policy
            let act = form["act"] ?? ""
            if act == "add" {
                draft = PolicyDraft(policy: try await adding(to: policy))
            } else if act.hasPrefix("remove-"), let number = Int(act.dropFirst(7)), policy.rules.indices.contains(number) {
                draft?.policy.rules.remove(at: number)
            } else if act == "preview" {
                draft?.isPreviewed = true
            } else if act == "set" {
                draft?.isPreviewed = true
                guard try form["previewed"] == policy.json.canonicalText() else { throw Refusal.policyUnseen }
                guard let after = try number("after") else { throw Refusal.formUnreadable }
                _ = try await installation.setVerificationPolicy(
                    as: principal(), of: identifier(), policy, validFrom: try moment("validFrom"), after: after,
                    replacing: form.isTicked("replacing"))
                return redirect(to: .policy(id))
            } else {
                throw Refusal.formUnreadable
            }
            return try await write(policyPage(draft))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(policyPage(draft, refusal))
        }
    }

    private func sentBase() throws(Refusal) -> VerificationPolicy {
        guard let json = try? JSONValue(parsing: form["draft"] ?? ""), let policy = VerificationPolicy(json: json) else {
            throw .formUnreadable
        }
        return policy
    }

    /// The rules as they travelled, the rest from its fields.
    private func sentPolicy() throws(Refusal) -> VerificationPolicy {
        var policy = try sentBase()
        guard policy.rules.count <= 100, policy.rules.allSatisfy(Self.isInBounds),
            let approval = form["approval"].flatMap({ VerificationPolicy.Approval(rawValue: $0) })
        else { throw .formUnreadable }
        policy.approval = approval
        policy.agentReviews = form.isTicked("agentReviews")
        policy.cardsPerPerson = [:]
        for cardClass in CardClass.allCases {
            if let count = try limit("max-\(cardClass.rawValue)", 0...1_000) { policy.cardsPerPerson[cardClass] = count }
        }
        policy.attemptsMax = try limit("attemptsMax", 1...100)
        policy.reuseDays = try limit("reuseDays", 0...3_650)
        return policy
    }

    private func limit(_ field: String, _ bounds: ClosedRange<Int64>) throws(Refusal) -> Int? {
        guard let number = try number(field) else { return nil }
        guard bounds.contains(number) else { throw .policyLimitOutside.at("/\(field)") }
        return Int(number)
    }

    /// As the contract of the API bounds them.
    private static func isInBounds(_ rule: VerificationRule) -> Bool {
        let condition = rule.condition
        return (4...300).contains(rule.reason.en.count) && (2...300).contains(rule.reason.zh.count)
            && rule.requirement.map { $0.count <= 20 } ?? true
            && condition.deviceTypes.map { (1...50).contains($0.count) && $0.allSatisfy { (1...40).contains($0.count) } } ?? true
            && condition.provinces.map { (1...34).contains($0.count) && $0.allSatisfy { (11...83).contains($0) } } ?? true
            && condition.cardClasses?.isEmpty != true && condition.uses?.isEmpty != true && condition.documentTypes?.isEmpty != true
    }

    /// What stands above is in the new rule too: nobody can take it away.
    private func adding(to policy: VerificationPolicy) async throws -> VerificationPolicy {
        func ticked<Word: RawRepresentable & Hashable>(_ prefix: String, _ all: [Word]) -> Set<Word> where Word.RawValue == String {
            Set(all.filter { form.isTicked("\(prefix)-\($0.rawValue)") })
        }
        func list(_ field: String) -> [String] {
            (form[field] ?? "").split { [",", "，", "、", ";", "；"].contains($0) || $0.isNewline }
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        let provinces = list("provinces").map { Int64($0) }
        guard !provinces.contains(nil) else { throw Refusal.numberUnreadable.at("/provinces") }
        let classes = ticked("class", CardClass.allCases)
        let uses = ticked("use", VerificationCondition.Use.allCases)
        let devices = Set(list("devices"))
        let condition = VerificationCondition(
            cardClasses: classes.isEmpty ? nil : classes, uses: uses.isEmpty ? nil : uses, deviceTypes: devices.isEmpty ? nil : devices,
            provinces: provinces.isEmpty ? nil : Set(provinces.compactMap(\.self)),
            riskAtLeast: form["riskAtLeast"].flatMap { RiskLevel(rawValue: $0) })
        let above = try await installation.previewPolicy(as: principal(), of: identifier(), policy).above
        let chosen = ticked("method", VerificationMethod.allCases)
        let rule = VerificationRule(
            condition, chosen.union(Self.demanded(by: above, in: condition)), requirement: nil,
            reason: LocalText(
                en: (form["reasonEn"] ?? "").trimmingCharacters(in: .whitespaces),
                zh: (form["reasonZh"] ?? "").trimmingCharacters(in: .whitespaces)))
        guard !rule.methods.isEmpty, Self.isInBounds(rule), policy.rules.count < 100 else { throw Refusal.policyRuleIncomplete }
        var added = policy
        added.rules.append(rule)
        return added
    }
}

extension Refusal {
    static let policyUnseen = Refusal(
        "policy-unseen", .conflict, house: .versions, en: "The policy was changed after its consequences were shown.", zh: "预览之后内容又有修改。",
        mend: LocalText(en: "Look at the consequences below, then set it.", zh: "请核对下方的影响后再设置。"))
    static let policyLimitOutside = Refusal(
        "policy-limit-outside", .invalid, house: .limits, en: "The number is too small or too large for this field.", zh: "该项数值超出允许范围。",
        mend: LocalText(
            en: "Cards 0 to 1000, attempts 1 to 100, days 0 to 3650; or leave it empty.", zh: "张数 0 至 1000，次数 1 至 100，天数 0 至 3650，或留空。"))
    static let policyRuleIncomplete = Refusal(
        "policy-rule-incomplete", .invalid, house: .form, en: "The rule lacks a method or a reason, or names something that cannot be.",
        zh: "规则缺少核验方式或理由，或填写内容有误。",
        mend: LocalText(
            en:
                "Tick a method; write the reason in both languages, 2 to 300 characters (English at least 4); provinces by their two digits.",
            zh: "请至少选择一种核验方式，用中英文填写理由（2 至 300 字符，英文至少 4 个字符），省份填写两位代码。"))
}
