import Records
import Registry
import SQLCore

/// Keeps a worker's hold on an intake alive while nothing is committed: renewed when a third of it is over.
package struct LeaseRenewal {
    private let run: IntakeRun
    private var due: Instant

    package init(run: IntakeRun) {
        self.run = run
        due = Self.due(after: run.installation)
    }

    private static func due(after installation: Installation) -> Instant {
        installation.now().adding(seconds: installation.settings.intakeLeaseSeconds / 3)
    }

    /// Throws `IntakeSuperseded` when the intake is no longer this worker's.
    package mutating func renewIfDue() async throws {
        let now = run.installation.now()
        guard now >= due else { return }
        let (id, position) = (run.intake.id, run.intake.progress.nextRow)
        let until = now.adding(seconds: run.installation.settings.intakeLeaseSeconds)
        let isHeld = try await run.installation.store.write { session in
            try IntakeRecords.renew(id, at: position, until: until, in: session)
        }
        guard isHeld else { throw IntakeSuperseded() }
        due = Self.due(after: run.installation)
    }
}
