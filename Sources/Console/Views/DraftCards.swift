import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func draftCards() async throws -> Response { try await draftCardsPage() }

    /// Of the cards chosen so many are named.
    private static let cardsListed = 100

    /// What choosing came to: which of the numbers sent are no cards of ours is on no record, so it is shown at once.
    private struct Chosen {
        let selected: SelectedCards
        let numbers: [String]
    }

    private func draftCardsPage(_ chosen: Chosen? = nil, _ refusal: Refusal? = nil) async throws -> Response {
        guard let view = try await openDraft() else { return redirect(to: .application(id)) }
        let examined = try await installation.examineApplication(as: principal(), identifier())
        let cards = try await installation.examineCards(as: principal(), identifier(), most: 100)
        var values = draftValues(view, examined, at: .cards)
        values["action"] = ConsoleLink.draftStep(id, .cards).address
        values["next"] = ConsoleLink.draftStep(id, .evidence).address
        values["needs"] = needs(.cards, examined).map { demandValues($0, examined) }
        values["hasCards"] = view.application.cards > 0
        let named = try await installation.applicationCards(as: principal(), identifier(), most: Self.cardsListed)
        values["named"] = named.map { ["href": ConsoleLink.card($0.reference).address, "iccid": $0.card.iccid] }
        values["isFew"] = view.application.cards <= 20
        values["moreCards"] =
            view.application.cards > Self.cardsListed ? [words("case.firstCards", ["n": String(Self.cardsListed)])] : []
        for name in ["batch", "from", "to", "numbers"] { values[name] = chosen == nil ? form[name] ?? "" : "" }
        values.merge(cardValues(cards)) { $1 }
        if let chosen {
            let missing = chosen.selected.notFoundPositions.compactMap { chosen.numbers.indices.contains($0) ? chosen.numbers[$0] : nil }
            values["outcome"] = [
                "text": words("draft.chosen", ["n": String(chosen.selected.cards)]), "hasMissing": chosen.selected.notFound > 0,
                "missingText": words("draft.notFound", ["n": String(chosen.selected.notFound)]),
                "missing": missing.prefix(200).map { ["number": $0] },
                "repeated": chosen.selected.repeated > 0 ? [words("draft.repeated", ["n": String(chosen.selected.repeated)])] : [],
            ]
        }
        return write(
            ConsolePage(
                template: "draft-cards", title: stepTitle(view, .cards), values: values, refusal: refusal,
                section: registrationTabs.first?.link))
    }

    /// Replaces the cards of the draft.
    func chooseDraftCards() async throws -> Response {
        do {
            let selector = try chosenCards()
            let selected = try await installation.selectCards(as: principal(), identifier(), version: sentVersion(), selector)
            guard selected.notFound > 0 || selected.repeated > 0 else { return redirect(to: .draftStep(id, .cards)) }
            var numbers: [String] = []
            if case .numbers(let named) = selector { numbers = named }
            return try await draftCardsPage(Chosen(selected: selected, numbers: numbers))
        } catch let refusal as Refusal where [.invalid, .stale, .tooLarge].contains(refusal.kind) {
            return try await draftCardsPage(nil, refusal)
        }
    }
}
