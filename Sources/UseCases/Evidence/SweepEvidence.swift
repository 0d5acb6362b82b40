import Records
import Registry
import SQLCore

extension Installation {
    /// Removes files that no row wants: of uploads that a crash cut off, and of pieces that were purged. Runs at the start and
    /// then and when; an upload under way is younger than `graceSeconds` and left alone. Answers how many it removed.
    @discardableResult
    package func sweepEvidence(graceSeconds: Int64 = 3_600) async throws -> Int {
        var removed = 0
        try await everyOrphan(graceSeconds: graceSeconds) { location in
            try await evidence.remove(location)
            removed += 1
        }
        return removed
    }

    /// The locations of pieces older than `graceSeconds` that no row wants.
    func everyOrphan(graceSeconds: Int64, _ body: (String) async throws -> Void) async throws {
        let before = now().adding(seconds: -graceSeconds).milliseconds
        try await evidence.everyPiece { pieces in
            let old = pieces.filter { Int64($0.id.high >> 16) <= before }
            let orphans = try await store.read { session in
                try old.filter { piece in
                    let isHalfWritten = !piece.location.hasSuffix(piece.id.description)
                    return try isHalfWritten || !EvidenceRecords.isKept(piece.id, in: session)
                }
            }
            for orphan in orphans { try await body(orphan.location) }
        }
    }
}
