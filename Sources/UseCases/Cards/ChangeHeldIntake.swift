import Ledger
import Records
import Registry

extension TrailAction {
    static let intakeChanged = TrailAction("intake.changed")
}

extension Installation {
    /// Says anew how a held file is to be read; its kind stays. Throws `not-found`, `intake-batch-invalid`, `intake-province-invalid`,
    /// `intake-mapping-invalid`, `product-unknown`.
    package func changeHeldIntake(as principal: Principal, _ id: IntakeID, _ request: IntakeRequest) async throws -> IntakeRecord {
        try request.check()
        _ = try IntakeMapping(request.mapping)
        return try await act(as: principal, .intakeChanged, needs: nil) { act in
            let held = try Installation.held(id, by: principal, in: act.session)
            try principal.demand(held.kind.permission)
            let changed = held.reading(
                batch: request.batch ?? held.batch, product: try act.product(named: request.product), province: request.province,
                mapping: request.mapping)
            guard try IntakeRecords.change(changed, in: act.session) else { throw Refusal.notFound }
            act.recording.about(.intake, id)
            act.recording.note("batch", .string(changed.batch))
            return changed
        }
    }
}

extension IntakeRecord {
    fileprivate func reading(batch: String, product: Int64?, province: Int64?, mapping: String) -> IntakeRecord {
        IntakeRecord(
            id: id, organisation: organisation, path: path, kind: kind, batch: batch, product: product, province: province, spool: spool,
            spoolKey: spoolKey, fileHash: fileHash, fileBytes: fileBytes, format: format, mapping: mapping, state: state, failure: failure,
            progress: progress, createdBy: createdBy, createdAt: createdAt, startedAt: startedAt, finishedAt: finishedAt,
            leaseUntil: leaseUntil, repairExpiresAt: repairExpiresAt)
    }
}
