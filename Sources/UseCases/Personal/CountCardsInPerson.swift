import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let personsCardsCounted = TrailAction("person.cards-counted")
}

extension Installation {
    /// How many persons' cards one member of staff may have counted in a day: enough for the queue before a counter, too few to try numbers.
    private static let countsMax = 300

    /// How many cards of the kind the person before staff has already, by the name and the number on the document shown; told before
    /// anything is photographed (R-PH-03, R-DP-01). Each count stands on the trail, of whom it tells, and there are so many a day. Of a number that is
    /// registered under another name no more is told than of one that is not registered at all.
    ///
    /// Throws `not-found` for a card out of reach, `channel-not-allowed`.
    ///
    /// - Returns: nil where there is no limit, or name or number are not there yet; `used` is nil where no more counts are told today.
    package func countCardsInPerson(as principal: Principal, card text: String, of holder: PartyFacts) async throws -> CardQuota? {
        let today = try chinaDay()
        let type = holder.chosenDocument
        try principal.demand(.registrationWrite)
        // A program stands before nobody.
        guard principal.means != .apiKey else { throw Refusal.channelNotAllowed }
        guard let name = holder.name, !PersonName.tidied(name).isEmpty, let number = holder.documentNumber,
            let registered = PartyRules.registered(number, of: type, today: today)
        else { return nil }
        return try await act(as: principal, .personsCardsCounted, needs: .registrationWrite) { act in
            let installation = act.installation
            let card = try installation.personalCard(text, for: principal, in: act.session)
            var content = ApplicationContent()
            content.holder = holder
            let needs = try InPersonNeeds.read(content, card, for: principal, at: act.now, in: act.session).needs
            act.recording.about(card: card.subscription)
            guard let max = needs.cardsMax else { return nil }
            let carrier = card.product.carrier
            // A page that is sent again counts nobody anew.
            let search = installation.secrets.search
            let ofPerson = search.hash(
                "counts-by:\(principal.account):\(type.searchKey(registered)):\(PersonName.tidied(name))", for: .attempt)
            let key = search.hash("counts-by:\(principal.account)", for: .attempt)
            let isNew = try AttemptRecords.add(.person, ofPerson, at: act.now, in: act.session) == 1
            let counted =
                try isNew
                ? AttemptRecords.add(.person, key, at: act.now, in: act.session)
                : AttemptRecords.count(.person, key, at: act.now, in: act.session)
            guard counted <= Self.countsMax else {
                return CardQuota(max: max, used: nil, isReached: false)
            }
            let person = try DeclaredPerson.find(holder, today: today, in: installation, act.session)
            guard let person, person.isNamed else { return CardQuota(max: max, used: 0, isReached: false) }
            act.recording.about(.party, person.party)
            let used = try CardSlotRecords.used(
                by: CardSlotRecords.joined(person.party, in: act.session), besides: nil, carrier: carrier,
                cardClass: card.product.cardClass, at: act.now, in: act.session)
            return CardQuota(max: max, used: used, isReached: used >= max)
        }
    }
}

/// A person who is declared by the document's type, number and name, where he is known.
struct DeclaredPerson: Sendable {
    let party: PartyID
    /// Whether by the name he is known by.
    let isNamed: Bool

    static func find(
        _ facts: PartyFacts?, today: CivilDate, in installation: Installation, _ session: any Session
    ) throws -> DeclaredPerson? {
        guard let facts, let typed = facts.documentNumber else { return nil }
        let type = facts.chosenDocument
        guard let number = PartyRules.registered(typed, of: type, today: today) else { return nil }
        let search = installation.secrets.search
        let hash = search.hash(type.searchKey(number), for: .document)
        guard let known = try PartyRecords.find(purpose: "document", hash: hash, in: session).first else { return nil }
        let name = search.hash(PersonName.tidied(facts.name ?? ""), for: .name)
        return DeclaredPerson(party: known.party, isNamed: known.nameHash == name)
    }
}
