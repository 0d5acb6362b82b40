/// One service life of a card's service (入网). Registrations attach to it and never to a number, so a number that is used again inherits
/// nothing (docs/data-model.md). Keyed by a number inside, by a reference at the edge.
package enum Subscription {}

/// How a card came here; the raw values stand in the database.
package enum CardOrigin: Int64, CaseIterable, Sendable {
    /// Taken into the operating company's stock.
    case stock = 0
    /// Claimed by an agent.
    case claim = 1
    /// Was in service already (R-25-24).
    case existing = 2

    package var name: String {
        switch self {
        case .stock: "stock"
        case .claim: "claim"
        case .existing: "existing"
        }
    }
}

/// What a file of cards is: who may send it, and what the cards become.
package enum IntakeKind: String, CaseIterable, Sendable {
    /// The operating company's own stock.
    case stock
    /// An agent says it holds these cards; so it stays until allocation or a carrier look-up confirms it.
    case claim
    /// Cards in service, with whatever is known of them.
    case existing

    package var permission: Permission {
        switch self {
        case .stock: .stockIntake
        case .claim: .claimIntake
        case .existing: .existingIntake
        }
    }

    package var origin: CardOrigin {
        switch self {
        case .stock: .stock
        case .claim: .claim
        case .existing: .existing
        }
    }

    package var standing: CustodyStanding { self == .claim ? .claimed : .stock }
    package var act: CustodyActKind { self == .claim ? .claim : .intake }
}

/// Where an intake stands.
package enum IntakeState: String, CaseIterable, Sendable {
    /// Somebody looks at what would become of it first.
    case held
    case queued
    case running
    case done
    /// The file as a whole cannot be taken; nothing of it was.
    case failed
    /// Stopped by a person; what was committed before stays.
    case cancelled

    package var isFinal: Bool { ![.held, .queued, .running].contains(self) }
}

package enum Intake {}
package typealias IntakeID = Identifier<Intake>
