import Records
import Registry
import Vault

extension Installation {
    /// One card by its reference. Throws `not-found` also for a card of others.
    package func readCard(as principal: Principal, reference: String) async throws -> CardDetail {
        let now = now()
        return try await look(as: principal, needs: .cardRead) { session in
            guard let subscription = secrets.references.subscription(from: reference),
                let card = try CardRecords.find(subscription, scope: principal.scope, at: now, in: session),
                let product = try ProductRecords.find(card.product, in: session)
            else { throw Refusal.notFound }
            return CardDetail(
                view: try view(card), product: product,
                custody: try CustodyRecords.history(of: subscription, scope: principal.scope, in: session))
        }
    }
}
