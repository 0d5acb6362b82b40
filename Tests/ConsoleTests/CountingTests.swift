import Registry
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Console

@Suite("Figures that are counted seldom")
struct CountingTests {
    private struct Broken: Error {}

    /// Counts in memory; while `isHeld`, a count does not end.
    private final class Counter: Sendable {
        let clock = MovedClock()
        private let state = Mutex((counts: 0, isHeld: false, fails: false))
        var counts: Int { state.withLock(\.counts) }
        func hold(_ isHeld: Bool) { state.withLock { $0.isHeld = isHeld } }
        func fail(_ fails: Bool) { state.withLock { $0.fails = fails } }

        func counting(patience: Duration = .seconds(600)) -> CountingCards<CardFigures> {
            CountingCards(patience: patience, now: { self.clock.now() }) { _ in
                let number = self.state.withLock { state in
                    state.counts += 1
                    return state.counts
                }
                while self.state.withLock(\.isHeld) { await Task.yield() }
                if self.state.withLock(\.fails) { throw Broken() }
                return CardFigures(
                    countedAt: self.clock.now(), total: .init(cards: Int64(number)), byCarrier: [:], byOrganisation: [:], names: [:],
                    byMonth: [:])
            }
        }
    }

    private let someone = Principal.system

    @Test func `are counted once an hour, however many ask`() async throws {
        let counter = Counter()
        let counting = counter.counting()
        let found = try await withThrowingTaskGroup(of: Int64?.self) { group in
            for _ in 0..<20 { group.addTask { try await counting.figures(for: self.someone)?.total.cards } }
            return try await group.reduce(into: Set<Int64?>()) { $0.insert($1) }
        }
        #expect(found == [1] && counter.counts == 1)
        counter.clock.move(seconds: 3_599)
        #expect(try await counting.figures(for: someone)?.total.cards == 1)
        counter.clock.move(seconds: 2)
        #expect(try await counting.figures(for: someone)?.total.cards == 2)
    }

    @Test func `a count that takes long keeps nobody waiting, and goes on`() async throws {
        let counter = Counter()
        let counting = counter.counting(patience: .milliseconds(60))
        counter.hold(true)
        #expect(try await counting.figures(for: someone) == nil)
        #expect(try await counting.figures(for: someone) == nil)
        counter.hold(false)
        var found: CardFigures?
        while found == nil { found = try await counting.figures(for: someone) }
        #expect(found?.total.cards == 1 && counter.counts == 1)
    }

    @Test func `a page that waits for less is not kept, and the others are told what it began`() async throws {
        let counter = Counter()
        let counting = counter.counting()
        counter.hold(true)
        #expect(try await counting.figures(for: someone, patience: .milliseconds(20)) == nil)
        counter.hold(false)
        #expect(try await counting.figures(for: someone)?.total.cards == 1)
        #expect(counter.counts == 1)
    }

    @Test func `a count that failed is begun anew by whoever asks next`() async throws {
        let counter = Counter()
        let counting = counter.counting()
        counter.fail(true)
        await #expect(throws: Broken.self) { try await counting.figures(for: someone) }
        counter.fail(false)
        #expect(try await counting.figures(for: someone)?.total.cards == 2)
    }

    @Test func `a failure that a page looked at without telling it is told on the other, and is begun anew no sooner`() async throws {
        let counter = Counter()
        let counting = counter.counting()
        counter.fail(true)
        for _ in 0..<2 {
            await #expect(throws: Broken.self) { try await counting.figures(for: someone, patience: .seconds(600)) }
        }
        await #expect(throws: Broken.self) { try await counting.figures(for: someone) }
        #expect(counter.counts == 1)
        await #expect(throws: Broken.self) { try await counting.figures(for: someone, patience: .seconds(600)) }
        counter.fail(false)
        counter.clock.move(seconds: 3_601)
        #expect(try await counting.figures(for: someone, patience: .seconds(600))?.total.cards == 3)
    }

    @Test func `whoever goes away ends no count`() async throws {
        let counter = Counter()
        let counting = counter.counting()
        counter.hold(true)
        let gone = Task { try await counting.figures(for: someone) }
        while counter.counts == 0 { await Task.yield() }
        gone.cancel()
        _ = await gone.result
        counter.hold(false)
        #expect(try await counting.figures(for: someone)?.total.cards == 1)
        #expect(counter.counts == 1)
    }
}
