import Logging
import Records
import Registry
import SQLCore

/// The evidence that was kept last is not where the program was told to look.
package struct EvidenceNotInPlace: Error, CustomStringConvertible {
    package let description =
        "the evidence that was kept last is not in the place given: name the store it was kept in (--evidence and the --s3 options), "
        + "or return it from the backup; --without-evidence starts all the same"
}

extension Installation {
    /// Notices before anything is written that the wrong store of evidence was named, which would divide the evidence in two.
    /// A store that does not answer at this moment is no reason not to start. Throws `EvidenceNotInPlace`.
    package func demandEvidenceInPlace() async throws {
        let latest = try await store.read { try EvidenceRecords.latestKept(limit: 3, in: $0) }
        guard !latest.isEmpty else { return }
        do {
            for location in latest {
                if try await evidence.exists(location) { return }
            }
        } catch let failure as EvidenceStoreFailure {
            return log.error("the evidence store failed", metadata: ["cause": "\(failure)"])
        }
        throw EvidenceNotInPlace()
    }
}
