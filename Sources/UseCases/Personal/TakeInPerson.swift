import Inspection
import Ledger
import Records
import Registry
import Vault

/// A picture or paper that staff take of the person before them.
package struct InPersonPaper: Sendable {
    /// What is taken at a counter, in the order in which it is asked for. A face is not among it (R-AF-11).
    package static let slots: [EvidenceSlot] = [
        .holderIDFront, .holderIDBack, .holderOnSitePhoto, .guardianIDFront, .guardianIDBack, .proxyIDFront, .proxyIDBack,
    ]

    package let slot: EvidenceSlot
    /// Of whose document it is, as it was declared.
    package let documentType: DocumentType
    package let bytes: [UInt8]
    /// Taken although a machine finds fault with it; a reviewer looks anyway.
    package let insists: Bool
    /// What the person consented to before it was taken.
    package let consents: Set<ConsentKind>
    /// Of the notices that were read.
    package let noticeVersion: String
    /// As `examineInPerson` or `examinedInPerson` answered for this person; nil where nothing was looked at.
    package let examined: String?

    package init(
        slot: EvidenceSlot, documentType: DocumentType, bytes: [UInt8], insists: Bool, consents: Set<ConsentKind>, noticeVersion: String,
        examined: String?
    ) {
        self.slot = slot
        self.documentType = documentType
        self.bytes = bytes
        self.insists = insists
        self.consents = consents
        self.noticeVersion = noticeVersion
        self.examined = examined
    }
}

/// A piece that was taken, and what a machine saw in it; what it read is personal.
package struct TakenPaper: Sendable {
    package let slot: EvidenceSlot
    package let piece: EvidenceView
    package let reading: PictureReading
}

extension Installation {
    /// Takes a picture or paper at the counter: looked at by a machine as on the person's page, without what cameras write beside it,
    /// sealed.
    ///
    /// There is no face among them: staff never do the face check for a customer (R-AF-11).
    /// What was read stays on record until the piece is handed in, so that it is read once. What was consented to before stands on the trail.
    /// Throws `notice-version-old`, `channel-not-allowed` for a program, which stands before nobody; `consent-needed`, `guardian-consent-needed`, `age-unknown`, `holder-unnamed`,
    /// `examination-unknown`, `picture-not-usable` with a detail for each fault and what helps,
    /// `evidence-kind-unsupported`, `reading-unavailable`, what `uploadEvidence` throws.
    package func takeInPerson(
        as principal: Principal, _ paper: InPersonPaper
    ) async throws -> TakenPaper {
        try principal.demand(.registrationWrite)
        try principal.demand(.evidenceWrite)
        guard principal.means != .apiKey else { throw Refusal.channelNotAllowed }
        guard InPersonPaper.slots.contains(paper.slot) else { throw Refusal.evidenceSlotUnknown.at("/slot") }
        guard paper.consents.isSuperset(of: [.privacy, .sensitiveData]) else { throw Refusal.consentNeeded }
        guard paper.noticeVersion == inPersonNoticeVersion else { throw Refusal.noticeVersionOld }
        let examined = try CounterExamination.read(paper.examined, for: principal.account, at: now(), by: secrets.search)
        if examined.age == .under14, !paper.consents.contains(.guardian) { throw Refusal.guardianConsentNeeded }
        // A document tells who its holder is and how old; himself he is photographed once that is known (R-DP-06).
        if paper.slot == .holderOnSitePhoto {
            guard examined.age != .unknown else { throw Refusal.ageUnknown }
            guard !examined.holder.isEmpty else { throw Refusal.holderUnnamed }
        }
        guard paper.bytes.count <= settings.evidenceBytesMax else { throw Refusal(InspectionRefusal.tooLarge) }
        let kind = EvidenceKind(recognising: paper.bytes)
        if paper.slot == .holderOnSitePhoto, kind == nil || kind == .pdf { throw Refusal.notAPicture }
        // A scan is looked at by a person; what is nothing of ours is refused in the words of whoever inspects it.
        guard let kind, kind != .pdf else {
            return try await takeEvidence(
                as: principal, .evidenceUploaded, needs: .evidenceWrite, kind: paper.slot.rawValue, bytes: paper.bytes
            ) { act, piece in
                act.note(paper)
                return TakenPaper(slot: paper.slot, piece: piece, reading: PictureReading())
            }
        }
        let seen = try await seenPicture(
            paper.bytes, in: paper.slot, of: paper.documentType, insists: paper.insists, for: principal)
        return try await takeEvidence(
            as: principal, .evidenceUploaded, needs: .evidenceWrite, kind: paper.slot.rawValue,
            bytes: seen.stripped, original: paper.bytes
        ) { act, piece in
            act.note(paper)
            try act.keep(
                KeptReading(
                    task: Self.task(paper.slot, of: paper.documentType), reading: seen.reading,
                    taking: PieceTaking(
                        isGuardianHeard: paper.consents.contains(.guardian), holder: examined.holder, likeness: examined.likeness)),
                of: piece.id)
            return TakenPaper(slot: paper.slot, piece: piece, reading: seen.reading)
        }
    }
}

extension Act {
    /// What the person had read and consented to.
    fileprivate func note(_ paper: InPersonPaper) {
        recording.note("notice-version", .string(paper.noticeVersion))
        recording.note("consents", .array(paper.consents.map(\.rawValue).sorted().map { .string($0) }))
    }
}

extension Refusal {
    static let holderUnnamed = Refusal(
        "holder-unnamed", .conflict, requirements: ["R-25-11"],
        en: "No photo of a person is taken before the number of his document is known.", zh: "填写证件号码后方可拍摄本人照片。",
        mend: LocalText(en: "Fill in the number, or take the document first.", zh: "请先填写证件号码或拍摄证件。"))
}
