/// How long an identity document is valid, both days included. No last day means long-term (长期, R-NF-06).
package struct ValidityPeriod: Hashable, Sendable {
    package let from: CivilDate
    package let until: CivilDate?

    /// Nil when the last day lies before the first.
    package init?(from: CivilDate, until: CivilDate?) {
        if let until, until < from { return nil }
        self.from = from
        self.until = until
    }

    package var isLongTerm: Bool { until == nil }

    package enum Standing: Hashable, Sendable {
        case notYet
        case valid
        /// Valid, but only for so many more days, today not counted: warn.
        case expiring(daysLeft: Int)
        /// Refuse.
        case expired
    }

    /// Where `today` lies. `warningDays` is configuration: carriers are said to refuse below 30 or below 180 days (S).
    package func standing(on today: CivilDate, warningDays: Int) -> Standing {
        if today < from { return .notYet }
        guard let until else { return .valid }
        if until < today { return .expired }
        let left = today.days(until: until)
        return left < warningDays ? .expiring(daysLeft: left) : .valid
    }
}

/// The validity that the resident ID card law gives by age at issue (R-NF-06): under 16 five years, 16 to 25 ten,
/// 26 to 45 twenty, from 46 long-term.
package enum ResidentCardTerm: Hashable, Sendable {
    case years(Int)
    case longTerm

    /// Nil when the card would be issued before birth.
    package init?(birth: CivilDate, issued: CivilDate) {
        switch birth.age(on: issued) {
        case ..<0: return nil
        case ..<16: self = .years(5)
        case ..<26: self = .years(10)
        case ..<46: self = .years(20)
        default: self = .longTerm
        }
    }

    /// The period of a card issued on `issued`; it ends on the same day of the year.
    package func period(from issued: CivilDate) -> ValidityPeriod? {
        switch self {
        case .years(let years): issued.adding(years: years).flatMap { ValidityPeriod(from: issued, until: $0) }
        case .longTerm: ValidityPeriod(from: issued, until: nil)
        }
    }

    /// Whether a printed period is the one the law gives. A day more or less counts as equal: offices differ on the leap day
    /// and on whether the anniversary itself belongs to the period.
    package static func agrees(_ printed: ValidityPeriod, birth: CivilDate) -> Bool {
        guard let term = ResidentCardTerm(birth: birth, issued: printed.from), let expected = term.period(from: printed.from)
        else { return false }
        switch (printed.until, expected.until) {
        case (nil, nil): return true
        case (let printed?, let expected?): return abs(expected.days(until: printed)) <= 1
        default: return false
        }
    }
}
