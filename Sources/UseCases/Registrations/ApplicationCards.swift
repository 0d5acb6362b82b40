import Records
import Registry

extension Installation {
    /// The first of the cards an application is about, by the order in which they came in: those within the reader's scope.
    ///
    /// - Parameter most: how many of its cards are looked at.
    package func applicationCards(as principal: Principal, _ id: ApplicationID, most: Int) async throws -> [CardView] {
        let now = now()
        return try await look(as: principal, needs: .registrationRead) { session in
            guard try ApplicationRecords.find(id, principal.scope, in: session) != nil else { throw Refusal.notFound }
            var subscriptions: [Int64] = []
            for interval in try ApplicationRecords.intervals(id, in: session) {
                subscriptions += interval.prefix(most - subscriptions.count)
            }
            let cards = try subscriptions.compactMap { try CardRecords.find($0, scope: principal.scope, at: now, in: session) }
            return try cards.map(view)
        }
    }
}
