import Numbers
import Records
import Registry
import SQLCore

extension TrailAction {
    static let proofBegun = TrailAction("own-data.proof-begun")
}

extension Installation {
    /// Begins to prove again who one is, at the entrance of a card that is registered: by the number of the document the card is
    /// registered with, and the face, or a photo and a reviewer in its place. Proved, what is registered of this person is shown on this
    /// device for `own-data-hours` (R-DP-08, R-PH-06).
    /// Throws `registration-not-live` where nobody answers for the card, `registration-under-way` where it is being registered.
    package func beginProof(as principal: Principal) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .proofBegun, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            if standing.kind == .prove { return try standing.view(at: act.now, act.session) }
            // A correction may wait for the proof it needs.
            guard standing.kind == .correct || standing.application?.state.isDecided ?? true else { throw Refusal.registrationUnderWay }
            guard try !SeatRecords.isStaffs(standing.stored.device, in: act.session) else { throw Refusal.staffMayNotVerify }
            guard let own = try act.ownRegistration(of: seat.subscription) else { throw Refusal.notRegistered }
            let application = try act.beginApplication(.prove, of: own.registration.id, ApplicationContent(), unit: nil)
            try SeatRecords.setProof(seat.id, application, in: act.session)
            act.recording.about(.registration, own.registration.id)
            return try act.personalView(of: seat)
        }
    }

    /// Each number typed for a proof counts before it is compared. Answers whether one was.
    ///
    /// - Parameter admit: asked first where a number may be typed still: what it refuses compares nothing, and counts for nobody.
    func countProof(
        of seat: CardSeat, as principal: Principal, admitting admit: @Sendable (Instant) throws -> Void
    ) async throws -> Bool {
        let now = now()
        let (isProving, hasRegistered) = try await look(as: principal, needs: .personalRegister) { session in
            let standing = try PersonalCase.read(seat, at: now, in: self, session)
            guard standing.kind == .prove, standing.application?.state.isOpenToSubmitter == true else { return (false, false) }
            // What is not whole compares nothing.
            let today = CivilDate(shanghai: now)
            let slots = Set((standing.content.evidence ?? [:]).filter { !$0.value.isEmpty }.keys.compactMap(EvidenceSlot.init(rawValue:)))
            let isWhole = try PersonalContentRules(today: today)
                .judgeProof(
                    standing.content, age: standing.holderAge, needs: standing.needs(today: today), evidenceSlots: slots,
                    consents: standing.given
                ).isEmpty
            let isRegistered = standing.registration?.state == .registered
            guard try !isWhole || self.proofsLeft(at: seat, hasRegistered: isRegistered, now: now, in: session) > 0 else {
                throw Refusal.attemptsExhausted
            }
            return (isWhole, isRegistered)
        }
        guard isProving else { return false }
        try admit(now)
        try await countProof(at: seat, hasRegistered: hasRegistered)
        return true
    }
}

extension Act {
    /// - Parameter isCounted: admitted and counted; what became whole only after it was looked at is compared with nothing.
    func handInProof(
        _ standing: PersonalCase, _ application: StoredApplication, _ language: ReaderLanguage, isCounted: Bool
    ) throws -> HandedInByPerson {
        let today = CivilDate(shanghai: now)
        let needs = try standing.needs(today: today)
        let evidence = try usableEvidence(standing.content, for: needs)
        let failures = PersonalContentRules(today: today)
            .judgeProof(
                standing.content, age: standing.holderAge, needs: needs, evidenceSlots: Set(evidence.map(\.slot)), consents: standing.given
            ).map(\.asRefusal)
        guard failures.isEmpty else { throw Refusal.invalid(failures) }
        guard isCounted else { throw Refusal.stale }
        try demandFreshFace(evidence, needs)
        guard let own = try ownRegistration(of: standing.seat.subscription), own.registration.id == application.registration else {
            throw Refusal.notRegistered
        }
        guard own.isHolders(standing.content.holder?.documentNumber ?? "", today: today) else {
            throw Refusal.notTheHolder.at("/holder/documentNumber")
        }
        let submission = try recordOwn(
            .prove, application.id, of: own, by: own.holder, in: language, evidence: evidence,
            ordinal: application.submission == nil ? 0 : SubmissionRecords.nextOrdinal(application.id, in: session),
            found: [.passed("holder-proved-by-number", "R-DP-08", "/holder/documentNumber")]
                + captureWarnings(of: application, evidence, device: standing.stored.device))
        try register(.submissionNeeds, [submission, try standing.outlook.versionsText(), try needs.canonicalText(), now])
        let state = try askProviders(about: submission, of: application.id, needs, asksAuthority: false)
        return HandedInByPerson(submission: submission, holder: own.holder.party, state: state)
    }
}

/// Somebody who has shown on this device who he is.
struct ProvenPerson: Sendable {
    let party: PartyID
    /// Until when it counts.
    let until: Instant

    static func isProved(_ seat: CardSeat, at now: Instant, in installation: Installation, _ session: any Session) throws -> Bool {
        try find(seat, at: now, in: installation, session) != nil
    }

    /// Throws `identity-not-proved` where it was not shown, or too long ago.
    static func demand(_ seat: CardSeat, at now: Instant, in installation: Installation, _ session: any Session) throws -> ProvenPerson {
        guard let person = try find(seat, at: now, in: installation, session) else { throw Refusal.identityNotProved }
        return person
    }

    static func find(_ seat: CardSeat, at now: Instant, in installation: Installation, _ session: any Session) throws -> ProvenPerson? {
        guard let proof = try SeatRecords.find(seat.id, in: session)?.proof,
            let application = try ApplicationRecords.find(proof, .card(seat), in: session), application.state == .approved,
            let party = application.unit,
            let until = application.decidedAt?.adding(seconds: installation.settings.ownDataHours * 3_600), until > now
        else { return nil }
        return ProvenPerson(party: party, until: until)
    }
}

extension Refusal {
    package static let identityNotProved = Refusal(
        "identity-not-proved", .forbidden, requirements: ["R-DP-08"], en: "This is shown to the person himself only.", zh: "仅向本人提供。",
        mend: LocalText(en: "Prove again who you are.", zh: "请先重新验证身份。"))
    static let registrationUnderWay = Refusal(
        "registration-under-way", .conflict, house: .states, en: "The card is being registered here.", zh: "此卡正在办理登记。",
        mend: LocalText(en: "Finish or withdraw it first.", zh: "请先完成或撤回办理。"))
}
