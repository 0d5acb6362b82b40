import Foundation
import Ledger
import Logging
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Where a program is to be told what becomes of a request; nil for nil. A name is looked up only where a webhook leads there already.
    /// Throws `callback-without-webhook`, `webhook-address-…`, `webhooks-not-offered`, and what a text with a person's number in it is refused with.
    func admittedCallback(_ url: String?, as principal: Principal) async throws -> String? {
        guard let url else { return nil }
        guard let events else { throw Refusal.webhooksNotOffered }
        _ = try await look(as: principal, needs: .registrationWrite) { try Self.signer(of: url, by: principal, in: $0) }
        let place = url.dropFirst(WebOrigin.of(url).count)
        if let open = OpenText(today: try chinaDay()).refusal(of: place.removingPercentEncoding ?? String(place), at: "/callback") {
            throw Refusal.invalid([open])
        }
        do { return try await events.admitted(url, of: principal.scope.path) } catch { throw error.refusal.at("/callback") }
    }

    /// The webhook of one's own organisation that leads to the same scheme, host and port.
    fileprivate static func signer(of url: String, by principal: Principal, in session: any Session) throws -> StoredWebhook {
        let origin = WebOrigin.of(url).lowercased()
        let own = try WebhookRecords.all(of: principal.organisation, principal.scope.path, in: session)
        guard let webhook = own.first(where: { $0.state != .gone && WebOrigin.of($0.url) == origin }) else {
            throw Refusal.callbackWithoutWebhook
        }
        return webhook
    }

    /// Tells the program that is due first how its request stands. Tried again as webhooks are; what is told is how things stand when it is
    /// sent, under an id that is the same until there is something new. Answers whether there may be more at once.
    @discardableResult
    package func runCallback() async throws -> Bool {
        guard let sender = events else { return false }
        let now = now()
        guard try await store.read({ try !CallbackRecords.due(at: now, limit: 1, in: $0).isEmpty }) else { return false }
        let lease = now.adding(seconds: settings.webhookTimeoutSeconds * 5 + 60)
        let taken = try await store.write { session -> StoredCallback? in
            for candidate in try CallbackRecords.due(at: now, limit: Self.callbackContenders, in: session) {
                if let taken = try CallbackRecords.lease(candidate, until: lease, at: now, in: session) { return taken }
            }
            return nil
        }
        guard let callback = taken else { return false }
        let drafted = try await store.read { try self.draft(of: callback, at: now, in: $0) }
        switch drafted {
        case .unsigned: try await end(callback, as: .dead, failure: "webhook-gone")
        case .resting: try await rest(callback)
        case .event(let event, let owner, let secrets):
            do {
                switch try await sender.send(event, to: callback.url, of: owner, secrets: secrets) {
                case .taken: try await end(callback, as: .delivered, failure: nil)
                case .gone: try await end(callback, as: .dead, failure: "gone")
                case .notAdmitted(let refusal): try await retry(callback, refusal.standing, code: refusal.failure)
                }
            } catch let failure as ProviderFailure {
                try await retry(callback, failure, code: failure.code)
            }
        }
        return true
    }

    private static let callbackContenders = 16

    private enum Drafted: Sendable {
        case event(OutgoingEvent, of: OrganisationPath, secrets: [String])
        /// The webhook is paused, or its organisation may be told nothing now.
        case resting
        /// The webhook whose secret signs is no more.
        case unsigned
    }

    private func draft(of callback: StoredCallback, at now: Instant, in session: any Session) throws -> Drafted {
        guard let webhook = try WebhookRecords.find(callback.webhook, .everything, in: session), webhook.state != .gone,
            let application = try ApplicationRecords.find(callback.application, .everything, in: session),
            let registration = try RegistrationRecords.find(application.registration, .everything, at: now, in: session)
        else { return .unsigned }
        guard webhook.state == .running, try WebhookRecords.mayBeTold(webhook.path, in: session) else { return .resting }
        let decision = try application.submission.flatMap { try DecisionRecords.latest($0, in: session) }
        let outcome = OutgoingEvent.Outcome(
            application: application.id, registration: registration.id, code: registration.code, kind: application.kind,
            state: application.state, reasons: try decision.map { try DecisionReason.all(in: $0.reasons) } ?? [],
            registered: decision?.cardsRegistered ?? 0, excluded: decision?.cardsExcluded ?? 0)
        let event = OutgoingEvent(
            id: WebhookEventID(of: callback.application, turn: callback.turn).description,
            type: "registration.\(application.state.rawValue)", happenedAt: callback.happenedAt ?? now, matter: .request(outcome))
        return .event(event, of: webhook.path, secrets: try secrets(of: webhook, at: now, in: session))
    }

    /// Held back, which is no failure: it waits as long as the webhook does.
    private func rest(_ callback: StoredCallback) async throws {
        let dueAt = now().adding(seconds: min(900, settings.webhookWaitSecondsMax))
        try await store.write {
            try CallbackRecords.postpone(callback, to: dueAt, failingSince: nil, failure: "webhook-rests", in: $0)
        }
    }

    /// Later, until `webhook-give-up-hours` have passed in which it was not taken.
    private func retry(_ callback: StoredCallback, _ failure: ProviderFailure, code: String) async throws {
        let now = now()
        let since = callback.failingSince ?? now
        guard now < since.adding(seconds: settings.webhookGiveUpHours * 3_600) else {
            return try await end(callback, as: .dead, failure: code)
        }
        let backOff = BackOff(secondsMax: settings.webhookWaitSecondsMax, mendingSeconds: 900)
        let dueAt = now.adding(seconds: backOff.seconds(after: failure, tries: callback.tries + 1, at: now, by: chance))
        try await store.write {
            try CallbackRecords.postpone(callback, to: dueAt, failingSince: since, failure: code, in: $0)
        }
    }

    private func end(_ callback: StoredCallback, as state: CallbackState, failure: String?) async throws {
        try await store.write { try CallbackRecords.end(callback, as: state, failure: failure, in: $0) }
        guard state == .dead else { return }
        log.warning(
            "a program was not told of its request", metadata: ["application": "\(callback.application)", "cause": "\(failure ?? "")"])
    }
}

extension Act {
    /// The program is told of this request, and the secret of that webhook signs. Throws `callback-without-webhook`.
    func keepCallback(_ url: String?, of application: ApplicationID) throws {
        guard let url else { return }
        let webhook = try Installation.signer(of: url, by: principal, in: session)
        try CallbackRecords.insert(StoredCallback(application: application, webhook: webhook.id, url: url), in: session)
        recording.note("callback", .string(webhook.id.description))
    }
}

extension Identifier where Noun == WebhookEvent {
    fileprivate init(of application: ApplicationID, turn: Int64) {
        self.init(hashing: "callback \(application) \(turn)")
    }
}

extension Refusal {
    static let callbackWithoutWebhook = Refusal(
        "callback-without-webhook", .conflict, requirements: ["R-DP-24"],
        en: "Your organisation has no webhook at this host; nothing could sign what is sent there.",
        zh: "贵单位在该主机上没有已登记的回调，无法对回调内容签名。",
        mend: LocalText(
            en: "Make a webhook at the same scheme, host and port first; its secret signs.", zh: "请先在相同协议、主机和端口上创建回调，由其密钥签名。"),
        pointer: "/callback")
}
