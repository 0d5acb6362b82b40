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
    func register(
        _ places: [Int], _ papers: WalkedPapers, _ way: Way = .inPerson, fault: WalkedFault? = nil, dyingAfter writes: Int? = nil,
        at seat: Principal? = nil
    ) async throws {
        guard let first = places.first else { return }
        var handed = papers
        fault?.edit(&handed)
        let card = known.cards[first]
        let isFull = known.isFull(papers.person, card.kind)
        var by = clerk(of: card)
        var evidence: [EvidenceSlot: EvidenceID] = [:]
        let channel: Channel = papers.person != nil && way == .himself ? .selfService : .agent
        do {
            if channel == .selfService {
                let person = if let seat { seat } else { try await self.seat(at: card) }
                by = person
                evidence = try await prepare(person, handed)
            }
            let taken = try await through(dyingAfter: writes) { server in
                if channel == .selfService {
                    _ = try await server.submitPersonal(as: by)
                } else {
                    evidence = try await self.pieces(of: handed, at: card.iccid, by: by, through: server)
                    try await self.handIn(handed, evidence, by: by, for: places, through: server)
                }
            }
            guard let taken else { return }
            met.insert(papers.person == nil ? .registeredUnit : channel == .selfService ? .registeredHimself : .registeredInPerson)
            if let fault { breaches.append(Breach(fault.invariant, "taken with \(fault.what)")) }
            if isFull { breaches.append(Breach(.quota, "\(papers.person ?? "") has more than \(card.kind.cardsMax) of \(card.kind)")) }
            for place in places {
                known.cards[place].holdings.append(
                    KnownHolding(
                        papers: papers, registration: taken.registration, application: taken.id, evidence: evidence, channel: channel,
                        by: by, from: now))
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

    /// The papers' pictures, and a person's own taken on the spot.
    private func pieces(
        of papers: WalkedPapers, at iccid: String, by clerk: Principal, through server: Installation
    ) async throws -> [EvidenceSlot: EvidenceID] {
        var pieces = try await job.upload(papers.slots, as: clerk, through: server)
        guard papers.person != nil else { return pieces }
        let photo = EvidenceSlot.holderOnSitePhoto
        if papers.person == "child" {
            pieces[photo] = try await photoOfChild(
                Self.content(papers, pieces), at: iccid, Self.consents(papers), by: clerk, through: server)
        } else {
            pieces[photo] = try await job.upload([photo], as: clerk, through: server)[photo]
        }
        return pieces
    }

    private static func content(_ papers: WalkedPapers, _ pieces: [EvidenceSlot: EvidenceID]) -> ApplicationContent {
        var content = papers.content
        content.evidence = Dictionary(uniqueKeysWithValues: pieces.map { ($0.key.rawValue, [$0.value.description]) })
        return content
    }

    private static func consents(_ papers: WalkedPapers) -> Set<ConsentKind> {
        papers.person == "child" ? [.privacy, .sensitiveData, .guardian] : [.privacy, .sensitiveData]
    }

    private func handIn(
        _ papers: WalkedPapers, _ pieces: [EvidenceSlot: EvidenceID], by clerk: Principal, for places: [Int],
        through server: Installation
    ) async throws {
        let content = Self.content(papers, pieces)
        let iccids = places.map { known.cards[$0].iccid }
        guard papers.person != nil else {
            _ = try await server.registerAtOnce(as: clerk, channel: .agent, content: content, cards: .numbers(iccids))
            return
        }
        let consents = Dictionary(uniqueKeysWithValues: Self.consents(papers).map { ($0, true) })
        _ = try await server.registerInPerson(
            as: clerk,
            InPersonApplication(
                card: iccids[0], channel: .agent, content: content, consents: consents,
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
        let link = try await personal.link(to: card.iccid, as: clerk(of: card))
        return try await shiming.openSeat(.link(link.code), device: nil).principal
    }

    /// Everything but the handing in; answers the pictures he took.
    private func prepare(_ person: Principal, _ papers: WalkedPapers) async throws -> [EvidenceSlot: EvidenceID] {
        let isChild = papers.person == "child"
        try await personal.consent(
            person, [.privacy, .sensitiveData, .face] + (isChild ? [.guardian] : []), isUnder14: isChild)
        var pieces: [EvidenceSlot: EvidenceID] = [:]
        for (place, slot) in papers.slots.enumerated() {
            let taken = try await shiming.capturePicture(as: person, slot, bytes: inventedPicture(40 + UInt8(place)), insists: false)
            pieces[slot] = taken.evidence
        }
        pieces[.faceCapture] = try await personal.captureFace(person, seed: 60).evidence
        _ = try await shiming.updatePersonalDraft(
            as: person,
            PersonalDraft(
                holder: papers.content.holder, guardian: papers.content.guardian, proxy: papers.content.proxy, noticeAccepted: true))
        return pieces
    }
}
