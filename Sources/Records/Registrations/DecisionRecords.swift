import Registry
import SQLCore

package struct StoredDecision: Sendable {
    package let id: DecisionID
    package let submission: SubmissionID
    package let registration: RegistrationID
    package let verdict: DecisionVerdict
    package let reasons: String
    package let sealedNote: [UInt8]?
    package let noteKey: [UInt8]?
    package let cardsRegistered: Int64
    package let cardsExcluded: Int64
    package let effectiveFrom: Instant
    package let decidedAt: Instant
    package let decidedBy: AccountID
    package let secondedBy: AccountID?
}

package enum DecisionRecords {
    private static let columns: SQLText = """
        id, submission, registration, verdict, reasons, sealed_note, note_key, cards_registered, cards_excluded, effective_from, decided_at,
        decided_by, seconded_by
        """

    private static func decode(_ row: any SQLRow) throws -> StoredDecision {
        StoredDecision(
            id: try row.identifier(0), submission: try row.identifier(1), registration: try row.identifier(2), verdict: try row.raw(3),
            reasons: row.text(4), sealedNote: row.blobIfAny(5), noteKey: row.blobIfAny(6), cardsRegistered: row.int(7),
            cardsExcluded: row.int(8), effectiveFrom: row.instant(9), decidedAt: row.instant(10), decidedBy: try row.identifier(11),
            secondedBy: try row.identifierIfAny(12))
    }

    package static func find(_ id: DecisionID, in session: any Session) throws -> StoredDecision? {
        try session.first("SELECT \(columns) FROM decision WHERE id = \(id)", decode)
    }

    /// The newest decision about a submission.
    package static func latest(_ submission: SubmissionID, in session: any Session) throws -> StoredDecision? {
        try session.first("SELECT \(columns) FROM decision WHERE submission = \(submission) ORDER BY id DESC LIMIT 1", decode)
    }

    /// What reviewers wrote among themselves, sealed.
    package static func remark(_ id: DecisionID, in session: any Session) throws -> (sealed: [UInt8], key: [UInt8])? {
        try session.first("SELECT sealed, data_key FROM decision_remark WHERE decision = \(id)") { ($0.blob(0), $0.blob(1)) }
    }

    package static func list(_ registration: RegistrationID, in session: any Session) throws -> [StoredDecision] {
        try session.all("SELECT \(columns) FROM decision WHERE registration = \(registration) ORDER BY decided_at, id", decode)
    }

    /// All decisions about these submissions.
    package static func list(of submissions: [SubmissionID], in session: any Session) throws -> [StoredDecision] {
        try SQLText.lists(submissions).flatMap { named in
            try session.all("SELECT \(columns) FROM decision WHERE submission IN \(named) ORDER BY decided_at, id", decode)
        }
    }

    package static func exclusions(
        _ decision: DecisionID, after: Int64, limit: Int, in session: any Session
    ) throws -> [(subscription: Int64, iccid: String, code: String)] {
        try session.all(
            """
            SELECT e.subscription, s.iccid, e.code FROM decision_exclusion e JOIN subscription s ON s.id = e.subscription
            WHERE e.decision = \(decision) AND e.subscription > \(after) ORDER BY e.subscription LIMIT \(limit)
            """
        ) { ($0.int(0), $0.text(1), $0.text(2)) }
    }
}
