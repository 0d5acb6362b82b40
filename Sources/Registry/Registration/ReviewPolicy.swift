/// Which cases a rule of the review policy is about; what is nil is any.
package struct ReviewCondition: Hashable, Sendable {
    package var subjects: Set<DocumentType.Subject>?
    package var kinds: Set<ApplicationKind>?
    package var channels: Set<Channel>?
    package var cardsAtLeast: Int64?

    package init(
        subjects: Set<DocumentType.Subject>? = nil, kinds: Set<ApplicationKind>? = nil, channels: Set<Channel>? = nil,
        cardsAtLeast: Int64? = nil
    ) {
        self.subjects = subjects
        self.kinds = kinds
        self.channels = channels
        self.cardsAtLeast = cardsAtLeast
    }

    package func covers(subject: DocumentType.Subject, kind: ApplicationKind, channel: Channel, cards: Int64) -> Bool {
        (subjects?.contains(subject) ?? true) && (kinds?.contains(kind) ?? true) && (channels?.contains(channel) ?? true)
            && cards >= cardsAtLeast ?? 0
    }
}

/// How reviewers are looked after: which cases two of them approve, and how many approved ones another looks at again (R-25-17, R-AF-11).
/// The operating company's alone: no agent chooses who watches it.
package struct ReviewPolicy: Hashable, Sendable {
    /// Of a thousand approved cases so many are drawn.
    package var reAuditPermille: Int
    /// A case that any of these covers is approved by two.
    package var twoReviewers: [ReviewCondition]

    package init(reAuditPermille: Int = 0, twoReviewers: [ReviewCondition] = []) {
        self.reAuditPermille = reAuditPermille
        self.twoReviewers = twoReviewers
    }

    /// Until the operating company sets its own.
    package static let none = ReviewPolicy()
    package static let rulesMax = 20

    package func needsTwo(subject: DocumentType.Subject, kind: ApplicationKind, channel: Channel, cards: Int64) -> Bool {
        // A proof registers nothing.
        kind != .prove && twoReviewers.contains { $0.covers(subject: subject, kind: kind, channel: channel, cards: cards) }
    }

    /// What is wrong with it.
    package var faults: [Refusal] {
        var found: [Refusal] = []
        if !(0...1_000).contains(reAuditPermille) { found.append(.reAuditShareOutside) }
        if twoReviewers.count > Self.rulesMax { found.append(.reviewRulesTooMany) }
        for (place, rule) in twoReviewers.enumerated() {
            if rule.subjects?.isEmpty == true || rule.kinds?.isEmpty == true || rule.channels?.isEmpty == true
                || rule.cardsAtLeast.map({ $0 < 1 }) ?? false
            {
                found.append(.reviewRuleOfNothing.at("/twoReviewers/\(place)"))
            }
        }
        return found
    }

    /// Of a number drawn from 0 to 999.
    package func draws(_ drawn: Int) -> Bool { drawn < reAuditPermille }
}

/// What whoever looked again at an approved case found.
package enum ReAuditVerdict: String, CaseIterable, Codable, Sendable {
    /// It was rightly approved.
    case kept
    /// It should not have been.
    case overturned
}

extension Refusal {
    static let reAuditShareOutside = Refusal(
        "re-audit-share-outside", .invalid, house: .limits, en: "The share is a whole number from 0 to 1000 of a thousand.",
        zh: "抽查比例须为 0 至 1000 的整数（千分比）。",
        mend: LocalText(en: "50 is one case in twenty, 0 none.", zh: "50 表示每二十件抽一件，0 表示不抽查。"), pointer: "/reAuditPermille")
    static let reviewRulesTooMany = Refusal(
        "review-rules-too-many", .invalid, house: .limits, en: "There are more than \(ReviewPolicy.rulesMax) rules.",
        zh: "规则超过 \(ReviewPolicy.rulesMax) 条。",
        mend: LocalText(en: "Join rules that differ in one list.", zh: "请合并仅有一项不同的规则。"), pointer: "/twoReviewers")
    static let reviewRuleOfNothing = Refusal(
        "review-rule-of-nothing", .invalid, house: .form, en: "This rule covers no case.", zh: "该规则不适用于任何申请。",
        mend: LocalText(
            en: "Leave out what shall be any; name at least one of what you name, and one card or more.", zh: "不限的项目请勿填写；已填写的至少选一项，张数至少为 1。"
        ))
}
