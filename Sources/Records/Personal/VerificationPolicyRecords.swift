import Ledger
import Registry
import SQLCore

package enum StoredPolicy {}
package typealias PolicyID = Identifier<StoredPolicy>

/// A version of an organisation's verification policy.
package struct VerificationPolicyVersion: Sendable {
    package let id: PolicyID
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let ordinal: Int64
    package let validFrom: Instant
    package let policy: VerificationPolicy
    package let recordedAt: Instant

    package init(
        id: PolicyID, organisation: OrganisationID, path: OrganisationPath, ordinal: Int64, validFrom: Instant, policy: VerificationPolicy,
        recordedAt: Instant
    ) {
        self.id = id
        self.organisation = organisation
        self.path = path
        self.ordinal = ordinal
        self.validFrom = validFrom
        self.policy = policy
        self.recordedAt = recordedAt
    }
}

package enum VerificationPolicyRecords {
    private static let columns: SQLText = "p.id, p.organisation, p.path, p.ordinal, p.valid_from, p.rules, p.recorded_at"

    private static func decode(_ row: any SQLRow) throws -> VerificationPolicyVersion {
        // A policy this program cannot read must not be passed over: it may demand what the others do not.
        guard let policy = (try? JSONValue(parsing: row.text(5))).flatMap({ VerificationPolicy(json: $0) }) else {
            throw UnreadableRow("verification_policy", "rules")
        }
        return VerificationPolicyVersion(
            id: try row.identifier(0), organisation: try row.identifier(1), path: row.path(2), ordinal: row.int(3),
            validFrom: row.instant(4), policy: policy, recordedAt: row.instant(6))
    }

    /// The versions in force at `now` of the organisations on the way from the operating company down to `path`.
    package static func inForce(
        above path: OrganisationPath, at now: Instant, in session: any Session
    ) throws -> [VerificationPolicyVersion] {
        try session.all(
            """
            SELECT \(columns) FROM organisation o JOIN verification_policy p ON p.organisation = o.id
            WHERE o.path IN \(SQLText.list(path.prefixes)) AND p.ordinal = (SELECT MAX(l.ordinal) FROM verification_policy l
                WHERE l.organisation = o.id AND l.valid_from <= \(now))
            ORDER BY o.path
            """, decode)
    }

    package static func versions(
        of organisation: OrganisationID, before ordinal: Int64, limit: Int, in session: any Session
    ) throws -> [VerificationPolicyVersion] {
        try session.all(
            """
            SELECT \(columns) FROM verification_policy p WHERE p.organisation = \(organisation) AND p.ordinal < \(ordinal)
            ORDER BY p.ordinal DESC LIMIT \(limit)
            """, decode)
    }

    package static func firstBeginning(
        of organisation: OrganisationID, from ordinal: Int64, in session: any Session
    ) throws -> Instant? {
        try session.first(
            """
            SELECT p.valid_from FROM verification_policy p WHERE p.organisation = \(organisation) AND p.ordinal >= \(ordinal)
            ORDER BY p.valid_from LIMIT 1
            """
        ) { $0.instant(0) }
    }

    package static func latest(of organisation: OrganisationID, in session: any Session) throws -> VerificationPolicyVersion? {
        try versions(of: organisation, before: .max, limit: 1, in: session).first
    }
}

extension OrganisationPath {
    /// The paths on the way here from the root, this one too.
    var prefixes: [String] {
        var prefix = "/"
        return text.split(separator: "/").map { part in
            prefix += "\(part)/"
            return prefix
        }
    }
}
