import Registry
import Synchronization
import TestKit
import UseCases

/// A carrier in memory: it takes on what it is told and shows it at once, unless the script says otherwise.
final class ScriptedCarrier: CarrierGateway {
    struct Telling: Hashable {
        let change: CarrierChange
        let order: CarrierOrderID
        let card: String
    }

    struct Naming: Hashable {
        let order: CarrierOrderID
        let card: String
        var identity: CarrierIdentity?
    }

    private struct Memory {
        var states: [String: CarrierLife] = [:]
        var names: [String: CarrierRegistered] = [:]
        var told: [Telling] = []
        var asked: [String] = []
        var tellings: [CarrierReply<CarrierCardState>] = []
        var locked: [String: Instant] = [:]
        var outcomes: [CarrierReply<CarrierOutcome>] = []
        var silence: [String: CarrierReply<CarrierCardState>] = [:]
        /// What is answered about real names instead, by card.
        var nameSilence: [String: CarrierReply<CarrierRealName>] = [:]
        var breaker = ProviderState.Breaker.closed
        var naming: [CarrierReply<CarrierRealName>] = []
        var submitted: [Naming] = []
        var cleared: [Naming] = []
        var named: Set<CarrierOrderID> = []
        var inviting: [CarrierReply<CarrierInvitation>] = []
        var invited: [String] = []
        /// Whose time goes on while it answers.
        var watch: MovedClock?
    }

    let name = "scripted"
    let carrier = Carrier.mobile
    let system = CarrierSystem.generic
    let capabilities: CarrierCapabilities
    private let memory = Mutex(Memory())

    init(offers operations: Set<CarrierOperation> = Set(CarrierOperation.allCases)) {
        capabilities = CarrierCapabilities(
            Dictionary(uniqueKeysWithValues: operations.map { ($0, CarrierCapability(.offered, cardsMax: 100)) }))
    }

    // MARK: The script

    /// Answers to the next orders, in their order; behind them all are taken on and in effect at once.
    func answers(_ replies: [CarrierReply<CarrierCardState>]) { memory.withLock { $0.tellings = replies } }
    /// Of these answers, those that no order came for.
    var answersLeft: Int { memory.withLock(\.tellings.count) }
    /// Answers to the next questions of what became of orders; behind them the card's state decides.
    func outcome(_ replies: [CarrierReply<CarrierOutcome>]) { memory.withLock { $0.outcomes = replies } }
    func lock(_ card: String, until: Instant?) { memory.withLock { $0.locked[card] = until } }
    func set(_ card: String, _ life: CarrierLife) { memory.withLock { $0.states[card] = life } }
    /// Somebody gave the card another SIM there: service and name are that one's.
    func move(_ card: String, toSIM other: String) {
        memory.withLock { memory in
            memory.states[other] = memory.states.removeValue(forKey: card)
            memory.names[other] = memory.names.removeValue(forKey: card)
        }
    }
    func say(_ reply: CarrierReply<CarrierRealName>?, ofNameOf card: String) { memory.withLock { $0.nameSilence[card] = reply } }
    func set(_ card: String, _ name: CarrierRegistered) { memory.withLock { $0.names[card] = name } }
    func say(_ reply: CarrierReply<CarrierCardState>?, of card: String) { memory.withLock { $0.silence[card] = reply } }
    /// A question about states takes a second of this clock.
    func takesTime(of clock: MovedClock) { memory.withLock { $0.watch = clock } }
    func rest(until: Instant?) { memory.withLock { $0.breaker = until.map { .open(until: $0) } ?? .closed } }

    /// Answers to the next orders about names, in their order; behind them all are taken on and in effect at once.
    func answersNames(_ replies: [CarrierReply<CarrierRealName>]) { memory.withLock { $0.naming = replies } }

    /// Answers to those who next want the carrier's own page for a person; behind them each gets one.
    func answersPages(_ replies: [CarrierReply<CarrierInvitation>]) { memory.withLock { $0.inviting = replies } }
    /// Cards for which its page was wanted, in order.
    var invited: [String] { memory.withLock(\.invited) }

    var submitted: [Naming] { memory.withLock(\.submitted) }
    var cleared: [Naming] { memory.withLock(\.cleared) }
    var told: [Telling] { memory.withLock(\.told) }
    /// Cards that it lets run.
    var running: Set<String> { memory.withLock { Set($0.states.filter { $0.value == .active }.keys) } }
    /// Cards about whose state it was asked, in order.
    var asked: [String] { memory.withLock(\.asked) }

    // MARK: The port

    func state() async -> ProviderState {
        ProviderState(
            breaker: memory.withLock(\.breaker), recentFailures: 0, underWay: 0, waiting: 0, asked: 0, answered: 0, failed: 0, costUnits: 0)
    }

    func states(of cards: [CarrierCard]) async -> [CarrierReply<CarrierCardState>] {
        memory.withLock(\.watch)?.move(seconds: 1)
        return memory.withLock { memory in
            cards.map { card in
                memory.asked.append(card.iccid)
                return memory.silence[card.iccid] ?? .done(Self.state(memory.states[card.iccid] ?? .ready))
            }
        }
    }

    func realNames(of cards: [CarrierCard]) async -> [CarrierReply<CarrierRealName>] {
        memory.withLock { memory in
            cards.map {
                memory.nameSilence[$0.iccid] ?? .done(CarrierRealName(word: memory.names[$0.iccid] ?? .registered, code: "1"))
            }
        }
    }

    func risks(of card: CarrierCard) async -> CarrierReply<[CarrierRisk]> { .done([]) }

    func tell(_ change: CarrierChange, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>] {
        memory.withLock { memory in
            orders.map { order in
                if let until = memory.locked[order.card.iccid] { return .locked(until: until) }
                let reply = memory.tellings.isEmpty ? nil : memory.tellings.removeFirst()
                switch reply {
                case .unreachable, .overQuota, .locked: return reply ?? .unclear(.lost)
                default: memory.told.append(Telling(change: change, order: order.id, card: order.card.iccid))
                }
                guard let reply else {
                    memory.states[order.card.iccid] = change == .suspend ? .stopped : .active
                    return .accepted(serial: "S\(memory.told.count)")
                }
                return reply
            }
        }
    }

    func startRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierInvitation> {
        memory.withLock { memory in
            memory.invited.append(order.card.iccid)
            if !memory.inviting.isEmpty { return memory.inviting.removeFirst() }
            let number = memory.invited.count
            return .done(
                CarrierInvitation(
                    address: "https://carrier.example/\(number)", serial: "P-\(number)", expires: order.at.adding(seconds: 1_800)))
        }
    }

    func submit(_ identity: CarrierIdentity, _ order: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        name(order, .registered, in: \.submitted, identity)
    }

    func clearRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierRealName> { name(order, .unregistered, in: \.cleared) }

    private func name(
        _ order: CarrierOrder, _ word: CarrierRegistered, in list: WritableKeyPath<Memory, [Naming]>, _ identity: CarrierIdentity? = nil
    ) -> CarrierReply<CarrierRealName> {
        memory.withLock { memory in
            let reply = memory.naming.isEmpty ? nil : memory.naming.removeFirst()
            switch reply {
            case .unreachable, .overQuota, .locked: return reply ?? .unclear(.lost)
            default: memory[keyPath: list].append(Naming(order: order.id, card: order.card.iccid, identity: identity))
            }
            if let reply { return reply }
            memory.names[order.card.iccid] = word
            memory.named.insert(order.id)
            return .accepted(serial: "R-\(memory.submitted.count + memory.cleared.count)00")
        }
    }

    func outcomes(of tickets: [CarrierTicket]) async -> [CarrierReply<CarrierOutcome>] {
        memory.withLock { memory in
            tickets.map { ticket in
                if !memory.outcomes.isEmpty { return memory.outcomes.removeFirst() }
                if memory.named.contains(ticket.order.id) { return .done(.inEffect) }
                guard case .change(let change) = ticket.wish,
                    change.isInEffect(memory.states[ticket.order.card.iccid] ?? .ready) == true
                else { return .done(ticket.serial == nil ? .notInEffect : .pending) }
                return .done(.inEffect)
            }
        }
    }

    func judge(_ notice: CarrierNotice) -> CarrierNoticeVerdict {
        notice.word == "an-invented-word" ? .authentic(mark: String(decoding: notice.body, as: UTF8.self)) : .refused
    }

    func close() async {}

    static func state(_ life: CarrierLife) -> CarrierCardState { CarrierCardState(word: life, code: life.rawValue) }
}

extension LifeSteps {
    /// All there is to do with a carrier, until nothing is due, or so many times a hundred cards.
    func carry(_ carrier: ScriptedCarrier, times: Int = 50) async throws {
        for _ in 0..<times {
            let hasTold = try await shiming.tellCarrier(carrier)
            let hasAsked = try await shiming.askOutcomes(carrier)
            let hasHeard = try await shiming.askCarrierTruth(carrier)
            if !hasTold, !hasAsked, !hasHeard { return }
        }
    }

    /// And again after so long.
    func carry(_ carrier: ScriptedCarrier, after seconds: Int64) async throws {
        world.clock.move(seconds: seconds)
        try await carry(carrier)
    }

    func cases() async throws -> [LifeCaseKind] {
        try await shiming.listLifeCases(as: controller).rows.map(\.kind)
    }
}
