import Numbers

/// Judges what a person hands in for a card against what the policies need and the rules about documents.
package struct PersonalContentRules: Sendable {
    package let today: CivilDate
    package let warningDays: Int

    package init(today: CivilDate, warningDays: Int = 30) {
        self.today = today
        self.warningDays = warningDays
    }

    /// - Parameters:
    ///   - age: of the holder, as the case knows it.
    ///   - isCaptured: the face was captured at the provider's own page, for this person.
    ///   - isGuardianAnother: another guardian is named than the one who consented, whose consent is not among `consents`.
    ///   - isCorrection: of what is registered, with the guardian that it has.
    package func judge(
        _ content: ApplicationContent, age: HolderAge, needs: VerificationNeeds, evidenceSlots: Set<EvidenceSlot>,
        consents: Set<ConsentKind>,
        isCaptured: Bool = false, isGuardianAnother: Bool = false, isCorrection: Bool = false
    ) -> ContentRules.Judgement {
        var outcomes: [CheckOutcome] = needs.needs.flatMap { meets($0, content, evidenceSlots) }
        if !isCaptured, let need = needs.needs.first(where: { $0.method == .providerCapture }) { outcomes.append(.captureMissing(need)) }
        outcomes += consentOutcomes(needs, consents, age).map {
            isGuardianAnother && $0.subject == CheckOutcome.guardianAnother.subject ? CheckOutcome.guardianAnother : $0
        }
        if content.noticeAccepted != true {
            outcomes.append(
                CheckOutcome(
                    .failed, "missing", "R-AF-10", at: "/noticeAccepted", en: "The legal notice has not been accepted.", zh: "尚未确认法律告知。",
                    mend: LocalText(en: "Read and accept it.", zh: "请阅读并确认。")))
        }
        var parties: [JudgedParty] = []
        for role in [PartyRole.holder, .guardian, .proxy] {
            guard let facts = content.party(role) else {
                if role == .holder { outcomes.append(.missing("/holder", "R-25-11")) }
                continue
            }
            let (judged, findings) = PartyRules(
                today: today, warningDays: warningDays, needsBirthDate: true, mayLackContact: Self.mayLackContact
            ).judge(facts, as: role)
            outcomes += findings
            guard let judged else { continue }
            outcomes += ageOutcomes(judged) + termOutcomes(judged)
            if role == .holder, !isCorrection { outcomes += childOutcomes(judged, content, needs) }
            parties.append(judged)
        }
        outcomes += samePersonOutcomes(parties)
        return ContentRules.Judgement(parties: parties, authorisedFrom: nil, authorisedUntil: nil, outcomes: outcomes)
    }

    /// Whose telephone number nothing uses: told how it stands is the guardian, or else the holder; a proxy is told nothing, and for nothing
    /// no number is demanded (R-DP-01).
    package static let mayLackContact: Set<PartyRole> = [.proxy]

    /// A child has a guardian; and whoever was said to be older before the pictures is looked at with that in mind.
    private func childOutcomes(_ holder: JudgedParty, _ content: ApplicationContent, _ needs: VerificationNeeds) -> [CheckOutcome] {
        guard let birth = holder.born(today: today) else { return [] }
        let isChild = HolderAge(birth: birth, on: today) == .under14
        var outcomes: [CheckOutcome] = []
        if isChild, content.guardian == nil, !needs.methods.contains(.guardian) { outcomes.append(.missing("/guardian", "R-DP-06")) }
        if let answer = content.holderIsUnder14, answer != isChild { outcomes.append(.ageAnswerDiffers(agePlace(holder))) }
        return outcomes
    }

    /// Where the date of birth stands.
    private func agePlace(_ party: JudgedParty) -> String {
        party.role.pointer + (party.birthDate == nil ? "/documentNumber" : "/birthDate")
    }

    /// What is missing before somebody has shown that a registration is his: the number of its document, and his face or photo.
    package func judgeProof(
        _ content: ApplicationContent, age: HolderAge, needs: VerificationNeeds, evidenceSlots: Set<EvidenceSlot>,
        consents: Set<ConsentKind>
    ) -> [CheckOutcome] {
        let number = content.holder?.documentNumber ?? ""
        return (number.allSatisfy(\.isWhitespace) ? [.missing("/holder/documentNumber", "R-DP-08")] : [])
            + needs.needs.flatMap { meets($0, content, evidenceSlots) } + consentOutcomes(needs, consents, age)
    }

    private func meets(_ need: VerificationNeed, _ content: ApplicationContent, _ present: Set<EvidenceSlot>) -> [CheckOutcome] {
        let requirement = need.requirement ?? "R-25-06"
        func needs(_ role: PartyRole) -> [CheckOutcome] {
            content.party(role) == nil ? [.missing(role.pointer, requirement)] : []
        }
        let parties: [CheckOutcome] =
            switch need.method {
            case .guardian: needs(.guardian)
            case .proxy: needs(.proxy)
            default: []
            }
        return parties
            + slots(of: need.method, content).filter { !present.contains($0) }.map { slot in
                CheckOutcome(
                    .failed, "missing", requirement, at: "/evidence/\(slot.rawValue)",
                    en: "Missing: \(need.method.text.en). \(need.reason.en)",
                    zh: "缺少：\(need.method.text.zh)。\(need.reason.zh)", mend: LocalText(en: "Add it.", zh: "请补充。"))
            }
    }

    /// A passport's data page is one side.
    private func slots(of method: VerificationMethod, _ content: ApplicationContent) -> [EvidenceSlot] {
        let isOneSided = content.documentType(of: .holder).isOneSided
        return method.slots.filter { !(isOneSided && $0 == .holderIDBack) }
    }

    private func consentOutcomes(_ needs: VerificationNeeds, _ given: Set<ConsentKind>, _ age: HolderAge) -> [CheckOutcome] {
        ConsentKind.needed(for: needs, isOfChild: age == .under14).filter { !given.contains($0) }.map { kind in
            CheckOutcome(
                .failed, "consent-missing", kind.requirement, at: "/consents/\(kind.rawValue)", en: "Consent is missing: \(kind.title.en).",
                zh: "缺少同意：\(kind.title.zh)。", mend: kind.mend)
        }
    }

    private func ageOutcomes(_ party: JudgedParty) -> [CheckOutcome] {
        guard let birth = party.born(today: today) else { return [] }
        let age = birth.age(on: today)
        let at = agePlace(party)
        if party.role != .holder {
            guard age < 18 else { return [.passed("of-age", "R-DP-06", at)] }
            return [
                CheckOutcome(
                    .failed, "not-of-age", "R-DP-06", at: at, en: "A guardian or proxy is of age.", zh: "监护人或代办人须为成年人。",
                    mend: LocalText(en: "Name another person.", zh: "请更换为成年人。"))
            ]
        }
        if party.documentType == .householdRegister, age >= 18 {
            return [
                CheckOutcome(
                    .failed, "household-register-of-adult", "R-25-08", at: "/holder/documentType",
                    en: "A household register proves the identity of minors only.", zh: "户口簿仅限未成年人使用。",
                    mend: LocalText(en: "Use the resident identity card.", zh: "请使用居民身份证。"))
            ]
        }
        return []
    }

    /// The card's period must be the one the law gives by age at issue; a departure is for a reviewer's eye (R-NF-06).
    private func termOutcomes(_ party: JudgedParty) -> [CheckOutcome] {
        guard party.documentType == .residentID, let birth = party.born(today: today),
            let from = party.validFrom.flatMap({ CivilDate(yyyymmdd: Int($0)) }),
            let untilNumber = party.validUntil
        else { return [] }
        let until = untilNumber == longTerm ? nil : CivilDate(yyyymmdd: Int(untilNumber))
        let at = party.role.pointer + "/validUntil"
        guard let period = ValidityPeriod(from: from, until: until), ResidentCardTerm.agrees(period, birth: birth) else {
            return [
                CheckOutcome(
                    .warned, "validity-not-of-age", "R-NF-06", at: at, en: "A card issued at that age has another period.",
                    zh: "有效期与签发时年龄不符。", mend: LocalText(en: "Compare with the back of the card.", zh: "请与身份证背面核对。"))
            ]
        }
        return [.passed("validity-of-age", "R-NF-06", at)]
    }

    private func samePersonOutcomes(_ parties: [JudgedParty]) -> [CheckOutcome] {
        guard let holder = parties.first(where: { $0.role == .holder }) else { return [] }
        return parties.filter { $0.role != .holder && $0.documentNumber == holder.documentNumber }.map { other in
            CheckOutcome(
                .failed, "same-person-twice", "R-25-06", at: other.role.pointer + "/documentNumber",
                en: "Nobody is his own guardian or proxy.", zh: "监护人或代办人不能是本人。",
                mend: LocalText(en: "Give the other person's document.", zh: "请填写对方的证件。"))
        }
    }
}

extension DocumentType {
    /// Whether one picture shows all of it.
    package var isOneSided: Bool { self == .passport || self == .householdRegister }
}

extension CheckOutcome {
    /// Of a guardian who took the place of the one who consented.
    package static let guardianAnother = CheckOutcome(
        .failed, "guardian-consent-of-another", "R-DP-06", at: "/consents/\(ConsentKind.guardian.rawValue)",
        en: "The guardian named now is another than the one who consented.", zh: "现填写的监护人与此前作出同意的监护人不是同一人。",
        mend: LocalText(
            en: "Have the guardian who is named now read the notice and consent; what the other said stays on record.",
            zh: "请现填写的监护人阅读告知并同意；此前的同意记录予以保留。"))

    fileprivate static func captureMissing(_ need: VerificationNeed) -> CheckOutcome {
        CheckOutcome(
            .failed, "missing", need.requirement ?? "R-PH-04", at: "/providerCapture",
            en: "Missing: \(need.method.text.en). \(need.reason.en)",
            zh: "缺少：\(need.method.text.zh)。\(need.reason.zh)", mend: LocalText(en: "Go to the verification service.", zh: "请前往认证服务机构页面完成。"))
    }
}
