import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct `Taking cards in` {
    @Test func `the same rows again change nothing`() async throws {
        try await withCards { cards in
            let rows = (1...50).map { CardWorld.row($0) }
            let first = try await cards.take(rows)
            #expect(first.progress.taken == 50)
            let before = try await cards.count("subscription")
            let again = try await cards.take(rows.shuffled())
            #expect(again.progress.known == 50)
            #expect(again.progress.taken == 0)
            #expect(again.progress.failed == 0)
            #expect(try await cards.count("subscription") == before)
            #expect(try await cards.count("custody_act") == 1)
            #expect(try await cards.problems(again).isEmpty)
        }
    }

    @Test func `rows that say less than the stock knows are known too`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1)])
            let again = try await cards.take([CardWorld.row(1) { ($0.msisdn, $0.imsi, $0.province) = (nil, nil, nil) }])
            #expect(again.progress.known == 1)
        }
    }

    @Test func `other data for a known card is a problem of the row, never an overwrite`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1), CardWorld.row(2) { $0.msisdn = nil }])
            let changes: [(inout StockRow) -> Void] = [
                { $0.msisdn = 1_064_899_999_999 }, { $0.imsi = 460_040_999_999_999 }, { $0.province = 11 },
                { $0.eid = NumberText("89044000000000000000000000000001") }, { $0.product = 99 },
            ]
            var rows = changes.enumerated().map { position, change in CardWorld.row(1, row: position + 1, change: change) }
            // The stock does not know its number: saying one is saying something else.
            rows.append(CardWorld.row(2, row: 6))
            let intake = try await cards.take(rows)
            #expect(intake.progress.failed == 6)
            #expect(try await cards.problems(intake).map(\.code) == Array(repeating: "card-known-with-other-data", count: 6))
            let stored = try await cards.installation.searchCards(as: cards.administrator, numbers: [CardWorld.iccid(1)])[0]
            #expect(stored?.card.msisdn == CardWorld.row(1).msisdn)
            #expect(stored?.card.province == 44)
        }
    }

    @Test func `a number or IMSI of another card is a problem of the row, and the others go in`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1), CardWorld.row(2)])
            let intake = try await cards.take([
                CardWorld.row(3), CardWorld.row(4) { $0.msisdn = CardWorld.row(1).msisdn },
                CardWorld.row(5) { $0.imsi = CardWorld.row(2).imsi }, CardWorld.row(6),
            ])
            #expect(intake.progress.taken == 2)
            #expect(
                try await cards.problems(intake) == [
                    IntakeProblem(row: 4, field: "msisdn", code: "number-on-another-card"),
                    IntakeProblem(row: 5, field: "imsi", code: "number-on-another-card"),
                ])
        }
    }

    @Test func `each batch label of a file has its own cards`() async throws {
        try await withCards { cards in
            try await cards.take((1...6).map { CardWorld.row($0, batch: Int32($0 % 2)) }, labels: ["even", "odd"])
            for (label, remainder) in [("even", 0), ("odd", 1)] {
                let found = try await cards.installation.listCards(as: cards.administrator, filter: CardFilter(batch: label)).rows
                #expect(found.map(\.card.iccid) == (1...6).filter { $0 % 2 == remainder }.map(CardWorld.iccid))
            }
            #expect(try await cards.installation.listCards(as: cards.administrator, filter: CardFilter(batch: "none")).rows.isEmpty)
        }
    }

    @Test func `only the company takes in stock, only agents claim`() async throws {
        try await withCards { cards in
            for (principal, kind) in [
                (cards.agentManager, IntakeKind.stock), (cards.agentManager, .existing), (cards.administrator, .claim),
                (cards.staff(cards.company, [.reviewer]), .stock), (cards.staff(cards.agent, [.enterpriseManager]), .claim),
            ] {
                await #expect(throws: Refusal.notPermitted) {
                    try await cards.installation.createIntake(as: principal, IntakeRequest(kind: kind), body: CardWorld.file())
                }
            }
            let intakes = try await cards.count("intake")
            #expect(intakes == 0)
        }
    }
}

@Suite struct `Claims of agents` {
    @Test func `the answer is the same whether the card is another's, contradicts, or shares a number`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1), CardWorld.row(2), CardWorld.row(3)])
            try await cards.take([CardWorld.row(9)], as: cards.otherManager, kind: .claim)
            let clashes: [StockRow] = [
                // In the company's stock, just so; with other data; its number; its IMSI; another agent's claim, just so and otherwise.
                CardWorld.row(1, row: 1), CardWorld.row(2, row: 1) { $0.msisdn = 1_064_877_777_777 },
                CardWorld.row(50, row: 1) { $0.msisdn = CardWorld.row(3).msisdn },
                CardWorld.row(51, row: 1) { $0.imsi = CardWorld.row(3).imsi }, CardWorld.row(9, row: 1),
                CardWorld.row(9, row: 1) { $0.province = 11 },
            ]
            var answers: Set<String> = []
            for clash in clashes {
                let intake = try await cards.take([clash], as: cards.agentManager, kind: .claim)
                answers.insert("\(try await cards.problems(intake, as: cards.agentManager)) \(intake.progress) \(intake.state)")
            }
            #expect(answers.count == 1, "one answer for all: \(answers)")
            #expect(answers.first?.contains("card-not-available") == true)
        }
    }

    @Test func `one's own claim again changes nothing, with other data it says so`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1)], as: cards.lowerManager, kind: .claim)
            // The agent above sees the claims below it.
            #expect(try await cards.take([CardWorld.row(1)], as: cards.agentManager, kind: .claim).progress.known == 1)
            let other = try await cards.take([CardWorld.row(1) { $0.province = 11 }], as: cards.lowerManager, kind: .claim)
            #expect(try await cards.problems(other, as: cards.lowerManager).map(\.code) == ["card-known-with-other-data"])
        }
    }

    @Test func `a claim stays one until it is allocated, also when the company takes the card in`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1), CardWorld.row(2)], as: cards.agentManager, kind: .claim)
            #expect(try await cards.take([CardWorld.row(1)]).progress.known == 1)
            func standing() async throws -> CustodyStanding? {
                try await cards.installation.searchCards(as: cards.agentManager, numbers: [CardWorld.iccid(1)])[0]?.card.custodian?.standing
            }
            #expect(try await standing() == .claimed)
            // Not to somebody else, and not by the claimer himself.
            for (actor, target) in [(cards.administrator, cards.other), (cards.agentManager, cards.lower)] {
                await #expect {
                    try await cards.installation.allocateCards(as: actor, .numbers([CardWorld.iccid(1)]), to: target)
                } throws: { error in
                    (error as? Refusal)?.details.map(\.code) == ["card-claimed"]
                }
            }
            _ = try await cards.installation.allocateCards(as: cards.administrator, .numbers([CardWorld.iccid(1)]), to: cards.agent)
            #expect(try await standing() == .allocated)
        }
    }

    @Test func `the intakes of others are not there`() async throws {
        try await withCards { cards in
            let stock = try await cards.take([CardWorld.row(1)])
            let claim = try await cards.take([CardWorld.row(2)], as: cards.agentManager, kind: .claim)
            for (principal, intake) in [(cards.agentManager, stock), (cards.otherManager, claim), (cards.lowerManager, claim)] {
                await #expect(throws: Refusal.notFound) { try await cards.installation.readIntake(as: principal, intake.id) }
                await #expect(throws: Refusal.notFound) { try await cards.installation.listIntakeProblems(as: principal, intake.id) }
                await #expect(throws: Refusal.notFound) { try await cards.installation.cancelIntake(as: principal, intake.id) }
            }
            #expect(try await cards.installation.listIntakes(as: cards.otherManager).rows.isEmpty)
            #expect(try await cards.installation.listIntakes(as: cards.administrator).rows.count == 2)
        }
    }
}
