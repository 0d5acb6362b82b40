import Numbers
import Records
import Registry
import SQLCore

/// Sorts the cards of an application: which can be registered, and why the others cannot. Used within one transaction.
final class CardSorting {
    struct Exclusion: Hashable {
        let code: String
        let requirement: String
        let text: LocalText
    }

    private let session: any Session
    private let reach: CardIntervals
    private let cancelled: CardIntervals
    private let registration: StoredRegistration
    private let rule = PersonalRule()
    private let now: Instant
    private let today: Int64
    /// What was looked up already; nil: there is no such product.
    private var products: [Int64: ProductFacts?] = [:]
    /// Whether the registering agent has a contract in force for the carrier.
    private var contracted: [Carrier: Bool] = [:]
    /// Whether a registration that once answered for a card is a person's.
    private var persons: [RegistrationID: Bool] = [:]

    /// - Parameters:
    ///   - registration: the one that would hold the cards; they must be in the hands of its organisation's subtree.
    ///   - intervals: where the cards lie.
    init(registration: StoredRegistration, among intervals: [ClosedRange<Int64>], at now: Instant, in session: any Session) throws {
        self.session = session
        self.registration = registration
        self.now = now
        today = Self.day(of: now)
        reach = try Self.reach(of: registration, among: intervals, in: session)
        cancelled = try intervals.reduce(CardIntervals.none) { try $0.union(LifeRecords.cancelled(among: $1, in: session)) }
    }

    /// By which a contract is in force, `yyyymmdd`.
    static func day(of now: Instant) -> Int64 { Int64(CivilDate(shanghai: now).yyyymmdd) }

    /// An agent registers only for carriers with which it is under contract (R-AF-01, R-25-17); own halls and own staff need none.
    private func hasContract(for carrier: Carrier) throws -> Bool {
        switch registration.channel {
        case .hall, .accountManager: return true
        // The operating company's own cards may reach a person too.
        case .selfService where registration.path == .root: return true
        case .agent, .api, .selfService: break
        }
        if let known = contracted[carrier] { return known }
        let found = try ContractRecords.inForce(agent: registration.organisation, carrier: carrier, on: today, in: session) != nil
        contracted[carrier] = found
        return found
    }

    private func product(_ number: Int64) throws -> ProductFacts? {
        if let known = products[number] { return known }
        let found = try ProductRecords.find(number: number, in: session)?.facts
        products[number] = .some(found)
        return found
    }

    /// Whom its holder gives the card to comes before all others (R-LC-08). Only what was a person's is looked up card by card.
    private func isKeptForAnother(_ card: CardFacts) throws -> Bool {
        let former = card.holdings.holders(from: Instant(milliseconds: 0))
        guard try former.contains(where: isPersons), let kept = try CardReservation.standing(card.subscription, at: now, in: session) else {
            return false
        }
        return try !kept.admits(registration, in: session)
    }

    private func isPersons(_ id: RegistrationID) throws -> Bool {
        if let known = persons[id] { return known }
        let found = try RegistrationRecords.find(id, .everything, at: now, in: session)?.subject == .person
        persons[id] = found
        return found
    }

    /// As many stretches are looked up one by one; for more it is cheaper to read all of the organisation's.
    private static let stretchesMax = 64

    /// Cards that stand with the registering organisation or below; those of the operating company are all.
    /// Claims count only once they are confirmed, withdrawn ones never.
    private static func reach(
        of registration: StoredRegistration, among intervals: [ClosedRange<Int64>], in session: any Session
    ) throws -> CardIntervals {
        let scope =
            registration.path == .root
            ? Scope.everything : .subtree(organisation: registration.organisation, path: registration.path)
        let cards = CardIntervals(intervals.compactMap { CardInterval($0.lowerBound, $0.upperBound) })
        let parts =
            cards.intervals.count <= stretchesMax
            ? try CustodyRecords.parts(of: cards, scope: scope, in: session) : try CustodyRecords.parts(scope: scope, in: session)
        return CardIntervals(
            parts.filter { $0.custodian.standing == .stock || $0.custodian.standing == .allocated }.map(\.interval))
    }

    /// Why the card cannot be registered from `effective` on; nil when it can.
    func exclusion(_ card: CardFacts, from effective: Instant) throws -> Exclusion? {
        guard reach.contains(card.subscription) else { return .notHeld }
        guard !cancelled.contains(card.subscription) else { return .cancelled }
        // Whoever gave the card up for a later day answers for it until then, whoever will take it from then on.
        let holders = card.holdings.holders(from: effective)
        guard holders.isEmpty else { return holders == [registration.id] ? .alreadyHere : .alreadyRegistered }
        guard try !isKeptForAnother(card) else { return .keptForNextOwner }
        guard let product = try product(card.product) else { return .productUnknown }
        guard try hasContract(for: product.carrier) else { return .contractMissing }
        // What a unit may not have in its name, a person may.
        guard registration.subject == .unit else { return nil }
        return rule.ground(product, msisdn: card.msisdn).map { Exclusion($0) }
    }
}

extension CardSorting.Exclusion {
    static let notHeld = Self(
        code: "card-not-available", requirement: "R-25-17",
        text: LocalText(en: "The card is not in your hands, or its claim is not confirmed.", zh: "该卡不在您名下，或申领尚未确认。"))
    static let cancelled = Self(
        code: "card-cancelled", requirement: "R-LC-05",
        text: LocalText(en: "The card is cancelled; nobody can register it any more.", zh: "该卡已销户，不能再登记。"))
    static let alreadyHere = Self(
        code: "card-already-in-registration", requirement: "R-25-02",
        text: LocalText(en: "The card belongs to this registration already.", zh: "该卡已在本登记名下。"))
    static let alreadyRegistered = Self(
        code: "card-already-registered", requirement: "R-25-02",
        text: LocalText(en: "Somebody answers for the card already.", zh: "该卡已登记。"))
    static let keptForNextOwner = Self(
        code: "card-kept-for-next-owner", requirement: "R-LC-08",
        text: LocalText(en: "The card is kept for whom its holder gives it to.", zh: "此卡正在过户，暂仅限新用户办理登记。"))
    static let contractMissing = Self(
        code: "agent-contract-missing", requirement: "R-AF-01",
        text: LocalText(en: "The agent has no contract in force for the card's carrier.", zh: "代理商与该卡所属运营商没有有效合同。"))
    static let productUnknown = Self(
        code: "card-product-unknown", requirement: "R-AF-04",
        text: LocalText(en: "The card's product is not on record.", zh: "该卡套餐无记录。"))

    /// Every one but the grounds that force a personal registration.
    static let all: [Self] = [.notHeld, .cancelled, .alreadyHere, .alreadyRegistered, .keptForNextOwner, .contractMissing, .productUnknown]
}

extension Refusal {
    /// Why a card was left out, by the code that is kept; nil for one that no longer exists.
    package static func exclusion(_ code: String) -> Refusal? {
        if let exclusion = CardSorting.Exclusion.all.first(where: { $0.code == code }) { return Refusal(exclusion) }
        return PersonalRule.Ground(rawValue: code).map { Refusal(CardSorting.Exclusion($0)) }
    }

    init(_ exclusion: CardSorting.Exclusion) {
        self.init(
            exclusion.code, .invalid, requirements: [exclusion.requirement], en: exclusion.text.en, zh: exclusion.text.zh,
            pointer: "/cards")
    }
}

extension CardSorting.Exclusion {
    init(_ ground: PersonalRule.Ground) {
        self.init(code: ground.rawValue, requirement: ground.requirement, text: ground.text)
    }
}
