import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// Hands a person's case in: judged by the policies that count for the card, counted against what a person may have, pinned as it
    /// stands, and put to the machines that are connected, or to a reviewer.
    /// Throws `fields-invalid` with a detail for every need that is not met, `card-quota-reached`, `attempts-exhausted`,
    /// `in-person-only`, `card-under-application`, `card-already-registered`, `card-kept-for-next-owner` and what else
    /// keeps a card from it, `staff-may-not-verify`.
    ///
    /// - Parameters:
    ///   - language: in which the person reads, and is told from then on how it stands.
    ///   - admit: asked where what is handed in is whole, before anything is counted of card or person, and each time the act is tried; what it
    ///     throws refuses.
    package func submitPersonal(
        as principal: Principal, in language: ReaderLanguage = .chinese,
        admitting admit: @escaping @Sendable (Instant) throws -> Void = { _ in }
    ) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        let isProofCounted = try await countProof(of: seat, as: principal, admitting: admit)
        do {
            return try await handIn(as: principal, seat, language, isProofCounted: isProofCounted, admitting: admit)
        } catch let refusal as Refusal where Self.telling.contains(refusal.code) {
            // The act is undone, its count with it: what a refusal tells of others must not be had for nothing.
            let card = try await store.read { try PersonalCardRecords.find(seat.subscription, in: $0) }
            let now = now()
            if let card {
                let key = PersonalCase.attemptKey(of: card, in: self)
                _ = try await store.write { try AttemptRecords.add(.card, key, at: now, in: $0) }
            }
            throw refusal
        }
    }

    /// Refusals from which something about another case or person could be learned.
    private static let telling: Set<String> = ["document-under-other-name", "card-quota-reached"]

    private func handIn(
        as principal: Principal, _ seat: CardSeat, _ language: ReaderLanguage, isProofCounted: Bool,
        admitting admit: @escaping @Sendable (Instant) throws -> Void
    ) async throws -> PersonalCaseView {
        try await act(as: principal, .applicationSubmitted, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            let application = try standing.openApplication()
            guard try !SeatRecords.isStaffs(standing.stored.device, in: act.session) else { throw Refusal.staffMayNotVerify }
            let handed =
                switch application.kind {
                case .prove: try act.handInProof(standing, application, language, isCounted: isProofCounted)
                case .correct: try act.handInCorrection(standing, application, language, admitting: admit)
                default: try act.handInRegistration(standing, application, language, admitting: admit)
                }
            try ApplicationRecords.markSubmitted(
                application.id, handed.submission, state: handed.state, unit: handed.holder, by: seat.id, at: act.now, in: act.session)
            guard let registration = try RegistrationRecords.find(application.registration, .everything, at: act.now, in: act.session)
            else {
                throw Refusal.applicationClosed
            }
            try act.tellHandedIn(
                application.kind == .register ? .submitted : .asked, of: registration, handed.submission, standing: handed.state)
            return try act.personalView(of: seat)
        }
    }
}

/// What was handed in, about whom, and where it goes from here.
struct HandedInByPerson {
    let submission: SubmissionID
    let holder: PartyID
    let state: ApplicationState
}

extension Act {
    fileprivate func handInRegistration(
        _ standing: PersonalCase, _ application: StoredApplication, _ language: ReaderLanguage,
        admitting admit: @escaping @Sendable (Instant) throws -> Void
    ) throws -> HandedInByPerson {
        guard let registration = standing.registration else { throw Refusal.applicationClosed }
        guard try standing.transfer(in: session) == nil else { throw Refusal.transferNotEnded }
        let today = CivilDate(shanghai: now)
        var needs = try standing.needs(today: today)
        guard !needs.isInPersonOnly else { throw Refusal.inPersonOnly }
        guard !needs.methods.contains(.providerCapture) || installation.verification?.capture != nil else {
            throw Refusal.providerCaptureNotOffered
        }
        let isReusing = standing.reused != nil && !needs.methods.contains(.documentPhotos)
        // Pictures of another agent's customer are not the next agent's to open.
        if isReusing { needs.agentReviews = false }
        let handed = try PersonalHanding(
            act: self, application: application, registration: registration, content: standing.content, card: standing.card,
            deviceType: standing.deviceType, needs: needs, consents: standing.given, outlook: standing.outlook,
            device: standing.stored.device, language: language, reused: isReusing ? standing.reused?.evidence ?? [] : [],
            isCaptured: standing.isCaptured, isGuardianAnother: standing.isGuardianAnother, admit: admit
        ).pin()
        try RegistrationRecords.setUnit(registration.id, handed.unit, at: now, in: session)
        let state = try askProviders(about: handed.submission, of: application.id, needs)
        return HandedInByPerson(submission: handed.submission, holder: handed.unit, state: state)
    }
}
