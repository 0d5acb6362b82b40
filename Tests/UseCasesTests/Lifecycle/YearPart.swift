import Registry
import TestKit

/// The cards that one carrier has in the year, how its interface is asked, and what is set for them.
struct YearPart: Sendable {
    let system: CarrierSystem
    let carrier: Carrier
    /// What is set for its cards; nil where nothing is.
    let ownTerms: YearTerms?
    /// What its cards live by.
    var terms: YearTerms { ownTerms ?? .unset }
    let callsPerSecond: Int64
    /// How many cards are led on each course of many, and on each of few.
    let most: Int
    let few: Int
    /// Which of the invented cards is its first.
    private(set) var first = 0

    static func cards(_ most: Int, _ few: Int) -> Int {
        YearCourse.ofMany * most + (YearCourse.allCases.count - YearCourse.ofMany) * few
    }

    var cards: Int { Self.cards(most, few) }
    var name: String { "year-" + carrier.code }

    func iccid(_ place: Int) -> String { MainJob.iccid(first + place, of: carrier) }
    func msisdn(_ place: Int) -> String { MainJob.msisdn(first + place) }

    /// The places of a course's cards among all of the part.
    func places(_ course: YearCourse) -> Range<Int> {
        let isOfMany = course.rawValue < YearCourse.ofMany
        let begin =
            isOfMany ? course.rawValue * most : YearCourse.ofMany * most + (course.rawValue - YearCourse.ofMany) * few
        return begin..<begin + (isOfMany ? most : few)
    }

    func selector(_ course: YearCourse) -> CardSelector {
        let places = places(course)
        return .range(from: iccid(places.lowerBound), to: iccid(places.upperBound - 1))
    }

    /// So many cards of four carriers, each by its own adapter and under terms of its own; a multiple of five, 500 at least.
    ///
    /// Most cards are those of the generic contract, which takes a hundred at a time. Of the three great carriers' own interfaces each has two of a
    /// hundred: there each card's state is a call of its own, or each order, or both, signed and answered over HTTP, and a quarter of the crowd
    /// with each would take longer than all the rest of the year.
    static func all(_ cards: Int) -> [YearPart] {
        let share = cards / 250
        let rest = (cards - 3 * Self.cards(share, 4) - Self.cards(0, 28)) / YearCourse.ofMany
        var parts = [
            YearPart(
                system: .oneLink, carrier: .mobile, ownTerms: YearTerms(idleMonths: 2, cycleMonths: 3, freezeDays: 120), callsPerSecond: 20,
                most: share, few: 4),
            YearPart(
                system: .ctwing, carrier: .telecom, ownTerms: YearTerms(idleMonths: 4, cycleMonths: 1, freezeDays: 180), callsPerSecond: 15,
                most: share, few: 4),
            YearPart(
                system: .unicomCMP, carrier: .unicom, ownTerms: YearTerms(idleMonths: 3, cycleMonths: 4, freezeDays: 150),
                callsPerSecond: 5, most: share, few: 4),
            YearPart(system: .generic, carrier: .broadnet, ownTerms: nil, callsPerSecond: 10, most: rest, few: 28),
        ]
        // The main job has a card of its own before them.
        var next = 1
        for place in parts.indices {
            parts[place].first = next
            next += parts[place].cards
        }
        return parts
    }
}
