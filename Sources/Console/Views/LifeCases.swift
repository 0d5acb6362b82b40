import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Vault
import Web

extension ConsoleVisit {
    func lifeCases() async throws -> Response { try await write(lifeCasesPage()) }

    /// Where carrier and we disagree, the longest first; theirs beside ours, and what may be done about it.
    ///
    /// - Parameter contacts: how those are reached who claim the card that the address names.
    private func lifeCasesPage(_ refusal: Refusal? = nil, contacts: [ClaimContact] = []) async throws -> ConsolePage {
        let after = try place(3).map { keys throws(Refusal) in
            guard let opened = Int64(keys[0]), let card = installation.secrets.references.subscription(from: keys[1]),
                let kind = LifeCaseKind(rawValue: keys[2])
            else { throw .cursorUnknown }
            return LifeCaseRecords.Case(subscription: card, openedAt: Instant(milliseconds: opened), kind: kind)
        }
        let found = try await installation.listLifeCases(as: principal(), after: after, limit: 25)
        let cards = try await cardRows(found.rows.map { try reference($0.subscription) })
        let now = installation.now()
        var rows: [[String: Any]] = []
        for open in found.rows { rows.append(try await row(open, cards, contacts, at: now)) }
        let next = try found.next.map { "\($0.openedAt.milliseconds).\(try reference($0.subscription)).\($0.kind.rawValue)" }
        return ConsolePage(
            template: "life-cases", title: words["lifeCases.title"],
            values: [
                "tabs": values(of: carrierTabs, at: .lifeCases), "cases": rows, "isEmpty": rows.isEmpty, "isLater": query("after") != nil,
                "first": ConsoleLink.lifeCases.address, "next": next.map { [address(.lifeCases, keeping: [], after: $0)] } ?? [],
            ], refusal: refusal, section: carrierTabs.first?.link)
    }

    private func row(
        _ open: LifeCaseRecords.Case, _ cards: [String: CardView], _ contacts: [ClaimContact], at now: Instant
    ) async throws -> [String: Any] {
        let reference = try reference(open.subscription)
        let view = try await installation.readLife(as: principal(), reference: reference, tells: false)
        let life = view.life
        let truth = view.truth
        var values = named(reference, in: cards)
        let more: [String: Any] = [
            "kind": words["lifeCase.\(open.kind.rawValue)"], "kindCode": open.kind.rawValue,
            "hint": words["lifeHint.\(open.kind.rawValue)"], "openedAt": String(open.openedAt.milliseconds),
            "opened": words.time(open.openedAt), "age": age(from: open.openedAt, to: now),
            "carrier": cards[reference].map { carrierName($0.card.carrier) } ?? "",
            "oursService": Self.mark(of: life.standing) + " " + life.standing.state.text.text(in: language),
            "oursStops": stops(life.standing.stops), "isStopped": !life.standing.stops.reasons.isEmpty,
            "oursName": words[life.isHeld ? "cards.registered" : "cards.vacant"],
            "theirsService": truth?.refusal.map(truthRefusal) ?? truth?.state?.word.text.text(in: language) ?? words["card.notAsked"],
            "isAsked": truth.map { $0.refusal != nil || $0.state != nil || $0.realName != nil } ?? false,
            "theirsName": truth?.realName?.word.text.text(in: language) ?? words["card.notAsked"],
            "mend": ConsoleLink.mendLifeCase(reference).address, "close": ConsoleLink.closeLifeCase(reference).address,
            "ask": ConsoleLink.askCarrier(reference).address, "mayAsk": may(.cardLife),
            "mends": open.kind.mends.enumerated().map { place, mend -> [String: Any] in
                ["code": mend.rawValue, "name": words["lifeMend.\(mend.rawValue)"], "isUsual": place == 0]
            },
        ]
        values.merge(more) { $1 }
        if open.cards > 1 {
            let most = RegisteredHereOnlyRecords.countedMax
            let count = open.cards < most ? grouped(Int64(open.cards)) : grouped(Int64(most - 1)) + "+"
            values["standsFor"] = words("lifeCases.standsFor", ["n": count])
        }
        if open.contacts > 0, may(.reveal) {
            values["contacts"] = [
                [
                    "text": words("lifeCases.contacts", ["n": String(open.contacts)]),
                    "action": address(.claimContacts(reference), keeping: [], after: query("after")),
                    "shown": reference == id ? contacts.map { $0.phone + " · " + words.time($0.leftAt) } : [],
                    "isHidden": reference != id || contacts.isEmpty,
                ] as [String: Any]
            ]
        }
        if let at = truth?.stateAt { values["theirsAt"] = words.time(at) }
        return values
    }

    private func truthRefusal(_ code: String) -> String { words.has("reply.\(code)") ? words["reply.\(code)"] : code }

    private func namedCase() throws(Refusal) -> (kind: LifeCaseKind, openedAt: Instant) {
        guard let kind = form["kind"].flatMap({ LifeCaseKind(rawValue: $0) }), let opened = form["openedAt"].flatMap({ Int64($0) }) else {
            throw .formUnreadable
        }
        return (kind, Instant(milliseconds: opened))
    }

    func mendLifeCase() async throws -> Response {
        do {
            let (kind, openedAt) = try namedCase()
            guard let mend = form["mend"].flatMap({ LifeMend(rawValue: $0) }) else { throw Refusal.formUnreadable }
            try await installation.mendLifeCase(as: principal(), card: id, kind: kind, openedAt: openedAt, mend)
        } catch let refusal as Refusal {
            return try await write(lifeCasesPage(refusal))
        }
        return redirect(to: .lifeCases)
    }

    /// In clear, with a purpose; it is on the trail.
    func claimContacts() async throws -> Response {
        do {
            let found = try await installation.readClaimContacts(as: principal(), card: id, purpose: form["purpose"] ?? "")
            return try await write(lifeCasesPage(contacts: found))
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .notFound {
            return try await write(lifeCasesPage(refusal))
        }
    }

    func closeLifeCase() async throws -> Response {
        do {
            let (kind, openedAt) = try namedCase()
            try await installation.closeLifeCase(as: principal(), card: id, kind: kind, openedAt: openedAt)
        } catch let refusal as Refusal {
            return try await write(lifeCasesPage(refusal))
        }
        return redirect(to: .lifeCases)
    }
}
