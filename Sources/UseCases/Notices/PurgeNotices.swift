import Records
import Registry
import SQLCore

extension Installation {
    /// Ends what waits although its time is over, because nobody is connected any more who would send it, and forgets what has been over
    /// for `notice-purge-days`.
    package func purgeNotices(batch: Int = 500) async throws {
        let now = now()
        for notice in try await store.read({ try NoticeRecords.overdue(at: now, limit: batch, in: $0) }) {
            try Task.checkCancellation()
            // What somebody could still send is tried, and given up by whoever tried.
            guard notifiers?[notice.channel] == nil else { continue }
            try await end(notice, as: .givenUp, failure: notice.failure ?? "not-configured")
        }
        let limit = now.adding(days: -settings.noticePurgeDays)
        while try await store.read({ try NoticeRecords.areOld(endedBefore: limit, in: $0) }) {
            try Task.checkCancellation()
            guard try await store.write({ try NoticeRecords.deleteOld(endedBefore: limit, limit: batch, in: $0) }) > 0 else { return }
        }
    }
}
