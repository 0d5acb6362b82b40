import Records
import SQLCore

/// What each table holds on both sides, as read from it.
struct CopySums: Sendable {
    private var here: [String: RowDigest] = [:]
    private var there: [String: RowDigest] = [:]

    mutating func add(_ table: CopiedTable, here rows: [[SQLValue]], there copies: [[SQLValue]]) {
        for row in rows { here[table.name, default: RowDigest()].add(row) }
        for row in copies { there[table.name, default: RowDigest()].add(row) }
    }

    /// Rows that were the same on both sides.
    mutating func remove(_ table: CopiedTable, _ rows: [[SQLValue]]) {
        for row in rows {
            here[table.name, default: RowDigest()].remove(row)
            there[table.name, default: RowDigest()].remove(row)
        }
    }

    /// Throws `CopyRefusal.unequal`.
    func facts() throws -> [CopiedTableFacts] {
        try CopiedTable.all.map { table in
            let digest = here[table.name] ?? RowDigest()
            guard digest == there[table.name] ?? RowDigest() else { throw CopyRefusal.unequal(table.name) }
            return CopiedTableFacts(name: table.name, digest: digest)
        }
    }
}

extension StoreCopy {
    /// Changes that are soon followed with the source stopped.
    private static let fewChanges = 500
    private static let changesAtOnce = 2_000
    /// Where acts come faster than they can be followed, the source is stopped all the same.
    private static let roundsMax = 10_000

    /// Makes each of the target's tables what the source's is as it is read, and reads both. Tables whose rows name rows of others are
    /// read in one snapshot: at another moment they might name what is not there yet. They are small.
    func copyAll(_ progress: @Sendable (CopyStage) -> Void) async throws -> CopySums {
        var sums = CopySums()
        let naming = CopiedTable.all.filter(\.schema.namesOthers)
        let wanted = try await source.read { session in try naming.map { try $0.rows(after: nil, in: session) } }
        let found = try await target.read { session in try naming.map { try $0.rows(after: nil, in: session) } }
        try await settle(naming, wanted: wanted, found: found, &sums) { session in try naming.map { try $0.rows(after: nil, in: session) } }
        for table in CopiedTable.all where !table.schema.namesOthers { try await copy(table, &sums, progress) }
        return sums
    }

    private func copy(_ table: CopiedTable, _ sums: inout CopySums, _ progress: @Sendable (CopyStage) -> Void) async throws {
        var last: CopiedTable.Key?
        var rows: Int64 = 0
        while true {
            try Task.checkCancellation()
            let after = last
            let wanted = try await source.read { try table.rows(after: after, limit: rowsAtOnce, bytes: Self.bytesAtOnce, in: $0) }
            // A stretch that ended for its bytes may be shorter; only an empty one says that there is no more.
            let end = wanted.last.map(table.key)
            let found = try await target.read { try table.rows(after: after, upTo: end, in: $0) }
            try await settle([table], wanted: [wanted], found: [found], &sums) { [try table.rows(after: after, upTo: end, in: $0)] }
            rows += Int64(wanted.count)
            progress(.copying(table: table.name, rows: rows))
            guard let end else { return }
            last = end
        }
    }

    /// Mends the target where `found` is not what is `wanted`, reads it `again`, and adds both sides.
    /// Throws `CopyRefusal.unequal` when it is not the same then.
    private func settle(
        _ tables: [CopiedTable], wanted: [[[SQLValue]]], found: [[[SQLValue]]], _ sums: inout CopySums,
        again: @escaping @Sendable (any Session) throws -> [[[SQLValue]]]
    ) async throws {
        let stretches = tables.indices.map { (table: tables[$0], stretch: Stretch(tables[$0], wanted: wanted[$0], found: found[$0])) }
        var copies = found
        if !stretches.allSatisfy(\.stretch.isEqual) {
            try await target.write { try Stretch.mend(stretches, in: $0) }
            copies = try await target.read { try again($0) }
        }
        for (place, table) in tables.enumerated() {
            let (rows, held) = (wanted[place], copies[place])
            guard rows == held || rows.count == held.count && Set(rows) == Set(held) else { throw CopyRefusal.unequal(table.name) }
            sums.add(table, here: rows, there: held)
        }
    }

    /// While the source is used: until little is left to follow.
    func catchUp(_ sums: inout CopySums, _ progress: @Sendable (CopyStage) -> Void) async throws {
        for _ in 0..<Self.roundsMax {
            try Task.checkCancellation()
            let changes = try await follow(&sums)
            progress(.catchingUp(changes: changes))
            if changes < Self.fewChanges { return }
        }
    }

    /// Takes notes of changes out, makes the rows they name the same, and carries the sums forward: what was added of these rows
    /// before is what the target has of them. Returns how many notes there were.
    func follow(_ sums: inout CopySums) async throws -> Int {
        // Notes and rows are of one snapshot. Of rows that name others all are taken, so that what they name is among them.
        let taken = try await source.write(.keyed) { [name] session in
            try ChangeRecords.demand(name, in: session)
            return try CopiedTable.all.map { table in
                try ChangeRecords.take(of: table, limit: table.schema.namesOthers ? .max : Self.changesAtOnce, in: session)
            }
        }
        let changes = taken.filter { !$0.keys.isEmpty }
        guard !changes.isEmpty else { return 0 }
        let look: @Sendable (any Session) throws -> [[[SQLValue]]] = { session in
            try changes.map { try $0.table.rows(of: $0.keys, in: session) }
        }
        let found = try await target.read(look)
        for (change, rows) in zip(changes, found) { sums.remove(change.table, rows) }
        try await settle(changes.map(\.table), wanted: changes.map(\.rows), found: found, &sums, again: look)
        return changes.reduce(0) { $0 + $1.notes }
    }
}
