/// Sex as an identity number tells it: odd order number male, even female.
package enum Sex: String, Sendable, CaseIterable {
    case male
    case female
}

/// An identity number built like GB 11643: six characters of origin, eight of birth, three of order, one check character.
package protocol BirthDated: CheckedNumber {
    /// Nil when the number does not tell, as the old foreign permanent resident card.
    var birthDate: CivilDate? { get }
    var sex: Sex? { get }
}

extension BirthDated {
    package var birthDate: CivilDate? {
        guard text.count == 18, let date = text.slice(6..<14) else { return nil }
        return CivilDate(yyyymmdd: Int(date.decimalValue))
    }

    package var sex: Sex? {
        guard text.count == 18 else { return nil }
        return text[16] & 1 == 1 ? .male : .female
    }

    /// Full years on `date`.
    package func age(on date: CivilDate) -> Int? { birthDate?.age(on: date) }

    /// The first six characters as a number.
    package var regionCode: Int? {
        guard text.count == 18 else { return nil }
        return text.slice(0..<6).map { Int($0.decimalValue) }
    }
}
