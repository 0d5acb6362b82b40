import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// What is kept after the end: how much in which phase, holds for cases, and requests to open what is sealed.
    func kept() async throws -> Response { try await write(keptPage()) }

    private func keptPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        guard may(.retentionRead) || may(.legalHold) else { throw Refusal.notPermitted }
        let holds = try await installation.holdsInForceFirst(as: principal(), limit: 100)
        var values: [String: Any] = [
            "holds": try holds.map { try holdRow($0) }, "hasHolds": !holds.isEmpty, "mayHold": may(.legalHold),
            "hold": ConsoleLink.keptHolds.address, "mayTrace": may(.retentionRead),
            "roles": PartyRole.allCases.map {
                ["code": $0.rawValue, "name": words["party.\($0.pointer.dropFirst())"], "isChosen": form["role"] == $0.rawValue]
            },
            "number": form["number"] ?? "", "at": form["at"] ?? "", "caseNumber": form["caseNumber"] ?? "", "reason": form["reason"] ?? "",
        ]
        if may(.retentionRead) {
            let figures = try await installation.retentionFigures(as: principal())
            let openings = try await installation.listOpenings(as: principal(), limit: 50).rows
            let more: [String: Any] = [
                "counts": [
                    ("live", figures.live), ("retention", figures.retention), ("legal-hold", figures.legalHold),
                    ("deep-freeze", figures.deepFreeze),
                ].map { ["name": words["retention.\($0.0)"], "count": grouped($0.1)] },
                "openings": try openings.map { try openingRow($0) }, "hasOpenings": !openings.isEmpty,
                "mayOpen": may(.reveal), "open": ConsoleLink.keptOpenings.address,
            ]
            values.merge(more) { $1 }
        }
        return ConsolePage(template: "kept", title: words["kept.title"], values: values, refusal: refusal, section: .answers)
    }

    private func holdRow(_ hold: StoredHold) throws -> [String: Any] {
        var values: [String: Any] = [
            "code": hold.code, "caseNumber": hold.caseNumber, "reason": hold.reason, "placed": words.time(hold.placedAt),
            "by": keeper(hold.placedBy), "isInForce": hold.release == nil,
        ]
        switch hold.thing {
        case .card(let card):
            let reference = try reference(card)
            values["card"] = ["href": ConsoleLink.card(reference).address, "name": reference]
        case .party(let party): values["party"] = words("kept.person", ["id": String(party.description.suffix(6))])
        }
        if let release = hold.release {
            values["released"] = ["at": words.time(release.at), "by": keeper(release.by), "reason": release.reason]
        } else if may(.legalHold) {
            values["release"] = [ConsoleLink.releaseHold(hold.id.description).address]
        }
        return values
    }

    private func openingRow(_ opening: StoredOpening) throws -> [String: Any] {
        let state = opening.state(at: installation.now())
        let reference = try reference(opening.subscription)
        var values: [String: Any] = [
            "code": opening.code, "caseNumber": opening.caseNumber, "reason": opening.reason, "asked": words.time(opening.askedAt),
            "by": keeper(opening.askedBy), "state": words["opening.\(state.rawValue)"], "isOpen": state == .open,
            "card": ["href": ConsoleLink.card(reference).address, "name": reference],
        ]
        if let decision = opening.decision {
            values["decided"] = [
                "at": words.time(decision.at), "by": keeper(decision.by), "said": decision.note ?? "–",
                "until": decision.verdict == .approve ? words.time(decision.openUntil) : "–",
            ]
        }
        if state == .asked, opening.askedBy != seat?.account, may(.reveal) {
            values["decide"] = [ConsoleLink.decideOpening(opening.id.description).address]
        }
        return values
    }

    private func keeper(_ account: AccountID) -> String {
        account == seat?.account ? words["trail.you"] : String(account.description.suffix(6))
    }

    func placeHold() async throws -> Response {
        try await keeping {
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
        try await keeping {
            _ = try await installation.releaseHold(as: principal(), identifier(), reason: form["reason"] ?? "")
        }
    }

    func askForOpening() async throws -> Response {
        try await keeping {
            _ = try await installation.askForOpening(
                as: principal(), askedCard(), at: try moment("at"), caseNumber: form["caseNumber"] ?? "", reason: form["reason"] ?? "")
        }
    }

    func decideOpening() async throws -> Response {
        try await keeping {
            guard let verdict = form["verdict"].flatMap({ SealedOpeningVerdict(rawValue: $0) }) else { throw Refusal.formUnreadable }
            _ = try await installation.decideOpening(as: principal(), identifier(), verdict, note: filled("note"))
        }
    }

    /// What is refused is told above the forms, and what was typed stays.
    private func keeping(_ act: () async throws -> Void) async throws -> Response {
        do {
            try await act()
            return redirect(to: .kept)
        } catch let refusal as Refusal where refusal.code != Refusal.notPermitted.code {
            return try await write(keptPage(refusal))
        }
    }
}
