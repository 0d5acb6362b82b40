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
    /// The rules are the same on both engines; the crowd is there once.
    private static let cards = TestEngine.current == .sqlite ? 100_000 : 5_000

    /// How a fifth of the cards each is led.
    private enum Course: Int, CaseIterable {
        case staysInStock, activatedAndForgotten, usedAllYear, usedUntilJune, broughtBackInJuly
    }

    @Test func `what stands in each state every month, here and at the carrier, is what the calendar says`() async throws {
        try await withYearCarrier(MainJob.iccid, cards: Self.cards) { carrier in
            try await withLives(cards: Self.cards, carrier: carrier.gateway, clock: carrier.clock) { lives, _ in
                try await lead(lives, carrier)
            }
        }
    }

    private func lead(_ lives: LifeSteps, _ carrier: YearCarrier) async throws {
        let size = Self.cards / Course.allCases.count
        func cards(_ course: Course) -> CardSelector {
            .range(from: lives.job.iccids[course.rawValue * size], to: lives.job.iccids[(course.rawValue + 1) * size - 1])
        }
        for course in Course.allCases where course != .staysInStock {
            _ = try await lives.shiming.changeLives(as: lives.controller, cards(course), LifeWish(.activate))
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
                try await use(lives, used.flatMap { lives.job.iccids[$0.rawValue * size..<($0.rawValue + 1) * size] }, year, month)
            }
            if date.year == 2026, date.month == 7, date.day == 1 {
                _ = try await lives.shiming.changeLives(as: lives.controller, cards(.broughtBackInJuly), LifeWish(.bringBack))
            }
            try await carrier.work(lives)
            if date.day == 10 {
                var expected: [ServiceState: Int] = [:]
                var expectedThere: [CarrierLife: Int] = [:]
                for course in Course.allCases {
                    let state = Self.state(course, at: Self.date(today))
                    expected[state, default: 0] += size
                    expectedThere[Self.there(state), default: 0] += size
                }
                #expect(try await counts(lives) == expected, "\(date)")
                #expect(await carrier.counts() == expectedThere, "\(date)")
                judged += 1
            }
        }
        #expect(judged == 13)
        let end = Self.date(lives.world.clock.now())
        try await carrier.judgeEveryCard(lives) { card in
            let course = try #require(Course(rawValue: card / size))
            return (Self.there(Self.state(course, at: end)), Self.changes(course))
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
        }
    }

    /// Whatever serves runs at the carrier. What is cancelled stays stopped there: nobody's interface cancels, and the test's people do nothing.
    private static func there(_ state: ServiceState) -> CarrierLife {
        switch state {
        case .active: .active
        case .cancelling, .cancelled: .stopped
        case .stock, .testable, .ready: .ready
        }
    }

    /// What the carrier did with the card in that year.
    private static func changes(_ course: Course) -> [CarrierLife] {
        switch course {
        case .staysInStock: []
        case .usedAllYear: [.active]
        case .activatedAndForgotten, .usedUntilJune: [.active, .stopped]
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
