import CardFiles
import Records
import Registry
import Vault

extension TrailAction {
    static let intakeConfirmed = TrailAction("intake.confirmed")
}

extension Installation {
    /// Queues a held file; a worker takes the cards in. Throws `not-found`, `changed-meanwhile`, `file-gone`, `file-elsewhere`, and what is wrong with the file as a whole, by
    /// the codes of `CardFileRefusal`.
    /// - Parameter reading: how it was to be read when somebody looked at what would become of it.
    package func confirmIntake(as principal: Principal, _ id: IntakeID, reading: String) async throws -> IntakeRecord {
        let (intake, key) = try await look(as: principal, needs: nil) { session in
            let intake = try Self.held(id, by: principal, in: session)
            return (intake, try intake.spoolKey.flatMap { try DataKeyRecords.open($0, with: vault, in: session) })
        }
        guard let key else { throw Refusal.notFound }
        try demandFile(at: spoolPath(of: id), lost: Refusal.fileGone)
        _ = try CardFileReading(IntakeMapping(intake.mapping), today: chinaDay(), settings: settings)
            .open(SealedFileReader(path: spoolPath(of: id), key: key))
        return try await act(as: principal, .intakeConfirmed, needs: intake.kind.permission) { act in
            guard try Installation.held(id, by: principal, in: act.session).reading == reading else { throw Refusal.stale }
            guard try IntakeRecords.queue(id, in: act.session),
                let queued = try IntakeRecords.find(id, scope: principal.scope, in: act.session)
            else { throw Refusal.notFound }
            act.recording.about(.intake, id)
            return queued
        }
    }
}
