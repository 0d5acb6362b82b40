import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let webhookEventReplayed = TrailAction("webhook.event-replayed")
}

extension Installation {
    /// Sends an event once more at once, under its own id: one that was not taken, or one that its receiver lost.
    /// Throws `not-found`, `webhook-event-forgotten`, `webhook-event-waiting`, `webhook-organisation-inactive`, `webhooks-not-offered`.
    package func replayWebhookEvent(as principal: Principal, _ id: WebhookID, event eventID: WebhookEventID) async throws -> WebhookTrial {
        let (webhook, draft, secrets) = try await act(as: principal, .webhookEventReplayed, needs: .webhookManage) { act in
            let webhook = try act.ownWebhook(id)
            guard try WebhookRecords.mayBeTold(webhook.path, in: act.session) else { throw Refusal.webhookOrganisationInactive }
            guard let event = try WebhookEventRecords.find(eventID, of: id, in: act.session) else { throw Refusal.notFound }
            guard event.state != .waiting else { throw Refusal.webhookEventWaiting }
            guard let change = try CardChangeRecords.find(event.number, in: act.session) else {
                throw Refusal.webhookEventForgotten
            }
            act.recording.note("event", .string(eventID.description))
            let scope = try act.installation.scope(of: webhook, in: act.session)
            // An enterprise that stands for another unit by now is told nothing of the one before.
            let told = try act.installation.reached([change.only(event.cards)], scope, in: act.session)
            guard change.concerns(scope), told.map(\.cards) == [event.cards] else { throw Refusal.webhookEventForgotten }
            let draft = try act.installation.draft(of: change.only(event.cards), for: webhook, scope, replayed: true, in: act.session)
            return (webhook, draft, try act.installation.secrets(of: webhook, at: act.now, in: act.session))
        }
        guard let events else { throw Refusal.webhooksNotOffered }
        let trial = try await trial(of: draft.outgoing, webhook, secrets, by: events)
        if trial.isTaken {
            let now = now()
            try await store.write { try WebhookEventRecords.put(draft.event(as: .delivered, at: now), in: $0) }
        }
        return trial
    }
}

extension StoredCardChange {
    /// Whether the cards were in the hands of the scope, or left them by it. Whose in name they were is asked card by card.
    fileprivate func concerns(_ scope: Scope) -> Bool {
        guard case .subtree(_, let own) = scope else { return true }
        return own.contains(path) || formerPath.map(own.contains) ?? false
    }
}

extension Refusal {
    static let webhookOrganisationInactive = Refusal(
        "webhook-organisation-inactive", .conflict, house: .states, en: "The webhook's organisation is not active; it is told nothing.",
        zh: "该回调所属机构已停用，不再推送。", mend: LocalText(en: "Make the organisation active first.", zh: "请先启用该机构。"))
    static let webhookEventForgotten = Refusal(
        "webhook-event-forgotten", .conflict, house: .memory, en: "What happened then is kept no more.", zh: "该事件的内容已超过保留期限。",
        mend: LocalText(en: "Read the cards anew.", zh: "请重新读取卡片数据。"))
    static let webhookEventWaiting = Refusal(
        "webhook-event-waiting", .conflict, house: .states, en: "This event is being tried already.", zh: "该事件正在重试发送。",
        mend: LocalText(en: "Resume the webhook to have it tried at once.", zh: "恢复该回调即可立即重试。"))
}
