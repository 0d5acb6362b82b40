import Numbers

/// What the checks of a person's card depend on. Product and age are found out, never asked.
package struct VerificationSituation: Hashable, Sendable {
    package var product: ProductFacts
    /// What the card is in, by the word of the agent that issued it; nil when nobody said.
    package var deviceType: String?
    package var documentType: DocumentType
    /// Province of the card, two digits of GB/T 2260; nil when unknown.
    package var province: Int64?
    package var risk: RiskLevel
    /// Whole years of age; nil when the document does not tell it.
    package var age: Int?
    /// What was answered where nothing tells the age yet.
    package var isSaidUnder14: Bool
    package var hasProxy: Bool
    /// Whether the card's number is one of a telephone: of 11 digits, outside the 148 range (R-IC-05). Not where it has none on record.
    package var hasOrdinaryNumber: Bool

    package init(
        product: ProductFacts, deviceType: String? = nil, documentType: DocumentType, province: Int64? = nil, risk: RiskLevel = .ordinary,
        age: Int? = nil, isSaidUnder14: Bool = false, hasProxy: Bool = false, hasOrdinaryNumber: Bool = false
    ) {
        self.product = product
        self.deviceType = deviceType
        self.documentType = documentType
        self.province = province
        self.risk = risk
        self.age = age
        self.isSaidUnder14 = isSaidUnder14
        self.hasProxy = hasProxy
        self.hasOrdinaryNumber = hasOrdinaryNumber
    }

    /// What the card lets its user do.
    package var uses: Set<VerificationCondition.Use> { hasOrdinaryNumber ? product.uses.union([.ordinaryNumber]) : product.uses }
}

/// For which situations a rule is made; what is nil does not narrow it.
package struct VerificationCondition: Hashable, Sendable {
    package enum Use: String, CaseIterable, Sendable {
        /// Voice or SMS is subscribed (R-IC-05).
        case voiceOrSMS = "voice-or-sms"
        /// General traffic, also within the monthly threshold (R-IC-03).
        case generalTraffic = "general-traffic"
        case directedOnly = "directed-only"
        /// The card has an 11-digit number, other than of the 148 range (R-IC-05).
        case ordinaryNumber = "ordinary-number"
    }

    package var cardClasses: Set<CardClass>?
    package var uses: Set<Use>?
    package var deviceTypes: Set<String>?
    package var documentTypes: Set<DocumentType>?
    package var provinces: Set<Int64>?
    package var riskAtLeast: RiskLevel?

    package init(
        cardClasses: Set<CardClass>? = nil, uses: Set<Use>? = nil, deviceTypes: Set<String>? = nil,
        documentTypes: Set<DocumentType>? = nil, provinces: Set<Int64>? = nil, riskAtLeast: RiskLevel? = nil
    ) {
        self.cardClasses = cardClasses
        self.uses = uses
        self.deviceTypes = deviceTypes
        self.documentTypes = documentTypes
        self.provinces = provinces
        self.riskAtLeast = riskAtLeast
    }

    /// Whether the rule counts. Where a narrowing fact is unknown it counts: not knowing never spares a check.
    package func matches(_ situation: VerificationSituation) -> Bool {
        (cardClasses?.contains(situation.product.cardClass) ?? true)
            && (uses.map { !$0.isDisjoint(with: situation.uses) } ?? true)
            && (deviceTypes.map { types in situation.deviceType.map(types.contains) ?? true } ?? true)
            && (documentTypes?.contains(situation.documentType) ?? true)
            && (provinces.map { codes in situation.province.map(codes.contains) ?? true } ?? true)
            && situation.risk >= (riskAtLeast ?? .low)
    }

    /// Whether it holds in every situation in which `other` holds.
    package func covers(_ other: VerificationCondition) -> Bool {
        func includes<Value>(_ mine: Set<Value>?, _ theirs: Set<Value>?) -> Bool {
            guard let mine else { return true }
            return theirs.map(mine.isSuperset) ?? false
        }
        return includes(cardClasses, other.cardClasses) && includes(uses, other.uses) && includes(deviceTypes, other.deviceTypes)
            && includes(documentTypes, other.documentTypes) && includes(provinces, other.provinces)
            && (riskAtLeast ?? .low) <= (other.riskAtLeast ?? .low)
    }
}

extension ProductFacts {
    /// What the product lets its user do.
    package var uses: Set<VerificationCondition.Use> {
        var uses: Set<VerificationCondition.Use> = []
        if voice || sms { uses.insert(.voiceOrSMS) }
        if traffic == .general { uses.insert(.generalTraffic) }
        if uses.isEmpty { uses.insert(.directedOnly) }
        return uses
    }
}
