import Records
import Registry
import SQLCore

/// How far a copy is.
package enum CopyStage: Hashable, Sendable {
    /// The source goes on being written. Rows of the table copied so far.
    case copying(table: String, rows: Int64)
    /// What was written meanwhile.
    case catchingUp(table: String)
    /// From now on nothing can be written to the source.
    case stopped
    case comparing(table: String)
}

/// What a table came to, on both sides.
package struct CopiedTableFacts: Hashable, Sendable {
    package let name: String
    package let digest: RowDigest
}

/// Copies all of an installation's data from one store into another, of whatever engine: first while the source is used, then what
/// was written meanwhile, then, with the source stopped, the rest and a comparison of both sides row by row. Cut off at any point it
/// goes on where it stopped. Evidence files, keys and spool stand outside the stores and are not touched.
package struct StoreCopy: Sendable {
    private let source: any Store
    private let target: any Store
    private let clock: any Clock
    private let rowsAtOnce: Int
    private let settling: Duration
    private static let bytesAtOnce = 8 << 20
    /// A first pass shorter than this leaves so little behind that no second one is worth it.
    private static let secondPassAfter = Duration.seconds(20)

    /// - Parameters:
    ///   - rowsAtOnce: in one transaction on either side.
    ///   - settling: how long acts that began before the source was stopped may take to end.
    package init(
        from source: any Store, to target: any Store, clock: any Clock = SystemClock(), rowsAtOnce: Int = 5_000,
        settling: Duration = .seconds(2)
    ) {
        self.source = source
        self.target = target
        self.clock = clock
        self.rowsAtOnce = rowsAtOnce
        self.settling = settling
    }

    /// Moves: at the end the target may be written and the source may not. What fails after the source was stopped opens it again.
    /// Throws `CopyRefusal`, `MigrationRefusal`, `SQLFailure`.
    package func move(progress: @Sendable (CopyStage) -> Void = { _ in }) async throws -> [CopiedTableFacts] {
        try await begin()
        let began = ContinuousClock.now
        try await firstPass(progress)
        if ContinuousClock.now - began > Self.secondPassAfter {
            for table in CopiedTable.all where !table.schema.namesOthers {
                progress(.catchingUp(table: table.name))
                _ = try await align(table)
            }
        }
        try await mark(source, "the data is being moved to another store")
        do {
            progress(.stopped)
            try await Task.sleep(for: settling)
            let facts = try await compareAll(progress)
            try await target.write { try CopyRecords.end(in: $0) }
            try await mark(source, "the data was moved to another store")
            return facts
        } catch {
            try? await Self.reopen(source)
            throw error
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

    /// Lets a store be written again that a move had stopped.
    package static func reopen(_ store: any Store) async throws {
        try await store.write { try StoreMarks.clear(StoreMarks.stopped, in: $0) }
    }

    // MARK: The passes

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

    /// Tables that name rows of others wait for the last pass: read at another moment they might name what is not there yet. They are small.
    private func firstPass(_ progress: @Sendable (CopyStage) -> Void) async throws {
        for table in CopiedTable.all where !table.schema.namesOthers {
            var (last, isDone) = try await target.read { try CopyRecords.progress(of: table, in: $0) }
            var rows: Int64 = 0
            while !isDone {
                try Task.checkCancellation()
                let stretch = try await self.stretch(of: table, after: last)
                let end = stretch.end
                let mend = Stretch(table, wanted: stretch.wanted, found: stretch.found)
                try await target.write { session in
                    try mend.mend(table, in: session)
                    try CopyRecords.note(end, of: table, at: clock.now().milliseconds, in: session)
                }
                rows += Int64(stretch.wanted.count)
                progress(.copying(table: table.name, rows: rows))
                last = end
                isDone = end == nil
            }
        }
    }

    private func compareAll(_ progress: @Sendable (CopyStage) -> Void) async throws -> [CopiedTableFacts] {
        var facts: [CopiedTableFacts] = []
        for table in CopiedTable.all {
            progress(.comparing(table: table.name))
            let (here, there) = try await align(table)
            guard here == there else { throw CopyRefusal.unequal(table.name) }
            facts.append(CopiedTableFacts(name: table.name, digest: here))
        }
        return facts
    }

    /// Makes the target's table the source's, and tells what each of them holds, as read from it.
    private func align(_ table: CopiedTable) async throws -> (here: RowDigest, there: RowDigest) {
        var here = RowDigest()
        var there = RowDigest()
        var last: CopiedTable.Key?
        while true {
            try Task.checkCancellation()
            let stretch = try await self.stretch(of: table, after: last)
            let mend = Stretch(table, wanted: stretch.wanted, found: stretch.found)
            var found = stretch.found
            if !mend.isEqual {
                try await target.write { try mend.mend(table, in: $0) }
                let (after, end) = (last, stretch.end)
                found = try await target.read { try table.rows(after: after, upTo: end, in: $0) }
            }
            for row in stretch.wanted { here.add(row) }
            for row in found { there.add(row) }
            guard let end = stretch.end else { return (here, there) }
            last = end
        }
    }

    private struct Rows: Sendable {
        let wanted: [[SQLValue]]
        let found: [[SQLValue]]
        /// The last key of the stretch; nil at the end of the table.
        let end: CopiedTable.Key?
    }

    private func stretch(of table: CopiedTable, after last: CopiedTable.Key?) async throws -> Rows {
        // Rows that name each other are put in order, so they are taken together.
        let limit = table.schema.namesItself ? Int.max : rowsAtOnce
        let bytes = table.schema.namesItself ? Int.max : Self.bytesAtOnce
        let wanted = try await source.read { try table.rows(after: last, limit: limit, bytes: bytes, in: $0) }
        // A stretch that ended for its bytes may be shorter; only an empty one says that there is no more.
        let end = table.schema.namesItself ? nil : wanted.last.map(table.key)
        let found = try await target.read { try table.rows(after: last, upTo: end, in: $0) }
        return Rows(wanted: wanted, found: found, end: end)
    }

    private func mark(_ store: any Store, _ reason: String) async throws {
        let now = clock.now().milliseconds
        try await store.write { try StoreMarks.set(StoreMarks.stopped, to: reason, at: now, in: $0) }
    }
}
