import Crypto
import Logging
import Numbers
import Records
import Registry
import Vault
import Watermark

/// A marked copy of a piece of evidence and how to serve it.
package struct OpenedEvidence: Hashable, Sendable {
    package let mediaType: String
    package let bytes: [UInt8]
}

extension TrailAction {
    static let evidenceOpened = TrailAction("evidence.opened")
}

extension Installation {
    /// A copy for a purpose of 4 to 200 characters, which bears this purpose, the operating company's name and the day (R-25-12, R-DP-26).
    /// What was uploaded stays as it is and leaves only by way of a copy. The trail has its entry before a byte is read, also where then no
    /// copy can be made.
    /// Throws `kept-for-tracing` and `sealed` where no registration that rests on it lives; `in-custody` where custodians have its key; `not-handed-in` for what a person took for a case or a part that he still works on; `UnreadableRow` when the file is not what was uploaded.
    package func openEvidence(as principal: Principal, _ id: EvidenceID, purpose: String) async throws -> OpenedEvidence {
        try principal.demand(.evidenceRead)
        let today = try chinaDay()
        try Purpose.demand(purpose, today: today)
        let look = try await act(as: principal, .evidenceOpened, needs: .evidenceRead, purpose: purpose) { act in
            guard let stored = try EvidenceRecords.find(id, principal.scope, in: act.session) else { throw Refusal.notFound }
            let submission = try EvidenceUse.newestSubmission(of: id, in: act.session)
            try ReviewRight.demand(principal, submission, in: act.session)
            // What a person has not handed in is nobody's to look at, least of all a child's whose guardian has not agreed (R-DP-06).
            if submission == nil {
                let part = try PartLinkRecords.find(stored.recordedBy.retyped(), in: act.session)
                let isUnconfirmed = part.map { $0.completedAt == nil } ?? false
                guard try !isUnconfirmed && SeatRecords.find(stored.recordedBy, in: act.session) == nil else { throw Refusal.notHandedIn }
            }
            guard stored.purgedAt == nil else { throw Refusal.evidencePurgedAlready }
            let wrapped = try DataKeyRecords.find(stored.dataKey, in: act.session)
            let isInCustody = try wrapped == nil && DepositRecords.isInCustody(stored.dataKey, in: act.session)
            let kept = try KeptRecord(of: id, isInCustody: isInCustody, for: principal, at: act.now, in: act.session)
            try kept.demand()
            let yielded = try act.installation.yielded(by: kept.opening, in: act.session)
            let own = try wrapped.map { try act.installation.vault.unwrap($0, id: stored.dataKey) }
            guard let key = own ?? yielded.key(stored.dataKey) else {
                throw isInCustody ? kept.whyInCustody : Refusal.evidencePurgedAlready
            }
            act.note(kept.phase, openedBy: kept.opening)
            let names = try act.personNames(EvidenceUse.identities(beside: id, in: act.session), yielded: yielded)
            try act.demandOpen(purpose, at: "/purpose", names: names)
            act.recording.about(.evidence, id)
            return GrantedLook(piece: stored, key: key, company: try OrganisationRecords.root(in: act.session)?.name)
        }
        return try await markedCopy(of: look, for: purpose, on: today, as: principal)
    }

    /// The copy of a piece whose look stands on the trail by now.
    func markedCopy(
        of look: GrantedLook, for purpose: String, on day: CivilDate, as principal: Principal
    ) async throws -> OpenedEvidence {
        let original = try await atEvidenceStore { try await evidence.read(look.piece.location, under: look.key) }
        guard Array(SHA256.hash(data: original)) == look.piece.sha256 else { throw UnreadableRow("evidence", "location") }
        let text = WatermarkText(operator: look.company ?? "", date: day.description, purpose: purpose)
        return try await copy(of: original, bearing: text, for: principal)
    }

    private func copy(
        of original: [UInt8], bearing text: WatermarkText, for principal: Principal
    ) async throws -> OpenedEvidence {
        do {
            let copy = try await marker.mark(original, with: text, for: principal.pictureOwner)
            return OpenedEvidence(mediaType: copy.mediaType, bytes: copy.bytes)
        } catch let refusal as WatermarkRefusal {
            log.error("no marked copy of a piece of evidence could be made", metadata: ["cause": "\(refusal.code)"])
            throw Refusal(refusal)
        }
    }
}

extension Refusal {
    /// Why there is no marked copy, as an answer to whoever asked for it.
    init(_ refusal: WatermarkRefusal) {
        let mend =
            refusal.mayRetry
            ? LocalText(en: "Ask for it again in a few moments.", zh: "请稍后重试。")
            : LocalText(en: "Ask whoever uploaded it for another picture.", zh: "请联系上传人重新提供。")
        self.init(
            refusal.code, refusal.mayRetry ? .temporary : .conflict, requirements: ["R-25-12", "R-DP-26"], en: refusal.english,
            zh: refusal.chinese, mend: mend, retryAfterSeconds: refusal.mayRetry ? 5 : nil)
    }
}
