/// The rules that the eighteen-character identity numbers share.
enum PersonRules {
    /// Above this age a number is taken for an error (R-IQ-03).
    static let oldestAge = 120
    /// Above this age a number is worth a second look; there are people of a hundred years.
    static let unusualAge = 99

    /// Seventeen digits and a digit or X.
    @inline(__always)
    static func hasForm(_ characters: Characters) -> Bool {
        characters.areDigits(0..<17) && (characters.isDigit(17) || characters[17] == 0x58)
    }

    /// The year of birth; throws when the date does not exist, lies ahead, or makes the person implausibly old.
    @inline(__always)
    static func birthYear(
        _ characters: Characters, today: CivilDate, noting reasons: inout Reasons
    ) throws(Reason) -> Int {
        guard let birth = CivilDate(yyyymmdd: characters.value(6..<14)) else { throw .birthDateInvalid }
        if birth > today { throw .birthDateFuture }
        let age = birth.age(on: today)
        if age > oldestAge { throw .ageImplausible }
        if age > unusualAge { reasons.note(.ageUnusual) }
        return birth.year
    }

    /// Identity numbers exist since 1984: a code abolished before stands on none.
    static let firstYear = 1984

    /// A region is only ever doubted (R-NF-05).
    @inline(__always)
    static func noteRegion(_ code: Int, since year: Int, in regions: RegionTable, noting reasons: inout Reasons) {
        switch regions.standing(of: code, since: year) {
        case .known: break
        case .outOfYears: reasons.note(.regionOutOfYears)
        case .unknown: reasons.note(.regionUnknown)
        }
    }
}
