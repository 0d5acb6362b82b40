import Records
import Registry
import SQLCore

extension Act {
    /// The pieces a case names in the slots that are needed, as far as whoever hands in may use them.
    ///
    /// - Parameter standing: of a case before staff that was sent back, the pieces it stands on.
    func usableEvidence(
        _ content: ApplicationContent, for needs: VerificationNeeds, isTakenByStaff: Bool = false, standing: Set<EvidenceID> = []
    ) throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        let pieces = EvidenceUse.named(content, for: needs)
        // Staff hand in what they took themselves, for this person, and never a customer's own pictures.
        guard !isTakenByStaff else {
            return try EvidenceUse.handedIn(content, for: needs, takenBy: principal, standing: standing, in: session)
        }
        let admissible = try EvidenceUse.admissible(pieces.map(\.evidence), principal.scope, at: now, in: session)
        return pieces.filter { admissible.contains($0.evidence) }
    }

    /// A face that was shown long ago proves nothing of who hands in now, and its frames may be gone (R-PH-04).
    func demandFreshFace(_ evidence: [(slot: EvidenceSlot, evidence: EvidenceID)], _ needs: VerificationNeeds) throws {
        let frames = evidence.filter { $0.slot == .faceCapture }
        guard needs.methods.contains(.face), !frames.isEmpty else { return }
        // The challenge names the straight one of them.
        let answered = try frames.compactMap { try FaceChallengeRecords.answeredAt(by: $0.evidence, in: session) }.max()
        guard let answered, answered > now.adding(days: -1) else {
            throw Refusal.invalid([Refusal.faceCaptureOld.at("/evidence/\(EvidenceSlot.faceCapture.rawValue)")])
        }
    }
}

extension EvidenceUse {
    /// The pieces a case names in the slots that are needed, in a lasting order.
    fileprivate static func named(
        _ content: ApplicationContent, for needs: VerificationNeeds
    ) -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        let wanted = Set(needs.methods.flatMap(\.slots))
        var pieces: [(slot: EvidenceSlot, evidence: EvidenceID)] = []
        for (word, ids) in content.evidence ?? [:] {
            guard let slot = EvidenceSlot(rawValue: word), wanted.contains(slot) else { continue }
            pieces += ids.compactMap { EvidenceID($0) }.map { (slot, $0) }
        }
        return pieces.sorted { ($0.slot.rawValue, $0.evidence) < ($1.slot.rawValue, $1.evidence) }
    }

    /// Those that this member of staff took for nobody else, and those the case stands on already.
    static func handedIn(
        _ content: ApplicationContent, for needs: VerificationNeeds, takenBy principal: Principal, standing: Set<EvidenceID>,
        in session: any Session
    ) throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        let pieces = named(content, for: needs)
        let fresh = try fresh(pieces.map(\.evidence), by: principal.account, in: session)
        let kept = try usable(pieces.map(\.evidence).filter(standing.contains), principal.scope, in: session)
        return pieces.filter { fresh.contains($0.evidence) || kept.contains($0.evidence) }
    }
}
