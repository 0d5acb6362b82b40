import Registry
import SQLCore

/// What a submission must know of evidence; uploading and reading it are in Records/Evidence.
package enum EvidenceUse {
    /// The pieces of evidence among `ids` that exist within the scope and were not purged.
    package static func usable(_ ids: [EvidenceID], _ scope: Scope, in session: any Session) throws -> Set<EvidenceID> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try session.all(
                """
                SELECT e.id FROM evidence e JOIN evidence_state s ON s.evidence = e.id
                WHERE e.id IN \(SQLText.list(ids)) AND s.purged_at IS NULL AND \(scope.containsEvidence)
                """
            ) { try $0.identifier(0) })
    }

    /// Whether none of the pieces was purged.
    package static func arePresent(_ ids: [EvidenceID], in session: any Session) throws -> Bool {
        guard !ids.isEmpty else { return true }
        let distinct = Set(ids)
        return try session.count(
            "SELECT COUNT(*) FROM evidence_state WHERE evidence IN \(SQLText.list(Array(distinct))) AND purged_at IS NULL")
            == distinct.count
    }

    /// Who stands in the submissions that rest on this piece.
    package static func identities(beside evidence: EvidenceID, in session: any Session) throws -> [IdentityVersionID] {
        try session.all(
            """
            SELECT DISTINCT r.identity FROM submission_evidence e JOIN submission_role r ON r.submission = e.submission
            WHERE e.evidence = \(evidence) AND r.role <> \(PartyRole.unit.rawValue)
            """
        ) { try $0.identifier(0) }
    }

    /// From now on kept for as long as the registration (R-25-14).
    package static func markRegistered(_ ids: [EvidenceID], at now: Instant, in session: any Session) throws {
        guard !ids.isEmpty else { return }
        try session.run(
            """
            UPDATE evidence_state SET registered_at = \(now), purge_after = NULL
            WHERE registered_at IS NULL AND evidence IN \(SQLText.list(ids))
            """)
    }
}
