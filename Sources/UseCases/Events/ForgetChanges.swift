import Records
import Registry
import SQLCore

extension Installation {
    /// Forgets changes after `change-days`, and what became of webhooks' events after `webhook-purge-days`.
    package func forgetChanges(batch: Int = 1_000) async throws {
        let horizon = now().adding(days: -settings.changeDays)
        while try await store.read({ try CardChangeRecords.areOld(before: horizon, in: $0) }) {
            try Task.checkCancellation()
            guard try await store.write({ try CardChangeRecords.forget(before: horizon, limit: batch, in: $0) }) else { break }
        }
        let limit = now().adding(days: -settings.webhookPurgeDays)
        while try await store.read({ try WebhookEventRecords.areOld(endedBefore: limit, in: $0) }) {
            try Task.checkCancellation()
            guard try await store.write({ try WebhookEventRecords.forget(endedBefore: limit, limit: batch, in: $0) }) > 0 else { return }
        }
    }
}
