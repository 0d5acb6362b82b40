import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let releaseAsked = TrailAction("application.release-asked")
}

extension Installation {
    /// The holder gives the card up, before the device is sold or handed on (Q-07, R-LC-08): asked on the device with which it was
    /// registered, with the document's number typed once more. A reviewer looks, the carrier answers, and the holding ends; whoever has
    /// the card next registers anew. What was registered stays on record.
    /// Throws `not-the-holder` when the number is another, `registration-not-live` when there is nothing to give up, `attempts-exhausted`.
    ///
    /// - Parameter language: in which the person reads, and is told how it stands.
    package func askForRelease(
        as principal: Principal, documentNumber: String, in language: ReaderLanguage = .chinese
    ) async throws -> PersonalStatus {
        let seat = try principal.demandSeat()
        let now = now()
        let isHolder = try await look(as: principal, needs: .personalRegister) { session in
            try PersonalCase.read(seat, at: now, in: self, session).registration?.state == .registered
        }
        guard isHolder else { throw Refusal.notRegistered }
        try await countProof(of: seat)
        return try await act(as: principal, .releaseAsked, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            guard let registration = standing.registration, registration.state == .registered,
                let link = try HoldingRecords.link(seat.subscription, at: act.now, asKnown: act.now, in: act.session),
                link.registration == registration.id
            else { throw Refusal.notRegistered }
            guard let holder = try act.holder(of: registration.id, typed: documentNumber) else { throw Refusal.notTheHolder }
            guard try ApplicationRecords.openEnding(of: registration.id, in: act.session) == nil else {
                throw Refusal.releaseAskedAlready
            }
            let application = try act.handInEnding(of: registration, of: standing.card, holder, language)
            act.recording.about(.application, application.id)
            act.recording.about(.registration, registration.id)
            return try PersonalStatus.read(registration, application, at: act.now, in: act.installation, act.session)
        }
    }

    /// Counted before it is compared, and kept though the act that compares is undone.
    private func countProof(of seat: CardSeat) async throws {
        let key = secrets.search.hash("proof:\(seat.id)", for: .attempt)
        let now = now()
        let count = try await store.write { try AttemptRecords.add(.card, key, at: now, in: $0) }
        guard count <= Self.proofsMax else { throw Refusal.attemptsExhausted }
    }

    /// Numbers that may be typed for one card in a day.
    private static let proofsMax = 5
}

extension Act {
    /// The holder as pinned, when the typed number is his document's.
    fileprivate func holder(of registration: RegistrationID, typed: String) throws -> RoleLink? {
        guard let link = try RoleRecords.inForce(registration, at: now, asKnown: now, in: session)[.holder], let identity = link.identity,
            let stored = try PartyRecords.identity(identity, in: session),
            let facts = try SealedIdentity.open(stored, vault: installation.vault, in: session)
        else { return nil }
        let typed = typed.uppercased().filter { !$0.isWhitespace }
        return typed == facts.documentNumber ? link : nil
    }

    fileprivate func handInEnding(
        of registration: StoredRegistration, of card: PersonalCard, _ holder: RoleLink, _ language: ReaderLanguage
    ) throws -> StoredApplication {
        guard let party = holder.party, let identity = holder.identity else { throw Refusal.notRegistered }
        let application = StoredApplication(fresh: fresh(), .end, of: registration.id, cards: 1, by: principal, at: now, unit: party)
        let draft = try SealedDraft(ApplicationContent(), for: application.id, in: installation)
        try DataKeyRecords.insert(draft.key, draft.wrapped, at: now, in: session)
        let submission: SubmissionID = fresh()
        let facts: JSONValue = [
            "cardClass": .string(card.product.cardClass.rawValue), "carrier": .string(card.product.carrier.code),
            SubmissionLanguage.name: .string(language.rawValue),
        ]
        try register(
            .submission,
            [
                submission, application.id, registration.id, Int64(0), ApplicationKind.end.rawValue, "personal", try facts.canonicalText(),
                party, Int64(1), Instant?.none, try SubmissionRecording.agentChain(of: registration.path, in: session), now,
                principal.account,
            ])
        let interval = card.subscription...card.subscription
        try SubmissionRecording(act: self, submission: submission).record(
            [PinnedRole(role: .holder, party: party, identity: identity, authorisedFrom: nil, authorisedUntil: nil)], [], [interval])
        let found = [CheckOutcome.passed("holder-proved-by-number", "R-LC-08", "/holder/documentNumber")]
        try register(.ruleJudgement, [submission, try RuleFindings([]).text(adding: found), now])
        try ApplicationRecords.insertSubmitted(
            application, draft: draft.bytes, key: draft.key.id, submission, unit: party, at: now, in: session)
        try ApplicationRecords.addIntervals(application.id, [interval], in: session)
        try tellHandedIn(.releaseAsked, of: registration, submission, standing: .submitted)
        guard let stored = try ApplicationRecords.find(application.id, principal.scope, in: session) else { throw Refusal.notFound }
        return stored
    }
}

extension Refusal {
    static let notTheHolder = Refusal(
        "not-the-holder", .invalid, requirements: ["R-LC-08"], en: "This is not the document number the card is registered with.",
        zh: "证件号码与该卡登记信息不一致。",
        mend: LocalText(en: "Type the holder's number; if the card is not yours, call the operator.", zh: "请输入机主证件号码；如非本人登记，请联系运营商。"),
        pointer: "/documentNumber")
    static let releaseAskedAlready = Refusal(
        "release-asked-already", .conflict, en: "It has been asked for already.", zh: "已提交解绑申请。",
        mend: LocalText(en: "Follow it by its code.", zh: "请凭办理编号查询进度。"))
}
