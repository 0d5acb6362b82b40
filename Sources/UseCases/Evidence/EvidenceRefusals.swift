import Inspection
import Records
import Registry

extension TrailAction {
    static let evidenceUploaded = TrailAction("evidence.uploaded")
    static let evidenceOpened = TrailAction("evidence.opened")
    static let evidencePurged = TrailAction("evidence.purged")
}

extension Refusal {
    static let evidenceKindMalformed = Refusal(
        "evidence-kind-malformed", .invalid, en: "The kind of evidence is not in the expected form.", zh: "凭证类型格式不正确。",
        mend: LocalText(en: "Use 1 to 40 lower-case letters and hyphens, best one of the slots.", zh: "请使用 1 至 40 个小写字母或连字符，建议使用约定的凭证类型。"),
        pointer: "/kind")
    static let evidencePurgedAlready = Refusal(
        "evidence-purged", .conflict, requirements: ["R-25-14"], en: "This evidence was never registered and has been destroyed.",
        zh: "该凭证未完成登记，内容已按期销毁。", mend: LocalText(en: "Ask for it again.", zh: "如需使用，请重新提供。"))

    /// What the inspection found, as an answer to the uploader.
    init(_ refusal: InspectionRefusal) {
        let kind: Kind =
            switch refusal {
            case .tooLarge: .tooLarge
            case .unsupportedKind: .unsupportedType
            case .unavailable: .temporary
            default: .invalid
            }
        self.init(
            refusal.code, kind, requirements: ["R-DP-26"], en: refusal.english.reason, zh: refusal.chinese.reason,
            mend: LocalText(en: refusal.english.advice, zh: refusal.chinese.advice), retryAfterSeconds: refusal.mayRetry ? 5 : nil)
    }
}
