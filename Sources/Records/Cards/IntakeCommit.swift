import Ledger
import Registry
import SQLCore

/// A stretch of a file, read and checked, on its way into the stock in one transaction.
package struct IntakeBatch: Sendable {
    /// Rows whose text is in order.
    package var rows: [StockRow] = []
    /// Batch labels; `StockRow.batch` points into them.
    package var labels: [String]
    /// What the file's own reader found, by ascending row.
    package var problems: [IntakeProblem] = []
    /// Rows among `problems` that are not taken.
    package var failed: Int64 = 0
    /// Identical repeats of rows before.
    package var repeated: Int64 = 0
    /// Where the next stretch begins, from 0.
    package var nextRow: Int64

    package init(labels: [String], nextRow: Int64) {
        self.labels = labels
        self.nextRow = nextRow
    }
}

/// Another worker has this intake, or it was cancelled; nothing of the stretch was written.
package struct IntakeSuperseded: Error, Hashable, Sendable {
    package init() {}
}

/// Writes one stretch: cards, directories, custody, problems, counts and the resume point, all or nothing.
package struct IntakeCommit {
    package let recording: Recording
    package let intake: IntakeRecord
    package let custodian: Custodian
    /// Fresh, for the custody act that the stretch makes.
    package let act: CustodyActID
    package let problemsMax: Int
    /// Seals what is known of a card's responsible person: the sealed bytes and the id of their key.
    package let seal: (_ plain: [UInt8], _ subscription: Int64) throws -> (sealed: [UInt8], key: [UInt8])

    package init(
        recording: Recording, intake: IntakeRecord, custodian: Custodian, act: CustodyActID, problemsMax: Int,
        seal: @escaping (_ plain: [UInt8], _ subscription: Int64) throws -> (sealed: [UInt8], key: [UInt8])
    ) {
        self.recording = recording
        self.intake = intake
        self.custodian = custodian
        self.act = act
        self.problemsMax = problemsMax
        self.seal = seal
    }

    private var session: any Session { recording.session }

    /// - Parameter position: where this stretch begins; throws `IntakeSuperseded` when the intake stands elsewhere by now.
    package func write(_ batch: IntakeBatch, from position: Int64, rowsTotal: Int64?, leaseUntil: Instant) throws -> IntakeProgress {
        let judged = try batch.judged(as: intake.kind, scope: scope, at: recording.now, in: session)
        var progress = judged.progress
        progress.rowsTotal = rowsTotal
        guard try IntakeRecords.advance(intake.id, from: position, by: progress, leaseUntil: leaseUntil, in: session) else {
            throw IntakeSuperseded()
        }
        try take(judged.fresh, judged.freed, labels: batch.labels)
        try note(judged.problems)
        recording.about(.intake, intake.id)
        for (name, count) in [
            ("failed", progress.failed), ("from-row", position), ("known", progress.known), ("next-row", progress.nextRow),
            ("repeated", progress.repeated), ("taken", progress.taken),
        ] { recording.note(name, .integer(count)) }
        return progress
    }

    private var scope: Scope {
        intake.kind == .claim ? .subtree(organisation: custodian.organisation, path: custodian.path) : .everything
    }

    private func take(_ rows: [StockRow], _ freed: FreedNumbers, labels: [String]) throws {
        guard !rows.isEmpty else { return }
        // Cards of one label get numbers in a row.
        let isOneLabel = rows.allSatisfy { $0.batch == rows[0].batch }
        let rows = isOneLabel ? rows : labels.indices.flatMap { label in rows.filter { $0.batch == Int32(label) } }
        let first = try Counters.take(Int64(rows.count), from: Counters.subscription, in: session)
        guard let all = CardInterval(first, first + Int64(rows.count) - 1) else { return }
        try StockWriter(recording: recording, origin: intake.kind.origin, act: act, freed: freed).write(rows, from: first)
        try recordBlocks(rows, labels: labels, from: first)
        let selector = #"{"intake":"\#(intake.id)"}"#
        try CustodyRecords.record(
            act, intake.kind.act, from: nil, to: custodian, selector: selector, cards: CardIntervals(all), by: intake.createdBy,
            in: recording)
        if intake.kind == .existing {
            try PriorRecords.insert(rows, from: first, seal: seal, act: act, in: recording)
            try LifeRecords.begin(from: first, count: Int64(rows.count), at: recording.now, in: session)
        }
    }

    private func recordBlocks(_ rows: [StockRow], labels: [String], from first: Int64) throws {
        var start = 0
        while start < rows.count {
            let end = rows[start...].firstIndex { $0.batch != rows[start].batch } ?? rows.count
            try session.run(
                """
                INSERT INTO intake_block (lo, hi, intake, batch, organisation)
                VALUES (\(first + Int64(start)), \(first + Int64(end) - 1), \(intake.id), \(labels[Int(rows[start].batch)]),
                    \(intake.organisation))
                """)
            try BlockKinds.note(rows[start..<end], from: first + Int64(start), in: session)
            start = end
        }
    }

    /// Keeps the problems while there is room. Doubts and repeats leave half of it to the rows that failed.
    private func note(_ problems: [IntakeProblem]) throws {
        guard !problems.isEmpty else { return }
        var kept = try IntakeProblemRecords.count(of: intake.id, in: session)
        // Stable, so that several problems of a row keep their order.
        let ordered = problems.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
        let room = ordered.filter { problem in
            let hasRoom = kept < (problem.severity == .refused ? problemsMax : problemsMax / 2)
            kept += hasRoom ? 1 : 0
            return hasRoom
        }
        if !room.isEmpty { try IntakeProblemRecords.append(room, to: intake.id, in: session) }
    }
}
