import Registry
import SQLCore

/// A piece of evidence as stored; its content is a sealed file elsewhere.
package struct StoredEvidence: Hashable, Sendable {
    package let id: EvidenceID
    package let organisation: OrganisationID
    package let path: OrganisationPath
    /// Of the original, unsealed.
    package let sha256: [UInt8]
    package let mediaType: String
    package let bytes: Int64
    /// Pixels; nil for a document.
    package let width: Int64?
    package let height: Int64?
    package let pages: Int64?
    /// What the uploader says it shows.
    package let kind: String
    /// What the inspection noticed, as its codes.
    package let warnings: [String]
    package let dataKey: [UInt8]
    package let location: String
    package let recordedAt: Instant
    package let recordedBy: AccountID
    package let registeredAt: Instant?
    package let purgeAfter: Instant?
    package let purgedAt: Instant?
}

package enum EvidenceRecords {
    private static let columns: SQLText = """
        e.id, e.organisation, e.path, e.sha256, e.media_type, e.bytes, e.width, e.height, e.pages, e.kind, e.warnings, e.data_key,
        e.location, e.recorded_at, e.recorded_by, s.registered_at, s.purge_after, s.purged_at
        """

    private static func decode(_ row: any SQLRow) throws -> StoredEvidence {
        StoredEvidence(
            id: try row.identifier(0), organisation: try row.identifier(1), path: row.path(2), sha256: row.blob(3), mediaType: row.text(4),
            bytes: row.int(5), width: row.intIfAny(6), height: row.intIfAny(7), pages: row.intIfAny(8), kind: row.text(9),
            warnings: row.text(10).split(separator: " ").map(String.init), dataKey: row.blob(11), location: row.text(12),
            recordedAt: row.instant(13), recordedBy: try row.identifier(14), registeredAt: row.instantIfAny(15),
            purgeAfter: row.instantIfAny(16), purgedAt: row.instantIfAny(17))
    }

    package static func insertState(_ id: EvidenceID, purgeAfter: Instant, in session: any Session) throws {
        try session.run("INSERT INTO evidence_state (evidence, purge_after) VALUES (\(id), \(purgeAfter))")
    }

    package static func find(_ id: EvidenceID, _ scope: Scope, in session: any Session) throws -> StoredEvidence? {
        try session.first(
            """
            SELECT \(columns) FROM evidence e JOIN evidence_state s ON s.evidence = e.id
            WHERE e.id = \(id) AND \(scope.containsEvidence)
            """, decode)
    }

    /// The oldest other piece with the same content within the scope, whether purged or not.
    package static func duplicate(
        of sha256: [UInt8], besides id: EvidenceID?, _ scope: Scope, in session: any Session
    ) throws -> EvidenceID? {
        let other: SQLText = if let id { "e.id < \(id)" } else { "1 = 1" }
        return try session.first(
            """
            SELECT e.id FROM evidence e WHERE e.sha256 = \(sha256) AND \(other) AND \(scope.containsEvidence)
            ORDER BY e.id LIMIT 1
            """
        ) { try $0.identifier(0) }
    }

    /// Whether the file at this id's place is still wanted: the piece exists and was not purged.
    package static func isKept(_ id: EvidenceID, in session: any Session) throws -> Bool {
        try session.exists(
            "SELECT 1 FROM evidence e JOIN evidence_state s ON s.evidence = e.id WHERE e.id = \(id) AND s.purged_at IS NULL")
    }

    /// Pieces that were not purged, in the order of their ids.
    package static func kept(after last: EvidenceID?, limit: Int, in session: any Session) throws -> [StoredEvidence] {
        let after: SQLText = if let last { "e.id > \(last)" } else { "1 = 1" }
        return try session.all(
            """
            SELECT \(columns) FROM evidence e JOIN evidence_state s ON s.evidence = e.id
            WHERE s.purged_at IS NULL AND \(after) ORDER BY e.id LIMIT \(limit)
            """, decode)
    }

    /// Where the newest pieces that were not purged are kept.
    package static func latestKept(limit: Int, in session: any Session) throws -> [String] {
        try session.all(
            """
            SELECT e.location FROM evidence e JOIN evidence_state s ON s.evidence = e.id
            WHERE s.purged_at IS NULL ORDER BY e.id DESC LIMIT \(limit)
            """
        ) { $0.text(0) }
    }

    // MARK: Purging

    /// That the application `a` keeps for good what was handed in for it.
    private static let isKeptByApproval: SQLText = """
        (a.state = \(ApplicationState.approved.rawValue) AND a.kind <> \(ApplicationKind.prove.rawValue))
        """

    /// Pieces whose time has come: never registered, and named by no submission of an application that is still kept.
    package static func duePurge(at now: Instant, limit: Int, in session: any Session) throws -> [StoredEvidence] {
        try session.all(
            """
            SELECT \(columns) FROM evidence_state s JOIN evidence e ON e.id = s.evidence
            WHERE s.purge_after <= \(now) AND s.registered_at IS NULL AND s.purged_at IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM submission_evidence u JOIN submission m ON m.id = u.submission JOIN application a ON a.id = m.application
                WHERE u.evidence = s.evidence AND u.slot <> \(EvidenceSlot.faceCapture.rawValue)
                AND (a.draft IS NOT NULL OR \(isKeptByApproval)))
            ORDER BY s.purge_after, s.evidence LIMIT \(limit)
            """, decode)
    }

    /// Whether a purge may still take a piece that was handed in for this registration. One that is named by an approved application it never
    /// takes, be it in a submission that was sent back.
    package static func mayBePurged(_ registration: RegistrationID, in session: any Session) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM submission o JOIN submission_evidence i ON i.submission = o.id JOIN evidence_state s ON s.evidence = i.evidence
            WHERE o.registration = \(registration) AND s.purge_after IS NOT NULL AND s.registered_at IS NULL AND s.purged_at IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM submission_evidence u JOIN submission m ON m.id = u.submission JOIN application a ON a.id = m.application
                WHERE u.evidence = s.evidence AND u.slot <> \(EvidenceSlot.faceCapture.rawValue) AND \(isKeptByApproval))
            LIMIT 1
            """)
    }

    /// Taken for something that came to nothing: due with the next purge.
    package static func giveUp(_ ids: [EvidenceID], at now: Instant, in session: any Session) throws {
        try keep(ids, until: now, in: session)
    }

    /// Purged then, unless a decision registers them before.
    package static func keep(_ ids: [EvidenceID], until due: Instant, in session: any Session) throws {
        guard !ids.isEmpty else { return }
        try session.run(
            """
            UPDATE evidence_state SET purge_after = \(due)
            WHERE evidence IN \(SQLText.list(ids)) AND registered_at IS NULL AND purged_at IS NULL
            """)
    }

    package static func markPurged(_ id: EvidenceID, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE evidence_state SET purged_at = \(now), purge_after = NULL
            WHERE evidence = \(id) AND registered_at IS NULL AND purged_at IS NULL
            """)
    }
}

extension Scope {
    /// The condition on `evidence e`: an organisation's by its place in the tree, that of whoever came in by a link by who brought it.
    package var containsEvidence: SQLText {
        switch self {
        case .card(let seat): "e.recorded_by = \(seat.id)"
        case .part(let seat): "e.recorded_by = \(seat.account)"
        case .everything, .subtree, .unit: contains(path: "e.path")
        }
    }
}
