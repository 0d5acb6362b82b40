import Registry
import UseCases

extension CarrierGateway {
    /// Fills what is nil by the states the carrier shows now.
    func settled(
        _ tickets: [CarrierTicket], _ outcomes: [CarrierReply<CarrierOutcome>?]
    ) async -> [CarrierReply<CarrierOutcome>] {
        var outcomes = outcomes
        let open = tickets.indices.filter { outcomes[$0] == nil }
        let changes = open.filter { if case .change = tickets[$0].wish { true } else { false } }
        let others = open.filter { !changes.contains($0) }
        for (place, state) in zip(changes, await states(of: changes.map { tickets[$0].order.card })) {
            guard case .change(let change) = tickets[place].wish else { continue }
            outcomes[place] = state.map { (state) -> CarrierOutcome in
                switch change.isInEffect(state.word) {
                case true?: .inEffect
                case false?: tickets[place].serial == nil ? .notInEffect : .pending
                case nil: .pending
                }
            }
        }
        for (place, found) in zip(others, await realNames(of: others.map { tickets[$0].order.card })) {
            outcomes[place] = found.map { $0.outcome(of: tickets[place]) }
        }
        return outcomes.map { $0 ?? .unclear(.lost) }
    }
}

extension CarrierRealName {
    func outcome(of ticket: CarrierTicket) -> CarrierOutcome {
        switch (word, ticket.wish) {
        case (.registered, .clearing), (.unregistered, .registration): ticket.serial == nil ? .notInEffect : .pending
        case (.registered, _), (.unregistered, _): .inEffect
        case (.refused, .registration): .failed(.carrierIdentityRefused, code: code)
        case (.underReview, _), (.refused, _), (.unknown, _): .pending
        }
    }
}
