import Records
import Registry
import SQLCore

extension TrailAction {
    static let webhookDeleted = TrailAction("webhook.deleted")
}

extension Installation {
    /// Ends it, and destroys its secrets. Throws `not-found`.
    package func deleteWebhook(as principal: Principal, _ id: WebhookID) async throws {
        try await act(as: principal, .webhookDeleted, needs: .webhookManage) { act in
            let webhook = try act.webhook(id)
            for secret in [webhook.secret, webhook.former].compactMap(\.self) {
                try DataKeyRecords.destroy(secret.key, at: act.now, in: act.session)
            }
            try WebhookRecords.delete(id, in: act.session)
        }
    }
}
