import Records
import Registry
import TestKit
import UseCases

extension Crowd {
    /// What is done in each round, in an order that chance gives.
    private enum Deed: String, CaseIterable {
        case registerUnits, registerPersons, refuse, leave, use, command, commandBatch, commandRange, change, takeIn, reuseNumbers
        case tellCarrier
    }

    /// Time goes on, and everything happens once to other cards.
    func round(_ number: Int) async throws {
        walk.steps = number
        shuffle()
        // Now and then so long that whole stages of many lives are over.
        let days: Int64 = number.isMultiple(of: 4) ? .random(in: 95...160, using: &walk.chance) : .random(in: 3...35, using: &walk.chance)
        try await walk.naming("pass") { try await pass(days: days) }
        for deed in Deed.allCases.shuffled(using: &walk.chance) {
            walk.world.clock.move(seconds: .random(in: 600...7_200, using: &walk.chance))
            try await walk.naming(deed.rawValue) {
                try await lead(deed)
                takeUp()
                try await settle()
            }
        }
    }

    private func lead(_ deed: Deed) async throws {
        switch deed {
        case .registerUnits: for _ in 0..<few { try await registerUnit(dyingAfter: walk.death(within: 20)) }
        case .registerPersons: for _ in 0..<few { try await registerPerson() }
        case .refuse: try await refuse()
        case .leave: try await leave()
        case .use: try await use()
        case .command: for command in CrowdLife.commands { try await self.command(command) }
        case .commandBatch: try await commandBatch()
        case .commandRange: try await commandRange()
        case .change: try await change()
        case .takeIn: try await takeIn()
        case .reuseNumbers: try await reuseNumbers()
        case .tellCarrier: try await tellCarrier()
        }
    }

    // MARK: Registering and ending

    private var few: Int { max(1, size / 2_000) }

    /// Few people, some of whom want more than they may have.
    private func registerPerson(isFaulty: Bool = false) async throws {
        let places = deal(1) { place in
            let card = walk.known.cards[place]
            return card.kind.isPersons && card.isFree
        }
        let first = WalkedPapers.personsCount
        let people = happens(1, of: 3) ? 0..<first : first..<(first + share(3))
        let number = Int.random(in: people, using: &walk.chance)
        let document = Int.random(in: 0..<5, using: &walk.chance)
        let papers = WalkedPapers.person(number, document: document, withProxy: !isFaulty && happens(1, of: 4))
        let fault = isFaulty ? WalkedFault.all(of: papers).randomElement(using: &walk.chance) : nil
        try await walk.register(places, papers, happens(1, of: 3) ? .himself : .inPerson, fault: fault, dyingAfter: walk.death())
    }

    /// Papers with a fault are taken of nobody.
    private func refuse() async throws {
        try await registerUnit(isFaulty: true)
        for _ in 0..<2 { try await registerPerson(isFaulty: true) }
    }

    /// A unit ends its registration with all its cards, one person gives his card up, another gives it on.
    private func leave() async throws {
        for _ in 0..<2 {
            let ending = deal(1) { place in
                let card = walk.known.cards[place]
                return card.kind == .tracker && card.isFirstAgents && card.isHeld
            }
            if let place = ending.first { try await walk.endUnit(place, dyingAfter: walk.death(within: 2)) }
        }
        try await walk.giveUp()
        try await walk.giveOn()
    }

    // MARK: Use

    /// A file of the carrier's: late, repeated and in any order. Whoever reads it may die, and another goes on.
    private func use() async throws {
        let now = walk.now.milliseconds / 1_000
        var lines: [(iccid: String, secondsAgo: Int64)] = []
        var used: [(place: Int, at: Instant)] = []
        for place in deal(share(120)) {
            for _ in 0..<Int.random(in: 1...2, using: &walk.chance) {
                let ago = Int64.random(in: 60...3_000_000, using: &walk.chance)
                let instant = Instant(milliseconds: (now - ago) * 1_000)
                // Under the number of the SIM that it had then.
                lines.append((walk.known.cards[place].iccid(at: instant), ago))
                used.append((place, instant))
            }
        }
        let file = lines.shuffled(using: &walk.chance)
        let writes = walk.death(within: 4)
        let hasDied = try await walk.work(dyingAfter: writes) { server in try await walk.lives.use(file, through: server) }
        if hasDied {
            met.insert(.diedReadingUse)
            // Before it had the file.
            if writes == 0 { return }
            try await walk.shiming.takeUpAfterStop()
            while try await walk.shiming.runNextUsageFile() {}
        }
        let read = walk.now
        for (place, instant) in used {
            let (isHeld, wasOnItsWay) = (walk.known.cards[place].isHeld, lives[place].state == .cancelling)
            remember({ $0.use(at: instant, isHeld: isHeld, readAt: read, calendar) }, of: place)
            if wasOnItsWay, lives[place].state != .cancelling { met.insert(.usedInTime) }
        }
    }

    // MARK: Commands

    /// By chance, in an order that is the same each time.
    private func reason() -> StopReason {
        let reasons: [StopReason] = [.ownerAsked, .threshold, .risk, .illegalUse, .reverificationDue]
        return reasons.randomElement(using: &walk.chance) ?? .risk
    }

    /// Some of the cards can obey, others cannot.
    private func command(_ command: LifeCommand) async throws {
        let reason = reason()
        let most = share(command == .activate || command == .bringBack ? 80 : 35)
        var places = deal(most) { lives[$0].obstacle(command, for: reason, isHeld: walk.known.cards[$0].isHeld) == nil }
        if happens(3, of: 4) { places += deal(most / 4) }
        let numbers = places.map { walk.known.cards[$0].iccid }
        try await self.command(command, places, by: .numbers(numbers), leavingOthers: happens(3, of: 4), for: reason)
    }

    /// For cards that came in together.
    private func commandBatch() async throws {
        guard let one = walk.known.cards.indices.randomElement(using: &walk.chance),
            let command = CrowdLife.commands.randomElement(using: &walk.chance)
        else { return }
        let batch = walk.known.cards[one].batch
        try await self.command(command, walk.known.places { $0.batch == batch }, by: .batch(batch), leavingOthers: true, for: reason())
    }

    /// For cards whose numbers follow one another.
    private func commandRange() async throws {
        let iccids = walk.known.cards.filter { $0.kind.carrier == .mobile }.map(\.iccid).sorted()
        guard let command = CrowdLife.commands.randomElement(using: &walk.chance),
            let first = iccids.indices.randomElement(using: &walk.chance)
        else { return }
        let (from, to) = (iccids[first], iccids[min(first + share(40), iccids.count - 1)])
        let places = walk.known.places { $0.hasSIM(from: from, to: to) }
        try await self.command(command, places, by: .range(from: from, to: to), leavingOthers: true, for: reason())
    }

    // MARK: Cards and numbers

    /// Cards with check digits that fail are warned of, and taken.
    private func takeIn() async throws {
        let count = 3
        let (problems, taken) = try await walk.stock(
            .tracker, numbers: Array(repeating: nil, count: count), ofFirst: true, withWrongDigit: true)
        walk.met.insert(.cardWarned)
        walk.judgeTaken(problems, isTaken: taken == count, isWrong: true, of: count)
    }

    /// Numbers of cancelled cards for new ones of the other agent: those that are frozen, or another card's by now, are refused.
    private func reuseNumbers() async throws {
        let isFirst = happens(1, of: 2)
        var present: [String: Int] = [:]
        for (place, card) in walk.known.cards.enumerated() { if let number = card.number { present[number] = place } }
        let former = deal(share(15)) { place in
            let card = walk.known.cards[place]
            return card.cancelledAt != nil && card.number != nil && card.kind == .tracker && card.isFirstAgents == isFirst
        }
        let now = walk.now
        func isFree(_ number: String) -> Bool {
            present[number].flatMap { walk.known.cards[$0].numberFreeFrom }.map { $0 <= now } ?? false
        }
        let numbers = Set(former.compactMap { walk.known.cards[$0].number }).sorted()
        let free = numbers.count { isFree($0) }
        guard !numbers.isEmpty else { return }
        let before = walk.known.cards.count
        let (problems, taken) = try await walk.stock(.tracker, numbers: numbers.map { Optional($0) }, ofFirst: !isFirst)
        if free < numbers.count { met.insert(.numberFrozen) }
        if free > 0 { met.insert(.numberReused) }
        let wrong = walk.known.cards[before...].filter { !isFree($0.number ?? "") }
        let refused = problems.map(\.code)
        if taken != free || !wrong.isEmpty || refused != Array(repeating: "number-on-another-card", count: numbers.count - free) {
            let what = "of \(numbers.count) numbers \(free) are free, and \(taken) are taken"
            walk.breaches.append(Breach(.recycled, "\(what), such as \(wrong.first?.number ?? "none"); \(Set(refused))"))
        }
    }

    // MARK: The carrier

    /// Orders fail in every way, names are told otherwise than they are registered here, and whoever tells may die.
    private func tellCarrier() async throws {
        for _ in 0..<3 {
            guard let place = walk.known.cards.indices.randomElement(using: &walk.chance) else { continue }
            walk.carrier.set(walk.known.cards[place].iccidAtCarrier, happens(1, of: 2) ? CarrierRegistered.unregistered : .registered)
        }
        let kinds = RandomWalk.faults(at: walk.now)
        let faults = (0..<40).compactMap { _ in kinds.randomElement(using: &walk.chance) }
        try await walk.tellCarrier(faults, dyingAfter: walk.death(within: 3), times: max(2, share(1)))
    }
}
