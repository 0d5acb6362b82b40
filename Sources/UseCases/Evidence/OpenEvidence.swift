import Crypto
import Records
import Registry
import Vault

/// The content of a piece of evidence and how to serve it.
package struct OpenedEvidence: Hashable, Sendable {
    package let mediaType: String
    package let bytes: [UInt8]
}

extension Installation {
    /// The content, for a purpose of 4 to 200 characters; the trail has its entry before a byte is read.
    /// Throws `UnreadableRow` when the file is not what was uploaded.
    package func openEvidence(as principal: Principal, _ id: EvidenceID, purpose: String) async throws -> OpenedEvidence {
        try principal.demand(.evidenceRead)
        try Purpose.demand(purpose, today: chinaDay())
        let (stored, key) = try await act(as: principal, .evidenceOpened, needs: .evidenceRead, purpose: purpose) { act in
            guard let stored = try EvidenceRecords.find(id, principal.scope, in: act.session) else { throw Refusal.notFound }
            guard stored.purgedAt == nil, let key = try DataKeyRecords.open(stored.dataKey, with: act.installation.vault, in: act.session)
            else { throw Refusal.evidencePurgedAlready }
            try act.demandOpen(purpose, at: "/purpose", names: act.personNames(EvidenceUse.identities(beside: id, in: act.session)))
            act.recording.about(.evidence, id)
            return (stored, key)
        }
        let bytes = try await atEvidenceStore { try await evidence.read(stored.location, under: key) }
        guard Array(SHA256.hash(data: bytes)) == stored.sha256 else { throw UnreadableRow("evidence", "location") }
        return OpenedEvidence(mediaType: stored.mediaType, bytes: bytes)
    }
}
