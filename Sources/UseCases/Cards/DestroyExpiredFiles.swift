import Foundation
import Records
import Registry
import SQLCore

extension Installation {
    /// Destroys the keys of files that nobody may fetch any more, then the files.
    package func destroyExpiredFiles() async throws {
        let now = now()
        let destroyed = try await store.write { session in
            let expired = try IntakeRecords.expired(at: now, limit: 100, in: session)
            for intake in expired {
                if let key = intake.spoolKey { try DataKeyRecords.destroy(key, at: now, in: session) }
                try IntakeRecords.forgetFile(of: intake.id, at: now, in: session)
            }
            return expired.map(\.id)
        }
        for id in destroyed { try? FileManager.default.removeItem(atPath: spoolPath(of: id)) }
    }

    /// Removes what a killed process left half sent, and what another server has ended or destroyed the key of: files older than a day that
    /// belong to nothing.
    package func sweepSpool() async throws {
        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: folders.spool) {
            let path = folders.spool + "/" + name
            guard let written = try? files.attributesOfItem(atPath: path)[.modificationDate] as? Date else { continue }
            guard written.timeIntervalSince1970 * 1_000 < Double(now().adding(days: -1).milliseconds) else { continue }
            let isKept = try await store.read { session in
                guard let id = IntakeID(name) else { return false }
                if try IntakeRecords.find(id, scope: .everything, in: session)?.spool != nil { return true }
                if try ExportRecords.keeps(id.retyped(), in: session) { return true }
                return try UsageFileRecords.find(id.retyped(), scope: .everything, in: session)?.spool != nil
            }
            if !isKept { try? files.removeItem(atPath: path) }
        }
    }
}
