import Numbers

/// A party's facts after judgement: normalised, dates read, ready to be sealed as an identity version.
package struct JudgedParty: Hashable, Sendable {
    package let role: PartyRole
    package let name: String
    package let documentType: DocumentType
    package let documentNumber: String
    package let address: String?
    package let contact: String?
    /// `yyyymmdd`
    package let validFrom: Int64?
    /// `yyyymmdd`, 99991231 for 长期.
    package let validUntil: Int64?
    /// `yyyymmdd`, as declared; nil where the number tells it.
    package let birthDate: Int64?

    package init(
        role: PartyRole, name: String, documentType: DocumentType, documentNumber: String, address: String?, contact: String?,
        validFrom: Int64?, validUntil: Int64?, birthDate: Int64? = nil
    ) {
        self.role = role
        self.name = name
        self.documentType = documentType
        self.documentNumber = documentNumber
        self.address = address
        self.contact = contact
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.birthDate = birthDate
    }
}

/// 长期 as a date.
package let longTerm: Int64 = 99_991_231

/// The rules about one party: name, document, address, contact, validity (R-IQ-02 to R-IQ-07, R-25-11).
package struct PartyRules: Sendable {
    package let today: CivilDate
    package let warningDays: Int
    private let context: NumberContext
    private let needsBirthDate: Bool
    private let mayLackContact: Set<PartyRole>

    /// - Parameters:
    ///   - needsBirthDate: it must be known, by the number or as declared.
    ///   - mayLackContact: who need not be reachable: a unit is reached through those who answer for it.
    package init(
        today: CivilDate, warningDays: Int, needsBirthDate: Bool = false, mayLackContact: Set<PartyRole> = [.unit, .actualUser]
    ) {
        self.today = today
        self.warningDays = warningDays
        self.needsBirthDate = needsBirthDate
        self.mayLackContact = mayLackContact
        context = NumberContext(today: today)
    }

    /// All findings about the party; the judged facts only when none of them failed.
    package func judge(_ facts: PartyFacts, as role: PartyRole) -> (JudgedParty?, [CheckOutcome]) {
        let wanted: DocumentType.Subject = role == .unit ? .unit : .person
        var findings: [CheckOutcome] = []
        let type = documentType(facts, wanted, at: role.pointer, &findings)
        let name = name(facts, type, wanted, at: role.pointer, &findings)
        let number = type.flatMap { documentNumber(facts, $0, at: role.pointer, &findings) }
        let birthDate = BirthDateRule(today: today, isNeeded: needsBirthDate)
            .judge(facts, type, number: number, at: role.pointer, &findings)
        let address = address(facts, type, at: role.pointer, &findings)
        let contact = contact(facts, role, at: role.pointer, &findings)
        let validity = validity(facts, type, at: role.pointer, &findings)
        guard !findings.contains(where: { $0.verdict == .failed }), let type, let name, let number else { return (nil, findings) }
        let judged = JudgedParty(
            role: role, name: name, documentType: type, documentNumber: number, address: address, contact: contact,
            validFrom: validity.from, validUntil: validity.until, birthDate: birthDate)
        return (judged, findings)
    }

    /// The number of a document as it is registered, however it was typed; nil where it is none.
    package static func registered(_ number: String, of type: DocumentType, today: CivilDate) -> String? {
        var facts = PartyFacts()
        facts.documentNumber = number
        var dropped: [CheckOutcome] = []
        return PartyRules(today: today, warningDays: 0).documentNumber(facts, type, at: "", &dropped)
    }

    private func documentType(
        _ facts: PartyFacts, _ wanted: DocumentType.Subject, at pointer: String, _ findings: inout [CheckOutcome]
    ) -> DocumentType? {
        let at = pointer + "/documentType"
        guard let text = facts.documentType, !text.isEmpty else {
            findings.append(.missing(at, wanted == .unit ? "R-25-09" : "R-25-11"))
            return nil
        }
        guard let type = DocumentType(rawValue: text), type.subject == wanted else {
            findings.append(
                CheckOutcome(
                    .failed, "document-type-not-valid", "R-IQ-07", at: at,
                    en: "This document does not prove an identity here.", zh: "此类证件不能作为实名登记的有效证件。",
                    mend: LocalText(
                        en: "Choose one of the documents that the contract lists for this role.", zh: "请选择该角色可用的有效证件类型。")))
            return nil
        }
        findings.append(.passed("document-type", "R-IQ-07", at))
        return type
    }

    private func name(
        _ facts: PartyFacts, _ type: DocumentType?, _ wanted: DocumentType.Subject, at pointer: String,
        _ findings: inout [CheckOutcome]
    ) -> String? {
        let at = pointer + "/name"
        guard let text = facts.name.map(PersonName.tidied), !text.isEmpty else {
            findings.append(.missing(at, "R-25-11"))
            return nil
        }
        if let problem = PersonName.problem(in: text, isUnit: wanted == .unit, isLatinUsual: type?.hasLatinName ?? false) {
            findings.append(problem.at(at))
            return nil
        }
        findings.append(.passed("name-form", "R-IQ-02", at))
        return text
    }

    private func documentNumber(
        _ facts: PartyFacts, _ type: DocumentType, at pointer: String, _ findings: inout [CheckOutcome]
    ) -> String? {
        let at = pointer + "/documentNumber"
        guard let text = facts.documentNumber, !text.isEmpty else {
            findings.append(.missing(at, "R-25-11"))
            return nil
        }
        guard !type.numberKinds.isEmpty else { return freeNumber(text, at: at, &findings) }
        var first: Reason?
        for kind in type.numberKinds {
            let checker = NumberChecker(kind: kind, context: context)
            let verdict = checker.check(text)
            if let value = verdict.value {
                if verdict.reasons.isEmpty { findings.append(.passed(kind.rawValue, "R-IQ-03", at)) }
                for reason in verdict.reasons { findings.append(.from(reason, .warned, at: at)) }
                return value.description
            }
            if first == nil { for reason in verdict.reasons where first == nil { first = reason } }
        }
        if let first { findings.append(.from(first, .failed, at: at)) }
        return nil
    }

    /// Numbers without a published form (R-IQ-05: 4 to 64 bytes, no dummy).
    private func freeNumber(_ text: String, at pointer: String, _ findings: inout [CheckOutcome]) -> String? {
        let tidied = PersonName.tidied(text)
        guard (4...64).contains(tidied.utf8.count), Set(tidied).count > 1, !PersonName.isDummy(tidied) else {
            findings.append(
                CheckOutcome(
                    .failed, "document-number-form", "R-IQ-05", at: pointer,
                    en: "The document number is too short, too long or a dummy.", zh: "证件号码过短、过长或为虚假号码。",
                    mend: LocalText(en: "Copy the number from the document.", zh: "请按证件填写号码。")))
            return nil
        }
        findings.append(.passed("document-number-form", "R-IQ-05", pointer))
        return tidied
    }

    private func address(
        _ facts: PartyFacts, _ type: DocumentType?, at pointer: String, _ findings: inout [CheckOutcome]
    ) -> String? {
        let at = pointer + "/address"
        guard let text = facts.address.map(PersonName.tidied), !text.isEmpty else {
            if type?.bearsAddress ?? true { findings.append(.missing(at, "R-25-11")) }
            return nil
        }
        if let problem = PostalAddress.problem(in: text, isLatinUsual: type?.hasLatinName ?? false) {
            findings.append(problem.at(at))
            return nil
        }
        findings.append(.passed("address-form", "R-IQ-06", at))
        return text
    }

    private func contact(
        _ facts: PartyFacts, _ role: PartyRole, at pointer: String, _ findings: inout [CheckOutcome]
    ) -> String? {
        let at = pointer + "/contact"
        guard let text = facts.contact, !text.isEmpty else {
            if !mayLackContact.contains(role) { findings.append(.missing(at, "R-IC-04")) }
            return nil
        }
        let verdict = ContactPhone.check(text)
        guard let phone = verdict.value else {
            for reason in verdict.reasons { findings.append(.from(reason, .failed, at: at)) }
            return nil
        }
        findings.append(.passed("contact-phone", "R-NF-02", at))
        return phone.text.description
    }

    private func validity(
        _ facts: PartyFacts, _ type: DocumentType?, at pointer: String, _ findings: inout [CheckOutcome]
    ) -> (from: Int64?, until: Int64?) {
        let from = date(facts.validFrom, at: pointer + "/validFrom", &findings)
        guard let untilText = facts.validUntil, !untilText.isEmpty else {
            if type?.bearsValidity ?? true { findings.append(.missing(pointer + "/validUntil", "R-NF-06")) }
            return (from, nil)
        }
        if untilText == "long-term" {
            findings.append(
                Validity.finding(from: from, until: longTerm, today: today, warningDays: warningDays, at: pointer + "/validUntil"))
            return (from, longTerm)
        }
        guard let until = date(untilText, at: pointer + "/validUntil", &findings) else { return (from, nil) }
        findings.append(Validity.finding(from: from, until: until, today: today, warningDays: warningDays, at: pointer + "/validUntil"))
        return (from, until)
    }

    private func date(_ text: String?, at pointer: String, _ findings: inout [CheckOutcome]) -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        guard let date = CivilDate(text) else {
            findings.append(.badDate(pointer))
            return nil
        }
        return Int64(date.yyyymmdd)
    }
}
