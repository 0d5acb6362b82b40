import Records
import Registry
import Vault

extension Installation {
    /// A marked copy of the picture in this slot that the person himself took in his part, on the device on which he took it. By the
    /// ground `OwnPaper`, with a purpose and an entry as every other copy; it ends when he completes the part, takes his consent back or
    /// the link is closed.
    /// Throws `not-found` where he took none, `consent-needed`, `staff-may-not-verify`, `purpose-needed`, and as `readPart`.
    package func openPartPicture(
        as principal: Principal, device: String? = nil, _ slot: EvidenceSlot, purpose: String
    ) async throws -> OpenedEvidence {
        let seat = try principal.demandPart()
        let key = try deviceKey(seat, device)
        let today = try chinaDay()
        try Purpose.demand(purpose, today: today)
        let look = try await act(as: principal, .evidenceOpened, needs: .partComplete, purpose: purpose) { act in
            try act.installation.demandNotStaffs(key, in: act.session)
            let standing = try PartCase.read(seat.on(key), at: act.now, in: act.installation, act.session)
            guard standing.mayCollect else { throw Refusal.consentNeeded }
            guard let taken = standing.typed.evidence?[slot.rawValue]?.last.flatMap({ EvidenceID($0) }) else { throw Refusal.notFound }
            let look = try act.lookAtOwn(taken)
            try act.demandOpen(purpose, at: "/purpose", names: standing.whole.content.personNames + standing.typed.personNames)
            act.recording.about(.partLink, seat.link)
            act.recording.about(.application, seat.application)
            return look
        }
        return try await markedCopy(of: look, for: purpose, on: today, as: principal)
    }
}
