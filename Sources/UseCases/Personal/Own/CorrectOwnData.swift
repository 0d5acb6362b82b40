import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let correctionBegun = TrailAction("own-data.correction-begun")
}

extension Installation {
    /// Begins the correction of what is registered of a person who has proved who he is: a draft with what stands there, to be changed,
    /// with the document photographed as it is now. A reviewer decides; approved, it is a new version of the identity and counts for
    /// every card in his name. The earlier version stays on record (R-DP-08).
    /// Throws `identity-not-proved`, `not-found`, `registration-under-way`.
    package func beginCorrection(as principal: Principal, code: String) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .correctionBegun, needs: .personalRegister) { act in
            let own = try act.ownRegistration(code: code, at: seat)
            let standing = try act.personalCase(of: seat)
            if standing.kind == .correct { return try standing.view(at: act.now, act.session) }
            guard standing.application?.state.isDecided ?? true else { throw Refusal.registrationUnderWay }
            for (_, id) in try CardSlotRecords.registrations(heldBy: [own.holder.party], in: act.session) {
                guard try ApplicationRecords.undecided([.correct], of: id, in: act.session) == nil else { throw Refusal.askedAlready }
            }
            var content = ApplicationContent()
            content.holder = PartyFacts(own.facts)
            content.role = .holder
            let application = try act.beginApplication(.correct, of: own.registration.id, content, unit: nil)
            try ApplicationRecords.addIntervals(application, [own.card.subscription...own.card.subscription], in: act.session)
            try SeatRecords.setCorrection(seat.id, application, in: act.session)
            act.recording.about(.registration, own.registration.id)
            return try act.personalView(of: seat)
        }
    }
}

extension Act {
    func handInCorrection(
        _ standing: PersonalCase, _ application: StoredApplication, _ language: ReaderLanguage, admitting admit: (Instant) throws -> Void
    ) throws -> HandedInByPerson {
        _ = try ProvenPerson.demand(standing.seat, at: now, in: installation, session)
        let today = CivilDate(shanghai: now)
        let needs = try standing.needs(today: today)
        let evidence = try usableEvidence(standing.content, for: needs)
        let judgement = PersonalContentRules(today: today, warningDays: Int(installation.settings.expiryWarningDays))
            .judge(
                standing.content, age: standing.holderAge, needs: needs, evidenceSlots: Set(evidence.map(\.slot)),
                consents: standing.given, isGuardianAnother: standing.isGuardianAnother, isCorrection: true)
        let failures = judgement.failures.map(\.asRefusal)
        guard failures.isEmpty else { throw Refusal.invalid(failures) }
        try admit(now)
        guard let subscription = try ApplicationRecords.intervals(application.id, in: session).first?.lowerBound,
            let own = try ownRegistration(of: subscription), own.registration.id == application.registration
        else { throw Refusal.notRegistered }
        guard let judged = judgement.parties.first(where: { $0.role == .holder }) else { throw Refusal.applicationClosed }
        // Another number is another document: that is a registration anew, not a mended one.
        guard judged.documentNumber == own.facts.documentNumber, judged.documentType.isCorrection(of: own.facts.documentType) else {
            throw Refusal.numberNotCorrected
        }
        let standingSince = try RoleRecords.inForce(own.registration.id, at: now, asKnown: now, in: session)[.holder]?.recordedAt
        guard let standingSince, standingSince <= application.createdAt else { throw Refusal.stale }
        let facts = IdentityFacts(judged)
        guard facts != own.facts else { throw Refusal.nothingCorrected }
        let pinned = try pin(
            PreparedIdentity(judged, for: installation, in: session), correcting: own.holder.party, authorisedFrom: nil,
            authorisedUntil: nil)
        guard pinned.role.party == own.holder.party else { throw Refusal.numberNotCorrected }
        let submission = try recordOwn(
            .correct, application.id, of: own, by: pinned.role, in: language, evidence: evidence,
            ordinal: application.submission == nil ? 0 : SubmissionRecords.nextOrdinal(application.id, in: session),
            found: judgement.outcomes + [.passed("identity-proved-again", "R-DP-08", "/holder")]
                + captureWarnings(of: application, evidence, device: standing.stored.device))
        try register(.submissionNeeds, [submission, try standing.outlook.versionsText(), try needs.canonicalText(), now])
        let state = try askProviders(about: submission, of: application.id, needs)
        return HandedInByPerson(submission: submission, holder: own.holder.party, state: state)
    }
}

extension DocumentType {
    /// A document of the same number may stand in place of the former, as the resident ID does for the temporary one.
    fileprivate func isCorrection(of former: DocumentType) -> Bool {
        searchKey("") == former.searchKey("")
    }
}

extension Refusal {
    static let numberNotCorrected = Refusal(
        "number-not-corrected", .invalid, requirements: ["R-25-13"],
        en: "The document's kind and number are not corrected here: another document is registered anew.",
        zh: "证件类型和号码不能更正；更换证件须重新登记。",
        mend: LocalText(en: "Give the card up and register it anew, or go to a business hall.", zh: "请解绑后重新登记，或到营业厅办理。", sendsTo: .hall),
        pointer: "/holder/documentNumber")
    static let nothingCorrected = Refusal(
        "nothing-corrected", .invalid, requirements: ["R-DP-08"], en: "Nothing differs from what is registered.", zh: "内容与登记信息相同。",
        mend: LocalText(en: "Change what is wrong.", zh: "请修改有误的内容。"), pointer: "/holder")
}
