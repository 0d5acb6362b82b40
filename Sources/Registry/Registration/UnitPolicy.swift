/// What registering a unit's cards takes, as data: each demand with the clause it rests on. The same list is shown beforehand
/// ("this needs … because …"), judged at submission and named in the record.
package struct UnitPolicy: Sendable {
    /// The version a submission keeps.
    package static let version = "unit-2026-1"

    /// What the demands depend on.
    package struct Situation: Hashable, Sendable {
        package let kind: ApplicationKind
        package let channel: Channel
        /// The unit shows a sealed letter because it can have no certificate (R-25-10).
        package let hasSealedLetter: Bool
        package let hasProxy: Bool
        /// The role a change is about.
        package let changedRole: PartyRole?
        /// The change is to count from a day before the submission.
        package let takesEffectInThePast: Bool

        package init(
            kind: ApplicationKind, channel: Channel, hasSealedLetter: Bool = false, hasProxy: Bool = false, changedRole: PartyRole? = nil,
            takesEffectInThePast: Bool = false
        ) {
            self.kind = kind
            self.channel = channel
            self.hasSealedLetter = hasSealedLetter
            self.hasProxy = hasProxy
            self.changedRole = changedRole
            self.takesEffectInThePast = takesEffectInThePast
        }
    }

    package enum Need: Hashable, Sendable {
        case party(PartyRole)
        /// A person who uses the cards, or the department that does.
        case userOrDepartment
        case authorisation
        case evidence(EvidenceSlot)
        case use(UseFact)
        case notice
        case cards
    }

    package enum UseFact: String, CaseIterable, Sendable {
        case deviceType, deviceModel, scene, traffic, voice, sms, monthlyMegabytes, region
    }

    package struct Demand: Hashable, Sendable {
        package let need: Need
        package let requirement: String
        package let reason: LocalText

        init(_ need: Need, _ requirement: String, _ en: String, _ zh: String) {
            self.need = need
            self.requirement = requirement
            reason = LocalText(en: en, zh: zh)
        }

        /// Where in the application it is met.
        package var pointer: String {
            switch need {
            case .party(let role): role.pointer
            case .userOrDepartment: "/actualUser"
            case .authorisation: "/authorisation"
            case .evidence(let slot): "/evidence/\(slot.rawValue)"
            case .use(let fact): "/use/\(fact.rawValue)"
            case .notice: "/noticeAccepted"
            case .cards: "/cards"
            }
        }
    }

    package static func demands(in situation: Situation) -> [Demand] {
        switch situation.kind {
        case .register: handedIn(situation) + unit(situation) + responsible + user + use(situation) + [cards]
        case .addCards: handedIn(situation) + use(situation) + [cards]
        case .changeRole, .correct: handedIn(situation) + change(situation) + past(situation)
        case .end: handedIn(situation) + past(situation)
        // A person's own; a unit asks neither.
        case .prove, .dispute: handedIn(situation)
        }
    }

    private static let cards = Demand(.cards, "R-25-02", "The cards to be registered.", "待登记的卡。")

    private static func handedIn(_ situation: Situation) -> [Demand] {
        var demands = [
            Demand(.party(.handler), "R-25-09", "Whoever hands in for a unit shows their own identity document.", "单位办理须出示经办人有效证件。"),
            Demand(.evidence(.handlerIDFront), "R-25-09", "The handler's identity document, front.", "经办人证件正面。"),
            Demand(.evidence(.handlerIDBack), "R-25-09", "The handler's identity document, back.", "经办人证件背面。"),
            Demand(.authorisation, "R-25-09", "The unit authorises its handler: for what, from when, until when.", "单位授权书：授权事项及起止日期。"),
            Demand(.evidence(.authorisationLetter), "R-25-09", "The letter of authorisation, sealed by the unit.", "加盖公章的授权书。"),
            Demand(
                .notice, "R-AF-10", "The legal notice about lending, renting and selling cards was shown.", "已告知不得出租、出售、出借电话卡、物联网卡的法律责任。"),
        ]
        if situation.channel == .hall || situation.channel == .accountManager {
            demands += [
                Demand(.evidence(.handlerOnSitePhoto), "R-PH-04", "The handler is present; the on-site photo is kept.", "经办人到场，留存现场照片。")
            ]
            if situation.kind.takesCards {
                demands.append(
                    Demand(.evidence(.purchaseVoucher), "R-25-18", "The unit's vouchers for the purchase.", "单位采购凭证。"))
            }
        }
        if situation.hasProxy {
            demands += [
                Demand(.party(.proxy), "R-25-06", "A proxy gives both identities.", "代办须同时提供双方身份。"),
                Demand(.evidence(.proxyIDFront), "R-25-06", "The proxy's identity document, front.", "代办人证件正面。"),
                Demand(.evidence(.proxyIDBack), "R-25-06", "The proxy's identity document, back.", "代办人证件背面。"),
            ]
        }
        return demands
    }

    private static func unit(_ situation: Situation) -> [Demand] {
        [
            Demand(.party(.unit), "R-25-09", "The unit with its document, number and address.", "单位名称、证件类型、号码及地址。"),
            situation.hasSealedLetter
                ? Demand(.evidence(.sealedLetter), "R-25-10", "The sealed letter of a body that has no certificate.", "无证照单位的加盖公章介绍信。")
                : Demand(.evidence(.unitDocument), "R-25-09", "The unit's certificate.", "单位有效证照。"),
        ]
    }

    private static let responsible = [
        Demand(.party(.responsiblePerson), "R-IC-04", "A unit's IoT cards need a responsible person.", "单位物联网卡须登记责任人。"),
        Demand(.evidence(.responsiblePersonIDFront), "R-IC-04", "The responsible person's identity document, front.", "责任人证件正面。"),
        Demand(.evidence(.responsiblePersonIDBack), "R-IC-04", "The responsible person's identity document, back.", "责任人证件背面。"),
    ]

    private static let user = [
        Demand(.userOrDepartment, "R-IC-04", "Who or which department uses the cards.", "实际使用人或使用部门。")
    ]

    private static func use(_ situation: Situation) -> [Demand] {
        let facts: [UseFact] =
            situation.channel == .agent || situation.channel == .api
            ? UseFact.allCases : [.scene, .traffic, .voice, .sms, .monthlyMegabytes, .region]
        return facts.map { fact in
            switch fact {
            case .deviceType, .deviceModel:
                Demand(.use(fact), "R-AF-04", "Cards are limited to the devices they are sold for.", "物联网卡须限定使用设备。")
            case .scene, .region:
                Demand(.use(fact), "R-AF-04", "Cards are limited to the scene and place they are sold for.", "物联网卡须限定使用场景和区域。")
            case .traffic, .monthlyMegabytes:
                Demand(
                    .use(fact), "R-IC-03", "The kind and volume of traffic decide whether persons must be registered.",
                    "流量类型和用量决定是否须登记个人实名。")
            case .voice, .sms:
                Demand(.use(fact), "R-IC-05", "Voice or SMS demand a person's registration.", "语音、短信功能须登记个人实名。")
            }
        }
    }

    private static func change(_ situation: Situation) -> [Demand] {
        guard let role = situation.changedRole else { return [] }
        var demands = [Demand(.party(role), "R-25-11", "The facts as on the document.", "按证件登记的信息。")]
        switch role {
        case .responsiblePerson: demands += responsible.filter { $0.need != .party(.responsiblePerson) }
        case .unit: demands.append(Demand(.evidence(.unitDocument), "R-25-09", "The unit's certificate.", "单位有效证照。"))
        case .handler, .actualUser, .proxy, .holder, .guardian: break
        }
        return demands
    }

    private static func past(_ situation: Situation) -> [Demand] {
        situation.takesEffectInThePast
            ? [Demand(.evidence(.changeGround), "R-25-11", "What takes effect in the past needs evidence.", "追溯生效须提供依据。")] : []
    }
}
