import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// A year of many cards under a moved clock, beside a carrier, against a calculation that knows nothing of the rules' code.
@Suite("A year, R-LC-04")
struct YearTests {
    /// So many cards, unless somebody asks for more or fewer.
    private static let asked = ProcessInfo.processInfo.environment["SHIMING_TEST_YEAR"].flatMap { Int($0) }
    /// The rules are the same on both engines; the whole crowd is there once, and on PostgreSQL a part of it.
    private static let cards = max(asked ?? (TestEngine.current == .sqlite ? 100_000 : 10_000), 1_000) / 5 * 5

    /// How the cards are led: nearly a fifth of them on each of the first five courses, a few on each of the others.
    private enum Course: Int, CaseIterable {
        case staysInStock, activatedAndForgotten, usedAllYear, usedUntilJune, broughtBackInJuly
        case openedForTests, delivered, inArrears
    }

    private static let few = 40
    private static let most = (cards - 3 * few) / 5

    /// The places of a course's cards among all.
    private static func places(_ course: Course) -> Range<Int> {
        let many = Course.openedForTests.rawValue
        let isOfMany = course.rawValue < many
        let first = isOfMany ? course.rawValue * most : many * most + (course.rawValue - many) * few
        return first..<first + (isOfMany ? most : few)
    }

    @Test func `what stands in each state every month, here and at the carrier, is what the calendar says`() async throws {
        try await withYearCarrier(MainJob.iccid, cards: Self.cards) { carrier in
            try await withLives(cards: Self.cards, carrier: carrier.gateway, clock: carrier.clock) { lives, _ in
                try await lead(lives, carrier)
            }
        }
    }

    private func lead(_ lives: LifeSteps, _ carrier: YearCarrier) async throws {
        func change(_ course: Course, _ wish: LifeWish) async throws {
            let places = Self.places(course)
            let cards = CardSelector.range(from: lives.job.iccids[places.lowerBound], to: lives.job.iccids[places.upperBound - 1])
            _ = try await lives.shiming.changeLives(as: lives.controller, cards, wish)
        }
        for course in Course.allCases {
            switch course {
            case .staysInStock: continue
            case .openedForTests: try await change(course, LifeWish(.openTest))
            case .delivered: try await change(course, LifeWish(.prepare))
            default: try await change(course, LifeWish(.activate))
            }
        }
        var judged = 0
        for day in 0..<375 {
            let today = try shanghai(2026, 3, 2, hour: 10).adding(days: Int64(day))
            lives.world.clock.set(today)
            _ = try await lives.shiming.sweepAllLives()
            let date = Self.china.dateComponents([.year, .month, .day], from: Self.date(today))
            if date.day == 16, let year = date.year, let month = date.month {
                var used = [Course.usedAllYear]
                if (year, month) <= (2026, 6) { used.append(.usedUntilJune) }
                if (year, month) <= (2026, 4) { used.append(.inArrears) }
                try await use(lives, used.flatMap { lives.job.iccids[Self.places($0)] }, year, month)
            }
            if date.year == 2026, date.month == 5, date.day == 1 { try await change(.inArrears, LifeWish(.stop, reason: .arrears)) }
            if date.year == 2026, date.month == 7, date.day == 1 { try await change(.broughtBackInJuly, LifeWish(.bringBack)) }
            try await carrier.work(lives)
            if date.day == 10 {
                var expected: [ServiceState: Int] = [:]
                var expectedThere: [CarrierLife: Int] = [:]
                for course in Course.allCases {
                    let count = Self.places(course).count
                    expected[Self.state(course, at: Self.date(today)), default: 0] += count
                    expectedThere[Self.there(course, at: Self.date(today)), default: 0] += count
                }
                #expect(try await counts(lives) == expected, "\(date)")
                #expect(await carrier.counts() == expectedThere, "\(date)")
                judged += 1
            }
        }
        #expect(judged == 13)
        let end = Self.date(lives.world.clock.now())
        try await carrier.judgeEveryCard(lives) { card in
            let course = try #require(Course.allCases.first { Self.places($0).contains(card) })
            let state = Self.state(course, at: end)
            return (Self.there(course, at: end), Self.changes(course), state == .active || state == .testable)
        }
    }

    // MARK: The calculation

    private static let china: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        return calendar
    }()

    private static func date(_ instant: Instant) -> Date { Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000) }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Date {
        china.date(from: DateComponents(year: year, month: month, day: day)) ?? .distantPast
    }

    /// When so many months after a day have ended.
    private static func end(_ months: Int, after begin: Date) -> Date {
        let last = china.date(byAdding: .month, value: months, to: begin) ?? begin
        return china.startOfDay(for: china.date(byAdding: .day, value: 1, to: last) ?? last)
    }

    /// Of a card last used or put into service then, and never again: three months idle, two in the cycle.
    private static func idle(since begin: Date, at now: Date) -> ServiceState {
        let cancelling = end(3, after: begin)
        guard now >= cancelling else { return .active }
        return now >= end(2, after: cancelling) ? .cancelled : .cancelling
    }

    private static func state(_ course: Course, at now: Date) -> ServiceState {
        switch course {
        case .staysInStock: .stock
        case .activatedAndForgotten: idle(since: day(2026, 3, 2), at: now)
        case .usedAllYear: .active
        case .usedUntilJune: idle(since: day(2026, 6, 15), at: now)
        case .broughtBackInJuly: idle(since: now < day(2026, 7, 1) ? day(2026, 3, 2) : day(2026, 7, 1), at: now)
        case .openedForTests: .testable
        // Delivered on 2 March, its 180 days are over with 29 August: the carrier activates it on the next first.
        case .delivered: now < day(2026, 9, 1) ? .ready : idle(since: day(2026, 9, 1), at: now)
        case .inArrears: unpaid(since: day(2026, 5, 1), at: now)
        }
    }

    /// Of a card that owes since then: sixty days, then two months in the cycle.
    private static func unpaid(since begin: Date, at now: Date) -> ServiceState {
        let cancelling = china.date(byAdding: .day, value: 61, to: begin) ?? begin
        guard now >= cancelling else { return .active }
        return now >= end(2, after: cancelling) ? .cancelled : .cancelling
    }

    /// Whatever serves runs at the carrier, but what is under test: that is left to people. What is cancelled stays stopped there: nobody's interface
    /// cancels, and the test's people do nothing.
    private static func there(_ course: Course, at now: Date) -> CarrierLife {
        if course == .inArrears, now >= day(2026, 5, 1) { return .stopped }
        return switch state(course, at: now) {
        case .active: .active
        case .cancelling, .cancelled: .stopped
        case .stock, .testable, .ready: .ready
        }
    }

    /// What the carrier did with the card in that year.
    private static func changes(_ course: Course) -> [CarrierLife] {
        switch course {
        case .staysInStock, .openedForTests: []
        case .usedAllYear: [.active]
        case .activatedAndForgotten, .usedUntilJune, .delivered, .inArrears: [.active, .stopped]
        case .broughtBackInJuly: [.active, .stopped, .active, .stopped]
        }
    }

    // MARK: What is done

    private func use(_ lives: LifeSteps, _ iccids: [String], _ year: Int, _ month: Int) async throws {
        let day = "\(year)-\(month < 10 ? "0" : "")\(month)-15 08:00:00"
        let file = "iccid,usedAt\n" + iccids.map { "\($0),\(day)\n" }.joined()
        _ = try await lives.shiming.createUsageFile(as: lives.controller, body: OneChunk(Array(file.utf8)))
        while try await lives.shiming.runNextUsageFile() {}
    }

    private func counts(_ lives: LifeSteps) async throws -> [ServiceState: Int] {
        try await lives.shiming.store.read { session in
            var counts: [ServiceState: Int] = [:]
            try session.each("SELECT state, COUNT(*) FROM card_life GROUP BY state") { row in
                if let state = ServiceState(rawValue: row.int(0)) { counts[state] = Int(row.int(1)) }
                return true
            }
            // A card in stock to which nothing has happened has no row.
            counts[.stock, default: 0] += Self.cards - counts.values.reduce(0, +)
            return counts
        }
    }
}
