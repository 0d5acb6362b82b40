import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let reviewPolicySet = TrailAction("review-policy.set")
}

extension Installation {
    /// Sets which cases two reviewers approve and what share of the approved ones is looked at again, from a time on. The operating
    /// company's alone. Throws `fields-invalid`, `review-policy-in-the-past`, `changed-meanwhile`,
    /// `review-policy-before-coming`.
    /// - Parameters:
    ///   - after: the ordinal of the version that was read; 0 when there was none.
    ///   - replacing: whether it may begin before the newest version does, which then never comes into force.
    package func setReviewPolicy(
        as principal: Principal, _ policy: ReviewPolicy, validFrom: Instant?, after: Int64, replacing: Bool = false
    ) async throws -> ReviewPolicyVersion {
        guard policy.faults.isEmpty else { throw Refusal.invalid(policy.faults) }
        return try await act(as: principal, .reviewPolicySet, needs: .policyManage) { act in
            guard principal.scope == .everything else { throw Refusal.notPermitted }
            let validFrom = validFrom ?? act.now
            guard validFrom >= act.now else { throw Refusal.reviewPolicyInThePast }
            let newest = try ReviewPolicyRecords.latest(in: act.session)
            guard (newest?.ordinal ?? 0) == after else { throw Refusal.stale }
            if let newest, newest.validFrom > validFrom, !replacing { throw Refusal.reviewPolicyBeforeComing }
            let version = ReviewPolicyVersion(ordinal: after + 1, validFrom: validFrom, policy: policy, recordedAt: act.now)
            try act.register(
                .reviewPolicy, [version.ordinal, validFrom, try policy.json.canonicalText(), act.now, principal.account])
            act.recording.note("ordinal", .integer(version.ordinal))
            act.recording.note("permille", .integer(Int64(policy.reAuditPermille)))
            return version
        }
    }

    /// The versions of the review policy, the newest first.
    package func listReviewPolicies(
        as principal: Principal, before: Int64? = nil, limit: Int? = nil
    ) async throws -> Page<ReviewPolicyVersion, Int64> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .policyManage) { session in
            guard principal.scope == .everything else { throw Refusal.notPermitted }
            return Page(try ReviewPolicyRecords.versions(before: before ?? .max, limit: limit + 1, in: session), limit: limit) {
                $0.ordinal
            }
        }
    }
}

extension Refusal {
    static let reviewPolicyInThePast = Refusal(
        "review-policy-in-the-past", .invalid, requirements: ["R-25-17"], en: "A review policy counts from now or later.",
        zh: "审核规则只能从现在或以后生效。", mend: LocalText(en: "Choose a later time.", zh: "请选择更晚的时间。"), pointer: "/validFrom")
    static let reviewPolicyBeforeComing = Refusal(
        "review-policy-before-coming", .invalid, requirements: ["R-25-17"],
        en: "The newest version is yet to come, and this one would count before it.",
        zh: "最新版本尚未生效，新版本不能早于它生效。",
        mend: LocalText(
            en: "Choose its time or a later one, or say that this one takes its place.", zh: "请选择该版本的生效时间或更晚，或者注明以新版本取代它。"),
        pointer: "/validFrom")
}
