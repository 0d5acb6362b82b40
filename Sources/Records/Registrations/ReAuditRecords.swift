import Registry
import SQLCore

/// An approved case that was drawn to be looked at again.
package struct StoredReAudit: Sendable {
    package struct Finding: Sendable {
        package let verdict: ReAuditVerdict
        package let reasons: String
        package let sealed: [UInt8]?
        package let dataKey: [UInt8]?
        package let foundAt: Instant
        package let foundBy: AccountID
    }

    package let decision: DecisionID
    package let application: ApplicationID
    package let reviewer: AccountID
    package let secondReviewer: AccountID?
    package let decidedAt: Instant
    /// nil while nobody has looked.
    package let finding: Finding?
}

package enum ReAuditRecords {
    private static let columns: SQLText = """
        r.decision, r.application, r.reviewer, r.second_reviewer, r.decided_at, f.verdict, f.reasons, f.sealed, f.data_key, f.found_at,
        f.found_by
        """
    private static let tables: SQLText = "re_audit r LEFT JOIN re_audit_finding f ON f.decision = r.decision"

    private static func decode(_ row: any SQLRow) throws -> StoredReAudit {
        let finding =
            try row.textIfAny(5) == nil
            ? nil
            : StoredReAudit.Finding(
                verdict: row.raw(5), reasons: row.text(6), sealed: row.blobIfAny(7), dataKey: row.blobIfAny(8), foundAt: row.instant(9),
                foundBy: row.identifier(10))
        return StoredReAudit(
            decision: try row.identifier(0), application: try row.identifier(1), reviewer: try row.identifier(2),
            secondReviewer: try row.identifierIfAny(3), decidedAt: row.instant(4), finding: finding)
    }

    package static func find(_ decision: DecisionID, in session: any Session) throws -> StoredReAudit? {
        try session.first("SELECT \(columns) FROM \(tables) WHERE r.decision = \(decision)", decode)
    }

    /// The newest draw about an application.
    package static func find(about application: ApplicationID, in session: any Session) throws -> StoredReAudit? {
        try session.first(
            "SELECT \(columns) FROM \(tables) WHERE r.application = \(application) ORDER BY r.decided_at DESC, r.decision DESC LIMIT 1",
            decode)
    }

    package static func open(_ decision: DecisionID, decidedAt: Instant, in session: any Session) throws {
        try session.run("INSERT INTO re_audit_open (decision, decided_at) VALUES (\(decision), \(decidedAt))")
    }

    /// False when somebody has looked already, or nobody need.
    package static func close(_ decision: DecisionID, in session: any Session) throws -> Bool {
        try session.change("DELETE FROM re_audit_open WHERE decision = \(decision)") == 1
    }

    /// Those that nobody has looked at, the oldest first.
    package static func waiting(
        after: (Instant, DecisionID)?, limit: Int, in session: any Session
    ) throws -> [StoredReAudit] {
        let later: SQLText =
            after.map { "WHERE (o.decided_at > \($0.0) OR (o.decided_at = \($0.0) AND o.decision > \($0.1)))" } ?? ""
        return try session.all(
            """
            SELECT \(columns) FROM re_audit_open o JOIN re_audit r ON r.decision = o.decision
            LEFT JOIN re_audit_finding f ON f.decision = r.decision \(later) ORDER BY o.decided_at, o.decision LIMIT \(limit)
            """, decode)
    }

    /// Those of a finding, the newest first.
    package static func found(
        _ verdict: ReAuditVerdict, before: (Instant, DecisionID)?, limit: Int, in session: any Session
    ) throws -> [StoredReAudit] {
        let earlier: SQLText =
            before.map { "AND (f.found_at < \($0.0) OR (f.found_at = \($0.0) AND f.decision < \($0.1)))" } ?? ""
        return try session.all(
            """
            SELECT \(columns) FROM re_audit_finding f JOIN re_audit r ON r.decision = f.decision
            WHERE f.verdict = \(verdict.rawValue) \(earlier) ORDER BY f.found_at DESC, f.decision DESC LIMIT \(limit)
            """, decode)
    }

    /// How many wait, up to `most`, and since when the oldest of them was decided.
    package static func waitingCount(most: Int, in session: any Session) throws -> (count: Int64, since: Instant?) {
        try session.first(
            """
            SELECT COUNT(*), MIN(decided_at) FROM (SELECT decided_at FROM re_audit_open ORDER BY decided_at, decision LIMIT \(most)) AS w
            """
        ) { (count: $0.int(0), since: $0.instantIfAny(1)) } ?? (0, nil)
    }

    /// What was drawn of what a reviewer approved, and what was found of it.
    package static func results(
        of account: AccountID, from: Instant, to: Instant, in session: any Session
    ) throws -> [(decidedAt: Instant, verdict: ReAuditVerdict?)] {
        func part(_ column: SQLText) -> SQLText {
            """
            SELECT r.decided_at, f.verdict FROM \(tables) WHERE r.\(column) = \(account) AND r.decided_at >= \(from)
            AND r.decided_at < \(to)
            """
        }
        return try session.all("\(part("reviewer")) UNION ALL \(part("second_reviewer"))") { row in
            (row.instant(0), try row.textIfAny(1) == nil ? nil : row.raw(1))
        }
    }
}
