/// What staff say where a document is another than in the case that was sent back: nobody guesses whether a typing error was mended.
package enum ChangedPerson: String, CaseIterable, Sendable {
    /// The same person: what he consented to and what was taken of him stands.
    case corrected
    /// Somebody else: of the one before nothing counts.
    case another
}

extension CheckOutcome {
    package static func personUnsaid(_ role: PartyRole) -> CheckOutcome {
        CheckOutcome(
            .failed, "person-unsaid", "R-25-11", at: role.pointer + "/documentNumber",
            en: "This document is another than the one handed in before.", zh: "证件与此前提交的不同。",
            mend: LocalText(
                en: "Say whether a mistake about the same person is corrected, or this is another person.", zh: "请注明是更正同一人的录入错误，还是更换为另一人。"))
    }

    package static func personCorrected(_ role: PartyRole) -> CheckOutcome {
        CheckOutcome(
            .warned, "person-corrected", "R-25-11", at: role.pointer + "/documentNumber",
            en: "Staff say that this document was mistyped before: consents and pictures are those of the same person.",
            zh: "柜台注明此前证件录入有误：同意记录和照片沿用同一人的。", mend: LocalText(en: "Compare with the pictures.", zh: "请与照片核对。"))
    }
}
