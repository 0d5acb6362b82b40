import Ledger
import Registry
import SQLCore

/// What a trail entry is about; `store check` and the auditor's search use it.
package enum SubjectKind: String, CaseIterable, Sendable {
    case organisation, account, product, intake, custody, card, evidence, party, registration, application, installation, policy, entrance,
        usage, campaign, export, partLink = "part-link"
}

/// One act inside its transaction: writes registered rows, remembers their digests, and becomes one trail entry at the end.
package final class Recording {
    package let session: any Session
    package let entry: Identifier<TrailEntry>
    package let now: Instant
    private var facts = CanonicalJSONWriter(capacity: 2_048)
    private var factCount = 0
    private var leaf = RowLeaf()
    private var subjects: [(SubjectKind, [UInt8])] = []
    private var data: [(String, JSONValue)] = []
    /// Changes of cards written so far.
    private var changes: Int64 = 0

    package init(session: any Session, entry: Identifier<TrailEntry>, now: Instant) {
        self.session = session
        self.entry = entry
        self.now = now
        facts.beginArray()
    }

    /// Adds one registered row; its values in the order of the table's columns. The entry commits to it.
    package func register(_ table: RegisteredTable, _ values: [SQLValue]) throws {
        try register(table, rows: [values])
    }

    /// Adds several registered rows at once; the entry commits to each by itself.
    package func register(_ table: RegisteredTable, rows: [[SQLValue]]) throws {
        guard !rows.isEmpty else { return }
        try session.append(into: table.name, columns: table.columns) { sink in
            for values in rows { try sink.row(values) }
        }
        for values in rows { try commit(to: values, of: table) }
    }

    /// Adds many registered rows; the entry commits to them by the root of the tree of their leaves. `by` and `owner` say how
    /// to find them again (`commit`). Rows come in the order of their keys.
    package func registerMany(
        _ table: RegisteredTable, by intervals: StaticString, owner: [UInt8], _ rows: (any RowSink) throws -> Void
    ) throws {
        var tree = BulkTree()
        try session.append(into: table.name, columns: table.columns) { sink in
            let committing = CommittingSink(table, into: sink)
            try rows(committing)
            tree = committing.tree
        }
        try commit(tree, of: table, by: intervals, owner: owner)
    }

    /// The same with the tree grown on another thread meanwhile. `rows` is called twice, and `beside` may write more in the same time.
    package func registerHashingMeanwhile(
        _ table: RegisteredTable, by intervals: StaticString, owner: [UInt8], twice rows: @escaping @Sendable (any RowSink) throws -> Void,
        beside: () throws -> Void = {}
    ) throws {
        let tree = TreeInTheMaking(table, rows)
        try session.append(into: table.name, columns: table.columns, rows)
        try beside()
        try commit(try tree.finished(), of: table, by: intervals, owner: owner)
    }

    private func commit(_ tree: BulkTree, of table: RegisteredTable, by intervals: StaticString, owner: [UInt8]) throws {
        guard tree.head.size > 0 else { return }
        try tree.store(entry: entry.bytes, fact: factCount, in: session)
        try commit(rowsOf: table, head: tree.head, by: intervals, owner: owner)
    }

    /// `table`, the row's key and the hash of its leaf.
    private func commit(to values: [SQLValue], of table: RegisteredTable) throws {
        leaf.begin(table)
        for value in values { try leaf.add(value) }
        leaf.end()
        facts.beginObject()
        facts.key("digest")
        facts.string(leaf.bytes.withUnsafeBytes { MerkleHash.leaf($0) })
        facts.key("key")
        facts.beginArray()
        for column in table.key {
            if case .blob(let bytes) = values[column] { facts.hexString(bytes) } else { facts.string(Self.keyText(values[column])) }
        }
        facts.endArray()
        facts.key("table")
        table.name.withUTF8Buffer { facts.string(utf8: $0) }
        facts.endObject()
        factCount += 1
    }

    package static func keyText(_ value: SQLValue) -> String {
        switch value {
        case .null: "null"
        case .int(let value): String(value)
        case .text(let value): value
        case .blob(let value): Hex.text(value)
        }
    }

    /// Commits to many rows of `table` at once by the root of the tree of their leaves. `by` says how to find them again:
    /// the interval table and its owner whose intervals, in order, hold the rows' keys (docs/trail-format.md).
    package func commit(rowsOf table: RegisteredTable, head: TreeHead, by intervals: StaticString, owner: [UInt8]) throws {
        facts.beginObject()
        facts.key("by")
        intervals.withUTF8Buffer { facts.string(utf8: $0) }
        facts.key("count")
        try facts.integer(Int64(head.size))
        facts.key("owner")
        facts.hexString(owner)
        facts.key("root")
        facts.string(head.root)
        facts.key("table")
        table.name.withUTF8Buffer { facts.string(utf8: $0) }
        facts.endObject()
        factCount += 1
    }

    /// The entry can be found by this subject.
    package func about(_ kind: SubjectKind, _ subject: [UInt8]) {
        if !subjects.contains(where: { $0.0 == kind && $0.1 == subject }) { subjects.append((kind, subject)) }
    }

    package func about<Noun>(_ kind: SubjectKind, _ subject: Identifier<Noun>) {
        about(kind, subject.bytes)
    }

    package func about(card subscription: Int64) {
        let card = TrailSubject(card: subscription)
        about(card.kind, card.id)
    }

    /// A fact for the reader of the trail; never personal data.
    package func note(_ name: String, _ value: JSONValue) {
        data.append((name, value))
    }

    /// The place of a change within the act.
    func nextChange() -> Int64 {
        defer { changes += 1 }
        return changes
    }

    /// Writes the entry; called once, as the last act of the transaction.
    package func finish(actor: Principal, action: TrailAction, path: OrganisationPath, purpose: String?) throws {
        facts.endArray()
        let body = try TrailEntry.text(
            id: entry, at: now, actor: actor, action: action, purpose: purpose, subjects: subjects, data: data, facts: facts.bytes)
        try TrailRecords.insert(
            entry, at: now, actor: actor.account, path: path, action: action, body: body, subjects: subjects, in: session)
    }
}
