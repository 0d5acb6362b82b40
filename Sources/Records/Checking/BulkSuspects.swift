import Ledger
import SQLCore

/// Narrows down what differs among the rows of a bulk act: by the stored roots of every sixteen rows, which hash up to the root the
/// entry commits to; by cards without a row; and by rows that do not look like the others.
struct BulkSuspects {
    let fact: BulkFact
    let found: Int64
    let entry: (id: [UInt8], number: Int64?)
    let factNumber: Int
    let findings: StoreFindings
    private static let namedMax = 20

    func name(in session: any Session) throws {
        let table = fact.rows.table.name.description
        for card in try fact.missingCards(limit: Self.namedMax, in: session) {
            findings.add(.rowMissing, table, String(card), entry: entry.number, "the act has the card, its row is gone")
        }
        if found == fact.count { try nameChunks(table, in: session) }
        try nameOutliers(table, in: session)
    }

    private func nameChunks(_ table: String, in session: any Session) throws {
        guard
            let stored = try BulkTree.stored(entry: entry.id, fact: factNumber, root: fact.root, in: session)
        else { return }
        var leaf = RowLeaf()
        var hashes: [Digest32] = []
        var keys: [String] = []
        var chunk = 0
        var named = 0
        func close() {
            guard !hashes.isEmpty else { return }
            if chunk < stored.count, MerkleTree.root(ofLeafHashes: hashes) != stored[chunk], named < Self.namedMax {
                findings.add(.rowAmongChanged, table, "\(keys.first ?? "")…\(keys.last ?? "")", entry: entry.number, "\(keys.count) rows")
                named += 1
            }
            chunk += 1
            hashes.removeAll(keepingCapacity: true)
            keys.removeAll(keepingCapacity: true)
        }
        try fact.each(in: session) { row in
            try fact.rows.writeLeaf(of: row, to: &leaf)
            hashes.append(MerkleHash.leaf(leaf.bytes))
            keys.append(fact.rows.keyText(row).joined(separator: "/"))
            if hashes.count == BulkTree.chunkRows { close() }
        }
        close()
    }

    /// A column in which nearly all rows agree names those that do not (majority vote of Boyer and Moore, in constant memory).
    private func nameOutliers(_ table: String, in session: any Session) throws {
        let columns = fact.rows.table.columnNames
        var candidates = [(value: SQLValue, votes: Int)](repeating: (.null, 0), count: columns.count)
        var rows = 0
        try fact.each(in: session) { row in
            rows += 1
            for (column, value) in fact.rows.values(row).enumerated() {
                if candidates[column].votes == 0 { candidates[column].value = value }
                candidates[column].votes += candidates[column].value == value ? 1 : -1
            }
        }
        var agreeing = [Int](repeating: 0, count: columns.count)
        try fact.each(in: session) { row in
            for (column, value) in fact.rows.values(row).enumerated() where value == candidates[column].value { agreeing[column] += 1 }
        }
        let telling = columns.indices.filter { agreeing[$0] < rows && rows - agreeing[$0] <= max(1, rows / 20) }
        guard !telling.isEmpty else { return }
        var named = 0
        try fact.each(in: session) { row in
            let values = fact.rows.values(row)
            let odd = telling.filter { values[$0] != candidates[$0].value }
            guard !odd.isEmpty, named < Self.namedMax else { return }
            named += 1
            findings.add(
                .rowSuspected, table, fact.rows.keyText(row).joined(separator: "/"), entry: entry.number,
                "differs from the others in \(odd.map { columns[$0] }.joined(separator: ", "))")
        }
    }
}
