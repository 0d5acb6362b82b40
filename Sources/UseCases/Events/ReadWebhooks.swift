import Records
import Registry
import SQLCore

extension Installation {
    /// Webhooks of one's organisation and of those below, the newest first.
    package func listWebhooks(
        as principal: Principal, before: WebhookID? = nil, limit: Int? = nil
    ) async throws -> Page<WebhookView, WebhookID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .webhookManage) { session in
            let found = try WebhookRecords.list(principal.scope, before: before, limit: limit + 1, in: session)
            var scopes: [OrganisationID: Scope] = [:]
            let views = try found.map { try self.view($0, for: principal, knowing: &scopes, in: session) }
            return Page(views, limit: limit) { $0.stored.id }
        }
    }

    /// Throws `not-found`.
    package func readWebhook(as principal: Principal, _ id: WebhookID) async throws -> WebhookView {
        try await look(as: principal, needs: .webhookManage) { session in
            guard let webhook = try WebhookRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            return try self.view(webhook, for: principal, in: session)
        }
    }

    /// What was sent or tried, the newest change first. Throws `not-found`.
    package func listWebhookEvents(
        as principal: Principal, of id: WebhookID, state: WebhookEventState? = nil, before: StoredWebhookEvent.Place? = nil,
        limit: Int? = nil
    ) async throws -> Page<StoredWebhookEvent, StoredWebhookEvent.Place> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .webhookManage) { session in
            guard let webhook = try WebhookRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            guard try !self.isOfAnothersUnit(webhook, for: principal, in: session) else { throw Refusal.notPermitted }
            let found = try WebhookEventRecords.list(of: id, state: state, before: before, limit: limit + 1, in: session)
            return Page(found, limit: limit) { $0.place }
        }
    }

    /// Programs told of single requests under the webhook's secret, the newest request first. Throws `not-found`.
    package func listCallbacks(
        as principal: Principal, of id: WebhookID, _ state: CallbackState, before: ApplicationID? = nil, limit: Int? = nil
    ) async throws -> Page<StoredCallback, ApplicationID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .webhookManage) { session in
            guard let webhook = try WebhookRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            guard try !self.isOfAnothersUnit(webhook, for: principal, in: session) else { throw Refusal.notPermitted }
            return Page(try CallbackRecords.list(of: id, state, before: before, limit: limit + 1, in: session), limit: limit) {
                $0.application
            }
        }
    }
}
