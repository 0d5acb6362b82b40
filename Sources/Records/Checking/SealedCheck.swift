import Ledger
import Registry
import SQLCore
import Vault

/// Opens every data key and everything sealed in a column. What was destroyed on purpose is in order, and so is what only the custodians open.
package struct SealedCheck {
    private struct Column: Sendable {
        let table: StaticString
        let column: StaticString
        /// The column it was sealed for, where it moved since.
        var sealedFor: StaticString?
        let key: StaticString
        /// What the seal is bound to, from the columns `row` selects.
        let row: StaticString
        let place: @Sendable (any SQLRow, _ from: Int) -> [UInt8]
    }

    private static let columns: [Column] = [
        Column(table: "application", column: "draft", key: "draft_key", row: "t.id", place: blob),
        Column(table: "identity_version", column: "sealed", key: "data_key", row: "t.id", place: blob),
        Column(table: "decision", column: "sealed_note", key: "note_key", row: "t.id", place: blob),
        Column(table: "decision_remark", column: "sealed", key: "data_key", row: "t.decision", place: blob),
        Column(table: "review_opinion", column: "sealed", key: "data_key", row: "t.id", place: blob),
        Column(table: "re_audit_finding", column: "sealed", key: "data_key", row: "t.decision", place: blob),
        Column(table: "part_link", column: "draft", key: "data_key", row: "t.id", place: blob),
        Column(table: "account", column: "second_factor", key: "second_factor_key", row: "t.id", place: blob),
        // Proved, a pending factor moves to the column beside it as it is.
        Column(
            table: "account", column: "pending_factor", sealedFor: "second_factor", key: "pending_factor_key", row: "t.id", place: blob),
        Column(table: "carrier_notice", column: "sealed", key: "data_key", row: "t.id", place: blob),
        Column(table: "webhook", column: "secret", key: "secret_key", row: "t.id", place: blob),
        // Once another has taken its place, a secret moves to the column beside it as it is.
        Column(table: "webhook", column: "former_secret", sealedFor: "secret", key: "former_key", row: "t.id", place: blob),
        Column(table: "picture_reading", column: "sealed", key: "data_key", row: "t.evidence", place: blob),
        Column(table: "claim_contact", column: "sealed", key: "data_key", row: "t.id", place: blob),
        Column(table: "opening_exchange", column: "sealed", key: "data_key", row: "t.opening", place: blob),
        Column(table: "prior_record", column: "sealed", key: "data_key", row: "t.subscription", place: number),
    ]

    @Sendable private static func blob(_ row: any SQLRow, _ from: Int) -> [UInt8] { row.blob(from) }
    @Sendable private static func number(_ row: any SQLRow, _ from: Int) -> [UInt8] {
        let value = row.int(from)
        return (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
    }

    private let session: any Session
    private let vault: Vault
    private let findings: StoreFindings

    package init(session: any Session, vault: Vault, findings: StoreFindings) {
        self.session = session
        self.vault = vault
        self.findings = findings
    }

    package func run() throws {
        try checkKeys()
        try checkDeposits()
        for column in Self.columns { try check(column) }
    }

    private func checkKeys() throws {
        try session.scan("SELECT id, wrapped_under, wrapped FROM data_key WHERE wrapped IS NOT NULL ORDER BY id") { row in
            let id = row.blob(0)
            if let note = refusal({ _ = try vault.unwrap(WrappedKey(wrappedUnder: row.text(1), bytes: row.blob(2)), id: id) }) {
                findings.add(.sealedUnreadable, "data_key", Hex.text(id), note)
            }
            return true
        }
    }

    /// A key is wrapped here, destroyed, or with the custodians: one of the three.
    private func checkDeposits() throws {
        try session.scan(
            """
            SELECT k.id FROM data_key k WHERE k.wrapped IS NULL AND k.destroyed_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM deposited_key d WHERE d.data_key = k.id) ORDER BY k.id
            """
        ) { row in
            findings.add(.keyMissing, "data_key", Hex.text(row.blob(0)), "neither wrapped, destroyed nor deposited")
            return true
        }
        try session.scan(
            "SELECT d.data_key FROM deposited_key d JOIN data_key k ON k.id = d.data_key WHERE k.wrapped IS NOT NULL ORDER BY d.data_key"
        ) { row in
            findings.add(.keyExposed, "deposited_key", Hex.text(row.blob(0)), "it is still wrapped here")
            return true
        }
    }

    private func check(_ column: Column) throws {
        try session.scan(
            """
            SELECT t.\(fixed: column.column), t.\(fixed: column.key), k.id IS NULL, k.wrapped_under, k.wrapped, \(fixed: column.row)
            FROM \(fixed: column.table) t LEFT JOIN data_key k ON k.id = t.\(fixed: column.key)
            WHERE t.\(fixed: column.column) IS NOT NULL
            """
        ) { row in
            let place = column.place(row, 5)
            let table = column.table.description
            if row.bool(2) {
                findings.add(.keyMissing, table, Hex.text(place), column.column.description)
            } else if !row.isNull(4) {
                let id = row.blob(1)
                let note = refusal {
                    let key = try vault.unwrap(WrappedKey(wrappedUnder: row.text(3), bytes: row.blob(4)), id: id)
                    _ = try vault.open(
                        row.blob(0), under: key, at: SealedPlace(table: column.table, column: column.sealedFor ?? column.column, row: place)
                    )
                }
                if let note { findings.add(.sealedUnreadable, table, Hex.text(place), "\(column.column): \(note)") }
            }
            return true
        }
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let refusal as KeyRefusal {
            return refusal.description
        } catch {
            return "it does not open"
        }
    }
}
