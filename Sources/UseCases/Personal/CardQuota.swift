import Numbers
import Records
import Registry
import SQLCore
import Vault

/// How many cards of a kind a person may have with a carrier, told before anything is photographed (R-PH-03, R-IC-16), and what may be
/// told of how many he has: whoever types somebody's number learns nothing by it.
package struct CardQuota: Hashable, Sendable {
    package let max: Int
    /// Told only to whoever has shown on this device that he is the person.
    package let used: Int?
    /// None is left. No more than that is told to whoever knows name and number, and that for a few persons a day; false may mean that it
    /// was not told.
    package let isReached: Bool

    package static let howToRelease = LocalText(
        en: """
            A place comes free when a card is given up: open the link or QR code of a card in your name, prove who you are and give it up \
            under \u{201C}Cards in my name\u{201D}, or cancel it with the carrier. It is free once the carrier has confirmed.
            """,
        zh: "解绑或注销不再使用的卡即可释放名额：打开名下任一张卡的链接或二维码，验证身份后在“我名下的卡”中申请解绑，或向运营商办理销户；运营商确认后名额释放。")

    package var refusal: Refusal { .cardQuotaReached(max: max) }
}

extension PersonalCase {
    /// Persons declared at one seat in a day of whom it is told that none is left: one declares himself.
    private static let personsMax = 5
    /// The same at all seats of one card, however many devices somebody makes of his.
    private static let personsOfCardMax = 15

    /// Under which the persons declared at this seat are counted, and at this card.
    private var personKeys: [[UInt8]] {
        ["numbers:\(seat.id)", "numbers-at:\(card.subscription)"].map { installation.secrets.search.hash($0, for: .attempt) }
    }

    /// Whoever is declared counts before anything is told of him, however he came to be declared.
    func countDeclared(after content: ApplicationContent, in session: any Session) throws {
        guard kind == .register, content.holder?.documentNumber?.isEmpty == false, content.declared != self.content.declared else { return }
        for key in personKeys { _ = try AttemptRecords.add(.device, key, at: now, in: session) }
    }

    /// nil where there is no limit, or no card is asked for.
    func quota(_ needs: VerificationNeeds, of declared: Declared?, in session: any Session) throws -> CardQuota? {
        guard kind == .register, let max = needs.cardsMax else { return nil }
        func quota(used: Int?, isReached: Bool) -> CardQuota {
            CardQuota(max: max, used: used, isReached: isReached)
        }
        guard let declared else { return quota(used: nil, isReached: false) }
        let joined = try CardSlotRecords.joined(declared.person.party, in: session)
        func used(besides registration: RegistrationID?) throws -> Int {
            try CardSlotRecords.used(
                by: joined, besides: registration, carrier: card.product.carrier, cardClass: card.product.cardClass, at: now, in: session)
        }
        let isOpen = application?.state.isOpenToSubmitter ?? true
        let isReached = try isOpen && used(besides: registration?.id) >= max
        if declared.isShown { return quota(used: try used(besides: nil), isReached: isReached) }
        return quota(used: nil, isReached: try isReached && declared.person.isNamed && mayBeTold(in: session))
    }

    /// Throws `card-quota-reached` where it is told that the person has no place left: nothing is taken of him in vain (R-DP-01).
    func demandPlace(in session: any Session) throws {
        let today = CivilDate(shanghai: now)
        let declared = try declared(reuse: reuse(today: today, at: now, session), in: session)
        guard let quota = try quota(needs(today: today), of: declared, in: session), quota.isReached else { return }
        throw quota.refusal
    }

    /// Who is declared to be the holder of a card that is to be registered, where he is known.
    struct Declared: Sendable {
        let person: DeclaredPerson
        /// Whether it was shown on this device that it is himself: then he is told of himself.
        let isShown: Bool
    }

    func declared(reuse: PersonalCaseView.Reuse, in session: any Session) throws -> Declared? {
        guard kind == .register,
            let person = try DeclaredPerson.find(content.holder, today: CivilDate(shanghai: now), in: installation, session)
        else { return nil }
        return Declared(person: person, isShown: try reuse != .none || hasProved(person.party, in: session))
    }

    /// At this card or another, on this device.
    func hasProved(_ party: PartyID, in session: any Session) throws -> Bool {
        try SeatRecords.all(on: stored.device, in: session).contains { other in
            try other.proof != nil && ProvenPerson.find(other.seat, at: now, in: installation, session)?.party == party
        }
    }

    private func mayBeTold(in session: any Session) throws -> Bool {
        try zip(personKeys, [Self.personsMax, Self.personsOfCardMax]).allSatisfy { key, max in
            try AttemptRecords.count(.device, key, at: now, in: session) <= max
        }
    }
}

extension ApplicationContent {
    /// Who the holder is said to be.
    fileprivate var declared: [String?] { [holder?.documentType, holder?.documentNumber, holder?.name] }
}
