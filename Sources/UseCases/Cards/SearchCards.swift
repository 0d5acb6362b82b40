import Records
import Registry

extension Installation {
    /// For each number, in the order given: its card, or nil when there is none within scope.
    /// Numbers of any kind, also card references, mixed. Throws `search-too-large`.
    package func searchCards(as principal: Principal, numbers: [String]) async throws -> [CardView?] {
        guard numbers.count <= settings.searchNumbersMax else { throw Refusal.searchTooLarge(settings.searchNumbersMax) }
        return try await look(as: principal, needs: .cardRead) { session in
            let selecting = try selecting(principal.scope, in: session)
            return try numbers.map { number in
                guard let subscription = try selecting.card(number) else { return nil }
                return try CardRecords.find(subscription, scope: principal.scope, at: selecting.now, in: session).map(view)
            }
        }
    }
}

extension Refusal {
    package static func searchTooLarge(_ max: Int) -> Refusal {
        Refusal(
            "search-too-large", .tooLarge, en: "More than \(max) numbers at once.", zh: "一次查询的号码超过\(max)个。",
            mend: LocalText(en: "Divide the list.", zh: "请分批查询。"))
    }
}
