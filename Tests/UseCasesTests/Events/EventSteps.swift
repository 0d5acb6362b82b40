import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Cards of the main job, who follows them, and a program that is told.
struct EventSteps {
    let job: MainJob
    let sender: ScriptedSender
    let lives: LifeSteps
    /// Of the agent, and of the other one: they may have programs told.
    let manager: Principal
    let otherManager: Principal
    var world: World { job.world }
    var shiming: Installation { job.installation }

    static let url = "https://hooks.example.test/shiming"

    /// All that the reader sees after a position, page by page, and where it ends.
    func changes(
        as principal: Principal, after cursor: String? = nil, limit: Int = 500
    ) async throws -> (changes: [CardChangeView], next: String) {
        try await shiming.sequenceTrail()
        var (found, next) = ([CardChangeView](), cursor)
        while true {
            let page = try await shiming.readChanges(as: principal, after: next, limit: limit)
            found += page.changes
            let isOver = page.changes.isEmpty && page.next == next
            next = page.next
            if isOver { return (found, page.next) }
        }
    }

    /// As `kind/after`, each card's.
    func words(as principal: Principal, after cursor: String? = nil) async throws -> [String] {
        try await changes(as: principal, after: cursor).changes.map { "\($0.kind.rawValue)/\($0.after)" }
    }

    func now(as principal: Principal) async throws -> String {
        try await shiming.sequenceTrail()
        return try await shiming.readChanges(as: principal, after: "now").next
    }

    func webhook(_ kinds: Set<CardChangeKind> = [], by principal: Principal? = nil) async throws -> CreatedWebhook {
        try await shiming.sequenceTrail()
        return try await shiming.createWebhook(as: principal ?? manager, url: Self.url, kinds: kinds)
    }

    /// Numbers what was done and tells everything that is due now.
    func work() async throws {
        try await shiming.sequenceTrail()
        while try await shiming.runWebhook() {}
    }

    func stop(_ cards: [Int], resume: Bool = false) async throws {
        try await lives.change(resume ? .resume : .stop, cards, reason: .risk)
    }

    /// A stop of the first card that its receiver never took.
    func deadEvent(_ webhook: CreatedWebhook) async throws -> StoredWebhookEvent {
        await sender.say(.failure(.unavailable(.noConnection)))
        try await stop([0])
        for _ in 0..<30 {
            try await work()
            world.clock.move(seconds: 600)
        }
        let dead = try await events(webhook, state: .dead)
        #expect(dead.count == 1)
        return try #require(dead.first)
    }

    func standing(_ webhook: CreatedWebhook) async throws -> StoredWebhook {
        try await shiming.readWebhook(as: manager, webhook.webhook.stored.id).stored
    }

    func events(_ webhook: CreatedWebhook, state: WebhookEventState? = nil) async throws -> [StoredWebhookEvent] {
        try await shiming.listWebhookEvents(as: manager, of: webhook.webhook.stored.id, state: state, limit: 500).rows
    }
}

func withEvents<Value>(
    cards: Int = 6, settings: Settings = Settings(), activated: Bool = true, _ body: (EventSteps) async throws -> Value
) async throws -> Value {
    let sender = ScriptedSender()
    return try await withWorld(settings: settings, events: sender) { world in
        let job = try await MainJob.prepare(in: world, cards: cards)
        func manager(_ agent: OrganisationRecord, _ number: UInt64) -> Principal {
            MainJob.staff([.agentManager], in: agent.id, scope: .subtree(organisation: agent.id, path: agent.path), number)
        }
        let steps = EventSteps(
            job: job, sender: sender, lives: LifeSteps(job: job), manager: manager(job.agent, 61),
            otherManager: manager(job.otherAgent, 62))
        if activated {
            _ = try await job.registered()
            try await steps.lives.change(.activate, Array(0..<cards))
        }
        return try await body(steps)
    }
}
