import Registry

/// What can be wrong with a field before any rule of registration is asked.
extension Refusal {
    static let wrongType = Refusal(
        "wrong-type", .invalid, house: .form, en: "This is not of the type expected.", zh: "类型不符。", mend: seeContract)
    static let fieldMissing = Refusal(
        "field-missing", .invalid, house: .form, en: "This field is missing.", zh: "缺少该字段。", mend: seeContract)
    static let unknownField = Refusal(
        "unknown-field", .invalid, house: .form, en: "There is no such field.", zh: "没有该字段。",
        mend: LocalText(en: "Leave it out, or correct its name.", zh: "请删除该字段或更正其名称。"))
    static let textTooShort = Refusal(
        "text-too-short", .invalid, house: .limits, en: "The text is too short.", zh: "文本过短。", mend: seeContract)
    static let textTooLong = Refusal("text-too-long", .invalid, house: .limits, en: "The text is too long.", zh: "文本过长。", mend: seeContract)
    static let notAmongValues = Refusal(
        "not-among-values", .invalid, house: .form, en: "This is not one of the values allowed.", zh: "不在允许的取值之中。", mend: seeContract)
    static let wrongForm = Refusal(
        "wrong-form", .invalid, house: .form, en: "This is not in the form expected.", zh: "格式不符。", mend: seeContract)
    static let numberOutOfRange = Refusal(
        "number-out-of-range", .invalid, house: .limits, en: "The number is outside what is allowed.", zh: "数值超出允许范围。", mend: seeContract)
    static let tooFewItems = Refusal(
        "too-few-items", .invalid, house: .limits, en: "More is needed here.", zh: "此处内容过少。", mend: seeContract)
    static let tooManyItems = Refusal(
        "too-many-items", .invalid, house: .limits, en: "There are too many of these.", zh: "此处条目过多。", mend: seeContract)
    static let repeatedItem = Refusal(
        "repeated-item", .invalid, house: .form, en: "The same stands here twice.", zh: "此处有重复条目。", mend: seeContract)

    private static let seeContract = LocalText(en: "See /reference.", zh: "请参阅 /reference。")

    static let bodyInvalid = Refusal(
        "body-invalid", .invalid, house: .form, en: "The body does not fit the contract.", zh: "请求正文不符合接口约定。",
        mend: LocalText(en: "Correct the fields named in errors.", zh: "请更正 errors 中所列字段。"))
    static let bodyNotJSON = Refusal(
        "body-not-json", .malformed, house: .form, en: "The body is not JSON as this API takes it.", zh: "请求正文不是可接受的 JSON。",
        mend: LocalText(
            en: "Send UTF-8 JSON without duplicate names, fractions or deep nesting.", zh: "请发送 UTF-8 JSON，不含重名字段、小数或过深嵌套。"))
    static let bodyMissing = Refusal(
        "body-missing", .malformed, house: .form, en: "This operation needs a body.", zh: "此操作需要请求正文。", mend: seeContract)
    static let typeNotTaken = Refusal(
        "content-type-not-taken", .unsupportedType, house: .form, en: "This operation does not take this Content-Type.",
        zh: "此操作不接受该 Content-Type。", mend: seeContract)
    static let parameterInvalid = Refusal(
        "parameter-invalid", .malformed, house: .form, en: "A query parameter does not fit the contract.", zh: "查询参数不符合接口约定。",
        mend: LocalText(en: "Correct the parameters named in errors.", zh: "请更正 errors 中所列参数。"))
    static let unknownParameter = Refusal(
        "unknown-parameter", .malformed, house: .form, en: "There is no such query parameter.", zh: "没有该查询参数。", mend: seeContract)
    static let repeatedParameter = Refusal(
        "repeated-parameter", .malformed, house: .form, en: "A query parameter stands here twice.", zh: "查询参数重复。", mend: seeContract)
    static let cursorInvalid = Refusal(
        "cursor-invalid", .malformed, house: .form, en: "This cursor was not made for this list.", zh: "该游标不适用于此列表。",
        mend: LocalText(en: "Begin without a cursor and follow Link.", zh: "请从第一页开始，并沿 Link 翻页。"), pointer: "cursor")
    static let versionMissing = Refusal(
        "if-match-missing", .preconditionRequired, house: .versions,
        en: "This operation changes what others may have changed: it demands an If-Match.",
        zh: "此操作会更改他人可能已更改的内容，必须提供 If-Match。",
        mend: LocalText(en: "Read it first and send its ETag.", zh: "请先读取并提供其 ETag。"))
}
