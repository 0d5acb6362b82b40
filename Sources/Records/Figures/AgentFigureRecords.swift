import Registry
import SQLCore

/// An application as it was first handed in, and what came of it.
package struct FirstHandIn: Sendable {
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let submittedAt: Instant
    /// Whether the rules had a doubt, or a provider said no.
    package let isDoubted: Bool
    /// The first decision about it; nil while there is none.
    package let verdict: DecisionVerdict?
    package let decidedAt: Instant?
    /// When it was handed in again.
    package let mendedAt: Instant?
}

package enum AgentFigureRecords {
    /// What organisations of a subtree first handed in, cards to be registered, from the one moment up to the other, in no order. Applications are sought by
    /// organisation and by when they were begun: nothing older than `begun` is looked at, and nothing of others.
    package static func firstHandIns(
        below path: OrganisationPath, begun: Instant, from: Instant, to: Instant, in session: any Session,
        _ body: (FirstHandIn) throws -> Void
    ) throws {
        // The crossing join keeps SQLite to this order: from the other side it would go through all that the subtree ever began.
        let first = ApplicationID(milliseconds: begun.milliseconds, chance: (0, 0))
        try session.scan(
            """
            SELECT o.id, o.path, u.submitted_at,
                CASE WHEN \(doubted) THEN 1 ELSE 0 END, d.verdict, d.decided_at, m.submitted_at
            FROM organisation o CROSS JOIN application a
                JOIN submission u ON u.application = a.id AND u.ordinal = 0 AND u.kind IN ('register', 'add-cards')
                LEFT JOIN decision d ON d.submission = u.id
                    AND d.id = (SELECT e.id FROM decision e WHERE e.submission = u.id ORDER BY e.decided_at, e.id LIMIT 1)
                LEFT JOIN submission m ON m.application = a.id AND m.ordinal = 1
            WHERE o.path >= \(path.text) AND o.path < \(path.upperBound) AND a.path = o.path AND a.id >= \(first)
                AND u.submitted_at >= \(from) AND u.submitted_at < \(to)
            """
        ) { row in
            try body(
                FirstHandIn(
                    organisation: try row.identifier(0), path: row.path(1), submittedAt: row.instant(2), isDoubted: row.int(3) != 0,
                    verdict: row.isNull(4) ? nil : try row.raw(4), decidedAt: row.instantIfAny(5), mendedAt: row.instantIfAny(6)))
            return true
        }
    }

    /// Findings are kept as canonical JSON, each beginning with its verdict.
    private static let doubted: SQLText = """
        EXISTS (SELECT 1 FROM rule_judgement j WHERE j.submission = u.id
            AND (j.findings LIKE '%["warned",%' OR j.findings LIKE '%["failed",%'))
        OR EXISTS (SELECT 1 FROM check_result c WHERE c.submission = u.id AND c.verdict <> 'passed')
        OR EXISTS (SELECT 1 FROM verification v WHERE v.submission = u.id AND \(VerificationRecords.saysNo))
        """
}
