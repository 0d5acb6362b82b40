import Foundation
import Records
import Registry
import SQLCore

extension Installation {
    /// Destroys the keys of files that nobody may fetch any more, then the files; also files that belong to no intake.
    package func destroyExpiredFiles() async throws {
        let now = now()
        let destroyed = try await store.write { session in
            let expired = try IntakeRecords.expired(at: now, limit: 100, in: session)
            for intake in expired {
                if let key = intake.spoolKey { try DataKeyRecords.destroy(key, at: now, in: session) }
                try IntakeRecords.forgetFile(of: intake.id, in: session)
            }
            return expired.map(\.id)
        }
        for id in destroyed { try? FileManager.default.removeItem(atPath: spoolPath(of: id)) }
    }
}
