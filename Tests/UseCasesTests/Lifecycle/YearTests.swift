import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// A year of many cards of four carriers under a moved clock, against a calculation that knows nothing of the rules' code.
@Suite("A year, R-LC-04")
struct YearTests {
    /// So many cards, unless somebody asks for more or fewer.
    private static let asked = ProcessInfo.processInfo.environment["SHIMING_TEST_YEAR"].flatMap { Int($0) }
    /// The rules are the same on both engines; the whole crowd is there once, and on PostgreSQL a part of it.
    private static let cards = max(asked ?? (TestEngine.current == .sqlite ? 100_000 : 10_000), 1_000) / 5 * 5
    private static let parts = YearPart.all(cards)

    /// What stands where on a day.
    private struct Counts: Hashable {
        /// In each state here, and at the carrier.
        var here: [ServiceState: Int] = [:]
        var there: [CarrierLife: Int] = [:]
        /// Numbers that nobody may have.
        var frozen = 0
    }

    @Test func `what stands in each state every month, here and at each of four carriers, is what the calendar says`() async throws {
        #expect(Self.parts.map(\.cards).reduce(0, +) == Self.cards)
        let clock = MovedClock()
        try await withYearCarriers(Self.parts, clock) { carriers in
            try await withWorld(carriers: { _ in CarrierGateways(carriers.map(\.gateway)) }, clock: clock) { world in
                let job = try await MainJob.prepare(in: world, cards: 1)
                for part in Self.parts { try await stock(part, job) }
                try await lead(LifeSteps(job: job), carriers)
            }
        }
    }

    /// The calculation judged: days found in a printed calendar, for a card put into service on 2 March and forgotten.
    @Test(
        arguments: [
            (.mobile, 2026_05_03, 2026_08_04, 2026_12_03), (.telecom, 2026_07_03, 2026_08_04, 2027_02_01),
            (.unicom, 2026_06_03, 2026_10_04, 2027_03_04), (.broadnet, 2026_06_03, 2026_08_04, 2026_11_03),
        ] as [(Carrier, Int, Int, Int)])
    func `each carrier's forgotten cards go by its own terms`(carrier: Carrier, cancelling: Int, cancelled: Int, free: Int) throws {
        let part = try #require(Self.parts.first { $0.carrier == carrier })
        let life = YearLife(.activatedAndForgotten, part.terms)
        func turn(_ day: Int) -> (before: Date, after: Date) {
            let midnight = YearCalendar.day(day / 10_000, day / 100 % 100, day % 100)
            return (midnight.addingTimeInterval(-1), midnight)
        }
        let (begins, ends, frees) = (turn(cancelling), turn(cancelled), turn(free))
        #expect(life.state(at: begins.before) == .active && life.state(at: begins.after) == .cancelling)
        #expect(life.state(at: ends.before) == .cancelling && life.state(at: ends.after) == .cancelled)
        #expect(!life.isFrozen(at: ends.before) && life.isFrozen(at: ends.after))
        #expect(life.isFrozen(at: frees.before) && !life.isFrozen(at: frees.after))
    }

    /// The part's cards, registered and under its terms.
    private func stock(_ part: YearPart, _ job: MainJob) async throws {
        if part.carrier != .mobile {
            try await MainJob.contract(part.carrier, of: job.agent.id, by: job.administrator, in: job.world)
        }
        try await job.addProduct(part.name, .directed, monthlyMegabytes: 30, carrier: part.carrier)
        if let terms = part.ownTerms {
            _ = try await job.installation.setLifeSetting(
                as: job.administrator, carrier: part.carrier, product: nil, province: nil, terms.setting, validFrom: nil, after: 0)
        }
        let file = "ICCID,MSISDN\n" + (0..<part.cards).map { "\(part.iccid($0)),\(part.msisdn($0))\n" }.joined()
        _ = try await job.installation.createIntake(
            as: job.administrator, IntakeRequest(kind: .stock, batch: part.name, product: part.name, province: 31),
            body: OneChunk(Array(file.utf8)))
        while try await job.installation.runNextIntake() {}
        _ = try await job.installation.allocateCards(as: job.administrator, .batch(part.name), to: job.agent.id)
        _ = try await job.registered(cards: .batch(part.name))
    }

    // MARK: The year

    private func change(_ lives: LifeSteps, _ course: YearCourse, _ wish: LifeWish) async throws {
        for part in Self.parts { _ = try await lives.shiming.changeLives(as: lives.controller, part.selector(course), wish) }
    }

    private func lead(_ lives: LifeSteps, _ carriers: [YearCarrier]) async throws {
        for course in YearCourse.allCases {
            switch course {
            case .staysInStock: continue
            case .openedForTests: try await change(lives, course, LifeWish(.openTest))
            case .delivered: try await change(lives, course, LifeWish(.prepare))
            default: try await change(lives, course, LifeWish(.activate))
            }
        }
        var judged = 0
        for day in 0..<375 {
            let today = try shanghai(2026, 3, 2, hour: 10).adding(days: Int64(day))
            lives.world.clock.set(today)
            _ = try await lives.shiming.sweepAllLives()
            let date = YearCalendar.china.dateComponents([.year, .month, .day], from: YearCalendar.date(today))
            if date.day == 16, let year = date.year, let month = date.month {
                var used = [YearCourse.usedAllYear]
                if (year, month) <= (2026, 6) { used.append(.usedUntilJune) }
                if (year, month) <= (2026, 4) { used.append(.inArrears) }
                try await use(lives, used, year, month)
            }
            if date.year == 2026, date.month == 5, date.day == 1 { try await change(lives, .inArrears, LifeWish(.stop, reason: .arrears)) }
            if date.year == 2026, date.month == 8, date.day == 1 { try await change(lives, .broughtBackInAugust, LifeWish(.bringBack)) }
            try await workOff(carriers, lives)
            if date.day == 10 {
                let found = try await counts(lives, carriers)
                for part in Self.parts {
                    #expect(found[part.carrier] == Self.expected(part, at: YearCalendar.date(today)), "\(date) \(part.carrier)")
                }
                judged += 1
            }
        }
        #expect(judged == 13)
        let end = YearCalendar.date(lives.world.clock.now())
        for carrier in carriers { try await carrier.judgeEveryCard(lives, at: end) }
    }

    /// A file of each carrier's about the day before.
    private func use(_ lives: LifeSteps, _ courses: [YearCourse], _ year: Int, _ month: Int) async throws {
        let day = "\(year)-\(month < 10 ? "0" : "")\(month)-15 08:00:00"
        for part in Self.parts {
            let iccids = courses.flatMap { part.places($0).map(part.iccid) }
            let file = "iccid,usedAt\n" + iccids.map { "\($0),\(day)\n" }.joined()
            _ = try await lives.shiming.createUsageFile(as: lives.controller, body: OneChunk(Array(file.utf8)))
        }
        while try await lives.shiming.runNextUsageFile() {}
    }

    // MARK: The counts

    private static func expected(_ part: YearPart, at now: Date) -> Counts {
        var counts = Counts()
        for course in YearCourse.allCases {
            let (cards, life) = (part.places(course).count, YearLife(course, part.terms))
            counts.here[life.state(at: now), default: 0] += cards
            counts.there[life.there(at: now), default: 0] += cards
            if life.isFrozen(at: now) { counts.frozen += cards }
        }
        return counts
    }

    private func counts(_ lives: LifeSteps, _ carriers: [YearCarrier]) async throws -> [Carrier: Counts] {
        let (here, frozen) = try await stored(lives)
        var counts: [Carrier: Counts] = [:]
        for carrier in carriers {
            let part = carrier.part
            var found = Counts(here: here[part.name] ?? [:], there: await carrier.counts(), frozen: frozen[part.name] ?? 0)
            // A card in stock to which nothing has happened has no row.
            found.here[.stock, default: 0] += part.cards - found.here.values.reduce(0, +)
            counts[part.carrier] = found
        }
        return counts
    }

    /// What stands in each state here, and how many numbers are frozen, by product.
    private func stored(_ lives: LifeSteps) async throws -> (here: [String: [ServiceState: Int]], frozen: [String: Int]) {
        let now = lives.world.clock.now()
        return try await lives.shiming.store.read { session in
            var here: [String: [ServiceState: Int]] = [:]
            try session.each(
                """
                SELECT p.code, l.state, COUNT(*) FROM card_life l JOIN subscription s ON s.id = l.subscription
                JOIN product p ON p.id = s.product GROUP BY p.code, l.state
                """
            ) { row in
                if let state = ServiceState(rawValue: row.int(1)) { here[row.text(0), default: [:]][state] = Int(row.int(2)) }
                return true
            }
            var frozen: [String: Int] = [:]
            try session.each(
                """
                SELECT p.code, COUNT(*) FROM number_freeze f JOIN subscription s ON s.id = f.subscription
                JOIN product p ON p.id = s.product WHERE f.frozen_from <= \(now) AND f.free_from > \(now) GROUP BY p.code
                """
            ) { row in
                frozen[row.text(0)] = Int(row.int(1))
                return true
            }
            return (here: here, frozen: frozen)
        }
    }
}
