import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// What a decision came to.
package struct DecidedApplication: Hashable, Sendable {
    package let decision: DecisionID?
    package let state: ApplicationState
    package let registered: Int64
    package let excluded: Int64
    package let version: Int64
}

extension Installation {
    /// Decides a submitted application: one act for all its cards. Cards that cannot be registered are itemised, the rest proceed.
    /// The reviewer is never the submitter; what takes effect in the past waits for a second approver, and where the review policy asks for
    /// two reviewers the first one's approval waits for another's.
    ///
    /// - Parameters:
    ///   - note: the reason as the applicant reads it.
    ///   - remark: the reason as reviewers read it among themselves.
    package func decideApplication(
        as principal: Principal, _ id: ApplicationID, version: Int64, verdict: DecisionVerdict, reasons: [DecisionReason], note: String?,
        remark: String? = nil
    ) async throws -> DecidedApplication {
        guard verdict == .approve || !reasons.isEmpty else { throw Refusal.reasonsNeeded }
        guard TextBounds(0...2_000).admit(note ?? ""), TextBounds(0...2_000).admit(remark ?? "") else { throw Refusal.noteTooLong }
        let action: TrailAction =
            switch verdict {
            case .approve: .applicationApproved
            case .sendBack: .applicationSentBack
            case .refuse: .applicationRefused
            }
        return try await act(as: principal, action, needs: .registrationReview) { act in
            let deciding = try Deciding(
                act: act, id: id, version: version, expected: [.submitted, .awaitingSecondReview, .awaitingThirdReview])
            let reasons = try act.judged(reasons, verdict, deciding.submission.kind)
            try deciding.demandOpen(reasons, note)
            if verdict != .approve { try deciding.demandWords(for: reasons, note) }
            try deciding.demandNewEyes()
            let decided = try deciding.decide(verdict, reasons, note, remark)
            if let id = decided.decision { try deciding.keep(remark, of: id) }
            return decided
        }
    }

    /// The second approval of what takes effect in the past, by somebody who is neither submitter nor first approver.
    package func secondApproval(as principal: Principal, _ id: ApplicationID, version: Int64) async throws -> DecidedApplication {
        try await act(as: principal, .applicationApproved, needs: .registrationBackdate) { act in
            let deciding = try Deciding(act: act, id: id, version: version, expected: [.awaitingSecondApproval])
            guard let first = try DecisionRecords.latest(deciding.submission.id, in: act.session), first.decidedBy != principal.account
            else { throw Refusal.anotherPersonMustSecond }
            return try deciding.approve([], nil, firstApprover: first.decidedBy)
        }
    }
}

/// One submitted application being decided.
struct Deciding {
    let act: Act
    let application: StoredApplication
    let submission: StoredSubmission
    let registration: StoredRegistration

    init(act: Act, id: ApplicationID, version: Int64, expected: Set<ApplicationState>) throws {
        guard let application = try ApplicationRecords.find(id, act.principal.scope, in: act.session) else { throw Refusal.notFound }
        guard expected.contains(application.state), let submissionID = application.submission,
            let submission = try SubmissionRecords.find(submissionID, in: act.session)
        else { throw Refusal.notSubmitted }
        try ReviewRight.demand(act.principal, submissionID, in: act.session)
        guard application.version == version else { throw Refusal.stale }
        guard !application.isBy(act.principal.account) else { throw Refusal.ownApplication }
        // A carrier's answer does not wait for whoever looks at the case.
        if let holder = application.lockedBy, holder != act.principal.account, act.principal.means != .system,
            application.lockedUntil > act.now
        {
            throw Refusal.lockedByAnother
        }
        guard let registration = try RegistrationRecords.find(application.registration, .everything, at: act.now, in: act.session) else {
            throw Refusal.notFound
        }
        self.act = act
        self.application = application
        self.submission = submission
        self.registration = registration
        act.recording.about(.application, id)
        act.recording.about(.registration, registration.id)
    }

    /// The submitter is shown both, unmasked: no numbers, no names of persons.
    func demandOpen(_ reasons: [DecisionReason], _ note: String?) throws {
        let names = try act.personNames(SubmissionRecords.roles(submission.id, in: act.session).map(\.identity))
        try act.demandOpen(note, at: "/note", names: names)
        try act.demandOpen(reasons, names: names)
    }

    /// A person is told why: a reason that says nothing by itself needs words for him.
    func demandWords(for reasons: [DecisionReason], _ note: String?) throws {
        guard registration.subject == .person, let place = reasons.firstIndex(where: { $0.code == DecisionReason.other }),
            (note ?? "").allSatisfy(\.isWhitespace)
        else { return }
        throw Refusal.reasonWordsNeeded.at("/note").with(details: [Refusal.reasonWordsNeeded.at("/reasons/\(place)")])
    }

    /// A day or more in the past when it was handed in.
    var needsSecondApproval: Bool {
        submission.effectiveFrom.map { CivilDate(shanghai: $0) < CivilDate(shanghai: submission.submittedAt) } ?? false
    }

    /// From when what was decided counts.
    private var effectiveFrom: Instant { submission.effectiveFrom ?? act.now }

    /// Sealed for itself: the applicant is shown the note, never this.
    fileprivate func keep(_ remark: String?, of decision: DecisionID) throws {
        guard let remark, !remark.isEmpty else { return }
        let key = try act.freshDataKey()
        let sealed = try act.installation.vault.seal(
            Array(remark.utf8), under: key, at: SealedPlace(table: "decision_remark", column: "sealed", row: decision.bytes))
        try act.register(.decisionRemark, [decision, sealed, key.id, act.now])
    }

    // MARK: Outcomes

    func reject(_ verdict: DecisionVerdict, _ reasons: [DecisionReason], _ note: String?) throws -> DecidedApplication {
        let decision = try record(verdict, reasons, note, registered: 0, excluded: 0, firstApprover: nil)
        let state: ApplicationState = verdict == .refuse ? .refused : .sentBack
        if application.kind == .end { try act.closeTransfer(of: registration.id) }
        try ApplicationRecords.mark(
            application.id, state, decidedAt: verdict == .refuse ? act.now : nil,
            purgeAfter: act.now.adding(days: act.installation.settings.purgeDays), at: act.now, in: act.session)
        if verdict == .refuse, application.kind == .register {
            try RegistrationRecords.mark(registration.id, .refused, at: act.now, in: act.session)
        }
        // Handing in again takes a place anew; meanwhile it is nobody's.
        if application.kind == .register { try CardSlotRecords.release(registration.id, in: act.session) }
        try act.tell(verdict == .refuse ? .refused : .toBeMended, of: registration, submission.id, reason: reasons.first?.code)
        return DecidedApplication(decision: decision, state: state, registered: 0, excluded: 0, version: application.version + 1)
    }

    /// A person's card counts on an authority's verdict or the carrier's acceptance; a reviewer's eye alone does not make it so
    /// (R-PH-01, R-PH-04, R-PH-06).
    func needsCarrier() throws -> Bool {
        guard registration.subject == .person, submission.kind.reachesCarrier else { return false }
        return try !VerificationRecords.all(submission.id, in: act.session).contains { $0.isAuthorityMatch }
    }

    func releaseToCarrier(_ reasons: [DecisionReason], _ note: String?, firstApprover: AccountID? = nil) throws -> DecidedApplication {
        try demandLive()
        try demandStillValid()
        let decision = try record(.approve, reasons, note, registered: 0, excluded: 0, firstApprover: firstApprover)
        try ApplicationRecords.mark(
            application.id, .awaitingCarrier, decidedAt: nil, purgeAfter: nil, at: act.now, in: act.session)
        act.recording.note("awaits", "carrier")
        try wishOfCarrier(for: submission.id)
        try act.tell(.awaitingCarrier, of: registration, submission.id)
        return DecidedApplication(
            decision: decision, state: .awaitingCarrier, registered: 0, excluded: 0, version: application.version + 1)
    }

    func askForSecond(_ reasons: [DecisionReason], _ note: String?) throws -> DecidedApplication {
        try demandLive()
        let decision = try record(.approve, reasons, note, registered: 0, excluded: 0, firstApprover: nil)
        try ApplicationRecords.mark(
            application.id, .awaitingSecondApproval, decidedAt: nil, purgeAfter: nil, at: act.now, in: act.session)
        act.recording.note("awaits", "second-approval")
        return DecidedApplication(
            decision: decision, state: .awaitingSecondApproval, registered: 0, excluded: 0, version: application.version + 1)
    }

    /// - Parameter isValidityJudged: papers were judged when a reviewer let the case pass to the carrier, whose answer may take its time.
    func approve(
        _ reasons: [DecisionReason], _ note: String?, firstApprover: AccountID?, isValidityJudged: Bool = false
    ) throws -> DecidedApplication {
        try demandLive()
        if !isValidityJudged { try demandStillValid() }
        try demandUnchanged()
        let id: DecisionID = act.fresh()
        let outcome =
            switch submission.kind {
            case .register, .addCards:
                try HoldingBulk(act: act, registration: registration, decision: id).take(intervals(), from: effectiveFrom)
            case .end, .dispute:
                try HoldingBulk(act: act, registration: registration, decision: id).vacate(intervals(), from: effectiveFrom)
            case .changeRole, .correct, .prove: HoldingBulk.Outcome()
            }
        if registration.subject == .person { try settlePerson(outcome) }
        try lookAtLives()
        // What went through the carrier has ended there.
        if registration.subject == .person, submission.kind.endsHolding, !isValidityJudged { try wishOfCarrier(for: nil) }
        try record(
            .approve, reasons, note, id: id, registered: Int64(outcome.changed), excluded: Int64(outcome.excluded),
            firstApprover: firstApprover)
        try succeedRoles(decision: id)
        try keepEvidence()
        try settle(outcome)
        try drawForReAudit(id, firstApprover: firstApprover, isByCarrier: isValidityJudged)
        try act.tell(submission.kind.told, of: registration, submission.id)
        act.recording.note("registered", .integer(Int64(outcome.changed)))
        act.recording.note("excluded", .integer(Int64(outcome.excluded)))
        return DecidedApplication(
            decision: id, state: .approved, registered: Int64(outcome.changed), excluded: Int64(outcome.excluded),
            version: application.version + 1)
    }

    /// What has ended cannot be changed any more; a case about it can still be refused.
    func demandLive() throws {
        if application.kind != .register, registration.state != .registered { throw Refusal.notRegistered }
    }

    /// A person's correction was made of what stood there when it was handed in; what was decided since is not overwritten.
    private func demandUnchanged() throws {
        guard registration.subject == .person, submission.kind == .correct else { return }
        let standing = try RoleRecords.inForce(registration.id, at: act.now, asKnown: act.now, in: act.session)[.holder]
        guard let standing, standing.recordedAt <= submission.submittedAt else { throw Refusal.stale }
    }

    /// Whose service hangs on it is looked at once the decision counts: what it clears, and what now lacks a name (R-LC-02).
    private func lookAtLives() throws {
        let named = try intervals()
        let concerned: [ClosedRange<Int64>] =
            switch submission.kind {
            case .register, .addCards: named
            case .end, .dispute: try named.isEmpty ? HoldingRecords.intervals(of: registration.id, in: act.session) : named
            case .changeRole, .correct, .prove: []
            }
        if submission.kind == .prove { try lookAtUnverified(of: registration.id) }
        for interval in concerned { try LifeRecords.look(at: max(effectiveFrom, act.now), interval, in: act.session) }
    }

    /// Cards that are stopped until their holder is verified anew are looked at once he is.
    private func lookAtUnverified(of id: RegistrationID) throws {
        for interval in try HoldingRecords.intervals(of: id, in: act.session) {
            try LifeRecords.look(at: max(effectiveFrom, act.now), interval, stoppedFor: .reverificationDue, in: act.session)
        }
    }

    private func intervals() throws -> [ClosedRange<Int64>] { try SubmissionRecords.intervals(submission.id, in: act.session) }

    /// Papers that were valid when they were handed in may have run out since.
    func demandStillValid() throws {
        // Whoever gives a card up, disputes one or shows again who he is may do so with a paper that ran out.
        guard registration.subject == .unit || [.register, .addCards, .correct].contains(submission.kind) else { return }
        let today = Int64(CivilDate(shanghai: act.now).yyyymmdd)
        for pinned in try SubmissionRecords.roles(submission.id, in: act.session) {
            let identity = try PartyRecords.identity(pinned.identity, in: act.session)
            if let until = identity?.validUntil, until < today { throw Refusal.expiredMeanwhile.at(pinned.role.pointer + "/validUntil") }
            if let until = pinned.authorisedUntil, until < today { throw Refusal.expiredMeanwhile.at("/authorisation/validUntil") }
        }
    }

    private func settle(_ outcome: HoldingBulk.Outcome) throws {
        // A proof registers nothing: what was shown for it is destroyed when its time is over.
        try ApplicationRecords.mark(
            application.id, .approved, decidedAt: act.now,
            purgeAfter: submission.kind == .prove ? act.now.adding(days: act.installation.settings.purgeDays) : nil, at: act.now,
            in: act.session)
        switch submission.kind {
        case .register, .addCards, .end, .dispute:
            try RegistrationRecords.markRegistered(registration.id, cards: outcome.counts, at: act.now, in: act.session)
        case .changeRole, .correct, .prove: break
        }
    }

    /// The roles handed in become the roles in force from the effective date on. The handler of a change acts for that change only;
    /// whoever registered stays on record for the registration.
    private func succeedRoles(decision: DecisionID) throws {
        let changed = try changedRole()
        for pinned in try SubmissionRecords.roles(submission.id, in: act.session) {
            let counts =
                switch submission.kind {
                case .register: true
                case .changeRole, .correct: pinned.role == changed
                case .addCards, .end, .prove, .dispute: false
                }
            guard counts else { continue }
            try act.settle(pinned, isCorrection: submission.kind == .correct)
            for id in try registrations(of: pinned) { try succeed(pinned, in: id, decision) }
        }
    }

    /// What is corrected of a person counts for every card in his name.
    private func registrations(of pinned: PinnedRole) throws -> [RegistrationID] {
        guard registration.subject == .person, submission.kind == .correct else { return [registration.id] }
        let held = try CardSlotRecords.registrations(heldBy: [pinned.party], in: act.session).map(\.registration)
        // A card that came meanwhile has newer data.
        return try [registration.id]
            + held.filter { $0 != registration.id }.filter { id in
                let standing = try RoleRecords.inForce(id, at: act.now, asKnown: act.now, in: act.session)[.holder]
                return standing.map { $0.recordedAt <= submission.submittedAt } ?? false
            }
    }

    private func succeed(_ pinned: PinnedRole, in id: RegistrationID, _ decision: DecisionID) throws {
        let ordinal = try RoleRecords.nextOrdinal(id, pinned.role, in: act.session)
        try act.register(
            .roleSuccession,
            [
                id, pinned.role.rawValue, ordinal, pinned.party, pinned.identity, pinned.authorisedFrom, pinned.authorisedUntil,
                effectiveFrom, act.now, decision,
            ])
        act.recording.about(.registration, id)
        if submission.kind == .correct { try lookAtUnverified(of: id) }
    }

    private func changedRole() throws -> PartyRole? {
        try JSONValue(parsing: submission.content)["role"]?.stringValue.flatMap(PartyRole.init(rawValue:))
    }

    /// The frame of a face is not among what is kept: the person was told so (R-OP-03).
    private func keepEvidence() throws {
        guard submission.kind != .prove else { return }
        let evidence = try SubmissionRecords.evidence(submission.id, in: act.session).filter { $0.slot != .faceCapture }.map(\.evidence)
        try EvidenceUse.markRegistered(evidence, at: act.now, in: act.session)
    }

    @discardableResult
    private func record(
        _ verdict: DecisionVerdict, _ reasons: [DecisionReason], _ note: String?, id: DecisionID? = nil, registered: Int64, excluded: Int64,
        firstApprover: AccountID?
    ) throws -> DecisionID {
        let id: DecisionID = id ?? act.fresh()
        var sealed: [UInt8]?
        var keyID: [UInt8]?
        if let note, !note.isEmpty {
            let key = try act.freshDataKey()
            sealed = try act.installation.vault.seal(
                Array(note.utf8), under: key, at: SealedPlace(table: "decision", column: "sealed_note", row: id.bytes))
            keyID = key.id
        }
        try act.register(
            .decision,
            [
                id, submission.id, registration.id, verdict.rawValue, try reasons.canonicalText(), sealed, keyID, registered, excluded,
                effectiveFrom,
                act.now, firstApprover ?? act.principal.account, firstApprover == nil ? nil : act.principal.account,
            ])
        return id
    }
}

extension ApplicationKind {
    /// What a person is told when it was approved.
    fileprivate var told: NoticeKind {
        switch self {
        case .register, .addCards: .effective
        case .end, .dispute: .released
        case .changeRole, .correct, .prove: .answered
        }
    }
}

extension Refusal {
    static let noteTooLong = Refusal(
        "note-too-long", .invalid, house: .limits, en: "The note is too long.", zh: "备注过长。",
        mend: LocalText(en: "Keep it below 2000 characters.", zh: "请控制在 2000 字以内。"),
        pointer: "/note")
    static let reasonWordsNeeded = Refusal(
        "reason-words-needed", .invalid, requirements: ["R-AF-12"],
        en: "The reason “other” tells the applicant nothing by itself.", zh: "“其他”原因未向申请人说明具体内容。",
        mend: LocalText(
            en: "Say in the note why and what to do; the applicant reads it. Or choose a reason of the list.",
            zh: "请在备注中写明原因和处理办法，申请人可见；或从列表中选择原因。"))
    static let expiredMeanwhile = Refusal(
        "expired-meanwhile", .conflict, requirements: ["R-25-09"], en: "A document or authorisation expired while the application waited.",
        zh: "等待审核期间证件或授权已过期。", mend: LocalText(en: "Send it back for a valid one.", zh: "请退回补充有效证件或授权。"))
}
