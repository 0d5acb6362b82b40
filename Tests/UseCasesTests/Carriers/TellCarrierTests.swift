import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Carriers are told once, R-LC-09")
struct TellCarrierTests {
    @Test func `taken on is not in effect: the carrier's state decides`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.accepted(serial: "A1")])
            carrier.outcome([.done(.pending)])
            try await lives.change(.activate, [0])
            #expect(try await lives.life(0).intents.map(\.state) == [.waiting])
            try await lives.carry(carrier)
            let sent = try #require(try await lives.life(0).intents.first)
            #expect(sent.state == .sent && sent.serial == "A1" && sent.tries == 1 && sent.toldAt == lives.world.clock.now())
            try await lives.carry(carrier, after: 20)
            #expect(try await lives.life(0).intents.first?.state == .sent)
            carrier.set(lives.job.iccids[0], .active)
            try await lives.carry(carrier, after: 60)
            let life = try await lives.life(0)
            #expect(life.intents.first?.state == .done && life.intents.first?.endedAt == lives.world.clock.now())
            #expect(life.truth?.state?.word == .active && life.truth?.stateAt == lives.world.clock.now())
            #expect(life.truthEvents.map(\.word) == ["registered", "active"])
            #expect(carrier.told.count == 1)
        }
    }

    @Test func `after a lost answer it is asked, and told again only when it knows nothing of it, as the same wish`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.unclear(.lost)])
            try await lives.change(.activate, [0])
            for _ in 0..<4 { try await lives.carry(carrier, after: 50) }
            #expect(carrier.told.count == 1)
            #expect(try await lives.life(0).intents.first?.lastCode == "not-in-effect")
            for seconds in [301, 30, 30] { try await lives.carry(carrier, after: Int64(seconds)) }
            #expect(carrier.told.count == 2 && Set(carrier.told.map(\.order)).count == 1)
            #expect(try await lives.life(0).intents.first?.state == .done)
        }
    }

    @Test func `a lost answer to what took effect is never told again`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.unclear(.fault(.unreadable))])
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            carrier.set(lives.job.iccids[0], .active)
            try await lives.carry(carrier, after: 3_600)
            #expect(carrier.told.count == 1)
            #expect(try await lives.life(0).intents.first?.state == .done)
        }
    }

    @Test func `a card in its window holds up no other`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(cards: 100, carrier: carrier) { lives, _ in
            let free = lives.world.clock.now().adding(seconds: 1_800)
            carrier.lock(lives.job.iccids[7], until: free)
            try await lives.change(.activate, Array(0..<100))
            try await lives.carry(carrier)
            #expect(carrier.told.count == 99)
            let held = try #require(try await lives.life(7).intents.first)
            #expect(held.state == .waiting && held.lastCode == "locked" && held.toldAt == nil)
            #expect(try #require(held.dueAt) >= free)
            carrier.lock(lives.job.iccids[7], until: nil)
            try await lives.carry(carrier, after: 1_799)
            #expect(carrier.told.count == 99)
            try await lives.carry(carrier, after: 2)
            #expect(carrier.told.count == 100)
        }
    }

    @Test func `of wishes that were not told yet the newest counts`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            try await lives.carry(carrier, after: 20)
            carrier.answers([.unreachable(retryAfterSeconds: 30), .unreachable(retryAfterSeconds: 30)])
            try await lives.change(.stop, [0], reason: .risk)
            try await lives.carry(carrier)
            try await lives.change(.resume, [0], reason: .risk)
            try await lives.carry(carrier)
            try await lives.change(.stop, [0], reason: .illegalUse)
            try await lives.carry(carrier, after: 60)
            try await lives.carry(carrier, after: 60)
            #expect(carrier.told.map(\.change) == [.activate, .suspend])
            #expect(try await lives.life(0).intents.map(\.state) == [.done, .superseded, .superseded, .done])
        }
    }

    @Test func `while one is under way the next of the card waits`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.accepted(serial: "A1")])
            carrier.outcome([.done(.pending), .done(.pending), .done(.pending)])
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            try await lives.change(.stop, [0], reason: .risk)
            try await lives.carry(carrier, after: 20)
            try await lives.carry(carrier, after: 20)
            #expect(carrier.told.map(\.change) == [.activate])
            carrier.set(lives.job.iccids[0], .active)
            for _ in 0..<6 { try await lives.carry(carrier, after: 60) }
            #expect(carrier.told.map(\.change) == [.activate, .suspend])
            #expect(try await lives.life(0).intents.map(\.state) == [.done, .done])
        }
    }

    @Test func `two servers at once tell nothing twice`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(cards: 60, carrier: carrier) { lives, _ in
            try await lives.change(.activate, Array(0..<60))
            let second = try await lives.world.secondServer()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for server in [lives.shiming, second, lives.shiming, second] {
                    group.addTask { while try await server.tellCarrier(carrier) {} }
                }
                try await group.waitForAll()
            }
            #expect(carrier.told.count == 60 && Set(carrier.told.map(\.card)).count == 60)
        }
    }

    @Test func `a server that dies between telling and noting it asks afterwards`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.activate, [0, 1])
            let store = BreakingStore(lives.shiming.store, after: 1)
            let dying = try await lives.world.secondServer(on: store)
            await #expect(throws: BreakingStore.CutOff.self) { _ = try await dying.tellCarrier(carrier) }
            #expect(carrier.told.count == 2)
            #expect(try await lives.life(0).intents.first?.state == .sent)
            try await lives.carry(carrier)
            #expect(carrier.told.count == 2)
            try await lives.shiming.takeUpAfterStop()
            try await lives.carry(carrier)
            #expect(carrier.told.count == 2)
            #expect(try await lives.life(0).intents.first?.state == .done)
        }
    }

    @Test func `what was not told is no try, and the carrier's long absence ends no wish`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers(Array(repeating: .unreachable(retryAfterSeconds: 30), count: 40) + [.unclear(.lost)])
            try await lives.change(.activate, [0])
            for _ in 0..<40 { try await lives.carry(carrier, after: 40) }
            #expect(try await lives.life(0).intents.first?.tries == 0)
            for _ in 0..<3 { try await lives.carry(carrier, after: 40) }
            #expect(try await lives.life(0).intents.first?.tries == 1)
            for seconds in [301, 30, 30] { try await lives.carry(carrier, after: Int64(seconds)) }
            #expect(try await lives.life(0).intents.first?.state == .done)
            #expect(Set(carrier.told.map(\.order)).count == 1)
        }
    }

    @Test func `another thing told is another order`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            try await lives.carry(carrier, after: 20)
            try await lives.change(.stop, [0], reason: .risk)
            for _ in 0..<2 { try await lives.carry(carrier, after: 20) }
            // Somebody there has it wait for its activation again.
            carrier.set(lives.job.iccids[0], .ready)
            carrier.answers([.refused(.carrierStateForbids, code: "5")])
            try await lives.change(.resume, [0], reason: .risk)
            for _ in 0..<3 { try await lives.carry(carrier, after: 20) }
            #expect(carrier.told.map(\.change) == [.activate, .suspend, .resume, .activate])
            #expect(Set(carrier.told.map(\.order)).count == 4)
            #expect(try await lives.life(0).intents.first?.state == .done)
        }
    }

    @Test func `asked again for what is held to be right, it comes before whatever happens next`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(registered: false, carrier: carrier) { lives, _ in
            carrier.set(lives.job.iccids[0], .active)
            try await lives.shiming.askAboutCard(as: lives.controller, card: try await lives.reference(0))
            try await lives.carry(carrier)
            let found = try #require(try await lives.shiming.listLifeCases(as: lives.controller).rows.first { $0.kind == .runsAtCarrier })
            carrier.answers([.unreachable(retryAfterSeconds: 30)])
            try await lives.shiming.mendLifeCase(
                as: lives.controller, card: try await lives.reference(0), kind: .runsAtCarrier, openedAt: found.openedAt, .tellAgain)
            try await lives.change(.stop, [0], reason: .risk)
            try await lives.change(.carrierActivated, [0])
            let intents = try await lives.life(0).intents
            #expect(intents.map(\.ordinal) == intents.map(\.ordinal).sorted(by: >) && intents.last?.ordinal == 2)
        }
    }

    @Test func `a carrier that rests is asked nothing`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.rest(until: lives.world.clock.now().adding(seconds: 60))
            try await lives.change(.activate, [0])
            try await lives.carry(carrier, after: 30)
            #expect(carrier.told.isEmpty && carrier.asked.isEmpty)
            let work = try #require(try await lives.shiming.listCarrierWork(as: lives.controller).first)
            #expect(work.restsUntil != nil && work.counts[.waiting] == 1 && work.waitsSince != nil)
            try await lives.carry(carrier, after: 31)
            #expect(carrier.told.count == 1)
        }
    }

    @Test func `what it refuses is a case, and can be told again`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.refused(.carrierPackageExpired, code: "77")])
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            #expect(try await lives.life(0).intents.first?.state == .failed)
            #expect(try await lives.life(0).intents.first?.lastCode == "carrier-package-expired/77")
            let found = try await lives.shiming.listLifeCases(as: lives.controller).rows
            #expect(found.map(\.kind) == [.carrierRefused, .notActivatedAtCarrier])
            let reference = try await lives.reference(0)
            let refused = found[0]
            await #expect(throws: Refusal.self) {
                try await lives.shiming.mendLifeCase(
                    as: lives.controller, card: reference, kind: .carrierRefused, openedAt: refused.openedAt, .takeOver)
            }
            try await lives.shiming.mendLifeCase(
                as: lives.controller, card: reference, kind: .carrierRefused, openedAt: refused.openedAt, .tellAgain)
            try await lives.carry(carrier)
            try await lives.carry(carrier, after: 20)
            #expect(carrier.told.map(\.change) == [.activate, .activate])
            #expect(try await lives.cases() == [])
        }
    }

    @Test func `credentials that fail are mended by somebody, and then it goes on`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.refused(.carrierCredentials, code: "3")])
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            #expect(try await lives.life(0).intents.first?.state == .waiting)
            #expect(try await lives.cases() == [])
            try await lives.carry(carrier, after: 902)
            #expect(carrier.told.count == 2)
        }
    }

    @Test func `what is refused because it stands so already is done`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.refused(.carrierStateForbids, code: "5")])
            carrier.set(lives.job.iccids[0], .active)
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            #expect(try await lives.life(0).intents.first?.state == .done)
            #expect(try await lives.cases() == [])
        }
    }

    @Test(arguments: [.unclear(.lost), .done(CarrierCardState(word: .unknown, code: "88"))] as [CarrierReply<CarrierCardState>])
    func `what is refused for a state that nobody can tell is asked about, and told again only where it is not so`(
        silence: CarrierReply<CarrierCardState>
    ) async throws {
        for isSo in [true, false] {
            let carrier = ScriptedCarrier()
            try await withLives(carrier: carrier) { lives, _ in
                let iccid = lives.job.iccids[0]
                carrier.answers([.refused(.carrierStateForbids, code: "5")])
                carrier.say(silence, of: iccid)
                try await lives.change(.activate, [0])
                try await lives.carry(carrier)
                #expect(try await lives.life(0).intents.first?.state == .sent)
                #expect(try await lives.cases() == [])
                carrier.say(nil, of: iccid)
                if isSo { carrier.set(iccid, .active) }
                for seconds in [62, 302, 302, 30] { try await lives.carry(carrier, after: Int64(seconds)) }
                #expect(try await lives.life(0).intents.first?.state == .done)
                #expect(carrier.told.count == (isSo ? 1 : 2))
                #expect(try await lives.cases() == [])
            }
        }
    }

    @Test func `a state that nobody can tell for days is a case`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.refused(.carrierStateForbids, code: "5")])
            carrier.say(.unclear(.lost), of: lives.job.iccids[0])
            carrier.outcome(Array(repeating: .done(.failed(.carrierStateForbids, code: "5")), count: 200))
            try await lives.change(.activate, [0])
            for _ in 0..<71 { try await lives.carry(carrier, after: 3_600) }
            #expect(try await lives.life(0).intents.first?.state == .sent)
            for _ in 0..<2 { try await lives.carry(carrier, after: 3_600) }
            #expect(try await lives.life(0).intents.first?.state == .failed)
            #expect(try await lives.cases().contains(.carrierRefused))
            #expect(carrier.told.count == 1)
        }
    }

    @Test func `what the carrier never does is given up, and somebody must look`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            carrier.answers([.accepted(serial: "A1")])
            try await lives.change(.activate, [0])
            for _ in 0..<71 { try await lives.carry(carrier, after: 3_600) }
            #expect(try await lives.life(0).intents.first?.state == .sent)
            for _ in 0..<2 { try await lives.carry(carrier, after: 3_600) }
            #expect(try await lives.life(0).intents.first?.state == .failed)
            #expect(try await lives.life(0).intents.first?.lastCode == "no-outcome")
            #expect(try await lives.cases().contains(.carrierRefused))
            #expect(carrier.told.count == 1)
        }
    }
}
