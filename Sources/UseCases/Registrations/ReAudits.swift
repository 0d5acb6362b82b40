import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let reAuditFound = TrailAction("re-audit.found")
}

/// Which re-audits are looked for.
package enum ReAuditState: String, CaseIterable, Sendable {
    case open
    case kept
    case overturned
}

/// An approved case that was drawn, with what was found.
package struct ReAuditView: Sendable {
    package struct Finding: Sendable {
        package let verdict: ReAuditVerdict
        package let reasons: [DecisionReason]
        package let remark: String?
        package let foundAt: Instant
        package let foundBy: AccountID
    }

    package let decision: DecisionID
    package let application: ApplicationID
    package let kind: ApplicationKind
    package let cards: Int64
    package let reviewer: AccountID
    package let secondReviewer: AccountID?
    package let decidedAt: Instant
    package let finding: Finding?
    /// Whether whoever asks may look again: nobody looks after himself.
    package let isOpenToReader: Bool

    /// The time by which lists of its state are in order.
    package var listedAt: Instant { finding?.foundAt ?? decidedAt }
}

extension Deciding {
    /// Whether an approved case is looked at again is drawn with a secret key from the decision's id, which is made in this very act: nobody
    /// can know it beforehand, and whoever holds the key can draw it again. The draw is on the trail, whichever way it went.
    func drawForReAudit(_ decision: DecisionID, firstApprover: AccountID?, isByCarrier: Bool) throws {
        guard submission.kind != .prove, let policy = try ReviewPolicyRecords.inForce(at: act.now, in: act.session)?.policy,
            policy.reAuditPermille > 0
        else { return }
        let drawn = act.installation.drawnNumber(of: decision)
        let isDrawn = policy.draws(drawn)
        act.recording.note(
            "re-audit", ["draw": .integer(Int64(drawn)), "drawn": .bool(isDrawn), "permille": .integer(Int64(policy.reAuditPermille))])
        guard isDrawn else { return }
        let approvers = try approvers(firstApprover, isByCarrier: isByCarrier)
        try act.register(
            .reAudit,
            [
                decision, application.id, approvers.first ?? act.principal.account, approvers.dropFirst().first, act.now, Int64(drawn),
                Int64(policy.reAuditPermille),
            ])
        try ReAuditRecords.open(decision, decidedAt: act.now, in: act.session)
    }

    /// Whose eyes it passed, each once, in their order; whoever noted the carrier's word is none of them.
    private func approvers(_ first: AccountID?, isByCarrier: Bool) throws -> [AccountID] {
        var all = try ReviewOpinionRecords.all(submission.id, in: act.session).filter { $0.verdict == .approve }.map(\.givenBy)
        if let first { all.append(first) }
        if isByCarrier {
            let released = try DecisionRecords.list(registration.id, in: act.session).last {
                $0.submission == submission.id && $0.cardsRegistered == 0 && $0.verdict == .approve
            }
            if let second = released?.secondedBy { all.append(second) }
        } else {
            all.append(act.principal.account)
        }
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension Installation {
    /// 0 to 999, from the decision's id and the installation's secret alone.
    package func drawnNumber(of decision: DecisionID) -> Int {
        let hash = secrets.search.hash(decision.description, for: .reAuditDraw).dropFirst().prefix(4)
        let number = hash.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int((number * 1_000) >> 32)
    }

    /// Approved cases that were drawn: those nobody has looked at, the oldest first, or those of a finding, the newest first. For the
    /// operating company's reviewers.
    package func listReAudits(
        as principal: Principal, state: ReAuditState, after: (Instant, DecisionID)? = nil, limit: Int? = nil
    ) async throws -> Page<ReAuditView, (Instant, DecisionID)> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .registrationReview) { session in
            try principal.demandEverything()
            let found =
                switch state {
                case .open: try ReAuditRecords.waiting(after: after, limit: limit + 1, in: session)
                case .kept: try ReAuditRecords.found(.kept, before: after, limit: limit + 1, in: session)
                case .overturned: try ReAuditRecords.found(.overturned, before: after, limit: limit + 1, in: session)
                }
            let now = self.now()
            try Self.foresee(found, at: now, in: session)
            return Page(try found.map { try self.reAuditView($0, principal, at: now, in: session) }, limit: limit) {
                ($0.listedAt, $0.decision)
            }
        }
    }

    /// What a page of them asks, at once: their cases, and then what each case leads to.
    private static func foresee(_ found: [StoredReAudit], at now: Instant, in session: any Session) throws {
        session.foresee { ahead in
            for stored in found {
                _ = try ApplicationRecords.find(stored.application, .everything, in: ahead)
                if stored.finding == nil { _ = try DecisionRecords.find(stored.decision, in: ahead) }
            }
        }
        let sealed = try found.filter { $0.finding?.sealed != nil }
            .compactMap { try ApplicationRecords.find($0.application, .everything, in: session)?.registration }
        session.foresee { ahead in
            for registration in sealed { _ = try RegistrationRecords.find(registration, .everything, at: now, in: ahead) }
            for key in found.compactMap({ $0.finding?.dataKey }) { _ = try DataKeyRecords.find(key, in: ahead) }
        }
    }

    /// How many wait to be looked at again, up to `most`, and since when the oldest of them.
    package func countReAudits(as principal: Principal, most: Int) async throws -> (count: Int64, since: Instant?) {
        try await look(as: principal, needs: .registrationReview) { session in
            try principal.demandEverything()
            return try ReAuditRecords.waitingCount(most: most, in: session)
        }
    }

    /// Says of a case that was drawn whether it was rightly approved. What stands registered is not changed by it: an overturned approval
    /// is followed by a correction, an end or a stop, each on its own ground.
    /// Throws `not-found`, `re-audit-closed`, `own-review`, `reasons-needed`, `reason-unknown`, `reason-not-for-this`,
    /// `note-too-long`.
    package func findReAudit(
        as principal: Principal, _ decision: DecisionID, _ verdict: ReAuditVerdict, reasons: [DecisionReason], remark: String?
    ) async throws -> ReAuditView {
        guard verdict == .kept || !reasons.isEmpty else { throw Refusal.reasonsNeeded }
        guard TextBounds(0...2_000).admit(remark ?? "") else { throw Refusal.noteTooLong.at("/remark") }
        return try await act(as: principal, .reAuditFound, needs: .registrationReview) { act in
            try principal.demandEverything()
            guard let stored = try ReAuditRecords.find(decision, in: act.session) else { throw Refusal.notFound }
            guard stored.finding == nil else { throw Refusal.reAuditClosed }
            guard let application = try ApplicationRecords.find(stored.application, .everything, in: act.session) else {
                throw Refusal.notFound
            }
            guard try act.installation.maySee(stored, of: application, principal, in: act.session) else { throw Refusal.ownReview }
            let reasons = try act.judged(reasons, nil, application.kind)
            // Nobody writes a person's name or number where it is kept in clear.
            let submission = try DecisionRecords.find(decision, in: act.session)?.submission
            let names = try submission.map { try act.personNames(SubmissionRecords.roles($0, in: act.session).map(\.identity)) } ?? []
            try act.demandOpen(reasons, names: names)
            guard try ReAuditRecords.close(decision, in: act.session) else { throw Refusal.reAuditClosed }
            let sealed = try act.seal([remark], of: "re_audit_finding", row: decision.bytes)
            try act.register(
                .reAuditFinding,
                [decision, verdict.rawValue, try reasons.canonicalText(), sealed?.bytes, sealed?.key, act.now, principal.account])
            if sealed != nil { try DepositRecords.lookAnew(application.registration, in: act.session) }
            act.recording.about(.application, stored.application)
            act.recording.about(.account, stored.reviewer)
            if let second = stored.secondReviewer { act.recording.about(.account, second) }
            act.recording.note("verdict", .string(verdict.rawValue))
            guard let found = try ReAuditRecords.find(decision, in: act.session) else { throw Refusal.notFound }
            return try act.installation.reAuditView(found, principal, at: act.now, in: act.session)
        }
    }

    /// What was drawn of an application, for the operating company's reviewers.
    func reAudit(
        of application: ApplicationID, _ principal: Principal, _ yielded: YieldedKeys, in session: any Session
    ) throws -> ReAuditView? {
        guard principal.permissions.contains(.registrationReview), principal.scope == .everything else { return nil }
        return try ReAuditRecords.find(about: application, in: session).map {
            try reAuditView($0, principal, yielded, at: now(), in: session)
        }
    }

    /// Nobody looks again at what he handed in or had a hand in approving.
    private func maySee(
        _ stored: StoredReAudit, of application: StoredApplication, _ principal: Principal, in session: any Session
    ) throws -> Bool {
        let account = principal.account
        guard account != stored.reviewer, account != stored.secondReviewer, !application.isBy(account),
            let decision = try DecisionRecords.find(stored.decision, in: session)
        else { return false }
        return try decision.decidedBy != account && decision.secondedBy != account
            && !ReviewOpinionRecords.isGiven(by: account, decision.submission, in: session)
    }

    /// `yielded`: nil in a list, which is no look at what is kept: the remark of a case that is live alone is shown there.
    private func reAuditView(
        _ stored: StoredReAudit, _ principal: Principal, _ yielded: YieldedKeys? = nil, at now: Instant, in session: any Session
    ) throws -> ReAuditView {
        guard let application = try ApplicationRecords.find(stored.application, .everything, in: session) else { throw Refusal.notFound }
        let finding = try stored.finding.map { finding in
            ReAuditView.Finding(
                verdict: finding.verdict, reasons: try DecisionReason.all(in: finding.reasons),
                remark: try remark(finding, of: stored.decision, application.registration, principal, yielded, at: now, in: session),
                foundAt: finding.foundAt, foundBy: finding.foundBy)
        }
        return ReAuditView(
            decision: stored.decision, application: stored.application, kind: application.kind, cards: application.cards,
            reviewer: stored.reviewer, secondReviewer: stored.secondReviewer, decidedAt: stored.decidedAt, finding: finding,
            isOpenToReader: try finding == nil && maySee(stored, of: application, principal, in: session))
    }
}

extension Installation {
    private func remark(
        _ finding: StoredReAudit.Finding, of decision: DecisionID, _ registration: RegistrationID, _ principal: Principal,
        _ yielded: YieldedKeys?, at now: Instant, in session: any Session
    ) throws -> String? {
        guard finding.sealed != nil else { return nil }
        if yielded == nil {
            guard let stored = try RegistrationRecords.find(registration, .everything, at: now, in: session),
                try KeptRecord.phase(of: stored, for: principal, at: now, in: session) == .live
            else { return nil }
        }
        return try openText(
            finding.sealed, finding.dataKey, of: "re_audit_finding", row: decision.bytes, yielded ?? YieldedKeys(), in: session)
    }
}

extension Refusal {
    package static let reAuditClosed = Refusal(
        "re-audit-closed", .conflict, house: .states, en: "Somebody has looked at this case again already.", zh: "该件已完成抽查。",
        mend: LocalText(en: "Take the next one.", zh: "请处理下一件。"))
    package static let ownReview = Refusal(
        "own-review", .forbidden, requirements: ["R-25-17"], en: "Nobody looks again at what he handed in or reviewed himself.",
        zh: "不得抽查本人提交或审核的申请。", mend: LocalText(en: "Leave it to another reviewer.", zh: "请由其他审核人员抽查。"))
}
