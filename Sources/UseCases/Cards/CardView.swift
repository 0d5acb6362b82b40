import Records
import Registry
import Vault

/// A card with the name it has at the edge.
package struct CardView: Hashable, Sendable {
    /// `card_…`
    package let reference: String
    package let card: CardRecord
}

/// A card with its past, as far as the reader had a part in it.
package struct CardDetail: Hashable, Sendable {
    package let view: CardView
    /// The product as it is now.
    package let product: ProductRecord
    /// Acts of custody within scope, oldest first.
    package let custody: [CustodyActRecord]
}

extension Installation {
    func view(_ card: CardRecord) throws -> CardView {
        CardView(reference: try secrets.references.text(for: card.subscription), card: card)
    }
}
