import Foundation
import Registry

/// How a card is led through the year. Many cards are led on each of the first five courses, a few on each of the others.
enum YearCourse: Int, CaseIterable {
    case staysInStock, activatedAndForgotten, usedAllYear, usedUntilJune, broughtBackInAugust
    case openedForTests, delivered, inArrears

    /// How many courses, the first of them, are led with many cards.
    static let ofMany = YearCourse.openedForTests.rawValue

    /// What the carrier does with such a card in that year.
    var changesThere: [CarrierLife] {
        switch self {
        case .staysInStock, .openedForTests: []
        case .usedAllYear: [.active]
        case .activatedAndForgotten, .usedUntilJune, .delivered, .inArrears: [.active, .stopped]
        case .broughtBackInAugust: [.active, .stopped, .active, .stopped]
        }
    }
}

/// How long a carrier's cards live without anybody's use, and their numbers after them.
struct YearTerms: Sendable {
    /// Months without use after which the cancellation cycle begins, and months that it lasts.
    let idleMonths: Int
    let cycleMonths: Int
    /// Days after cancellation in which nobody has the number.
    let freezeDays: Int

    /// What counts where nobody set anything (REQUIREMENTS §6.3).
    static let unset = YearTerms(idleMonths: 3, cycleMonths: 2, freezeDays: 90)

    var setting: LifeSetting {
        var setting = LifeSetting()
        setting.idleMonths = Int64(idleMonths)
        setting.cancellationMonths = Int64(cycleMonths)
        setting.freezeDays = Int64(freezeDays)
        return setting
    }
}

/// What becomes of a card, reckoned from its course, its carrier's terms and China's calendar: by nothing of the rules' code.
struct YearLife {
    private let course: YearCourse
    private let terms: YearTerms
    private let turns: [Turn]

    /// From when on it stands so.
    private struct Turn {
        let from: Date
        let state: ServiceState

        init(_ from: Date, _ state: ServiceState) {
            self.from = from
            self.state = state
        }
    }

    init(_ course: YearCourse, _ terms: YearTerms) {
        self.course = course
        self.terms = terms
        let begin = YearCalendar.day(2026, 3, 2)
        let unused = Self.unused(since: begin, terms)
        turns =
            switch course {
            case .staysInStock: [Turn(begin, .stock)]
            case .activatedAndForgotten: unused
            case .usedAllYear: [Turn(begin, .active)]
            case .usedUntilJune: [Turn(begin, .active)] + Self.unused(since: YearCalendar.day(2026, 6, 15), terms)
            // On 1 August every carrier's cards that were forgotten are being cancelled.
            case .broughtBackInAugust: Array(unused.dropLast()) + Self.unused(since: YearCalendar.day(2026, 8, 1), terms)
            case .openedForTests: [Turn(begin, .testable)]
            // Delivered on 2 March, its 180 days are over with 29 August: the carrier activates it on the next first.
            case .delivered: [Turn(begin, .ready)] + Self.unused(since: YearCalendar.day(2026, 9, 1), terms)
            case .inArrears: Self.unpaid(terms)
            }
    }

    /// Of a card last used or put into service then, and never again.
    private static func unused(since begin: Date, _ terms: YearTerms) -> [Turn] {
        [Turn(begin, .active)] + leaving(from: YearCalendar.end(months: terms.idleMonths, after: begin), terms)
    }

    /// Of a card last used on 15 April that owes from 1 May on: sixty days, unless it lies idle too long before.
    private static func unpaid(_ terms: YearTerms) -> [Turn] {
        let idle = YearCalendar.end(months: terms.idleMonths, after: YearCalendar.day(2026, 4, 15))
        let unpaid = YearCalendar.end(days: 60, after: YearCalendar.day(2026, 5, 1))
        return [Turn(YearCalendar.day(2026, 3, 2), .active)] + leaving(from: min(idle, unpaid), terms)
    }

    private static func leaving(from begin: Date, _ terms: YearTerms) -> [Turn] {
        [Turn(begin, .cancelling), Turn(YearCalendar.end(months: terms.cycleMonths, after: begin), .cancelled)]
    }

    func state(at now: Date) -> ServiceState { turns.last { $0.from <= now }?.state ?? .stock }

    func serves(at now: Date) -> Bool { [.active, .testable].contains(state(at: now)) }

    /// Whether nobody may have its number now.
    func isFrozen(at now: Date) -> Bool {
        guard state(at: now) == .cancelled, let cancelled = turns.last else { return false }
        return now < YearCalendar.end(days: terms.freezeDays, after: cancelled.from)
    }

    /// Whatever serves runs at the carrier, but what is under test: that is left to people. What is cancelled stays stopped there: nobody's interface
    /// cancels, and the test's people leave it.
    func there(at now: Date) -> CarrierLife {
        if course == .inArrears, now >= YearCalendar.day(2026, 5, 1) { return .stopped }
        return switch state(at: now) {
        case .active: .active
        case .cancelling, .cancelled: .stopped
        case .stock, .testable, .ready: .ready
        }
    }
}

/// China's calendar as Foundation knows it.
enum YearCalendar {
    static let china: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        return calendar
    }()

    static func date(_ instant: Instant) -> Date { Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000) }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Date {
        china.date(from: DateComponents(year: year, month: month, day: day)) ?? .distantPast
    }

    /// When so many months after a day have ended.
    static func end(months: Int, after begin: Date) -> Date {
        end(days: 0, after: china.date(byAdding: .month, value: months, to: begin) ?? begin)
    }

    /// When the day so many days later has ended.
    static func end(days: Int, after begin: Date) -> Date {
        china.startOfDay(for: china.date(byAdding: .day, value: days + 1, to: begin) ?? begin)
    }
}
