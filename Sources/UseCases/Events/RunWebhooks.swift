import Logging
import Records
import Registry
import SQLCore

extension Installation {
    /// Tells one webhook what it has not had, event after event in the order of the changes. It belongs to one server meanwhile; the next
    /// event is sent once the one before was taken or left out. Answers whether there may be more at once; several run side by side.
    @discardableResult
    package func runWebhook() async throws -> Bool {
        guard let sender = events else { return false }
        let now = now()
        guard try await store.read({ try !WebhookRecords.due(at: now, limit: 1, in: $0).isEmpty }) else { return false }
        let lease = lease(from: now)
        let taken = try await store.write { session -> StoredWebhook? in
            for candidate in try WebhookRecords.due(at: now, limit: Self.webhookContenders, in: session) {
                if try WebhookRecords.lease(candidate, until: lease, at: now, in: session) {
                    return try WebhookRecords.find(candidate.id, .everything, in: session)
                }
            }
            return nil
        }
        guard var webhook = taken else { return false }
        let end = now.adding(seconds: Self.secondsATurn)
        for turn in 1...Self.eventsATurn where turn == 1 || self.now() < end {
            try Task.checkCancellation()
            guard try await tellNext(webhook, isLast: turn == Self.eventsATurn, by: sender),
                let again = try await store.read({ [id = webhook.id] in try WebhookRecords.find(id, .everything, in: $0) }),
                again.state == .running, try await store.read({ [path = webhook.path] in try WebhookRecords.mayBeTold(path, in: $0) })
            else { break }
            webhook = again
        }
        return true
    }

    /// Looked at for one that is free, where others take them at the same time.
    private static let webhookContenders = 16
    /// Then it is others' turn: a receiver that is slow holds up nobody for longer.
    private static let eventsATurn = 50
    private static let secondsATurn: Int64 = 5
    /// Looked through at once for those of a unit's cards.
    private static let changesALook = 200
    /// Cards that one event tells of, at most.
    static let eventCardsMax: Int64 = 100

    private func lease(from now: Instant) -> Instant { now.adding(seconds: settings.webhookTimeoutSeconds * 5 + 60) }

    private enum Next: Sendable {
        case event(EventDraft, secrets: [String])
        /// Nothing for it up to there.
        case nothing(upTo: ChangePosition)
        /// What it has not had is kept no more.
        case forgotten(upTo: Int64)
    }

    private func next(for webhook: StoredWebhook, at now: Instant, in session: any Session) throws -> Next {
        let forgotten = try CardChangeRecords.forgotten(in: session)
        guard webhook.position.number >= forgotten else { return .forgotten(upTo: forgotten) }
        let scope = try scope(of: webhook, in: session)
        // Which of them are a unit's is asked change by change.
        let limit = if case .unit = scope { Self.changesALook } else { 1 }
        let read = try CardChangeRecords.read(after: webhook.position, scope, kinds: webhook.kinds, limit: limit, in: session)
        for change in read.changes {
            guard let own = try reached([change], scope, in: session).first else { continue }
            let hi = min(own.cards.hi, own.cards.lo + Self.eventCardsMax - 1)
            let part = CardInterval(own.cards.lo, hi).map(own.only) ?? own
            return .event(try draft(of: part, for: webhook, scope, in: session), secrets: try secrets(of: webhook, at: now, in: session))
        }
        return .nothing(upTo: read.readTo)
    }

    /// Answers whether it may be told more at once.
    private func tellNext(_ webhook: StoredWebhook, isLast: Bool, by sender: any EventSender) async throws -> Bool {
        let now = now()
        switch try await store.read({ try self.next(for: webhook, at: now, in: $0) }) {
        case .nothing(let position):
            // A long stretch without anything for it is passed in steps.
            _ = try await advance(webhook, to: position, isLast: true)
            return false
        case .forgotten(let number):
            return try await passForgotten(webhook, upTo: number) && !isLast
        case .event(let draft, let secrets):
            do {
                switch try await sender.send(draft.outgoing, to: webhook.url, of: webhook.path, secrets: secrets) {
                case .taken: return try await advance(webhook, to: draft.end, having: draft, isLast: isLast) && !isLast
                case .gone:
                    try await store.write { try WebhookRecords.end(webhook, in: $0) }
                    log.warning("a webhook is no more", metadata: ["webhook": "\(webhook.id)"])
                    return false
                case .notAdmitted(let refusal): return try await failed(webhook, draft, refusal.standing, code: refusal.failure)
                }
            } catch let failure as ProviderFailure {
                return try await failed(webhook, draft, failure, code: failure.code)
            }
        }
    }

    private func advance(
        _ webhook: StoredWebhook, to position: ChangePosition, having draft: EventDraft? = nil, isLast: Bool
    ) async throws -> Bool {
        let now = now()
        let lease = isLast ? Instant(milliseconds: 0) : lease(from: now)
        return try await store.write { session in
            guard try WebhookRecords.advance(webhook, to: position, dueAt: now, lease: lease, in: session) else { return false }
            if let draft { try WebhookEventRecords.put(draft.event(as: .delivered, at: now), in: session) }
            return true
        }
    }

    /// Tried again later; after `webhook-give-up-hours` in which nothing was taken it is left out, and the next one is tried.
    private func failed(_ webhook: StoredWebhook, _ draft: EventDraft, _ failure: ProviderFailure, code: String) async throws -> Bool {
        let now = now()
        let since = webhook.failingSince ?? now
        let patience = settings.webhookGiveUpHours * 3_600
        guard since.adding(seconds: patience) <= now, draft.change.at.adding(seconds: patience) <= now else {
            let backOff = BackOff(secondsMax: settings.webhookWaitSecondsMax, mendingSeconds: 900)
            let dueAt = now.adding(seconds: backOff.seconds(after: failure, tries: webhook.tries + 1, at: now, by: chance))
            try await store.write { session in
                guard try WebhookRecords.postpone(webhook, to: dueAt, failingSince: since, failure: code, in: session) else { return }
                try WebhookEventRecords.put(draft.event(as: .waiting, at: now, failure: code), in: session)
            }
            return false
        }
        let pause = settings.webhookWaitSecondsMax
        log.warning("an event was not taken", metadata: ["webhook": "\(webhook.id)", "event": "\(draft.id)", "cause": "\(code)"])
        _ = try await store.write { session in
            guard
                try WebhookRecords.advance(
                    webhook, to: draft.end, tries: webhook.tries, failingSince: since, failure: code,
                    dueAt: now.adding(seconds: pause),
                    lease: Instant(milliseconds: 0), in: session)
            else { return }
            try WebhookEventRecords.put(draft.event(as: .dead, at: now, failure: code), in: session)
        }
        return false
    }

    /// Notes that something of every card may be missing, and goes on with what is kept.
    private func passForgotten(_ webhook: StoredWebhook, upTo number: Int64) async throws -> Bool {
        let now = now()
        let lease = lease(from: now)
        return try await store.write { session in
            guard try WebhookRecords.advance(webhook, to: .end(of: number), dueAt: now, lease: lease, in: session),
                let every = CardInterval(0, .max)
            else { return false }
            try WebhookEventRecords.put(
                StoredWebhookEvent(
                    id: WebhookEventID(of: webhook.id, number: number, lo: 0), webhook: webhook.id, number: number,
                    cards: every, kind: .custody, state: .dead, tries: 0, happenedAt: now, endedAt: now, failure: "forgotten"),
                in: session)
            return true
        }
    }
}

extension WebhookAddressRefusal {
    /// For lists and logs.
    var failure: String { "address-" + rawValue }

    /// How soon it is tried again: what may be otherwise in a moment sooner than what somebody must mend.
    var standing: ProviderFailure {
        switch self {
        case .form, .plain, .unknownHost, .inside: .refused(.other)
        case .late: .unavailable(.timedOut)
        case .crowded: .overloaded(retryAfterSeconds: Int64(Self.crowdedSeconds))
        }
    }
}
