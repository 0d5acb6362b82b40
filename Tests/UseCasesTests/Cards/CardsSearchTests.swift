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

    @Test func `fifteen digits that are a card's IMSI and another's device are told as both`() async throws {
        try await withCards { cards in
            try await cards.take((1...12).map { CardWorld.row($0) })
            // One in ten has a last digit that fits as an IMEI's does.
            let context = NumberContext(today: try #require(CivilDate(shanghaiAt: cards.installation.now().milliseconds)))
            let row = try #require((1...12).map { CardWorld.row($0) }.first { IMEI.check("\($0.imsi ?? 0)", in: context).value != nil })
            let imsi = "\(row.imsi ?? 0)"
            let alone = try #require(try await cards.installation.searchNumbers(as: cards.administrator, [imsi]).first)
            #expect(alone.card?.card.imsi == row.imsi && alone.device?.cards.isEmpty == true && alone.isFound)
            let device = try #require(Int64(imsi.prefix(14)))
            let stranger = try #require(
                try await cards.installation.searchCards(as: cards.administrator, numbers: [CardWorld.iccid(12)])[0])
            try await cards.installation.store.write { session in
                try session.run(
                    """
                    INSERT INTO usage_summary (subscription, last_use, device, device_at)
                    VALUES (\(stranger.card.subscription), 0, \(device), 0)
                    """)
            }
            let both = try #require(try await cards.installation.searchNumbers(as: cards.administrator, [imsi]).first)
            #expect(both.card?.card.imsi == row.imsi && both.device?.cards.map(\.view.card.iccid) == [CardWorld.iccid(12)])
        }
    }

    @Test func `what leads to no card says why: no such number, none within scope, several that begin so`() async throws {
        try await withCards { cards in
            let mine = CardWorld.iccid(10)
            try await cards.take([CardWorld.row(10)])
            let whole = try await cards.installation.searchNumbers(as: cards.administrator, [mine, String(mine.dropLast())])
            #expect(whole.map(\.lack) == [nil, nil] && whole.allSatisfy { $0.card != nil })
            // Another card that differs in the last character alone.
            let found = try #require(try await cards.installation.searchCards(as: cards.administrator, numbers: [mine])[0]?.card)
            let other = String(mine.dropLast()) + (mine.hasSuffix("5") ? "6" : "5")
            try await cards.installation.store.write { session in
                try session.run(
                    """
                    INSERT INTO iccid_directory (iccid, ordinal, subscription, effective_from) VALUES (\(other), 0, \(found.subscription), 0)
                    """)
            }
            let wrong = ["nonsense", "12345", "13", CardWorld.iccid(77), "13800138000", "card_" + String(repeating: "0", count: 32)]
            let lacks = try await cards.installation.searchNumbers(as: cards.administrator, wrong).map(\.lack)
            #expect(lacks == [.malformed, .malformed, .malformed, .missing, .missing, .malformed])
            let start = try await cards.installation.searchNumbers(as: cards.administrator, [String(mine.dropLast())])
            #expect(start[0].card == nil && start[0].lack == .ambiguous)
        }
    }

    @Test func `cards of others make no number ambiguous`() async throws {
        try await withCards { cards in
            // They differ in the last character alone.
            try await cards.take([CardWorld.row(10), CardWorld.row(11)])
            _ = try await cards.installation.allocateCards(as: cards.administrator, .numbers([CardWorld.iccid(11)]), to: cards.agent)
            let start = String(CardWorld.iccid(10).dropLast())
            let all = try await cards.installation.searchNumbers(as: cards.administrator, [start])
            #expect(all[0].card == nil && all[0].lack == .ambiguous)
            let own = try await cards.installation.searchNumbers(as: cards.agentManager, [start])
            #expect(own[0].card?.card.iccid == CardWorld.iccid(11) && own[0].lack == nil)
            let none = try await cards.installation.searchNumbers(as: cards.otherManager, [start])
            #expect(none[0].card == nil && none[0].lack == .missing)
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

    @Test func `of many numbers each is found as one of a few is, in whatever way it is named`() async throws {
        try await withCards { cards in
            try await cards.take((Array(1...12) + [20]).map { CardWorld.row($0) })
            let installation = cards.installation
            let reference = try #require(
                try await installation.searchCards(as: cards.administrator, numbers: [CardWorld.iccid(4)])[0]
            ).reference
            var named = (1...12).map { CardWorld.iccid($0) }
            named[1] = "\(CardWorld.row(2).msisdn ?? 0)"
            named[2] = "\(CardWorld.row(3).imsi ?? 0)"
            named[3] = reference
            // The one card that begins so.
            named[4] = String(CardWorld.iccid(20).dropLast())
            (named[5], named[6]) = ("none", CardWorld.iccid(99))
            let asked = named
            let selection = try await installation.store.read { session in
                try installation.selectIntervals(.numbers(asked), scope: .everything, in: session)
            }
            #expect(selection.intervals.count == 10)
            #expect(selection.notFoundPositions == [5, 6] && selection.repeated == 0)
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

    private func pages(_ cards: CardWorld, _ filter: CardFilter) async throws -> (pages: Int, iccids: [String]) {
        var (pages, seen, cursor) = (0, [String](), String?.none)
        repeat {
            let page = try await cards.installation.listCards(as: cards.administrator, filter: filter, after: cursor, limit: 50)
            (pages, seen, cursor) = (pages + 1, seen + page.rows.map(\.card.iccid), page.next)
        } while cursor != nil
        return (pages, seen)
    }

    @Test func `however few cards are as asked, a page looks at so many and the next one goes on`() async throws {
        var settings = Settings()
        settings.pageCardsLookedMax = 100
        try await withCards(settings: settings) { cards in
            try await cards.take((1...450).map { CardWorld.row($0) })
            let none = try await cards.installation.listCards(as: cards.administrator, filter: CardFilter(isRegistered: true))
            #expect(none.rows.isEmpty)
            #expect(none.next != nil)
            let registered = try await pages(cards, CardFilter(isRegistered: true))
            #expect(registered == (5, []))
            // Where every card is as asked, the rows bound a page.
            #expect(try await pages(cards, CardFilter()).pages == 9)
            #expect(try await pages(cards, CardFilter(isRegistered: false)).iccids == (1...450).map(CardWorld.iccid))
        }
    }

    @Test func `a list of a product or province looks only where such cards came in`() async throws {
        var settings = Settings()
        // Two stretches' worth, and less than half of all cards.
        settings.pageCardsLookedMax = 300
        try await withCards(settings: settings) { cards in
            _ = try await cards.installation.createProduct(as: cards.administrator, code: "other", facts: CardWorld.facts)
            try await cards.take((1...400).map { CardWorld.row($0) })
            try await cards.take((401...410).map { index in CardWorld.row(index) { $0.province = 11 } }, labels: ["lot-2"])
            try await cards.take((411...800).map { index in CardWorld.row(index) { if index == 600 { $0.province = 11 } } })
            try await cards.take((801...802).map { index in CardWorld.row(index) { ($0.product, $0.province) = (2, nil) } })
            let one = ProductCode("m2m-30")
            let other = ProductCode("other")
            let found: [(CardFilter, [Int])] = [
                (CardFilter(province: 11), Array(401...410) + [600]), (CardFilter(province: 82), []),
                (CardFilter(product: other), [801, 802]), (CardFilter(product: ProductCode("none")), []),
                (CardFilter(product: other, province: 44), []), (CardFilter(product: one, province: 11), Array(401...410) + [600]),
                (CardFilter(batch: "lot-2", province: 44), []), (CardFilter(batch: "lot-2", province: 11), Array(401...410)),
            ]
            for (filter, indexes) in found {
                let came = try await pages(cards, filter)
                #expect(came.pages == 1, "\(filter)")
                #expect(came.iccids == indexes.map(CardWorld.iccid), "\(filter)")
            }
            #expect(try await pages(cards, CardFilter(province: 44)).iccids.count == 789)
            // Of blocks taken in by an older program nothing is noted.
            try await cards.installation.store.write { session in
                try session.run("DELETE FROM block_kind WHERE block < 800")
                try session.run(
                    "INSERT INTO block_kind (product, province, block, lo, hi) SELECT 0, 0, lo, lo, hi FROM intake_block WHERE lo < 800")
            }
            for (filter, indexes) in found {
                let came = try await pages(cards, filter)
                #expect(filter.product == ProductCode("none") ? came.pages == 1 : came.pages <= 10)
                #expect(came.iccids == indexes.map(CardWorld.iccid), "\(filter)")
            }
        }
    }

    @Test func `more blocks than one look gives are gone through by the pages after`() async throws {
        try await withCards { cards in
            try await cards.take((1...3_000).map { CardWorld.row($0) })
            // As if each of the cards from the second on had come alone, and none from the province asked for but the last.
            try await cards.installation.store.write { session in
                try session.run("DELETE FROM block_kind")
                try session.run(
                    """
                    INSERT INTO intake_block (lo, hi, intake, batch, organisation)
                    SELECT s.id, s.id, b.intake, 'single', b.organisation FROM subscription s JOIN intake_block b ON b.lo = 1 WHERE s.id > 1
                    """)
                try session.run("INSERT INTO block_kind (product, province, block, lo, hi) SELECT 1, 11, id, id, id FROM subscription")
                try session.run("UPDATE block_kind SET province = 44 WHERE block = 2999")
            }
            let came = try await pages(cards, CardFilter(province: 11))
            #expect(came == (3, []))
            #expect(try await pages(cards, CardFilter(province: 44)) == (1, [CardWorld.iccid(2_999)]))
        }
    }

    @Test func `a card answers by its IMSI, and by one of no card, or none at all, nobody does`() async throws {
        try await withCards { cards in
            try await cards.take([CardWorld.row(1)])
            let someone = cards.staff(cards.company, [.compliance])
            func answer(_ imsi: String) async throws -> CardAnswer { try await cards.installation.answer(as: someone, .imsi(imsi)) }
            let found = try await answer("\(CardWorld.row(1).imsi ?? 0)")
            #expect(found.iccid == CardWorld.iccid(1) && found.standing == .unregistered)
            await #expect(throws: Refusal.notFound) { try await answer("\(CardWorld.row(2).imsi ?? 0)") }
            for malformed in ["", "46004", "nonsense"] { await #expect(throws: Refusal.self) { try await answer(malformed) } }
        }
    }
}
