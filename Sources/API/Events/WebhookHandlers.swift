import Contract
import Records
import Registry
import UseCases
import Vault
import Web

extension Call {
    func listWebhooks() async throws -> Answer {
        let found = try await installation.listWebhooks(as: principal(), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.Webhook($0) })
    }

    func createWebhook() async throws -> Answer {
        let asked: Wire.CreateWebhook = try decode()
        var kinds: Set<CardChangeKind> = []
        for kind in asked.kinds ?? [] { kinds.insert(try word(kind, at: "/kinds")) }
        return try .json(Wire.WebhookCreated(await installation.createWebhook(as: principal(), url: asked.url, kinds: kinds)))
    }

    func readWebhook() async throws -> Answer {
        try .json(Wire.Webhook(await installation.readWebhook(as: principal(), id("webhook"))))
    }

    func deleteWebhook() async throws -> Answer {
        try await installation.deleteWebhook(as: principal(), id("webhook"))
        return .done
    }

    func rotateWebhookSecret() async throws -> Answer {
        try .json(Wire.WebhookCreated(await installation.rotateWebhookSecret(as: principal(), id("webhook"))))
    }

    func tryWebhook() async throws -> Answer {
        try .json(Wire.WebhookTrial(await installation.tryWebhook(as: principal(), id("webhook"))))
    }

    func pauseWebhook() async throws -> Answer {
        try .json(Wire.Webhook(await installation.pauseWebhook(as: principal(), id("webhook"))))
    }

    func resumeWebhook() async throws -> Answer {
        try .json(Wire.Webhook(await installation.resumeWebhook(as: principal(), id("webhook"))))
    }

    func rewindWebhook() async throws -> Answer {
        let asked: Wire.RewindWebhook = try decode()
        return try .json(Wire.Webhook(await installation.rewindWebhook(as: principal(), id("webhook"), to: asked.after)))
    }

    // MARK: Events

    func listWebhookEvents() async throws -> Answer {
        let place = try cursorKeys(2).map { keys in
            guard let number = Int64(keys[0]), let lo = installation.secrets.references.subscription(from: keys[1]) else {
                throw Refusal.cursorInvalid
            }
            return StoredWebhookEvent.Place(number: number, lo: lo)
        }
        let found = try await installation.listWebhookEvents(
            as: principal(), of: id("webhook"), state: queryWord("state", as: WebhookEventState.self), before: place, limit: limit)
        return try page(
            found, keys: { [String($0.number), (try? reference($0.lo)) ?? ""] }, item: { Wire.WebhookEvent($0) })
    }

    func listCallbacks() async throws -> Answer {
        let found = try await installation.listCallbacks(
            as: principal(), of: id("webhook"), queryWord("state") ?? .waiting, before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.RequestCallback($0) })
    }

    func replayWebhookEvent() async throws -> Answer {
        try .json(
            Wire.WebhookTrial(await installation.replayWebhookEvent(as: principal(), id("webhook"), event: id("event"))))
    }
}

extension Wire.Webhook {
    fileprivate init(_ view: WebhookView) {
        let webhook = view.stored
        self.init(
            id: webhook.id.wire, organisation: webhook.organisation.wire, url: webhook.url, kinds: webhook.kinds.map(\.rawValue),
            state: webhook.state.rawValue, position: view.position, tries: webhook.tries, createdAt: webhook.createdAt.wire,
            failingSince: webhook.failingSince?.wire, failure: webhook.failure,
            dueAt: webhook.failingSince == nil ? nil : webhook.dueAt.wire, formerSecretUntil: webhook.formerUntil?.wire)
    }
}

extension Wire.WebhookCreated {
    fileprivate init(_ created: CreatedWebhook) {
        self.init(webhook: Wire.Webhook(created.webhook), secret: created.secret)
    }
}

extension Wire.WebhookTrial {
    fileprivate init(_ trial: WebhookTrial) {
        self.init(event: trial.event, delivered: trial.isTaken, failure: trial.failure)
    }
}

extension Wire.RequestCallback {
    fileprivate init(_ callback: StoredCallback) {
        self.init(
            application: callback.application.wire, url: callback.url, state: callback.state.rawValue, tries: callback.tries,
            happenedAt: callback.happenedAt?.wire, dueAt: callback.dueAt?.wire, failingSince: callback.failingSince?.wire,
            failure: callback.failure)
    }
}

extension Wire.WebhookEvent {
    fileprivate init(_ event: StoredWebhookEvent) {
        self.init(
            id: event.id.wire, kind: event.kind.rawValue, state: event.state.rawValue, tries: event.tries,
            happenedAt: event.happenedAt.wire, cards: event.cards.hi == .max ? nil : event.cards.count, endedAt: event.endedAt?.wire,
            failure: event.failure)
    }
}
