import Crypto
import Records
import Registry
import SQLCore
import Vault

/// What became of the evidence that was copied.
package struct CopiedEvidence: Hashable, Sendable {
    package var copied = 0
    /// There already.
    package var present = 0
    /// Lost or damaged; not copied.
    package var lacking: [EvidenceID] = []

    package init() {}
}

extension Installation {
    /// Copies every piece that was not purged into another store of evidence, each opened and compared before. Sealed as they are: no key
    /// changes. May run while others work, and again for what came meanwhile.
    /// Throws `EvidenceStoreFailure` when one of the two stores as a whole fails.
    package func copyEvidence(
        to target: any EvidenceStore, progress: @Sendable (CopiedEvidence) -> Void = { _ in }
    ) async throws -> CopiedEvidence {
        var result = CopiedEvidence()
        var last: EvidenceID?
        while true {
            try Task.checkCancellation()
            let after = last
            let page = try await store.read { try EvidenceRecords.kept(after: after, limit: 100, in: $0) }
            guard let end = page.last else { return result }
            for piece in page {
                if try await target.exists(piece.location) {
                    result.present += 1
                } else if let sealed = try await verified(piece, of: store) {
                    try await target.put(sealed, at: piece.location)
                    result.copied += 1
                } else if try await store.read({ try EvidenceRecords.isKept(piece.id, in: $0) }) {
                    result.lacking.append(piece.id)
                }
            }
            last = end.id
            progress(result)
        }
    }
}
