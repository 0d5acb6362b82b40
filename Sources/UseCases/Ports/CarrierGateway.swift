import Registry

/// One connection to a carrier's platform, as a port. The platforms differ in almost everything; what each can do is data
/// (`capabilities`), and what it cannot is refused before anything is sent. Await it outside of every transaction.
///
/// Two rules hold for all of them. **Taken on is not in effect**: a command's answer says that the carrier took it, its state says what
/// came of it. **Told once**: after `unclear` the carrier is asked (`outcomes`), never told again blindly.
package protocol CarrierGateway: Sendable {
    /// The connection's own name, as in its file.
    var name: String { get }
    var carrier: Carrier { get }
    var system: CarrierSystem { get }
    var capabilities: CarrierCapabilities { get }
    /// What its quotas are counted by; nil where none is to hold over several servers.
    var allowance: (any CarrierAllowance)? { get }

    /// How it is doing at the moment, as we have seen it.
    func state() async -> ProviderState

    /// One answer a card, in the order of the cards.
    func states(of cards: [CarrierCard]) async -> [CarrierReply<CarrierCardState>]
    func realNames(of cards: [CarrierCard]) async -> [CarrierReply<CarrierRealName>]
    func risks(of card: CarrierCard) async -> CarrierReply<[CarrierRisk]>

    /// One answer an order, in the order given. Done only where the carrier itself states the new state.
    func tell(_ change: CarrierChange, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>]

    /// The carrier's own page for one person and one card.
    func startRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierInvitation>
    func submit(_ identity: CarrierIdentity, _ order: CarrierOrder) async -> CarrierReply<CarrierRealName>
    func clearRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierRealName>

    /// What became of what was told, or may have been; costs the carrier nothing but a question.
    func outcomes(of tickets: [CarrierTicket]) async -> [CarrierReply<CarrierOutcome>]

    /// Whether something that came to this connection's door is its carrier's.
    func judge(_ notice: CarrierNotice) -> CarrierNoticeVerdict

    func close() async
}

extension CarrierGateway {
    package var allowance: (any CarrierAllowance)? { nil }
}

/// One wish, made and stored before the carrier is told of it. Whatever serial the carrier wants of us is made from it, so the same order
/// told again is the same order.
package struct CarrierOrder: Hashable, Sendable {
    package let id: CarrierOrderID
    package let card: CarrierCard
    /// When the wish was made.
    package let at: Instant

    package init(id: CarrierOrderID, card: CarrierCard, at: Instant) {
        self.id = id
        self.card = card
        self.at = at
    }
}

/// What somebody has of something that was told: enough to ask what became of it.
package struct CarrierTicket: Hashable, Sendable {
    package let order: CarrierOrder
    package let wish: CarrierWish
    /// What it is known by at the carrier once it was taken on; nil where the carrier's answer was lost.
    package let serial: String?

    package init(order: CarrierOrder, wish: CarrierWish, serial: String?) {
        self.order = order
        self.wish = wish
        self.serial = serial
    }
}

package enum CarrierOutcome: Hashable, Sendable {
    /// The carrier works on it, or waits for the person.
    case pending
    /// The carrier's own state shows it.
    case inEffect
    /// The carrier knows nothing of it, or shows the state from before.
    case notInEffect
    case failed(Refusal, code: String)
}

/// What a carrier answered, about one card.
package enum CarrierReply<Value: Hashable & Sendable>: Hashable, Sendable {
    case done(Value)
    /// Taken on, not in effect: ask later, by what it is known by there.
    case accepted(serial: String)
    case refused(Refusal, code: String)
    /// The card was operated on a moment ago; nothing was told, or it counts for nothing (R-LC-09).
    case locked(until: Instant)
    /// Nothing was told.
    case overQuota(until: Instant)
    /// Nothing was told; the carrier cannot be reached, or is not asked for a while.
    case unreachable(retryAfterSeconds: Int64)
    /// It was told, and what came back is no answer. It may have taken effect.
    case unclear(CarrierSilence)

    package func map<Other>(_ change: (Value) -> Other) -> CarrierReply<Other> {
        switch self {
        case .done(let value): .done(change(value))
        case .accepted(let serial): .accepted(serial: serial)
        case .refused(let refusal, let code): .refused(refusal, code: code)
        case .locked(let until): .locked(until: until)
        case .overQuota(let until): .overQuota(until: until)
        case .unreachable(let seconds): .unreachable(retryAfterSeconds: seconds)
        case .unclear(let silence): .unclear(silence)
        }
    }

    package var value: Value? { if case .done(let value) = self { value } else { nil } }
}

/// In what way an answer is none.
package enum CarrierSilence: Hashable, Sendable {
    /// None came, or only a part of it.
    case lost
    case fault(AnswerFault)
}

/// Where a person registers at the carrier. Good for whoever has it, so it is nobody else's.
package struct CarrierInvitation: Hashable, Sendable, Unshown {
    /// HTTPS, at a host that was agreed on.
    package let address: String
    package let serial: String
    /// Links die: they are fetched when they are needed, never kept.
    package let expires: Instant

    package init(address: String, serial: String, expires: Instant) {
        self.address = address
        self.serial = serial
        self.expires = expires
    }
}

/// Who is registered at the carrier, where its interface takes it from us.
package struct CarrierIdentity: Hashable, Sendable, Unshown {
    package let identity: ClaimedIdentity
    /// As on the document.
    package let address: String?

    package init(identity: ClaimedIdentity, address: String?) {
        self.identity = identity
        self.address = address
    }
}

/// The connections of an installation. The first of a carrier is the one that is asked.
package struct CarrierGateways: Sendable {
    package let all: [any CarrierGateway]

    package init(_ all: [any CarrierGateway]) { self.all = all }

    package subscript(carrier: Carrier) -> (any CarrierGateway)? { all.first { $0.carrier == carrier } }

    /// One a carrier.
    package var asked: [any CarrierGateway] { all.filter { self[$0.carrier]?.name == $0.name } }
}
