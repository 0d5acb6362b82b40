import Contract
import Records
import Registry
import UseCases
import Web

extension VerificationPolicy {
    /// From the wire; the contract has judged its words already.
    init(_ wire: Wire.VerificationPolicy) {
        self.init(
            rules: wire.rules.map { VerificationRule($0) }, approval: Approval(rawValue: wire.approval) ?? .reviewer,
            cardsPerPerson: Dictionary(
                (wire.cardsPerPerson ?? [:]).compactMap { name, count in CardClass(rawValue: name).map { ($0, Int(count)) } },
                uniquingKeysWith: { first, _ in first }),
            attemptsMax: wire.attemptsMax.map { Int($0) }, reuseDays: wire.reuseDays.map { Int($0) },
            agentReviews: wire.agentReviews ?? false)
    }
}

extension VerificationRule {
    fileprivate init(_ wire: Wire.VerificationRule) {
        self.init(
            wire.condition.map { VerificationCondition($0) } ?? VerificationCondition(),
            Set(wire.methods.compactMap(VerificationMethod.init(rawValue:))), requirement: wire.requirement,
            reason: LocalText(en: wire.reasonEn, zh: wire.reasonZh))
    }
}

extension VerificationCondition {
    fileprivate init(_ wire: Wire.VerificationCondition) {
        self.init(
            cardClasses: wire.cardClasses.map { Set($0.compactMap(CardClass.init(rawValue:))) },
            uses: wire.uses.map { Set($0.compactMap(Use.init(rawValue:))) }, deviceTypes: wire.deviceTypes.map { Set($0) },
            documentTypes: wire.documentTypes.map { Set($0.compactMap(DocumentType.init(rawValue:))) },
            provinces: wire.provinces.map { Set($0) }, riskAtLeast: wire.riskAtLeast.flatMap(RiskLevel.init(rawValue:)))
    }
}

extension Wire.VerificationPolicy {
    init(_ policy: VerificationPolicy) {
        self.init(
            rules: policy.rules.map { Wire.VerificationRule($0) }, approval: policy.approval.rawValue,
            cardsPerPerson: policy.cardsPerPerson.isEmpty
                ? nil : Dictionary(uniqueKeysWithValues: policy.cardsPerPerson.map { ($0.key.rawValue, Int64($0.value)) }),
            attemptsMax: policy.attemptsMax.map(Int64.init), reuseDays: policy.reuseDays.map(Int64.init),
            agentReviews: policy.agentReviews ? true : nil)
    }
}

extension Wire.VerificationRule {
    fileprivate init(_ rule: VerificationRule) {
        let condition = rule.condition
        self.init(
            methods: rule.methods.sorted().map(\.rawValue), reasonEn: rule.reason.en, reasonZh: rule.reason.zh,
            condition: condition == VerificationCondition()
                ? nil
                : Wire.VerificationCondition(
                    cardClasses: condition.cardClasses.map { $0.map(\.rawValue).sorted() },
                    uses: condition.uses.map { $0.map(\.rawValue).sorted() }, deviceTypes: condition.deviceTypes.map { $0.sorted() },
                    documentTypes: condition.documentTypes.map { $0.map(\.rawValue).sorted() },
                    provinces: condition.provinces.map { $0.sorted() }, riskAtLeast: condition.riskAtLeast?.rawValue),
            requirement: rule.requirement)
    }
}

extension Wire.VerificationPolicyVersion {
    init(_ version: VerificationPolicyVersion) {
        self.init(
            id: version.id.wire, organisation: version.organisation.wire, ordinal: version.ordinal, validFrom: version.validFrom.wire,
            policy: Wire.VerificationPolicy(version.policy), recordedAt: version.recordedAt.wire)
    }
}

extension Wire.VerificationNeeds {
    init(_ needs: VerificationNeeds, in language: ReaderLanguage) {
        let without = needs.withoutFaceRecognition
        self.init(
            methods: needs.methods.sorted().map(\.rawValue), needs: needs.needs.map { Wire.VerificationNeed($0, in: language) },
            approval: needs.approval.rawValue, attemptsMax: Int64(needs.attemptsMax), inPersonOnly: needs.isInPersonOnly,
            agentReviews: needs.agentReviews, cardsMax: needs.cardsMax.map(Int64.init),
            withoutFaceRecognition: without == needs ? nil : without.methods.sorted().map(\.rawValue))
    }
}

extension Wire.VerificationNeed {
    fileprivate init(_ need: VerificationNeed, in language: ReaderLanguage) {
        let (owner, organisation): (String, String?) =
            switch need.owner {
            case .statute: ("statute", nil)
            case .floor: ("floor", nil)
            case .agent(let id): ("agent", id.wire)
            }
        self.init(
            method: need.method.rawValue, text: need.method.text.text(in: language), reason: need.reason.text(in: language), owner: owner,
            requirement: need.requirement, organisation: organisation)
    }
}
