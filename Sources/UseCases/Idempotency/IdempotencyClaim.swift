import Records
import Registry
import SQLCore

/// The claim of one request on its `Idempotency-Key`. While it is current, every act marks it as committed in its own transaction,
/// so that a crash between the act and its answer never lets the act run twice.
package struct IdempotencyClaim: Hashable, Sendable {
    package let account: AccountID
    package let key: String
    package let claimedAt: Instant

    @TaskLocal package static var current: IdempotencyClaim?

    /// Throws when another request took the claim over while this one was slow.
    func markCommitted(in session: any Session) throws {
        guard try IdempotencyRecords.markCommitted(account: account, key: key, claimedAt: claimedAt, in: session) else {
            throw Refusal.stillRunning
        }
    }
}

/// An answer kept for repetition.
package struct KeptAnswer: Hashable, Sendable {
    package let status: Int
    package let bytes: [UInt8]

    package init(status: Int, bytes: [UInt8]) {
        self.status = status
        self.bytes = bytes
    }
}

/// Where a key stands when a request arrives with it.
package enum IdempotencyStanding: Hashable, Sendable {
    /// Nobody used it: go ahead.
    case fresh(IdempotencyClaim)
    case running
    /// The request was answered; `answer` is nil when the act was done and the server stopped before keeping the answer.
    case done(operation: String, bodyHash: [UInt8], answer: KeptAnswer?)
}

extension Refusal {
    package static let stillRunning = Refusal(
        "idempotency-key-running", .conflict, house: .once, en: "The first request with this Idempotency-Key still runs.",
        zh: "使用该 Idempotency-Key 的首个请求仍在处理中。", mend: LocalText(en: "Ask again shortly, with the same key.", zh: "请稍后使用同一键重试。"),
        retryAfterSeconds: 1)
    package static let keyReused = Refusal(
        "idempotency-key-reused", .invalid, house: .once, en: "This Idempotency-Key was used for another request.",
        zh: "该 Idempotency-Key 已用于另一请求。", mend: LocalText(en: "Use a new key for a new request.", zh: "新请求请使用新的键。"))
    package static let answerLost = Refusal(
        "idempotency-answer-lost", .conflict, house: .once, en: "The act was done, but the server stopped before its answer was kept.",
        zh: "操作已完成，但服务器在保存应答之前中断。", mend: LocalText(en: "Read what was made from its list.", zh: "请在列表中查看结果。"))
    package static let keyMissing = Refusal(
        "idempotency-key-missing", .preconditionRequired, house: .once,
        en: "This operation makes something and demands an Idempotency-Key.",
        zh: "此操作会创建内容，必须提供 Idempotency-Key。",
        mend: LocalText(en: "Send a new Idempotency-Key, and the same one when repeating.", zh: "请提供新的 Idempotency-Key，重试时使用同一键。"))
    package static let keyMalformed = Refusal(
        "idempotency-key-malformed", .malformed, house: .form, en: "An Idempotency-Key is 1 to 128 visible ASCII characters.",
        zh: "Idempotency-Key 应为 1 至 128 个可见 ASCII 字符。", mend: LocalText(en: "Use a UUID.", zh: "建议使用 UUID。"))
}
