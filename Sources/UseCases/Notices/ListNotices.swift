import Records
import Registry
import SQLCore

extension Installation {
    /// Notices of one's own registrations, the newest first, and what became of them. Nothing in them is about a person.
    package func listNotices(
        as principal: Principal, channel: NoticeChannel? = nil, state: NoticeState? = nil, code: String? = nil, before: NoticeID? = nil,
        limit: Int? = nil
    ) async throws -> Page<StoredNotice, NoticeID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .registrationRead) { session in
            let found = try NoticeRecords.list(
                principal.scope, channel: channel, state: state, code: code?.uppercased(), before: before, limit: limit + 1, in: session)
            return Page(found, limit: limit) { $0.id }
        }
    }
}
