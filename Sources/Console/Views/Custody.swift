import Foundation
import Hummingbird
import Ledger
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func custody() async throws -> Response { try await write(custodyPage()) }

    /// What became of the cards, with the numbers that were not found.
    private struct Moved {
        let outcome: CustodyOutcome
        let kind: CustodyActKind
        let numbers: [String]
    }

    /// Handing cards on and taking them back, and the acts so far.
    private func custodyPage(_ moved: Moved? = nil, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let acts = try await installation.listCustodyActs(as: principal(), before: place(1).flatMap { Int64($0[0]) }, limit: 30)
        let tree = try await organisations()
        let own = try principal().organisation
        let names = Dictionary(tree.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let targets = tree.filter { [.agent, .hall].contains($0.kind) && $0.id != own && $0.status == .active }
        // An organisation's page leads here.
        let chosen = form["organisation"] ?? query("organisation")
        let depth = { (path: OrganisationPath) in path.text.split(separator: "/").count }
        let top = targets.map { depth($0.path) }.min() ?? 0
        var values: [String: Any] = [
            "tabs": self.values(of: custodyTabs, at: .custody), "action": ConsoleLink.custody.address, "batch": field("batch", moved),
            "from": field("from", moved), "to": field("to", moved), "numbers": field("numbers", moved),
            "isLeaving": refusal != nil && form.isTicked("leavingOthers"), "hasTargets": !targets.isEmpty, "mayMove": may(.custodyManage),
            "targets": targets.map { target -> [String: Any] in
                [
                    "id": target.id.description, "isChosen": moved == nil && chosen == target.id.description,
                    "name": String(repeating: "　", count: depth(target.path) - top) + target.name,
                ]
            },
            "acts": acts.rows.map { row($0, names) }, "isEmpty": acts.rows.isEmpty,
            "next": acts.next.map { [address(.custody, keeping: [], after: String($0))] } ?? [],
        ]
        if let moved { values["outcome"] = outcome(moved) }
        return ConsolePage(
            template: "custody", title: words["custodyPage.title"],
            values: values,
            refusal: refusal, section: custodyTabs.first?.link)
    }

    /// What was typed, until it is done.
    private func field(_ name: String, _ moved: Moved?) -> String { moved == nil ? form[name] ?? "" : "" }

    /// The organisations within reach, each behind the one above it.
    func organisations() async throws -> [OrganisationRecord] {
        guard may(.organisationRead) else { return [] }
        var all: [OrganisationRecord] = []
        // A choice of more is no choice any more.
        while all.count < 2_000 {
            let found = try await installation.listOrganisations(as: principal(), after: all.last?.id, limit: 200)
            all += found
            guard found.count == 200 else { break }
        }
        return all.sorted { $0.path.text < $1.path.text }
    }

    private func row(_ act: CustodyActRecord, _ names: [OrganisationID: String]) -> [String: Any] {
        let outside = words["custodyPage.outside"]
        return [
            "at": words.time(act.effectiveFrom), "kind": words["custody.\(act.kind.rawValue)"], "cards": String(act.cards),
            "from": act.from.map { names[$0] ?? outside } ?? "–", "to": names[act.to] ?? outside, "how": selector(act.selector),
        ]
    }

    /// How the cards were chosen, as it stands on record.
    private func selector(_ text: String) -> String {
        let members = (try? JSONValue(parsing: text).objectValue?.members) ?? []
        let chosen = Dictionary(members.map { ($0.key, $0.value.stringValue ?? "") }, uniquingKeysWith: { first, _ in first })
        if let batch = chosen["batch"] { return words("custodyPage.byBatch", ["batch": batch]) }
        if let from = chosen["from"], let to = chosen["to"] { return words("custodyPage.byRange", ["from": from, "to": to]) }
        return words("custodyPage.byNumbers", ["n": chosen["numbers"] ?? "?"])
    }

    private func outcome(_ moved: Moved) -> [String: Any] {
        let outcome = moved.outcome
        let missing = outcome.notFoundPositions.compactMap { moved.numbers.indices.contains($0) ? moved.numbers[$0] : nil }
        return [
            "text": words(
                "custodyPage.\(moved.kind == .recall ? "recalled" : "allocated")", ["n": String(outcome.moved)]),
            "alreadyThere": outcome.alreadyThere > 0
                ? [words("custodyPage.alreadyThere", ["n": String(outcome.alreadyThere)])] : [],
            "left": outcome.leftOut.sorted { $0.key.rawValue < $1.key.rawValue }.map { obstacle, count -> [String: Any] in
                let refusal = obstacle.refusal
                return [
                    "n": String(count), "why": refusal.reason.text(in: language), "what": refusal.mend.text(in: language),
                    "rules": ruleLinks(refusal.requirements),
                ]
            },
            "hasLeft": !outcome.leftOut.isEmpty, "missing": missing.prefix(200).map { ["number": $0] }, "hasMissing": !missing.isEmpty,
        ]
    }

    /// The outcome is shown at once: what was left out is on no record.
    func moveCards() async throws -> Response {
        do {
            let selector = try chosenCards()
            let leavingOthers = form.isTicked("leavingOthers")
            let kind: CustodyActKind = form["act"] == CustodyActKind.recall.rawValue ? .recall : .allocate
            let outcome: CustodyOutcome
            if kind == .recall {
                outcome = try await installation.recallCards(as: principal(), selector, leavingOthers: leavingOthers)
            } else {
                guard let target = form["organisation"].flatMap({ OrganisationID($0) }) else { throw Refusal.targetMissing }
                outcome = try await installation.allocateCards(as: principal(), selector, to: target, leavingOthers: leavingOthers)
            }
            var numbers: [String] = []
            if case .numbers(let named) = selector { numbers = named }
            return try await write(custodyPage(Moved(outcome: outcome, kind: kind, numbers: numbers)))
        } catch let refusal as Refusal {
            return try await write(custodyPage(nil, refusal))
        }
    }

    /// A batch, a range or numbers: one of them.
    func chosenCards() throws(Refusal) -> CardSelector {
        let filled = form.fields.compactMapValues { text in
            let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : text
        }
        var ways: [CardSelector] = []
        if let batch = filled["batch"] { ways.append(.batch(batch)) }
        if filled["from"] != nil || filled["to"] != nil {
            let ends = [filled["from"], filled["to"]].map { $0?.replacing(" ", with: "") ?? "" }
            ways.append(.range(from: ends[0], to: ends[1]))
        }
        if let numbers = filled["numbers"] { ways.append(.numbers(Self.numbers(in: numbers))) }
        guard ways.count == 1 else { throw .oneWayOfChoosing }
        return ways[0]
    }

    // MARK: What cards in service lack

    func gaps() async throws -> Response {
        let lacking = query("lacks").flatMap { Gap(rawValue: $0) }
        let found = try await installation.gapReport(as: principal(), lacking: lacking, after: query("after"), limit: 50)
        let counts = found.counts
        let choices: [Gap?] = [nil] + Gap.allCases
        return write(
            ConsolePage(
                template: "gaps", title: words["gaps.title"],
                values: [
                    "tabs": values(of: custodyTabs, at: .gaps), "inService": String(counts.inService),
                    "registered": String(counts.registered), "isNoneTaken": counts.inService == 0,
                    "choices": choices.map { gap -> [String: Any] in
                        [
                            "href": ConsoleLink.gaps.address + (gap.map { "?lacks=\($0.rawValue)" } ?? ""),
                            "name": gap.map { words["gap.\($0.rawValue)"] } ?? words["gaps.any"], "isCurrent": gap == lacking,
                            "count": gap.map { [String(counts.lacking[$0] ?? 0)] } ?? [],
                        ]
                    },
                    "lines": found.lines.map { line -> [String: Any] in
                        [
                            "href": ConsoleLink.card(line.reference).address, "iccid": line.row.iccid, "unit": line.row.unitName ?? "–",
                            "opened": line.row.openedOn.map { day($0) } ?? "–",
                            "lacks": line.row.lacking.map { words["gap.\($0.rawValue)"] }.joined(separator: words["common.comma"]),
                        ]
                    },
                    "isEmpty": found.lines.isEmpty, "isLater": query("after") != nil, "first": ConsoleLink.gaps.address,
                    "next": found.next.map { [address(.gaps, keeping: ["lacks"], after: $0)] } ?? [],
                ], section: custodyTabs.first?.link))
    }

    private func day(_ yyyymmdd: Int64) -> String { CivilDate(yyyymmdd: Int(yyyymmdd))?.description ?? "–" }
}

extension Refusal {
    static let targetMissing = Refusal(
        "custody-target-missing", .invalid, house: .choice, en: "Nobody is named who shall have the cards.", zh: "未选择划拨对象。",
        mend: LocalText(en: "Choose an agent or a hall.", zh: "请选择代理商或营业厅。"), pointer: "/organisation")
    static let oneWayOfChoosing = Refusal(
        "one-way-of-choosing", .invalid, house: .choice, en: "Choose the cards in exactly one way.", zh: "请只用一种方式选择卡片。",
        mend: LocalText(en: "Fill in a batch, a range, or numbers, and leave the others empty.", zh: "批次、号段、卡号清单三者填一，其余留空。"))
}
