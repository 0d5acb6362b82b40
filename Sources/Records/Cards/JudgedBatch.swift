import Registry
import SQLCore

/// What becomes of a stretch of a file beside what is in the stock.
package struct JudgedBatch {
    /// Cards that are new here.
    let fresh: [StockRow]
    let freed: FreedNumbers
    package let progress: IntakeProgress
    /// Of the file's own reader, then of the stock.
    package let problems: [IntakeProblem]
}

extension IntakeBatch {
    /// Writes nothing. A commit and a preview both use it, so both see the same.
    package func judged(
        as kind: IntakeKind, scope: Scope, at now: Instant, in session: any Session
    ) throws -> JudgedBatch {
        var progress = IntakeProgress(nextRow: nextRow, repeated: repeated, failed: failed)
        var problems = problems
        let judge = try StockJudge(rows, kind: kind, scope: scope, at: now, session: session)
        var fresh = judge.knowsNothing ? rows : []
        for row in judge.knowsNothing ? [] : rows {
            switch try judge.judge(row) {
            case .taken: fresh.append(row)
            case .known: progress.known += 1
            case .refused(let field, let code):
                progress.failed += 1
                problems.append(IntakeProblem(row: row.row, field: field.rawValue, code: code.rawValue))
            }
        }
        progress.taken = Int64(fresh.count)
        return JudgedBatch(fresh: fresh, freed: judge.freed, progress: progress, problems: problems)
    }
}
