/// Why something may not happen: what the caller, the auditor and the tests see. Never holds personal data.
package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of refusal it is; the API maps each to one HTTP status.
    package enum Kind: String, Sendable {
        /// The request cannot be understood (400).
        case malformed
        /// Nobody, or nobody any more, is signed in (401).
        case unauthenticated
        /// The role does not allow it (403).
        case forbidden
        /// It does not exist, or is not within the caller's scope; the two are not told apart (404).
        case notFound
        /// The state of things does not allow it (409).
        case conflict
        /// The resource was changed since it was read (412).
        case stale
        /// Too large (413).
        case tooLarge
        /// The content is of a type that is not taken (415).
        case unsupportedType
        /// Understood, but a rule refuses it (422).
        case invalid
        /// An `If-Match` or an `Idempotency-Key` is demanded (428).
        case preconditionRequired
        /// Too many attempts (429).
        case tooMany
        /// Not now; try again later (503).
        case temporary
    }

    package let code: String
    package let kind: Kind
    /// Ids of the rules it rests on, never none: requirements (`R-25-09`) or a rule of the house (`H-01`). `Rule.named` has their words.
    package let requirements: [String]
    package let reason: LocalText
    /// What would mend it.
    package let mend: LocalText
    /// JSON pointer of the field concerned, if one is.
    package let pointer: String?
    /// Findings of the same act, field by field.
    package let details: [Refusal]
    /// Seconds after which trying again makes sense.
    package let retryAfterSeconds: Int?

    package init(
        _ code: String, _ kind: Kind, requirements: [String], en: String, zh: String,
        mend: LocalText = LocalText(en: "", zh: ""), pointer: String? = nil, details: [Refusal] = [],
        retryAfterSeconds: Int? = nil
    ) {
        self.code = code
        self.kind = kind
        self.requirements = requirements
        reason = LocalText(en: en, zh: zh)
        self.mend = mend
        self.pointer = pointer
        self.details = details
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// A refusal that rests on no requirement but on the system's own order.
    package init(
        _ code: String, _ kind: Kind, house rule: HouseRule, en: String, zh: String,
        mend: LocalText = LocalText(en: "", zh: ""), pointer: String? = nil, details: [Refusal] = [],
        retryAfterSeconds: Int? = nil
    ) {
        self.init(
            code, kind, requirements: [rule.id], en: en, zh: zh, mend: mend, pointer: pointer, details: details,
            retryAfterSeconds: retryAfterSeconds)
    }

    private init(copying other: Refusal, pointer: String?, details: [Refusal], retryAfterSeconds: Int?) {
        code = other.code
        kind = other.kind
        requirements = other.requirements
        reason = other.reason
        mend = other.mend
        self.pointer = pointer
        self.details = details
        self.retryAfterSeconds = retryAfterSeconds
    }

    package func at(_ pointer: String) -> Refusal {
        Refusal(copying: self, pointer: pointer, details: details, retryAfterSeconds: retryAfterSeconds)
    }

    package func with(details: [Refusal]) -> Refusal {
        Refusal(copying: self, pointer: pointer, details: details, retryAfterSeconds: retryAfterSeconds)
    }

    package func retry(afterSeconds seconds: Int) -> Refusal {
        Refusal(copying: self, pointer: pointer, details: details, retryAfterSeconds: seconds)
    }

    package var description: String { "\(code): \(reason.en)" }
}

/// A text in the two languages of the interface.
package struct LocalText: Hashable, Sendable {
    package let en: String
    package let zh: String
    /// Where at the operating company it sends its reader, if it does.
    package let desk: OperatorContact.Desk?

    package init(en: String, zh: String, sendsTo desk: OperatorContact.Desk? = nil) {
        self.en = en
        self.zh = zh
        self.desk = desk
    }
}

extension Refusal {
    package static let notFound = Refusal(
        "not-found", .notFound, house: .scope, en: "There is no such thing within your scope.", zh: "在您的权限范围内没有这项内容。",
        mend: LocalText(en: "Check the identifier.", zh: "请核对编号。"))

    package static let notPermitted = Refusal(
        "not-permitted", .forbidden, requirements: ["R-DP-19"], en: "Your roles do not allow this.", zh: "您的角色不允许此操作。",
        mend: LocalText(en: "Ask your administrator for the role that does.", zh: "请向管理员申请相应角色。"))

    package static let stale = Refusal(
        "changed-meanwhile", .stale, house: .versions, en: "It was changed since you read it.", zh: "在您读取之后已被修改。",
        mend: LocalText(en: "Read it again and repeat your change.", zh: "请重新读取后再修改。"))

    /// The same of so many cards: a detail of what is refused for several reasons.
    package func of(cards count: Int64) -> Refusal {
        Refusal(
            code, kind, requirements: requirements, en: "\(count) cards: \(reason.en)", zh: "\(count)张：\(reason.zh)", mend: mend,
            pointer: pointer)
    }

    /// It rests on what its details rest on.
    package static func invalid(_ details: [Refusal]) -> Refusal {
        let rules = Set(details.flatMap(\.requirements)).sorted()
        return Refusal(
            "fields-invalid", .invalid, requirements: rules.isEmpty ? [HouseRule.form.id] : rules,
            en: "Some fields are missing or wrong.", zh: "部分字段缺失或有误。",
            mend: LocalText(en: "Mend the fields listed.", zh: "请修正所列字段。")
        ).with(details: details)
    }
}
