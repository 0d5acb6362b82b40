import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct `Whether a number is known` {
    private func withObserved(_ body: (CardWorld, ObservingStore) async throws -> Void) async throws {
        let world = try await World.make(observing: true)
        do {
            try await body(CardWorld.make(world), #require(world.installation.engine as? ObservingStore))
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    @Test func `rows scattered among known ones are sought hundreds at a time`() async throws {
        try await withObserved { cards, observed in
            let scattered = (1...200).map { $0 * 40 }
            try await cards.take((1...8_000).filter { $0 % 40 != 0 || $0 == 4_000 }.map { CardWorld.row($0) })
            let before = observed.statementsRun
            let intake = try await cards.take(scattered.shuffled().map { CardWorld.row($0) })
            #expect(intake.progress.taken == 199)
            #expect(intake.progress.known == 1)
            // Each of the two hundred by three numbers lies in a gap of its own: one question a gap would be six hundred.
            #expect(observed.statementsRun - before < 100, "\(observed.statementsRun - before)")
        }
    }

    @Test(arguments: [[2, 3, 5, 7, 8], Array(stride(from: 2, through: 600, by: 2)), Array(1...300), Array(290...700)])
    func `few or many, scattered or in a row: known ones are told from others`(asked: [Int]) async throws {
        try await withCards { cards in
            try await cards.take((1...300).map { CardWorld.row($0) })
            let intake = try await cards.take(asked.shuffled().map { CardWorld.row($0) })
            #expect(intake.progress.known == Int64(asked.filter { $0 <= 300 }.count))
            #expect(intake.progress.taken == Int64(asked.filter { $0 > 300 }.count))
            #expect(intake.progress.failed == 0)
        }
    }

    @Test func `a number is sought in the one piece of a directory that can hold it`() async throws {
        try await withObserved { cards, observed in
            try await cards.take((1...50).map { CardWorld.row($0) })
            for directory in ["iccid", "msisdn", "imsi"] {
                let sought = try #require(
                    observed.statements.first { $0.text.hasPrefix("WITH sought") && $0.text.contains("\(directory)_directory") })
                guard EngineShell.isPostgres else {
                    let plan = try await cards.installation.store.read { try $0.all("EXPLAIN QUERY PLAN \(sought)") { $0.text(3) } }
                    #expect(plan.contains { $0.hasPrefix("SEARCH d USING") } && !plan.contains { $0.hasPrefix("SCAN d") }, "\(plan)")
                    continue
                }
                let plan = try await cards.installation.store.read { session in
                    try session.all("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) \(sought)") { $0.text(0) }
                }
                let loops = plan.compactMap { line -> Int? in
                    guard line.contains(" on \(directory)_directory"), let found = line.firstMatch(of: /loops=(\d+)/) else { return nil }
                    return Int(found.output.1)
                }
                #expect(loops.reduce(0, +) == sought.binds.count, "\(plan.joined(separator: "\n"))")
            }
        }
    }
}
