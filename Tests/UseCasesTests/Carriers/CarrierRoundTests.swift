import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("The whole base is asked about")
struct CarrierRoundTests {
    @Test func `every card once a round, at the pace that is set`() async throws {
        let carrier = ScriptedCarrier()
        var settings = Settings()
        settings.carrierRoundCardsPerHour = 60
        try await withLives(cards: 150, settings: settings, carrier: carrier) { lives, _ in
            func walk(hours: Int) async throws {
                for _ in 0..<hours * 6 {
                    lives.world.clock.move(seconds: 600)
                    repeat { try await lives.carry(carrier) } while try await lives.shiming.walkBase(of: carrier)
                    try await lives.carry(carrier)
                }
            }
            try await walk(hours: 1)
            #expect((50...60).contains(carrier.asked.count), "\(carrier.asked.count)")
            try await walk(hours: 9)
            // No round takes less than a day.
            #expect(carrier.asked.sorted() == lives.job.iccids.sorted())
            let work = try #require(try await lives.shiming.listCarrierWork(as: lives.controller).first)
            #expect(work.round?.last?.cards == 150)
            #expect(work.roundHours(at: lives.world.clock.now()) == 3)
            try await walk(hours: 18)
            #expect(carrier.asked.count == 300)
        }
    }

    @Test func `no pace, no round; and what a carrier that rests would be asked waits`() async throws {
        let carrier = ScriptedCarrier()
        var settings = Settings()
        settings.carrierRoundCardsPerHour = 0
        try await withLives(settings: settings, carrier: carrier) { lives, _ in
            #expect(try await !lives.shiming.walkBase(of: carrier))
            lives.world.clock.move(days: 2)
            #expect(try await !lives.shiming.walkBase(of: carrier))
            let work = try await lives.shiming.listCarrierWork(as: lives.controller)
            #expect(work.first?.round == nil)
        }
    }

    @Test func `what a carrier sends has the cards asked about whose numbers stand in it, and nothing else`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            let cards = lives.job.iccids
            func send(_ text: String) async throws {
                try await lives.shiming.takeCarrierNotice(
                    CarrierNotice(word: "an-invented-word", signature: nil, body: Array(text.utf8)), for: "scripted")
                while try await lives.shiming.readCarrierNotices() {}
                try await lives.carry(carrier, after: 1)
            }
            try await send("{\"iccid\":\"\(cards[2])\",\"name\":\"某人\",\"state\":\"cancelled\"}")
            #expect(carrier.asked == [cards[2]])
            // Nothing of it was believed.
            #expect(try await lives.life(2).truth?.state?.word == .ready)
            try await send("iccid=\(cards[3])&x=<\(cards[1])>")
            #expect(Set(carrier.asked.dropFirst()) == [cards[1], cards[3]])
            for nonsense in ["", "\u{0}\u{1}", String(repeating: "9", count: 5_000), MainJob.iccid(900), "110101199003070038"] {
                try await send(nonsense)
            }
            #expect(carrier.asked.count == 3)
            // The same again may be of another time.
            try await send("{\"iccid\":\"\(cards[2])\",\"name\":\"某人\",\"state\":\"cancelled\"}")
            #expect(carrier.asked.count == 4 && carrier.asked.last == cards[2])
        }
    }
}
