import Ledger
import Records
import Registry
import SQLCore

extension Installation {
    /// Tells a carrier what is wished of it and due, one wish a card at a time. Each is marked as told before it is, so that whoever is stopped in
    /// between asks what became of it (R-LC-09). Answers whether there may be more at once.
    @discardableResult
    package func tellCarrier(_ gateway: any CarrierGateway) async throws -> Bool {
        let now = now()
        guard await !gateway.state().rests(at: now) else { return false }
        guard try await store.read({ try IntentRecords.isDue(.waiting, gateway.carrier, at: now, in: $0) }) else { return false }
        guard try await hasTurn(at: gateway) else { return false }
        let capabilities = gateway.capabilities
        let isOneByOne = CarrierChange.allCases.allSatisfy { capabilities[$0.operation].cardsMax <= 1 }
        let limit = isOneByOne ? Self.ordersOneByOne : Self.ordersMax
        let taken = try await store.write { session in
            try self.takeOrders(of: gateway.carrier, at: now, limit: limit, in: session) { capabilities.offers($0.operation) }
        }
        var hasMore = taken.isEmpty
        for (wish, orders) in Dictionary(grouping: taken, by: \.wish).sorted(by: { $0.key.name < $1.key.name }) {
            if case .change(let change) = wish {
                let replies = await gateway.tell(change, orders.map(\.order))
                if try await note(replies, of: orders, from: gateway) { hasMore = true }
            } else {
                for order in orders where try await tellName(wish, order.intent, order.order, gateway) { hasMore = true }
            }
        }
        return hasMore
    }

    /// Taken at once, so that all are told well within the time they are held for.
    private static let ordersMax = 100
    private static let ordersOneByOne = 20
    /// The longest any of them may take; then somebody else asks.
    static let answerSeconds: Int64 = 600

    private struct TakenOrder: Sendable {
        let intent: CarrierIntent
        let wish: CarrierWish
        let order: CarrierOrder
    }

    private func takeOrders(
        of carrier: Carrier, at now: Instant, limit: Int, in session: any Session, offers: (CarrierWish) -> Bool
    ) throws -> [TakenOrder] {
        let due = try IntentRecords.due(.waiting, carrier, at: now, limit: limit, in: session)
        let cards = Set(due.map(\.subscription)).sorted()
        let open = try IntentRecords.open(of: cards, in: session)
        let numbers = try CarrierTruthRecords.cards(cards, in: session)
        let truths = try CarrierTruthRecords.find(cards, in: session)
        var taken: [TakenOrder] = []
        var names = 0
        for card in cards {
            let intents = try withoutVain(open[card] ?? [], at: now, in: session)
            let plan = IntentPlan(
                intents.map {
                    OpenIntent(
                        ordinal: $0.ordinal, command: $0.command, isTold: $0.state == .sent, isTakenOn: $0.serial != nil,
                        isByHand: $0.state == .byHand, isDue: $0.dueAt.map { $0 <= now } ?? true)
                },
                theirs: truths[card]?.state?.word, offers: offers)
            for intent in intents {
                if plan.waitsForAnswer {
                    try holdBack(intent, at: now, in: session)
                } else if plan.superseded.contains(intent.ordinal) {
                    try IntentRecords.end(intent, as: .superseded, code: nil, at: now, in: session)
                } else if plan.byHand.contains(intent.ordinal) {
                    try leaveToHands(intent, at: now, in: session)
                } else if let tell = plan.tell, tell.ordinal == intent.ordinal, let due = intent.dueAt, due <= now,
                    let number = numbers[card]
                {
                    if intent.command.isAboutName { names += 1 }
                    guard !intent.command.isAboutName || names <= Self.ordersOneByOne else { continue }
                    let order = CarrierOrder(
                        id: intent.toldAs == tell.wish ? intent.order ?? fresh() : fresh(), card: number, at: intent.createdAt)
                    let answerBy = now.adding(seconds: Self.answerSeconds)
                    let told = try IntentRecords.tell(intent, to: tell.wish, as: order.id, at: now, answerBy: answerBy, in: session)
                    if let told { taken.append(TakenOrder(intent: told, wish: tell.wish, order: order)) }
                } else if plan.later.contains(intent.ordinal) {
                    try holdBack(intent, at: now, in: session)
                }
            }
        }
        return taken
    }

    /// Its turn comes after another of the card.
    private func holdBack(_ intent: CarrierIntent, at now: Instant, in session: any Session) throws {
        guard intent.state == .waiting, let due = intent.dueAt, due <= now else { return }
        try IntentRecords.hold(intent, until: now.adding(seconds: 15), in: session)
    }

    /// Somebody sees to it at the carrier; its state shows whether it is needed, and later whether he did.
    private func leaveToHands(_ intent: CarrierIntent, at now: Instant, in session: any Session) throws {
        guard try IntentRecords.leaveToHands(intent, in: session) else { return }
        try CarrierTruthRecords.askAbout(intent.subscription, of: intent.carrier, .urgent, at: now, in: session)
    }

    /// Answers whether anything came of it.
    private func note(
        _ replies: [CarrierReply<CarrierCardState>], of orders: [TakenOrder], from gateway: any CarrierGateway
    ) async throws -> Bool {
        let forbidden = orders.indices.filter { if case .refused(.carrierStateForbids, _) = replies[$0] { true } else { false } }
        let states = await gateway.shown(forbidden.map { ($0, orders[$0].order.card) })
        let now = now()
        let progress = OrderProgress(now: now, settings: settings)
        let steps = orders.indices.map { progress.step(afterTelling: replies[$0], orders[$0].intent, shown: states[$0]) }
        try await take(
            orders.indices.map { TakenStep(step: steps[$0], intent: orders[$0].intent, shown: states[$0]) }, toldAt: now, at: now)
        return steps.contains { if case .tell = $0 { false } else { true } }
    }

    struct TakenStep: Sendable {
        let step: OrderStep
        let intent: CarrierIntent
        /// What the carrier said of the card's state.
        let shown: CarrierCardState?
    }

    /// Keeps what came of wishes, told at `toldAt` where it was just now. Whoever follows the cards is told of those that are over.
    func take(_ taken: [TakenStep], toldAt: Instant? = nil, at now: Instant) async throws {
        guard taken.contains(where: \.step.isEnd) else {
            return try await store.write { session in
                for one in taken { try self.take(one, toldAt: toldAt, at: now, in: session) }
            }
        }
        try await act(as: .system, .intentsEnded, needs: nil) { act in
            for state in [IntentState.done, .failed] {
                let cards = try taken.filter { ($0.step == .inEffect) == (state == .done) }.filter {
                    try act.installation.take($0, toldAt: toldAt, at: now, in: act.session)
                }.map(\.intent.subscription)
                try act.ended(Set(cards), as: state)
            }
        }
    }

    /// What took effect, and what never will, makes the carrier's state worth a question. Answers whether the wish is over by it.
    @discardableResult
    private func take(_ taken: TakenStep, toldAt: Instant?, at now: Instant, in session: any Session) throws -> Bool {
        let (step, intent, shown) = (taken.step, taken.intent, taken.shown)
        if let shown {
            var truth =
                try CarrierTruthRecords.find(intent.subscription, in: session)
                ?? CarrierTruth(subscription: intent.subscription, carrier: intent.carrier)
            try keep(shown, in: &truth, at: now, in: session)
            try CarrierTruthRecords.put(truth, in: session)
        }
        switch step {
        case .ask(let instant, let serial, let code):
            try IntentRecords.ask(intent, at: spread(instant), toldAt: toldAt, serial: serial, code: code, in: session)
        case .tell(let instant, let wasTold, let code):
            try IntentRecords.wait(intent, until: spread(instant), wasTold: wasTold, code: code, in: session)
        case .inEffect:
            guard try IntentRecords.end(intent, as: .done, code: nil, at: now, in: session) else { return false }
            try LifeCaseRecords.closeAll(
                [.carrierRefused], of: intent.subscription, by: Principal.system.account, at: now, in: session)
            try CarrierTruthRecords.askAbout(intent.subscription, of: intent.carrier, .urgent, at: now, in: session)
        case .failed(let code):
            guard try IntentRecords.end(intent, as: .failed, code: code, at: now, in: session) else { return false }
            try LifeCaseRecords.open(.init(subscription: intent.subscription, openedAt: now, kind: .carrierRefused), in: session)
            try CarrierTruthRecords.askAbout(intent.subscription, of: intent.carrier, .urgent, at: now, in: session)
        }
        return step.isEnd
    }

    /// What failed together is not tried again together.
    private func spread(_ instant: Instant) -> Instant {
        Instant(milliseconds: instant.milliseconds + Int64(chance.words().0 % 1_000))
    }
}

extension TrailAction {
    static let intentsEnded = TrailAction("carrier-intents.ended")
}

extension OrderStep {
    fileprivate var isEnd: Bool {
        switch self {
        case .inEffect, .failed: true
        case .ask, .tell: false
        }
    }
}

extension Act {
    /// What was wished of these cards' carrier is over.
    func ended(_ cards: Set<Int64>, as state: IntentState) throws {
        guard !cards.isEmpty else { return }
        recording.note(state.rawValue, .integer(Int64(cards.count)))
        try recording.changed(
            CardIntervals(subscriptions: cards.sorted()), CardChange(.carrier, after: state.rawValue, effectiveFrom: now))
    }
}

extension CarrierGateway {
    /// Where cards stand about whose state the carrier complained, by their place.
    func shown(_ cards: [(place: Int, card: CarrierCard)]) async -> [Int: CarrierCardState] {
        guard !cards.isEmpty else { return [:] }
        var shown: [Int: CarrierCardState] = [:]
        for (card, reply) in zip(cards, await states(of: cards.map(\.card))) { shown[card.place] = reply.value }
        return shown
    }
}
