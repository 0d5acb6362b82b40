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
        let seed: UInt64
        let step: Int
        let deed: String
        let error: any Error
    }

    /// Something happens, and time goes on.
    func step() async throws {
        world.clock.move(seconds: .random(in: 600...20_000, using: &chance))
        guard let deed = Deed.weighed.randomElement(using: &chance) else { return }
        steps += 1
        try await naming(deed.rawValue) { try await lead(deed) }
    }

    /// Whatever is thrown says in which walk and where, so that it can be walked again.
    func naming(_ deed: String, _ body: () async throws -> Void) async throws {
        do { try await body() } catch { throw Stopped(seed: seed, step: steps, deed: deed, error: error) }
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
        try await register([place], papers, way, fault: fault, dyingAfter: death())
    }

    private func registerUnit() async throws {
        let free = known.places { $0.isFree && $0.kind == .tracker && $0.isFirstAgents }
        guard !free.isEmpty else { return }
        let papers = WalkedPapers.unit(.random(in: 0..<2, using: &chance), in: year)
        let fault = Int.random(in: 0..<5, using: &chance) < 2 ? WalkedFault.all(of: papers).randomElement(using: &chance) : nil
        try await register(Array(free.prefix(.random(in: 1...2, using: &chance))), papers, fault: fault, dyingAfter: death())
    }

    // MARK: Ending

    /// A person gives his card up, where he registered it himself.
    func giveUp() async throws {
        guard let place = any({ $0.holder?.channel == .selfService }) else { return }
        try await giveUp(place, dyingAfter: death(within: 5))
    }

    func giveUp(_ place: Int, dyingAfter writes: Int? = nil) async throws {
        guard let holder = known.cards[place].holder else { return }
        let number = holder.papers.content.holder?.documentNumber ?? ""
        try await end(holder, at: place, .gaveUp, dyingAfter: writes) { server in
            _ = try await server.askForRelease(as: holder.by, documentNumber: number)
        }
    }

    /// Handed in and followed to its end: nobody answers for the holder's cards any more.
    private func end(
        _ holder: KnownHolding, at place: Int, _ event: WalkedEvent, dyingAfter writes: Int? = nil,
        _ hand: (Installation) async throws -> Void
    ) async throws {
        let card = known.cards[place]
        let hasServed = try await services(of: [card])[0].serves
        let hasRun = await runs(card)
        guard try await through(dyingAfter: writes, hand) != nil else { return }
        known.end(holder.registration, at: now)
        met.insert(event)
        if hasServed { met.insert(.servedThenVacated) }
        if hasRun { met.insert(.ranThenVacated) }
    }

    /// Proved again, he gives it to a next owner, who registers once the old holding has ended.
    func giveOn() async throws {
        guard let place = any({ $0.holder?.channel == .selfService && $0.holder?.papers.isChild == false }) else { return }
        try await giveOn(
            place, to: .random(in: 0..<WalkedPapers.personsCount, using: &chance), dyingAfter: death(within: 2))
    }

    func giveOn(_ place: Int, to number: Int, dyingAfter writes: Int? = nil) async throws {
        guard let holder = known.cards[place].holder, let facts = holder.papers.content.holder else { return }
        try await personal.prove(holder.by, as: facts)
        known.cards[place].prove(at: now)
        guard let code = try await shiming.readPersonalCase(as: holder.by).code else { return }
        let offer = try await shiming.beginTransfer(as: holder.by, code: code)
        try await end(holder, at: place, .gaveOn, dyingAfter: writes) { _ in }
        world.clock.move(seconds: 600)
        let next = try await shiming.openSeat(.link(offer.code), device: nil).principal
        let shown = "\(try await shiming.readPersonalCase(as: next))"
        for secret in [facts.name, facts.documentNumber].compactMap(\.self) where shown.contains(secret) {
            breaches.append(Breach(.recycled, "the next owner is shown who had the card"))
        }
        try await register([place], .person(number), .himself, at: next)
        // Who may have no further card keeps it from nobody else.
        if known.cards[place].holder == nil { try await shiming.declineTransfer(as: next) }
    }

    private func endUnit() async throws {
        guard let place = any({ $0.holder != nil && $0.kind == .tracker }) else { return }
        try await endUnit(place, dyingAfter: death(within: 2))
    }

    func endUnit(_ place: Int, dyingAfter writes: Int? = nil) async throws {
        guard let holder = known.cards[place].holder else { return }
        try await end(holder, at: place, .unitEnded, dyingAfter: writes) { _ in
            _ = try await self.job.handedInChange(holder.registration, .end) {
                $0.authorisation = Authorisation(purpose: "办理销户", validFrom: "\(self.year)-01-01", validUntil: "\(self.year)-12-31")
            }
        }
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
        if !isDone, command == .activate, card.holder == nil, card.cancelledAt == nil { met.insert(.namelessRefused) }
        if isDone, command == .stop, card.holder?.papers.person != nil { met.insert(.stopped) }
        try await sweep()
    }

    /// Days, now and then years; the clock is set back in between, and nothing may come of that.
    private func pass() async throws {
        let far = Int.random(in: 0..<4, using: &chance) == 0
        guard !far || year < Self.lastYear - 3 else { return }
        try await pass(
            days: far ? .random(in: 300...900, using: &chance) : .random(in: 1...45, using: &chance), dyingAfter: death(within: 3))
        world.clock.move(seconds: -7_200)
        _ = try await shiming.sweepAllLives()
        world.clock.move(seconds: 7_200)
    }

    func pass(days: Int64, dyingAfter writes: Int? = nil) async throws {
        guard year < Self.lastYear else { return }
        world.clock.move(days: days)
        if writes != nil, try await work(dyingAfter: writes, { _ = try await $0.sweepAllLives() }) { met.insert(.diedSweeping) }
        try await sweep()
    }

    /// What the calendar does. Which cards have ended by it is reckoned here again, and the store must say the same.
    func sweep() async throws {
        _ = try await shiming.sweepAllLives()
        let places = known.places { $0.cancelledAt == nil }
        for (place, service) in zip(places, try await services(of: places.map { known.cards[$0] })) {
            if known.cards[place].endCycle(at: now) { met.insert(.cancelled) }
            let (card, state) = (known.cards[place], service.state)
            if state == .cancelling, card.cycleFrom == nil {
                if !card.liesIdle(at: now) { breaches.append(Breach(.kept, "\(card.iccid) is on its way out, and was in use")) }
                known.cards[place].lieIdle(at: now)
                continue
            }
            let isOnItsWay = card.cycleFrom != nil && card.cancelledAt == nil
            if (state == .cancelled) != (card.cancelledAt != nil) || (state == .cancelling) != isOnItsWay {
                breaches.append(Breach(.kept, "\(card.iccid) is \(state.name), by another calendar than China's"))
            }
        }
    }

    /// Where the service of each stands.
    func services(of cards: [KnownCard]) async throws -> [LifeStanding] {
        try await shiming.searchCards(as: job.administrator, numbers: cards.map(\.iccid)).map { found in
            guard let found else { throw Refusal.notFound }
            return found.card.service
        }
    }

    /// Whether the carrier lets it run.
    func runs(_ card: KnownCard) async -> Bool {
        let states = await carrier.states(of: [CarrierCard(iccid: card.iccidAtCarrier, msisdn: card.number)])
        guard card.kind.carrier == .mobile, case .done(let state)? = states.first else { return false }
        return state.word == .active
    }

    private func use() async throws {
        guard let place = known.cards.indices.randomElement(using: &chance) else { return }
        // Now and then it is told half a year later.
        let ago = Bool.random(using: &chance) ? 60 : Int64.random(in: 60...16_000_000, using: &chance)
        try await lives.use([(known.cards[place].iccid, ago)], through: shiming)
        known.cards[place].use(at: Instant(milliseconds: (now.milliseconds / 1_000 - ago) * 1_000), readAt: now)
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
        if !isFree { met.insert(.numberFrozen) } else if !former.holdings.isEmpty { met.insert(.numberReused) }
        if isTaken != isFree || problems.map(\.code) != (isFree ? [] : ["number-on-another-card"]) {
            breaches.append(
                Breach(.recycled, "a number \(isFree ? "that is free" : "that is frozen or used") is \(isTaken ? "taken" : "refused")"))
        }
    }

    private func takeCard() async throws {
        let kind = WalkedKind.allCases.randomElement(using: &chance) ?? .watch
        try await takeCard(kind, isWrong: Bool.random(using: &chance))
    }

    /// A fresh card; now and then with a check digit that fails, which is worth a warning and no more.
    func takeCard(_ kind: WalkedKind, isWrong: Bool) async throws {
        let (problems, isTaken) = try await stock(kind, withWrongDigit: isWrong)
        if isWrong { met.insert(.cardWarned) }
        judgeTaken(problems, isTaken: isTaken, isWrong: isWrong)
    }

    /// - Parameter cards: how many there were, all taken or not.
    func judgeTaken(_ problems: [IntakeProblem], isTaken: Bool, isWrong: Bool, of cards: Int = 1) {
        if !isTaken { breaches.append(Breach(.checksum, "a card is refused for its check digit: \(problems.map(\.code))")) }
        if problems.map(\.severity) != Array(repeating: IntakeProblem.Severity.warning, count: isWrong ? cards : 0) {
            breaches.append(Breach(.checksum, "a card's check digit \(isWrong ? "fails" : "is right"), and is told as \(problems)"))
        }
    }

    // MARK: The carrier

    private func tellCarrier() async throws {
        let faults = Self.faults(at: now).filter { _ in Bool.random(using: &chance) }.shuffled(using: &chance)
        try await tellCarrier(faults, dyingAfter: death(within: 3))
    }

    static func faults(at now: Instant) -> [CarrierReply<CarrierCardState>] {
        [
            .unreachable(retryAfterSeconds: 60), .unclear(.lost), .locked(until: now.adding(seconds: 300)),
            .overQuota(until: now.adding(seconds: 120)),
        ]
    }

    /// One order after the other fails so; whoever tells may die between telling and noting it.
    /// - Parameter times: as in `LifeSteps.carry`.
    func tellCarrier(_ faults: [CarrierReply<CarrierCardState>], dyingAfter writes: Int? = nil, times: Int = 50) async throws {
        carrier.answers(faults)
        if writes != nil, try await work(dyingAfter: writes, { _ = try await $0.tellCarrier(carrier) }) {
            met.insert(.diedTelling)
            try await shiming.takeUpAfterStop()
        }
        try await lives.carry(carrier, times: times)
        if carrier.answersLeft < faults.count { met.insert(.carrierFailed) }
    }

    /// All that is wished of it, done without a fault.
    func calmCarrier(times: Int = 50) async throws {
        carrier.answers([])
        for _ in 0..<6 {
            world.clock.move(seconds: 3_600)
            try await lives.carry(carrier, times: times)
        }
    }
}
