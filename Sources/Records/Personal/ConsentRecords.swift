import Registry
import SQLCore

/// What was consented to for an application; a withdrawal is a further row.
package enum ConsentRecords {
    package struct Consent: Hashable, Sendable {
        package let kind: ConsentKind
        /// Of the notice that was shown.
        package let version: String
        package let isGiven: Bool
        package let recordedAt: Instant
    }

    /// The latest word about each.
    package static func latest(_ application: ApplicationID, in session: any Session) throws -> [Consent] {
        try session.all(
            """
            SELECT kind, version, given, recorded_at FROM consent c WHERE application = \(application)
            AND ordinal = (SELECT MAX(l.ordinal) FROM consent l WHERE l.application = c.application AND l.kind = c.kind) ORDER BY kind
            """
        ) { row in
            Consent(kind: try row.raw(0), version: row.text(1), isGiven: row.int(2) == 1, recordedAt: row.instant(3))
        }
    }

    package static func nextOrdinal(_ application: ApplicationID, _ kind: ConsentKind, in session: any Session) throws -> Int64 {
        try session.first(
            "SELECT COALESCE(MAX(ordinal) + 1, 0) FROM consent WHERE application = \(application) AND kind = \(kind.rawValue)"
        ) { $0.int(0) } ?? 0
    }
}
