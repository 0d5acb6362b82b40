import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Programs that are not told, and whoever may not have them told")
struct WebhookRefusalTests {
    @Test(arguments: WebhookAddressRefusal.allCases)
    func `an address to which nothing is sent is refused when it is given`(refusal: WebhookAddressRefusal) async throws {
        try await withEvents(cards: 1, activated: false) { steps in
            await steps.sender.refuse("https://inside.example.test", refusal)
            let code = try await refusalCode {
                _ = try await steps.shiming.createWebhook(as: steps.manager, url: "https://inside.example.test")
            }
            #expect(code == "webhook-address-" + refusal.rawValue)
            let kept = try await steps.shiming.listWebhooks(as: steps.manager)
            #expect(kept.rows.isEmpty)
        }
    }

    @Test func `one whose host leads inside later is told nothing, and tried again`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            await steps.sender.say(.success(.notAdmitted(.inside)))
            try await steps.stop([0])
            try await steps.work()
            #expect(try await steps.standing(made).failure == "address-inside")
            #expect(try await steps.events(made).map(\.state) == [.waiting])
            await steps.sender.say(.success(.taken))
            steps.world.clock.move(seconds: 1_200)
            try await steps.work()
            #expect(try await steps.events(made).map(\.state) == [.delivered])
        }
    }

    @Test func `beyond the number of look-ups an attempt is refused with a time, and what waits is tried again soon`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            await steps.sender.say(.success(.notAdmitted(.crowded)))
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await steps.shiming.tryWebhook(as: steps.manager, made.webhook.stored.id)
            }
            #expect(refusal?.code == "webhook-address-look-ups-crowded" && refusal?.retryAfterSeconds == 10)
            try await steps.stop([0])
            try await steps.work()
            #expect(try await steps.standing(made).failure == "address-look-ups-crowded")
            await steps.sender.say(.success(.taken))
            steps.world.clock.move(seconds: 15)
            try await steps.work()
            #expect(try await steps.events(made).map(\.state) == [.delivered])
        }
    }

    @Test func `one that is no more is asked no more until it is resumed`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            await steps.sender.say(.success(.gone))
            try await steps.stop([0])
            try await steps.work()
            #expect(try await steps.standing(made).state == .gone)
            steps.world.clock.move(days: 2)
            await steps.sender.say(.success(.taken))
            try await steps.work()
            #expect(await steps.sender.taken.isEmpty)
            _ = try await steps.shiming.resumeWebhook(as: steps.manager, made.webhook.stored.id)
            try await steps.work()
            #expect(await steps.sender.taken.count == 1)
        }
    }

    @Test func `while it is paused nothing is sent, and afterwards everything`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            let id = made.webhook.stored.id
            #expect(try await steps.shiming.pauseWebhook(as: steps.manager, id).stored.state == .paused)
            try await steps.stop([0])
            try await steps.work()
            #expect(await steps.sender.sent.isEmpty)
            steps.world.clock.move(days: 3)
            _ = try await steps.shiming.resumeWebhook(as: steps.manager, id)
            await steps.sender.say(.failure(.unavailable(.timedOut)), .success(.taken))
            try await steps.work()
            #expect(try await steps.events(made).map(\.state) == [.waiting])
            steps.world.clock.move(seconds: 10)
            try await steps.work()
            #expect(try await steps.events(made).map(\.state) == [.delivered])
        }
    }

    @Test func `one that was paused longer than changes are kept is told that something is missing`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            let id = made.webhook.stored.id
            _ = try await steps.shiming.pauseWebhook(as: steps.manager, id)
            try await steps.stop([0])
            try await steps.shiming.sequenceTrail()
            steps.world.clock.move(days: 31)
            try await steps.shiming.forgetChanges()
            _ = try await steps.shiming.resumeWebhook(as: steps.manager, id)
            try await steps.stop([0], resume: true)
            try await steps.work()
            let sent = try #require(await steps.sender.sent.last)
            #expect(sent.gaps == sent.cards && sent.cards.count == 1)
            let dead = try #require(try await steps.events(made, state: .dead).first)
            #expect(dead.failure == "forgotten")
            #expect(
                try await refusalCode { _ = try await steps.shiming.replayWebhookEvent(as: steps.manager, id, event: dead.id) }
                    == "webhook-event-forgotten")
        }
    }

    @Test func `an organisation that is suspended is told nothing meanwhile, nor those below it`() async throws {
        try await withEvents(cards: 1) { steps in
            _ = try await steps.webhook()
            let sub = try await steps.world.organisation(.agent, "示例二级代理商", below: steps.job.agent.id, by: steps.job.administrator)
            let below = MainJob.staff([.agentManager], in: sub.id, scope: .subtree(organisation: sub.id, path: sub.path), 63)
            _ = try await steps.webhook(by: below)
            _ = try await steps.shiming.allocateCards(as: steps.manager, .numbers(steps.job.iccids), to: sub.id)
            let agent = try await steps.shiming.readOrganisation(as: steps.job.administrator, steps.job.agent.id)
            _ = try await steps.shiming.updateOrganisation(
                as: steps.job.administrator, agent.id, ifVersion: agent.version, OrganisationChange(status: .suspended))
            try await steps.stop([0])
            try await steps.work()
            #expect(await steps.sender.sent.isEmpty)
            let suspended = try await steps.shiming.readOrganisation(as: steps.job.administrator, steps.job.agent.id)
            _ = try await steps.shiming.updateOrganisation(
                as: steps.job.administrator, agent.id, ifVersion: suspended.version, OrganisationChange(status: .active))
            try await steps.work()
            #expect(await steps.sender.taken.map(\.event.type).sorted() == ["card.custody", "card.custody", "card.life", "card.life"])
        }
    }

    @Test func `what was moved while it was being sent is not noted for the other place`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            let id = made.webhook.stored.id
            try await steps.stop([0])
            try await steps.shiming.sequenceTrail()
            await steps.sender.whileSending {
                _ = try await steps.shiming.rewindWebhook(as: steps.manager, id, to: made.webhook.position)
            }
            try await steps.work()
            let ids = await steps.sender.sent.map(\.event.id)
            #expect(ids.count == 2 && Set(ids).count == 1)
            #expect(try await steps.events(made).map(\.state) == [.delivered])
        }
    }

    @Test func `two servers send an event once`() async throws {
        try await withEvents(cards: 1) { steps in
            _ = try await steps.webhook()
            try await steps.stop([0])
            try await steps.shiming.sequenceTrail()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try await steps.shiming.runWebhook() } }
                try await group.waitForAll()
            }
            #expect(await steps.sender.sent.count == 1)
        }
    }

    @Test func `one that was killed while sending sends again once its lease is over, under the same id`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            try await steps.stop([0])
            try await steps.shiming.sequenceTrail()
            let lease = steps.world.clock.now().adding(seconds: 60)
            let now = steps.world.clock.now()
            let stored = try await steps.standing(made)
            let isLeased = try await steps.shiming.store.write { try WebhookRecords.lease(stored, until: lease, at: now, in: $0) }
            #expect(isLeased)
            try await steps.work()
            #expect(await steps.sender.sent.isEmpty)
            steps.world.clock.move(seconds: 61)
            try await steps.work()
            #expect(await steps.sender.sent.count == 1)
        }
    }

    @Test func `those above see and pause a webhook, and never have its secret`() async throws {
        try await withEvents(cards: 1) { steps in
            let id = try await steps.webhook().webhook.stored.id
            let (shiming, above) = (steps.shiming, steps.job.administrator)
            _ = try await shiming.readWebhook(as: above, id)
            _ = try await shiming.pauseWebhook(as: above, id)
            await #expect(throws: Refusal.notPermitted) { _ = try await shiming.rotateWebhookSecret(as: above, id) }
        }
    }

    @Test func `another agent's webhook is not there, and whoever may not manage them sees none`() async throws {
        try await withEvents(cards: 1) { steps in
            let id = try await steps.webhook().webhook.stored.id
            let (shiming, other) = (steps.shiming, steps.otherManager)
            let attempts: [@Sendable () async throws -> Void] = [
                { _ = try await shiming.readWebhook(as: other, id) }, { try await shiming.deleteWebhook(as: other, id) },
                { _ = try await shiming.rotateWebhookSecret(as: other, id) }, { _ = try await shiming.tryWebhook(as: other, id) },
                { _ = try await shiming.pauseWebhook(as: other, id) }, { _ = try await shiming.resumeWebhook(as: other, id) },
                { _ = try await shiming.rewindWebhook(as: other, id, to: "now") },
                { _ = try await shiming.listWebhookEvents(as: other, of: id) },
            ]
            for attempt in attempts { #expect(try await refusalCode { try await attempt() } == "not-found") }
            #expect(try await shiming.listWebhooks(as: other).rows == [])
            #expect(try await shiming.listWebhooks(as: steps.job.administrator).rows.count == 1)
            #expect(try await refusalCode { _ = try await shiming.listWebhooks(as: steps.job.clerk) } == "not-permitted")
            #expect(
                try await refusalCode { _ = try await shiming.createWebhook(as: steps.job.clerk, url: EventSteps.url) } == "not-permitted")
            #expect(await steps.sender.sent.isEmpty)
        }
    }

    @Test func `an organisation has so many and no more`() async throws {
        var settings = Settings()
        settings.webhooksMax = 2
        try await withEvents(cards: 1, settings: settings, activated: false) { steps in
            for _ in 0..<2 { _ = try await steps.webhook() }
            #expect(try await refusalCode { _ = try await steps.webhook() } == "webhooks-too-many")
            _ = try await steps.webhook(by: steps.otherManager)
        }
    }
}
