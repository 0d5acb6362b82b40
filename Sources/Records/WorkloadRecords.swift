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

    package static func intakes(_ state: IntakeState, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM intake WHERE state = \(state.rawValue)")
    }
}
