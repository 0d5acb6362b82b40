import Registry
import SQLCore

/// A request to open what is sealed of one card's registration, and what a second person said.
package struct StoredOpening: Hashable, Sendable {
    package struct Decision: Hashable, Sendable {
        package let verdict: SealedOpeningVerdict
        package let note: String?
        package let openUntil: Instant
        package let at: Instant
        package let by: AccountID
    }

    package let id: SealedOpeningID
    /// What people call it.
    package let code: String
    package let subscription: Int64
    package let registration: RegistrationID
    package let caseNumber: String
    package let reason: String
    package let askedAt: Instant
    package let askedBy: AccountID
    package let decision: Decision?

    package func state(at now: Instant) -> SealedOpeningState {
        guard let decision else { return now < askedAt.adding(seconds: SealedOpening.waitHours * 3_600) ? .asked : .lapsed }
        guard decision.verdict == .approve else { return .refused }
        return now < decision.openUntil ? .open : .lapsed
    }
}

package enum SealedOpeningRecords {
    private static let selection: SQLText = """
        SELECT o.id, o.code, o.subscription, o.registration, o.case_number, o.reason, o.asked_at, o.asked_by, d.verdict, d.note, d.open_until,
        d.decided_at, d.decided_by FROM sealed_opening o LEFT JOIN sealed_opening_decision d ON d.opening = o.id\u{20}
        """

    private static func decode(_ row: any SQLRow) throws -> StoredOpening {
        let decision = try row.identifierIfAny(12, of: Account.self).map { by in
            StoredOpening.Decision(
                verdict: try row.raw(8), note: row.textIfAny(9), openUntil: row.instant(10), at: row.instant(11), by: by)
        }
        return StoredOpening(
            id: try row.identifier(0), code: row.text(1), subscription: row.int(2), registration: try row.identifier(3),
            caseNumber: row.text(4), reason: row.text(5), askedAt: row.instant(6), askedBy: try row.identifier(7), decision: decision)
    }

    package static func find(_ id: SealedOpeningID, in session: any Session) throws -> StoredOpening? {
        try session.first(selection + "WHERE o.id = \(id)", decode)
    }

    /// The newest first.
    package static func page(before cursor: SealedOpeningID?, limit: Int, in session: any Session) throws -> [StoredOpening] {
        let before: SQLText = if let cursor { "o.id < \(cursor)" } else { "1 = 1" }
        return try session.all(selection + "WHERE \(before) ORDER BY o.id DESC LIMIT \(limit)", decode)
    }

    /// What is open now to this account of the registration.
    package static func open(
        _ registration: RegistrationID, to account: AccountID, at now: Instant, in session: any Session
    ) throws -> StoredOpening? {
        try session.first(
            selection + """
                WHERE o.asked_by = \(account) AND o.registration = \(registration)
                AND d.verdict = \(SealedOpeningVerdict.approve.rawValue) AND d.open_until > \(now) ORDER BY o.id DESC LIMIT 1
                """, decode)
    }
}
