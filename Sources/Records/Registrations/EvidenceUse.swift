import Registry
import SQLCore

/// What a submission must know of evidence; uploading and reading it are in Records/Evidence.
package enum EvidenceUse {
    /// The pieces of evidence among `ids` that exist within the scope and were not purged. What a person took for his part of a unit's
    /// application is none of them before he has completed it.
    package static func usable(_ ids: [EvidenceID], _ scope: Scope, in session: any Session) throws -> Set<EvidenceID> {
        try usable(ids, scope, and: "1 = 1", in: session)
    }

    /// Those of the usable pieces that may be handed in. A piece that was registered and on which no live registration rests any more is kept
    /// for tracing, and opens no more by way of another application (invariant 9): what only waits or was refused makes it live no more. Nor may
    /// one be handed in whose key custodians have: nobody could look at it.
    package static func admissible(
        _ ids: [EvidenceID], _ scope: Scope, at now: Instant, in session: any Session
    ) throws -> Set<EvidenceID> {
        // From the newest use backwards: on a certificate thousands may rest.
        try usable(
            ids, scope,
            and: """
                (s.registered_at IS NULL OR (SELECT 1 FROM submission_evidence u JOIN submission m ON m.id = u.submission
                    JOIN registration_state t ON t.registration = m.registration
                    WHERE u.evidence = e.id AND t.registered_at IS NOT NULL AND (t.ended_at IS NULL OR t.ended_at > \(now))
                    ORDER BY u.submission DESC LIMIT 1) = 1)
                AND NOT EXISTS (SELECT 1 FROM deposited_key k WHERE k.data_key = e.data_key)
                """, in: session)
    }

    private static func usable(
        _ ids: [EvidenceID], _ scope: Scope, and condition: SQLText, in session: any Session
    ) throws -> Set<EvidenceID> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try session.all(
                """
                SELECT e.id FROM evidence e JOIN evidence_state s ON s.evidence = e.id
                WHERE e.id IN \(SQLText.list(ids)) AND s.purged_at IS NULL AND \(scope.containsEvidence)
                AND NOT EXISTS (SELECT 1 FROM part_link l WHERE l.id = e.recorded_by AND l.completed_at IS NULL)
                AND \(condition)
                """
            ) { try $0.identifier(0) })
    }

    /// Those of the pieces that this account brought itself and that no submission rests on yet.
    package static func fresh(_ ids: [EvidenceID], by account: AccountID, in session: any Session) throws -> Set<EvidenceID> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try session.all(
                """
                SELECT e.id FROM evidence e JOIN evidence_state s ON s.evidence = e.id
                WHERE e.id IN \(SQLText.list(ids)) AND e.recorded_by = \(account) AND s.purged_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM submission_evidence u WHERE u.evidence = e.id)
                """
            ) { try $0.identifier(0) })
    }

    /// Applications of this account's own in which any of the pieces was handed in.
    package static func applications(
        with ids: [EvidenceID], by account: AccountID, in session: any Session
    ) throws -> [ApplicationID] {
        guard !ids.isEmpty else { return [] }
        return try session.all(
            """
            SELECT DISTINCT s.application FROM submission_evidence u JOIN submission s ON s.id = u.submission
            JOIN application a ON a.id = s.application WHERE u.evidence IN \(SQLText.list(ids)) AND a.created_by = \(account)
            """
        ) { try $0.identifier(0) }
    }

    /// In how many other applications a piece with the same content was handed in.
    package static func applications(
        withContentOf evidence: EvidenceID, besides application: ApplicationID, in session: any Session
    ) throws -> Int {
        try session.count(
            """
            SELECT COUNT(DISTINCT m.application) FROM evidence e JOIN evidence o ON o.sha256 = e.sha256
            JOIN submission_evidence u ON u.evidence = o.id JOIN submission m ON m.id = u.submission
            WHERE e.id = \(evidence) AND m.application <> \(application)
            """)
    }

    /// Whether none of the pieces was purged.
    package static func arePresent(_ ids: [EvidenceID], in session: any Session) throws -> Bool {
        guard !ids.isEmpty else { return true }
        let distinct = Set(ids)
        return try session.count(
            "SELECT COUNT(*) FROM evidence_state WHERE evidence IN \(SQLText.list(Array(distinct))) AND purged_at IS NULL")
            == distinct.count
    }

    /// The submission that rests on the piece, the newest where there are several; nil where none does.
    package static func newestSubmission(of evidence: EvidenceID, in session: any Session) throws -> SubmissionID? {
        try session.first(
            "SELECT submission FROM submission_evidence WHERE evidence = \(evidence) ORDER BY submission DESC LIMIT 1"
        ) { try $0.identifier(0) }
    }

    /// Of the registrations that came to be and rest on the piece one that has not ended, or else the one that ended last; nil where none came
    /// to be.
    package static func lastRegistration(with evidence: EvidenceID, in session: any Session) throws -> RegistrationID? {
        try session.first(
            """
            SELECT m.registration FROM submission_evidence u JOIN submission m ON m.id = u.submission
            JOIN registration_state s ON s.registration = m.registration
            WHERE u.evidence = \(evidence) AND s.registered_at IS NOT NULL
            ORDER BY CASE WHEN s.ended_at IS NULL THEN 0 ELSE 1 END, s.ended_at DESC, u.submission DESC LIMIT 1
            """
        ) { try $0.identifier(0) }
    }

    /// Those of the registrations that came to be and rest on the piece that are held for a case, the one that ended last first.
    package static func heldRegistrations(with evidence: EvidenceID, in session: any Session) throws -> [RegistrationID] {
        try session.all(
            """
            SELECT DISTINCT s.registration, s.ended_at FROM submission_evidence u JOIN submission m ON m.id = u.submission
            JOIN registration_state s ON s.registration = m.registration
            WHERE u.evidence = \(evidence) AND s.registered_at IS NOT NULL AND \(LegalHoldRecords.isHeld)
            ORDER BY s.ended_at DESC, s.registration DESC
            """
        ) { try $0.identifier(0) }
    }

    /// Whether a submission of this registration rests on the piece.
    package static func isPiece(_ evidence: EvidenceID, of registration: RegistrationID, in session: any Session) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM submission m JOIN submission_evidence u ON u.submission = m.id
            WHERE m.registration = \(registration) AND u.evidence = \(evidence) LIMIT 1
            """)
    }

    /// Every piece that submissions of this registration rest on.
    package static func pieces(of registration: RegistrationID, in session: any Session) throws -> [EvidenceID] {
        try session.all(
            """
            SELECT DISTINCT e.evidence FROM submission m JOIN submission_evidence e ON e.submission = m.id
            WHERE m.registration = \(registration)
            """
        ) { try $0.identifier(0) }
    }

    /// What is registered of a registration: the pieces that approved submissions of it rest on, those of one application left out.
    package static func registered(
        of registration: RegistrationID, besides application: ApplicationID, in session: any Session
    ) throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        try session.all(
            """
            SELECT DISTINCT e.slot, e.evidence FROM submission m JOIN submission_evidence e ON e.submission = m.id
            JOIN application a ON a.id = m.application AND a.submission = m.id JOIN evidence_state s ON s.evidence = e.evidence
            WHERE m.registration = \(registration) AND m.application <> \(application)
            AND a.state = \(ApplicationState.approved.rawValue) AND s.registered_at IS NOT NULL ORDER BY e.slot, e.evidence
            """
        ) { (try $0.raw(0), try $0.identifier(1)) }
    }

    /// Those of the pieces that a submission of another application, made earlier, rests on.
    package static func usedEarlier(_ ids: [EvidenceID], than submission: SubmissionID, in session: any Session) throws -> Set<EvidenceID> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try session.all(
                """
                SELECT DISTINCT e.evidence FROM submission o JOIN submission_evidence e ON e.evidence IN \(SQLText.list(ids))
                JOIN submission m ON m.id = e.submission
                WHERE o.id = \(submission) AND m.application <> o.application AND m.submitted_at < o.submitted_at
                """
            ) { try $0.identifier(0) })
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
