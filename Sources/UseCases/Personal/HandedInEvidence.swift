import Records
import Registry
import SQLCore

extension Act {
    /// The pieces a case names in the slots that are needed, as far as whoever hands in may use them.
    func usableEvidence(
        _ content: ApplicationContent, for needs: VerificationNeeds, isTakenByStaff: Bool = false
    ) throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        let wanted = Set(needs.methods.flatMap(\.slots))
        var pieces: [(slot: EvidenceSlot, evidence: EvidenceID)] = []
        for (word, ids) in content.evidence ?? [:] {
            guard let slot = EvidenceSlot(rawValue: word), wanted.contains(slot) else { continue }
            pieces += ids.compactMap { EvidenceID($0) }.map { (slot, $0) }
        }
        // Staff hand in what they took themselves, for this person, and never a customer's own pictures.
        let ids = pieces.map(\.evidence)
        let usable =
            isTakenByStaff
            ? try EvidenceUse.fresh(ids, by: principal.account, in: session)
            : try EvidenceUse.usable(ids, principal.scope, in: session)
        return pieces.filter { usable.contains($0.evidence) }
            .sorted { ($0.slot.rawValue, $0.evidence) < ($1.slot.rawValue, $1.evidence) }
    }

    /// A face that was shown long ago proves nothing of who hands in now, and its frames may be gone (R-PH-04).
    func demandFreshFace(_ evidence: [(slot: EvidenceSlot, evidence: EvidenceID)], _ needs: VerificationNeeds) throws {
        guard needs.methods.contains(.face), let capture = evidence.first(where: { $0.slot == .faceCapture }) else { return }
        let answered = try FaceChallengeRecords.answeredAt(by: capture.evidence, in: session)
        guard let answered, answered > now.adding(days: -1) else {
            throw Refusal.invalid([Refusal.faceCaptureOld.at("/evidence/\(EvidenceSlot.faceCapture.rawValue)")])
        }
    }
}
