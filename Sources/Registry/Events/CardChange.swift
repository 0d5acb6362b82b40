/// What happened to a card, in a word.
package enum CardChangeKind: String, CaseIterable, Sendable {
    /// It came into somebody's hands, or left them.
    case custody
    /// Its service began, stopped, went on or ended.
    case life
    /// Somebody answers for it, or nobody does any more.
    case holding
    /// It is declared for another device.
    case device
    /// Its service has another SIM.
    case sim
    /// What was wished of its carrier came to an end there.
    case carrier
}

/// How far somebody has read the changes: up to this card of this one, and no further.
package struct ChangePosition: Hashable, Comparable, Sendable {
    package let number: Int64
    package let card: Int64

    package init(number: Int64, card: Int64) {
        self.number = number
        self.card = card
    }

    /// All of the changes up to this one. They are numbered from 1: that of 0 is before everything.
    package static func end(of number: Int64) -> ChangePosition { ChangePosition(number: number, card: .max) }

    package static func < (left: ChangePosition, right: ChangePosition) -> Bool {
        (left.number, left.card) < (right.number, right.card)
    }
}

extension ChangePosition {
    /// `NUMBER`, or `NUMBER.CARD`, the card by its name at the edge.
    package func text(_ reference: (Int64) throws -> String) rethrows -> String {
        card == .max ? "\(number)" : "\(number).\(try reference(card))"
    }

    package init?(_ text: String, _ subscription: (String) -> Int64?) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let number = Int64(parts[0]), number >= 0 else { return nil }
        guard parts.count == 2 else {
            self = .end(of: number)
            return
        }
        guard let card = subscription(String(parts[1])) else { return nil }
        self.init(number: number, card: card)
    }
}
