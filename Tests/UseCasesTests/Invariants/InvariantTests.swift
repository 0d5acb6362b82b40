import Foundation
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// REQUIREMENTS §11 on a real store: whatever people, carriers, clocks and dying servers do, the invariants hold for whoever reads.
@Suite("The invariants on a store")
struct InvariantTests {
    /// So many walks, and long ones; unless somebody asks for them a few short ones, as each meets with everything before chance leads it.
    private static let asked = ProcessInfo.processInfo.environment["SHIMING_TEST_WALKS"].flatMap { UInt64($0) }
    static let seeds: [UInt64] = Array(1...max(1, asked ?? 2))
    private static let steps = asked == nil ? 20 : 60

    @Test(arguments: InvariantTests.seeds)
    func `people, units and cards led at random break none of them, and meet with everything`(seed: UInt64) async throws {
        try await RandomWalk.on(seed: seed) { walk in
            try await walk.prologue()
            try await Self.demandNone(walk)
            #expect(Set(WalkedEvent.allCases).subtracting(walk.met) == [], "seed \(seed)")
            for number in 1...Self.steps {
                try await walk.step()
                if number.isMultiple(of: 10) { try await Self.demandNone(walk) }
            }
            try await walk.calmCarrier()
            #expect(await InvariantJudge(walk).servedByCarrier() == [], "seed \(seed)")
            _ = try await walk.shiming.sequenceTrail()
            #expect(try await walk.shiming.checkStore().findings == [], "seed \(seed)")
        }
    }

    private static func demandNone(_ walk: RandomWalk) async throws {
        var found: [Breach] = []
        try await walk.naming("judge") {
            // What a server does of itself, soon afterwards.
            try await walk.sweep()
            found = try await InvariantJudge(walk).breaches() + BulkJudge(walk).breaches()
        }
        try #require(found == [], "seed \(walk.seed), step \(walk.steps): \(found)")
    }

    // MARK: The judge is judged

    @Test func `a mistake is planted against each of them`() {
        let faults = [WalkedFault.ofAdults, WalkedFault.ofResidents, WalkedFault.ofChildren, WalkedFault.ofUnits].joined()
        let planted = PlantedMistake.all.map(\.invariant) + faults.filter { $0.stored != nil }.map(\.invariant)
        #expect(Set(planted) == Set(Invariant.allCases))
    }

    @Test func `rules that are blind to what is missing are found out, by each thing that may be missing`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            var registered: [(card: KnownCard, faults: [WalkedFault])] = []
            for person in [0, 5, nil] as [Int?] {
                func whole(withProxy: Bool = false) -> WalkedPapers {
                    guard let person else { return .unit(0, in: walk.year) }
                    return .person(person, withProxy: withProxy)
                }
                let faults = WalkedFault.all(of: whole())
                let place = walk.known.cards.count
                try await walk.stock(person == nil ? .tracker : .watch)
                for fault in faults {
                    try await walk.register([place], whole(), fault: fault)
                    #expect(walk.breaches == [] && walk.known.cards[place].holder == nil, "\(fault.what)")
                    walk.world.clock.move(seconds: 600)
                }
                try await walk.register([place], whole(withProxy: true))
                registered.append((walk.known.cards[place], faults))
            }
            try #require(try await InvariantJudge(walk).breaches() == [])
            // They were handed in whole; what is stored is as if the rules had let them in with the fault.
            var shell = EngineShell(walk.world)
            try shell.dropTriggers()
            for (card, faults) in registered {
                let registration = try #require(card.holder?.registration)
                for fault in faults {
                    guard let stored = fault.stored else { continue }
                    let planted = try await stored.planted(in: registration, of: walk.shiming)
                    let found = try await Self.found(fault.invariant, walk, planted.table, planted.sql, with: shell)
                    for breaches in stored.isOfContent ? [found.each] : [found.each, found.inBulk] {
                        let isNamed = breaches.contains { $0.invariant == fault.invariant && $0.what.contains(card.iccid) }
                        #expect(isNamed, "\(fault.what): \(breaches)")
                    }
                }
            }
            try #require(try await InvariantJudge(walk).breaches() == [])
        }
    }

    /// What the judge of this rule finds card by card, and what is found in bulk, once this was done to the table, which is put back afterwards.
    private static func found(
        _ rule: Invariant, _ walk: RandomWalk, _ table: String, _ sql: String, with shell: EngineShell
    ) async throws -> (each: [Breach], inBulk: [Breach]) {
        try #require(try shell.keepCopy(of: table))
        let answer = try shell.run(sql)
        try #require(answer.isDone, "\(sql.prefix(200)): \(answer.text)")
        let found = (try await InvariantJudge(walk).breaches(of: rule), try await BulkJudge(walk).breaches())
        try #require(try shell.goBack(table).isDone)
        return found
    }

    /// By both judges.
    private static func demandNamed(_ mistake: PlantedMistake, _ lives: StagedLives, with shell: EngineShell) async throws {
        let found = try await Self.found(mistake.invariant, lives.walk, mistake.table, mistake.sql(lives), with: shell)
        for breaches in [found.each, found.inBulk] {
            #expect(breaches.contains { $0.invariant == mistake.invariant }, "\(mistake.what): \(breaches)")
        }
    }

    @Test func `every mistake in what is stored is refused by the database or named by the judges`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            let lives = try await StagedLives(walk)
            var shell = EngineShell(walk.world)
            try #require(try await InvariantJudge(walk).breaches() == [])
            for mistake in PlantedMistake.all where mistake.isGuarded {
                let answer = try shell.run(mistake.sql(lives))
                #expect(!answer.isDone && answer.text.contains("append-only"), "\(mistake.what): \(answer.text)")
            }
            try shell.dropTriggers()
            for mistake in PlantedMistake.all { try await Self.demandNamed(mistake, lives, with: shell) }
            // Another's name and number under a number that is used again.
            try await walk.register([lives.places.successor], .person(2))
            let registration = try #require(lives.successor.holder?.registration)
            try #require(try await InvariantJudge(walk).breaches() == [])
            for (member, text) in [("name", "佚名"), ("documentNumber", "E12345678")] {
                let planted = try await StoredFault.identity(.holder, member, text).planted(in: registration, of: walk.shiming)
                let found = try await Self.found(.recycled, walk, planted.table, planted.sql, with: shell).each
                #expect(found.contains { $0.invariant == .recycled }, "\(member): \(found)")
            }
        }
    }

    @Test func `a card of nobody's that the carrier lets run is named`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            try await walk.register([0], .person(0))
            #expect(await InvariantJudge(walk).servedByCarrier() == [])
            for card in walk.known.cards.prefix(2) { walk.carrier.set(card.iccid, .active) }
            let found = await InvariantJudge(walk).servedByCarrier()
            #expect(found.map(\.invariant) == [.usable] && found.allSatisfy { $0.what.contains(walk.known.cards[1].iccid) }, "\(found)")
            #expect(try await BulkJudge(walk).breaches().map(\.invariant) == [.usable])
        }
    }

    @Test func `what is deleted under its seal is named, because two open it`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            let lives = try await StagedLives(walk)
            try await walk.pass(days: 850)
            try #require(InvariantJudge(walk).firstSealed?.card.iccid == lives.givenUp.iccid)
            try #require(try await InvariantJudge(walk).breaches() == [])
            var shell = EngineShell(walk.world)
            try shell.dropTriggers()
            for mistake in PlantedMistake.underSeal { try await Self.demandNamed(mistake, lives, with: shell) }
            try #require(try await InvariantJudge(walk).breaches() == [])
        }
    }

    @Test func `a service that ends by another calendar than China's is named, and so is a command that does nothing`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            let lives = try await StagedLives(walk)
            let place = lives.places.held
            try await walk.change(.cancel, place)
            try #require(walk.breaches == [])
            // As if it had been asked for a month later than it was.
            walk.known.cards[place].cycleFrom = walk.now.adding(days: 31)
            for days in [63, 8] as [Int64] { try await walk.pass(days: days) }
            #expect(Set(walk.breaches.map(\.invariant)) == [.kept], "\(walk.breaches)")
            walk.breaches = []
            walk.known.cards[place].isStopped = false
            try await walk.change(.stop, place)
            #expect(walk.breaches.contains { $0.invariant == .usable }, "\(walk.breaches)")
            // As if nobody had registered it.
            walk.breaches = []
            walk.known.cards[lives.places.units].holdings = []
            try await walk.change(.activate, lives.places.units)
            #expect(walk.breaches.contains { $0.invariant == .usable }, "\(walk.breaches)")
        }
    }

    /// In milliseconds since 1970; the dates beside them are those of Shanghai.
    @Test(
        arguments: [
            // 2026-12-31 23:59 and two months: 2027-02-28 has ended.
            (1_798_732_740_000, 2, 1_803_830_400_000),
            // 2026-03-31 12:00 and two months: 2026-05-31.
            (1_774_929_600_000, 2, 1_780_243_200_000),
            // 2026-12-31 23:59 and fourteen months: 2028-02-29.
            (1_798_732_740_000, 14, 1_835_452_800_000),
            // 2028-02-29 00:00 and two years: 2030-02-28.
            (1_835_366_400_000, 24, 1_898_524_800_000),
        ] as [(Int64, Int, Int64)])
    func `the judge's own calendar ends months where China's does`(begin: Int64, months: Int, end: Int64) {
        #expect(ChinaDay.end(ofMonths: months, after: Instant(milliseconds: begin)) == Instant(milliseconds: end))
    }

    @Test func `the judge's own calendar ends days where China's does, and writes them`() {
        // 2026-12-01 00:30 and ninety days: 2027-03-01 has ended.
        let begin = Instant(milliseconds: 1_796_056_200_000)
        #expect(ChinaDay(of: begin).written == 2026_12_01)
        #expect(ChinaDay.end(ofDays: 90, after: begin) == Instant(milliseconds: 1_803_916_800_000))
        #expect(ChinaDay(of: Instant(milliseconds: 1_835_366_399_999)).written == 2028_02_28)
        #expect(ChinaDay(of: Instant(milliseconds: 1_835_366_400_000)).written == 2028_02_29)
        // 2027-02-28 and 2027-03-01.
        let first = Instant(milliseconds: 1_803_830_400_000)
        #expect(ChinaDay.firstOfMonth(from: first.adding(days: -1)) == first && ChinaDay.firstOfMonth(from: first) == first)
    }

    @Test func `who reads what is kept for tracing as if it were business is named, and so is who counts wrong`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            _ = try await StagedLives(walk)
            var judge = InvariantJudge(walk)
            judge.business = { _ in [walk.job.compliance] }
            #expect(Set(try await judge.breaches(of: .kept).map(\.invariant)) == [.kept])
            // Two of two, then a third by another document, with the place of one of them gone.
            let person = WalkedPapers.person(0, document: 1)
            for _ in 0..<2 { try await walk.stock(.watch) }
            let places = walk.known.places { $0.kind == .watch && $0.isFree }.suffix(2)
            try await walk.register([places[places.startIndex]], person)
            try await walk.register([places[places.startIndex + 1]], .person(0))
            #expect(walk.breaches == [] && walk.known.count(of: "adult 0", .watch) == 2)
            try await walk.shiming.store.write { try $0.run("DELETE FROM card_slot WHERE place = 0") }
            try await walk.register([places[places.startIndex + 1]], .person(0))
            #expect(walk.breaches.map(\.invariant) == [.quota])
        }
    }

    @Test func `a card that is refused for its check digit, and one whose failing digit is not told, are named`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            let (problems, isTaken) = try await walk.stock(.tracker, withWrongDigit: true)
            walk.judgeTaken(problems, isTaken: isTaken, isWrong: true)
            #expect(walk.breaches == [])
            walk.judgeTaken(problems, isTaken: false, isWrong: true)
            walk.judgeTaken([], isTaken: true, isWrong: true)
            #expect(walk.breaches.map(\.invariant) == [.checksum, .checksum])
        }
    }
}
