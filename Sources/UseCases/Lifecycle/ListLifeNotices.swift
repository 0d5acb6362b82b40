import Numbers
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Cards within one's scope of whose step or stop of this kind people are told, on a day of China's, by its time; which cards a letter is about.
    /// - Parameter day: nil for today and all that is to come.
    package func listLifeNotices(
        as principal: Principal, _ kind: NoticeKind, day: CivilDate? = nil, after position: LifeNoticeRecords.Notice? = nil,
        limit: Int? = nil
    ) async throws -> Page<LifeNoticeRecords.Notice, LifeNoticeRecords.Notice> {
        let limit = settings.rows(limit)
        let first = Instant(milliseconds: try (day ?? chinaDay()).shanghaiMidnight)
        let end = day == nil ? ServiceCalendar.never : ServiceCalendar.end(ofDays: 0, after: first)
        return try await look(as: principal, needs: .cardRead) { session in
            Page(
                try LifeNoticeRecords.list(
                    kind.rawValue, from: first, until: end, principal.scope, after: position, limit: limit + 1, in: session),
                limit: limit
            ) { $0 }
        }
    }
}
