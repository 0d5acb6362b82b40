import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Programs that are told what happens to cards")
struct WebhookTests {
    private static let down: Result<EventReply, ProviderFailure> = .failure(.unavailable(.noConnection))

    @Test func `what happens after it was made is told once, in order, and nothing from before`() async throws {
        try await withEvents(cards: 3) { steps in
            let made = try await steps.webhook()
            try await steps.stop([0, 1])
            try await steps.stop([0], resume: true)
            try await steps.work()
            try await steps.work()
            let sent = await steps.sender.sent
            #expect(sent.map(\.event.type) == ["card.life", "card.life"])
            #expect(sent.map { $0.event.change?.stops?.isEmpty } == [false, true])
            #expect(sent[0].cards.count == 2)
            #expect(sent.allSatisfy { $0.url == EventSteps.url && $0.secrets == [made.secret] })
            #expect(Set(sent.map(\.event.id)).count == 2)
            #expect(try await steps.events(made).map(\.state) == [.delivered, .delivered])
        }
    }

    @Test func `many cards of one act come in events of a hundred`() async throws {
        try await withEvents(cards: 250) { steps in
            _ = try await steps.webhook()
            try await steps.stop(Array(0..<250))
            try await steps.work()
            let sent = await steps.sender.sent
            #expect(sent.map(\.cards.count) == [100, 100, 50])
            #expect(Set(sent.flatMap(\.cards)).count == 250)
        }
    }

    @Test func `only the kinds that were asked for are told`() async throws {
        try await withEvents(cards: 2) { steps in
            _ = try await steps.webhook([.custody])
            try await steps.stop([0])
            _ = try await steps.shiming.recallCards(as: steps.job.administrator, .numbers([steps.job.iccids[0]]))
            try await steps.work()
            let sent = await steps.sender.sent
            #expect(sent.map(\.event.type) == ["card.custody"])
            #expect(sent.first?.event.change?.after == "gone")
        }
    }

    @Test func `an agent's program is told of its cards only`() async throws {
        try await withEvents(cards: 2) { steps in
            _ = try await steps.webhook(by: steps.otherManager)
            try await steps.stop([0, 1])
            try await steps.work()
            #expect(await steps.sender.sent.isEmpty)
        }
    }

    @Test func `a receiver that is down for an hour gets each event once it is back, in order, under its first id`() async throws {
        try await withEvents(cards: 3) { steps in
            let made = try await steps.webhook()
            await steps.sender.say(Self.down)
            try await steps.stop([0, 1])
            try await steps.work()
            try await steps.stop([0], resume: true)
            for _ in 0..<12 {
                steps.world.clock.move(seconds: 300)
                try await steps.work()
            }
            let failing = try await steps.standing(made)
            #expect(failing.failure == "no-connection" && failing.failingSince != nil && failing.tries > 3)
            let tried = await steps.sender.sent
            #expect(Set(tried.map(\.event.id)).count == 1)
            await steps.sender.say(.success(.taken))
            steps.world.clock.move(seconds: 4_600)
            try await steps.work()
            let taken = await steps.sender.taken
            #expect(taken.map { $0.event.change?.stops?.isEmpty } == [false, true])
            #expect(taken.first?.event.id == tried.first?.event.id)
            #expect(taken.allSatisfy { $0.gaps.isEmpty })
            let standing = try await steps.standing(made)
            #expect(standing.failingSince == nil && standing.failure == nil && standing.tries == 0)
        }
    }

    @Test func `waits grow up to an hour`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            await steps.sender.say(Self.down)
            try await steps.stop([0])
            var waits: [Int64] = []
            try await steps.shiming.sequenceTrail()
            for _ in 0..<14 {
                #expect(try await steps.shiming.runWebhook())
                let due = try await steps.standing(made).dueAt
                waits.append((due.milliseconds - steps.world.clock.now().milliseconds) / 1_000)
                steps.world.clock.set(due)
            }
            #expect((5...6).contains(waits[0]))
            #expect(waits[5] > waits[0] * 10)
            #expect(waits.allSatisfy { $0 <= 4_500 } && (waits.last ?? 0) >= 3_600)
        }
    }

    @Test func `after a day an event is left out, and the next one of that card says so`() async throws {
        try await withEvents(cards: 3) { steps in
            let made = try await steps.webhook()
            let first = try await steps.lives.reference(0)
            await steps.sender.judge { $0.change?.stops?.isEmpty == false ? Self.down : nil }
            try await steps.stop([0])
            try await steps.work()
            for _ in 0..<40 {
                steps.world.clock.move(seconds: 3_000)
                try await steps.work()
            }
            let dead = try await steps.events(made, state: .dead)
            #expect(dead.count == 1 && dead.first?.failure == "no-connection")
            await steps.sender.judge(nil)
            try await steps.lives.change(.resume, [0], reason: .risk)
            try await steps.lives.change(.stop, [1], reason: .risk)
            try await steps.work()
            let taken = await steps.sender.taken
            #expect(taken.map(\.gaps) == [[first], []])
        }
    }

    @Test func `a dead event that is replayed comes under its own id, says so, and leaves no gap any more`() async throws {
        try await withEvents(cards: 2, settings: Self.hasty) { steps in
            let made = try await steps.webhook()
            let dead = try await steps.deadEvent(made)
            await steps.sender.say(Self.down)
            let id = made.webhook.stored.id
            let failed = try await steps.shiming.replayWebhookEvent(as: steps.manager, id, event: dead.id)
            #expect(!failed.isTaken && failed.failure == "no-connection")
            #expect(try await steps.events(made, state: .dead).count == 1)
            await steps.sender.say(.success(.taken))
            let done = try await steps.shiming.replayWebhookEvent(as: steps.manager, id, event: dead.id)
            #expect(done.isTaken && done.event == dead.id.description)
            let sent = try #require(await steps.sender.sent.last)
            #expect(sent.event.id == dead.id.description && sent.event.change?.isReplayed == true)
            try await steps.stop([0], resume: true)
            try await steps.work()
            #expect(await steps.sender.sent.last?.gaps == [])
            #expect(try await steps.events(made, state: .dead) == [])
        }
    }

    /// Leaves out after an hour.
    private static var hasty: Settings {
        var settings = Settings()
        settings.webhookGiveUpHours = 1
        return settings
    }

    @Test func `from a position on everything is sent once more, under the same ids`() async throws {
        try await withEvents(cards: 2) { steps in
            let made = try await steps.webhook()
            let position = made.webhook.position
            try await steps.stop([0, 1])
            try await steps.stop([0, 1], resume: true)
            try await steps.work()
            let id = made.webhook.stored.id
            _ = try await steps.shiming.rewindWebhook(as: steps.manager, id, to: position)
            try await steps.work()
            let ids = await steps.sender.sent.map(\.event.id)
            #expect(ids.count == 4 && Array(ids.prefix(2)) == Array(ids.suffix(2)))
            #expect(try await steps.events(made).map(\.tries) == [2, 2])
            #expect(
                try await refusalCode { _ = try await steps.shiming.rewindWebhook(as: steps.manager, id, to: "77777") }
                    == "changes-cursor-unknown")
        }
    }

    @Test func `while a secret changes both sign, then the new one alone`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            let id = made.webhook.stored.id
            let turned = try await steps.shiming.rotateWebhookSecret(as: steps.manager, id)
            #expect(turned.secret != made.secret)
            _ = try await steps.shiming.tryWebhook(as: steps.manager, id)
            steps.world.clock.move(seconds: 24 * 3_600)
            _ = try await steps.shiming.tryWebhook(as: steps.manager, id)
            let third = try await steps.shiming.rotateWebhookSecret(as: steps.manager, id)
            _ = try await steps.shiming.tryWebhook(as: steps.manager, id)
            #expect(
                await steps.sender.sent.map(\.secrets) == [
                    [turned.secret, made.secret], [turned.secret], [third.secret, turned.secret],
                ])
            #expect(await steps.sender.sent.allSatisfy { $0.event.type == "ping" })
            try await steps.shiming.sequenceTrail()
            #expect(try await steps.shiming.checkStore().findings == [])
        }
    }

    @Test func `no secret stands in the store in clear`() async throws {
        try await withEvents(cards: 1) { steps in
            let made = try await steps.webhook()
            let sealed = try await steps.standing(made).secret.sealed
            #expect(!String(decoding: sealed, as: UTF8.self).contains(made.secret.dropFirst(6)))
            try await steps.shiming.deleteWebhook(as: steps.manager, made.webhook.stored.id)
            let keys = try await steps.shiming.store.read { session in
                try session.count("SELECT COUNT(*) FROM data_key WHERE id = \(made.webhook.stored.secret.key) AND wrapped IS NULL")
            }
            #expect(keys == 1)
        }
    }

    @Test func `webhooks go on behind the last of a page, the newest first`() async throws {
        try await withEvents(cards: 1, activated: false) { steps in
            let first = try await steps.webhook().webhook.stored.id
            steps.world.clock.move(seconds: 1)
            let second = try await steps.webhook().webhook.stored.id
            let page = try await steps.shiming.listWebhooks(as: steps.manager, limit: 1)
            #expect(page.rows.map(\.stored.id) == [second])
            let rest = try await steps.shiming.listWebhooks(as: steps.manager, before: try #require(page.next), limit: 1)
            #expect(rest.rows.map(\.stored.id) == [first] && rest.next == nil)
            #expect(try await steps.shiming.listWebhooks(as: steps.otherManager, before: second).rows.isEmpty)
        }
    }
}
