import Numbers
import Records
import Registry
import SQLCore
import Vault

/// Everything a person at a card's entrance is shown of his own case.
package struct PersonalCaseView: Sendable {
    package enum Standing: String, Sendable {
        /// Nothing stands in the way.
        case open
        /// Somebody answers for the card already.
        case registered
        /// Its holder is giving it to whoever is here: everything may be prepared, and handed in once his holding has ended.
        case inTransfer = "in-transfer"
        /// Another application for the card is under way.
        case underApplication = "under-application"
        /// The card cannot be registered here; `refusal` says why.
        case closed
    }

    /// Whether pictures of the document that were taken lately may count again.
    package enum Reuse: String, Sendable {
        case none
        case offered
        case used
    }

    /// What the person is about: registering the card, proving again who he is, or having his data corrected.
    package let kind: ApplicationKind
    package let iccid: String
    package let carrier: Carrier
    package let cardClass: CardClass
    package let productName: String
    package let deviceType: String?
    package let operatorName: String
    package let agentName: String
    package let standing: Standing
    package let refusal: Refusal?
    /// Until when the card, which its holder gave away, is kept for whoever is here and for nobody else; nil where it is not.
    package let keptUntil: Instant?
    /// For the document chosen, or the resident ID until one is.
    package let needs: VerificationNeeds
    /// What is needed when the face is not to be recognised; equal to `needs` where no face is asked for.
    package let needsWithoutFace: VerificationNeeds
    package let holderAge: HolderAge
    /// Whether nothing but an answer tells the age: neither what is registered, nor a number, nor a date of birth.
    package let isAgeAsked: Bool
    package let notices: [PersonalNotice]
    /// Of these notices; a consent to another one counts no more.
    package let noticeVersion: String
    package let consents: [ConsentRecords.Consent]
    /// Of the present notices; a former guardian's is not the present one's.
    package let given: Set<ConsentKind>
    /// Another guardian is named now than the one who consented: he is asked himself (R-DP-06).
    package let isGuardianAnother: Bool
    package let application: StoredApplication?
    package let code: String?
    package let content: ApplicationContent
    package let attempts: AttemptsLeft
    /// nil where there is no limit.
    package let quota: CardQuota?
    package let reuse: Reuse
    /// The face was captured at the provider's own page, lately and for this person.
    package let isCaptured: Bool
    /// The last capture there was of somebody else, or of nobody alive.
    package let isCaptureRefused: Bool

    /// Whether the holder is under 14, whatever is being done (R-DP-06).
    package var isOfChild: Bool { holderAge == .under14 }

    /// What counts for this person's choice.
    package var effectiveNeeds: VerificationNeeds { content.declinesFaceRecognition == true ? needsWithoutFace : needs }
}

extension Installation {
    /// The person's own case: what the card needs and why, what is there already, and where it stands.
    package func readPersonalCase(as principal: Principal) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        return try await look(as: principal, needs: .personalRegister) { session in
            try PersonalCase.read(seat, at: now(), in: self, session).view(at: now(), session)
        }
    }
}

/// A person's case as it stands in one snapshot.
struct PersonalCase: Sendable {
    let installation: Installation
    let seat: CardSeat
    let card: PersonalCard
    let stored: StoredSeat
    /// What the person works on: a proof or a correction while it is not decided, else the card's registration.
    let application: StoredApplication?
    /// Of the card's registration that was begun at this seat.
    let registration: StoredRegistration?
    let content: ApplicationContent
    let outlook: VerificationOutlook
    let consents: [ConsentRecords.Consent]
    /// Whether the content may be seen and changed: a correction's only while the proof counts.
    let isShown: Bool
    let deviceType: String?
    let risk: RiskLevel
    /// Pictures taken lately that count for this case.
    let reused: ReusedPictures?
    /// At a provider's own page, the last that was begun.
    let capture: StoredCapture?
    /// The holder's birth, as it is registered, where he proves who he is or has his data corrected.
    let registeredBirth: CivilDate?
    let now: Instant

    static func read(
        _ seat: CardSeat, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> PersonalCase {
        guard let stored = try SeatRecords.find(seat.id, in: session),
            let card = try PersonalCardRecords.find(seat.subscription, in: session),
            let entrance = try EntranceRecords.find(stored.entrance, .everything, in: session)
        else { throw Refusal.entranceNotOpen }
        func find(_ id: ApplicationID?) throws -> StoredApplication? {
            try id.flatMap { try ApplicationRecords.find($0, .card(seat), in: session) }
        }
        let registering = try find(stored.application)
        let aside = try [stored.proof, stored.correction].compactMap { try find($0) }.first { !$0.state.isDecided }
        let application = aside ?? registering
        let registration = try registering.flatMap {
            try RegistrationRecords.find($0.registration, .card(seat), at: now, in: session)
        }
        // What is registered stands in a correction from the beginning, so it is shown no longer than the proof counts.
        let isShown = try application?.kind != .correct || ProvenPerson.isProved(seat, at: now, in: installation, session)
        let content =
            try isShown
            ? application.flatMap { try SealedContent.open($0, vault: installation.vault, in: session) } ?? ApplicationContent()
            : ApplicationContent()
        let outlook = try VerificationOutlook.read(for: seat.path, at: now, in: session)
        return PersonalCase(
            installation: installation, seat: seat, card: card, stored: stored, application: application, registration: registration,
            content: content, outlook: outlook, consents: try application.map { try ConsentRecords.latest($0.id, in: session) } ?? [],
            isShown: isShown, deviceType: entrance.deviceType, risk: try risk(of: stored, application, at: now, in: installation, session),
            reused: try ReusedPictures.read(content, on: stored.device, at: now, in: installation, session),
            capture: try application.flatMap { try HostedCaptureRecords.find($0.id, in: session) },
            registeredBirth: try application.flatMap { try Self.registeredBirth(of: $0, seat, at: now, in: installation, session) },
            now: now)
    }

    /// Whoever proves who he is may type any number: his age is that of the holder he says he is.
    private static func registeredBirth(
        of application: StoredApplication, _ seat: CardSeat, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> CivilDate? {
        let subscription: Int64? =
            switch application.kind {
            case .prove: seat.subscription
            case .correct: try ApplicationRecords.intervals(application.id, in: session).first?.lowerBound
            default: nil
            }
        guard let subscription, let own = try OwnRegistration.read(of: subscription, at: now, in: installation, session),
            own.registration.id == application.registration
        else { return nil }
        return PartyFacts(own.facts).born(today: CivilDate(shanghai: now))
    }

    /// A device that handed in for many, or a person whom a provider refused, needs a second check (R-AF-03, R-PH-07).
    private static func risk(
        of seat: StoredSeat, _ application: StoredApplication?, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> RiskLevel {
        if try SeatRecords.persons(of: seat.device, in: session) > installation.settings.devicePersonsMax { return .high }
        if let application, try ProviderRefusals.count(application, at: now, in: session) > 0 { return .high }
        return .ordinary
    }

    var kind: ApplicationKind { application?.kind ?? .register }

    /// What is asked before the person's own choices.
    private func demanded(today: CivilDate) throws(Refusal) -> VerificationNeeds {
        switch kind {
        case .prove: return .proof(isFaceCompared: installation.verification?.face != nil)
        case .correct: return .correction
        default: break
        }
        return try outlook.chain.needs(
            in: VerificationSituation(
                product: card.product, deviceType: deviceType, documentType: content.documentType(of: .holder),
                province: card.province, risk: risk,
                age: content.holder?.born(today: today)?.age(on: today), isSaidUnder14: content.holderIsUnder14 ?? false,
                hasProxy: content.proxy != nil, hasOrdinaryNumber: card.hasOrdinaryNumber))
    }

    /// What it takes with every method; `needs` is what it takes by the person's own choice.
    func fullNeeds(today: CivilDate) throws(Refusal) -> VerificationNeeds {
        let demanded = try demanded(today: today)
        guard let reused, let needs = demanded.withPicturesReused,
            CivilDate(shanghai: reused.decidedAt.adding(days: Int64(needs.reuseDays))) >= today
        else { return demanded }
        return needs
    }

    /// Whoever declines has no living face to show, so that no pictures are used again either.
    func needsWithoutFace(today: CivilDate) throws(Refusal) -> VerificationNeeds {
        try demanded(today: today).withoutFaceRecognition
    }

    func needs(today: CivilDate) throws(Refusal) -> VerificationNeeds {
        try content.declinesFaceRecognition == true ? needsWithoutFace(today: today) : fullNeeds(today: today)
    }

    /// Consents of the present notices; a former guardian's is not the present one's.
    var given: Set<ConsentKind> {
        Set(consents.filter { $0.isGiven && $0.version == installation.noticeVersion }.map(\.kind))
            .subtracting(isGuardianAnother ? [.guardian] : [])
    }

    /// Whether the person agreed to have data taken at all.
    var mayKeepData: Bool { given.isSuperset(of: [.privacy, .sensitiveData]) }

    /// Throws `consent-needed` unless the person agreed to have data taken at all.
    func demandConsent(also kind: ConsentKind? = nil) throws(Refusal) {
        guard mayKeepData, kind.map(given.contains) ?? true else { throw .consentNeeded }
    }

    /// By what is registered, where it is known, and not by what was typed; a correction makes no child older.
    var holderAge: HolderAge {
        let today = CivilDate(shanghai: now)
        let said = content.holderAge(on: today)
        guard let registeredBirth, kind == .prove || said != .under14 else { return said }
        return HolderAge(birth: registeredBirth, on: today)
    }

    /// The same before a picture is taken: the guardian of somebody under 14 has agreed to it (R-DP-06). Throws `age-unknown` where nobody
    /// can tell whether one is needed, `guardian-consent-needed`, `guardian-consent-of-another`.
    func demandConsentToPictures(also kind: ConsentKind? = nil) throws(Refusal) {
        try demandConsent(also: kind)
        switch holderAge {
        case .unknown: throw .ageUnknown
        case .under14 where isGuardianAnother: throw .guardianConsentOfAnother
        case .under14 where !given.contains(.guardian): throw .guardianConsentNeeded
        case .under14, .fourteenOrOlder: break
        }
    }

    /// The application, when it may still be changed.
    func openApplication() throws(Refusal) -> StoredApplication {
        guard let application else { throw .consentNeeded }
        guard application.state.isOpenToSubmitter, [.register, .prove, .correct].contains(application.kind) else {
            throw .applicationClosed
        }
        guard isShown else { throw .identityNotProved }
        return application
    }

    // MARK: Shown

    func view(at now: Instant, _ session: any Session) throws -> PersonalCaseView {
        let chain = try OrganisationChain.read(of: seat.path, in: session)
        let operatorName = chain.first?.name ?? ""
        let agentName = chain.last?.name ?? ""
        let today = CivilDate(shanghai: now)
        let full = try fullNeeds(today: today)
        let withoutFace = try needsWithoutFace(today: today)
        let age = holderAge
        let (standing, refusal, keptUntil) = try standing(at: now, session)
        let reuse = try reuse(today: today, at: now, session)
        let declared = try declared(reuse: reuse, in: session)
        return PersonalCaseView(
            kind: kind, iccid: Mask.iccid(card.iccid), carrier: card.product.carrier, cardClass: card.product.cardClass,
            productName: card.product.name,
            deviceType: deviceType, operatorName: operatorName, agentName: agentName, standing: standing, refusal: refusal,
            keptUntil: keptUntil, needs: full,
            needsWithoutFace: withoutFace,
            holderAge: age, isAgeAsked: registeredBirth == nil && content.holder?.born(today: today) == nil,
            notices: ConsentKind.needed(
                for: content.declinesFaceRecognition == true ? withoutFace : full, isOfChild: age == .under14
            ).map {
                installation.notice($0, operator: operatorName, agent: agentName)
            },
            noticeVersion: installation.noticeVersion, consents: consents, given: given, isGuardianAnother: isGuardianAnother,
            application: application, code: registration?.code,
            content: content,
            attempts: try attempts(full, of: declared, in: session), quota: try quota(full, of: declared, in: session),
            reuse: reuse, isCaptured: isCaptured,
            isCaptureRefused: capture?.state == .refused)
    }

    func reuse(today: CivilDate, at now: Instant, _ session: any Session) throws -> PersonalCaseView.Reuse {
        guard kind == .register, application?.state.isOpenToSubmitter == true, content.declinesFaceRecognition != true,
            let days = try demanded(today: today).withPicturesReused?.reuseDays
        else { return .none }
        if try reused != nil && fullNeeds(today: today) != demanded(today: today) { return .used }
        return try ReusedPictures.newest(of: content.holder, on: stored.device, days: days, at: now, in: installation, session) == nil
            ? .none : .offered
    }

    private func standing(
        at now: Instant, _ session: any Session
    ) throws -> (standing: PersonalCaseView.Standing, refusal: Refusal?, keptUntil: Instant?) {
        if let application, !application.state.isOpenToSubmitter || application.kind != .register { return (.open, nil, nil) }
        let link = try HoldingRecords.link(card.subscription, at: now, asKnown: now, in: session)
        if link?.registration != nil {
            return try transfer(in: session) == nil ? (.registered, nil, nil) : (.inTransfer, .transferNotEnded, nil)
        }
        if let other = try CardSlotRecords.registration(of: card.subscription, at: now, in: session), other != registration?.id {
            return (.underApplication, .cardUnderApplication, nil)
        }
        guard let link, let kept = try CardReservation.standing(link, at: now, in: session) else { return (.open, nil, nil) }
        return kept.entrance.id == stored.entrance
            ? (.open, nil, kept.entrance.expiresAt) : (.closed, CardFreedom.refusal(.keptForNextOwner), nil)
    }
}
