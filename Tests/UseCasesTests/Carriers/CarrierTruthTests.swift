import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What carriers say, R-LC-03")
struct CarrierTruthTests {
    /// Has the carrier asked about a card now.
    private func ask(_ lives: LifeSteps, _ carrier: ScriptedCarrier, _ card: Int = 0) async throws {
        lives.world.clock.move(seconds: 60)
        try await lives.shiming.askAboutCard(as: lives.controller, card: try await lives.reference(card))
        try await lives.carry(carrier)
    }

    private func mend(_ lives: LifeSteps, _ kind: LifeCaseKind, _ mend: LifeMend) async throws {
        let found = try #require(try await lives.shiming.listLifeCases(as: lives.controller).rows.first { $0.kind == kind })
        try await lives.shiming.mendLifeCase(
            as: lives.controller, card: try await lives.reference(0), kind: kind, openedAt: found.openedAt, mend)
    }

    private func running(_ body: (LifeSteps, ScriptedCarrier) async throws -> Void) async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.activate, [0])
            try await lives.carry(carrier)
            try await lives.carry(carrier, after: 20)
            #expect(try await lives.cases() == [])
            try await body(lives, carrier)
        }
    }

    @Test func `what it stopped itself is followed, and followed again when it runs`() async throws {
        try await running { lives, carrier in
            carrier.set(lives.job.iccids[0], .stopped)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.stoppedAtCarrier])
            try await mend(lives, .stoppedAtCarrier, .takeOver)
            #expect(try await lives.standing(0) == LifeStanding(.active, StopReasons([.carrierOwn])))
            // It shows it already, and is told nothing.
            #expect(try await lives.life(0).intents.map(\.command) == [.activate])
            for _ in 0..<3 { try await lives.carry(carrier, after: 60) }
            #expect(try await lives.cases() == [])
            carrier.set(lives.job.iccids[0], .active)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.runsAtCarrier])
            try await mend(lives, .runsAtCarrier, .takeOver)
            #expect(try await lives.standing(0) == LifeStanding(.active))
        }
    }

    @Test func `what runs there and must not is stopped there again`() async throws {
        try await running { lives, carrier in
            try await lives.change(.stop, [0], reason: .risk)
            for _ in 0..<3 { try await lives.carry(carrier, after: 60) }
            carrier.set(lives.job.iccids[0], .active)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.runsAtCarrier])
            // The stop is ours: the carrier cannot be followed.
            await #expect(throws: Refusal.self) { try await mend(lives, .runsAtCarrier, .takeOver) }
            #expect(try await lives.cases() == [.runsAtCarrier])
            try await mend(lives, .runsAtCarrier, .tellAgain)
            for _ in 0..<3 { try await lives.carry(carrier, after: 60) }
            #expect(carrier.told.map(\.change) == [.activate, .suspend, .suspend])
            #expect(try await lives.cases() == [])
        }
    }

    @Test func `what ended there ends here, and refuses every command`() async throws {
        try await running { lives, carrier in
            carrier.set(lives.job.iccids[0], .cancelled)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.cancelledAtCarrier])
            try await mend(lives, .cancelledAtCarrier, .takeOver)
            #expect(try await lives.standing(0).state == .cancelled)
            #expect(try await lives.obstacle(.activate, 0) == .cancelled)
            _ = try await lives.shiming.sequenceTrail()
            #expect(try await lives.shiming.checkStore().findings == [])
        }
    }

    @Test func `a disagreement ends by itself when there is none any more, and keeps its history`() async throws {
        try await running { lives, carrier in
            carrier.set(lives.job.iccids[0], .stopped)
            try await ask(lives, carrier)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.stoppedAtCarrier])
            carrier.set(lives.job.iccids[0], .active)
            // It is asked every night while there is a case.
            try await lives.carry(carrier, after: 86_400)
            #expect(try await lives.cases() == [])
            let words = try await lives.life(0).truthEvents.filter { $0.axis == .service }.map(\.word)
            #expect(words == ["active", "stopped", "active"])
        }
    }

    @Test func `a case that waits for people has nobody asked night by night`() async throws {
        for (kind, isAsked) in [(LifeCaseKind.claimedAtEntrance, false), (.usedAfterCancellation, true)] {
            try await running { lives, carrier in
                let card = try await lives.life(0).life.subscription
                let now = lives.world.clock.now()
                try await lives.shiming.store.write {
                    try LifeCaseRecords.open(.init(subscription: card, openedAt: now, kind: kind), in: $0)
                }
                try await ask(lives, carrier)
                let before = carrier.asked.count
                for _ in 0..<3 { try await lives.carry(carrier, after: 86_400) }
                #expect((carrier.asked.count > before) == isAsked, "\(kind)")
            }
        }
    }

    @Test func `real names are compared for themselves, however long the carrier takes to answer`() async throws {
        try await running { lives, carrier in
            carrier.takesTime(of: lives.world.clock)
            carrier.set(lives.job.iccids[0], .unregistered)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.registeredHereOnly])
            await #expect(throws: Refusal.self) { try await mend(lives, .registeredHereOnly, .tellAgain) }
            carrier.set(lives.job.iccids[0], .registered)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [])
        }
        let carrier = ScriptedCarrier()
        try await withLives(registered: false, carrier: carrier) { lives, _ in
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.registeredAtCarrierOnly])
        }
    }

    @Test func `of a unit's registration one card stands for all that are registered to nobody there, and then the next`() async throws {
        try await running { lives, carrier in
            carrier.takesTime(of: lives.world.clock)
            for iccid in lives.job.iccids { carrier.set(iccid, .unregistered) }
            for card in 0..<4 { try await ask(lives, carrier, card) }
            let first = try await lives.shiming.listLifeCases(as: lives.controller).rows
            #expect(first.map(\.kind) == [.registeredHereOnly] && first.first?.cards == 4)
            #expect(try await first.first?.subscription == lives.life(0).life.subscription)
            let registration = try #require(try await lives.life(0).life.registration)
            for (limit, counted) in [(3, 3), (4, 4), (5, 4)] {
                let now = lives.world.clock.now()
                let count = try await lives.shiming.store.read {
                    try RegisteredHereOnlyRecords.count(of: registration, at: now, upTo: limit, in: $0)
                }
                #expect(count == counted)
            }
            carrier.set(lives.job.iccids[0], .registered)
            try await ask(lives, carrier, 0)
            let next = try await lives.shiming.listLifeCases(as: lives.controller).rows
            #expect(next.map(\.kind) == [.registeredHereOnly] && next.first?.cards == 3)
            #expect(next.first?.subscription != first.first?.subscription)
            // What is known of that one may be old: it is asked about in the next night.
            let second = try #require(next.first?.subscription)
            let due = try await lives.shiming.store.read { try CarrierTruthRecords.find(second, in: $0)?.dueAt }
            #expect(try #require(due) <= lives.world.clock.now().adding(days: 2))
            #expect(try await lives.shiming.listLifeCases(as: lives.controller, countsCards: false).rows.first?.cards == 0)
            for iccid in lives.job.iccids { carrier.set(iccid, .registered) }
            for card in 1..<4 { try await ask(lives, carrier, card) }
            #expect(try await lives.cases() == [])
        }
    }

    @Test func `of cases that stood for one card each, one remains`() async throws {
        try await running { lives, carrier in
            for iccid in lives.job.iccids { carrier.set(iccid, .unregistered) }
            let now = lives.world.clock.now()
            for card in 0..<3 {
                let subscription = try await lives.life(card).life.subscription
                try await lives.shiming.store.write {
                    try LifeCaseRecords.open(.init(subscription: subscription, openedAt: now, kind: .registeredHereOnly), in: $0)
                }
            }
            #expect(try await lives.cases().count == 3)
            for card in 0..<4 { try await ask(lives, carrier, card) }
            #expect(try await lives.cases() == [.registeredHereOnly])
        }
    }

    @Test(arguments: [CarrierReply<CarrierRealName>.unclear(.lost), .unreachable(retryAfterSeconds: 60)])
    func `a real name that was not answered beside the state is asked for again, not before the night`(
        silence: CarrierReply<CarrierRealName>
    ) async throws {
        try await running { lives, carrier in
            let iccid = lives.job.iccids[0]
            carrier.set(iccid, .unregistered)
            carrier.say(silence, ofNameOf: iccid)
            try await ask(lives, carrier)
            #expect(try await lives.life(0).truth?.realName?.word == .registered)
            carrier.say(nil, ofNameOf: iccid)
            try await lives.carry(carrier, after: 301)
            #expect(try await lives.life(0).truth?.realName?.word == .unregistered)
        }
    }

    @Test func `a card it does not know is a case, and no state`() async throws {
        try await running { lives, carrier in
            carrier.say(.refused(.carrierCardUnknown, code: "404"), of: lives.job.iccids[0])
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.unknownAtCarrier])
            #expect(try await lives.life(0).truth?.refusal == "carrier-card-unknown")
            carrier.say(nil, of: lives.job.iccids[0])
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [])
            #expect(try await lives.life(0).truth?.refusal == nil)
        }
    }

    @Test(
        arguments: [
            .unclear(.lost), .unclear(.fault(.contradiction)), .unreachable(retryAfterSeconds: 30),
            .refused(.carrierCredentials, code: "1"),
            .done(CarrierCardState(word: .unknown, code: "88")),
        ] as [CarrierReply<CarrierCardState>])
    func `an answer that says nothing is no disagreement`(_ reply: CarrierReply<CarrierCardState>) async throws {
        try await running { lives, carrier in
            carrier.say(reply, of: lives.job.iccids[0])
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [])
            carrier.say(nil, of: lives.job.iccids[0])
            carrier.set(lives.job.iccids[0], .stopped)
            try await ask(lives, carrier)
            #expect(try await lives.cases() == [.stoppedAtCarrier])
        }
    }

    @Test func `what is on its way is no disagreement`() async throws {
        try await running { lives, carrier in
            carrier.answers([.accepted(serial: "A9")])
            carrier.outcome(Array(repeating: .done(.pending), count: 4))
            try await lives.change(.stop, [0], reason: .risk)
            try await ask(lives, carrier)
            #expect(try await lives.life(0).truth?.state?.word == .active)
            #expect(try await lives.cases() == [])
        }
    }

    @Test func `nobody asks about cards of others`() async throws {
        try await running { lives, _ in
            let reference = try await lives.reference(0)
            await #expect(throws: Refusal.notFound) { try await lives.shiming.askAboutCard(as: lives.job.otherClerk, card: reference) }
            await #expect(throws: Refusal.notPermitted) { try await lives.shiming.askAboutCard(as: lives.job.auditor, card: reference) }
        }
    }
}
