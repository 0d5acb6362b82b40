import Records
import Registry
import Vault

extension Installation {
    /// Cards within scope by the order in which they came in, after the card `cursor`. Where few cards are as asked, a page may hold fewer than
    /// its limit, or none, and still have a next one: so many were looked at.
    package func listCards(
        as principal: Principal, filter: CardFilter = CardFilter(), after cursor: String? = nil, limit: Int? = nil
    ) async throws -> Page<CardView, String> {
        let limit = settings.rows(limit)
        let after = try cursor.map { text in
            guard let subscription = secrets.references.subscription(from: text) else { throw Refusal.cursorUnknown }
            return subscription
        }
        try filter.demand(of: principal)
        let now = now()
        return try await look(as: principal, needs: .cardRead) { session in
            let found = try CardRecords.page(
                after: after ?? 0, filter: filter, scope: principal.scope, at: now, limit: limit + 1,
                lookedMax: settings.pageCardsLookedMax, in: session)
            let views = try found.cards.map(view)
            if let last = found.lookedUpTo { return Page(rows: views, next: try secrets.references.text(for: last)) }
            return Page(views, limit: limit) { $0.reference }
        }
    }
}

extension CardFilter {
    /// In whose name cards are registered is asked by whoever may read registrations.
    func demand(of principal: Principal) throws(Refusal) {
        if unit != nil { try principal.demand(.registrationRead) }
    }
}

extension Refusal {
    package static let cursorUnknown = Refusal(
        "cursor-unknown", .malformed, house: .form, en: "This cursor was not given out here.", zh: "分页游标无效。",
        mend: LocalText(en: "Begin again with the first page.", zh: "请从第一页重新查询。"))
}
