import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("The life of a card")
struct LifeWalkTests {
    @Test func `a card idle past its time is cancelling on 31 December, and cancelled when February's last day has ended`() async throws {
        try await withLives { lives, _ in
            lives.world.clock.set(try shanghai(2026, 9, 30, hour: 12))
            try await lives.change(.activate, [0, 1])
            try await lives.sweep(at: 2026, 12, 30, hour: 23)
            #expect(try await lives.standing(0).state == .active)
            try await lives.sweep(at: 2026, 12, 31, hour: 8)
            #expect(try await lives.standing(0).state == .cancelling)
            try await lives.sweep(at: 2027, 2, 28, hour: 23)
            #expect(try await lives.standing(0).state == .cancelling)
            // Brought back meanwhile, the other one is not lost.
            try await lives.change(.bringBack, [1])
            try await lives.sweep(at: 2027, 3, 1)
            #expect(try await lives.standing(0).state == .cancelled)
            #expect(try await lives.standing(1) == LifeStanding(.active))
            for command in LifeWish.commands {
                #expect(try await lives.obstacle(command, 0, reason: .risk) == .cancelled, "\(command)")
            }
            let reference = try await lives.reference(0)
            await #expect(throws: LifeObstacle.cancelled.refusal) {
                try await lives.shiming.changeSIM(as: lives.controller, card: reference, iccid: MainJob.iccid(4_711))
            }
            await #expect(throws: LifeObstacle.cancelled.refusal) {
                try await lives.shiming.changeDevice(as: lives.controller, card: reference, imei: "354403110000013")
            }
            // Nor does anything that is not asked for: whatever the table has is refused where the card stands.
            let gone = try await lives.life(0)
            for command in LifeCommand.allCases {
                for isHeld in [true, false] {
                    let context = LifeContext(isHeld: isHeld, reason: .risk, wasActive: true)
                    #expect(throws: LifeRefused(.cancelled), "\(command)") { try gone.life.standing.decide(command, context) }
                }
            }
            // It was used in time and is used now, as comes to light too late; and nobody registers it any more.
            try await lives.use([(lives.job.iccids[0], 70 * 86_400), (lives.job.iccids[0], 60)], through: lives.shiming)
            let draft = try await lives.job.begun(cards: .numbers([lives.job.iccids[0]]))
            let cards = try await lives.shiming.examineCards(as: lives.job.clerk, draft.application, most: 9)
            #expect(cards.fit == 0 && cards.reasons.map(\.reason.code) == ["card-cancelled"])
            await #expect(throws: Refusal.self) {
                try await lives.shiming.submitApplication(as: lives.job.clerk, draft.application, version: draft.version)
            }
            try await lives.sweep(at: 2027, 3, 2)
            let later = try await lives.life(0)
            #expect(later.life.standing == gone.life.standing && later.events == gone.events && later.intents == gone.intents)
            // Who held it last March: the entitled get the name, and the clerk does not.
            let question = CardQuestion.iccid(lives.job.iccids[0])
            let march = try shanghai(2026, 3, 20)
            let told = try await lives.shiming.reveal(as: lives.job.compliance, question, at: march, purpose: "公安调证 2027-118")
            #expect(told.roles[.responsiblePerson]?.name == InventedPapers.responsible.name)
            let withheld = try await lives.shiming.answer(as: lives.job.clerk, question, at: march)
            #expect(withheld.standing == .registered && withheld.isWithheld && withheld.roles.isEmpty)
            await #expect(throws: Refusal.notPermitted) {
                _ = try await lives.shiming.reveal(as: lives.job.clerk, question, at: march, purpose: "公安调证 2027-118")
            }
            let view = try await lives.life(0)
            #expect(view.events.map(\.command) == [.activate, .cancel, .finish])
            #expect(view.intents.map(\.command) == [.cancel, .stop, .activate])
            #expect(view.notices.map(\.kind).sorted() == ["cycle-end", "idle"])
            #expect(view.life.registration == nil)
            _ = try await lives.shiming.sequenceTrail()
            #expect(try await lives.shiming.checkStore().findings == [])
        }
    }

    @Test func `after a server was off no card begins its way out, or ends it, untold`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0, 1])
            func sweepAlone(_ month: Int, _ day: Int, hour: Int64 = 0) async throws {
                lives.world.clock.set(try shanghai(2026, month, day, hour: hour))
                for _ in 0..<2 { _ = try await lives.shiming.sweepAllLives() }
            }
            // Idle since 3 June.
            try await sweepAlone(7, 1, hour: 9)
            #expect(try await lives.standing(0).state == .active)
            let comes = try shanghai(2026, 7, 9)
            #expect(try await lives.life(0).nextStep == LifeStep(.idle, comes))
            #expect(try await lives.life(0).notices.map(\.kind) == ["idle"])
            // Used meanwhile, the other is idle no more.
            try await lives.use(lives.job.iccids[1])
            try await sweepAlone(7, 8, hour: 23)
            #expect(try await lives.standing(0).state == .active)
            // Off again: what was told is put off once.
            try await sweepAlone(8, 1)
            #expect(try await lives.standing(0).state == .cancelling)
            #expect(try await lives.standing(1).state == .active)
            #expect(try await lives.life(0).notices.map(\.kind) == ["idle"])
            try await sweepAlone(11, 20)
            #expect(try await lives.standing(0).state == .cancelling, "its cycle ended on 1 October")
            try await lives.change(.bringBack, [0])
            #expect(try await lives.standing(0) == LifeStanding(.active))
            try await lives.change(.cancel, [0])
            lives.world.clock.set(try shanghai(2027, 1, 30))
            for _ in 0..<2 { _ = try await lives.shiming.sweepAllLives() }
            #expect(try await lives.standing(0).state == .cancelling)
            lives.world.clock.set(try shanghai(2027, 2, 7))
            _ = try await lives.shiming.sweepAllLives()
            #expect(try await lives.standing(0).state == .cancelled)
            _ = try await lives.shiming.sequenceTrail()
            #expect(try await lives.shiming.checkStore().findings == [])
        }
    }

    @Test func `how long a card may lie idle is set for its carrier or its product, from a day on`() async throws {
        try await withLives { lives, _ in
            let may = try shanghai(2026, 5, 1), july = try shanghai(2026, 7, 1)
            let product = try #require(ProductCode("directed-30m"))
            let settings: [(months: Int64, carrier: Carrier?, product: ProductCode?, from: Instant?, after: Int64)] = [
                (1, .telecom, nil, nil, 0), (4, .mobile, nil, nil, 0), (1, .mobile, nil, may, 1), (5, nil, product, july, 0),
            ]
            for one in settings {
                var setting = LifeSetting()
                setting.idleMonths = one.months
                _ = try await lives.shiming.setLifeSetting(
                    as: lives.controller, carrier: one.carrier, product: one.product, province: nil, setting, validFrom: one.from,
                    after: one.after)
            }
            // What runs already ends as it was begun.
            try await lives.change(.activate, [0])
            lives.world.clock.set(try shanghai(2026, 5, 2, hour: 10))
            try await lives.change(.activate, [1])
            try await lives.sweep(at: 2026, 6, 2, hour: 23)
            #expect(try await lives.standing(1).state == .active)
            try await lives.sweep(at: 2026, 6, 3)
            #expect(try await lives.standing(1).state == .cancelling)
            lives.world.clock.set(try shanghai(2026, 7, 2, hour: 10))
            try await lives.change(.activate, [2])
            try await lives.sweep(at: 2026, 7, 2, hour: 23)
            #expect(try await lives.standing(0).state == .active)
            try await lives.sweep(at: 2026, 7, 3)
            #expect(try await lives.standing(0).state == .cancelling)
            try await lives.sweep(at: 2026, 12, 2, hour: 23)
            #expect(try await lives.standing(2).state == .active)
            try await lives.sweep(at: 2026, 12, 3)
            #expect(try await lives.standing(2).state == .cancelling)
        }
    }

    @Test func `of a registration with a cancelled card the others live on`() async throws {
        try await withLives { lives, begun in
            let begun = try #require(begun)
            try await lives.change(.activate, [0])
            try await lives.change(.cancel, [0])
            try await lives.sweep(at: 2026, 5, 3)
            #expect(try await lives.standing(0).state == .cancelled)
            let registration = try await lives.shiming.readRegistration(as: lives.job.clerk, begun.registration).registration
            #expect(registration.cards == 3)
            #expect(registration.state == .registered)
        }
    }

    @Test func `a card in stock to which nothing happened has no row of its own`() async throws {
        try await withLives(cards: 30) { lives, _ in
            func rows(_ table: StaticString) async throws -> Int {
                try await lives.shiming.store.read { try $0.count("SELECT COUNT(*) FROM \(fixed: table)") }
            }
            #expect(try await rows("card_life") == 0)
            #expect(try await rows("life_event") == 0)
            #expect(try await rows("usage_summary") == 0)
            try await lives.change(.prepare, [3])
            #expect(try await rows("card_life") == 1)
        }
    }

    @Test func `nobody activates before the real name, and every card says why`() async throws {
        try await withLives(registered: false) { (lives, _) async throws in
            let refusal = await #expect(throws: Refusal.self) { try await lives.change(.activate, [0, 1]) }
            #expect(refusal?.code == "life-cards-refused")
            #expect(refusal?.details.map(\.code) == ["life-no-real-name"])
            #expect(try await lives.standing(0).state == .stock)
            #expect(try await lives.life(0).events.isEmpty)
        }
    }

    @Test func `all or none, unless the others may be left`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0])
            await #expect(throws: Refusal.self) { try await lives.change(.activate, [0, 1]) }
            #expect(try await lives.standing(1).state == .stock)
            let outcomes = try await lives.change(.activate, [0, 1, 2], leavingOthers: true)
            #expect(outcomes.changed == 2)
            #expect(outcomes.leftOut == [.there: 1])
        }
    }

    @Test func `an agent's clerk stops at the owner's wish and for no other reason, and not others' cards`() async throws {
        try await withLives { lives, _ in
            let clerk = lives.job.clerk
            try await lives.change(.activate, [0, 1], as: clerk)
            try await lives.change(.stop, [0], reason: .ownerAsked, as: clerk)
            #expect(try await lives.standing(0).stops == StopReasons([.ownerAsked]))
            for reason in StopReason.allCases where reason != .ownerAsked {
                await #expect(throws: Refusal.notPermitted) { try await lives.change(.stop, [1], reason: reason, as: clerk) }
            }
            try await lives.change(.stop, [1], reason: .risk)
            await #expect(throws: Refusal.notPermitted) { try await lives.change(.resume, [1], reason: .risk, as: clerk) }
            let refusal = await #expect(throws: Refusal.self) { try await lives.change(.cancel, [1], as: lives.job.otherClerk) }
            #expect(refusal?.details.first?.code == "life-card-not-found")
            for someone in [lives.job.reviewer, lives.job.auditor] {
                await #expect(throws: Refusal.notPermitted) { try await lives.change(.cancel, [1], as: someone) }
            }
        }
    }

    @Test func `nobody asks for what follows by itself`() async throws {
        try await withLives { lives, _ in
            for command in LifeCommand.allCases where !LifeWish.commands.contains(command) {
                await #expect(throws: Refusal.self) { try await lives.change(command, [0]) }
            }
        }
    }

    @Test func `a registration that takes effect clears only the missing name`() async throws {
        try await withLives(registered: false) { lives, _ in
            try await lives.change(.openTest, [0, 1])
            try await lives.change(.stop, [0], reason: .risk)
            #expect(try await lives.standing(0).stops == StopReasons([.noRealName, .risk]))
            _ = try await lives.job.registered()
            _ = try await lives.shiming.sweepAllLives()
            #expect(try await lives.standing(0).stops == StopReasons([.risk]))
            #expect(try await lives.standing(1).serves)
        }
    }

    @Test func `when the holding ends service stops, and a planned end stops it on its day`() async throws {
        try await withLives { lives, begun in
            let begun = try #require(begun)
            try await lives.change(.activate, [0, 1])
            _ = try await lives.job.changed(begun.registration, .end) { $0.effectiveFrom = "2026-04-01" }
            try await lives.sweep(at: 2026, 3, 31, hour: 23)
            #expect(try await lives.standing(0).serves)
            try await lives.sweep(at: 2026, 4, 1)
            #expect(try await lives.standing(0) == LifeStanding(.active, StopReasons([.noRealName])))
            #expect(try await lives.life(0).intents.first?.command == .stop)
        }
    }

    @Test func `a card in its test period stops as well when nobody answers for it any more`() async throws {
        try await withLives { lives, begun in
            let begun = try #require(begun)
            try await lives.change(.openTest, [0])
            #expect(try await lives.standing(0).serves)
            _ = try await lives.job.changed(begun.registration, .end) { $0.effectiveFrom = "2026-03-20" }
            try await lives.sweep(at: 2026, 3, 20, hour: 1)
            #expect(try await lives.standing(0) == LifeStanding(.testable, StopReasons([.noRealName])))
        }
    }

    @Test func `sweeping again changes nothing, and what is not due costs nothing`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0, 1, 2])
            try await lives.sweep(at: 2026, 6, 3)
            let before = try await lives.life(0)
            #expect(before.life.standing.state == .cancelling)
            #expect(try await lives.shiming.sweepLives() == 0)
            // The clock set back moves nothing either.
            try await lives.sweep(at: 2026, 3, 3)
            #expect(try await lives.life(0).events == before.events)
            #expect(try await lives.life(0).intents == before.intents)
        }
    }

    @Test func `two sweeps at once do it once`() async throws {
        try await withLives(cards: 20) { lives, _ in
            try await lives.change(.activate, Array(0..<20))
            try await lives.sweep(at: 2026, 6, 2, hour: 23)
            lives.world.clock.set(try shanghai(2026, 6, 3))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try await lives.shiming.sweepAllLives() } }
                try await group.waitForAll()
            }
            for card in 0..<20 { #expect(try await lives.life(card).events.map(\.command) == [.activate, .cancel]) }
        }
    }

    @Test func `the trail commits to many events by one root`() async throws {
        try await withLives(cards: 120) { lives, _ in
            try await lives.change(.activate, Array(0..<120))
            try await lives.change(.stop, [5, 7, 8], reason: .risk)
            _ = try await lives.shiming.sequenceTrail()
            #expect(try await lives.shiming.checkStore().findings == [])
        }
    }

    @Test func `a card that was in service before it came here runs on unregistered, until it lies idle, R-25-24`() async throws {
        try await withLives { lives, _ in
            let file = "ICCID\n\(MainJob.iccid(901))\n"
            _ = try await lives.shiming.createIntake(
                as: lives.job.administrator, IntakeRequest(kind: .existing, batch: "before", product: "directed-30m"),
                body: OneChunk(Array(file.utf8)))
            while try await lives.shiming.runNextIntake() {}
            let found = try await lives.shiming.searchCards(as: lives.job.administrator, numbers: [MainJob.iccid(901)])
            let card = try #require(found.first??.reference)
            func standing() async throws -> LifeStanding {
                _ = try await lives.shiming.sweepAllLives()
                return try await lives.shiming.readLife(as: lives.controller, reference: card).life.standing
            }
            #expect(try await standing() == LifeStanding(.active))
            // A stop and its end do not bring up the missing name either.
            for command in [LifeCommand.stop, .resume] {
                _ = try await lives.shiming.changeLives(as: lives.controller, .numbers([card]), LifeWish(command, reason: .risk))
            }
            #expect(try await standing().serves)
            try await lives.sweep(at: 2026, 6, 3)
            #expect(try await standing().state == .cancelling)
            _ = try await lives.shiming.changeLives(as: lives.controller, .numbers([card]), LifeWish(.bringBack))
            #expect(try await standing() == LifeStanding(.active, StopReasons([.noRealName])))
        }
    }

    @Test func `a clock that leaps moves no card until it is set right`() throws {
        var leap = ClockLeap(allowedSeconds: 3_600)
        let day = try shanghai(2026, 3, 2)
        func isSound(_ instant: Instant, after seconds: Int64) -> Bool { leap.isSound(instant, steadySeconds: seconds) }
        let readings = [
            isSound(day, after: 10), isSound(day.adding(seconds: 3_650), after: 60), isSound(day.adding(days: 365), after: 70),
            isSound(day.adding(days: 365), after: 80), isSound(day.adding(seconds: 80), after: 90),
            // Behind is not ahead: nothing is due too early.
            isSound(day.adding(days: -9), after: 100),
        ]
        #expect(readings == [true, true, false, false, true, true])
    }
}
