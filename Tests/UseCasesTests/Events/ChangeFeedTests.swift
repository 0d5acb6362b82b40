import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What happened to cards, to be followed")
struct ChangeFeedTests {
    @Test func `a card's way is told in order, from stock to the end of its service`() async throws {
        try await withEvents(cards: 2) { steps in
            let reference = try await steps.lives.reference(0)
            try await steps.lives.change(.cancel, [0])
            try await steps.lives.sweep(at: 2026, 6, 1)
            let own = try await steps.changes(as: steps.job.administrator).changes.filter { $0.card == reference }
            #expect(
                own.map { "\($0.kind.rawValue)/\($0.after)" } == [
                    "custody/stock", "custody/allocated", "holding/registered", "life/active", "life/cancelling", "life/cancelled",
                    "holding/vacant",
                ])
            #expect(own.map(\.at) == own.map(\.at).sorted())
        }
    }

    @Test func `an act over many cards is one row, and every card of it is told`() async throws {
        try await withEvents(cards: 300, activated: false) { steps in
            try await steps.shiming.sequenceTrail()
            let rows = try await steps.shiming.store.read { try $0.count("SELECT COUNT(*) FROM card_change") }
            #expect(rows == 2)
            let found = try await steps.changes(as: steps.job.clerk, limit: 7)
            #expect(found.changes.count == 300)
            #expect(Set(found.changes.map(\.card)).count == 300)
            #expect(found.changes.allSatisfy { $0.kind == .custody && $0.after == "allocated" })
        }
    }

    @Test func `an agent sees nothing of before it had the cards, sees them go, and nothing after`() async throws {
        try await withEvents(cards: 3) { steps in
            try await steps.stop([0, 1])
            let before = try await steps.now(as: steps.job.clerk)
            _ = try await steps.shiming.recallCards(as: steps.job.administrator, .numbers([steps.job.iccids[0]]))
            try await steps.stop([0, 1], resume: true)
            #expect(try await steps.words(as: steps.job.clerk).first == "custody/allocated")
            #expect(try await steps.words(as: steps.job.clerk, after: before) == ["custody/gone", "life/active"])
            let gone = try await steps.changes(as: steps.job.clerk, after: before).changes
            #expect(gone.map(\.card) == [try await steps.lives.reference(0), try await steps.lives.reference(1)])
            #expect(try await steps.words(as: steps.job.administrator, after: before) == ["custody/stock", "life/active", "life/active"])
        }
    }

    @Test func `another agent sees nothing, and from the day it has a card that card only`() async throws {
        try await withEvents(cards: 3) { steps in
            #expect(try await steps.words(as: steps.job.otherClerk) == [])
            let card = CardSelector.numbers([steps.job.iccids[1]])
            _ = try await steps.shiming.recallCards(as: steps.job.administrator, card)
            _ = try await steps.shiming.allocateCards(as: steps.job.administrator, card, to: steps.job.otherAgent.id)
            try await steps.stop([0, 1, 2])
            let found = try await steps.changes(as: steps.job.otherClerk).changes
            #expect(found.map { "\($0.kind.rawValue)/\($0.after)" } == ["custody/allocated", "life/active"])
            #expect(Set(found.map(\.card)) == [try await steps.lives.reference(1)])
            #expect(found.last?.stops?.reasons == [.risk])
        }
    }

    @Test func `a unit sees its cards' lives and holdings, also that they are no more, and not in whose hands they are`() async throws {
        try await withEvents(cards: 2) { steps in
            let seat = try await steps.world.organisation(.enterprise, "云杉物联席位", below: steps.job.agent.id, by: steps.job.administrator)
            let linked = try await steps.shiming.updateOrganisation(
                as: steps.job.administrator, seat.id, ifVersion: seat.version,
                OrganisationChange(unitCode: InventedPapers.unit.documentNumber))
            let unit = try #require(linked.unit)
            let holder = MainJob.staff([.enterpriseManager], in: seat.id, scope: .unit(unit, organisation: seat.id, path: seat.path), 40)
            try await steps.job.stock([MainJob.iccid(900)], batch: "X", product: "directed-30m")
            #expect(
                try await steps.words(as: holder) == ["holding/registered", "holding/registered", "life/active", "life/active"])
            let before = try await steps.now(as: holder)
            try await steps.lives.change(.cancel, [0])
            try await steps.lives.sweep(at: 2026, 6, 1)
            steps.world.clock.move(seconds: 5)
            let ended = try await steps.words(as: holder, after: before)
            #expect(ended.contains("holding/vacant") && ended.contains("life/cancelled"))
            // Whoever has the cards later reads nothing of what was before.
            steps.world.clock.move(seconds: 5)
            try await steps.stop([1])
            #expect(try await steps.words(as: holder, after: before).last == "life/active")
        }
    }

    @Test func `a change that a unit sees in parts is read to its end, whatever a page holds`() async throws {
        try await withEvents(cards: 12) { steps in
            let seat = try await steps.world.organisation(.enterprise, "云杉物联席位", below: steps.job.agent.id, by: steps.job.administrator)
            let linked = try await steps.shiming.updateOrganisation(
                as: steps.job.administrator, seat.id, ifVersion: seat.version,
                OrganisationChange(unitCode: InventedPapers.unit.documentNumber))
            let unit = try #require(linked.unit)
            let holder = MainJob.staff([.enterpriseManager], in: seat.id, scope: .unit(unit, organisation: seat.id, path: seat.path), 40)
            // Every third card leaves the unit; then one act is about all.
            try await steps.lives.change(.cancel, [2, 5, 8])
            try await steps.lives.sweep(at: 2026, 6, 1)
            steps.world.clock.move(seconds: 5)
            let start = try await steps.now(as: holder)
            try await steps.lives.change(.stop, [0, 1, 3, 4, 6, 7, 9, 10, 11], reason: .arrears)
            try await steps.shiming.sequenceTrail()
            let whole = try await steps.changes(as: holder, after: start).changes
            for limit in 1...5 {
                var (position, seen) = (start, [String]())
                for _ in 0..<20 {
                    let page = try await steps.shiming.readChanges(as: holder, after: position, limit: limit)
                    seen += page.changes.map(\.card)
                    position = page.next
                }
                #expect(seen == whole.map(\.card), "\(limit)")
            }
            #expect(whole.count == 9)
        }
    }

    @Test func `a position stays where it is until something follows, and goes on from there exactly`() async throws {
        try await withEvents(cards: 4) { steps in
            let end = try await steps.now(as: steps.job.clerk)
            #expect(try await steps.changes(as: steps.job.clerk, after: end).next == end)
            try await steps.stop([0, 1, 2, 3])
            try await steps.shiming.sequenceTrail()
            var (position, seen) = (end, [String]())
            for _ in 0..<4 {
                let page = try await steps.shiming.readChanges(as: steps.job.clerk, after: position, limit: 1)
                seen += page.changes.map(\.card)
                position = page.next
            }
            #expect(seen.count == 4)
            #expect(Set(seen).count == 4)
            #expect(try await steps.shiming.readChanges(as: steps.job.clerk, after: position, limit: 1).changes == [])
        }
    }

    @Test(arguments: ["", "x", "-1", "1.", "1.2", "1.card_0", "1.card_00000000000000000000000000000000", "1.0.0", "999999", "now "])
    func `what is no position here is refused`(cursor: String) async throws {
        try await withEvents(cards: 1, activated: false) { steps in
            try await steps.shiming.sequenceTrail()
            #expect(
                try await refusalCode { _ = try await steps.shiming.readChanges(as: steps.job.clerk, after: cursor) }
                    == "changes-cursor-unknown")
        }
    }

    @Test func `what is older than its days is forgotten, and whoever stands before it is told so`() async throws {
        try await withEvents(cards: 2) { steps in
            try await steps.shiming.sequenceTrail()
            let early = try await steps.shiming.readChanges(as: steps.job.clerk, limit: 1).next
            let late = try await steps.now(as: steps.job.clerk)
            steps.world.clock.move(days: 20)
            try await steps.stop([0])
            try await steps.shiming.sequenceTrail()
            steps.world.clock.move(days: 11)
            try await steps.shiming.forgetChanges()
            #expect(
                try await refusalCode { _ = try await steps.shiming.readChanges(as: steps.job.clerk, after: early) } == "changes-forgotten")
            #expect(try await steps.words(as: steps.job.clerk, after: late) == ["life/active"])
            #expect(try await steps.words(as: steps.job.clerk) == ["life/active"])
            steps.world.clock.move(days: 30)
            try await steps.shiming.forgetChanges()
            #expect(try await steps.words(as: steps.job.clerk) == [])
            let end = try await steps.now(as: steps.job.clerk)
            try await steps.stop([1])
            #expect(try await steps.words(as: steps.job.clerk, after: end) == ["life/active"])
        }
    }

    @Test func `whoever reads while many write at once misses nothing, and sees nothing twice`() async throws {
        try await withEvents(cards: 24) { steps in
            let start = try await steps.now(as: steps.job.administrator)
            let seen = try await withThrowingTaskGroup(of: [String].self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for card in 0..<6 { try await steps.stop([writer * 6 + card]) }
                        return []
                    }
                }
                for _ in 0..<2 {
                    group.addTask {
                        for _ in 0..<12 { _ = try await steps.shiming.sequenceTrail(batch: 2) }
                        return []
                    }
                }
                group.addTask {
                    var (position, seen) = (start, [String]())
                    while seen.count < 24 {
                        let page = try await steps.shiming.readChanges(as: steps.job.administrator, after: position, limit: 3)
                        seen += page.changes.map(\.card)
                        position = page.next
                        if page.changes.isEmpty { try await steps.shiming.sequenceTrail(batch: 1) }
                        await Task.yield()
                    }
                    return seen
                }
                return try await group.reduce([], +)
            }
            #expect(Set(seen).count == 24)
            #expect(try await steps.changes(as: steps.job.administrator, after: start).changes.map(\.card) == seen)
        }
    }

    @Test func `an act that is undone is told nobody`() async throws {
        try await withEvents(cards: 2) { steps in
            let end = try await steps.now(as: steps.job.administrator)
            await #expect(throws: Refusal.self) { try await steps.lives.change(.activate, [0, 1]) }
            #expect(try await steps.words(as: steps.job.administrator, after: end) == [])
        }
    }

    @Test func `whoever may not read cards may not follow them`() async throws {
        try await withEvents(cards: 1, activated: false) { steps in
            let nobody = MainJob.staff([], in: steps.job.agent.id, scope: .everything, 70)
            let code = try await refusalCode { _ = try await steps.shiming.readChanges(as: nobody) }
            #expect(code == "not-permitted")
        }
    }
}
