import Registry
import SQLCore
import Vault

/// Two custodians as they were proposed, and who confirmed them.
package struct StoredCustodians: Hashable, Sendable {
    package struct Confirmation: Hashable, Sendable {
        package let at: Instant
        package let by: AccountID

        package init(at: Instant, by: AccountID) {
            self.at = at
            self.by = by
        }
    }

    package let pair: CustodianPair
    package let a: CustodianChallenge
    package let b: CustodianChallenge
    package let proposedAt: Instant
    package let proposedBy: AccountID
    /// nil: nothing is deposited with them.
    package let confirmation: Confirmation?

    package init(
        pair: CustodianPair, a: CustodianChallenge, b: CustodianChallenge, proposedAt: Instant, proposedBy: AccountID,
        confirmation: Confirmation?
    ) {
        self.pair = pair
        self.a = a
        self.b = b
        self.proposedAt = proposedAt
        self.proposedBy = proposedBy
        self.confirmation = confirmation
    }

    package subscript(side: CustodianSide) -> CustodianChallenge { side == .a ? a : b }
}

package enum CustodianRecords {
    private static let columns: SQLText = """
        p.ordinal, p.key_a, p.key_b, p.challenge_a, p.challenge_b, p.check_a, p.check_b, p.proposed_at, p.proposed_by, c.confirmed_at,
        c.confirmed_by
        """

    private static func decode(_ row: any SQLRow) throws -> StoredCustodians {
        guard let a = CustodianKey(bytes: row.blob(1)), let b = CustodianKey(bytes: row.blob(2)) else {
            throw UnreadableRow("custodian_pair", "key_a")
        }
        let confirmation = try row.identifierIfAny(10, of: Account.self).map {
            StoredCustodians.Confirmation(at: row.instant(9), by: $0)
        }
        return StoredCustodians(
            pair: CustodianPair(ordinal: row.int(0), a: a, b: b), a: CustodianChallenge(sealed: row.blob(3), check: row.blob(5)),
            b: CustodianChallenge(sealed: row.blob(4), check: row.blob(6)), proposedAt: row.instant(7),
            proposedBy: try row.identifier(8), confirmation: confirmation)
    }

    /// Those with whom keys are deposited now: the newest that were confirmed. nil where there are none.
    package static func inForce(in session: any Session) throws -> StoredCustodians? {
        try session.first(
            """
            SELECT \(columns) FROM custodian_confirmation c JOIN custodian_pair p ON p.ordinal = c.pair ORDER BY c.pair DESC LIMIT 1
            """, decode)
    }

    /// Proposed or confirmed, the newest first.
    package static func all(in session: any Session) throws -> [StoredCustodians] {
        try session.all(
            """
            SELECT \(columns) FROM custodian_pair p LEFT JOIN custodian_confirmation c ON c.pair = p.ordinal ORDER BY p.ordinal DESC
            """, decode)
    }
}
