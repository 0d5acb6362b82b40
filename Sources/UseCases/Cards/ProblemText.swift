import CardFiles
import Numbers
import Records
import Registry
import Tabular

/// What is said to people about a problem of a row: why, what would mend it, and the rules it rests on.
package struct ProblemText: Hashable, Sendable {
    package let reason: LocalText
    package let mend: LocalText
    /// Ids of requirements or rules of the house.
    package let rules: [String]

    /// Nil for a code nobody gives.
    package init?(code: String) {
        if let known = IntakeProblemCode(rawValue: code) {
            reason = known.reason
            mend = known.mend
            rules = [known.rule.id]
            return
        }
        guard let known = RowCode.own.first(where: { $0.rawValue == code }) ?? Reason(rawValue: code).map(RowCode.number) else {
            return nil
        }
        let wording = known.wording
        reason = LocalText(en: wording.english, zh: wording.chinese)
        mend = LocalText(en: wording.mendEnglish, zh: wording.mendChinese)
        rules = [Self.rule(of: known)]
    }

    /// A number's format rests on its requirement, how a file is written on the form it has to have.
    private static func rule(of code: RowCode) -> String {
        switch code {
        case .number(let reason):
            let basis = reason.explanation.basis
            return Rule.named(basis) == nil ? HouseRule.form.id : basis
        case .repeatInFile: return HouseRule.once.id
        default: return HouseRule.form.id
        }
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
            rules = [HouseRule.form.id]
        } else if let known = TabularRefusal.Code(rawValue: code) {
            let wording = known.wording
            reason = LocalText(en: wording.english, zh: wording.chinese)
            mend = LocalText(en: wording.mendEnglish, zh: wording.mendChinese)
            rules = [HouseRule.form.id]
        } else if code == Refusal.fileGone.code {
            reason = Refusal.fileGone.reason
            mend = Refusal.fileGone.mend
            rules = Refusal.fileGone.requirements
        } else {
            return nil
        }
    }
}

extension IntakeProblem {
    package var text: ProblemText? { ProblemText(code: code) }
}
