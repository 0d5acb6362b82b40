import Registry
import SQLCore

/// What waits in the store: by state, how many.
package enum WorkloadRecords {
    package static func applications(_ state: ApplicationState, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM application WHERE state = \(state.rawValue)")
    }

    package static func reAudits(in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM re_audit_open")
    }

    /// Files of cards or of their use that were there at `horizon` and that nobody has had since; each by its name in the spool.
    package static func filesLeft(since horizon: Instant, in session: any Session) throws -> [IntakeID] {
        let isLeft: SQLText = """
            state IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue)) AND created_at <= \(horizon) AND lease_until <= \(horizon)
            """
        return try session.all("SELECT id FROM intake WHERE \(isLeft)") { try $0.identifier(0, of: Intake.self) }
            + session.all("SELECT id FROM usage_file WHERE \(isLeft)") { try $0.identifier(0, of: Intake.self) }
    }

    package static func intakes(_ state: IntakeState, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM intake WHERE state = \(state.rawValue)")
    }
}
