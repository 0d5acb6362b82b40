import Contract
import Registry

extension Wire.PartyFacts {
    init(_ facts: PartyFacts) {
        self.init(
            name: facts.name, documentType: facts.documentType, documentNumber: facts.documentNumber,
            formerNumber: facts.formerNumber, birthDate: facts.birthDate, address: facts.address,
            contact: facts.contact, validFrom: facts.validFrom, validUntil: facts.validUntil)
    }
}

extension Wire.RegistrationContent {
    init(_ content: ApplicationContent) {
        let use = content.use
        self.init(
            unit: content.unit.map { Wire.PartyFacts($0) }, handler: content.handler.map { Wire.PartyFacts($0) },
            responsiblePerson: content.responsiblePerson.map { Wire.PartyFacts($0) },
            actualUser: content.actualUser.map { Wire.PartyFacts($0) }, usingDepartment: content.usingDepartment,
            proxy: content.proxy.map { Wire.PartyFacts($0) }, holder: content.holder.map { Wire.PartyFacts($0) },
            guardian: content.guardian.map { Wire.PartyFacts($0) }, declinesFaceRecognition: content.declinesFaceRecognition,
            authorisation: content.authorisation.map {
                Wire.Authorisation(purpose: $0.purpose, validFrom: $0.validFrom, validUntil: $0.validUntil)
            },
            use: use.map {
                Wire.DeclaredUse(
                    deviceType: $0.deviceType, deviceModel: $0.deviceModel, scene: $0.scene, traffic: $0.traffic?.rawValue, voice: $0.voice,
                    sms: $0.sms, monthlyMegabytes: $0.monthlyMegabytes.map(Int64.init), region: $0.region)
            },
            evidence: content.evidence, noticeAccepted: content.noticeAccepted, effectiveFrom: content.effectiveFrom,
            role: content.role?.rawValue)
    }
}

extension ApplicationContent {
    /// From the wire; the contract has judged its words already. Throws `holder-in-unit-registration`: what a person hands in himself
    /// comes by his card's entrance.
    init(_ wire: Wire.RegistrationContent) throws(Refusal) {
        guard wire.holder == nil, wire.guardian == nil, wire.declinesFaceRecognition == nil else { throw .holderInUnitRegistration }
        self.init()
        unit = wire.unit.map { PartyFacts($0) }
        handler = wire.handler.map { PartyFacts($0) }
        responsiblePerson = wire.responsiblePerson.map { PartyFacts($0) }
        actualUser = wire.actualUser.map { PartyFacts($0) }
        usingDepartment = wire.usingDepartment
        proxy = wire.proxy.map { PartyFacts($0) }
        authorisation = wire.authorisation.map { Authorisation(purpose: $0.purpose, validFrom: $0.validFrom, validUntil: $0.validUntil) }
        use = wire.use.map { DeclaredUse($0) }
        evidence = wire.evidence
        noticeAccepted = wire.noticeAccepted
        effectiveFrom = wire.effectiveFrom
        role = wire.role.flatMap { PartyRole(rawValue: $0) }
    }
}

extension Refusal {
    static let holderInUnitRegistration = Refusal(
        "holder-in-unit-registration", .invalid, requirements: ["R-AF-11"],
        en: "A person's own card is registered by the person, at its entrance.",
        zh: "个人卡由本人通过该卡入口办理。", mend: LocalText(en: "Give the person the card's link.", zh: "请将该卡链接交给本人。"), pointer: "/holder")
}

extension PartyFacts {
    init(_ wire: Wire.PartyFacts) {
        self.init()
        name = wire.name
        documentType = wire.documentType
        documentNumber = wire.documentNumber
        formerNumber = wire.formerNumber
        birthDate = wire.birthDate
        address = wire.address
        contact = wire.contact
        validFrom = wire.validFrom
        validUntil = wire.validUntil
    }
}

extension DeclaredUse {
    fileprivate init(_ wire: Wire.DeclaredUse) {
        self.init()
        deviceType = wire.deviceType
        deviceModel = wire.deviceModel
        scene = wire.scene
        traffic = wire.traffic.flatMap { Traffic(rawValue: $0) }
        voice = wire.voice
        sms = wire.sms
        monthlyMegabytes = wire.monthlyMegabytes.map(Int.init)
        region = wire.region
    }
}
