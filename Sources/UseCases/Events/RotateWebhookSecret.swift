import Records
import Registry
import SQLCore

extension TrailAction {
    static let webhookSecretRotated = TrailAction("webhook.secret-rotated")
}

extension Installation {
    /// A new secret, shown once. The one before signs beside it for `webhook-secret-hours`; what was before that is destroyed at once.
    /// Throws `not-found`, `not-permitted` for another organisation's.
    package func rotateWebhookSecret(as principal: Principal, _ id: WebhookID) async throws -> CreatedWebhook {
        try await act(as: principal, .webhookSecretRotated, needs: .webhookManage) { act in
            let webhook = try act.webhook(id)
            // Whoever has it can speak in the organisation's name: those above see, pause and delete, no more.
            guard webhook.organisation == principal.organisation else { throw Refusal.notPermitted }
            let (secret, sealed) = try act.freshSecret(of: id)
            let until = act.now.adding(seconds: act.installation.settings.webhookSecretHours * 3_600)
            if let former = webhook.former { try DataKeyRecords.destroy(former.key, at: act.now, in: act.session) }
            try WebhookRecords.rotate(webhook, to: sealed, formerUntil: until, in: act.session)
            return CreatedWebhook(
                webhook: try act.installation.view(try act.webhookAgain(id), for: principal, in: act.session), secret: secret)
        }
    }
}

extension Act {
    /// As it stands after the act has changed it.
    func webhookAgain(_ id: WebhookID) throws -> StoredWebhook {
        guard let webhook = try WebhookRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
        return webhook
    }
}
