import Numbers
import Records
import Registry
import SQLCore

/// Sorts the cards of an application: which can be registered, and why the others cannot.
struct CardSorting {
    struct Exclusion: Hashable {
        let code: String
        let requirement: String
        let text: LocalText
    }

    private let products: [Int64: ProductFacts]
    private let reach: CardIntervals
    private let registration: RegistrationID
    private let rule = PersonalRule()
    /// Carriers for which the registering agent has a contract in force; nil where none is demanded (own halls, own staff).
    private let contracted: Set<Carrier>?

    /// `registration`: the one that would hold the cards; they must be in the hands of its organisation's subtree.
    init(act: Act, registration: StoredRegistration) throws {
        products = Dictionary(
            uniqueKeysWithValues: try ProductRecords.all(in: act.session).map { ($0.number, $0.facts) })
        reach = try CardSorting.reach(of: registration, in: act.session)
        self.registration = registration.id
        contracted = try Self.contracted(registration, products: products, act)
    }

    /// An agent registers only for carriers with which it is under contract (R-AF-01, R-25-17).
    private static func contracted(
        _ registration: StoredRegistration, products: [Int64: ProductFacts], _ act: Act
    ) throws -> Set<Carrier>? {
        guard registration.channel == .agent || registration.channel == .api else { return nil }
        let today = Int64(CivilDate(shanghai: act.now).yyyymmdd)
        return try Set(products.values.map(\.carrier)).filter { carrier in
            try ContractRecords.inForce(agent: registration.organisation, carrier: carrier, on: today, in: act.session) != nil
        }
    }

    /// Cards that stand with the registering organisation or below; those of the operating company are all.
    /// Claims count only once they are confirmed, withdrawn ones never.
    private static func reach(of registration: StoredRegistration, in session: any Session) throws -> CardIntervals {
        let scope =
            registration.path == .root
            ? Scope.everything : .subtree(organisation: registration.organisation, path: registration.path)
        return CardIntervals(
            try CustodyRecords.parts(scope: scope, in: session)
                .filter { $0.custodian.standing == .stock || $0.custodian.standing == .allocated }.map(\.interval))
    }

    /// Why the card cannot be registered from `effective` on; nil when it can.
    func exclusion(_ card: CardFacts, from effective: Instant) -> Exclusion? {
        guard reach.contains(card.subscription) else { return .notHeld }
        // Whoever gave the card up for a later day answers for it until then, whoever will take it from then on.
        let holders = card.holdings.holders(from: effective)
        guard holders.isEmpty else { return holders == [registration] ? .alreadyHere : .alreadyRegistered }
        guard let product = products[card.product] else { return .productUnknown }
        if let contracted, !contracted.contains(product.carrier) { return .contractMissing }
        return rule.ground(product, msisdn: card.msisdn).map {
            Exclusion(code: $0.rawValue, requirement: $0.requirement, text: $0.text)
        }
    }
}

extension CardSorting.Exclusion {
    static let notHeld = Self(
        code: "card-not-available", requirement: "R-25-17",
        text: LocalText(en: "The card is not in your hands, or its claim is not confirmed.", zh: "该卡不在您名下，或申领尚未确认。"))
    static let alreadyHere = Self(
        code: "card-already-in-registration", requirement: "R-25-02",
        text: LocalText(en: "The card belongs to this registration already.", zh: "该卡已在本登记名下。"))
    static let alreadyRegistered = Self(
        code: "card-already-registered", requirement: "R-25-02",
        text: LocalText(en: "Somebody answers for the card already.", zh: "该卡已登记。"))
    static let contractMissing = Self(
        code: "agent-contract-missing", requirement: "R-AF-01",
        text: LocalText(en: "The agent has no contract in force for the card's carrier.", zh: "代理商与该卡所属运营商没有有效合同。"))
    static let productUnknown = Self(
        code: "card-product-unknown", requirement: "R-AF-04",
        text: LocalText(en: "The card's product is not on record.", zh: "该卡套餐无记录。"))
}
