import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let reviewPolicySet = TrailAction("review-policy.set")
}

extension Installation {
    /// Sets which cases two reviewers approve and what share of the approved ones is looked at again, from a time on. The operating
    /// company's alone. Throws `fields-invalid`, what `Act.begin` throws.
    /// - Parameters:
    ///   - after: the ordinal of the version that was read; 0 when there was none.
    ///   - replacing: whether it may begin before the newest version does, which then never comes into force.
    package func setReviewPolicy(
        as principal: Principal, _ policy: ReviewPolicy, validFrom: Instant?, after: Int64, replacing: Bool = false
    ) async throws -> ReviewPolicyVersion {
        guard policy.faults.isEmpty else { throw Refusal.invalid(policy.faults) }
        return try await act(as: principal, .reviewPolicySet, needs: .policyManage) { act in
            try principal.demandEverything()
            let newest = try ReviewPolicyRecords.latest(in: act.session)
            let validFrom = try act.begin(
                validFrom, after: after, newest: newest.map { ($0.ordinal, $0.validFrom) }, replacing: replacing, requirement: "R-25-17")
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
            try principal.demandEverything()
            return Page(try ReviewPolicyRecords.versions(before: before ?? .max, limit: limit + 1, in: session), limit: limit) {
                $0.ordinal
            }
        }
    }
}
