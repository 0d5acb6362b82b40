import Registry
import SQLCore

/// What was wrong with the rows of a file: row, field and code; never the value.
package enum IntakeProblemRecords {
    package static func append(_ problems: some Sequence<IntakeProblem>, to intake: IntakeID, in session: any Session) throws {
        let owner = intake.bytes
        var lastRow: Int64 = -1
        var ordinal: Int64 = 0
        try session.append(into: "intake_problem", columns: "intake, row, ordinal, field, code, other_row, severity") { sink in
            for problem in problems {
                ordinal = problem.row == lastRow ? ordinal + 1 : 0
                lastRow = problem.row
                sink.blob(owner)
                sink.int(problem.row)
                sink.int(ordinal)
                sink.text(problem.field)
                sink.text(problem.code)
                sink.int(problem.otherRow)
                sink.text(problem.severity.rawValue)
                try sink.endRow()
            }
        }
    }

    package static func count(of intake: IntakeID, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM intake_problem WHERE intake = \(intake)")
    }

    /// By row, after (`row`, `ordinal`).
    package static func page(
        of intake: IntakeID, after row: Int64, ordinal: Int64, limit: Int, in session: any Session
    ) throws -> [(problem: IntakeProblem, ordinal: Int64)] {
        try session.all(
            """
            SELECT row, field, code, other_row, severity, ordinal FROM intake_problem
            WHERE intake = \(intake) AND (row, ordinal) > (\(row), \(ordinal)) ORDER BY row, ordinal LIMIT \(limit)
            """
        ) { (try problem($0), $0.int(5)) }
    }

    /// The refusals with one of these codes, by row.
    package static func refused(of intake: IntakeID, codes: [String], in session: any Session) throws -> [IntakeProblem] {
        try session.all(
            """
            SELECT row, field, code, other_row, severity FROM intake_problem
            WHERE intake = \(intake) AND severity = \(IntakeProblem.Severity.refused.rawValue) AND code IN \(SQLText.list(codes))
            ORDER BY row, ordinal
            """, problem)
    }

    private static func problem(_ row: any SQLRow) throws -> IntakeProblem {
        IntakeProblem(
            row: row.int(0), field: row.text(1), code: row.text(2), otherRow: row.intIfAny(3), severity: try row.raw(4))
    }
}
