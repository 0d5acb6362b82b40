import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What a sweep costs")
struct SweepTests {
    /// Statements of one sweep in which three cards are due, beside others in service that are not.
    private func statements(beside others: Int) async throws -> Int {
        let world = try await World.make(observing: true)
        do {
            let job = try await MainJob.prepare(in: world, cards: 3 + others)
            _ = try await job.registered()
            let lives = LifeSteps(job: job)
            try await lives.change(.activate, [0, 1, 2])
            world.clock.move(days: 60)
            if others > 0 { try await lives.change(.activate, Array(3..<3 + others)) }
            try await lives.sweep(at: 2026, 6, 2, hour: 23)
            world.clock.set(try shanghai(2026, 6, 3))
            let store = try #require(world.installation.engine as? ObservingStore)
            let before = store.statementsRun
            #expect(try await world.installation.sweepLives() == 3)
            let run = store.statementsRun - before
            #expect(try await lives.standing(0).state == .cancelling)
            await world.end()
            return run
        } catch {
            await world.end()
            throw error
        }
    }

    @Test func `it is what is due that costs, not what is stored`() async throws {
        let alone = try await statements(beside: 0)
        #expect(alone > 5)
        #expect(try await statements(beside: 200) == alone)
    }

    @Test func `a card that is amiss holds up no other`() async throws {
        try await withLives(cards: 6) { lives, _ in
            try await lives.change(.activate, Array(0..<6))
            // No reason has this place.
            let spoilt = try await lives.life(2).life.subscription
            try await lives.shiming.store.write { try $0.run("UPDATE card_life SET stops = 1048576 WHERE subscription = \(spoilt)") }
            try await lives.sweep(at: 2026, 6, 3)
            for card in [0, 1, 3, 4, 5] { #expect(try await lives.standing(card).state == .cancelling) }
            await #expect(throws: UnreadableRow.self) { _ = try await lives.standing(2) }
            // It is looked at again, and goes on once it is mended.
            try await lives.shiming.store.write { try $0.run("UPDATE card_life SET stops = 0 WHERE subscription = \(spoilt)") }
            try await lives.sweep(at: 2026, 6, 20)
            #expect(try await lives.standing(2).state == .cancelling)
        }
    }

    @Test func `a batch that is due is done in pieces, each its own transaction`() async throws {
        var settings = Settings()
        settings.sweepCards = 4
        try await withLives(cards: 10, settings: settings) { lives, _ in
            try await lives.change(.activate, Array(0..<10))
            try await lives.sweep(at: 2026, 6, 2, hour: 23)
            lives.world.clock.set(try shanghai(2026, 6, 3))
            #expect(try await lives.shiming.sweepLives() == 4)
            let done = try await (0..<10).asyncCount { try await lives.standing($0).state == .cancelling }
            #expect(done == 4)
            #expect(try await lives.shiming.sweepAllLives() == 6)
        }
    }
}

extension Range<Int> {
    fileprivate func asyncCount(_ holds: (Int) async throws -> Bool) async throws -> Int {
        var count = 0
        for number in self where try await holds(number) { count += 1 }
        return count
    }
}
