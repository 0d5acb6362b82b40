import Registry

/// A card as the simulated carriers know it. Nobody's.
package struct SimulatedCard: Sendable {
    /// Why a carrier will not hear of it.
    package enum Trouble: String, CaseIterable, Sendable {
        case none
        case unknown
        case notOurs = "not-ours"
        /// The carrier stopped it, and only it resumes it.
        case carrierStop = "carrier-stop"
    }

    package var iccid: String
    package var msisdn: String
    package var life: CarrierLife
    package var registered: CarrierRegistered
    package var trouble: Trouble
    /// Of the last operation.
    var operated: Instant?
    /// What comes into effect later.
    var due: [Effective] = []
    /// What came into effect, in order: each time it did, whether or not it changed anything.
    package internal(set) var effects: [Effective] = []

    /// An operation that was taken on.
    package struct Effective: Hashable, Sendable {
        package let at: Instant
        package let effect: Effect
        /// As what whoever told it calls it; nil where its interface has no such number.
        package let order: String?
    }

    package enum Effect: Hashable, Sendable {
        case life(CarrierLife)
        case registered(CarrierRegistered)
    }

    package init(
        iccid: String, msisdn: String, life: CarrierLife = .active, registered: CarrierRegistered = .unregistered,
        trouble: Trouble = .none
    ) {
        self.iccid = iccid
        self.msisdn = msisdn
        self.life = life
        self.registered = registered
        self.trouble = trouble
    }

    /// A card nobody placed: derived from the last digits of its number (docs/carriers.md has the table).
    static func derived(_ number: String) -> SimulatedCard {
        let trouble: Trouble =
            switch number.suffix(2) {
            case "91": .unknown
            case "92": .notOurs
            case "93": .carrierStop
            default: .none
            }
        let life: CarrierLife =
            switch number.last {
            case "6": .testable
            case "7": .stock
            case "8": .ready
            case "9": .stopped
            case "3" where trouble == .carrierStop: .stopped
            default: .active
            }
        return SimulatedCard(
            iccid: number, msisdn: number, life: life, registered: number.hasSuffix("1") ? .registered : .unregistered, trouble: trouble)
    }

    mutating func takeEffect(until now: Instant) {
        guard !due.isEmpty else { return }
        for one in due.filter({ $0.at <= now }).sorted(by: { $0.at < $1.at }) {
            switch one.effect {
            case .life(let word): life = word
            case .registered(let word): registered = word
            }
            effects.append(one)
        }
        due.removeAll { $0.at <= now }
    }
}
