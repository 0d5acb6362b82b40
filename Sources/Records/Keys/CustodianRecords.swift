import Registry
import SQLCore
import Vault

/// Two custodians as they were set.
package struct StoredCustodians: Hashable, Sendable {
    package let pair: CustodianPair
    package let setAt: Instant
    package let setBy: AccountID

    package init(pair: CustodianPair, setAt: Instant, setBy: AccountID) {
        self.pair = pair
        self.setAt = setAt
        self.setBy = setBy
    }
}

package enum CustodianRecords {
    private static let columns: SQLText = "ordinal, key_a, key_b, set_at, set_by"

    private static func decode(_ row: any SQLRow) throws -> StoredCustodians {
        guard let a = CustodianKey(bytes: row.blob(1)), let b = CustodianKey(bytes: row.blob(2)) else {
            throw UnreadableRow("custodian_pair", "key_a")
        }
        return StoredCustodians(
            pair: CustodianPair(ordinal: row.int(0), a: a, b: b), setAt: row.instant(3), setBy: try row.identifier(4))
    }

    /// Those with whom keys are deposited now; nil where nobody has set any.
    package static func inForce(in session: any Session) throws -> StoredCustodians? {
        try session.first("SELECT \(columns) FROM custodian_pair ORDER BY ordinal DESC LIMIT 1", decode)
    }

    /// The newest first.
    package static func all(in session: any Session) throws -> [StoredCustodians] {
        try session.all("SELECT \(columns) FROM custodian_pair ORDER BY ordinal DESC", decode)
    }
}
