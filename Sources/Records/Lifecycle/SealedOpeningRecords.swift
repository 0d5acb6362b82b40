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

    /// What is going on with the custodians.
    package struct Exchange: Hashable, Sendable {
        /// When their last answer came; nil while it is awaited.
        package let openedAt: Instant?
        package let endsAt: Instant
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
    /// nil where custodians have none of the keys.
    package let exchange: Exchange?

    package func state(at now: Instant) -> SealedOpeningState {
        guard let decision else { return now < askedAt.adding(seconds: SealedOpening.waitHours * 3_600) ? .asked : .lapsed }
        guard decision.verdict == .approve else { return .refused }
        guard now < endsAt ?? decision.openUntil else { return .lapsed }
        if let exchange, exchange.openedAt == nil { return .awaitingCustodians }
        return .open
    }

    /// Until when it is open, or waits for the custodians; nil where nobody approved it.
    package var endsAt: Instant? {
        guard let decision, decision.verdict == .approve else { return nil }
        return exchange?.endsAt ?? decision.openUntil
    }
}

package enum SealedOpeningRecords {
    private static let selection: SQLText = """
        SELECT o.id, o.code, o.subscription, o.registration, o.case_number, o.reason, o.asked_at, o.asked_by, d.verdict, d.note, d.open_until,
        d.decided_at, d.decided_by, x.opened_at, x.ends_at FROM sealed_opening o LEFT JOIN sealed_opening_decision d ON d.opening = o.id
        LEFT JOIN opening_exchange x ON x.opening = o.id\u{20}
        """

    private static func decode(_ row: any SQLRow) throws -> StoredOpening {
        let decision = try row.identifierIfAny(12, of: Account.self).map { by in
            StoredOpening.Decision(
                verdict: try row.raw(8), note: row.textIfAny(9), openUntil: row.instant(10), at: row.instant(11), by: by)
        }
        return StoredOpening(
            id: try row.identifier(0), code: row.text(1), subscription: row.int(2), registration: try row.identifier(3),
            caseNumber: row.text(4), reason: row.text(5), askedAt: row.instant(6), askedBy: try row.identifier(7), decision: decision,
            exchange: row.instantIfAny(14).map { StoredOpening.Exchange(openedAt: row.instantIfAny(13), endsAt: $0) })
    }

    package static func find(_ id: SealedOpeningID, in session: any Session) throws -> StoredOpening? {
        try session.first(selection + "WHERE o.id = \(id)", decode)
    }

    /// The newest first.
    package static func page(before cursor: SealedOpeningID?, limit: Int, in session: any Session) throws -> [StoredOpening] {
        let before: SQLText = if let cursor { "o.id < \(cursor)" } else { "1 = 1" }
        return try session.all(selection + "WHERE \(before) ORDER BY o.id DESC LIMIT \(limit)", decode)
    }

    /// What was approved for this account and is not over: open, or waiting for the custodians.
    /// - Parameter registration: of this one; nil: of any.
    package static func approved(
        _ registration: RegistrationID?, for account: AccountID, at now: Instant, in session: any Session
    ) throws -> [StoredOpening] {
        let wanted: SQLText = if let registration { "o.registration = \(registration)" } else { "1 = 1" }
        return try session.all(
            selection + """
                WHERE o.asked_by = \(account) AND \(wanted)
                AND d.verdict = \(SealedOpeningVerdict.approve.rawValue) AND COALESCE(x.ends_at, d.open_until) > \(now) ORDER BY o.id DESC
                """, decode)
    }
}
