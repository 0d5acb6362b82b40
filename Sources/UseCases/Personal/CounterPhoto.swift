import Numbers
import Registry
import SQLCore
import Vault

/// The photo that staff took of the person before them, against whom it is handed in for. What a case stands on was asked for when it was handed
/// in first, and an upload says of nobody that he was examined.
struct CounterPhoto {
    let installation: Installation
    /// Whoever hands in.
    let principal: Principal
    /// In clear.
    let content: ApplicationContent
    let pieces: [(slot: EvidenceSlot, evidence: EvidenceID)]
    /// The case that is handed in again; nil for a new one.
    let resumed: ResumedInPerson?
    let today: CivilDate

    /// - Parameter age: of the holder, by what was typed and by the pictures.
    func outcomes(age: HolderAge, in session: any Session) throws -> [CheckOutcome] {
        var outcomes: [CheckOutcome] = []
        for (slot, piece) in pieces where slot == .holderOnSitePhoto && !(resumed?.stood(piece, in: slot) ?? false) {
            let taking = try installation.taking(of: piece, in: session)
            // Taken again, a photo is mended of both.
            if age == .under14, taking?.isGuardianHeard != true {
                outcomes.append(.photoBeforeGuardian)
            } else if let found = try outcome(of: taking, in: session) {
                outcomes.append(found)
            }
        }
        return outcomes
    }

    /// - Parameter taking: nil for an upload.
    private func outcome(of taking: PieceTaking?, in session: any Session) throws -> CheckOutcome? {
        guard let taking else { return .photoUploaded }
        guard !taking.holder.isEmpty else { return .photoOfNobodyKnown }
        if isMark(taking.holder, of: content) { return nil }
        // The same person, whose number was mistyped before.
        if let resumed, resumed.said[.holder] == .corrected, isMark(taking.holder, of: resumed.content) { return nil }
        return try isCorrected(taking, in: session) ? .photoBeforeCorrection : .photoOfAnother
    }

    /// A number that was mistyped while he stood there: a slip of the hand, under the same name, and the picture of his document, taken by the
    /// same member of staff under the number as it was typed then, shows the present one. A picture taken under the present number may be
    /// another's, taken after he had gone. Not by the same examination: after each picture of a document the facts are examined anew.
    private func isCorrected(_ photo: PieceTaking, in session: any Session) throws -> Bool {
        let present = FactsLikeness.of(
            content.holder, under: photo.holder, for: .counterExamination, today: today, by: installation.secrets.search)
        guard present.isSlip(of: photo.likeness), let number = content.holder?.documentNumber else { return false }
        let type = content.documentType(of: .holder)
        return try pieces.contains { slot, piece in
            guard ApplicationContent.holderSides.contains(slot),
                try installation.taking(of: piece, in: session)?.holder == photo.holder,
                let read = try installation.keptReading(of: piece, as: Installation.task(slot, of: type), in: session)?
                    .fields["documentNumber"]
            else { return false }
            return type.isSame(read, number, today: today)
        }
    }

    /// Whichever kind of document the number was taken for: a kind that is corrected makes nobody another.
    private func isMark(_ holder: String, of content: ApplicationContent) -> Bool {
        DocumentType.allCases.contains { type in
            holder
                == CounterExamination.holder(
                    of: content, as: type, for: principal.account, today: today, by: installation.secrets.search)
        }
    }
}

extension CheckOutcome {
    fileprivate static let photoBeforeGuardian = CheckOutcome(
        .failed, "guardian-consent-late", "R-DP-06", at: place,
        en: "Nothing shows that the guardian had consented when this photo of a child under 14 was taken.",
        zh: "没有记录表明该未满十四周岁儿童的照片是在监护人同意之后拍摄的。",
        mend: LocalText(
            en: "Have the guardian consent, then take the photo again at the counter, not as an upload.",
            zh: "请先取得监护人同意，再在柜台重新拍摄，不能以上传方式提交。"))

    fileprivate static let photoOfAnother = CheckOutcome(
        .failed, "examined-another-person", "R-25-11", at: place,
        en: "This photo was taken when the facts of another person were examined: its document number was another.",
        zh: "该照片是在查验另一证件号码时拍摄的，与现填写的证件不符。",
        mend: LocalText(
            en: "Compare the number with the document. If it is right now, take the photo of the person again; what was typed stays.",
            zh: "请与证件核对号码；号码无误的，请重新拍摄本人照片，已填写的内容会保留。"))

    fileprivate static let photoOfNobodyKnown = CheckOutcome(
        .failed, "examination-not-recorded", "R-25-11", at: place,
        en: "When this photo was taken it was not recorded whose facts were examined.", zh: "拍摄该照片时，系统没有记录当时查验的是谁的信息。",
        mend: LocalText(en: "Take the photo of the person again; what was typed stays.", zh: "请重新拍摄本人照片，已填写的内容会保留。"))

    static let photoUploaded = CheckOutcome(
        .warned, "photo-not-examined", "R-25-11", at: place,
        en: "This photo was uploaded, not taken at the counter: nothing shows whose facts were examined when it was taken.",
        zh: "该照片为上传文件，并非在柜台拍摄：没有记录表明拍摄时查验的是谁的信息。",
        mend: LocalText(
            en: "Compare it with the picture of the document; in doubt have it taken again at the counter.",
            zh: "请与证件照片比对；如有疑问，请在柜台重新拍摄。"))

    static let photoBeforeCorrection = CheckOutcome(
        .warned, "number-corrected-after-photo", "R-25-11", at: place,
        en:
            "The photo was taken when another number was examined; the picture of the document, taken under that number too, shows the present one.",
        zh: "拍摄该照片时查验的是另一号码；以同一误填号码查验后拍摄的证件照片显示的是现号码。",
        mend: LocalText(
            en: "Compare the photo with the picture of the document.", zh: "请将本人照片与证件照片比对。"))

    private static let place = "/evidence/\(EvidenceSlot.holderOnSitePhoto.rawValue)"
}
