import Numbers
import Records
import Registry
import TestKit
import UseCases

/// What stands of each registration, and still stands once nobody answers by it.
extension BulkJudge {
    /// As the walk remembers it: by one of its cards, and whether somebody answers by it.
    private struct Known {
        let card: KnownCard
        let holding: KnownHolding
        var isLive: Bool

        /// What is lost of a registration is a breach of its own rule while it counts, and of keeping it afterwards.
        func breach(_ rule: Invariant, _ what: String) -> Breach { Breach(isLive ? rule : .kept, "\(card.iccid): \(what)") }
    }

    func judgeRegistrations(_ stored: BulkReading, _ found: inout [Breach]) {
        var registrations: [RegistrationID: Known] = [:]
        for card in walk.known.cards {
            for place in card.holdings.indices {
                let (id, isLive) = (card.holdings[place].registration, card.holdings[place].ended == nil)
                if registrations[id] == nil {
                    registrations[id] = Known(card: card, holding: card.holdings[place], isLive: isLive)
                } else if isLive {
                    registrations[id]?.isLive = true
                }
            }
        }
        for (id, known) in registrations {
            judgePersons(stored.roles[id] ?? [:], known, &found)
            judgePapers(stored.papers[id] ?? [:], known, &found)
            judgeHands(stored, known, &found)
            if known.holding.papers.person == nil { judgeUnit(stored, known, &found) }
        }
    }

    // MARK: 2, 3 and 11

    private func judgePersons(_ roles: [PartyRole: BulkReading.Role], _ known: Known, _ found: inout [Breach]) {
        for (role, facts) in known.holding.papers.persons {
            guard let said = roles[role]?.said else {
                found.append(known.breach(role == .holder ? .complete : .flow, "there is no \(role.rawValue)"))
                continue
            }
            if !said.isAsHandedIn(facts) {
                let rule: Invariant = [.proxy, .guardian].contains(role) ? .flow : .complete
                found.append(known.breach(rule, "the \(role.rawValue) is not as handed in"))
            }
            let type = said.documentType.flatMap(DocumentType.init(rawValue:))
            guard type?.numberKinds == [.residentID], let number = said.documentNumber else { continue }
            if CheckDigit.ofResident(number.dropLast()) != number.suffix(1) {
                found.append(Breach(.checksum, "\(known.card.iccid): the \(role.rawValue)'s number is none"))
            }
        }
    }

    private func judgeUnit(_ stored: BulkReading, _ known: Known, _ found: inout [Breach]) {
        let (roles, ground) = (stored.roles[known.holding.registration] ?? [:], stored.grounds[known.holding.registration])
        let unit = known.holding.papers.content.unit
        if roles[.unit] == nil { found.append(known.breach(.complete, "there is no unit")) }
        if ground?.unitCode != unit?.documentNumber || ground?.unitName != unit?.name {
            found.append(known.breach(.complete, "another unit"))
        }
        if let code = ground?.unitCode, CheckDigit.ofUnit(code.dropLast()) != String(code.suffix(1)) {
            found.append(Breach(.checksum, "\(known.card.iccid): the unit's number is none"))
        }
        let day = ChinaDay(of: known.holding.from).written
        let (from, until) = (roles[.handler]?.authorisedFrom ?? .max, roles[.handler]?.authorisedUntil ?? 0)
        if day < from || day > until { found.append(known.breach(.flow, "no authorisation that day")) }
    }

    private func judgePapers(_ papers: [EvidenceID: BulkReading.Paper], _ known: Known, _ found: inout [Breach]) {
        for (slot, piece) in known.holding.evidence {
            let rule: Invariant = InvariantJudge.flowSlots.contains(slot) ? .flow : .complete
            guard let paper = papers[piece], paper.slot == slot.rawValue else {
                found.append(known.breach(rule, "no \(slot.rawValue)"))
                continue
            }
            // The face serves its check alone, and goes after it.
            if !paper.isReadable, slot != .faceCapture { found.append(known.breach(rule, "\(slot.rawValue) cannot be opened any more")) }
        }
    }

    /// By which channel, for which agent, by whose hands and when.
    private func judgeHands(_ stored: BulkReading, _ known: Known, _ found: inout [Breach]) {
        let holding = known.holding
        let handed = stored.handedIn[holding.application]
        let decision = BulkReading.Decision(by: walk.job.reviewer.account, at: holding.from)
        let isWhole =
            stored.grounds[holding.registration]?.channel == holding.channel.rawValue && handed?.by == holding.by.account
            && handed?.organisation == walk.agent(of: known.card).id
            && (handed?.at ?? Instant(milliseconds: .max)) <= holding.from
            && stored.decisions[holding.registration]?.contains(decision) == true
        if !isWhole { found.append(known.breach(.complete, "channel, agent, hands or times are not as they were")) }
    }
}
