import Ledger
import Records
import Registry
import SQLCore
import Vault

extension Deciding {
    /// Whoever said something of the case says nothing more of it: the second is never the first, the third neither.
    func demandNewEyes() throws {
        guard try !ReviewOpinionRecords.isGiven(by: act.principal.account, submission.id, in: act.session) else {
            throw Refusal.reviewedAlready
        }
    }

    /// Whether the review policy wants two reviewers to approve the case. What takes effect in the past has a second approver of its own.
    func needsTwoReviewers() throws -> Bool {
        guard !needsSecondApproval, let version = try ReviewPolicyRecords.inForce(at: act.now, in: act.session) else { return false }
        return version.policy.needsTwo(
            subject: registration.subject, kind: submission.kind, channel: registration.channel, cards: cardsConcerned)
    }

    /// How many cards it is about: what changes who answers, and an end of the whole, name none and concern all.
    private var cardsConcerned: Int64 {
        switch submission.kind {
        case .changeRole, .correct: registration.cards
        case .end, .dispute: application.cards == 0 ? registration.cards : application.cards
        case .register, .addCards, .prove: application.cards
        }
    }

    func decide(_ verdict: DecisionVerdict, _ reasons: [DecisionReason], _ note: String?, _ remark: String?) throws -> DecidedApplication {
        switch (application.state, verdict) {
        case (.submitted, .approve) where needsSecondApproval: return try askForSecond(reasons, note)
        case (.submitted, .approve) where try needsTwoReviewers():
            try demandLive()
            try demandStillValid()
            return try wait(in: .awaitingSecondReview, verdict, reasons, note, remark)
        case (.awaitingSecondReview, .sendBack), (.awaitingSecondReview, .refuse):
            return try wait(in: .awaitingThirdReview, verdict, reasons, note, remark)
        case (.awaitingSecondReview, .approve):
            return try pass(reasons, note, first: ReviewOpinionRecords.all(submission.id, in: act.session).first?.givenBy)
        case (_, .approve): return try pass(reasons, note, first: nil)
        case (_, .sendBack), (_, .refuse): return try reject(verdict, reasons, note)
        }
    }

    private func pass(_ reasons: [DecisionReason], _ note: String?, first: AccountID?) throws -> DecidedApplication {
        try needsCarrier()
            ? releaseToCarrier(reasons, note, firstApprover: first) : approve(reasons, note, firstApprover: first)
    }

    /// An opinion that decides nothing: the case waits for other eyes, and the applicant is told nothing.
    private func wait(
        in state: ApplicationState, _ verdict: DecisionVerdict, _ reasons: [DecisionReason], _ note: String?, _ remark: String?
    ) throws -> DecidedApplication {
        let id: ReviewOpinionID = act.fresh()
        let ordinal = Int64(try ReviewOpinionRecords.all(submission.id, in: act.session).count)
        let sealed = try act.seal([note, remark], of: "review_opinion", row: id.bytes)
        try act.register(
            .reviewOpinion,
            [
                id, submission.id, ordinal, verdict.rawValue, try reasons.canonicalText(), sealed?.bytes, sealed?.key, act.now,
                act.principal.account,
            ])
        try ApplicationRecords.mark(application.id, state, decidedAt: nil, purgeAfter: nil, at: act.now, in: act.session)
        act.recording.note("awaits", .string(state == .awaitingSecondReview ? "second-review" : "third-review"))
        return DecidedApplication(decision: nil, state: state, registered: 0, excluded: 0, version: application.version + 1)
    }
}

extension Act {
    /// What reviewers write for reviewers, under a key of its own: people write names into notes. nil for nothing.
    func seal(_ texts: [String?], of table: StaticString, row: [UInt8]) throws -> (bytes: [UInt8], key: [UInt8])? {
        let text = texts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
        guard !text.isEmpty else { return nil }
        let key = try freshDataKey()
        let place = SealedPlace(table: table, column: "sealed", row: row)
        return (try installation.vault.seal(Array(text.utf8), under: key, at: place), key.id)
    }
}

/// What a reviewer said of a case before it was decided, for reviewers.
package struct OpinionView: Sendable {
    package let verdict: DecisionVerdict
    package let reasons: [DecisionReason]
    package let text: String?
    package let givenAt: Instant
    package let givenBy: AccountID
}

extension Installation {
    /// What was said of the case before. The second reviewer looks with eyes of his own: while he is waited for, nobody but the first reads
    /// what the first said.
    func opinions(
        of application: StoredApplication, _ principal: Principal, _ yielded: YieldedKeys, in session: any Session
    ) throws -> [OpinionView] {
        guard let submission = application.submission, try ReviewRight.isHeld(by: principal, submission, in: session) else { return [] }
        return try ReviewOpinionRecords.all(submission, in: session)
            .filter { application.state != .awaitingSecondReview || $0.givenBy == principal.account }
            .map { stored in
                OpinionView(
                    verdict: stored.verdict, reasons: try DecisionReason.all(in: stored.reasons),
                    text: try openText(stored.sealed, stored.dataKey, of: "review_opinion", row: stored.id.bytes, yielded, in: session),
                    givenAt: stored.givenAt, givenBy: stored.givenBy)
            }
    }

    /// nil where there is none, once its key was destroyed, and where custodians have it and did not yield it.
    func openText(
        _ sealed: [UInt8]?, _ keyID: [UInt8]?, of table: StaticString, row: [UInt8], _ yielded: YieldedKeys, in session: any Session
    ) throws -> String? {
        guard let sealed, let keyID, let key = try yielded.open(keyID, with: vault, in: session) else { return nil }
        let place = SealedPlace(table: table, column: "sealed", row: row)
        return String(decoding: try vault.open(sealed, under: key, at: place), as: UTF8.self)
    }
}

extension Refusal {
    package static let reviewedAlready = Refusal(
        "reviewed-already", .forbidden, requirements: ["R-25-17"], en: "You have reviewed this case; it waits for somebody else's eyes.",
        zh: "您已审核过此申请，须由其他审核人员复核。", mend: LocalText(en: "Take the next one.", zh: "请处理下一件。"))
}
