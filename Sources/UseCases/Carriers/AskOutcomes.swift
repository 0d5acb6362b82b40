import Records
import Registry
import SQLCore

extension Installation {
    /// Asks a carrier what became of what it was told, or may have been told. Answers whether there may be more at once.
    @discardableResult
    package func askOutcomes(_ gateway: any CarrierGateway) async throws -> Bool {
        let now = now()
        guard await !gateway.state().rests(at: now) else { return false }
        guard try await store.read({ try IntentRecords.isDue(.sent, gateway.carrier, at: now, in: $0) }) else { return false }
        guard try await hasTurn(at: gateway) else { return false }
        let until = now.adding(seconds: Self.answerSeconds)
        let taken = try await store.write { session in
            try self.takeQuestions(of: gateway.carrier, at: now, until: until, in: session)
        }
        guard !taken.isEmpty else { return false }
        let replies = await gateway.outcomes(of: taken.map(\.ticket))
        let forbidden = taken.indices.filter { replies[$0].isAboutState }
        let states = await gateway.shown(forbidden.map { ($0, taken[$0].ticket.order.card) })
        let after = self.now()
        let progress = OrderProgress(now: after, settings: settings)
        let steps = taken.indices.map { progress.step(afterAsking: replies[$0], taken[$0].intent, shown: states[$0]) }
        let services = taken.indices.filter { !taken[$0].intent.command.isAboutName }
        try await take(services.map { TakenStep(step: steps[$0], intent: taken[$0].intent, shown: states[$0]) }, at: after)
        for place in taken.indices where taken[place].intent.command.isAboutName {
            try await takeName(steps[place], of: taken[place].intent, at: after)
        }
        return replies.contains { if case .done = $0 { true } else { false } }
    }

    private static let questionsMax = 100

    private struct TakenQuestion: Sendable {
        let intent: CarrierIntent
        let ticket: CarrierTicket
    }

    private func takeQuestions(
        of carrier: Carrier, at now: Instant, until: Instant, in session: any Session
    ) throws -> [TakenQuestion] {
        let due = try IntentRecords.due(.sent, carrier, at: now, limit: Self.questionsMax, in: session)
        let numbers = try CarrierTruthRecords.cards(due.map(\.subscription), in: session)
        return try due.compactMap { intent in
            guard let number = numbers[intent.subscription], let id = intent.order, let wish = intent.toldAs,
                let held = try IntentRecords.hold(intent, until: until, in: session)
            else { return nil }
            let order = CarrierOrder(id: id, card: number, at: intent.createdAt)
            return TakenQuestion(intent: held, ticket: CarrierTicket(order: order, wish: wish, serial: intent.serial))
        }
    }
}

extension CarrierReply<CarrierOutcome> {
    /// Whether the card's state is why it is not done.
    fileprivate var isAboutState: Bool {
        switch self {
        case .done(.failed(.carrierStateForbids, _)), .refused(.carrierStateForbids, _): true
        default: false
        }
    }
}
