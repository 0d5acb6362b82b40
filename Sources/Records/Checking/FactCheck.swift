import Ledger
import SQLCore

/// Recomputes what entries commit to from the rows as they stand now.
final class FactCheck {
    private let session: any Session
    private let findings: StoreFindings
    private var tables: [String: RegisteredRows] = [:]
    /// Rows found through entries, by table.
    private(set) var accounted: [String: Int64] = [:]

    init(session: any Session, findings: StoreFindings) throws {
        self.session = session
        self.findings = findings
        for table in RegisteredTable.all { tables[table.name.description] = try RegisteredRows(table) }
    }

    func check(_ facts: [JSONValue], entry: (id: [UInt8], number: Int64?)) throws {
        for (number, fact) in facts.enumerated() {
            guard let rows = fact["table"]?.stringValue.flatMap({ tables[$0] }) else {
                findings.add(.entryUnreadable, "trail_entry", Hex.text(entry.id), entry: entry.number, "fact \(number) names no table")
                continue
            }
            if let bulk = BulkFact(fact, rows) {
                try check(bulk, number: number, entry: entry)
            } else {
                try checkRow(fact, rows, number: number, entry: entry)
            }
        }
    }

    private func checkRow(_ fact: JSONValue, _ rows: RegisteredRows, number: Int, entry: (id: [UInt8], number: Int64?)) throws {
        guard let key = fact["key"]?.arrayValue?.compactMap(\.stringValue), let values = rows.keyValues(key),
            let digest = fact["digest"]?.stringValue
        else {
            findings.add(.entryUnreadable, "trail_entry", Hex.text(entry.id), entry: entry.number, "fact \(number) has no known form")
            return
        }
        let table = rows.table.name.description
        var leaf = RowLeaf()
        let found = try session.first(rows.one(key: values)) { row in
            try rows.writeLeaf(of: row, to: &leaf)
            return MerkleHash.leaf(leaf.bytes).hex
        }
        let name = key.joined(separator: "/")
        guard let found else {
            findings.add(.rowMissing, table, name, entry: entry.number)
            return
        }
        accounted[table, default: 0] += 1
        if found != digest { findings.add(.rowChanged, table, name, entry: entry.number) }
    }

    private func check(_ bulk: BulkFact, number: Int, entry: (id: [UInt8], number: Int64?)) throws {
        var leaf = RowLeaf()
        var root = BulkRoot()
        var found: Int64 = 0
        try bulk.each(in: session) { row in
            try bulk.rows.writeLeaf(of: row, to: &leaf)
            leaf.bytes.withUnsafeBytes { root.add($0) }
            found += 1
        }
        let table = bulk.rows.table.name.description
        accounted[table, default: 0] += found
        guard root.finish().root != bulk.root || found != bulk.count else { return }
        findings.add(
            .bulkDiffers, table, Hex.text(bulk.owner), entry: entry.number, "the act has \(bulk.count) rows, there are \(found)")
        try BulkSuspects(fact: bulk, found: found, entry: entry, factNumber: number, findings: findings).name(in: session)
    }

    // MARK: Rows without an entry

    /// Names rows that no entry commits to; looks for them only where there are more rows than entries account for.
    func checkUncommitted() throws {
        for table in RegisteredTable.all {
            let name = table.name.description
            let present = try session.count("SELECT COUNT(*) FROM \(fixed: table.name)")
            guard Int64(present) != accounted[name, default: 0], let rows = tables[name] else { continue }
            try UncommittedRows(rows: rows, findings: findings).name(in: session)
        }
    }
}
