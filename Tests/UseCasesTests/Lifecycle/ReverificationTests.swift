import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("R-LC-02: verified anew, the holder's card goes on")
struct ReverificationTests {
    /// A person's watch in service, and what is done with it.
    private struct Watch {
        let personal: PersonalJob
        let person: Principal
        var world: World { personal.world }
        var shiming: Installation { personal.installation }
        var lives: LifeSteps { LifeSteps(job: personal.job) }

        func change(_ command: LifeCommand, _ reason: StopReason? = nil) async throws {
            world.clock.move(seconds: 60)
            _ = try await shiming.changeLives(
                as: lives.controller, .numbers([personal.watches[0]]), LifeWish(command, reason: reason))
        }

        func view() async throws -> LifeView { try await lives.life(of: personal.watches[0]) }

        /// What stops it once the sweep has looked.
        func stops() async throws -> [StopReason] {
            _ = try await shiming.sweepAllLives()
            return try await view().life.standing.stops.reasons
        }

        func prove(seed: UInt8) async throws {
            world.clock.move(seconds: 60)
            try await personal.prove(person, seed: seed)
        }
    }

    private func withWatch(_ body: (Watch) async throws -> Void) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let watch = Watch(personal: personal, person: try await personal.effective())
            try await watch.change(.activate)
            try await body(watch)
        }
    }

    @Test func `a proof lifts the stop, the carrier resumes it, and the event names what was lifted`() async throws {
        try await withWatch { watch in
            try await watch.change(.stop, .reverificationDue)
            try await watch.prove(seed: 130)
            #expect(try await watch.stops() == [])
            let view = try await watch.view()
            #expect(view.life.standing.serves)
            #expect(view.events.last?.command == .resume && view.events.last?.reason == .reverificationDue)
            #expect(view.events.last?.recordedBy == Principal.system.account)
            #expect(view.intents.first?.command == .resume)
            // It is done once.
            _ = try await watch.shiming.sweepAllLives()
            #expect(try await watch.view().events.count == view.events.count)
            _ = try await watch.shiming.sequenceTrail()
            #expect(try await watch.shiming.checkStore().findings == [])
        }
    }

    @Test func `a proof from before the stop lifts nothing, nor does one at which nobody has looked yet`() async throws {
        try await withWatch { watch in
            try await watch.prove(seed: 130)
            try await watch.change(.stop, .reverificationDue)
            #expect(try await watch.stops() == [.reverificationDue])
            watch.world.clock.move(seconds: 60)
            try await watch.personal.prepareProof(watch.person, number: PersonalJob.person(0).documentNumber, seed: 140)
            _ = try #require(try await watch.shiming.submitPersonal(as: watch.person).application)
            watch.world.clock.move(days: 1)
            #expect(try await watch.stops() == [.reverificationDue])
            #expect(try await !watch.view().intents.contains { $0.command == .resume })
        }
    }

    @Test func `it lifts its own reason alone, and the carrier resumes nothing that another stops`() async throws {
        try await withWatch { watch in
            try await watch.change(.stop, .risk)
            try await watch.change(.stop, .reverificationDue)
            try await watch.prove(seed: 130)
            #expect(try await watch.stops() == [.risk])
            #expect(try await !watch.view().intents.contains { $0.command == .resume })
            try await watch.change(.resume, .risk)
            #expect(try await watch.view().intents.first?.command == .resume)
        }
    }

    @Test func `stopped once more for it afterwards, the proof from before counts no more`() async throws {
        try await withWatch { watch in
            try await watch.change(.stop, .reverificationDue)
            try await watch.prove(seed: 130)
            #expect(try await watch.stops() == [])
            try await watch.change(.stop, .reverificationDue)
            #expect(try await watch.stops() == [.reverificationDue])
            watch.world.clock.move(days: 2)
            #expect(try await watch.stops() == [.reverificationDue])
            // Further events while it is stopped are no new stop.
            try await watch.change(.stop, .threshold)
            try await watch.prove(seed: 140)
            #expect(try await watch.stops() == [.threshold])
        }
    }

    @Test func `what is found in the sweep that lifts it stops it anew, and the proof from before lifts that no more`() async throws {
        try await withWatch { watch in
            var setting = LifeSetting()
            setting.reregistersPersonOnDeviceChange = true
            _ = try await watch.shiming.setLifeSetting(
                as: watch.lives.controller, carrier: nil, product: nil, province: nil, setting, validFrom: nil, after: 0)
            try await watch.change(.stop, .reverificationDue)
            try await watch.prove(seed: 130)
            watch.world.clock.set(try shanghai(2026, 3, 6))
            let card = watch.personal.watches[0]
            let lines = [("04", "354403110000013"), ("05", "354403110000021")].map { "\(card),2026-03-\($0) 10:00:00,\($1)\n" }
            _ = try await watch.shiming.createUsageFile(
                as: watch.lives.controller, body: OneChunk(Array(("iccid,usedAt,imei\n" + lines.joined()).utf8)))
            while try await watch.shiming.runNextUsageFile() {}
            #expect(try await watch.stops() == [.reverificationDue])
            #expect(try await watch.stops() == [.reverificationDue])
            #expect(try await watch.view().events.suffix(2).map(\.command) == [.resume, .stop])
        }
    }

    @Test func `another card in the same name that was proved for lifts nothing here, and this one's lifts nothing there`() async throws {
        try await withWatch { watch in
            let other = try await watch.personal.effective(1, receipt: "CM-920")
            for card in watch.personal.watches.prefix(2) {
                watch.world.clock.move(seconds: 60)
                _ = try await watch.shiming.changeLives(
                    as: watch.lives.controller, .numbers([card]), LifeWish(.stop, reason: .reverificationDue))
            }
            watch.world.clock.move(seconds: 60)
            try await watch.personal.prove(other, seed: 130)
            #expect(try await watch.stops() == [.reverificationDue])
            #expect(try await watch.lives.life(of: watch.personal.watches[1]).life.standing.stops.isEmpty)
        }
    }

    @Test func `a correction that takes effect afterwards lifts it for every card in the holder's name, and not before`() async throws {
        try await withWatch { watch in
            let (personal, shiming, person) = (watch.personal, watch.shiming, watch.person)
            _ = try await personal.effective(1, receipt: "CM-920")
            try await watch.prove(seed: 130)
            for card in personal.watches.prefix(2) {
                watch.world.clock.move(seconds: 60)
                _ = try await shiming.changeLives(
                    as: watch.lives.controller, .numbers([card]), LifeWish(.stop, reason: .reverificationDue))
            }
            watch.world.clock.move(seconds: 60)
            let code = try #require(try await shiming.readOwnData(as: person).cards.first?.code)
            let begun = try await shiming.beginCorrection(as: person, code: code)
            try await personal.consent(person, begun.notices.map(\.kind))
            for (place, slot) in [EvidenceSlot.holderIDFront, .holderIDBack].enumerated() {
                _ = try await shiming.capturePicture(as: person, slot, bytes: inventedPicture(UInt8(160 + place)), insists: false)
            }
            var facts = try #require(begun.content.holder)
            facts.address = "云杉省青禾市知夏区望舒路二十二号"
            _ = try await shiming.updatePersonalDraft(as: person, PersonalDraft(holder: facts, noticeAccepted: true))
            let handedIn = try #require(try await shiming.submitPersonal(as: person).application)
            #expect(try await watch.stops() == [.reverificationDue])
            _ = try await shiming.decideApplication(
                as: personal.job.reviewer, handedIn.id, version: handedIn.version, verdict: .approve, reasons: [], note: nil)
            #expect(try await watch.stops() == [])
            #expect(try await watch.lives.life(of: personal.watches[1]).life.standing.stops.isEmpty)
        }
    }

    @Test func `a unit's card waits for it, the others go on, and whoever may lift it still does so by hand`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0, 1])
            lives.world.clock.move(seconds: 60)
            try await lives.change(.stop, [0], reason: .reverificationDue)
            lives.world.clock.move(days: 1)
            _ = try await lives.shiming.sweepAllLives()
            #expect(try await lives.standing(0).stops.reasons == [.reverificationDue])
            #expect(try await lives.standing(1).stops.isEmpty)
            // Whoever may set it still lifts it by hand.
            #expect(try await lives.obstacle(.resume, 0, reason: .reverificationDue) == nil)
            #expect(try await lives.standing(0).serves)
        }
    }

    @Test func `the next owner does not inherit it, and an end alone lifts nothing`() async throws {
        try await withWatch { watch in
            try await watch.change(.stop, .reverificationDue)
            watch.world.clock.move(seconds: 60)
            try await watch.personal.endHolding(of: 0, by: watch.person)
            #expect(try await watch.stops() == [.noRealName, .reverificationDue])
            watch.world.clock.move(seconds: 60)
            _ = try await watch.personal.effective(0, PersonalJob.person(1), receipt: "CM-502")
            #expect(try await watch.stops() == [])
            #expect(try await watch.view().life.standing.serves)
        }
    }
}
