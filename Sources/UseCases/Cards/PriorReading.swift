import CardFiles
import Ledger
import Numbers
import Records
import Registry

/// What a row says of a card that was in service before, judged field by field (R-25-24). What is missing is a gap, not a problem.
struct PriorReading {
    private(set) var problems: [IntakeProblem] = []
    private(set) var facts: PriorFacts?
    private let row: Int64

    init(_ card: CardRow, context: NumberContext) {
        row = Int64(card.rowNumber)
        let openedOn = date(card.prior[.openedOn], context)
        let unitCode = creditCode(card.prior[.unitCode], context)
        let hasEvidence = yesOrNo(card.prior[.evidence])
        let person = Self.person(name: card.prior[.responsiblePerson], document: card.prior[.responsibleDocument])
        facts = PriorFacts(
            openedOn: openedOn, unitCode: unitCode, unitName: card.prior[.unitName], hasResponsiblePerson: person != nil,
            hasEvidence: hasEvidence, person: person)
    }

    private mutating func refuse(_ field: CardField, _ code: String) {
        problems.append(IntakeProblem(row: row, field: field.rawValue, code: code))
    }

    private mutating func date(_ text: String?, _ context: NumberContext) -> Int64? {
        guard let text else { return nil }
        guard let date = CivilDate(text), date <= context.today else {
            refuse(.openedOn, IntakeProblemCode.dateInvalid.rawValue)
            return nil
        }
        return Int64(date.yyyymmdd)
    }

    private mutating func creditCode(_ text: String?, _ context: NumberContext) -> String? {
        guard let text else { return nil }
        let verdict = CreditCode.check(text, in: context)
        if case .refused(let reason) = verdict { refuse(.unitCode, reason.rawValue) }
        return verdict.value?.text.description
    }

    private mutating func yesOrNo(_ text: String?) -> Bool {
        guard let text = text?.lowercased() else { return false }
        if ["有", "是", "yes", "y", "true", "1"].contains(text) { return true }
        if !["否", "没有", "no", "n", "false", "0"].contains(text) {
            refuse(.evidence, IntakeProblemCode.yesOrNoUnclear.rawValue)
        }
        return false
    }

    /// Canonical JSON, to be sealed; nil when neither is known.
    private static func person(name: String?, document: String?) -> [UInt8]? {
        guard name != nil || document != nil else { return nil }
        var members = JSONObject()
        if let document { members["document"] = .string(document) }
        if let name { members["name"] = .string(name) }
        return try? JSONValue.object(members).canonicalBytes()
    }
}
