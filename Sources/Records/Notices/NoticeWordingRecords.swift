import Ledger
import Registry
import SQLCore

/// A version of the operating company's own words for the notices of a kind.
package struct NoticeWordingVersion: Hashable, Sendable {
    package let kind: NoticeKind
    package let ordinal: Int64
    package let validFrom: Instant
    package let wording: NoticeWording
    package let recordedAt: Instant

    package init(kind: NoticeKind, ordinal: Int64, validFrom: Instant, wording: NoticeWording, recordedAt: Instant) {
        self.kind = kind
        self.ordinal = ordinal
        self.validFrom = validFrom
        self.wording = wording
        self.recordedAt = recordedAt
    }
}

package enum NoticeWordingRecords {
    private static let columns: SQLText = "kind, ordinal, valid_from, wording, recorded_at"

    private static func decode(_ row: any SQLRow) throws -> NoticeWordingVersion {
        guard let wording = (try? JSONValue(parsing: row.text(3))).flatMap({ NoticeWording(json: $0) }) else {
            throw UnreadableRow("notice_wording", "wording")
        }
        return NoticeWordingVersion(
            kind: try row.raw(0), ordinal: row.int(1), validFrom: row.instant(2), wording: wording, recordedAt: row.instant(4))
    }

    package static func latest(_ kind: NoticeKind, in session: any Session) throws -> NoticeWordingVersion? {
        try versions(of: kind, before: .max, limit: 1, in: session).first
    }

    /// What was in force at a time: of the versions that had begun the one set last. No version begins before it is set, so that the
    /// answer for a time that has passed is always the same.
    package static func inForce(_ kind: NoticeKind, at time: Instant, in session: any Session) throws -> NoticeWordingVersion? {
        try session.first(
            """
            SELECT \(columns) FROM notice_wording WHERE kind = \(kind.rawValue) AND valid_from <= \(time) ORDER BY ordinal DESC LIMIT 1
            """, decode)
    }

    /// Of every kind whose words were ever set the version in force and the newest, which may be yet to come or the same; the older first.
    package static func standing(at time: Instant, in session: any Session) throws -> [NoticeKind: [NoticeWordingVersion]] {
        let found = try session.all(
            """
            SELECT \(columns) FROM notice_wording w WHERE w.ordinal IN (
                (SELECT MAX(b.ordinal) FROM notice_wording b WHERE b.kind = w.kind AND b.valid_from <= \(time)),
                (SELECT MAX(n.ordinal) FROM notice_wording n WHERE n.kind = w.kind)) ORDER BY w.ordinal
            """, decode)
        return Dictionary(grouping: found, by: \.kind)
    }

    /// The newest first.
    package static func versions(
        of kind: NoticeKind, before ordinal: Int64, limit: Int, in session: any Session
    ) throws -> [NoticeWordingVersion] {
        try session.all(
            """
            SELECT \(columns) FROM notice_wording WHERE kind = \(kind.rawValue) AND ordinal < \(ordinal) ORDER BY ordinal DESC LIMIT \(limit)
            """, decode)
    }
}
