import Ledger
import Registry
import SQLCore

/// A version of the review policy.
package struct ReviewPolicyVersion: Hashable, Sendable {
    package let ordinal: Int64
    package let validFrom: Instant
    package let policy: ReviewPolicy
    package let recordedAt: Instant

    package init(ordinal: Int64, validFrom: Instant, policy: ReviewPolicy, recordedAt: Instant) {
        self.ordinal = ordinal
        self.validFrom = validFrom
        self.policy = policy
        self.recordedAt = recordedAt
    }
}

package enum ReviewPolicyRecords {
    private static let columns: SQLText = "ordinal, valid_from, policy, recorded_at"

    private static func decode(_ row: any SQLRow) throws -> ReviewPolicyVersion {
        // One this program cannot read must not be passed over: it may ask for a second reviewer.
        guard let policy = (try? JSONValue(parsing: row.text(2))).flatMap({ ReviewPolicy(json: $0) }) else {
            throw UnreadableRow("review_policy", "policy")
        }
        return ReviewPolicyVersion(ordinal: row.int(0), validFrom: row.instant(1), policy: policy, recordedAt: row.instant(3))
    }

    package static func latest(in session: any Session) throws -> ReviewPolicyVersion? {
        try versions(before: .max, limit: 1, in: session).first
    }

    /// What is in force: of the versions that have begun the one set last. One that begins earlier than versions set before it takes their place.
    package static func inForce(at now: Instant, in session: any Session) throws -> ReviewPolicyVersion? {
        try session.first("SELECT \(columns) FROM review_policy WHERE valid_from <= \(now) ORDER BY ordinal DESC LIMIT 1", decode)
    }

    /// The newest first.
    package static func versions(before ordinal: Int64, limit: Int, in session: any Session) throws -> [ReviewPolicyVersion] {
        try session.all(
            "SELECT \(columns) FROM review_policy WHERE ordinal < \(ordinal) ORDER BY ordinal DESC LIMIT \(limit)", decode)
    }
}
