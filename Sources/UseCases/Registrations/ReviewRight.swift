import Records
import Registry
import SQLCore

/// Whose reviewers may look at a case with all that is in it.
enum ReviewRight {
    static func isHeld(by principal: Principal, _ submission: SubmissionID?, in session: any Session) throws -> Bool {
        guard principal.permissions.contains(.registrationReview) else { return false }
        do {
            try demand(principal, submission, in: session)
            return true
        } catch is Refusal {
            return false
        }
    }

    /// The operating company's may look at everything, an agent's at what the policies left to it when it was handed in.
    /// Throws `reviewed-by-operator`.
    static func demand(_ principal: Principal, _ submission: SubmissionID?, in session: any Session) throws {
        if case .everything = principal.scope { return }
        guard try isAgents(submission, in: session) else { throw Refusal.reviewedByOperator }
    }

    /// Whether the policies left it to the agent when it was handed in.
    static func isAgents(_ submission: SubmissionID?, in session: any Session) throws -> Bool {
        guard let submission, let kept = try VerificationRecords.needs(submission, in: session) else { return false }
        return try VerificationNeeds.kept(kept.needs).agentReviews
    }
}

extension Refusal {
    static let reviewedByOperator = Refusal(
        "reviewed-by-operator", .forbidden, requirements: ["R-DP-04"], en: "The operator's own reviewers look at this.", zh: "该申请由运营商审核。",
        mend: LocalText(en: "You are told what came out.", zh: "审核结果将另行告知。"))
}
