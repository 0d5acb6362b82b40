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
        /// Another application for the card is under way.
        case underApplication = "under-application"
        /// The card cannot be registered here; `refusal` says why.
        case closed
    }

    package struct Quota: Hashable, Sendable {
        package let used: Int
        package let max: Int
    }

    package let iccid: String
    package let carrier: Carrier
    package let cardClass: CardClass
    package let productName: String
    package let deviceType: String?
    package let operatorName: String
    package let agentName: String
    package let standing: Standing
    package let refusal: Refusal?
    /// For the document chosen, or the resident ID until one is.
    package let needs: VerificationNeeds
    /// What is needed when the face is not to be recognised; equal to `needs` where no face is asked for.
    package let needsWithoutFace: VerificationNeeds
    package let notices: [PersonalNotice]
    package let consents: [ConsentRecords.Consent]
    package let application: StoredApplication?
    package let code: String?
    package let content: ApplicationContent
    package let attemptsLeft: Int
    /// Known once a document's number is typed.
    package let quota: Quota?

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
    let application: StoredApplication?
    let registration: StoredRegistration?
    let content: ApplicationContent
    let outlook: VerificationOutlook
    let consents: [ConsentRecords.Consent]
    let deviceType: String?

    static func read(
        _ seat: CardSeat, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> PersonalCase {
        guard let stored = try SeatRecords.find(seat.id, in: session),
            let card = try PersonalCardRecords.find(seat.subscription, in: session),
            let entrance = try EntranceRecords.find(stored.entrance, .everything, in: session)
        else { throw Refusal.entranceNotOpen }
        let application = try stored.application.flatMap { try ApplicationRecords.find($0, .card(seat), in: session) }
        let registration = try application.flatMap {
            try RegistrationRecords.find($0.registration, .card(seat), at: now, in: session)
        }
        let content = try application.flatMap { try SealedContent.open($0, vault: installation.vault, in: session) }
        return PersonalCase(
            installation: installation, seat: seat, card: card, stored: stored, application: application, registration: registration,
            content: content ?? ApplicationContent(), outlook: try VerificationOutlook.read(for: seat.path, at: now, in: session),
            consents: try application.map { try ConsentRecords.latest($0.id, in: session) } ?? [], deviceType: entrance.deviceType)
    }

    /// The document chosen, or the resident ID until one is.
    var documentType: DocumentType {
        content.holder?.documentType.flatMap(DocumentType.init(rawValue:)) ?? .residentID
    }

    /// What it takes with every method; `needs` is what it takes by the person's own choice.
    func fullNeeds(today: CivilDate) throws(Refusal) -> VerificationNeeds {
        let number = content.holder?.documentNumber
        return try outlook.chain.needs(
            in: VerificationSituation(
                product: card.product, deviceType: deviceType, documentType: documentType, province: card.province, risk: .ordinary,
                age: number.flatMap { documentType.birthDate(in: $0, today: today) }?.age(on: today), hasProxy: content.proxy != nil))
    }

    func needs(today: CivilDate) throws(Refusal) -> VerificationNeeds {
        let full = try fullNeeds(today: today)
        return content.declinesFaceRecognition == true ? full.withoutFaceRecognition : full
    }

    /// Consents of the present notices.
    var given: Set<ConsentKind> {
        Set(consents.filter { $0.isGiven && $0.version == PersonalNotice.version }.map(\.kind))
    }

    /// Throws `consent-needed` unless the person agreed to have data taken at all.
    func demandConsent(also kind: ConsentKind? = nil) throws(Refusal) {
        guard given.isSuperset(of: [.privacy, .sensitiveData]), kind.map(given.contains) ?? true else { throw .consentNeeded }
    }

    /// The application, when it may still be changed.
    func openApplication() throws(Refusal) -> StoredApplication {
        guard let application else { throw .consentNeeded }
        guard application.state.isOpenToSubmitter, application.kind == .register else { throw .applicationClosed }
        return application
    }

    /// Under which submissions for the card are counted.
    static func attemptKey(of card: PersonalCard, in installation: Installation) -> [UInt8] {
        installation.secrets.search.hash("card:\(card.subscription)", for: .attempt)
    }

    /// Under which the numbers typed at this seat are counted.
    var numberKey: [UInt8] { installation.secrets.search.hash("numbers:\(seat.id)", for: .attempt) }

    /// Numbers typed at a seat in a day after which nothing is said of how many cards their holders have: one types his own.
    private static let numbersMax = 5

    // MARK: Shown

    func view(at now: Instant, _ session: any Session) throws -> PersonalCaseView {
        let chain = try OrganisationChain.read(of: seat.path, in: session)
        let operatorName = chain.first?.name ?? ""
        let agentName = chain.last?.name ?? ""
        let full = try fullNeeds(today: CivilDate(shanghai: now))
        let (standing, refusal) = try standing(at: now, session)
        let used = try AttemptRecords.count(.card, Self.attemptKey(of: card, in: installation), at: now, in: session)
        return PersonalCaseView(
            iccid: Mask.iccid(card.iccid), carrier: card.product.carrier, cardClass: card.product.cardClass, productName: card.product.name,
            deviceType: deviceType, operatorName: operatorName, agentName: agentName, standing: standing, refusal: refusal, needs: full,
            needsWithoutFace: full.withoutFaceRecognition,
            notices: ConsentKind.needed(for: content.declinesFaceRecognition == true ? full.withoutFaceRecognition : full).map {
                PersonalNotice.of($0, operator: operatorName, agent: agentName)
            },
            consents: consents, application: application, code: registration?.code, content: content,
            attemptsLeft: max(0, full.attemptsMax - used), quota: try quota(full, at: now, session))
    }

    private func standing(at now: Instant, _ session: any Session) throws -> (PersonalCaseView.Standing, Refusal?) {
        if let application, !application.state.isOpenToSubmitter { return (.open, nil) }
        let link = try HoldingRecords.link(card.subscription, at: now, asKnown: now, in: session)
        if link?.registration != nil { return (.registered, nil) }
        if let other = try CardSlotRecords.registration(of: card.subscription, at: now, in: session), other != registration?.id {
            return (.underApplication, .cardUnderApplication)
        }
        return (.open, nil)
    }

    private func quota(_ needs: VerificationNeeds, at now: Instant, _ session: any Session) throws -> PersonalCaseView.Quota? {
        guard try AttemptRecords.count(.device, numberKey, at: now, in: session) <= Self.numbersMax else { return nil }
        guard let max = needs.cardsMax, let number = content.holder?.documentNumber, !number.isEmpty else { return nil }
        let hash = installation.secrets.search.hash(documentType.searchKey(number), for: .document)
        guard let party = try PartyRecords.find(purpose: "document", hash: hash, in: session).first?.party else {
            return PersonalCaseView.Quota(used: 0, max: max)
        }
        let used = try CardSlotRecords.used(
            by: CardSlotRecords.joined(party, in: session), carrier: card.product.carrier, cardClass: card.product.cardClass, at: now,
            in: session)
        return PersonalCaseView.Quota(used: used, max: max)
    }
}
