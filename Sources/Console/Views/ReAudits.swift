import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// Approved cases that were drawn to be looked at again.
    func reAudits() async throws -> Response {
        let state = query("state").flatMap { ReAuditState(rawValue: $0) } ?? .open
        let after = try place(2).map { keys throws(Refusal) in
            guard let at = Int64(keys[0]), let id = DecisionID(keys[1]) else { throw .cursorUnknown }
            return (Instant(milliseconds: at), id)
        }
        let found = try await installation.listReAudits(as: principal(), state: state, after: after, limit: 50)
        let now = installation.now()
        let list = ConsoleLink.reAudits.address
        return write(
            ConsolePage(
                template: "re-audits", title: words["again.title"],
                values: [
                    "back": ConsoleLink.queue.address,
                    "states": ReAuditState.allCases.map { other -> [String: Any] in
                        ["href": list + "?state=\(other.rawValue)", "name": words["again.\(other.rawValue)"], "isCurrent": other == state]
                    },
                    "cases": found.rows.map { row -> [String: Any] in
                        let id = row.application.description
                        return [
                            "href": (row.isOpenToReader ? ConsoleLink.reAudit(id) : .application(id)).address,
                            "kind": words["kind.\(row.kind.rawValue)"], "cards": grouped(row.cards), "since": words.time(row.decidedAt),
                            "age": row.finding == nil ? age(from: row.decidedAt, to: now) : "",
                            "found": row.finding.map { words["again.\($0.verdict.rawValue)"] + " · " + words.time($0.foundAt) }
                                ?? (row.isOpenToReader ? "" : words["again.notYours"]),
                        ]
                    },
                    "isEmpty": found.rows.isEmpty, "isLater": query("after") != nil, "first": list + "?state=\(state.rawValue)",
                    "next": found.next.map { [address(.reAudits, keeping: ["state"], after: "\($0.0.milliseconds).\($0.1)")] } ?? [],
                ], section: .queue))
    }

    /// The case with its evidence, for whoever looks again.
    func reAudit() async throws -> Response { try await write(again()) }

    private func again(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let view = try await installation.readApplication(as: principal(), identifier())
        guard view.reAudit != nil else { throw Refusal.notFound }
        return try await casePage(view, refusal, isAgain: true)
    }

    func findReAudit() async throws -> Response {
        let view = try await installation.readApplication(as: principal(), identifier())
        guard let drawn = view.reAudit else { throw Refusal.notFound }
        do {
            guard let verdict = form["verdict"].flatMap({ ReAuditVerdict(rawValue: $0) }) else { throw Refusal.findingNeeded }
            _ = try await installation.findReAudit(
                as: principal(), drawn.decision, verdict, reasons: verdict == .kept ? [] : sentReasons, remark: filled("remark"))
        } catch let refusal as Refusal where [.invalid, .conflict].contains(refusal.kind) {
            return try await write(again(refusal))
        }
        // The oldest that is this reader's to look at.
        let waiting = try await installation.listReAudits(as: principal(), state: .open, limit: 50)
        guard let next = waiting.rows.first(where: \.isOpenToReader) else { return redirect(to: .reAudits) }
        return redirect(to: .reAudit(next.application.description))
    }

    // MARK: On the page of a case

    /// Whose eyes the case waits for, where not the first reviewer's.
    func eyes(_ state: ApplicationState) -> [String] {
        switch state {
        case .awaitingSecondReview: [words["case.secondEyes"]]
        case .awaitingThirdReview: [words["case.thirdEyes"]]
        default: []
        }
    }

    func opinions(_ view: ApplicationView) -> [[String: Any]] {
        view.opinions.map { opinion in
            var values: [String: Any] = [
                "verdict": words["verdict.\(opinion.verdict.rawValue)"], "at": words.time(opinion.givenAt),
                "isOwn": opinion.givenBy == seat?.account, "reasons": written(opinion.reasons),
            ]
            if let text = opinion.text { values["said"] = text }
            return values
        }
    }

    private func written(_ reasons: [DecisionReason]) -> [[String: Any]] {
        reasons.map { ["text": $0.text(in: language), "place": place($0.pointer)] }
    }

    func reAudit(_ drawn: ReAuditView, isAgain: Bool, _ view: ApplicationView, _ reasons: [ReasonInForce]) -> [String: Any] {
        let link = ConsoleLink.reAudit(drawn.application.description).address
        var values: [String: Any] = [:]
        if let finding = drawn.finding {
            var found: [String: Any] = [
                "verdict": words["again.\(finding.verdict.rawValue)"], "at": words.time(finding.foundAt),
                "reasons": written(finding.reasons),
            ]
            if let remark = finding.remark { found["said"] = remark }
            values["found"] = found
        }
        guard drawn.isOpenToReader else { return values }
        guard isAgain else {
            values["look"] = link
            return values
        }
        let signs: [(ReAuditVerdict, String, String)] = [(.kept, "✓", "a"), (.overturned, "✕", "r")]
        values["sheet"] = [
            "action": link, "remark": form["remark"] ?? "",
            "findings": signs.map { verdict, sign, key -> [String: Any] in
                [
                    "code": verdict.rawValue, "sign": sign, "key": key, "name": words["again.\(verdict.rawValue)"],
                    "isChosen": form["verdict"] == verdict.rawValue,
                ]
            },
            "reasonRows": (0..<3).map { reasonRow($0, view, reasons) },
        ]
        return values
    }
}

extension Refusal {
    static let findingNeeded = Refusal(
        "finding-needed", .invalid, house: .choice, en: "No finding was chosen.", zh: "尚未选择抽查结论。",
        mend: LocalText(en: "Choose one of the two.", zh: "请选择维持或推翻。"))
}
