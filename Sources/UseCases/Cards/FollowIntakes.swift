import Records
import Registry

extension Installation {
    package func readIntake(as principal: Principal, _ id: IntakeID) async throws -> IntakeRecord {
        try await look(as: principal, needs: .cardRead) { session in
            guard let intake = try IntakeRecords.find(id, scope: principal.scope, in: session) else { throw Refusal.notFound }
            return intake
        }
    }

    /// Newest first, before `cursor`.
    package func listIntakes(as principal: Principal, before cursor: IntakeID? = nil, limit: Int? = nil) async throws -> Page<
        IntakeRecord, IntakeID
    > {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            Page(try IntakeRecords.page(before: cursor, scope: principal.scope, limit: limit + 1, in: session), limit: limit, cursor: \.id)
        }
    }

    /// What was wrong with the rows of a file, by row.
    package func listIntakeProblems(
        as principal: Principal, _ id: IntakeID, after cursor: ProblemCursor = .start, limit: Int? = nil
    ) async throws -> Page<IntakeProblem, ProblemCursor> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardRead) { session in
            guard try IntakeRecords.find(id, scope: principal.scope, in: session) != nil else { throw Refusal.notFound }
            let found = try IntakeProblemRecords.page(
                of: id, after: cursor.row, ordinal: cursor.ordinal, limit: limit + 1, in: session)
            let page = Page(found, limit: limit) { ProblemCursor(row: $0.problem.row, ordinal: $0.ordinal) }
            return Page(rows: page.rows.map(\.problem), next: page.next)
        }
    }

    /// Stops an intake between two commits; what is committed stays. Throws `intake-ended`, `not-found`.
    package func cancelIntake(as principal: Principal, _ id: IntakeID) async throws -> IntakeRecord {
        let cancelled = try await act(as: principal, .intakeCancelled, needs: nil) { act in
            guard let intake = try IntakeRecords.find(id, scope: principal.scope, in: act.session) else { throw Refusal.notFound }
            try principal.demand(intake.kind.permission)
            guard try IntakeRecords.finish(id, .cancelled, failure: nil, repairExpiresAt: act.now, at: act.now, in: act.session)
            else { throw Refusal.intakeEnded }
            act.recording.about(.intake, id)
            return try IntakeRecords.find(id, scope: principal.scope, in: act.session) ?? intake
        }
        try await destroyExpiredFiles()
        return cancelled
    }
}

/// A place in the list of a file's problems.
package struct ProblemCursor: Hashable, Sendable {
    package let row: Int64
    package let ordinal: Int64

    package init(row: Int64, ordinal: Int64) {
        self.row = row
        self.ordinal = ordinal
    }

    package static let start = ProblemCursor(row: -1, ordinal: 0)
}

extension Refusal {
    package static let intakeEnded = Refusal(
        "intake-ended", .conflict, house: .states, en: "The intake has ended already.", zh: "该入库任务已结束。",
        mend: LocalText(en: "Look at what became of it.", zh: "请查看入库结果。"))
}
