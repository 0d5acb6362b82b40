/// What a card in service lacks.
package enum Gap: String, CaseIterable, Sendable {
    case holder
    case responsiblePerson = "responsible-person"
    case evidence

    package var text: LocalText {
        switch self {
        case .holder: LocalText(en: "nobody is known to answer for them", zh: "缺少登记主体")
        case .responsiblePerson: LocalText(en: "no responsible person is known", zh: "缺少责任人")
        case .evidence: LocalText(en: "no evidence is on file", zh: "缺少登记凭证")
        }
    }
}
