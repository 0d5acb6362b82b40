import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What no interface of a carrier takes, R-OP-01")
struct ByHandTests {
    @Test func `is left to somebody, and ends when the carrier shows it`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.cancel, [0])
            try await lives.sweep(at: 2026, 5, 3)
            try await lives.carry(carrier)
            let intent = try #require(try await lives.life(0).intents.first)
            #expect(intent.command == .cancel && intent.state == .byHand && intent.dueAt == nil)
            let listed = try await lives.shiming.listIntents(as: lives.controller, of: .mobile, .byHand).rows
            #expect(listed.map(\.ordinal) == [intent.ordinal])
            try await lives.carry(carrier, after: 86_400)
            #expect(try await lives.life(0).intents.first?.state == .byHand)
            // That it is not done yet is no disagreement.
            #expect(try await lives.cases() == [])
            carrier.set(lives.job.iccids[0], .cancelled)
            try await lives.carry(carrier, after: 86_400)
            #expect(try await lives.life(0).intents.first?.state == .done)
            #expect(try await lives.cases() == [])
        }
    }

    @Test func `is over when the carrier knows a cancelled card no more`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.cancel, [0])
            try await lives.sweep(at: 2026, 5, 3)
            try await lives.carry(carrier)
            carrier.say(.refused(.carrierCardUnknown, code: "404"), of: lives.job.iccids[0])
            try await lives.carry(carrier, after: 2 * 86_400)
            #expect(try await lives.life(0).intents.first?.state == .done)
            let asked = carrier.asked.count
            for _ in 0..<3 { try await lives.carry(carrier, after: 86_400) }
            #expect(carrier.asked.count == asked)
            #expect(try await lives.cases() == [])
        }
    }

    @Test func `what cannot be had there is a case`() async throws {
        let carrier = ScriptedCarrier(offers: [.queryState, .outcome])
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            let ordinal = try #require(try await lives.life(0).intents.first?.ordinal)
            try await lives.shiming.settleIntent(
                as: lives.controller, card: try await lives.reference(0), ordinal: ordinal, isDone: false)
            #expect(try await lives.cases() == [.carrierRefused])
        }
    }

    @Test func `is settled by whoever saw to it, once, and by nobody else`() async throws {
        let carrier = ScriptedCarrier(offers: [.queryState, .outcome])
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.activate, [0, 1])
            try await lives.carry(carrier)
            let reference = try await lives.reference(0)
            let ordinal = try #require(try await lives.life(0).intents.first?.ordinal)
            #expect(try await lives.life(0).intents.first?.state == .byHand)
            await #expect(throws: Refusal.notPermitted) {
                try await lives.shiming.settleIntent(as: lives.job.clerk, card: reference, ordinal: ordinal, isDone: true)
            }
            await #expect(throws: Refusal.notPermitted) {
                _ = try await lives.shiming.listIntents(as: lives.job.clerk, of: .mobile, .byHand)
            }
            await #expect(throws: Refusal.notPermitted) { _ = try await lives.shiming.listCarrierWork(as: lives.job.clerk) }
            for wrong in [ordinal + 1, -1] {
                await #expect(throws: Refusal.notFound) {
                    try await lives.shiming.settleIntent(as: lives.controller, card: reference, ordinal: wrong, isDone: true)
                }
            }
            try await lives.shiming.settleIntent(as: lives.controller, card: reference, ordinal: ordinal, isDone: true)
            await #expect(throws: Refusal.notFound) {
                try await lives.shiming.settleIntent(as: lives.controller, card: reference, ordinal: ordinal, isDone: false)
            }
            let settled = try #require(try await lives.life(0).intents.first)
            #expect(settled.state == .done && settled.lastCode == "by-hand")
            #expect(carrier.told.isEmpty)
        }
    }

    @Test func `a carrier knows a card by its former SIM until somebody has seen to the other one there`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            let (former, other) = (lives.job.iccids[0], MainJob.iccid(4_711))
            let reference = try await lives.reference(0)
            func carry() async throws { for _ in 0..<2 { try await lives.carry(carrier, after: 600) } }
            try await lives.change(.activate, [0])
            try await carry()
            _ = try await lives.shiming.changeSIM(as: lives.controller, card: reference, iccid: other)
            try await lives.change(.stop, [0], reason: .risk)
            try await carry()
            #expect(carrier.told.last?.card == former && carrier.told.last?.change == .suspend)
            #expect(!carrier.asked.contains(other))
            #expect(try await lives.cases() == [])
            let wish = try #require(try await lives.life(0).intents.first { $0.command == .changeSIM })
            #expect(wish.state == .byHand)
            carrier.move(former, toSIM: other)
            try await lives.shiming.settleIntent(as: lives.controller, card: reference, ordinal: wish.ordinal, isDone: true)
            try await lives.change(.resume, [0], reason: .risk)
            try await carry()
            #expect(carrier.told.last?.card == other && carrier.asked.contains(other))
        }
    }

    @Test func `where nobody is connected it waits, and the list says so`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0])
            let work = try await lives.shiming.listCarrierWork(as: lives.controller)
            #expect(work.map(\.carrier) == [.mobile] && work[0].connection == nil && work[0].counts == [.waiting: 1])
            let reference = try await lives.reference(0)
            await #expect(throws: Refusal.self) { try await lives.shiming.askAboutCard(as: lives.controller, card: reference) }
        }
    }

    @Test func `the list goes on page by page`() async throws {
        let carrier = ScriptedCarrier(offers: [.queryState])
        try await withLives(cards: 25, carrier: carrier) { lives, _ in
            try await lives.change(.activate, Array(0..<25))
            for state in [IntentState.waiting, .byHand] {
                var found: [Int64] = []
                var place: IntentRecords.Place?
                repeat {
                    let page = try await lives.shiming.listIntents(as: lives.controller, of: .mobile, state, after: place, limit: 10)
                    found += page.rows.map(\.subscription)
                    place = page.next
                } while place != nil
                #expect(found.count == 25 && Set(found).count == 25, "\(state)")
                try await lives.carry(carrier)
            }
        }
    }
}
