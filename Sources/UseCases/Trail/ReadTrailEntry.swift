import Ledger
import Records
import Registry

/// An entry with the proof that it stands in the tree.
package struct ProvenEntry: Hashable, Sendable {
    package let entry: StoredTrailEntry
    /// The tree that the proof is against; nil while nothing is numbered.
    package let head: StoredHead?
    /// nil while the entry waits to be numbered.
    package let proof: InclusionProof?
}

extension Installation {
    /// One entry, its exact bytes, its number and its proof against the newest head.
    package func readTrailEntry(as principal: Principal, _ id: Identifier<TrailEntry>) async throws -> ProvenEntry {
        try await act(as: principal, .trailRead, needs: .trailRead) { act in
            act.recording.note("entry", .string(id.description))
        }
        return try await look(as: principal, needs: .trailRead) { session in
            guard let entry = try TrailRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            let head = try TrailTree.newestHead(in: session)
            guard let number = entry.number, let head else { return ProvenEntry(entry: entry, head: head, proof: nil) }
            return ProvenEntry(entry: entry, head: head, proof: try TrailTree.proof(of: number, size: head.head.size, in: session))
        }
    }
}
