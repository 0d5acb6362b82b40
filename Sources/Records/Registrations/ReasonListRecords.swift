import Ledger
import Registry
import SQLCore

/// A version of the list of the operating company's own reasons.
package struct ReasonListVersion: Hashable, Sendable {
    package let ordinal: Int64
    package let validFrom: Instant
    package let list: ReasonList
    package let recordedAt: Instant

    package init(ordinal: Int64, validFrom: Instant, list: ReasonList, recordedAt: Instant) {
        self.ordinal = ordinal
        self.validFrom = validFrom
        self.list = list
        self.recordedAt = recordedAt
    }
}

package enum ReasonListRecords {
    private static let columns: SQLText = "ordinal, valid_from, reasons, recorded_at"

    private static func decode(_ row: any SQLRow) throws -> ReasonListVersion {
        guard let list = (try? JSONValue(parsing: row.text(2))).flatMap({ ReasonList(json: $0) }) else {
            throw UnreadableRow("reason_list", "reasons")
        }
        return ReasonListVersion(ordinal: row.int(0), validFrom: row.instant(1), list: list, recordedAt: row.instant(3))
    }

    package static func latest(in session: any Session) throws -> ReasonListVersion? {
        try versions(before: .max, limit: 1, in: session).first
    }

    /// What is in force: of the versions that have begun the one set last. One that begins earlier than versions set before it takes their place.
    package static func inForce(at now: Instant, in session: any Session) throws -> ReasonListVersion? {
        try session.first("SELECT \(columns) FROM reason_list WHERE valid_from <= \(now) ORDER BY ordinal DESC LIMIT 1", decode)
    }

    /// The newest first.
    package static func versions(before ordinal: Int64, limit: Int, in session: any Session) throws -> [ReasonListVersion] {
        try session.all(
            "SELECT \(columns) FROM reason_list WHERE ordinal < \(ordinal) ORDER BY ordinal DESC LIMIT \(limit)", decode)
    }
}
