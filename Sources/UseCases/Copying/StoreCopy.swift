import Records
import Registry
import SQLCore

/// How far a copy is.
package enum CopyStage: Hashable, Sendable {
    /// The source goes on being written. Rows of the table copied and compared so far.
    case copying(table: String, rows: Int64)
    /// What was written meanwhile: changes in this round.
    case catchingUp(changes: Int)
    /// From now on nothing can be written to the source.
    case stopped
}

/// What a table came to, on both sides.
package struct CopiedTableFacts: Hashable, Sendable {
    package let name: String
    package let digest: RowDigest
}

/// Copies all of an installation's data from one store into another, of whatever engine. Everything is copied and compared while the
/// source is used; the database notes meanwhile what changes. With the source stopped only what was noted last is copied and compared, and
/// the sums over all rows are carried forward (docs/adr/0014). Cut off at any point it begins again with what is there already. Evidence
/// files, keys and spool stand outside the stores and are not touched.
package struct StoreCopy: Sendable {
    let source: any Store
    let target: any Store
    private let clock: any Clock
    let rowsAtOnce: Int
    /// Whose the notes in the source are.
    let name = String(UInt64.random(in: .min ... .max), radix: 16)
    static let bytesAtOnce = 8 << 20

    /// - Parameter rowsAtOnce: in one transaction on either side.
    package init(from source: any Store, to target: any Store, clock: any Clock = SystemClock(), rowsAtOnce: Int = 5_000) {
        self.source = source
        self.target = target
        self.clock = clock
        self.rowsAtOnce = rowsAtOnce
    }

    /// Moves: at the end the target may be written and the source may not. What fails after the source was stopped opens it again, unless
    /// both are the same already; nothing is noted any more, however it ends. Throws `CopyRefusal`, `MigrationRefusal`, `SQLFailure`.
    package func move(progress: @Sendable (CopyStage) -> Void = { _ in }) async throws -> [CopiedTableFacts] {
        try await begin()
        try await source.read { try CopyRecords.demandNoFilesWait(in: $0) }
        var sums: CopySums
        do {
            let now = clock.now().milliseconds
            try await source.write(.alone) { [name] in try ChangeRecords.begin(for: name, at: now, in: $0) }
            sums = try await copyAll(progress)
            try await catchUp(&sums, progress)
        } catch {
            try? await giveUp { _ in }
            throw error
        }
        let facts: [CopiedTableFacts]
        do {
            // One may have come while all else was copied.
            try await mark("the data is being moved to another store") { try CopyRecords.demandNoFilesWait(in: $0) }
            progress(.stopped)
            while try await follow(&sums) > 0 {}
            facts = try sums.facts()
            try await mark("the data was moved to another store") { try ChangeRecords.end(in: $0) }
        } catch {
            try? await giveUp { try StoreMarks.clear(StoreMarks.stopped, in: $0) }
            throw error
        }
        // Should this fail, nobody knows whether the target is open: the source stays stopped, and the next run ends it.
        try await target.write { try CopyRecords.end(in: $0) }
        return facts
    }

    /// What another move has taken over is left to it.
    private func giveUp(_ body: @escaping @Sendable (any Session) throws -> Void) async throws {
        try await source.write(.alone) { [name] session in
            try ChangeRecords.demand(name, in: session)
            try ChangeRecords.end(in: session)
            try body(session)
        }
    }

    /// Stops the source, or says why it is: every act that began before has ended, and every later one finds the mark.
    private func mark(_ reason: String, _ body: @escaping @Sendable (any Session) throws -> Void) async throws {
        let now = clock.now().milliseconds
        try await source.write(.alone) { [name] session in
            try ChangeRecords.demand(name, in: session)
            try StoreMarks.set(StoreMarks.stopped, to: reason, at: now, in: session)
            try body(session)
        }
    }

    /// Copies one moment of a store that goes on being written, into a fresh one; for backups. What was copied is compared at the end.
    /// Throws `CopyRefusal`, `SQLFailure`.
    package func copyMoment(progress: @escaping @Sendable (CopyStage) -> Void = { _ in }) async throws -> [CopiedTableFacts] {
        try await begin()
        let handover = StretchHandover()
        async let reading = handOver(through: handover, progress)
        do {
            for await (table, rows) in handover.stretches {
                try await target.write { try Stretch(table, wanted: rows, found: []).mend(table, in: $0) }
                handover.taken()
            }
        } catch {
            handover.giveUp()
            _ = try? await reading
            throw error
        }
        let facts = try await reading
        for fact in facts {
            guard let table = CopiedTable.all.first(where: { $0.name == fact.name }) else { continue }
            guard try await digest(of: table, in: target) == fact.digest else { throw CopyRefusal.unequal(fact.name) }
        }
        try await target.write { try CopyRecords.end(in: $0) }
        return facts
    }

    /// Reads everything within one transaction of the source.
    private func handOver(
        through handover: StretchHandover, _ progress: @escaping @Sendable (CopyStage) -> Void
    ) async throws -> [CopiedTableFacts] {
        defer { handover.end() }
        return try await source.read { session in
            try CopiedTable.all.map { table in
                var digest = RowDigest()
                var last: CopiedTable.Key?
                while true {
                    let isWhole = table.schema.namesItself
                    let rows = try table.rows(
                        after: last, limit: isWhole ? .max : rowsAtOnce, bytes: isWhole ? .max : Self.bytesAtOnce, in: session)
                    guard let end = rows.last else { break }
                    for row in rows { digest.add(row) }
                    try handover.give(table, rows)
                    progress(.copying(table: table.name, rows: digest.rows))
                    if isWhole { break }
                    last = table.key(of: end)
                }
                return CopiedTableFacts(name: table.name, digest: digest)
            }
        }
    }

    private func digest(of table: CopiedTable, in store: any Store) async throws -> RowDigest {
        var digest = RowDigest()
        var last: CopiedTable.Key?
        while true {
            let after = last
            let rows = try await store.read { try table.rows(after: after, limit: rowsAtOnce, bytes: Self.bytesAtOnce, in: $0) }
            guard let end = rows.last else { return digest }
            for row in rows { digest.add(row) }
            last = table.key(of: end)
        }
    }

    /// Lets a store be written again that a move had stopped, and ends its notes.
    package static func reopen(_ store: any Store) async throws {
        try await store.write(.alone) { session in
            try ChangeRecords.end(in: session)
            try StoreMarks.clear(StoreMarks.stopped, in: session)
        }
    }

    private func begin() async throws {
        let known = Schema.migrations.map { [$0.number, $0.checksum] }
        let runner = MigrationRunner(Schema.migrations)
        guard let applied = try? await MigrationRunner.applied(on: source), applied.map({ [$0.number, $0.checksum] }) == known else {
            throw CopyRefusal.schema("source")
        }
        let now = clock.now().milliseconds
        _ = try await runner.run(on: source, now: now)
        _ = try await runner.run(on: target, now: now)
        guard let fingerprint = try await source.read({ try CopyRecords.fingerprint(in: $0) }) else { throw CopyRefusal.nothing }
        try await target.write { try CopyRecords.begin(from: fingerprint, at: now, in: $0) }
    }
}
