import Records
import Registry
import TestKit
import UseCases

extension RandomWalk {
    /// How a person comes to be registered.
    enum Way: CaseIterable {
        /// He does it himself, by a link.
        case himself
        /// Before an agent's clerk.
        case inPerson
    }

    /// Registers these papers for the cards, with a fault in them or without, and judges what came of it.
    ///
    /// - Parameter isOverlooked: the rules are blind to the fault, as if it had not been there.
    func register(
        _ places: [Int], _ papers: WalkedPapers, _ way: Way = .inPerson, fault: WalkedFault? = nil, isOverlooked: Bool = false,
        mayCrash: Bool = false, at seat: Principal? = nil
    ) async throws {
        guard let first = places.first else { return }
        var handed = papers
        if !isOverlooked { fault?.edit(&handed) }
        let card = known.cards[first]
        let isFull = known.isFull(papers.person, card.kind)
        var by = clerk(of: card)
        let channel: Channel = papers.person != nil && way == .himself ? .selfService : .agent
        do {
            if channel == .selfService {
                let person = if let seat { seat } else { try await self.seat(at: card) }
                by = person
                try await prepare(person, handed)
            }
            let taken = try await through(mayCrash: mayCrash) { server in
                if channel == .selfService {
                    _ = try await server.submitPersonal(as: by)
                } else {
                    try await self.handIn(handed, by: by, for: places, through: server)
                }
            }
            guard let taken else { return }
            met.insert(papers.person == nil ? .registeredUnit : channel == .selfService ? .registeredHimself : .registeredInPerson)
            if let fault { breaches.append(Breach(fault.invariant, "taken with \(fault.what)")) }
            if isFull { breaches.append(Breach(.quota, "\(papers.person ?? "") has more than \(card.kind.cardsMax) of \(card.kind)")) }
            for place in places {
                known.cards[place].holdings.append(
                    KnownHolding(
                        papers: papers, registration: taken.registration, application: taken.id, channel: channel, by: by, from: now))
            }
        } catch let refusal as Refusal {
            judge(refusal, of: papers, fault, isFull: isFull)
        }
    }

    private func judge(_ refusal: Refusal, of papers: WalkedPapers, _ fault: WalkedFault?, isFull: Bool) {
        if refusal.code == "card-quota-reached" {
            met.insert(.quotaRefused)
            if !isFull { breaches.append(Breach(.quota, "\(papers.person ?? "") is said to have too many")) }
            return
        }
        let named = refusal.details.compactMap(\.pointer) + [refusal.pointer].compactMap(\.self)
        guard let fault else {
            breaches.append(Breach(.complete, "whole papers are refused: \(refusal.code) \(named)"))
            return
        }
        met.insert(fault.invariant == .complete ? .incompleteRefused : fault.invariant == .flow ? .flowRefused : .checksumRefused)
        if !named.contains(fault.pointer) {
            breaches.append(Breach(fault.invariant, "\(fault.what) is refused as \(refusal.code) at \(named)"))
        }
    }

    private func handIn(_ papers: WalkedPapers, by clerk: Principal, for places: [Int], through server: Installation) async throws {
        var content = papers.content
        content.evidence = try await upload(papers.slots, as: clerk, through: server)
        let iccids = places.map { known.cards[$0].iccid }
        guard papers.person != nil else {
            _ = try await server.registerAtOnce(as: clerk, channel: .agent, content: content, cards: .numbers(iccids))
            return
        }
        let consents: Set<ConsentKind> = papers.person == "child" ? [.privacy, .sensitiveData, .guardian] : [.privacy, .sensitiveData]
        let photo = EvidenceSlot.holderOnSitePhoto
        let pieces =
            papers.person == "child"
            ? [try await photoOfChild(content, at: iccids[0], consents, by: clerk, through: server).description]
            : try await upload([photo], as: clerk, through: server)[photo.rawValue]
        content.evidence?[photo.rawValue] = pieces
        _ = try await server.registerInPerson(
            as: clerk,
            InPersonApplication(
                card: iccids[0], channel: .agent, content: content, consents: Dictionary(uniqueKeysWithValues: consents.map { ($0, true) }),
                noticeVersion: PersonalNotice.inPersonVersion))
    }

    /// Photographed before the clerk once its guardian has consented.
    private func photoOfChild(
        _ content: ApplicationContent, at iccid: String, _ consents: Set<ConsentKind>, by clerk: Principal, through server: Installation
    ) async throws -> EvidenceID {
        let seen = try await server.examineInPerson(as: clerk, card: iccid, channel: .agent, content, consents: consents)
        let paper = InPersonPaper(
            slot: .holderOnSitePhoto, documentType: .residentID, bytes: inventedPicture(7), insists: false, consents: consents,
            noticeVersion: PersonalNotice.inPersonVersion, examined: seen.examined)
        return try await server.takeInPerson(as: clerk, paper).piece.id
    }

    // MARK: A person by himself

    func seat(at card: KnownCard) async throws -> Principal {
        let issued = try await shiming.issueEntrances(
            as: clerk(of: card), .link, cards: .numbers([card.iccid]), days: 30, deviceType: "手表")
        guard let link = issued.first else { throw StaffFailure.noToken }
        return try await shiming.openSeat(.link(link.code), device: nil).principal
    }

    /// Everything but the handing in.
    private func prepare(_ person: Principal, _ papers: WalkedPapers) async throws {
        let isChild = papers.person == "child"
        try await personal.consent(
            person, [.privacy, .sensitiveData, .face] + (isChild ? [.guardian] : []), isUnder14: isChild)
        for (place, slot) in papers.slots.enumerated() {
            _ = try await shiming.capturePicture(as: person, slot, bytes: inventedPicture(40 + UInt8(place)), insists: false)
        }
        try await personal.captureFace(person, seed: 60)
        _ = try await shiming.updatePersonalDraft(
            as: person,
            PersonalDraft(
                holder: papers.content.holder, guardian: papers.content.guardian, proxy: papers.content.proxy, noticeAccepted: true))
    }
}
