import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// Which form a refusal is about: what was typed stays there, and nowhere else.
    private enum KeptForm: Hashable {
        case hold, opening
        case row(String)
    }

    /// What is kept after the end: how much in which phase, holds for cases, and requests to open what is sealed.
    func kept() async throws -> Response { try await write(keptPage()) }

    private func keptPage(_ refused: (form: KeptForm, refusal: Refusal)? = nil) async throws -> ConsolePage {
        guard may(.retentionRead) || may(.legalHold) else { throw Refusal.notPermitted }
        let holds = try await installation.holdsInForceFirst(as: principal(), limit: 100)
        let before = try place(1).map { keys throws(Refusal) in
            guard let id = SealedOpeningID(keys[0]) else { throw .cursorUnknown }
            return id
        }
        let openings =
            may(.retentionRead)
            ? try await installation.listOpenings(as: principal(), before: before, limit: 50) : Page(rows: [], next: nil)
        let names = try await logins(
            of: holds.flatMap { [$0.placedBy, $0.release?.by] }.compactMap(\.self)
                + openings.rows.flatMap { [$0.askedBy, $0.decision?.by] }.compactMap(\.self))
        var values: [String: Any] = [
            "tabs": self.values(of: answerTabs, at: .kept), "hasTabs": answerTabs.count > 1,
            "holds": try holds.map { try row($0, names, typed: refused?.form) }, "hasHolds": !holds.isEmpty,
        ]
        if may(.legalHold) { values["hold"] = [typed(.hold, refused?.form, at: .keptHolds)] }
        if may(.retentionRead) {
            let figures = try await installation.retentionFigures(as: principal())
            let counts = [
                ("live", figures.live), ("retention", figures.retention), ("legal-hold", figures.legalHold),
                ("deep-freeze", figures.deepFreeze),
            ]
            let custody = [("inCustody", figures.inCustody), ("awaitingCustody", figures.awaitingCustody)]
            values["trace"] = [
                "counts": counts.map { ["name": words["retention.\($0.0)"], "count": grouped($0.1)] }
                    + custody.map { ["name": words["kept.\($0.0)"], "count": grouped($0.1)] },
                "lacksCustodians": !figures.hasCustodians && figures.awaitingCustody > 0,
                "openings": try openings.rows.map { try row($0, names, typed: refused?.form) }, "hasOpenings": !openings.rows.isEmpty,
                "open": may(.reveal) ? [typed(.opening, refused?.form, at: .keptOpenings)] : [],
                "isLater": query("after") != nil, "first": ConsoleLink.kept.address,
                "next": openings.next.map { [address(.kept, keeping: [], after: $0.description)] } ?? [],
            ]
        }
        return ConsolePage(
            template: "kept", title: words["kept.title"], values: values, refusal: refused?.refusal,
            section: may(.answerRead) ? .answers : .kept)
    }

    private func typed(_ form: KeptForm, _ refused: KeptForm?, at link: ConsoleLink) -> [String: Any] {
        let isRefused = form == refused
        func text(_ name: String) -> String { isRefused ? self.form[name] ?? "" : "" }
        return [
            "act": link.address, "isRefused": isRefused, "number": text("number"), "at": text("at"), "caseNumber": text("caseNumber"),
            "reason": text("reason"),
            "roles": PartyRole.allCases.map {
                ["code": $0.rawValue, "name": words["party.\($0.pointer.dropFirst())"], "isChosen": text("role") == $0.rawValue]
            },
        ]
    }

    private func row(_ hold: StoredHold, _ names: [AccountID: String], typed: KeptForm?) throws -> [String: Any] {
        var values: [String: Any] = [
            "code": hold.code, "caseNumber": hold.caseNumber, "reason": hold.reason, "placed": words.time(hold.placedAt),
            "by": keeper(hold.placedBy, names), "isInForce": hold.release == nil,
        ]
        switch hold.thing {
        case .card(let card):
            let reference = try reference(card)
            values["card"] = ["href": ConsoleLink.card(reference).address, "name": reference]
        case .party(let party): values["party"] = words("kept.person", ["id": String(party.description.suffix(6))])
        }
        if let release = hold.release {
            values["released"] = ["at": words.time(release.at), "by": keeper(release.by, names), "reason": release.reason]
        } else if may(.legalHold) {
            let id = hold.id.description
            values["release"] = [acting(on: id, at: .releaseHold(id), "reason", typed)]
        }
        return values
    }

    private func row(_ opening: StoredOpening, _ names: [AccountID: String], typed: KeptForm?) throws -> [String: Any] {
        let state = opening.state(at: installation.now())
        let reference = try reference(opening.subscription)
        var values: [String: Any] = [
            "code": opening.code, "caseNumber": opening.caseNumber, "reason": opening.reason, "asked": words.time(opening.askedAt),
            "by": keeper(opening.askedBy, names), "state": words["opening.\(state.rawValue)"], "isOpen": state == .open,
            "card": ["href": ConsoleLink.card(reference).address, "name": reference],
        ]
        if let decision = opening.decision {
            values["decided"] = [
                "at": words.time(decision.at), "by": keeper(decision.by, names), "said": decision.note ?? "–",
                "until": opening.endsAt.map { words.time($0) } ?? "–",
            ]
        }
        if state == .asked, opening.askedBy != seat?.account, may(.reveal) {
            let id = opening.id.description
            values["decide"] = [acting(on: id, at: .decideOpening(id), "note", typed)]
        }
        return values
    }

    private func keeper(_ account: AccountID, _ names: [AccountID: String]) -> String {
        names[account] ?? String(account.description.suffix(6))
    }

    /// The form of a row, with what was typed into it.
    private func acting(on id: String, at link: ConsoleLink, _ field: String, _ typed: KeptForm?) -> [String: Any] {
        ["act": link.address, "typed": typed == .row(id) ? form[field] ?? "" : ""]
    }

    func placeHold() async throws -> Response {
        try await keeping(.hold) {
            let card = try askedCard()
            let role = try filled("role").map { text in
                guard let role = PartyRole(rawValue: text) else { throw Refusal.formUnreadable }
                return role
            }
            _ = try await installation.placeHold(
                as: principal(),
                HoldWish(
                    card, at: try moment("at"), role: role, caseNumber: form["caseNumber"] ?? "", reason: form["reason"] ?? ""))
        }
    }

    func releaseHold() async throws -> Response {
        try await keeping(.row(id)) {
            _ = try await installation.releaseHold(as: principal(), identifier(), reason: form["reason"] ?? "")
        }
    }

    func askForOpening() async throws -> Response {
        try await keeping(.opening) {
            _ = try await installation.askForOpening(
                as: principal(), askedCard(), at: try moment("at"), caseNumber: form["caseNumber"] ?? "", reason: form["reason"] ?? "")
        }
    }

    func decideOpening() async throws -> Response {
        try await keeping(.row(id)) {
            guard let verdict = form["verdict"].flatMap({ SealedOpeningVerdict(rawValue: $0) }) else { throw Refusal.formUnreadable }
            _ = try await installation.decideOpening(as: principal(), identifier(), verdict, note: filled("note"))
        }
    }

    /// What is refused is told above the forms, and what was typed stays in its own.
    private func keeping(_ form: KeptForm, _ act: () async throws -> Void) async throws -> Response {
        do {
            try await act()
            return redirect(to: .kept)
        } catch let refusal as Refusal where refusal.code != Refusal.notPermitted.code {
            return try await write(keptPage((form, refusal)))
        }
    }
}
