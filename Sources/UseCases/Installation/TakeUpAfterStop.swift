import Records
import SQLCore

extension Installation {
    /// Frees what a server that was killed still held: intakes, files of use, exports and questions to providers go on at once, notices are sent,
    /// carriers are asked what became of what they were told, requests that never ended may be repeated at once.
    /// Only for a store that this server has to itself, before it serves.
    package func takeUpAfterStop() async throws {
        let now = now()
        let asked = carriers.asked.map(\.carrier)
        let connections = carriers.asked.map(\.name)
        try await store.write { session in
            try IntakeRecords.releaseAll(at: now, in: session)
            try UsageFileRecords.releaseAll(at: now, in: session)
            try ExportRecords.releaseAll(in: session)
            try IdempotencyRecords.releaseAll(in: session)
            try VerificationRecords.releaseAll(in: session)
            try NoticeRecords.releaseAll(in: session)
            try IntentRecords.releaseAll(at: now, carriers: asked, in: session)
            for connection in connections { try CarrierTurnRecords.release(connection, at: now, in: session) }
            try WebhookRecords.releaseAll(in: session)
            try CallbackRecords.releaseAll(in: session)
        }
    }
}
