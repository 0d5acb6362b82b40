import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Vault
import Web

extension ConsoleVisit {
    /// The cards to which something happens, or has happened, of which people are told: by kind and day.
    func dueCards() async throws -> Response {
        let kinds = NoticeKind.allCases.filter { $0.matter == .card }
        let kind = query("kind").flatMap { NoticeKind(rawValue: $0) }.flatMap { kinds.contains($0) ? $0 : nil } ?? .silentEnd
        let day = try day("day")
        let after = try place(2).map { keys throws(Refusal) in
            guard let at = Int64(keys[0]), let card = installation.secrets.references.subscription(from: keys[1]) else {
                throw .cursorUnknown
            }
            return LifeNoticeRecords.Notice(subscription: card, stepAt: Instant(milliseconds: at), kind: kind.rawValue)
        }
        let found = try await installation.listLifeNotices(as: principal(), kind, day: day, after: after, limit: 50)
        let cards = try await cardRows(found.rows.map { try reference($0.subscription) })
        let next = try found.next.map { "\($0.stepAt.milliseconds).\(try reference($0.subscription))" }
        return write(
            ConsolePage(
                template: "due-cards", title: words["due.title"],
                values: [
                    "tabs": values(of: carrierTabs, at: .dueCards), "action": ConsoleLink.dueCards.address, "day": day?.description ?? "",
                    "kinds": kinds.map { ["code": $0.rawValue, "name": name(of: $0), "isChosen": $0 == kind] },
                    "notices": try found.rows.map { try row($0, cards) }, "isEmpty": found.rows.isEmpty,
                    "next": next.map { [address(.dueCards, keeping: ["kind", "day"], after: $0)] } ?? [],
                ], section: carrierTabs.first?.link))
    }

    /// What comes to a card, or came: a step of its life, or a stop.
    func name(of kind: NoticeKind) -> String {
        if let step = kind.step { return words["step.\(step.name)"] }
        if let stop = kind.stop { return words("due.stop", ["reason": stop.text.text(in: language)]) }
        return words["noticeKind.\(kind.rawValue)"]
    }

    private func row(_ notice: LifeNoticeRecords.Notice, _ cards: [String: CardView]) throws -> [String: Any] {
        let reference = try reference(notice.subscription)
        var values = named(reference, in: cards).merging(["at": words.time(notice.stepAt)]) { $1 }
        guard let card = cards[reference]?.card else { return values }
        let facts: [String: Any] = [
            "carrier": carrierName(card.carrier), "product": card.productName, "batch": card.batch,
            "service": card.service.state.text.text(in: language), "serviceMark": Self.mark(of: card.service),
            "stops": stops(card.service.stops), "isStopped": !card.service.stops.reasons.isEmpty,
        ]
        values.merge(facts) { $1 }
        return values
    }
}
