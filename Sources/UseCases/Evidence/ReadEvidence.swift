import Records
import Registry

extension Installation {
    /// What is known of a piece of evidence, without its content: for whoever uploads or reviews.
    package func readEvidence(as principal: Principal, _ id: EvidenceID) async throws -> EvidenceView {
        guard principal.permissions.contains(.evidenceRead) || principal.permissions.contains(.evidenceWrite) else {
            throw Refusal.notPermitted
        }
        return try await look(as: principal, needs: nil) { session in
            guard let stored = try EvidenceRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            return EvidenceView(
                stored, duplicateOf: try EvidenceRecords.duplicate(of: stored.sha256, besides: id, principal.scope, in: session))
        }
    }
}
