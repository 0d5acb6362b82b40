import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// REQUIREMENTS §11 on a real store: whatever people, carriers, clocks and dying servers do, the invariants hold for whoever reads.
@Suite("The invariants on a store")
struct InvariantTests {
    /// Which together meet with everything.
    private static let seeds: [UInt64] = [1, 3, 4]
    private static let steps = 60

    @Test func `people, units and cards led at random break none of them, and meet with everything`() async throws {
        var met: Set<WalkedEvent> = []
        for seed in Self.seeds { met.formUnion(try await walked(seed)) }
        #expect(Set(WalkedEvent.allCases).subtracting(met) == [], "seeds \(Self.seeds)")
    }

    private func walked(_ seed: UInt64) async throws -> Set<WalkedEvent> {
        try await RandomWalk.on(seed: seed) { walk in
            for number in 1...Self.steps {
                try await walk.step()
                guard number.isMultiple(of: 10) else { continue }
                // What a server does of itself, soon afterwards.
                try await walk.sweep()
                let found = try await InvariantJudge(walk).breaches()
                try #require(found == [], "seed \(seed), step \(number): \(found)")
            }
            try await walk.calmCarrier()
            #expect(try await InvariantJudge(walk).servedByCarrier() == [], "seed \(seed)")
            _ = try await walk.shiming.sequenceTrail()
            #expect(try await walk.shiming.checkStore().findings == [], "seed \(seed)")
            return walk.met
        }
    }

    // MARK: The judge is judged

    @Test func `rules that are blind to what is missing are found out, by each thing that may be missing`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            for person in [0, 5, nil] as [Int?] {
                func whole() -> WalkedPapers { person.map { .person($0) } ?? .unit(0, in: walk.year) }
                for fault in WalkedFault.all(of: whole()) {
                    let papers = whole()
                    let kind = papers.person == nil ? WalkedKind.tracker : .watch
                    let place = walk.known.cards.count
                    try await walk.stock(kind)
                    try await walk.register([place], papers, fault: fault)
                    #expect(walk.breaches == [], "\(fault.what)")
                    try await walk.register([place], papers, fault: fault, isOverlooked: true)
                    #expect(walk.breaches == [Breach(fault.invariant, "taken with \(fault.what)")])
                    walk.breaches = []
                    try await walk.change(.cancel, place)
                    try await walk.pass(days: 70)
                }
            }
        }
    }

    @Test func `every mistake in what is stored is refused by the database or named by the judge`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            let lives = try await StagedLives(walk)
            var shell = EngineShell(walk.world)
            try #require(try await InvariantJudge(walk).breaches() == [])
            for mistake in PlantedMistake.all where mistake.isGuarded {
                let answer = try shell.run(mistake.sql(lives))
                #expect(!answer.isDone && answer.text.contains("append-only"), "\(mistake.what): \(answer.text)")
            }
            try shell.dropTriggers()
            for mistake in PlantedMistake.all {
                try #require(try shell.keepCopy(of: mistake.table))
                let answer = try shell.run(mistake.sql(lives))
                try #require(answer.isDone, "\(mistake.what): \(answer.text)")
                let found = try await InvariantJudge(walk).breaches()
                #expect(found.contains { $0.invariant == mistake.invariant }, "\(mistake.what): \(found)")
                try #require(try shell.goBack(mistake.table).isDone)
            }
            try #require(try await InvariantJudge(walk).breaches() == [])
        }
    }

    @Test func `who reads what is kept for tracing as if it were business is named, and so is who counts wrong`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            _ = try await StagedLives(walk)
            var judge = InvariantJudge(walk)
            judge.business = { _ in [walk.job.compliance] }
            #expect(Set(try await judge.breaches().map(\.invariant)) == [.kept])
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
