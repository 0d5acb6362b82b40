import Numbers
import Records
import Registry
import TestKit
import UseCases

/// Reads what people may read, compares it with what the walk remembers, and names the invariant that does not hold.
struct InvariantJudge {
    let walk: RandomWalk
    /// Whose reading is business, for a card; the agent's clerk, a reviewer and an auditor unless somebody mistakes another for one.
    var business: (KnownCard) -> [Principal]
    private let chosen: [KnownCard]?
    /// Those that are judged.
    var cards: [KnownCard] { chosen ?? walk.known.cards }

    var job: MainJob { walk.job }
    var shiming: Installation { walk.shiming }
    var now: Instant { walk.now }
    static let purpose = "公安调证 2026-118"

    /// - Parameter cards: as they are now; nil: all.
    init(_ walk: RandomWalk, of cards: [KnownCard]? = nil) {
        self.walk = walk
        chosen = cards
        business = { [walk.clerk(of: $0), walk.job.reviewer, walk.job.auditor] }
    }

    /// - Parameter only: the rule whose readings are enough, where one thing was done to a store that was in order.
    func breaches(of only: Invariant? = nil) async throws -> [Breach] {
        func asks(_ rules: Invariant...) -> Bool { only.map { rules.contains($0) } ?? true }
        var found = walk.breaches
        for card in cards {
            found += try await standing(card)
            if asks(.complete, .flow, .checksum), let holder = card.holder {
                found += try await noting(.complete, try await complete(card, holder))
            }
            for holding in card.holdings where asks(.kept) && holding.ended != nil {
                found += try await noting(.kept, try await kept(card, holding))
            }
        }
        if asks(.quota) { found += try await quotas() }
        if asks(.kept), let sealed = firstSealed {
            found += try await noting(.kept, try await opened(sealed.card, sealed.holding))
        }
        guard asks(.recycled) else { return found }
        let numbers = Set(cards.compactMap(\.number))
        for number in walk.known.numbersUsedAgain where numbers.contains(number) {
            found += try await noting(.recycled, try await recycled(number))
        }
        return found
    }

    /// What cannot be read any more is a breach of the rule it is read for.
    private func noting(_ invariant: Invariant, _ body: @autoclosure () async throws -> [Breach]) async throws -> [Breach] {
        do { return try await body() } catch { return [Breach(invariant, "cannot be read: \(error)")] }
    }

    // MARK: 1

    private func standing(_ card: KnownCard) async throws -> [Breach] {
        let answer = try await shiming.answer(as: job.compliance, .iccid(card.iccid))
        let isHeld = answer.standing == .registered
        var found: [Breach] = []
        if (answer.service.state == .cancelled) != (card.cancelledAt != nil) {
            found.append(Breach(.kept, "\(card.iccid) is \(answer.service.state.name)"))
        }
        if isHeld, card.holder == nil { found.append(Breach(.complete, "\(card.iccid) is registered, and nobody registered it")) }
        if !isHeld, card.holder != nil { found.append(Breach(.kept, "\(card.iccid) has lost its holder")) }
        if answer.service.serves, card.holder == nil { found.append(Breach(.usable, "\(card.iccid) serves, and nobody answers for it")) }
        return found
    }

    /// At the carrier, once it has done all that was wished of it.
    func servedByCarrier() async -> [Breach] {
        var found: [Breach] = []
        for card in walk.known.cards where card.holder == nil {
            guard await walk.runs(card) else { continue }
            found.append(Breach(.usable, "the carrier lets \(card.iccid) run, and nobody answers for it"))
        }
        return found
    }

    // MARK: 2, 3 and 11

    private func complete(_ card: KnownCard, _ holding: KnownHolding) async throws -> [Breach] {
        let told = try await shiming.reveal(as: job.compliance, .iccid(card.iccid), purpose: Self.purpose)
        return try await persons(told, card, holding) + papers(told, card, holding) + hands(card, holding)
    }

    private func persons(_ told: CardAnswer, _ card: KnownCard, _ holding: KnownHolding) -> [Breach] {
        var found: [Breach] = []
        for (role, facts) in holding.papers.persons {
            guard let said = told.roles[role] else {
                found.append(Breach(role == .holder ? .complete : .flow, "\(card.iccid) has no \(role.rawValue)"))
                continue
            }
            if !Self.isAsHandedIn(said, facts) {
                let invariant: Invariant = [.proxy, .guardian].contains(role) ? .flow : .complete
                found.append(Breach(invariant, "\(card.iccid): the \(role.rawValue) is not as handed in"))
            }
            if said.documentType.numberKinds == [.residentID],
                CheckDigit.ofResident(said.documentNumber.dropLast()) != said.documentNumber.suffix(1)
            {
                found.append(Breach(.checksum, "\(card.iccid): the \(role.rawValue)'s number is none"))
            }
        }
        return found
    }

    static func isAsHandedIn(_ said: CardAnswer.Answering, _ facts: PartyFacts) -> Bool {
        let address = facts.address.flatMap { $0.isEmpty ? nil : $0 }
        return said.name == facts.name && said.documentType.rawValue == facts.documentType && said.documentNumber == facts.documentNumber
            && (address == nil || said.address == address)
    }

    static func isAsHandedIn(_ said: UnitEntry?, _ facts: PartyFacts?) -> Bool {
        said?.name == facts?.name && said?.code == facts?.documentNumber
    }

    private func papers(_ told: CardAnswer, _ card: KnownCard, _ holding: KnownHolding) async throws -> [Breach] {
        var found: [Breach] = []
        func demand(_ holds: Bool, _ what: String, _ invariant: Invariant = .complete) {
            if !holds { found.append(Breach(invariant, "\(card.iccid): \(what)")) }
        }
        for (slot, piece) in holding.evidence {
            demand(told.evidence.contains(piece), "no \(slot.rawValue)", Self.flowSlots.contains(slot) ? .flow : .complete)
        }
        demand(
            Set(told.evidence).subtracting(holding.evidence.values).count == holding.movingFrames, "evidence that nobody handed in")
        demand(told.carrier == card.kind.carrier, "another operator")
        demand(told.agentChain.contains { $0.id == walk.agent(of: card).id }, "no agent")
        demand(told.registration == holding.registration && told.registrationCode != nil && told.decision != nil, "no ground")
        demand(told.since == holding.from, "since another time")
        guard holding.papers.person == nil else { return found }
        let unit = holding.papers.content.unit
        demand(Self.isAsHandedIn(told.unit, unit), "another unit")
        let links = try await shiming.listRegistrationRoles(as: job.reviewer, holding.registration)
        if let code = told.unit?.code {
            demand(CheckDigit.ofUnit(code.dropLast()) == String(code.suffix(1)), "the unit's number is none", .checksum)
        }
        let content = try await shiming.readApplication(as: job.reviewer, holding.application).content
        demand(content?.unit?.address == unit?.address, "another address of the unit")
        demand(content?.authorisation?.purpose == holding.papers.content.authorisation?.purpose, "authorised for something else", .flow)
        let today = ChinaDay(of: holding.from).written
        let letter = links.first { $0.link.role == .handler && $0.isCurrent }?.link
        demand((letter?.authorisedFrom ?? .max) <= today && today <= (letter?.authorisedUntil ?? 0), "no authorisation that day", .flow)
        let paper = links.first { $0.link.role == .unit && $0.isCurrent }
        demand(paper?.documentType?.rawValue == unit?.documentType && paper?.documentNumber == unit?.documentNumber, "another licence")
        return found
    }

    /// What goes with those who act for somebody.
    static let flowSlots: Set<EvidenceSlot> = [
        .guardianIDFront, .guardianIDBack, .proxyIDFront, .proxyIDBack, .authorisationLetter,
    ]

    /// By which channel, by whose hands and when.
    private func hands(_ card: KnownCard, _ holding: KnownHolding) async throws -> [Breach] {
        let view = try await shiming.readApplication(as: job.reviewer, holding.application)
        let isWhole =
            view.channel == holding.channel && view.application.submittedBy == holding.by.account
            && view.takenBy == walk.agent(of: card).name
            && (view.application.submittedAt ?? .init(milliseconds: .max)) <= holding.from
            && view.decision?.decidedBy == job.reviewer.account
            && view.decision?.decidedAt == holding.from
        return isWhole ? [] : [Breach(.complete, "\(card.iccid): channel, hands or times are not as they were")]
    }
}
