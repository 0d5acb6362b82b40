import CardFiles
import Numbers
import Records
import Registry

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

extension IntakeProblem {
    package var text: ProblemText? { ProblemText(code: code) }
}
