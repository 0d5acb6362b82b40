import Numbers
import Records
import Registry
import TestKit
import UseCases

extension RandomWalk {
    /// The walk ends before the papers and contracts of its people do.
    private static let lastYear = 2033

    private enum Deed: String, CaseIterable {
        case registerSomebody, registerUnit, giveUp, giveOn, endUnit, changeLife, pass, use, reuseNumber, takeCard, tellCarrier

        var weight: Int {
            switch self {
            case .registerSomebody: 6
            case .changeLife, .pass, .reuseNumber: 3
            case .registerUnit, .endUnit: 2
            default: 1
            }
        }

        static let weighed = allCases.flatMap { Array(repeating: $0, count: $0.weight) }
    }

    /// A step that ended as none should.
    struct Stopped: Error {
        let deed: String
        let error: any Error
    }

    /// Something happens, and time goes on.
    func step() async throws {
        world.clock.move(seconds: .random(in: 600...20_000, using: &chance))
        guard let deed = Deed.weighed.randomElement(using: &chance) else { return }
        do { try await lead(deed) } catch { throw Stopped(deed: deed.rawValue, error: error) }
    }

    private func lead(_ deed: Deed) async throws {
        switch deed {
        case .registerSomebody: try await registerSomebody()
        case .registerUnit: try await registerUnit()
        case .giveUp: try await giveUp()
        case .giveOn: try await giveOn()
        case .endUnit: try await endUnit()
        case .changeLife: try await changeLife()
        case .pass: try await pass()
        case .use: try await use()
        case .reuseNumber: try await reuseNumber()
        case .takeCard: try await takeCard()
        case .tellCarrier: try await tellCarrier()
        }
    }

    private func any(_ holds: (KnownCard) -> Bool) -> Int? { known.places(where: holds).randomElement(using: &chance) }

    // MARK: Registering

    private func registerSomebody() async throws {
        guard let place = any({ $0.isFree && $0.kind.isPersons }) else { return }
        // One of them wants more than he may have.
        let isGreedy = Int.random(in: 0..<3, using: &chance) > 0
        let number = isGreedy ? 0 : Int.random(in: 0..<WalkedPapers.personsCount, using: &chance)
        let document = Int.random(in: 0..<5, using: &chance)
        let isFaulty = Int.random(in: 0..<5, using: &chance) < 2
        let papers = WalkedPapers.person(number, document: document, withProxy: !isFaulty && Bool.random(using: &chance))
        let fault = isFaulty ? WalkedFault.all(of: papers).randomElement(using: &chance) : nil
        let way = Way.allCases.randomElement(using: &chance) ?? .inPerson
        try await register([place], papers, way, fault: fault, mayCrash: true)
    }

    private func registerUnit() async throws {
        let free = known.places { $0.isFree && $0.kind == .tracker && $0.isFirstAgents }
        guard !free.isEmpty else { return }
        let papers = WalkedPapers.unit(.random(in: 0..<2, using: &chance), in: year)
        let fault = Int.random(in: 0..<5, using: &chance) < 2 ? WalkedFault.all(of: papers).randomElement(using: &chance) : nil
        try await register(Array(free.prefix(.random(in: 1...2, using: &chance))), papers, fault: fault, mayCrash: true)
    }

    // MARK: Ending

    /// A person gives his card up, where he registered it himself.
    private func giveUp() async throws {
        guard let place = any({ $0.holder?.channel == .selfService }) else { return }
        try await giveUp(place, mayCrash: true)
    }

    func giveUp(_ place: Int, mayCrash: Bool = false) async throws {
        guard let holder = known.cards[place].holder else { return }
        let number = holder.papers.content.holder?.documentNumber ?? ""
        let ended = try await through(mayCrash: mayCrash) { server in
            _ = try await server.askForRelease(as: holder.by, documentNumber: number)
        }
        guard ended != nil else { return }
        known.end(holder.registration, at: now)
        met.insert(.gaveUp)
    }

    /// Proved again, he gives it to a next owner, who registers once the old holding has ended.
    private func giveOn() async throws {
        guard let place = any({ $0.holder?.channel == .selfService && $0.holder?.papers.isChild == false }),
            let holder = known.cards[place].holder, let facts = holder.papers.content.holder
        else { return }
        try await personal.prove(holder.by, as: facts)
        guard let code = try await shiming.readPersonalCase(as: holder.by).code else { return }
        let offer = try await shiming.beginTransfer(as: holder.by, code: code)
        _ = try await through { _ in }
        known.end(holder.registration, at: now)
        met.insert(.gaveOn)
        world.clock.move(seconds: 600)
        let next = try await shiming.openSeat(.link(offer.code), device: nil).principal
        let shown = "\(try await shiming.readPersonalCase(as: next))"
        for secret in [facts.name, facts.documentNumber].compactMap(\.self) where shown.contains(secret) {
            breaches.append(Breach(.recycled, "the next owner is shown who had the card"))
        }
        let papers = WalkedPapers.person(.random(in: 0..<WalkedPapers.personsCount, using: &chance))
        try await register([place], papers, .himself, at: next)
    }

    private func endUnit() async throws {
        guard let place = any({ $0.holder != nil && $0.kind == .tracker }) else { return }
        try await endUnit(place)
    }

    func endUnit(_ place: Int) async throws {
        guard let holder = known.cards[place].holder else { return }
        let ended = try await through { _ in
            _ = try await self.job.handedInChange(holder.registration, .end) {
                $0.authorisation = Authorisation(purpose: "办理销户", validFrom: "\(self.year)-01-01", validUntil: "\(self.year)-12-31")
            }
        }
        guard ended != nil else { return }
        known.end(holder.registration, at: now)
        met.insert(.unitEnded)
    }

    // MARK: Lives

    private func changeLife() async throws {
        guard let place = known.cards.indices.randomElement(using: &chance) else { return }
        let commands: [LifeCommand] = [.activate, .activate, .stop, .resume, .cancel, .cancel, .bringBack]
        try await change(commands.randomElement(using: &chance) ?? .activate, place)
    }

    func change(_ command: LifeCommand, _ place: Int) async throws {
        let reason: StopReason? = [.stop, .resume].contains(command) ? .risk : nil
        let outcomes = try await shiming.changeLives(
            as: job.administrator, .numbers([known.cards[place].iccid]), LifeWish(command, reason: reason), leavingOthers: true)
        let (isDone, card) = (outcomes.changed == 1, known.cards[place])
        if let isPossible = card.obeys(command), isPossible != isDone {
            breaches.append(Breach(.usable, "\(card.iccid): \(command.rawValue) is \(isDone ? "done" : "refused")"))
        }
        if isDone { known.cards[place].obey(command, at: now) }
        if isDone, command == .stop, card.holder?.papers.person != nil { met.insert(.stopped) }
        try await sweep()
    }

    /// Days, now and then years; the clock is set back in between, and nothing may come of that.
    private func pass() async throws {
        let far = Int.random(in: 0..<4, using: &chance) == 0
        guard !far || year < Self.lastYear - 3 else { return }
        try await pass(days: far ? .random(in: 300...900, using: &chance) : .random(in: 1...45, using: &chance))
        world.clock.move(seconds: -7_200)
        _ = try await shiming.sweepAllLives()
        world.clock.move(seconds: 7_200)
    }

    func pass(days: Int64) async throws {
        guard year < Self.lastYear else { return }
        world.clock.move(days: days)
        try await sweep()
    }

    /// What the calendar does. Which cards have ended by it is reckoned here again, and the store must say the same.
    func sweep() async throws {
        _ = try await shiming.sweepAllLives()
        for place in known.places(where: { $0.cancelledAt == nil }) {
            if known.cards[place].endCycle(at: now) { met.insert(.cancelled) }
            let card = known.cards[place]
            let state = try await life(of: card).life.standing.state
            if state == .cancelling, card.cycleFrom == nil {
                if !card.liesIdle(at: now) { breaches.append(Breach(.kept, "\(card.iccid) is on its way out, and was in use")) }
                known.cards[place].cycleFrom = now
                continue
            }
            let isOnItsWay = card.cycleFrom != nil && card.cancelledAt == nil
            if (state == .cancelled) != (card.cancelledAt != nil) || (state == .cancelling) != isOnItsWay {
                breaches.append(Breach(.kept, "\(card.iccid) is \(state.name), by another calendar than China's"))
            }
        }
    }

    func life(of card: KnownCard, as principal: Principal? = nil) async throws -> LifeView {
        let reader = principal ?? job.administrator
        guard let reference = try await shiming.searchCards(as: reader, numbers: [card.iccid]).first??.reference else {
            throw Refusal.notFound
        }
        return try await shiming.readLife(as: reader, reference: reference)
    }

    private func use() async throws {
        guard let place = known.cards.indices.randomElement(using: &chance) else { return }
        try await lives.use(known.cards[place].iccid)
        // Whoever was never in service is not put there by use.
        if let awakeAt = known.cards[place].awakeAt {
            known.cards[place].awakeAt = max(awakeAt, Instant(milliseconds: (now.milliseconds / 1_000 - 60) * 1_000))
        }
        try await sweep()
    }

    // MARK: Numbers and cards

    /// The number of a cancelled card for a new one, of the other agent: refused while it is frozen.
    private func reuseNumber() async throws {
        guard let place = any({ $0.cancelledAt != nil && $0.number != nil }) else { return }
        try await reuseNumber(of: place)
    }

    func reuseNumber(of place: Int) async throws {
        let former = known.cards[place]
        guard let number = former.number, let freeFrom = former.numberFreeFrom else { return }
        let isFree = now >= freeFrom && known.cards(with: number).last?.iccid == former.iccid
        let (problems, isTaken) = try await stock(former.kind, number: number, ofFirst: !former.isFirstAgents)
        met.insert(isFree ? .numberReused : .numberFrozen)
        if isTaken != isFree || problems.map(\.code) != (isFree ? [] : ["number-on-another-card"]) {
            breaches.append(
                Breach(.recycled, "a number \(isFree ? "that is free" : "that is frozen or used") is \(isTaken ? "taken" : "refused")"))
        }
    }

    /// A fresh card; now and then with a check digit that fails, which is worth a warning and no more.
    private func takeCard() async throws {
        let kind = WalkedKind.allCases.randomElement(using: &chance) ?? .watch
        let isWrong = Bool.random(using: &chance)
        let (problems, isTaken) = try await stock(kind, withWrongDigit: isWrong)
        if isWrong { met.insert(.cardWarned) }
        judgeTaken(problems, isTaken: isTaken, isWrong: isWrong)
    }

    func judgeTaken(_ problems: [IntakeProblem], isTaken: Bool, isWrong: Bool) {
        if !isTaken { breaches.append(Breach(.checksum, "a card is refused for its check digit: \(problems.map(\.code))")) }
        if problems.map(\.severity) != (isWrong ? [.warning] : []) {
            breaches.append(Breach(.checksum, "a card's check digit \(isWrong ? "fails" : "is right"), and is told as \(problems)"))
        }
    }

    // MARK: The carrier

    private func tellCarrier() async throws {
        let faults: [CarrierReply<CarrierCardState>] = [
            .unreachable(retryAfterSeconds: 60), .unclear(.lost), .locked(until: now.adding(seconds: 300)),
            .overQuota(until: now.adding(seconds: 120)),
        ]
        carrier.answers(faults.filter { _ in Bool.random(using: &chance) }.shuffled(using: &chance))
        met.insert(.carrierFailed)
        try await lives.carry(carrier)
    }

    /// All that is wished of it, done without a fault.
    func calmCarrier() async throws {
        carrier.answers([])
        for _ in 0..<6 { try await lives.carry(carrier, after: 3_600) }
    }
}
