import Records
import Registry
import SQLCore

extension TrailAction {
    static let webhookResumed = TrailAction("webhook.resumed")
}

extension Installation {
    /// Goes on where it stopped, at once; also where it had failed, or had said that it is no more. Throws `not-found`.
    package func resumeWebhook(as principal: Principal, _ id: WebhookID) async throws -> WebhookView {
        try await act(as: principal, .webhookResumed, needs: .webhookManage) { act in
            _ = try act.webhook(id)
            try WebhookRecords.set(.running, id, at: act.now, in: act.session)
            return try act.installation.view(try act.webhookAgain(id), for: principal, in: act.session)
        }
    }
}
