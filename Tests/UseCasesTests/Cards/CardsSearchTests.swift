import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct `Finding cards` {
    @Test func `by any of its numbers, or its reference`() async throws {
        try await withCards { cards in
            try await cards.take((1...3).map { CardWorld.row($0) })
            let row = CardWorld.row(2)
            let numbers = [row.iccid.description, "\(row.msisdn ?? 0)", "+86\(row.msisdn ?? 0)", "\(row.imsi ?? 0)"]
            let found = try await cards.installation.searchCards(as: cards.administrator, numbers: numbers)
            #expect(found.map { $0?.card.iccid } == Array(repeating: row.iccid.description, count: 4))
            let reference = try #require(found[0]?.reference)
            #expect(try await cards.installation.searchCards(as: cards.administrator, numbers: [reference])[0]?.card == found[0]?.card)
        }
    }

    @Test func `an ICCID without its last character only when one card fits`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(10), CardWorld.row(11), CardWorld.row(25)])
            let found = try await cards.installation.searchCards(
                as: cards.administrator,
                numbers: [String(CardWorld.iccid(25).dropLast()), String(CardWorld.iccid(10).dropLast())])
            #expect(found.map { $0?.card.iccid } == [CardWorld.iccid(25), nil])
        }
    }

    @Test func `out of scope and nonsense are not found, alike`() async throws {
        try await withCards { cards in
            try await cards.take((1...3).map { CardWorld.row($0) })
            let reference = try #require(
                try await cards.installation.searchCards(as: cards.administrator, numbers: [CardWorld.iccid(1)])[0]
            ).reference
            let asked = [
                CardWorld.iccid(1), "\(CardWorld.row(1).msisdn ?? 0)", reference, CardWorld.iccid(99), "nonsense", "",
                "card_00000000000000000000000000000000",
            ]
            let found = try await cards.installation.searchCards(as: cards.agentManager, numbers: asked)
            #expect(found == Array(repeating: nil, count: asked.count))
            await #expect(throws: Refusal.notFound) { try await cards.installation.readCard(as: cards.agentManager, reference: reference) }
            await #expect(throws: Refusal.notFound) { try await cards.installation.readCard(as: cards.administrator, reference: "x") }
        }
    }

    @Test func `too many numbers at once are refused`() async throws {
        try await withCards { cards in
            let many = Array(repeating: "1", count: cards.installation.settings.searchNumbersMax + 1)
            await #expect(throws: Refusal.searchTooLarge(1_000)) {
                try await cards.installation.searchCards(as: cards.administrator, numbers: many)
            }
        }
    }

    @Test func `a selection says what it did not find and what was named twice`() async throws {
        try await withCards { cards in
            try await cards.take((1...5).map { CardWorld.row($0) })
            let installation = cards.installation
            let selection = try await installation.store.read { session in
                try installation.selectIntervals(
                    .numbers([CardWorld.iccid(1), "none", "\(CardWorld.row(1).msisdn ?? 0)", CardWorld.iccid(3)]), scope: .everything,
                    in: session)
            }
            #expect(selection.intervals.count == 2)
            #expect(selection.notFoundPositions == [1])
            #expect(selection.repeated == 1)
        }
    }

    @Test func `ranges with ends that do not fit, and selections too large, are refused`() async throws {
        try await withCards { cards in
            try await cards.take((1...5).map { CardWorld.row($0) })
            let installation = cards.installation
            for (from, to) in [
                (CardWorld.iccid(5), CardWorld.iccid(1)), ("x", CardWorld.iccid(1)), (CardWorld.iccid(1), ""),
                (String(CardWorld.iccid(1).dropLast()), CardWorld.iccid(5)),
            ] {
                await #expect(throws: Refusal.iccidRangeInvalid) {
                    try await installation.store.read { session in
                        try installation.selectIntervals(.range(from: from, to: to), scope: .everything, in: session)
                    }
                }
            }
            for selector in [CardSelector.batch("lot-1"), .range(from: CardWorld.iccid(1), to: CardWorld.iccid(5))] {
                await #expect(throws: Refusal.selectionTooLarge(4)) {
                    try await installation.store.read { session in
                        try installation.selectIntervals(selector, scope: .everything, cardsMax: 4, in: session)
                    }
                }
            }
        }
    }

    @Test func `pages follow one another without a gap, whatever the filter`() async throws {
        try await withCards { cards in
            try await cards.take((1...30).map { index in CardWorld.row(index) { $0.province = index % 3 == 0 ? 11 : 44 } })
            var seen: [String] = []
            var cursor: String?
            repeat {
                let page = try await cards.installation.listCards(
                    as: cards.administrator, filter: CardFilter(product: ProductCode("m2m-30"), province: 44, isRegistered: false),
                    after: cursor, limit: 7)
                seen += page.rows.map(\.card.iccid)
                cursor = page.next
            } while cursor != nil
            #expect(seen == (1...30).filter { $0 % 3 != 0 }.map(CardWorld.iccid))
            #expect(
                try await cards.installation.listCards(as: cards.administrator, filter: CardFilter(isRegistered: true)).rows.isEmpty)
            await #expect(throws: Refusal.cursorUnknown) {
                try await cards.installation.listCards(as: cards.administrator, after: "card_x")
            }
        }
    }
}
