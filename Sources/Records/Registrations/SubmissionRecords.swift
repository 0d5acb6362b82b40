import Registry
import SQLCore

/// What was handed in, as it was pinned for the decision.
package struct StoredSubmission: Sendable {
    package let id: SubmissionID
    package let application: ApplicationID
    package let registration: RegistrationID
    package let ordinal: Int64
    package let kind: ApplicationKind
    package let policy: String
    package let content: String
    package let unit: PartyID
    package let cards: Int64
    package let effectiveFrom: Instant?
    package let agentChain: String
    package let submittedAt: Instant
    package let submittedBy: AccountID
}

/// A party in a role, with the identity version that was judged.
package struct PinnedRole: Sendable {
    package let role: PartyRole
    package let party: PartyID
    package let identity: IdentityVersionID
    package let authorisedFrom: Int64?
    package let authorisedUntil: Int64?

    package init(role: PartyRole, party: PartyID, identity: IdentityVersionID, authorisedFrom: Int64?, authorisedUntil: Int64?) {
        self.role = role
        self.party = party
        self.identity = identity
        self.authorisedFrom = authorisedFrom
        self.authorisedUntil = authorisedUntil
    }
}

package enum SubmissionRecords {
    private static let columns: SQLText = """
        s.id, s.application, s.registration, s.ordinal, s.kind, s.policy, s.content, s.unit, s.cards, s.effective_from, s.agent_chain,
        s.submitted_at, s.submitted_by
        """

    private static func decode(_ row: any SQLRow) throws -> StoredSubmission {
        StoredSubmission(
            id: try row.identifier(0), application: try row.identifier(1), registration: try row.identifier(2), ordinal: row.int(3),
            kind: try row.raw(4), policy: row.text(5), content: row.text(6), unit: try row.identifier(7), cards: row.int(8),
            effectiveFrom: row.instantIfAny(9), agentChain: row.text(10), submittedAt: row.instant(11),
            submittedBy: try row.identifier(12))
    }

    package static func find(_ id: SubmissionID, in session: any Session) throws -> StoredSubmission? {
        try session.first("SELECT \(columns) FROM submission s WHERE s.id = \(id)", decode)
    }

    /// Of the newest so many that were handed in under a registration, those about this card, or about no card by itself, such as another
    /// person in a role; the newest first.
    package static func list(
        _ registration: RegistrationID, about card: Int64, among most: Int, in session: any Session
    ) throws -> [StoredSubmission] {
        let oldest: SubmissionID? = try session.first(
            "SELECT id FROM submission WHERE registration = \(registration) ORDER BY id DESC LIMIT 1 OFFSET \(most - 1)"
        ) { try $0.identifier(0) }
        let begin = oldest ?? SubmissionID(high: 0, low: 0)
        return try session.all(
            """
            SELECT \(columns) FROM submission s WHERE s.registration = \(registration) AND s.id >= \(begin)
                AND (EXISTS (SELECT 1 FROM submission_interval i WHERE i.submission = s.id AND i.lo <= \(card) AND i.hi >= \(card))
                    OR NOT EXISTS (SELECT 1 FROM submission_interval i WHERE i.submission = s.id))
            ORDER BY s.id DESC
            """, decode)
    }

    /// Each time an application was handed in, the newest first.
    package static func list(of application: ApplicationID, limit: Int, in session: any Session) throws -> [StoredSubmission] {
        try session.all(
            "SELECT \(columns) FROM submission s WHERE s.application = \(application) ORDER BY s.ordinal DESC LIMIT \(limit)", decode)
    }

    package static func nextOrdinal(_ application: ApplicationID, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM submission WHERE application = \(application)") { $0.int(0) } ?? 0
    }

    package static func roles(_ submission: SubmissionID, in session: any Session) throws -> [PinnedRole] {
        try session.all(
            """
            SELECT role, party, identity, authorised_from, authorised_until FROM submission_role
            WHERE submission = \(submission) ORDER BY role, ordinal
            """
        ) { row in
            PinnedRole(
                role: try row.raw(0), party: try row.identifier(1), identity: try row.identifier(2), authorisedFrom: row.intIfAny(3),
                authorisedUntil: row.intIfAny(4))
        }
    }

    package static func evidence(
        _ submission: SubmissionID, in session: any Session
    ) throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        try session.all("SELECT slot, evidence FROM submission_evidence WHERE submission = \(submission) ORDER BY slot, evidence") {
            (try $0.raw(0), try $0.identifier(1))
        }
    }

    /// The pieces that any of these submissions names.
    package static func evidence(of submissions: [SubmissionID], in session: any Session) throws -> Set<EvidenceID> {
        var found: Set<EvidenceID> = []
        for named in SQLText.lists(submissions) {
            try session.each("SELECT evidence FROM submission_evidence WHERE submission IN \(named)") { row in
                found.insert(try row.identifier(0))
                return true
            }
        }
        return found
    }

    package static func intervals(_ submission: SubmissionID, in session: any Session) throws -> [ClosedRange<Int64>] {
        try session.all("SELECT lo, hi FROM submission_interval WHERE submission = \(submission) ORDER BY lo") { $0.int(0)...$0.int(1) }
    }
}
