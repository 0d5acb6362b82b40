import Records
import Registry
import TestKit
import UseCases

/// What is judged over time: quotas, what is kept, and numbers that are used again.
extension InvariantJudge {
    // MARK: 6

    func quotas() async throws -> [Breach] {
        var found: [Breach] = []
        for kind in WalkedKind.allCases where kind.isPersons {
            guard let card = walk.known.cards.last(where: { $0.kind == kind && $0.isFree }) else { continue }
            for number in 0..<WalkedPapers.personsCount {
                let papers = WalkedPapers.person(number, document: number + walk.known.cards.count)
                guard let person = papers.person, let holder = papers.content.holder else { continue }
                let quota = try await shiming.countCardsInPerson(as: walk.clerk(of: card), card: card.iccid, of: holder)
                let (known, told) = (walk.known.count(of: person, kind), quota?.used ?? -1)
                if told != known || quota?.max != kind.cardsMax || quota?.isReached != (known >= kind.cardsMax) {
                    found.append(Breach(.quota, "\(person) has \(known) of \(kind), and \(told) of \(quota?.max ?? 0) are told"))
                }
            }
        }
        return found
    }

    // MARK: 9

    func kept(_ card: KnownCard, _ holding: KnownHolding) async throws -> [Breach] {
        guard let ended = holding.ended, ended > holding.from else { return [] }
        let at = Instant(milliseconds: ended.milliseconds - 1)
        let asked = CardQuestion.iccid(card.iccid(at: at))
        let phase = holding.phase(at: now)
        var found: [Breach] = []
        func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { found.append(Breach(.kept, "\(card.iccid), ended \(ended): \(what())")) }
        }
        for someone in business(card) {
            let answer = try await shiming.answer(as: someone, asked, at: at)
            demand(answer.standing == .registered && answer.registration == holding.registration, "it is not told that it was registered")
            demand(answer.phase == phase, "\(answer.phase) instead of \(phase)")
            demand(
                answer.isWithheld && answer.roles.isEmpty && answer.unit == nil && answer.usingDepartment == nil && answer.evidence.isEmpty,
                "business reads who answered")
        }
        demand(try await shiming.answerDeletion(as: walk.clerk(of: card), asked, at: at) == phase, "deletion is answered by another ground")
        let traced = try await shiming.answer(as: job.compliance, asked, at: at)
        demand(traced.phase == phase && traced.isWithheld == phase.isSealed, "lawful tracing finds it \(traced.phase)")
        if phase.isSealed {
            walk.met.insert(.sealed)
            demand(try await isSealed(asked, at: at), "sealed, it is opened without a second person")
        } else {
            let told = try await shiming.reveal(as: job.compliance, asked, at: at, purpose: Self.purpose)
            demand(lost(in: told, of: holding) == [], "not found: \(lost(in: told, of: holding))")
            demand(Set(told.evidence).count == holding.evidence.count + holding.movingFrames, "evidence that nobody handed in")
        }
        let revealed = try await shiming.reveal(as: job.reviewer, asked, at: at, purpose: Self.purpose)
        demand(revealed.isWithheld && revealed.roles.isEmpty && revealed.evidence.isEmpty, "a reviewer has it unmasked")
        if walk.known.cards.allSatisfy({ $0.holdings.allSatisfy { $0.registration != holding.registration || $0.ended != nil } }) {
            for door in try await doorsOpen(to: job.reviewer, holding) { demand(false, "a reviewer \(door)") }
        }
        return found
    }

    /// By which ways somebody who has no part in tracing comes to a registration that nobody answers by any more.
    private func doorsOpen(to someone: Principal, _ holding: KnownHolding) async throws -> [String] {
        var open: [String] = []
        let view = try await shiming.readApplication(as: someone, holding.application)
        if !view.isWithheld || view.content != nil || view.evidence != nil { open.append("reads the case") }
        let registration = try await shiming.readRegistration(as: someone, holding.registration)
        if !registration.isWithheld || !registration.roles.isEmpty { open.append("reads the registration") }
        if try await !shiming.listRegistrationRoles(as: someone, holding.registration).isEmpty { open.append("reads who answered") }
        let unmasking = try await refusalCode {
            _ = try await shiming.revealApplication(as: someone, holding.application, purpose: Self.purpose)
        }
        if unmasking != "kept-for-tracing" { open.append("has the case unmasked") }
        let pieces = holding.evidence.filter { $0.key != .faceCapture }
        if let (slot, piece) = pieces.min(by: { $0.key.rawValue < $1.key.rawValue }) {
            let opening = try await refusalCode { _ = try await shiming.openEvidence(as: someone, piece, purpose: Self.purpose) }
            if opening != "kept-for-tracing" { open.append("opens \(slot.rawValue)") }
        }
        return open
    }

    /// Whom it does not tell of those who were registered, and which of their pictures.
    private func lost(in told: CardAnswer, of holding: KnownHolding) -> [String] {
        var lost: [String] = []
        for (role, facts) in holding.papers.persons where told.roles[role].map({ Self.isAsHandedIn($0, facts) }) != true {
            lost.append(role.rawValue)
        }
        if !Self.isAsHandedIn(told.unit, holding.papers.content.unit) { lost.append(PartyRole.unit.rawValue) }
        for (slot, piece) in holding.evidence where !told.evidence.contains(piece) { lost.append(slot.rawValue) }
        return lost.sorted()
    }

    // MARK: 9, under seal

    var firstSealed: (card: KnownCard, holding: KnownHolding)? {
        for card in cards {
            for holding in card.holdings where holding.phase(at: now).isSealed {
                guard let ended = holding.ended, ended > holding.from else { continue }
                return (card, holding)
            }
        }
        return nil
    }

    /// Asked for by one and approved by another, it is all there still, down to the pictures.
    func opened(_ card: KnownCard, _ holding: KnownHolding) async throws -> [Breach] {
        guard let ended = holding.ended else { return [] }
        let at = Instant(milliseconds: ended.milliseconds - 1)
        let asked = CardQuestion.iccid(card.iccid(at: at))
        // Not compliance itself, to whom it stays sealed.
        let opener = MainJob.staff([.compliance], in: job.administrator.organisation, scope: .everything, 61)
        let opening = try await shiming.askForOpening(
            as: opener, asked, at: at, caseNumber: "沪公网安调证〔2028〕77号", reason: "涉诈案件协查")
        _ = try await shiming.decideOpening(as: job.compliance, opening.id, .approve, note: nil)
        let told = try await shiming.reveal(as: opener, asked, at: at, purpose: Self.purpose)
        var found = lost(in: told, of: holding)
        // The face serves its check alone, and goes after it.
        for (slot, piece) in holding.evidence where slot != .faceCapture {
            let bytes = try await shiming.openEvidence(as: opener, piece, purpose: Self.purpose).bytes
            if bytes.isEmpty { found.append("\(slot.rawValue) is empty") }
        }
        return found.isEmpty ? [] : [Breach(.kept, "\(card.iccid), ended \(ended), opened by two: not found: \(found)")]
    }

    private func isSealed(_ asked: CardQuestion, at: Instant) async throws -> Bool {
        try await refusalCode { _ = try await shiming.reveal(as: job.compliance, asked, at: at, purpose: Self.purpose) } == "sealed"
    }

    // MARK: 10

    func recycled(_ number: String) async throws -> [Breach] {
        let cards = walk.known.cards(with: number)
        guard let present = cards.last else { return [] }
        let former = cards.dropLast().flatMap(\.holdings)
        var found: [Breach] = []
        func demand(_ holds: Bool, _ what: String) {
            if !holds { found.append(Breach(.recycled, "\(number), now of \(present.iccid): \(what)")) }
        }
        let clerk = walk.clerk(of: present)
        for someone in [job.compliance, job.reviewer, clerk] {
            let answer = try await shiming.answer(as: someone, .msisdn(number))
            demand(answer.iccid == present.iccid, "asked by it, another card answers")
            demand(answer.registration == present.holder?.registration, "somebody else answers")
            let persons = present.holder?.papers.persons ?? [:]
            let named = persons.mapValues { [Mask.name($0.name ?? ""), Mask.number($0.documentNumber ?? "")] }
            demand(answer.roles.mapValues { [$0.name, $0.documentNumber] } == named, "others' persons are shown")
            let papers = Set(present.holder.map { Array($0.evidence.values) } ?? [])
            demand(papers.isSuperset(of: answer.evidence) && papers.isEmpty == answer.evidence.isEmpty, "others' papers are shown")
        }
        demand(
            try await shiming.searchCards(as: clerk, numbers: [number]).map { $0?.card.iccid } == [present.iccid], "a search finds another")
        let events = try await walk.lives.life(of: present.iccid, as: clerk).events
        demand(events.allSatisfy { $0.effectiveFrom >= present.takenAt }, "its life begins before it")
        guard let before = cards.dropLast().last, before.isFirstAgents != present.isFirstAgents else { return found }
        for asked in former.map(\.from) + [before.takenAt] {
            let refused = try await refusalCode { _ = try await shiming.answer(as: clerk, .msisdn(number), at: asked) }
            let isOwnPast = cards.dropLast().contains {
                $0.isFirstAgents == present.isFirstAgents && $0.takenAt <= asked && asked < before.takenAt
            }
            demand(refused == "not-found" || isOwnPast, "whoever has it now is answered who had it")
        }
        demand(
            try await refusalCode { _ = try await shiming.answer(as: clerk, .iccid(before.iccid)) } == "not-found", "the old card is there")
        return found
    }
}
