import CardFiles
import Numbers
import Records
import Registry
import Tabular

/// What is said to people about a problem of a row: why, and what would mend it.
package struct ProblemText: Hashable, Sendable {
    package let reason: LocalText
    package let mend: LocalText

    /// Nil for a code nobody gives.
    package init?(code: String) {
        if let known = IntakeProblemCode(rawValue: code) {
            reason = known.reason
            mend = known.mend
            return
        }
        guard let known = RowCode.own.first(where: { $0.rawValue == code }) ?? Reason(rawValue: code).map(RowCode.number) else {
            return nil
        }
        let wording = known.wording
        reason = LocalText(en: wording.english, zh: wording.chinese)
        mend = LocalText(en: wording.mendEnglish, zh: wording.mendChinese)
    }
}

extension IntakeRecord {
    /// Why the file as a whole was not taken, and what would mend it.
    package var failureText: ProblemText? { failure.flatMap { ProblemText(fileCode: $0) } }
}

extension ProblemText {
    /// Of a code that stands for a whole file; nil for one nobody gives.
    init?(fileCode code: String) {
        if let known = CardFileRefusal.Code(rawValue: code) {
            let wording = known.wording
            reason = LocalText(en: wording.english, zh: wording.chinese)
            mend = LocalText(en: wording.mendEnglish, zh: wording.mendChinese)
        } else if let known = TabularRefusal.Code(rawValue: code) {
            let wording = known.wording
            reason = LocalText(en: wording.english, zh: wording.chinese)
            mend = LocalText(en: wording.mendEnglish, zh: wording.mendChinese)
        } else if code == Refusal.fileGone.code {
            reason = Refusal.fileGone.reason
            mend = Refusal.fileGone.mend
        } else {
            return nil
        }
    }
}

extension IntakeProblem {
    package var text: ProblemText? { ProblemText(code: code) }
}
