import Records
import Registry
import SQLCore

extension TrailAction {
    static let webhookPaused = TrailAction("webhook.paused")
}

extension Installation {
    /// Nothing is sent until it is resumed; what happens meanwhile waits. Doing it again changes nothing. Throws `not-found`.
    package func pauseWebhook(as principal: Principal, _ id: WebhookID) async throws -> WebhookView {
        try await act(as: principal, .webhookPaused, needs: .webhookManage) { act in
            if try act.webhook(id).state == .running { try WebhookRecords.set(.paused, id, at: act.now, in: act.session) }
            return try act.installation.view(try act.webhookAgain(id), for: principal, in: act.session)
        }
    }
}
