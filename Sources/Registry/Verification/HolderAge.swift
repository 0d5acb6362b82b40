import Numbers

/// What is known of the holder's age, as far as the law asks: somebody under 14 has a guardian who consents (R-DP-06). Not knowing never
/// spares a check: where it is `unknown` no picture is taken and nothing is handed in.
package enum HolderAge: String, CaseIterable, Sendable {
    case under14 = "under-14"
    case fourteenOrOlder = "fourteen-or-older"
    case unknown

    package init(birth: CivilDate, on today: CivilDate) { self = birth.age(on: today) < 14 ? .under14 : .fourteenOrOlder }
}

extension DocumentType {
    /// Whether there are numbers of this document that say nothing of the birth: the date is asked for then.
    package var mayLackBirthDate: Bool {
        switch self {
        case .residentID, .temporaryResidentID, .householdRegister, .residencePermit: false
        case .militaryID, .armedPoliceID, .hkMacaoPermit, .taiwanPermit, .passport, .foreignPermanentID: true
        default: false
        }
    }

    /// However the number was typed; nil where it is none, or does not tell.
    package func birthDate(in number: String, today: CivilDate) -> CivilDate? {
        switch self {
        case .residentID, .temporaryResidentID, .householdRegister: ResidentID.check(number, today: today).value?.birthDate
        case .residencePermit: ResidencePermit.check(number, today: today).value?.birthDate
        case .foreignPermanentID: ForeignPermanentResidentID.check(number, today: today).value?.birthDate
        default: nil
        }
    }
}

extension PartyFacts {
    /// By the number of the document alone.
    package func birthDateInNumber(today: CivilDate) -> CivilDate? {
        documentNumber.flatMap { chosenDocument.birthDate(in: $0, today: today) }
    }

    /// By the number of the document, or else by the date that was typed, where somebody alive may be born on it.
    package func born(today: CivilDate) -> CivilDate? {
        birthDateInNumber(today: today)
            ?? birthDate.flatMap { CivilDate($0) }.flatMap { BirthDateRule.isPossible($0, today: today) ? $0 : nil }
    }
}

extension ApplicationContent {
    /// By the holder's date of birth; until it is known, by what was answered when it was asked for.
    package func holderAge(on today: CivilDate) -> HolderAge {
        if let birth = holder?.born(today: today) { return HolderAge(birth: birth, on: today) }
        return holderIsUnder14.map { $0 ? .under14 : .fourteenOrOlder } ?? .unknown
    }
}

extension JudgedParty {
    /// By the number, where it tells it, or as it was declared.
    package func born(today: CivilDate) -> CivilDate? {
        documentType.birthDate(in: documentNumber, today: today) ?? birthDate.flatMap { CivilDate(yyyymmdd: Int($0)) }
    }
}

/// The rules about a date of birth that is declared beside a number (R-DP-06).
package struct BirthDateRule: Sendable {
    /// Nobody has been older.
    static let yearsMax = 130

    let today: CivilDate
    /// Whether it must be known, by the number or as declared.
    let isNeeded: Bool

    static func isPossible(_ birth: CivilDate, today: CivilDate) -> Bool { birth <= today && birth.age(on: today) <= yearsMax }

    /// The date declared, as `yyyymmdd`; nil where the number says the same, so that it is kept once.
    /// - Parameters:
    ///   - type: nil where it is none of a person.
    ///   - number: as it is registered; nil where it is none.
    func judge(
        _ facts: PartyFacts, _ type: DocumentType?, number: String?, at pointer: String, _ findings: inout [CheckOutcome]
    ) -> Int64? {
        guard let type, type.subject == .person else { return nil }
        let at = pointer + "/birthDate"
        let inNumber = number.flatMap { type.birthDate(in: $0, today: today) }
        guard let text = facts.birthDate, !text.isEmpty else {
            // A number that is none is a finding of its own, and may tell the date once it is mended.
            if isNeeded, inNumber == nil, number != nil || type.mayLackBirthDate { findings.append(.birthDateMissing(at)) }
            return nil
        }
        guard let birth = CivilDate(text) else {
            findings.append(.badDate(at))
            return nil
        }
        guard Self.isPossible(birth, today: today) else {
            findings.append(birth > today ? .birthDateFuture(at) : .birthDateTooEarly(at))
            return nil
        }
        if let inNumber {
            if inNumber != birth { findings.append(.birthDateContradicts(at)) }
            return nil
        }
        findings.append(.passed("birth-date", "R-DP-06", at))
        return Int64(birth.yyyymmdd)
    }
}

extension CheckOutcome {
    fileprivate static func birthDateMissing(_ at: String) -> CheckOutcome {
        CheckOutcome(
            .failed, "birth-date-missing", "R-DP-06", at: at,
            en: "The number of this document does not tell the date of birth, so it is needed.", zh: "该证件号码不含出生日期，须填写出生日期。",
            mend: LocalText(en: "Fill in the date of birth as the document says it.", zh: "请按证件填写出生日期。"))
    }

    fileprivate static func birthDateFuture(_ at: String) -> CheckOutcome {
        CheckOutcome(
            .failed, "birth-date-in-future", "R-DP-06", at: at, en: "This date of birth lies in the future.", zh: "出生日期晚于今天。",
            mend: LocalText(en: "Copy it from the document.", zh: "请按证件填写出生日期。"))
    }

    fileprivate static func birthDateTooEarly(_ at: String) -> CheckOutcome {
        CheckOutcome(
            .failed, "birth-date-too-early", "R-DP-06", at: at, en: "Nobody alive was born on this day.", zh: "出生日期过早。",
            mend: LocalText(en: "Copy it from the document, the year with four digits.", zh: "请按证件填写出生日期，年份为四位。"))
    }

    fileprivate static func birthDateContradicts(_ at: String) -> CheckOutcome {
        CheckOutcome(
            .failed, "birth-date-contradicts", "R-DP-06", at: at, en: "The number of the document tells another date of birth.",
            zh: "出生日期与证件号码不一致。", mend: LocalText(en: "Compare number and date with the document.", zh: "请与证件核对号码和出生日期。"))
    }

    /// What was answered before the pictures, against what the document says.
    static func ageAnswerDiffers(_ at: String) -> CheckOutcome {
        CheckOutcome(
            .warned, "age-answer-differs", "R-DP-06", at: at, en: "Whether the holder is under 14 was answered otherwise before.",
            zh: "此前关于机主是否未满十四周岁的回答与证件不符。", mend: LocalText(en: "Compare with the document.", zh: "请与证件核对。"))
    }
}
