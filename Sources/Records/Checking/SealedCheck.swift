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

    /// The columns that are opened and those that name their keys, as `table.column`; `checkAnswers` and `checkSecrets` open the others.
    package static let opened: Set<String> = Set(
        columns.flatMap { ["\($0.table.description).\($0.column.description)", "\($0.table.description).\($0.key.description)"] }
            + ["idempotency.answer", "installation_secret.wrapped", "data_key.wrapped"])

    @Sendable private static func blob(_ row: any SQLRow, _ from: Int) -> [UInt8] { row.blob(from) }
    @Sendable private static func number(_ row: any SQLRow, _ from: Int) -> [UInt8] {
        let value = row.int(from)
        return (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
    }

    private let session: any Session
    private let vault: Vault
    private let answers: DataKey
    private let findings: StoreFindings

    /// - Parameter answers: the installation's own key of answers that are kept for repetition.
    package init(session: any Session, vault: Vault, answers: DataKey, findings: StoreFindings) {
        self.session = session
        self.vault = vault
        self.answers = answers
        self.findings = findings
    }

    package func run() throws {
        try checkKeys()
        try checkSecrets()
        try checkDeposits()
        try checkAnswers()
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

    /// A store that no server used yet has none, and nothing sealed.
    private func checkSecrets() throws {
        let all = try SecretRecords.all(in: session)
        for secret in all {
            if let note = refusal({ _ = try vault.unwrap(secret.wrapped, id: secret.id) }) {
                findings.add(.sealedUnreadable, "installation_secret", secret.name, note)
            }
        }
        guard try !all.isEmpty || session.first("SELECT 1 FROM data_key LIMIT 1", { $0.int(0) }) != nil else { return }
        for name in SecretRecords.names where !all.contains(where: { $0.name == name }) {
            findings.add(.keyMissing, "installation_secret", name, "a server would make another in its place")
        }
    }

    /// Of the key of a request only whose it is is named: what else it says, its program chose.
    private func checkAnswers() throws {
        try session.scan("SELECT account, key, answer FROM idempotency WHERE answer IS NOT NULL ORDER BY account, key") { row in
            let account = row.blob(0)
            let place = SealedPlace(table: "idempotency", column: "answer", row: account + Array(row.text(1).utf8))
            if let note = refusal({ _ = try vault.open(row.blob(2), under: answers, at: place) }) {
                findings.add(.sealedUnreadable, "idempotency", Hex.text(account), "answer: \(note)")
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
