import Records
import Registry
import SQLCore
import Vault

/// An application as staff see it; the content is masked unless it was revealed.
package struct ApplicationView: Sendable {
    package let application: StoredApplication
    package let registrationCode: String
    package let channel: Channel
    package let subject: DocumentType.Subject
    /// The name of the organisation that took it.
    package let takenBy: String
    /// nil when it was purged, or withheld.
    package let content: ApplicationContent?
    package let unit: UnitEntry?
    /// What the case is judged by, those pictures too that it did not bring itself; nil for whoever may not review it, and before it is
    /// handed in.
    package let evidence: [CaseEvidence]?
    package let readFields: [ReadField]
    package let checks: [StoredCheck]
    package let decision: StoredDecision?
    package let reasons: [DecisionReason]
    package let note: String?
    /// For reviewers alone.
    package let remark: String?
    /// What reviewers said before it was decided, and what looking again found: for reviewers alone.
    package let opinions: [OpinionView]
    package let reAudit: ReAuditView?
    /// For a person's card: what was needed, what providers said, what the carrier said.
    package let needs: Set<VerificationMethod>
    package let verifications: [StoredVerification]
    package let carrierReplies: [(verdict: CarrierVerdict, receipt: String, recordedAt: Instant)]
    /// The program that is told what becomes of it: for whoever named it, and those who manage the webhook whose secret signs.
    package let callback: StoredCallback?
    /// Its registration has ended: what people handed in and wrote is for lawful tracing only (invariant 9); or custodians have its key.
    package let isWithheld: Bool
    /// Whoever reviews is shown a face of which no machine said, or will say, whether somebody alive was before the camera.
    package var lacksLivenessVerdict: Bool {
        application.state != .checking && evidence?.contains { $0.slot == .faceCapture } == true
            && !verifications.contains { $0.liveness == Liveness.live.rawValue || $0.liveness == Liveness.spoof.rawValue }
    }
    let kept: KeptRecord
    /// What custodians yielded to the opening that it was read by.
    let yielded: YieldedKeys
}

extension ApplicationView: RecordShowing {
    var keptLook: KeptLook? {
        guard kept.phase != .live, kept.isReadable else { return nil }
        return KeptLook(phase: kept.phase, registration: application.registration, application: application.id)
    }
}

extension Installation {
    /// Masked. A look at one whose registration has ended leaves its entry.
    package func readApplication(as principal: Principal, _ id: ApplicationID) async throws -> ApplicationView {
        try await lookAtRecord(as: principal, needs: .registrationRead) { [self] session in
            try view(of: id, principal, isRevealed: false, in: session)
        }
    }

    /// The application unmasked: needs a purpose, and leaves its entry. Throws `kept-for-tracing`, `sealed`, `in-custody`.
    package func revealApplication(as principal: Principal, _ id: ApplicationID, purpose: String) async throws -> ApplicationView {
        try Purpose.demand(purpose, today: chinaDay())
        return try await act(as: principal, .applicationRevealed, needs: .reveal, purpose: purpose) { act in
            let view = try act.installation.view(of: id, principal, isRevealed: true, in: act.session)
            try ReviewRight.demand(principal, view.application.submission, in: act.session)
            try view.kept.demand()
            if view.content == nil, let key = view.application.draftKey { try view.kept.demandYielded(key, in: act.session) }
            act.note(view.kept.phase, openedBy: view.kept.opening)
            try act.demandOpen(
                purpose, at: "/purpose",
                names: (view.content?.personNames ?? [])
                    + act.installation.personNames(
                        of: view.application.registration, at: act.now, yielded: view.yielded, in: act.session))
            act.recording.about(.application, id)
            act.recording.about(.registration, view.application.registration)
            return view
        }
    }

    /// A queue when asked for one state (the oldest first), else the newest first.
    package func listApplications(
        as principal: Principal, state: ApplicationState?, kind: ApplicationKind?, registration: RegistrationID?,
        after: (Instant, ApplicationID)?, limit: Int
    ) async throws -> [StoredApplication] {
        try await look(as: principal, needs: .registrationRead) { session in
            try ApplicationRecords.list(
                principal.scope, state: state, kind: kind, registration: registration, after: after, limit: limit, in: session)
        }
    }

    /// How many applications are in a state, up to `most`, and since when the oldest of them waits.
    package func countApplications(
        as principal: Principal, in state: ApplicationState, most: Int
    ) async throws -> (count: Int64, since: Instant?) {
        try await look(as: principal, needs: .registrationRead) { session in
            try ApplicationRecords.waiting(principal.scope, state: state, most: most, in: session)
        }
    }

    /// How many drafts and cases sent back are destroyed within so many days unless somebody hands them in, up to `most`, and when the first is.
    package func countPurges(
        as principal: Principal, withinDays days: Int64, most: Int
    ) async throws -> (count: Int64, first: Instant?) {
        let until = now().adding(days: days)
        return try await look(as: principal, needs: .registrationRead) { session in
            try ApplicationRecords.purges(principal.scope, until: until, most: most, in: session)
        }
    }

    /// The cards a decision left out, with the reason for each.
    package func listExclusions(
        as principal: Principal, _ id: ApplicationID, after: Int64, limit: Int
    ) async throws -> [(subscription: Int64, iccid: String, code: String)] {
        try await look(as: principal, needs: .registrationRead) { session in
            guard let stored = try ApplicationRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            guard let decision = try stored.submission.flatMap({ try DecisionRecords.latest($0, in: session) }) else { return [] }
            return try DecisionRecords.exclusions(decision.id, after: after, limit: limit, in: session)
        }
    }

    private func view(
        of id: ApplicationID, _ principal: Principal, isRevealed: Bool, in session: any Session
    ) throws -> ApplicationView {
        guard let stored = try ApplicationRecords.find(id, principal.scope, in: session),
            let registration = try RegistrationRecords.find(stored.registration, .everything, at: now(), in: session)
        else { throw Refusal.notFound }
        let kept = try KeptRecord(registration, for: principal, isRevealed: isRevealed, at: now(), in: session)
        let isOpen = isRevealed ? kept.isOpen : kept.isReadable
        let yielded = isRevealed ? try self.yielded(by: kept.opening, in: session) : YieldedKeys()
        let content = isOpen ? try SealedContent.open(stored, vault: vault, yielded: yielded, in: session) : nil
        let isInCustody = try isOpen && content == nil && stored.draftKey.map { try DepositRecords.isInCustody($0, in: session) } ?? false
        let decision = try stored.submission.flatMap { try DecisionRecords.latest($0, in: session) }
        return ApplicationView(
            application: stored, registrationCode: registration.code, channel: registration.channel,
            subject: registration.subject,
            takenBy: try OrganisationRecords.find(stored.organisation, within: .everything, in: session)?.name ?? "",
            content: isRevealed ? content : content?.masked,
            unit: try (stored.unit ?? registration.unit).flatMap { try UnitRecords.find($0, in: session) },
            evidence: isOpen ? try caseEvidence(of: stored, registration.subject, principal, in: session) : nil,
            readFields: content?.readFields(today: try chinaDay()) ?? [],
            checks: try stored.submission.map { try CheckRecords.all($0, in: session) } ?? [], decision: decision,
            reasons: try decision.map { try DecisionReason.all(in: $0.reasons) } ?? [],
            note: isOpen ? try decision.flatMap { try note($0, yielded, in: session) } : nil,
            remark: try isOpen && ReviewRight.isHeld(by: principal, stored.submission, in: session)
                ? try decision.flatMap { try remark($0, yielded, in: session) } : nil,
            opinions: isOpen ? try opinions(of: stored, principal, yielded, in: session) : [],
            reAudit: isOpen ? try reAudit(of: stored.id, principal, yielded, in: session) : nil,
            needs: try stored.submission.flatMap { try VerificationRecords.needs($0, in: session) }
                .map { try VerificationNeeds.kept($0.needs).methods } ?? [],
            verifications: try verifications(of: stored.submission, principal, in: session),
            carrierReplies: try stored.submission.map { try VerificationRecords.carrierReplies($0, in: session) } ?? [],
            callback: try callback(of: stored, principal, in: session), isWithheld: !isOpen || isInCustody, kept: kept,
            yielded: yielded)
    }

    private func callback(of stored: StoredApplication, _ principal: Principal, in session: any Session) throws -> StoredCallback? {
        let isOwn = stored.createdBy == principal.account
        guard isOwn || principal.permissions.contains(.webhookManage), let callback = try CallbackRecords.find(stored.id, in: session)
        else { return nil }
        if isOwn { return callback }
        guard let webhook = try WebhookRecords.find(callback.webhook, principal.scope, in: session),
            try !isOfAnothersUnit(webhook, for: principal, in: session)
        else { return nil }
        return callback
    }

    /// What providers said, of each person beside the others. How near a face came is for those who decide: to anybody else it would teach how to pass.
    private func verifications(
        of submission: SubmissionID?, _ principal: Principal, in session: any Session
    ) throws -> [StoredVerification] {
        guard let submission else { return [] }
        let all = try VerificationRecords.all(submission, in: session).authorityFirst
        return try ReviewRight.isHeld(by: principal, submission, in: session) ? all : all.map(\.withoutScore)
    }

    /// The reviewer's words to the submitter; sealed, because people write names into notes.
    func note(_ decision: StoredDecision, _ yielded: YieldedKeys, in session: any Session) throws -> String? {
        guard let sealed = decision.sealedNote, let keyID = decision.noteKey,
            let key = try yielded.open(keyID, with: vault, in: session)
        else { return nil }
        let place = SealedPlace(table: "decision", column: "sealed_note", row: decision.id.bytes)
        return String(decoding: try vault.open(sealed, under: key, at: place), as: UTF8.self)
    }

    private func remark(_ decision: StoredDecision, _ yielded: YieldedKeys, in session: any Session) throws -> String? {
        guard let kept = try DecisionRecords.remark(decision.id, in: session),
            let key = try yielded.open(kept.key, with: vault, in: session)
        else { return nil }
        let place = SealedPlace(table: "decision_remark", column: "sealed", row: decision.id.bytes)
        return String(decoding: try vault.open(kept.sealed, under: key, at: place), as: UTF8.self)
    }
}

extension [StoredVerification] {
    /// The authority's word about the holder, about whoever stands beside him, then that about the face.
    fileprivate var authorityFirst: [StoredVerification] {
        sorted { ($0.method.askedAbout == nil ? 1 : 0, $0.method) < ($1.method.askedAbout == nil ? 1 : 0, $1.method) }
    }
}

extension ApplicationContent {
    /// As those see it who may not reveal: persons masked, the unit's public facts as they are.
    package var masked: ApplicationContent {
        var copy = self
        copy.unit?.contact = unit?.contact.map(Mask.phone)
        copy.handler = handler?.masked
        copy.responsiblePerson = responsiblePerson?.masked
        copy.actualUser = actualUser?.masked
        copy.proxy = proxy?.masked
        copy.holder = holder?.masked
        copy.guardian = guardian?.masked
        copy.readings = readings?.mapValues { fields in
            Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.key == "name" ? Mask.name($0.value) : "****") })
        }
        return copy
    }
}

extension PartyFacts {
    package var masked: PartyFacts {
        var copy = self
        copy.name = name.map(Mask.name)
        copy.documentNumber = documentNumber.map(Mask.number)
        copy.formerNumber = formerNumber.map(Mask.number)
        copy.birthDate = birthDate.map { _ in Mask.date }
        copy.address = address.map(Mask.address)
        copy.contact = contact.map(Mask.phone)
        return copy
    }
}
