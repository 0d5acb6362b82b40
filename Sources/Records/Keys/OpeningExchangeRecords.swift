import Registry
import SQLCore
import Vault

/// What an opening exchanges with the custodians: its own pair of keys, and their answers, for as long as it lasts.
package struct StoredExchange: Hashable, Sendable {
    package let opening: SealedOpeningID
    package let publicKey: [UInt8]
    /// The private key, sealed under a data key of its own; nil once it is over.
    package let sealed: [UInt8]?
    package let dataKey: [UInt8]?
    /// When the last half came; nil while custodians are awaited.
    package let openedAt: Instant?
    package let endsAt: Instant
}

package enum OpeningExchangeRecords {
    private static let columns: SQLText = "opening, public_key, sealed, data_key, opened_at, ends_at"

    private static func decode(_ row: any SQLRow) throws -> StoredExchange {
        StoredExchange(
            opening: try row.identifier(0), publicKey: row.blob(1), sealed: row.blobIfAny(2), dataKey: row.blobIfAny(3),
            openedAt: row.instantIfAny(4), endsAt: row.instant(5))
    }

    package static func insert(
        _ opening: SealedOpeningID, publicKey: [UInt8], sealed: [UInt8], key: [UInt8], endsAt: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO opening_exchange (opening, public_key, sealed, data_key, ends_at)
            VALUES (\(opening), \(publicKey), \(sealed), \(key), \(endsAt))
            """)
    }

    package static func find(_ opening: SealedOpeningID, in session: any Session) throws -> StoredExchange? {
        try session.first("SELECT \(columns) FROM opening_exchange WHERE opening = \(opening)", decode)
    }

    /// Everything is answered.
    package static func open(_ opening: SealedOpeningID, at now: Instant, until end: Instant, in session: any Session) throws {
        try session.run("UPDATE opening_exchange SET opened_at = \(now), ends_at = \(end) WHERE opening = \(opening)")
    }

    /// Those whose time is over and whose key is still there.
    package static func over(at now: Instant, limit: Int, in session: any Session) throws -> [StoredExchange] {
        try session.all(
            """
            SELECT \(columns) FROM opening_exchange WHERE ends_at <= \(now) AND data_key IS NOT NULL ORDER BY ends_at LIMIT \(limit)
            """, decode)
    }

    /// Neither its key nor an answer stays.
    package static func forget(_ opening: SealedOpeningID, in session: any Session) throws {
        try session.run("UPDATE opening_exchange SET sealed = NULL, data_key = NULL WHERE opening = \(opening)")
        try session.run("DELETE FROM opening_answer WHERE opening = \(opening)")
    }

    package static func insertAnswer(
        _ answer: CustodianAnswer, to opening: SealedOpeningID, by account: AccountID, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO opening_answer (opening, custodian, side, sealed, handed_at, handed_by)
            VALUES (\(opening), \(answer.custodian.bytes), \(answer.side.rawValue), \(answer.sealed), \(now), \(account))
            """)
    }

    package static func answers(to opening: SealedOpeningID, in session: any Session) throws -> [CustodianAnswer] {
        try session.all("SELECT custodian, side, sealed FROM opening_answer WHERE opening = \(opening) ORDER BY side, custodian") { row in
            guard let custodian = CustodianKey(bytes: row.blob(0)) else { throw UnreadableRow("opening_answer", "custodian") }
            return CustodianAnswer(opening: opening.description, custodian: custodian, side: try row.raw(1), sealed: row.blob(2))
        }
    }
}
