import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let webhookRewound = TrailAction("webhook.rewound")
}

extension Installation {
    /// Sends everything after a position once more, under the same ids. Throws `not-found`, `changes-cursor-unknown`, `changes-forgotten`.
    package func rewindWebhook(as principal: Principal, _ id: WebhookID, to cursor: String) async throws -> WebhookView {
        try await act(as: principal, .webhookRewound, needs: .webhookManage) { act in
            _ = try act.ownWebhook(id)
            let position = try act.installation.position(of: cursor, in: act.session)
            try WebhookRecords.rewind(id, to: position, at: act.now, in: act.session)
            act.recording.note("number", .integer(position.number))
            return try act.installation.view(try act.webhookAgain(id), for: principal, in: act.session)
        }
    }
}
