import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct `Custody of cards` {
    private func cards(_ range: ClosedRange<Int>) -> CardSelector {
        .range(from: CardWorld.iccid(range.lowerBound), to: CardWorld.iccid(range.upperBound))
    }

    private func seen(by principal: Principal, _ cards: CardWorld) async throws -> [String] {
        try await cards.installation.listCards(as: principal, limit: 500).rows.map(\.card.iccid)
    }

    @Test func `agents see the cards in the hands of their subtree and no others`() async throws {
        try await withCards { cards in
            try await cards.take((1...20).map { CardWorld.row($0) })
            #expect(try await seen(by: cards.agentManager, cards).isEmpty)
            let outcome = try await cards.installation.allocateCards(as: cards.administrator, self.cards(1...10), to: cards.agent)
            #expect(outcome.moved == 10)
            _ = try await cards.installation.allocateCards(as: cards.agentManager, self.cards(3...5), to: cards.lower)
            #expect(try await seen(by: cards.administrator, cards).count == 20)
            #expect(try await seen(by: cards.agentManager, cards).count == 10)
            #expect(try await seen(by: cards.lowerManager, cards) == (3...5).map(CardWorld.iccid))
            #expect(try await seen(by: cards.otherManager, cards).isEmpty)
        }
    }

    @Test func `what is not one's own is not there, nothing moves and nothing stays on record`() async throws {
        try await withCards { cards in
            try await cards.take((1...20).map { CardWorld.row($0) })
            _ = try await cards.installation.allocateCards(as: cards.administrator, self.cards(1...10), to: cards.agent)
            let acts = try await cards.count("custody_act")
            let entries = try await cards.count("trail_entry")
            // Of another agent.
            await #expect(throws: Refusal.custodyNothing) {
                try await cards.installation.allocateCards(as: cards.agentManager, self.cards(11...20), to: cards.lower)
            }
            // By number: said to be not found, like a number that nobody has.
            for number in [CardWorld.iccid(15), CardWorld.iccid(999)] {
                await #expect {
                    try await cards.installation.allocateCards(
                        as: cards.agentManager, .numbers([CardWorld.iccid(1), number]), to: cards.lower)
                } throws: { error in
                    (error as? Refusal)?.code == "cards-not-movable" && (error as? Refusal)?.details.map(\.code) == ["card-not-found"]
                }
            }
            // To a sibling, to oneself, upwards, to an enterprise, to nobody.
            for target in [cards.other, cards.agent, cards.company, OrganisationID(high: 9, low: 9)] {
                await #expect(throws: Refusal.notFound) {
                    try await cards.installation.allocateCards(as: cards.agentManager, self.cards(1...2), to: target)
                }
            }
            await #expect(throws: Refusal.custodyTargetKind) {
                try await cards.installation.allocateCards(as: cards.agentManager, self.cards(1...2), to: cards.enterprise)
            }
            await #expect(throws: Refusal.notPermitted) {
                try await cards.installation.allocateCards(
                    as: cards.staff(cards.agent, [.agentClerk]), self.cards(1...2), to: cards.lower)
            }
            #expect(try await cards.count("custody_act") == acts)
            #expect(try await cards.count("trail_entry") == entries)
        }
    }

    @Test func `cards in other hands stop the whole act, unless they may be left out`() async throws {
        try await withCards { cards in
            try await cards.take((1...20).map { CardWorld.row($0) })
            _ = try await cards.installation.allocateCards(as: cards.administrator, self.cards(5...8), to: cards.other)
            await #expect {
                try await cards.installation.allocateCards(as: cards.administrator, .batch("lot-1"), to: cards.agent)
            } throws: { error in
                (error as? Refusal)?.details.map(\.code) == ["card-in-other-hands"]
            }
            let outcome = try await cards.installation.allocateCards(
                as: cards.administrator, .batch("lot-1"), to: cards.agent, leavingOthers: true)
            #expect(outcome.moved == 16)
            #expect(outcome.leftOut == [.inOtherHands: 4])
        }
    }

    @Test func `the same allocation again moves nothing and makes no act`() async throws {
        try await withCards { cards in
            try await cards.take((1...5).map { CardWorld.row($0) })
            _ = try await cards.installation.allocateCards(as: cards.administrator, .batch("lot-1"), to: cards.agent)
            let again = try await cards.installation.allocateCards(as: cards.administrator, .batch("lot-1"), to: cards.agent)
            #expect(again.act == nil)
            #expect(again.alreadyThere == 5)
            #expect(try await cards.count("custody_act") == 2)
        }
    }

    @Test func `recall takes cards back, and both sides keep the history of their part`() async throws {
        try await withCards { cards in
            try await cards.take((1...10).map { CardWorld.row($0) })
            _ = try await cards.installation.allocateCards(as: cards.administrator, .batch("lot-1"), to: cards.agent)
            _ = try await cards.installation.allocateCards(as: cards.agentManager, self.cards(1...4), to: cards.lower)
            await #expect(throws: Refusal.custodyNothing) {
                try await cards.installation.recallCards(as: cards.otherManager, self.cards(1...4))
            }
            let recalled = try await cards.installation.recallCards(as: cards.agentManager, self.cards(2...3))
            #expect(recalled.moved == 2)
            _ = try await cards.installation.recallCards(as: cards.administrator, self.cards(3...3))

            let reference = try await #require(
                cards.installation.searchCards(as: cards.administrator, numbers: [CardWorld.iccid(3)]).first ?? nil
            ).reference
            let all = try await cards.installation.readCard(as: cards.administrator, reference: reference)
            #expect(all.custody.map(\.kind) == [.intake, .allocate, .allocate, .recall, .recall])
            #expect(all.view.card.custodian?.standing == .stock)
            // The agent does not have the card any more.
            await #expect(throws: Refusal.notFound) {
                try await cards.installation.readCard(as: cards.agentManager, reference: reference)
            }
            // The acts it had a part in, it still sees; those of the others it never does.
            let agents = try await cards.installation.listCustodyActs(as: cards.agentManager).rows
            #expect(agents.map(\.kind) == [.recall, .recall, .allocate, .allocate])
            #expect(try await cards.installation.listCustodyActs(as: cards.otherManager).rows.isEmpty)
            #expect(try await cards.installation.listCustodyActs(as: cards.lowerManager).rows.map(\.kind) == [.recall, .allocate])
        }
    }

    @Test func `halves of an agent's cards find together again in one stretch`() async throws {
        try await withCards { cards in
            try await cards.take((1...100).map { CardWorld.row($0) })
            _ = try await cards.installation.allocateCards(
                as: cards.administrator, .numbers((1...50).map { CardWorld.iccid($0 * 2) }), to: cards.agent)
            #expect(try await cards.count("custody_current") == 100)
            _ = try await cards.installation.recallCards(as: cards.administrator, .batch("lot-1"))
            #expect(try await cards.count("custody_current") == 1)
        }
    }

    @Test func `acts and their cards cannot be changed by hand`() async throws {
        try await withCards { cards in
            try await cards.take((1...3).map { CardWorld.row($0) })
            for statement: SQLText in [
                "UPDATE custody_act SET cards = 0", "DELETE FROM custody_act", "DELETE FROM custody_interval",
                "UPDATE subscription SET msisdn = 1", "DELETE FROM iccid_directory", "UPDATE intake_block SET batch = 'x'",
                "INSERT OR REPLACE INTO custody_interval (act, lo, hi) SELECT act, lo, hi + 1 FROM custody_interval",
                "INSERT OR REPLACE INTO iccid_directory (iccid, ordinal, subscription, effective_from) SELECT iccid, ordinal, 99, 0 FROM iccid_directory",
            ] {
                await #expect(throws: SQLFailure.self) { try await cards.installation.store.write { try $0.run(statement) } }
            }
        }
    }

    @Test(arguments: UInt64(1)...12)
    func `the partition made anew from the acts is the one that stands`(seed: UInt64) async throws {
        try await withCards { cards in
            let chance = SeededChance(seed: seed)
            func below(_ bound: UInt64) -> Int { Int(chance.words().0 % bound) }
            try await cards.take((1...60).map { CardWorld.row($0) })
            let staff = [cards.administrator, cards.agentManager, cards.lowerManager]
            for _ in 0..<25 {
                let actor = staff[below(3)]
                let first = 1 + below(60)
                let selector: CardSelector =
                    below(3) == 0
                    ? .numbers((0...below(6)).map { CardWorld.iccid(1 + (first + $0 * 7) % 60) })
                    : self.cards(first...min(60, first + below(20)))
                let target = [cards.agent, cards.lower, cards.other][below(3)]
                do {
                    if below(4) == 0 {
                        _ = try await cards.installation.recallCards(as: actor, selector, leavingOthers: true)
                    } else {
                        _ = try await cards.installation.allocateCards(as: actor, selector, to: target, leavingOthers: true)
                    }
                } catch is Refusal {
                    // Not everybody may do everything; what was refused moved nothing.
                }
            }
            let store = cards.installation.store
            let stood = try await store.read { try CustodyRecords.parts(scope: .everything, in: $0) }
            try await store.write { try CustodyRecords.rebuild(in: $0) }
            let made = try await store.read { try CustodyRecords.parts(scope: .everything, in: $0) }
            #expect(stood == made, "seed \(seed)")
            #expect(made.reduce(0) { $0 + $1.interval.count } == 60, "seed \(seed): every card has one custodian")
        }
    }

    @Test func `a wide act is stored in pieces and found by any of its cards`() async throws {
        try await withCards { cards in
            let store = cards.installation.store
            let wide = CardIntervals(try #require(CardInterval(1, 200_000)))
            let agent = Custodian(organisation: cards.agent, path: OrganisationPath("/1/2/"), standing: .allocated)
            try await store.write { session in
                let recording = Recording(session: session, entry: cards.installation.fresh(), now: cards.installation.now())
                try CustodyRecords.record(
                    cards.installation.fresh(), .allocate, from: cards.company, to: agent, selector: "{}", cards: wide,
                    by: cards.administrator.account, in: recording)
            }
            #expect(try await cards.count("custody_interval") == 4)
            for card: Int64 in [1, 65_536, 65_537, 199_999, 200_000] {
                #expect(try await store.read { try CustodyRecords.history(of: card, scope: .everything, in: $0).count } == 1)
                #expect(try await store.read { try CustodyRecords.custodian(of: card, scope: .everything, in: $0) } == agent)
            }
            for card: Int64 in [0, 200_001] {
                #expect(try await store.read { try CustodyRecords.custodian(of: card, scope: .everything, in: $0) } == nil)
            }
        }
    }
}
