import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// Why a reviewer sends back or refuses: a field and a code of the maintained list.
package struct DecisionReason: Codable, Hashable, Sendable {
    package let pointer: String
    package let code: String

    package init(pointer: String, code: String) {
        self.pointer = pointer
        self.code = code
    }

    /// What the applicant reads; the code itself where it is on the list no more.
    package func text(in language: ReaderLanguage) -> String { Self.codes[code]?.text(in: language) ?? code }

    /// A field of the content, such as `/evidence/unit-document`; it is kept in clear.
    fileprivate var hasPlainPointer: Bool {
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

    /// Reasons a reviewer may give; the free text goes into the note, which is sealed.
    package static let codes: [String: LocalText] = [
        "unreadable": LocalText(en: "The picture cannot be read.", zh: "图片不清晰，无法辨认。"),
        "does-not-match": LocalText(en: "It does not match the document.", zh: "与证件不一致。"),
        "not-sealed": LocalText(en: "The unit's seal is missing or unclear.", zh: "缺少公章或公章不清晰。"),
        "wrong-document": LocalText(en: "This is not the document that is needed.", zh: "证件类型不符合要求。"),
        "expired": LocalText(en: "It has expired.", zh: "已过有效期。"),
        "not-authorised": LocalText(en: "The authorisation does not cover this.", zh: "授权范围不足。"),
        "use-not-plausible": LocalText(en: "The use is not plausible.", zh: "使用场景不合理。"),
        "identity-mismatch": LocalText(en: "Name and number do not belong together in the register.", zh: "姓名与证件号码不一致。"),
        "identity-no-record": LocalText(
            en: "The register has no such record; new documents take up to 72 hours.", zh: "未查到证件信息；新办证件可能需 72 小时同步。"),
        "document-not-in-service": LocalText(en: "The document was reported lost or replaced.", zh: "证件已挂失或已换领。"),
        "face-different": LocalText(en: "The face is not that on the document.", zh: "人脸与证件不符。"),
        "liveness-failed": LocalText(en: "It was not certain that a living person was before the camera.", zh: "活体检测未通过。"),
        "carrier-refused": LocalText(en: "The carrier did not accept the registration.", zh: "运营商未受理该登记。"),
        "other": LocalText(en: "See the note.", zh: "详见备注。"),
    ]
}

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
    /// The reviewer is never the submitter; what takes effect in the past waits for a second approver.
    ///
    /// - Parameters:
    ///   - note: the reason as the applicant reads it.
    ///   - remark: the reason as reviewers read it among themselves.
    package func decideApplication(
        as principal: Principal, _ id: ApplicationID, version: Int64, verdict: DecisionVerdict, reasons: [DecisionReason], note: String?,
        remark: String? = nil
    ) async throws -> DecidedApplication {
        guard verdict == .approve || !reasons.isEmpty else { throw Refusal.reasonsNeeded }
        guard reasons.count <= 50, reasons.allSatisfy({ DecisionReason.codes[$0.code] != nil && $0.hasPlainPointer }) else {
            throw Refusal.reasonUnknown
        }
        guard TextBounds(0...2_000).admit(note ?? ""), TextBounds(0...2_000).admit(remark ?? "") else { throw Refusal.noteTooLong }
        let action: TrailAction =
            switch verdict {
            case .approve: .applicationApproved
            case .sendBack: .applicationSentBack
            case .refuse: .applicationRefused
            }
        return try await act(as: principal, action, needs: .registrationReview) { act in
            let deciding = try Deciding(act: act, id: id, version: version, expected: .submitted)
            try deciding.demandOpen(reasons, note)
            let decided: DecidedApplication
            switch verdict {
            case .approve where deciding.needsSecondApproval: decided = try deciding.askForSecond(reasons, note)
            case .approve where try deciding.needsCarrier(): decided = try deciding.releaseToCarrier(reasons, note)
            case .approve: decided = try deciding.approve(reasons, note, firstApprover: nil)
            case .sendBack, .refuse: decided = try deciding.reject(verdict, reasons, note)
            }
            if let id = decided.decision { try deciding.keep(remark, of: id) }
            return decided
        }
    }

    /// The second approval of what takes effect in the past, by somebody who is neither submitter nor first approver.
    package func secondApproval(as principal: Principal, _ id: ApplicationID, version: Int64) async throws -> DecidedApplication {
        try await act(as: principal, .applicationApproved, needs: .registrationBackdate) { act in
            let deciding = try Deciding(act: act, id: id, version: version, expected: .awaitingSecondApproval)
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

    init(act: Act, id: ApplicationID, version: Int64, expected: ApplicationState) throws {
        guard let application = try ApplicationRecords.find(id, act.principal.scope, in: act.session) else { throw Refusal.notFound }
        guard application.state == expected, let submissionID = application.submission,
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
        for (place, reason) in reasons.enumerated() {
            try act.demandOpen(reason.pointer, at: "/reasons/\(place)/pointer", names: names)
        }
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

    func releaseToCarrier(_ reasons: [DecisionReason], _ note: String?) throws -> DecidedApplication {
        try demandLive()
        try demandStillValid()
        let decision = try record(.approve, reasons, note, registered: 0, excluded: 0, firstApprover: nil)
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
        try act.tell(submission.kind.told, of: registration, submission.id)
        act.recording.note("registered", .integer(Int64(outcome.changed)))
        act.recording.note("excluded", .integer(Int64(outcome.excluded)))
        return DecidedApplication(
            decision: id, state: .approved, registered: Int64(outcome.changed), excluded: Int64(outcome.excluded),
            version: application.version + 1)
    }

    /// What has ended cannot be changed any more; a case about it can still be refused.
    private func demandLive() throws {
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
        for interval in concerned { try LifeRecords.look(at: max(effectiveFrom, act.now), interval, in: act.session) }
    }

    private func intervals() throws -> [ClosedRange<Int64>] { try SubmissionRecords.intervals(submission.id, in: act.session) }

    /// Papers that were valid when they were handed in may have run out since.
    private func demandStillValid() throws {
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
        let reasonText = try JSONValue.array(reasons.map { ["code": .string($0.code), "pointer": .string($0.pointer)] }).canonicalText()
        try act.register(
            .decision,
            [
                id, submission.id, registration.id, verdict.rawValue, reasonText, sealed, keyID, registered, excluded, effectiveFrom,
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
    static let reasonUnknown = Refusal(
        "reason-unknown", .invalid, en: "A reason is not on the list.", zh: "原因不在列表内。",
        mend: LocalText(en: "Choose from the list; write the rest into the note.", zh: "请从列表中选择，其余写入备注。"), pointer: "/reasons")
    static let noteTooLong = Refusal(
        "note-too-long", .invalid, en: "The note is too long.", zh: "备注过长。",
        mend: LocalText(en: "Keep it below 2000 characters.", zh: "请控制在 2000 字以内。"),
        pointer: "/note")
    static let expiredMeanwhile = Refusal(
        "expired-meanwhile", .conflict, requirements: ["R-25-09"], en: "A document or authorisation expired while the application waited.",
        zh: "等待审核期间证件或授权已过期。", mend: LocalText(en: "Send it back for a valid one.", zh: "请退回补充有效证件或授权。"))
}
