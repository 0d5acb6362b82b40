import Registry

extension Refusal {
    package static let unavailable = Refusal(
        "temporarily-unavailable", .temporary, house: .availability, en: "Not now: nothing was done.", zh: "暂时无法处理，本次未作任何更改。",
        mend: LocalText(en: "Try again after the time named.", zh: "请在所示时间后重试。"), retryAfterSeconds: 2)
    package static let timedOut = Refusal(
        "timed-out", .temporary, house: .availability, en: "The request took too long.", zh: "请求处理超时。",
        mend: LocalText(en: "Try again with the same Idempotency-Key.", zh: "请使用相同的 Idempotency-Key 重试。"), retryAfterSeconds: 5)
    package static let bodyTooLarge = Refusal(
        "body-too-large", .tooLarge, house: .limits, en: "The body is larger than this operation takes.", zh: "请求正文超过此操作允许的大小。",
        mend: LocalText(en: "Send less at once.", zh: "请减少单次提交的内容。"))
    package static let noSuchPath = Refusal(
        "no-such-path", .notFound, house: .scope, en: "There is nothing at this address.", zh: "此地址没有内容。",
        mend: LocalText(en: "See /reference.", zh: "请参阅 /reference。"))
    package static let methodNotAllowed = Refusal(
        "method-not-allowed", .malformed, house: .form, en: "This address does not take this method.", zh: "此地址不支持该请求方法。",
        mend: LocalText(en: "See the Allow header.", zh: "请查看 Allow 头。"))
    package static let requestMalformed = Refusal(
        "request-malformed", .malformed, house: .form, en: "The request cannot be understood.", zh: "无法理解该请求。",
        mend: LocalText(en: "See /reference.", zh: "请参阅 /reference。"))
    /// Shown for every error that nobody foresaw; the log has the rest under the request's id.
    package static let internalError = Refusal(
        "internal-error", .temporary, house: .availability, en: "Something went wrong on our side.", zh: "服务器内部错误。",
        mend: LocalText(en: "Tell the operator the requestId.", zh: "请将 requestId 告知运营人员。"))
    package static let tooManyRequests = Refusal(
        "too-many-requests", .tooMany, house: .limits, en: "Too many requests.", zh: "请求过于频繁。",
        mend: LocalText(en: "Wait for the time named in Retry-After.", zh: "请按 Retry-After 所示时间等待。"))
}
