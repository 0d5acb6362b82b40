import Registry

/// Invented people and units; their numbers have valid check digits and belong to nobody as far as can be known.
package enum InventedPapers {
    /// A Shanghai company.
    package static let unit: PartyFacts = {
        var facts = PartyFacts(
            name: "上海云杉物联科技有限公司", documentType: .businessLicence, documentNumber: "91110000MA00000077",
            address: "上海市浦东新区云杉路一百号", contact: "021-55550100")
        facts.validUntil = "long-term"
        return facts
    }()

    package static let otherUnit: PartyFacts = {
        var facts = PartyFacts(
            name: "杭州白鹭农业专业合作社", documentType: .businessLicence, documentNumber: "92110000MA00000074",
            address: "浙江省杭州市西湖区白鹭村八号", contact: "0571-55550100")
        facts.validUntil = "long-term"
        return facts
    }()

    package static let handler = person("欧阳青禾", "11010519491231002X", "北京市朝阳区青禾里三号院", "13800138000")
    package static let responsible = person("司徒望舒", "360426199101010071", "江西省德安县望舒路十二号", "13900139000")
    package static let successor = person("上官知夏", "44011320141005001X", "广东省广州市番禺区知夏街五号", "13700137000", until: "2027-10-01")

    package static func person(
        _ name: String, _ number: String, _ address: String, _ contact: String, until: String = "2036-01-01"
    ) -> PartyFacts {
        PartyFacts(
            name: name, documentType: .residentID, documentNumber: number, address: address, contact: contact, validFrom: "2016-01-01",
            validUntil: until)
    }

    /// An application that meets the agent's way in all points; `evidence` by slot.
    package static func application(evidence: [EvidenceSlot: EvidenceID]) -> ApplicationContent {
        var content = ApplicationContent()
        content.unit = unit
        content.handler = handler
        content.responsiblePerson = responsible
        content.usingDepartment = "冷链运营部"
        content.authorisation = Authorisation(purpose: "办理物联网卡实名登记", validFrom: "2026-01-01", validUntil: "2026-12-31")
        content.use = use
        content.noticeAccepted = true
        content.evidence = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.rawValue, [$0.value.description]) })
        return content
    }

    package static let use: DeclaredUse = {
        var use = DeclaredUse()
        use.deviceType = "tracker"
        use.deviceModel = "YS-100"
        use.scene = "cold-chain"
        use.traffic = .directed
        use.voice = false
        use.sms = false
        use.monthlyMegabytes = 30
        use.region = "31"
        return use
    }()

    /// The slots an agent's first registration needs.
    package static let agentSlots: [EvidenceSlot] = [
        .unitDocument, .authorisationLetter, .handlerIDFront, .handlerIDBack, .responsiblePersonIDFront, .responsiblePersonIDBack,
    ]
}
