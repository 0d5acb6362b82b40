/// One demand of a policy: in these situations these methods are needed, and why.
package struct VerificationRule: Hashable, Sendable {
    package let condition: VerificationCondition
    package let methods: Set<VerificationMethod>
    /// The requirement it rests on (`R-IC-05`); nil for what an organisation demands of its own accord.
    package let requirement: String?
    package let reason: LocalText

    package init(_ condition: VerificationCondition, _ methods: Set<VerificationMethod>, requirement: String?, reason: LocalText) {
        self.condition = condition
        self.methods = methods
        self.requirement = requirement
        self.reason = reason
    }

    init(_ condition: VerificationCondition, _ methods: Set<VerificationMethod>, _ requirement: String, _ en: String, _ zh: String) {
        self.init(condition, methods, requirement: requirement, reason: LocalText(en: en, zh: zh))
    }
}

/// What an organisation demands of those who register its cards in person. The operating company's is the floor; an agent's adds to it.
package struct VerificationPolicy: Hashable, Sendable {
    package enum Approval: String, CaseIterable, Sendable {
        /// A reviewer looks at every case.
        case reviewer
        /// What every machine agrees on needs no reviewer. Never without a liveness verdict.
        case machine
    }

    package var rules: [VerificationRule]
    package var approval: Approval
    /// Most cards of a class that one person may have with one carrier (R-IC-16, R-PH-03).
    package var cardsPerPerson: [CardClass: Int]
    /// Submissions a person may make for one card in a day (Q-03: three tries online, then elsewhere).
    package var attemptsMax: Int?
    /// Days for which a person who was verified need not photograph the document again; nil or 0: always anew.
    package var reuseDays: Int?
    /// Whether the agent's own reviewers may look at the cases, pictures and all; only where every policy above says so too. Else the
    /// agent learns what came out and sees no picture (R-DP-04, Q-09).
    package var agentReviews: Bool

    package init(
        rules: [VerificationRule], approval: Approval = .reviewer, cardsPerPerson: [CardClass: Int] = [:], attemptsMax: Int? = nil,
        reuseDays: Int? = nil, agentReviews: Bool = false
    ) {
        self.rules = rules
        self.approval = approval
        self.cardsPerPerson = cardsPerPerson
        self.attemptsMax = attemptsMax
        self.reuseDays = reuseDays
        self.agentReviews = agentReviews
    }
}

extension VerificationPolicy {
    /// The floor until the operating company sets its own (docs/verification-policies.md says why each).
    package static let standardFloor = VerificationPolicy(
        rules: [
            VerificationRule(
                VerificationCondition(), [.documentData, .documentPhotos], "R-25-06",
                "Whoever registers shows a valid document and gives the data on it.", "办理登记须出示有效证件并提供证件信息。"),
            VerificationRule(
                VerificationCondition(uses: [.voiceOrSMS]), [.face], "R-PH-04",
                "A card with voice or SMS needs a live check of the person.", "开通语音或短信的卡须进行在线实人认证。"),
            VerificationRule(
                VerificationCondition(cardClasses: [.wearable, .portableWiFi, .phone]), [.face], "R-PH-06",
                "Cards sold to persons are used only after a live check of the person.", "面向个人销售的卡须进行实人认证后方可使用。"),
            VerificationRule(
                VerificationCondition(cardClasses: [.vehicle]), [.handHeldPhoto], "R-VC-02",
                "The owner of a vehicle is verified as a telephone user is.", "车主身份按电话用户实名登记要求核验。"),
            VerificationRule(
                VerificationCondition(cardClasses: [.iotGeneral], uses: [.generalTraffic]), [.handHeldPhoto], "R-IC-03",
                "General traffic above the threshold needs the actual user's own registration.", "非定向流量超过门槛须登记实际使用人。"),
            VerificationRule(
                VerificationCondition(riskAtLeast: .high), [.face, .handHeldPhoto], "R-PH-07",
                "A card of high risk needs a second check of the person.", "高风险卡须进行二次实人认证。"),
            VerificationRule(
                VerificationCondition(cardClasses: [.wearable, .portableWiFi, .phone]), [.documentData], "R-IC-06",
                "Cards sold to persons are registered to a person by name first, and used then.", "面向个人销售的卡须先登记个人实名，后使用。"),
            VerificationRule(
                VerificationCondition(uses: [.voiceOrSMS]), [.documentData], "R-IC-05",
                "A card with voice or SMS is registered to a person by name.", "开通语音或短信的卡须登记个人实名。"),
            VerificationRule(
                VerificationCondition(uses: [.ordinaryNumber]), [.documentData], "R-IC-05",
                "An 11-digit number is registered to a person by name.", "11 位号码须登记个人实名。"),
        ],
        approval: .reviewer, cardsPerPerson: [.phone: 5, .wearable: 10, .portableWiFi: 3, .iotGeneral: 10, .vehicle: 10],
        attemptsMax: 3)

    /// What no policy can change.
    static func statutory(_ situation: VerificationSituation) -> [VerificationRule] {
        var rules: [VerificationRule] = []
        if situation.documentType == .householdRegister {
            rules.append(
                VerificationRule(
                    VerificationCondition(), [.guardian], "R-25-08", "A household register is for minors, with their guardian.",
                    "户口簿仅限未成年人，须由监护人陪同。"))
        }
        if situation.age.map({ $0 < 14 }) ?? situation.isSaidUnder14 {
            rules.append(
                VerificationRule(
                    VerificationCondition(), [.guardian], "R-DP-06", "Under 14 a guardian consents and shows a document.",
                    "未满 14 周岁须监护人同意并出示证件。"))
        }
        if situation.hasProxy {
            rules.append(
                VerificationRule(
                    VerificationCondition(), [.proxy], "R-25-06", "A proxy shows both documents and gives both identities.",
                    "代办须出示双方证件并提供双方身份信息。"))
        }
        if situation.documentType.isManualOnly {
            rules.append(
                VerificationRule(
                    VerificationCondition(), [.inPerson], "R-25-07",
                    "No register can be asked about this document; staff look at it.", "此类证件无法联网核验，须由工作人员现场查验。"))
        }
        return rules
    }
}

extension DocumentType {
    /// Documents that no authority outside can be asked about.
    package var isManualOnly: Bool { self == .militaryID || self == .armedPoliceID }
}
