/// A reason for sending back or refusing that the operating company added to the built-in ones; what is nil is any.
package struct OwnReason: Hashable, Sendable {
    package let code: String
    /// What the applicant reads.
    package let text: LocalText
    package var verdicts: Set<DecisionVerdict>?
    package var kinds: Set<ApplicationKind>?
    /// Fields of the content it may be about, each with what lies below it.
    package var fields: Set<String>?

    package init(
        code: String, text: LocalText, verdicts: Set<DecisionVerdict>? = nil, kinds: Set<ApplicationKind>? = nil,
        fields: Set<String>? = nil
    ) {
        self.code = code
        self.text = text
        self.verdicts = verdicts
        self.kinds = kinds
        self.fields = fields
    }

    package static let textBounds = TextBounds(2...80)
    /// Built-in codes never begin so: none added later can take a company's own.
    package static let prefix = "own-"
    package static let codeMax = 40
    package static let fieldsMax = 10

    /// - Parameter verdict: nil where an approval is looked at again.
    package func fits(_ verdict: DecisionVerdict?, _ kind: ApplicationKind) -> Bool {
        (kinds?.contains(kind) ?? true) && verdict.map { verdicts?.contains($0) ?? true } ?? true
    }

    package func isAbout(_ pointer: String) -> Bool {
        fields?.contains { pointer == $0 || pointer.hasPrefix($0 + "/") } ?? true
    }

    /// A field of the content, such as `/evidence/unit-document`; it is kept in clear.
    package static func isPlainPointer(_ pointer: String) -> Bool {
        pointer.utf8.count <= 100
            && pointer.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }

    private var hasPlainCode: Bool {
        code.hasPrefix(Self.prefix) && code.utf8.count > Self.prefix.utf8.count && code.utf8.count <= Self.codeMax
            && code.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
                default: false
                }
            }
    }

    fileprivate func faults(at place: Int) -> [Refusal] {
        var found: [Refusal] = []
        if !hasPlainCode { found.append(.ownReasonCodeInvalid.at("/reasons/\(place)/code")) }
        for (language, words) in [("en", text.en), ("zh", text.zh)]
        where !Self.textBounds.admit(words) || !TextBounds.isSeen(words) {
            found.append(.ownReasonTextInvalid.at("/reasons/\(place)/\(language)"))
        }
        let isForNothing =
            verdicts.map { $0.isEmpty || $0.contains(.approve) } ?? false || kinds?.isEmpty == true
            || fields.map {
                $0.isEmpty || $0.count > Self.fieldsMax || !$0.allSatisfy { $0.hasPrefix("/") && $0.count > 1 && Self.isPlainPointer($0) }
            } ?? false
        if isForNothing { found.append(.ownReasonOfNothing.at("/reasons/\(place)")) }
        return found
    }
}

/// The reasons of the operating company's own, for the whole installation. One that is left out is retired: what was decided with it
/// keeps it and its words.
package struct ReasonList: Hashable, Sendable {
    package var reasons: [OwnReason]

    package init(reasons: [OwnReason] = []) {
        self.reasons = reasons
    }

    /// Until the operating company sets its own.
    package static let none = ReasonList()
    /// A whole list fits a page's form.
    package static let reasonsMax = 30

    package subscript(code: String) -> OwnReason? { reasons.first { $0.code == code } }

    /// What is wrong with it.
    package var faults: [Refusal] {
        guard reasons.count <= Self.reasonsMax else { return [.reasonListTooLong] }
        var codes: Set<String> = []
        return reasons.enumerated().flatMap { place, reason in
            reason.faults(at: place) + (codes.insert(reason.code).inserted ? [] : [.ownReasonTwice.at("/reasons/\(place)/code")])
        }
    }
}

extension Refusal {
    static let reasonListTooLong = Refusal(
        "reason-list-too-long", .invalid, house: .limits, en: "There are more than \(ReasonList.reasonsMax) reasons.",
        zh: "原因超过 \(ReasonList.reasonsMax) 条。",
        mend: LocalText(en: "Retire some; the built-in ones do not count.", zh: "请停用一部分；内置原因不计入。"), pointer: "/reasons")
    static let ownReasonCodeInvalid = Refusal(
        "own-reason-code-invalid", .invalid, house: .form,
        en: "A code begins with own- and goes on with small letters, digits and hyphens, 40 at most.",
        zh: "原因代码须以 own- 开头，后接小写字母、数字或连字符，最长 40 位。",
        mend: LocalText(en: "For example own-blurred-seal.", zh: "例如 own-blurred-seal。"))
    static let ownReasonTwice = Refusal(
        "own-reason-twice", .invalid, house: .names, en: "This code is on the list already.", zh: "该代码已在列表内。",
        mend: LocalText(en: "Choose another, or leave the former out.", zh: "请换用其他代码，或先删除原有的一条。"))
    static let ownReasonTextInvalid = Refusal(
        "own-reason-text-invalid", .invalid, house: .form, en: "The words are one line of 2 to 80 characters, in Chinese and in English.",
        zh: "原因说明须为单行文字，2 至 80 个字符，中英文均须填写。",
        mend: LocalText(en: "Say what the applicant shall mend.", zh: "请写明申请人应改正的内容。"))
    static let ownReasonOfNothing = Refusal(
        "own-reason-of-nothing", .invalid, house: .form, en: "This reason fits no decision.", zh: "该原因不适用于任何决定。",
        mend: LocalText(
            en:
                "Leave out what shall be any. Only sending back and refusing have reasons; a field is written such as /evidence/unit-document.",
            zh: "不限的项目请勿填写；仅退回与不通过需要原因；字段写法如 /evidence/unit-document。"))
}
