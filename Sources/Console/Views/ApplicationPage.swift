import HTTPTypes
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func application() async throws -> Response {
        try await write(await casePage(await installation.readApplication(as: principal(), identifier())))
    }

    /// The same page with the persons unmasked; why is on the trail.
    func reveal() async throws -> Response {
        let id: ApplicationID = try identifier()
        do {
            return try await write(
                await casePage(
                    try await installation.revealApplication(as: principal(), id, purpose: form["purpose"] ?? ""), isRevealed: true))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await write(await casePage(try await installation.readApplication(as: principal(), id), refusal))
        }
    }

    func release() async throws -> Response {
        try await installation.unlockApplication(as: principal(), identifier())
        return redirect(to: .queue)
    }

    private func isHeldByMe(_ stored: StoredApplication) throws(Refusal) -> Bool {
        try stored.lockedBy == principal().account && stored.lockedUntil > installation.now()
    }

    /// - Parameter isRevealed: whether the persons are shown as they are.
    /// - Parameter isAgain: whether somebody looks again at what was approved.
    func casePage(
        _ view: ApplicationView, _ refusal: Refusal? = nil, isRevealed: Bool = false, isAgain: Bool = false
    ) async throws -> ConsolePage {
        let stored = view.application
        let account = try principal().account
        let isDecidable =
            stored.state.isForReviewers && may(.registrationReview) && !view.opinions.contains { $0.givenBy == account }
        let isHeld = try isHeldByMe(stored)
        let id = stored.id.description
        let passed = view.checks.filter { $0.verdict == "passed" }
        let reasons = isDecidable && isHeld || isAgain ? try await installation.reasonsInForce(as: principal()) : []
        let facts = facts(view)
        let evidence = try await evidenceValues(view, isHeld || isAgain && view.reAudit?.isOpenToReader == true)
        var values: [String: Any] = [
            "code": view.registrationCode, "kind": words["kind.\(stored.kind.rawValue)"], "state": words["state.\(stored.state.rawValue)"],
            "channel": words["channel.\(view.channel.rawValue)"], "cards": String(stored.cards), "version": String(stored.version),
            "since": words.time(stored.submittedAt ?? stored.createdAt), "isRevealed": isRevealed,
            "parties": parties(view.content) + declared(view.content), "facts": facts, "hasFacts": !facts.isEmpty, "evidence": evidence,
            "hasSeveralPictures": hasSeveralPictures(evidence), "lacksLiveness": view.lacksLivenessVerdict,
            "findings": view.checks.filter { $0.verdict != "passed" }.map { check($0) }, "passed": passed.map { check($0) },
            "passedText": words("case.passed", ["n": String(passed.count)]), "hasChecks": !view.checks.isEmpty,
            "verifications": view.verifications.map { verification($0) }, "readings": readings(view),
            "isDecidable": isDecidable && isHeld, "isFree": isDecidable && !isHeld,
            "eyes": eyes(stored.state), "opinions": opinions(view), "hasOpinions": !view.opinions.isEmpty,
            "mayReveal": may(.reveal) && !isRevealed && (view.content != nil || view.isWithheld && may(.retentionRead)),
            "isWithheld": view.isWithheld,
            "decisionHref": ConsoleLink.decision(id).address, "revealHref": ConsoleLink.reveal(id).address,
            "releaseHref": ConsoleLink.release(id).address, "purpose": words("case.purpose", ["code": view.registrationCode]),
            "reasonGroups": reasonGroups(view, reasons), "hasMoreReasons": hasMoreReasons,
            "reasonRows": (0..<3).map { reasonRow($0, view, reasons) }, "verdicts": verdicts,
            "note": form["note"] ?? "",
            "remark": form["remark"] ?? "",
        ]
        values["registrationHref"] = ConsoleLink.registration(stored.registration.description).address
        let named = try await namedCards(view)
        values["namedCards"] = named
        values["hasNamedCards"] = !named.isEmpty
        values["moreCards"] = stored.cards > Self.cardsNamed ? [words("case.firstCards", ["n": String(Self.cardsNamed)])] : []
        values.merge(carrierReplies(view)) { $1 }
        if view.subject == .unit { values["completed"] = try await completedParts(stored.id) }
        if let again = view.reAudit { values["again"] = reAudit(again, isAgain: isAgain, view, reasons) }
        if isOwnDraft(view) { values["draftHref"] = mendAddress(view) }
        if let unit = view.unit { values["unit"] = ["name": unit.name, "code": unit.code] }
        if let decision = view.decision {
            values["decision"] = [
                "verdict": words["verdict.\(decision.verdict.rawValue)"], "at": words.time(decision.decidedAt),
                "note": view.note.map { [$0] } ?? [], "remark": view.remark.map { [$0] } ?? [],
                "reasons": view.reasons.map { ["text": $0.text(in: language), "place": place($0.pointer)] },
            ]
        }
        return ConsolePage(
            template: "case", title: words("case.title", ["code": view.registrationCode]),
            values: values,
            refusal: refusal, section: .queue)
    }

    // MARK: What was handed in

    private func parties(_ content: ApplicationContent?) -> [[String: Any]] {
        let parties: [(String, PartyFacts?)] = [
            ("unit", content?.unit), ("responsiblePerson", content?.responsiblePerson), ("handler", content?.handler),
            ("actualUser", content?.actualUser), ("proxy", content?.proxy), ("holder", content?.holder), ("guardian", content?.guardian),
        ]
        return parties.compactMap { name, facts in
            guard let facts else { return nil }
            let whose = name == "unit" ? words["draft.unitName"] : words["draft.personName"]
            let rows: [(String, String?)] = [
                ("documentType", facts.documentType.map { documentName($0) }),
                ("documentNumber", facts.documentNumber), ("birthDate", facts.birthDate),
                ("address", facts.address), ("contact", facts.contact), ("validFrom", facts.validFrom),
                ("validUntil", facts.validUntil.map { $0 == "long-term" ? words["case.longTerm"] : $0 }),
            ]
            let first: [[String: String]] = facts.name.map { [["name": whose, "text": $0]] } ?? []
            let others = rows.compactMap { name, text in text.map { ["name": words["field.\(name)"], "text": $0] } }
            return ["name": words["party.\(name)"], "rows": first + others]
        }
    }

    /// What the handler may do for the unit, and what the cards are for: the cards of a unit are judged by both.
    private func declared(_ content: ApplicationContent?) -> [[String: Any]] {
        let groups = [("party.authorisation", authorised(content?.authorisation)), ("draft.use", used(content?.use))]
        return groups.compactMap { name, rows -> [String: Any]? in
            let said = rows.compactMap { name, text in text.map { ["name": words["field.\(name)"], "text": $0] } }
            guard !said.isEmpty else { return nil }
            return ["name": words[name], "rows": said]
        }
    }

    /// Each field with what it says; nil where nothing was said.
    func authorised(_ letter: Authorisation?) -> [(String, String?)] {
        [
            ("purpose", letter?.purpose), ("validFrom", letter?.validFrom),
            ("validUntil", letter?.validUntil.map { $0 == Self.longTermWord ? words["case.longTerm"] : $0 }),
        ]
    }

    func used(_ use: DeclaredUse?) -> [(String, String?)] {
        func answer(_ said: Bool?) -> String? { said.map { words[$0 ? "common.yes" : "common.no"] } }
        return [
            ("deviceType", use?.deviceType), ("deviceModel", use?.deviceModel), ("scene", use?.scene),
            ("traffic", use?.traffic.map { words["traffic.\($0.rawValue)"] }),
            ("monthlyMegabytes", use?.monthlyMegabytes.map { String($0) }), ("voice", answer(use?.voice)),
            ("sms", answer(use?.sms)), ("region", use?.region),
        ]
    }

    private static let cardsNamed = 20

    /// The first of a unit's cards; a person's stands with what he handed in.
    private func namedCards(_ view: ApplicationView) async throws -> [[String: Any]] {
        guard view.subject == .unit, view.application.cards > 0, !view.isWithheld else { return [] }
        let cards = try await installation.applicationCards(as: principal(), view.application.id, most: Self.cardsNamed)
        return cards.map { card -> [String: Any] in
            ["iccid": card.card.iccid, "pages": may(.cardRead) ? [ConsoleLink.card(card.reference).address] : []]
        }
    }

    private func documentName(_ code: String) -> String {
        words.has("document.\(code)") ? words["document.\(code)"] : code
    }

    private func facts(_ view: ApplicationView) -> [[String: Any]] {
        let content = view.content
        let rows: [(String, String?)] = [
            ("usingDepartment", content?.usingDepartment), ("effectiveFrom", content?.effectiveFrom),
            ("noticeAccepted", content?.noticeAccepted.map { words[$0 ? "common.yes" : "common.no"] }),
            (
                "needs",
                view.needs.isEmpty ? nil : view.needs.sorted().map { $0.text.text(in: language) }.joined(separator: words["common.comma"])
            ),
        ]
        return rows.compactMap { name, text in text.map { ["name": words["field.\(name)"], "text": $0] } }
    }

    func slotName(_ slot: String) -> String { words.has("slot.\(slot)") ? words["slot.\(slot)"] : slot }

    // MARK: What a reviewer says

    private var verdicts: [[String: Any]] {
        let signs: [(DecisionVerdict, String, String)] = [(.approve, "✓", "a"), (.sendBack, "↩", "s"), (.refuse, "✕", "r")]
        return signs.map { verdict, sign, key in
            [
                "code": verdict.rawValue, "sign": sign, "key": key, "name": words["verdict.\(verdict.rawValue)"],
                "isChosen": form["verdict"] == verdict.rawValue,
            ]
        }
    }

    /// What was chosen before stays chosen where the page is shown again.
    func reasonRow(_ place: Int, _ view: ApplicationView, _ reasons: [ReasonInForce]) -> [String: Any] {
        [
            "n": String(place),
            "pointers": pointers(view.content, pieces(view).handedInSlots).map { pointer -> [String: Any] in
                [
                    "pointer": pointer, "text": pointer.isEmpty ? words["case.whole"] : self.place(pointer),
                    "isChosen": form["pointer\(place)"] == pointer,
                ]
            },
            "codes": reasons.filter { $0.own?.fits(nil, view.application.kind) ?? true }.map { reason -> [String: Any] in
                ["code": reason.code, "text": reason.text.text(in: language), "isChosen": form["code\(place)"] == reason.code]
            },
        ]
    }

    /// What a reason may be about: everything that was handed in.
    func pointers(_ content: ApplicationContent?, _ slots: [String]) -> [String] {
        var pointers = [""]
        let parties = [
            ("unit", content?.unit), ("responsiblePerson", content?.responsiblePerson), ("handler", content?.handler),
            ("actualUser", content?.actualUser), ("proxy", content?.proxy), ("holder", content?.holder), ("guardian", content?.guardian),
        ]
        for (name, facts) in parties where facts != nil {
            let own = ["name", "documentNumber"] + (facts?.birthDate == nil ? [] : ["birthDate"]) + ["address", "contact", "validUntil"]
            pointers += own.map { "/\(name)/\($0)" }
        }
        pointers += slots.map { "/evidence/\($0)" }
        pointers.append("/use")
        return pointers
    }

    /// A pointer in words: the party and the field, or the paper.
    func place(_ pointer: String) -> String {
        let parts = pointer.split(separator: "/").map(String.init)
        switch parts.count {
        case 2 where parts[0] == "evidence": return slotName(parts[1])
        case 2 where parts[0] == "use" && words.has("field.\(parts[1])"):
            return words["field.use"] + words["case.of"] + words["field.\(parts[1])"]
        case 2 where words.has("party.\(parts[0])") && words.has("field.\(parts[1])"):
            return words["party.\(parts[0])"] + words["case.of"] + words["field.\(parts[1])"]
        case 1 where words.has("party.\(parts[0])"): return words["party.\(parts[0])"]
        case 1 where words.has("field.\(parts[0])"): return words["field.\(parts[0])"]
        default: return pointer
        }
    }

    /// Decides, and goes on to the next case at once.
    func decide() async throws -> Response {
        let id: ApplicationID = try identifier()
        guard let version = Int64(form["version"] ?? "") else { throw Refusal.formUnreadable }
        let stored = try await installation.readApplication(as: principal(), id)
        do {
            if stored.application.state == .awaitingSecondApproval, form["verdict"] == DecisionVerdict.approve.rawValue {
                _ = try await installation.secondApproval(as: principal(), id, version: version)
            } else {
                guard let verdict = sentVerdict else { throw Refusal.verdictNeeded }
                // A reason chosen before he thought better of it is none of an approval.
                _ = try await installation.decideApplication(
                    as: principal(), id, version: version, verdict: verdict, reasons: verdict == .approve ? [] : sentReasons,
                    note: filled("note"), remark: filled("remark"))
            }
        } catch let refusal as Refusal where [.invalid, .conflict, .stale].contains(refusal.kind) {
            return try await write(await casePage(try await installation.readApplication(as: principal(), id), refusal))
        }
        return try await toNextCase(in: stored.application.state)
    }

    func filled(_ name: String) -> String? { form[name].flatMap { $0.isEmpty ? nil : $0 } }
}

extension Refusal {
    static let verdictNeeded = Refusal(
        "verdict-needed", .invalid, house: .choice, en: "No decision was chosen.", zh: "尚未选择审核结论。",
        mend: LocalText(en: "Choose one of the three, or a reason.", zh: "请选择通过、退回或不予登记，或直接选择原因。"))
}
