import Inspection
import Logging
import Records
import Registry
import Vault

extension TrailAction {
    static let evidenceUploaded = TrailAction("evidence.uploaded")
    static let evidencePurged = TrailAction("evidence.purged")
}

extension Refusal {
    static let evidenceKindUnknown = Refusal(
        "evidence-kind-unknown", .invalid, house: .form, en: "There is no such kind of evidence.", zh: "没有此凭证类型。",
        mend: LocalText(en: "Use one of the slots the contract names, or other.", zh: "请使用接口约定的凭证类型，或 other。"),
        pointer: "/kind")
    static let notHandedIn = Refusal(
        "not-handed-in", .conflict, requirements: ["R-DP-01", "R-DP-06"], en: "The person has not handed this in.", zh: "该照片尚未由本人提交。",
        mend: LocalText(en: "It can be looked at once it is handed in.", zh: "本人提交后方可查看。"))
    static let evidencePurgedAlready = Refusal(
        "evidence-purged", .conflict, requirements: ["R-25-14"], en: "This evidence was never registered and has been destroyed.",
        zh: "该凭证未完成登记，内容已按期销毁。", mend: LocalText(en: "Ask for it again.", zh: "如需使用，请重新提供。"))

    static let evidenceStoreUnavailable = Refusal(
        "evidence-store-unavailable", .temporary, house: .availability, en: "The store of evidence does not answer.", zh: "凭证存储暂时不可用。",
        mend: LocalText(en: "Try again later; nothing was kept.", zh: "请稍后重试，本次未保存任何内容。"), retryAfterSeconds: 10)

    static let evidenceUnreadable = Refusal(
        "evidence-unreadable", .conflict, house: .availability, en: "The content of this evidence is lost or damaged.", zh: "该凭证内容已丢失或损坏。",
        mend: LocalText(en: "Tell the operator, who returns it from the backup.", zh: "请联系系统管理员从备份中恢复。"))

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

extension Installation {
    /// Runs what needs the store of evidence; where the store as a whole fails, the caller hears so and the log hears why.
    func atEvidenceStore<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let failure as EvidenceStoreFailure where failure.isOfTheStore {
            log.error("the evidence store failed", metadata: ["cause": "\(failure)"])
            throw Refusal.evidenceStoreUnavailable
        } catch let failure as EvidenceStoreFailure {
            log.error("a piece of evidence cannot be read", metadata: ["cause": "\(failure)"])
            throw Refusal.evidenceUnreadable
        } catch let refusal as KeyRefusal {
            log.error("a piece of evidence cannot be read", metadata: ["cause": "\(refusal)"])
            throw Refusal.evidenceUnreadable
        }
    }
}
