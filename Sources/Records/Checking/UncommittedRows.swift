import Ledger
import SQLCore

/// Names rows of a table that no entry commits to: takes the keys a stretch at a time and strikes out those that entries name.
/// Reads the trail once for each stretch; runs only when something is known to be wrong.
struct UncommittedRows {
    let rows: RegisteredRows
    let findings: StoreFindings
    private static let stretch = 100_000
    private static let namedMax = 20

    func name(in session: any Session) throws {
        var last: [SQLValue]?
        var named = 0
        while named < Self.namedMax {
            var keys: Set<String> = []
            try session.scan(rows.keys(after: last, limit: Self.stretch)) { row in
                let values = rows.keyOnly(row)
                keys.insert(values.map(Recording.keyText).joined(separator: "/"))
                last = values
                return true
            }
            if keys.isEmpty { return }
            try strikeOut(&keys, in: session)
            for key in keys.sorted().prefix(Self.namedMax - named) { findings.add(.rowUncommitted, rows.table.name.description, key) }
            named += keys.count
        }
    }

    private func strikeOut(_ keys: inout Set<String>, in session: any Session) throws {
        let mark = "%\"table\":\"\(rows.table.name)\"%"
        try session.scan("SELECT body FROM trail_entry WHERE body LIKE \(mark)") { row in
            guard let facts = (try? JSONValue(parsing: row.text(0)))?["facts"]?.arrayValue else { return true }
            for fact in facts where fact["table"]?.stringValue == rows.table.name.description {
                if let bulk = BulkFact(fact, rows) {
                    try bulk.each(in: session) { keys.remove(rows.keyText($0).joined(separator: "/")) }
                } else if let key = fact["key"]?.arrayValue?.compactMap(\.stringValue) {
                    keys.remove(key.joined(separator: "/"))
                }
            }
            return !keys.isEmpty
        }
    }
}
