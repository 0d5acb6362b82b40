import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Lives led at random on a real store: what is stored must be what the rules say, whatever happens in which order.
@Suite("Lives on a store")
struct StoredLivesTests {
    private static let cards = 8

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `whatever is asked of cards, events, standing and trail agree`(_ seed: UInt64) async throws {
        try await withLives(cards: Self.cards) { lives, _ in
            var chance = Seeded(state: seed)
            for _ in 0..<60 { try await step(lives, &chance) }
            for card in 0..<Self.cards { try await judge(lives, card, "seed \(seed), card \(card)") }
            _ = try await lives.shiming.sequenceTrail()
            #expect(try await lives.shiming.checkStore().findings == [], "seed \(seed)")
        }
    }

    private func step(_ lives: LifeSteps, _ chance: inout Seeded) async throws {
        let card = Int.random(in: 0..<Self.cards, using: &chance)
        switch Int.random(in: 0..<6, using: &chance) {
        case 0:
            lives.world.clock.move(days: .random(in: 1...30, using: &chance))
            _ = try await lives.shiming.sweepAllLives()
        case 1:
            try await lives.use(lives.job.iccids[card])
            _ = try await lives.shiming.sweepAllLives()
        default:
            let command = LifeWish.commands.sorted { $0.rawValue < $1.rawValue }.randomElement(using: &chance) ?? .activate
            try await lives.change(
                command, [card, (card + 1) % Self.cards], reason: StopReason.allCases.randomElement(using: &chance), leavingOthers: true)
        }
    }

    private func judge(_ lives: LifeSteps, _ card: Int, _ place: Comment) async throws {
        let view = try await lives.life(card)
        #expect(view.events.map(\.ordinal) == Array(0..<Int64(view.events.count)), place)
        #expect(view.life.standing == view.events.last?.standing ?? LifeStanding(.stock), place)
        #expect(view.events.count { $0.standing.state == .cancelled } <= 1, place)
        #expect(zip(view.events, view.events.dropFirst()).allSatisfy { $0.effectiveFrom <= $1.effectiveFrom }, place)
        #expect(Set(view.intents.map(\.ordinal)).count == view.intents.count, place)
        let isGone = view.life.standing.state == .cancelled
        #expect(view.life.isHeld == !isGone, place)
        #expect((view.intents.first?.command == .cancel) == isGone, place)
        for (before, after) in zip(view.events, view.events.dropFirst()) where after.command == .resume {
            let lifted = before.standing.stops.reasons.filter { !after.standing.stops.contains($0) }
            #expect(lifted == [after.reason].compactMap(\.self), place)
        }
        if view.life.standing.state == .active, !view.life.isHeld { #expect(view.life.standing.stops.contains(.noRealName), place) }
    }
}
