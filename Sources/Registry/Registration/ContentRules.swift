import Numbers

/// Judges an application's content against the policy's demands and the rules about parties.
package struct ContentRules: Sendable {
    package let today: CivilDate
    package let warningDays: Int

    package init(today: CivilDate, warningDays: Int = 30) {
        self.today = today
        self.warningDays = warningDays
    }

    package struct Judgement: Sendable {
        package let parties: [JudgedParty]
        package let authorisedFrom: Int64?
        package let authorisedUntil: Int64?
        package let outcomes: [CheckOutcome]

        package var failures: [CheckOutcome] { outcomes.filter { $0.verdict == .failed } }
    }

    /// `evidenceSlots`: the slots in which at least one usable piece of evidence was found; `cards`: how many cards are selected.
    package func judge(
        _ content: ApplicationContent, in situation: UnitPolicy.Situation, evidenceSlots: Set<EvidenceSlot>, cards: Int
    ) -> Judgement {
        var outcomes: [CheckOutcome] = []
        let demands = UnitPolicy.demands(in: situation)
        for demand in demands { outcomes += meets(demand, content, evidenceSlots, cards) }
        let wanted = Set(
            demands.compactMap { demand -> PartyRole? in if case .party(let role) = demand.need { role } else { nil } })
        var parties: [JudgedParty] = []
        for role in PartyRole.allCases {
            guard let facts = content.party(role), wanted.contains(role) || role == .actualUser else { continue }
            let (judged, findings) = PartyRules(today: today, warningDays: warningDays).judge(facts, as: role)
            outcomes += findings
            if let judged { parties.append(judged) }
        }
        outcomes += sealedLetterRule(content)
        let (from, until, findings) = authorisation(content, wanted: demands.contains { $0.need == .authorisation })
        outcomes += findings
        return Judgement(parties: parties, authorisedFrom: from, authorisedUntil: until, outcomes: outcomes)
    }

    private func meets(
        _ demand: UnitPolicy.Demand, _ content: ApplicationContent, _ slots: Set<EvidenceSlot>, _ cards: Int
    ) -> [CheckOutcome] {
        let isMet =
            switch demand.need {
            case .party(let role): content.party(role) != nil
            case .userOrDepartment: content.actualUser != nil || !(content.usingDepartment ?? "").isEmpty
            case .authorisation: content.authorisation != nil
            case .evidence(let slot): slots.contains(slot)
            case .use(let fact): content.use?.has(fact) ?? false
            case .notice: content.noticeAccepted == true
            case .cards: cards > 0
            }
        if isMet { return [.passed("present", demand.requirement, demand.pointer)] }
        return [.lacking(demand)]
    }

    private static let marketWords = Fragments(["公司", "集团", "企业", "商行", "厂", "店", "个体"])

    /// A sealed letter is for party, government and military bodies, which have no credit code of a market entity (R-25-10).
    private func sealedLetterRule(_ content: ApplicationContent) -> [CheckOutcome] {
        guard let unit = content.unit, unit.documentType == DocumentType.sealedLetter.rawValue, let name = unit.name else { return [] }
        guard Self.marketWords.occur(in: name) else {
            return [.passed("sealed-letter-body", "R-25-10", "/unit/documentType")]
        }
        return [
            CheckOutcome(
                .failed, "sealed-letter-not-allowed", "R-25-10", at: "/unit/documentType",
                en: "A sealed letter is only for party, government and military bodies that have no certificate.",
                zh: "介绍信仅适用于无证照的党政军机关。", mend: LocalText(en: "Show the business licence.", zh: "请提供营业执照。"))
        ]
    }

    private func authorisation(_ content: ApplicationContent, wanted: Bool) -> (Int64?, Int64?, [CheckOutcome]) {
        guard let letter = content.authorisation else { return (nil, nil, []) }
        var findings: [CheckOutcome] = []
        if (letter.purpose ?? "").isEmpty { findings.append(.missing("/authorisation/purpose", "R-25-09")) }
        let from = date(letter.validFrom, at: "/authorisation/validFrom", &findings)
        let until =
            letter.validUntil == "long-term" ? longTerm : date(letter.validUntil, at: "/authorisation/validUntil", &findings)
        if let from, let until {
            findings.append(
                Validity.finding(
                    from: from, until: until, today: today, warningDays: warningDays, at: "/authorisation/validUntil",
                    requirement: "R-25-09"))
        }
        return (from, until, findings)
    }

    private func date(_ text: String?, at pointer: String, _ findings: inout [CheckOutcome]) -> Int64? {
        guard let text, !text.isEmpty else {
            findings.append(.missing(pointer, "R-25-09"))
            return nil
        }
        guard let date = CivilDate(text) else {
            findings.append(.badDate(pointer))
            return nil
        }
        return Int64(date.yyyymmdd)
    }
}

extension DeclaredUse {
    func has(_ fact: UnitPolicy.UseFact) -> Bool {
        switch fact {
        case .deviceType: !(deviceType ?? "").isEmpty
        case .deviceModel: !(deviceModel ?? "").isEmpty
        case .scene: !(scene ?? "").isEmpty
        case .traffic: traffic != nil
        case .voice: voice != nil
        case .sms: sms != nil
        case .monthlyMegabytes: monthlyMegabytes != nil
        case .region: !(region ?? "").isEmpty
        }
    }
}
