import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("How many cards there are, and for how many somebody answers")
struct FiguresTests {
    @Test func `by carrier, by whose hands they are in, by month and way in`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 10)
            _ = try await job.registered()
            let figures = try await world.installation.countCards(as: job.administrator)
            let carrier = try #require(Carrier("mobile"))
            #expect(figures.total == .init(cards: 10, registered: 10))
            #expect(figures.byCarrier == [carrier: .init(cards: 10, registered: 10)])
            #expect(figures.byOrganisation == [job.agent.id: .init(cards: 10, registered: 10)])
            #expect(figures.names == [job.agent.id: job.agent.name])
            #expect(figures.byKind == [.agent: .init(cards: 10, registered: 10)])
            #expect(figures.byMonth.count == 1)
            #expect(figures.byMonth.first?.value == [.agent: 10])
            #expect(figures.byMonth.first?.key == .init(year: 2026, month: 3))
        }
    }

    @Test func `a card that nobody answers for any more is not registered, and the month keeps what it was`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await job.registered()
            _ = try await job.changed(begun.registration, .end) { _ in }
            world.clock.move(days: 40)
            let figures = try await world.installation.countCards(as: job.administrator)
            #expect(figures.total == .init(cards: 3, registered: 0))
            #expect(figures.byMonth.values.flatMap(\.values).reduce(0, +) == 3)
            world.clock.move(days: 400)
            #expect(try await world.installation.countCards(as: job.administrator).byMonth.isEmpty)
        }
    }

    @Test func `of several links the one in force at the moment says whether somebody answers`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 8)
            let now = world.clock.now().milliseconds
            let registration: [UInt8]? = Array(repeating: 7, count: 16)
            // (begins, names a registration), in the order in which they were recorded.
            func links(_ told: [(Int64, Bool)]) -> [(Int64, [UInt8]?)] { told.map { (now + $0.0, $0.1 ? registration : nil) } }
            let cards: [[(Int64, [UInt8]?)]] = [
                links([(-9, true)]), links([(-9, true), (5, false)]), links([(5, true)]), links([(-9, true), (-9, false)]),
                links([(-9, false), (-9, true)]), links([(-1, true), (-9, false)]), links([(-9, true), (-5, false), (-2, true)]),
                links([(7, true)]),
            ]
            try await world.installation.store.write { session in
                for (card, links) in cards.enumerated() {
                    for (ordinal, link) in links.enumerated() {
                        try session.run(
                            """
                            INSERT INTO holding (subscription, ordinal, effective_from, recorded_at, registration, decision)
                            VALUES (\(card + 1), \(ordinal), \(link.0), \(now), \(link.1), \(registration))
                            """)
                    }
                }
            }
            #expect(try await world.installation.countCards(as: job.administrator).total == .init(cards: 8, registered: 5))
            // The second ends, the third and the last begin.
            world.clock.move(days: 1)
            #expect(try await world.installation.countCards(as: job.administrator).total == .init(cards: 8, registered: 6))
        }
    }

    @Test func `others' cards are not counted, and not everybody counts`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 5)
            _ = try await job.registered()
            let own = MainJob.staff(
                [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 61)
            #expect(try await world.installation.countCards(as: own).total == .init(cards: 5, registered: 5))
            let other = try await world.installation.createOrganisation(
                as: job.administrator, parent: job.administrator.organisation, kind: .agent, name: "别的代理商")
            let stranger = MainJob.staff([.agentManager], in: other.id, scope: .subtree(organisation: other.id, path: other.path), 62)
            let figures = try await world.installation.countCards(as: stranger)
            #expect(figures.total == .init(cards: 0, registered: 0) && figures.byMonth.isEmpty)
            await #expect(throws: Refusal.notPermitted) { try await world.installation.countCards(as: job.clerk) }
        }
    }
}
