import Records
import Registry
import SQLCore

extension TrailAction {
    static let webhookTried = TrailAction("webhook.tried")
}

/// What came of one attempt that somebody asked for.
package struct WebhookTrial: Hashable, Sendable {
    package let event: String
    package let isTaken: Bool
    /// Why not; a code.
    package let failure: String?
}

extension Installation {
    /// Sends a `ping` at once, whether it is paused or not. Throws `not-found`, `webhooks-not-offered`, `webhook-address-look-ups-crowded`.
    package func tryWebhook(as principal: Principal, _ id: WebhookID) async throws -> WebhookTrial {
        let (webhook, secrets) = try await act(as: principal, .webhookTried, needs: .webhookManage) { act in
            let webhook = try act.webhook(id)
            return (webhook, try act.installation.secrets(of: webhook, at: act.now, in: act.session))
        }
        guard let events else { throw Refusal.webhooksNotOffered }
        let event = OutgoingEvent(id: fresh(WebhookEvent.self).description, type: "ping", happenedAt: now(), matter: .ping)
        return try await trial(of: event, webhook, secrets, by: events)
    }

    /// What the receiver makes of it; noted nowhere.
    func trial(
        of event: OutgoingEvent, _ webhook: StoredWebhook, _ secrets: [String], by sender: any EventSender
    ) async throws -> WebhookTrial {
        do {
            switch try await sender.send(event, to: webhook.url, of: webhook.path, secrets: secrets) {
            case .taken: return WebhookTrial(event: event.id, isTaken: true, failure: nil)
            case .gone: return WebhookTrial(event: event.id, isTaken: false, failure: "gone")
            case .notAdmitted(.crowded): throw WebhookAddressRefusal.crowded.refusal
            case .notAdmitted(let refusal): return WebhookTrial(event: event.id, isTaken: false, failure: refusal.failure)
            }
        } catch let failure as ProviderFailure {
            return WebhookTrial(event: event.id, isTaken: false, failure: failure.code)
        }
    }
}
