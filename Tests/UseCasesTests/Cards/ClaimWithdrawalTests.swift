import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite struct `Withdrawing claims` {
    private let one = CardSelector.numbers([CardWorld.iccid(1)])

    /// A claim of card 1 with the number of card 5.
    private func wrongClaim(_ cards: CardWorld) async throws {
        try await cards.take([CardWorld.row(1) { $0.msisdn = 1_064_800_000_005 }], as: cards.agentManager, kind: .claim)
    }

    @Test func `a recall does not mend a claim's wrong data, a withdrawal does`() async throws {
        try await withCards { cards in
            try await wrongClaim(cards)
            let refused = try await cards.take([CardWorld.row(1), CardWorld.row(5)])
            #expect(try await cards.problems(refused).map(\.code) == ["card-known-with-other-data", "number-on-another-card"])
            let withdrawn = try await cards.installation.withdrawClaims(as: cards.administrator, one)
            #expect(withdrawn.moved == 1)
            let taken = try await cards.take([CardWorld.row(1), CardWorld.row(5)])
            #expect(taken.progress.taken == 2)
            #expect(taken.progress.failed == 0)
            let found = try await cards.installation.searchCards(
                as: cards.administrator, numbers: [CardWorld.iccid(1), CardWorld.iccid(5), "1064800000005", "460040000000001"])
            #expect(found.map { $0?.card.iccid } == [1, 5, 5, 1].map { CardWorld.iccid($0) })
            #expect(found[0]?.card.msisdn == 1_064_800_000_001)
            #expect(found[0]?.card.custodian?.standing == .stock)
            let again = try await cards.take([CardWorld.row(1), CardWorld.row(5)])
            #expect(again.progress.known == 2)
            let check = try await cards.installation.checkStore()
            #expect(check.findings.isEmpty, "\(check.findings)")
        }
    }

    @Test func `the claim stays on record with who withdrew it, and its agent sees the act but not the card`() async throws {
        try await withCards { cards in
            try await wrongClaim(cards)
            let reference = try await #require(
                cards.installation.searchCards(as: cards.administrator, numbers: [CardWorld.iccid(1)]).first ?? nil
            ).reference
            _ = try await cards.installation.withdrawClaims(as: cards.administrator, one)
            try await cards.take([CardWorld.row(1)])
            let old = try await cards.installation.readCard(as: cards.administrator, reference: reference)
            #expect(old.custody.map(\.kind) == [.claim, .withdraw])
            #expect(old.view.card.custodian?.standing == .withdrawn)
            await #expect(throws: Refusal.notFound) {
                try await cards.installation.readCard(as: cards.agentManager, reference: reference)
            }
            #expect(try await cards.installation.listCustodyActs(as: cards.agentManager).rows.map(\.kind) == [.withdraw])
            #expect(try await cards.world.entries("claims.withdrawn") == 1)
        }
    }

    @Test func `another agent may claim what was withdrawn`() async throws {
        try await withCards { cards in
            try await wrongClaim(cards)
            _ = try await cards.installation.withdrawClaims(as: cards.administrator, one)
            let claimed = try await cards.take([CardWorld.row(1)], as: cards.otherManager, kind: .claim)
            #expect(claimed.progress.taken == 1)
            let seen = try await cards.installation.listCards(as: cards.otherManager)
            #expect(seen.rows.map(\.card.iccid) == [CardWorld.iccid(1)])
        }
    }

    @Test func `what is withdrawn is neither allocated nor recalled nor registered`() async throws {
        try await withCards { cards in
            try await wrongClaim(cards)
            _ = try await cards.installation.withdrawClaims(as: cards.administrator, one)
            let calls: [@Sendable () async throws -> CustodyOutcome] = [
                { try await cards.installation.allocateCards(as: cards.administrator, one, to: cards.agent) },
                { try await cards.installation.recallCards(as: cards.administrator, one) },
            ]
            for call in calls {
                let refusal = await #expect(throws: Refusal.self) { try await call() }
                #expect(refusal?.details.map(\.code) == ["card-withdrawn"])
            }
            let again = try await cards.installation.withdrawClaims(as: cards.administrator, one)
            #expect(again.moved == 0)
            #expect(again.alreadyThere == 1)
        }
    }

    @Test func `no agent withdraws, and only claims are withdrawn`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1)], as: cards.lowerManager, kind: .claim)
            try await cards.take([CardWorld.row(2)])
            for agent in [cards.agentManager, cards.lowerManager, cards.otherManager] {
                await #expect(throws: Refusal.notPermitted) { try await cards.installation.withdrawClaims(as: agent, one) }
            }
            let both = CardSelector.numbers([CardWorld.iccid(1), CardWorld.iccid(2)])
            let refusal = await #expect(throws: Refusal.self) {
                try await cards.installation.withdrawClaims(as: cards.administrator, both)
            }
            #expect(refusal?.details.map(\.code) == ["card-not-claimed"])
            let some = try await cards.installation.withdrawClaims(as: cards.administrator, both, leavingOthers: true)
            #expect(some.moved == 1)
            #expect(some.leftOut == [.notClaimed: 1])
        }
    }

    @Test func `a confirmed claim is a card like others`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1)], as: cards.agentManager, kind: .claim)
            _ = try await cards.installation.allocateCards(as: cards.administrator, one, to: cards.agent)
            let refusal = await #expect(throws: Refusal.self) {
                try await cards.installation.withdrawClaims(as: cards.administrator, one)
            }
            #expect(refusal?.details.map(\.code) == ["card-not-claimed"])
        }
    }
}
