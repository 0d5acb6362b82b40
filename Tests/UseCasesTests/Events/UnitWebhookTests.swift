import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("R-IC-04: an enterprise's programs are told of its unit's cards, and of no others")
struct UnitWebhookTests {
    /// A seat below the agent for the unit in whose name the cards stand.
    private func seat(
        _ steps: EventSteps, below parent: OrganisationID? = nil, of unit: PartyFacts = InventedPapers.unit
    ) async throws -> Principal {
        let seat = try await steps.world.organisation(
            .enterprise, "云杉物联席位", below: parent ?? steps.job.agent.id, by: steps.job.administrator)
        let linked = try await steps.shiming.updateOrganisation(
            as: steps.job.administrator, seat.id, ifVersion: seat.version,
            OrganisationChange(unitCode: unit.documentNumber))
        return Self.manager(seat, unit: try #require(linked.unit))
    }

    private static func manager(_ seat: OrganisationRecord, unit: PartyID) -> Principal {
        MainJob.staff([.enterpriseManager], in: seat.id, scope: .unit(unit, organisation: seat.id, path: seat.path), 40)
    }

    /// A card of the same agent's that nobody has registered.
    private func unregistered(_ steps: EventSteps) async throws {
        try await steps.job.stock([MainJob.iccid(900)], batch: "X", product: "directed-30m")
        _ = try await steps.shiming.allocateCards(as: steps.job.administrator, .batch("X"), to: steps.job.agent.id)
    }

    private func told(_ steps: EventSteps) async throws -> [String] {
        try await steps.work()
        return await steps.sender.sent.flatMap { sent in
            sent.cards.map { "\(sent.event.type) \(sent.event.change?.after ?? "") \($0)" }
        }
    }

    @Test func `it is told what happens to its unit's cards, and of no stranger's`() async throws {
        try await withEvents(cards: 3) { steps in
            let manager = try await seat(steps)
            let made = try await steps.webhook(by: manager)
            // It stands between those of the unit.
            try await unregistered(steps)
            _ = try await steps.shiming.changeLives(
                as: steps.job.administrator, .numbers([MainJob.iccid(900), steps.job.iccids[1]]), LifeWish(.stop, reason: .arrears))
            #expect(try await told(steps) == ["card.life active \(try await steps.lives.reference(1))"])
            #expect(await steps.sender.sent.first?.secrets == [made.secret])
            #expect(await steps.sender.sent.first?.event.change?.stops?.reasons == [.arrears])
        }
    }

    @Test func `a seat for another unit, or for none yet, is told nothing of these cards`() async throws {
        try await withEvents(cards: 3) { steps in
            // The other unit is known by an application of its own.
            try await unregistered(steps)
            _ = try await steps.job.submitted(content: { $0.unit = InventedPapers.otherUnit }, cards: .batch("X"))
            let other = try await seat(steps, of: InventedPapers.otherUnit)
            _ = try await steps.webhook(by: other)
            let bare = try await steps.world.organisation(.enterprise, "空席位", below: steps.job.agent.id, by: steps.job.administrator)
            _ = try await steps.webhook(
                by: MainJob.staff([.enterpriseManager], in: bare.id, scope: .subtree(organisation: bare.id, path: bare.path), 41))
            try await steps.stop([0, 1])
            #expect(try await told(steps).isEmpty)
            // The unit's own seat is told of the next.
            _ = try await steps.webhook(by: try await seat(steps))
            try await steps.stop([2])
            #expect(try await told(steps) == ["card.life active \(try await steps.lives.reference(2))"])
        }
    }

    @Test func `once a card is another's nothing of it is told, however late it is sent or rewound`() async throws {
        try await withEvents(cards: 2, activated: false) { steps in
            let begun = try await steps.job.registered()
            try await steps.lives.change(.activate, [0, 1])
            let manager = try await seat(steps)
            let made = try await steps.webhook(by: manager)
            let start = try await steps.now(as: manager)
            await steps.sender.say(.failure(.unavailable(.noConnection)))
            try await steps.stop([0])
            try await steps.work()
            _ = try await steps.job.changed(begun.registration, .end) { $0.effectiveFrom = "2026-04-01" }
            try await steps.lives.sweep(at: 2026, 4, 1)
            steps.world.clock.move(seconds: 60)
            // Another unit has them from now on.
            let other = try await steps.job.submitted { $0.unit = InventedPapers.otherUnit }
            _ = try await steps.job.installation.decideApplication(
                as: steps.job.reviewer, other.application, version: other.version, verdict: .approve, reasons: [], note: nil)
            steps.world.clock.move(seconds: 60)
            _ = try await steps.shiming.sweepAllLives()
            try await steps.lives.change(.stop, [0, 1], reason: .threshold)
            steps.world.clock.move(days: 1)
            await steps.sender.say(.success(.taken))
            await steps.sender.forget()
            let words = try await told(steps)
            #expect(words.contains { $0.hasPrefix("card.holding vacant") })
            #expect(words.filter { $0.hasPrefix("card.holding registered") }.isEmpty)
            let stops = await steps.sender.sent.compactMap { $0.event.change?.stops }
            #expect(stops.contains { $0.contains(.risk) } && !stops.contains { $0.contains(.threshold) })
            await steps.sender.forget()
            _ = try await steps.shiming.rewindWebhook(as: manager, made.webhook.stored.id, to: start)
            #expect(try await told(steps) == words)
        }
    }

    @Test func `a change that is the unit's in parts is told in parts, in order and once each`() async throws {
        try await withEvents(cards: 12) { steps in
            let manager = try await seat(steps)
            try await steps.lives.change(.cancel, [2, 5, 8])
            try await steps.lives.sweep(at: 2026, 6, 1)
            steps.world.clock.move(seconds: 5)
            _ = try await steps.webhook(by: manager)
            // Every third card left the unit: the notes of one act over all of them are its own in parts.
            try await steps.lives.change(.stop, [0, 1, 3, 4, 6, 7, 9, 10, 11], reason: .arrears)
            let told = try await told(steps).map { $0.split(separator: " ")[2] }
            #expect(told.count == 9 && Set(told).count == 9)
            try await steps.work()
            #expect(await steps.sender.sent.flatMap(\.cards).count == 9)
        }
    }

    @Test func `many changes of others are passed without a word, and the next of its own is told`() async throws {
        try await withEvents(cards: 2, activated: false) { steps in
            try await steps.job.stock([MainJob.iccid(900)], batch: "X", product: "directed-30m")
            _ = try await steps.job.registered()
            try await steps.lives.change(.activate, [0, 1])
            let manager = try await seat(steps)
            _ = try await steps.webhook(by: manager)
            for turn in 0..<230 {
                _ = try await steps.shiming.changeLives(
                    as: steps.job.administrator, .numbers([MainJob.iccid(900)]), LifeWish(turn % 2 == 0 ? .stop : .resume, reason: .risk))
            }
            try await steps.stop([0])
            for _ in 0..<3 { try await steps.work() }
            #expect(await steps.sender.sent.count == 1)
        }
    }

    @Test func `a seat that stands for another unit is told no more of the former's, replayed either`() async throws {
        try await withEvents(cards: 2) { steps in
            let manager = try await seat(steps)
            let made = try await steps.webhook(by: manager)
            try await steps.stop([0])
            try await steps.work()
            let events = try await steps.shiming.listWebhookEvents(as: manager, of: made.webhook.stored.id).rows
            #expect(events.count == 1)
            try await steps.shiming.store.write { try $0.run("UPDATE organisation SET unit = NULL WHERE id = \(manager.organisation)") }
            let refused = await #expect(throws: Refusal.self) {
                _ = try await steps.shiming.replayWebhookEvent(as: manager, made.webhook.stored.id, event: events[0].id)
            }
            #expect(refused?.code == "webhook-event-forgotten")
            try await steps.stop([1])
            try await steps.work()
            #expect(await steps.sender.sent.count == 1)
        }
    }

    @Test func `the agent above sees that it is there and pauses it, and learns none of its cards`() async throws {
        try await withEvents(cards: 2) { (steps) async throws in
            let manager = try await seat(steps)
            let made = try await steps.webhook(by: manager)
            try await steps.stop([0])
            try await steps.work()
            let id = made.webhook.stored.id
            let seen = try await steps.shiming.readWebhook(as: steps.manager, id)
            #expect(!seen.position.contains("card_"))
            #expect(try await steps.shiming.pauseWebhook(as: steps.manager, id).stored.state == .paused)
            await #expect(throws: Refusal.notPermitted) { _ = try await steps.shiming.listWebhookEvents(as: steps.manager, of: id) }
            await #expect(throws: Refusal.notPermitted) { _ = try await steps.shiming.listCallbacks(as: steps.manager, of: id, .idle) }
            await #expect(throws: Refusal.notPermitted) { _ = try await steps.shiming.rewindWebhook(as: steps.manager, id, to: "now") }
            await #expect(throws: Refusal.notPermitted) { _ = try await steps.shiming.rotateWebhookSecret(as: steps.manager, id) }
            await #expect(throws: Refusal.notFound) { _ = try await steps.shiming.readWebhook(as: steps.otherManager, id) }
            await #expect(throws: Refusal.notFound) { _ = try await steps.shiming.deleteWebhook(as: steps.otherManager, id) }
            #expect(try await steps.shiming.listWebhooks(as: steps.otherManager).rows.isEmpty)
        }
    }

    @Test func `the agent above is told of a seat's many webhooks as of one: the seat is read once`() async throws {
        func statements(_ count: Int) async throws -> Int {
            let world = try await World.make(events: ScriptedSender(), observing: true)
            do {
                let job = try await MainJob.prepare(in: world, cards: 1)
                _ = try await job.registered()
                func manager(_ organisation: OrganisationRecord, _ scope: Scope) -> Principal {
                    MainJob.staff([.agentManager], in: organisation.id, scope: scope, 61)
                }
                let above = manager(job.agent, .subtree(organisation: job.agent.id, path: job.agent.path))
                let steps = EventSteps(job: job, sender: ScriptedSender(), lives: LifeSteps(job: job), manager: above, otherManager: above)
                let seat = try await seat(steps)
                for _ in 0..<count { _ = try await steps.webhook(by: seat) }
                let store = try #require(world.installation.engine as? ObservingStore)
                let before = store.statementsRun
                let listed = try await world.installation.listWebhooks(as: above).rows
                let run = store.statementsRun - before
                #expect(listed.count == count && listed.allSatisfy(\.isAnothers))
                await world.end()
                return run
            } catch {
                await world.end()
                throw error
            }
        }
        #expect(try await statements(1) == statements(4))
    }

    @Test func `what an agent's program named stands with the request for the agent, and not for the unit`() async throws {
        try await withEvents(cards: 2, activated: false) { (steps) async throws in
            _ = try await steps.webhook()
            let (job, shiming) = (steps.job, steps.shiming)
            let content = InventedPapers.application(evidence: try await job.upload(InventedPapers.agentSlots, as: job.clerk))
            let begun = try await shiming.registerAtOnce(
                as: job.clerk, channel: .agent, content: content, cards: .batch(MainJob.batch),
                callback: "https://hooks.example.test/outcome?order=7")
            let version = try await shiming.readApplication(as: job.reviewer, begun.application).application.version
            _ = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: version, verdict: .approve, reasons: [], note: nil)
            let manager = try await seat(steps)
            #expect(try await shiming.readApplication(as: manager, begun.application).callback == nil)
            #expect(try await shiming.readApplication(as: steps.manager, begun.application).callback != nil)
            #expect(try await shiming.readApplication(as: steps.job.clerk, begun.application).callback != nil)
        }
    }

    @Test func `it sees and manages no other organisation's webhook`() async throws {
        try await withEvents(cards: 2) { (steps) async throws in
            let manager = try await seat(steps)
            let agents = try await steps.webhook()
            #expect(try await steps.shiming.listWebhooks(as: manager).rows.isEmpty)
            await #expect(throws: Refusal.notFound) { _ = try await steps.shiming.readWebhook(as: manager, agents.webhook.stored.id) }
            await #expect(throws: Refusal.notFound) { _ = try await steps.shiming.deleteWebhook(as: manager, agents.webhook.stored.id) }
        }
    }
}
