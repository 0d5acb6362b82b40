import Ledger
import SQLCore

/// What an entry says of the rows of a bulk act: their number and root, and how to find them again.
struct BulkFact {
    /// The interval tables and the column that names the owner.
    private static let sources: [(name: StaticString, owner: StaticString)] = [
        ("custody_interval", "act"), ("submission_interval", "submission"), ("decision_interval", "decision"),
        ("decision_exclusion", "decision"), ("intake_block", "intake"),
        ("life_interval", "act"), ("pool_interval", "act"),
    ]

    let rows: RegisteredRows
    let owner: [UInt8]
    let count: Int64
    let root: Digest32
    private let source: (name: StaticString, owner: StaticString)

    /// nil when it does not have the form of such a fact.
    init?(_ fact: JSONValue, _ rows: RegisteredRows) {
        guard let by = fact["by"]?.stringValue, let source = Self.sources.first(where: { $0.name.description == by }),
            let owner = fact["owner"]?.stringValue.flatMap(Hex.bytes), let count = fact["count"]?.integerValue,
            let root = fact["root"]?.stringValue.flatMap(Digest32.init(hex:))
        else { return nil }
        self.rows = rows
        self.owner = owner
        self.count = count
        self.root = root
        self.source = source
    }

    /// The rows as they stand now, one at a time, in the order in which they were committed to.
    func each(in session: any Session, _ body: (any SQLRow) throws -> Void) throws {
        if source.name.description == rows.table.name.description {
            try session.scan(rows.owned(by: owner, column: source.owner)) { row in
                try body(row)
                return true
            }
            return
        }
        let narrowing = rows.has(column: source.owner) ? (column: source.owner, bytes: owner) : nil
        try eachInterval(in: session) { lo, hi in
            try session.scan(rows.within(lo, hi, owner: narrowing)) { row in
                try body(row)
                return true
            }
        }
    }

    private func eachInterval(in session: any Session, _ body: (Int64, Int64) throws -> Void) throws {
        try session.scan("SELECT lo, hi FROM \(fixed: source.name) WHERE \(fixed: source.owner) = \(owner) ORDER BY lo") { row in
            try body(row.int(0), row.int(1))
            return true
        }
    }

    /// Cards within the act's intervals that have no row, at most `limit`; none for rows that are no cards.
    func missingCards(limit: Int, in session: any Session) throws -> [Int64] {
        guard source.name.description != rows.table.name.description else { return [] }
        var missing: [Int64] = []
        let narrowing = rows.has(column: source.owner) ? (column: source.owner, bytes: owner) : nil
        try eachInterval(in: session) { lo, hi in
            var next = lo
            try session.scan(rows.within(lo, hi, owner: narrowing)) { row in
                let card = row.int(rows.table.key[0])
                while next < card, missing.count < limit {
                    missing.append(next)
                    next += 1
                }
                next = card + 1
                return missing.count < limit
            }
            while next <= hi, missing.count < limit {
                missing.append(next)
                next += 1
            }
        }
        return missing
    }
}
