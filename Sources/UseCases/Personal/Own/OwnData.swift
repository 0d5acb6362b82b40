import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let ownDataShown = TrailAction("own-data.shown")
}

/// What is registered of a person, as it is shown to himself alone.
package struct OwnData: Sendable {
    package struct Card: Sendable {
        /// The registration's code.
        package let code: String
        /// Its last digits: whoever reads over the shoulder shall not learn the number.
        package let iccid: String
        package let carrier: Carrier
        package let cardClass: CardClass
        package let productName: String
        package let agentName: String
        package let registeredAt: Instant?
        /// Giving the card up, or disputing it, while it is not decided.
        package let matter: OwnMatter?
        /// When the card is cancelled unless the person brings it back; nil where he cannot, or need not.
        package let cancelledUnlessBroughtBack: Instant?
    }

    /// Somebody saw the person's data in clear.
    package struct Look: Sendable {
        package enum Act: String, CaseIterable, Sendable {
            case answerRevealed = "answer.revealed"
            case applicationRevealed = "application.revealed"
            case evidenceOpened = "evidence.opened"

            package var text: LocalText {
                switch self {
                case .answerRevealed: LocalText(en: "Asked who answers for a card", zh: "查询卡的登记人")
                case .applicationRevealed: LocalText(en: "Opened an application", zh: "查看登记申请")
                case .evidenceOpened: LocalText(en: "Opened a picture", zh: "查看证件照片")
                }
            }
        }

        package let at: Instant
        package let act: Act
        /// For whom whoever looked works.
        package let organisation: String
    }

    /// As it stands now, by the newest version.
    package let identity: IdentityFacts
    /// Since when that version is on record.
    package let recordedAt: Instant
    package let operatorName: String
    package let cards: [Card]
    /// The last that was begun on this device.
    package let correction: OwnMatter?
    /// The newest first; lawful traces are not among them.
    package let looks: [Look]
    /// Until when all this is shown without a new proof.
    package let until: Instant
}

extension Installation {
    /// The cards in the person's name on this system, a copy of his data, and who looked at it (R-AF-02, R-PH-06, R-DP-08).
    /// Throws `identity-not-proved`.
    package func readOwnData(as principal: Principal) async throws -> OwnData {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .ownDataShown, needs: .personalRegister) { act in
            let person = try ProvenPerson.demand(seat, at: act.now, in: act.installation, act.session)
            act.recording.about(.party, person.party)
            return try act.ownData(of: person, at: seat)
        }
    }

    /// Answers a request to delete by the phase of what is registered of the person: kept as the law demands, then locked away, and never
    /// deleted (R-25-14, R-DP-07). The request is on the trail. Throws `identity-not-proved`.
    package func askForDeletion(as principal: Principal) async throws -> RetentionPhase {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .deletionAnswered, needs: .personalRegister) { act in
            let person = try ProvenPerson.demand(seat, at: act.now, in: act.installation, act.session)
            act.recording.about(.party, person.party)
            let held = try CardSlotRecords.registrations(heldBy: [person.party], in: act.session)
            let ended = held.isEmpty ? try RegistrationRecords.lastEnd(of: person.party, in: act.session) : nil
            let phase = RetentionPhase.of(ended: ended, at: act.now)
            act.recording.note("phase", .string(phase.name))
            return phase
        }
    }
}

extension Act {
    fileprivate func ownData(of person: ProvenPerson, at seat: CardSeat) throws -> OwnData {
        // Of the document that was proved alone: what is joined to it by a link is counted with it, and nobody's to see by it.
        let held = try CardSlotRecords.registrations(heldBy: [person.party], in: session)
        guard let stored = try identityInForce(of: person.party, held.map(\.registration)),
            let identity = try SealedIdentity.open(stored, vault: installation.vault)
        else { throw Refusal.notFound }
        let terms = try LifeTerms(in: session)
        return OwnData(
            identity: identity, recordedAt: stored.recordedAt, operatorName: try OrganisationRecords.root(in: session)?.name ?? "",
            cards: try held.compactMap { try card($0.subscription, $0.registration, terms) },
            correction: try OwnMatter.read(
                SeatRecords.find(seat.id, in: session)?.correction, at: seat, at: now, in: installation, session),
            looks: try looks(at: person.party, held.map(\.registration)), until: person.until)
    }

    /// The version by which the person holds his cards; the newest registered one where he holds none any more.
    private func identityInForce(of party: PartyID, _ registrations: [RegistrationID]) throws -> StoredIdentity? {
        for id in registrations {
            let link = try RoleRecords.inForce(id, at: now, asKnown: now, in: session)[.holder]
            if let link, link.party == party, let identity = link.identity { return try PartyRecords.identity(identity, in: session) }
        }
        return try PartyRecords.latestRegisteredIdentity(of: party, in: session)
    }

    private func card(_ subscription: Int64, _ id: RegistrationID, _ terms: LifeTerms) throws -> OwnData.Card? {
        guard let card = try PersonalCardRecords.find(subscription, in: session),
            let registration = try RegistrationRecords.find(id, .everything, at: now, in: session)
        else { return nil }
        let matter = try ApplicationRecords.undecided([.end, .dispute], of: id, in: session)
            .flatMap { try ApplicationRecords.find($0, .everything, in: session) }
        let transfer = try matter.flatMap { try CardTransfer.of($0, in: session) }
        return OwnData.Card(
            code: registration.code, iccid: Mask.iccid(card.iccid), carrier: card.product.carrier, cardClass: card.product.cardClass,
            productName: card.product.name, agentName: try OrganisationChain.read(of: registration.path, in: session).last?.name ?? "",
            registeredAt: registration.registeredAt,
            matter: matter.map { OwnMatter($0, code: registration.code, transferUntil: transfer?.entrance.expiresAt) },
            cancelledUnlessBroughtBack: try mayBeBroughtBack(subscription, terms))
    }

    /// Shown at most, the newest.
    private static let looksMax = 200

    private func looks(at party: PartyID, _ registrations: [RegistrationID]) throws -> [OwnData.Look] {
        var subjects: [(TrailSubject, OwnData.Look.Act)] = [(TrailSubject(.party, party), .answerRevealed)]
        for id in registrations {
            subjects.append((TrailSubject(.registration, id), .applicationRevealed))
            subjects += try EvidenceUse.pieces(of: id, in: session).map { (TrailSubject(.evidence, $0), .evidenceOpened) }
        }
        var entries: [(OwnData.Look.Act, StoredTrailEntry)] = []
        for (subject, act) in subjects {
            entries += try TrailRecords.list(
                TrailFilter(subject: subject, action: act.rawValue), .everything, before: nil, limit: Self.looksMax, in: session
            ).map { (act, $0) }
        }
        var looks: [OwnData.Look] = []
        for (act, entry) in entries.sorted(by: { ($0.1.recordedAt, $0.1.id) > ($1.1.recordedAt, $1.1.id) }) {
            guard looks.count < Self.looksMax else { break }
            let body = try JSONValue(parsing: entry.body)
            // Looks at what was live no more, or sealed, are lawful traces.
            if body["data"]?["phase"] != nil || body["data"]?["opening"] != nil { continue }
            let organisation: OrganisationID? = body["actor"]?["organisation"]?.stringValue.flatMap { OrganisationID($0) }
            let name = try organisation.flatMap { try OrganisationRecords.find($0, within: .everything, in: session)?.name }
            looks.append(OwnData.Look(at: entry.recordedAt, act: act, organisation: name ?? ""))
        }
        return looks
    }
}
