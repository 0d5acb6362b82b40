import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Registry
import UseCases
import Web

extension Visit {
    /// What is registered of the person, once he has proved who he is; until then how to.
    func mine() async throws -> Response {
        do {
            return write(ownPage(try await installation.readOwnData(as: principal())))
        } catch let refusal as Refusal where refusal.code == Refusal.identityNotProved.code {
            return write(proofPage(try await installation.readOwnMatters(as: principal()).proof))
        }
    }

    func beginProof() async throws -> Response {
        do {
            let view = try await installation.beginProof(as: principal())
            return redirect(to: view.isOpen ? way(view).next.address : "/p/mine")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return write(proofPage(nil, [PageError(refusal, in: language)]))
        }
    }

    func dispute() async throws -> Response {
        try await ownAct { _ = try await installation.disputeCard(as: principal(), code: typed("code", most: 40), in: language) }
    }

    func releaseOwn() async throws -> Response {
        try await ownAct { _ = try await installation.releaseOwnCard(as: principal(), code: typed("code", most: 40), in: language) }
    }

    func bringBackOwn() async throws -> Response {
        try await ownAct { try await installation.bringBackOwnCard(as: principal(), code: typed("code", most: 40)) }
    }

    func beginCorrection() async throws -> Response {
        let view: PersonalCaseView
        do {
            view = try await installation.beginCorrection(as: principal(), code: typed("code", most: 40))
        } catch let refusal as Refusal where refusal.code == Refusal.identityNotProved.code {
            return redirect(to: "/p/mine")
        }
        return redirect(to: view.isOpen ? way(view).next.address : "/p/mine")
    }

    /// Answered by the law, never by deleting.
    func askForDeletion() async throws -> Response {
        let answer = try await installation.askForDeletion(as: principal())
        return write(
            Page(
                template: "deletion", title: words["mine.deletionTitle"], values: ["answer": answer.ground.text(in: language)],
                here: "/p/mine"))
    }

    /// A file for the person to keep.
    func copyOfMine() async throws -> Response {
        let own = try await installation.readOwnData(as: principal())
        var response = json(OwnCopy(own, words), .ok)
        response.headers[.contentDisposition] = "attachment; filename=\"my-registered-data.json\""
        return response
    }

    func reusePictures() async throws -> Response {
        do {
            return redirect(to: way(try await installation.reusePictures(as: principal())).next.address)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            // Before consents, or where there are none any more: the ordinary way.
            return redirect(to: refusal.code == "consent-needed" ? "\(Step.consent.address)?errors=1" : "/p")
        }
    }

    private func ownAct(_ act: () async throws -> Void) async throws -> Response {
        do {
            try await act()
        } catch let refusal as Refusal where [.conflict, .forbidden, .notFound].contains(refusal.kind) {
            // Asked twice, or too late: the page says how it stands.
            return redirect(to: "/p/mine")
        }
        return redirect(to: "/p/mine")
    }

    // MARK: Pages

    private func proofPage(_ proof: OwnMatter?, _ errors: [PageError] = []) -> Page {
        let state = proof?.state
        var values: [String: Any] = [
            "isWaiting": state == .submitted || state == .checking, "isOver": state == .approved,
            "beginText": words[state?.isOpenToSubmitter == true ? "mine.goOn" : "mine.begin"],
        ]
        if state == .sentBack || state == .refused { values["reasons"] = texts(proof?.reasons ?? []) }
        return Page(
            template: "mine", title: words["mine.title"], status: errors.isEmpty ? .ok : .conflict, values: values, errors: errors,
            here: "/p/mine")
    }

    private func texts(_ reasons: [DecisionReason]) -> [[String: Any]] { reasons.map { ["text": $0.text(in: language)] } }

    private func ownPage(_ own: OwnData) -> Page {
        var values: [String: Any] = [
            "until": words("mine.until", ["time": words.time(own.until)]), "rows": rows(of: own),
            "cards": own.cards.map(card), "hasCards": !own.cards.isEmpty, "count": words("mine.count", ["n": String(own.cards.count)]),
            "looks": own.looks.map { look -> [String: Any] in
                ["text": look.act.text.text(in: language), "organisation": look.organisation, "when": words.time(look.at)]
            }, "hasLooks": !own.looks.isEmpty,
        ]
        if let correction = own.correction, !correction.state.isDecided || correction.state == .refused {
            values["correction"] = [
                "text": words["mine.correction.\(correction.state.rawValue)"], "isOpen": correction.state.isOpenToSubmitter,
                "reasons": texts(correction.reasons),
            ]
        }
        if let first = own.cards.first { values["correct"] = ["code": first.code] }
        return Page(template: "own", title: words["mine.title"], values: values, here: "/p/mine")
    }

    private func card(_ card: OwnData.Card) -> [String: Any] {
        var values: [String: Any] = [
            "code": card.code, "iccid": card.iccid, "product": card.productName, "carrier": name(of: card.carrier),
            "kind": words["kind.\(card.cardClass.rawValue)"], "agent": card.agentName, "mayAsk": card.matter == nil,
        ]
        if let at = card.registeredAt { values["since"] = words("mine.since", ["time": words.time(at)]) }
        if let end = card.cancelledUnlessBroughtBack {
            values["ending"] = ["text": words("mine.cancelling", ["time": words.time(end)])]
        }
        if let matter = card.matter {
            let name = matter.kind == .dispute ? "mine.disputed" : matter.transferUntil == nil ? "mine.givenUp" : "transfer.underWay"
            values["matter"] = words(name, ["time": words.time(matter.since)])
            values["mayCallOff"] = matter.transferUntil != nil
        }
        return values
    }

    private func rows(of own: OwnData) -> [[String: Any]] {
        let facts = PartyFacts(own.identity)
        let values: [(String, String?)] = [
            ("details.name", facts.name), ("details.documentType", facts.documentType.map { words["type.\($0)"] }),
            ("details.documentNumber", facts.documentNumber), ("details.birthDate", facts.birthDate),
            ("details.address", facts.address), ("details.contact", facts.contact),
            ("details.validFrom", facts.validFrom),
            ("details.validUntil", facts.validUntil == DayText.longTerm ? words["details.longTerm"] : facts.validUntil),
        ]
        return values.compactMap { name, value in
            guard let value, !value.isEmpty else { return nil }
            return ["label": words[name], "value": value]
        }
    }
}

/// The copy of his data that a person takes with him, with names a reader understands.
private struct OwnCopy: Encodable {
    struct Card: Encodable {
        let code: String
        let iccid: String
        let carrier: String
        let product: String
        let soldBy: String
        let registeredAt: String?
    }

    struct Look: Encodable {
        let at: String
        let what: String
        let organisation: String
    }

    let operatorName: String
    let person: PartyFacts
    let recordedAt: String
    let cards: [Card]
    let looks: [Look]

    init(_ own: OwnData, _ words: Words) {
        operatorName = own.operatorName
        person = PartyFacts(own.identity)
        recordedAt = words.time(own.recordedAt)
        cards = own.cards.map {
            Card(
                code: $0.code, iccid: $0.iccid, carrier: $0.carrier.code, product: $0.productName, soldBy: $0.agentName,
                registeredAt: $0.registeredAt.map(words.time))
        }
        looks = own.looks.map { Look(at: words.time($0.at), what: $0.act.text.text(in: words.language), organisation: $0.organisation) }
    }
}
