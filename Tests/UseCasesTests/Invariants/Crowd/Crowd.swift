import Records
import Registry
import TestKit
import UseCases

/// What a crowd must meet with on its way, besides what each walk meets with.
enum CrowdEvent: CaseIterable {
    case commandDone, someLeftOut, allOrNoneRefused
    case diedCommanding, diedReadingUse
    case simChanged, deviceChanged, changeRefused
    /// Thirty days long, and then nobody had put it into service.
    case tested
    /// Stopped for another SIM or device, until somebody registered it.
    case verifiedAnew
    /// In service, until nobody answered for it any more.
    case nameless
    /// As came to light when it was on its way out.
    case usedInTime
    case cancelled, numberFrozen, numberReused
}

/// Ten thousand cards of one store, led at random many at a time, beside a walk that leads single ones: what is done is remembered card by card.
final class Crowd {
    let walk: RandomWalk
    let size: Int
    /// Where the service of each card of the walk must stand, by its place.
    private(set) var lives: [CrowdLife] = []
    /// Cards with which something was done.
    private(set) var led: Set<Int> = []
    var met: Set<CrowdEvent> = []
    /// Those of this round with which nothing was done yet.
    private var deck: [Int] = []
    let calendar = CrowdCalendar()

    private init(_ walk: RandomWalk, size: Int) {
        self.walk = walk
        self.size = size
    }

    /// Most cards of one registration.
    private static let cardsOfUnit = 60

    /// So many cards in two agents' hands, most of them registered.
    static func founded(on walk: RandomWalk, size: Int) async throws -> Crowd {
        let crowd = Crowd(walk, size: size)
        try await walk.naming("found") { try await crowd.found() }
        return crowd
    }

    private func found() async throws {
        takeUp()
        try await setProvince()
        let batch = max(20, size / 40)
        // Of persons' cards one batch of each kind, of the others every third with the second agent.
        for kind in WalkedKind.allCases where kind.isPersons { try await stock(kind, batch) }
        let missing = size - walk.known.cards.count
        for number in 0..<(missing + batch - 1) / batch { try await stock(.tracker, batch, ofFirst: number % 3 < 2) }
        shuffle()
        for _ in 0..<max(2, size / 90) { try await registerUnit() }
        try await settle()
    }

    /// Where the crowd's cards are, tests are over after thirty days and another SIM demands a new verification (R-25-03).
    private func setProvince() async throws {
        var setting = LifeSetting()
        setting.testDays = 30
        setting.reregistersOnSIMChange = true
        _ = try await walk.shiming.setLifeSetting(
            as: walk.job.administrator, carrier: nil, product: nil, province: 31, setting, validFrom: nil, after: 0)
    }

    private func stock(_ kind: WalkedKind, _ count: Int, ofFirst isFirstAgents: Bool = true) async throws {
        let numbers = kind.carrier == .mobile ? walk.freshNumbers(count) : Array(repeating: nil, count: count)
        let (problems, taken) = try await walk.stock(kind, numbers: numbers, ofFirst: isFirstAgents)
        walk.judgeTaken(problems, isTaken: taken == count, isWrong: false, of: count)
        takeUp()
    }

    /// Cards that came in since are of the crowd.
    func takeUp() {
        for place in lives.count..<walk.known.cards.count { lives.append(CrowdLife(takenAt: walk.known.cards[place].takenAt)) }
    }

    // MARK: By chance

    /// The cards are dealt anew: until then no two deeds are done with the same one, unless they name a whole batch or range.
    func shuffle() { deck = walk.known.cards.indices.shuffled(using: &walk.chance) }

    /// So many of the cards for which it holds, or as many as are left.
    func deal(_ most: Int, where holds: (Int) -> Bool = { _ in true }) -> [Int] {
        var (hand, rest): ([Int], [Int]) = ([], [])
        for place in deck {
            if hand.count < most, holds(place) { hand.append(place) } else { rest.append(place) }
        }
        deck = rest
        led.formUnion(hand)
        return hand
    }

    /// Once in a while: so many times of all.
    func happens(_ times: Int, of all: Int) -> Bool { Int.random(in: 0..<all, using: &walk.chance) < times }

    /// Some for which somebody answers or did, and the last that came in with a number, for whoever asks about each alone.
    func some(_ most: Int) -> [KnownCard] {
        let known = walk.known.places { !$0.holdings.isEmpty }.shuffled(using: &walk.chance).prefix(most).map { walk.known.cards[$0] }
        return known + [walk.known.cards.last { $0.number != nil }].compactMap(\.self)
    }

    /// A share of the crowd, at least one card.
    func share(_ perMille: Int) -> Int { max(1, size * perMille / 1_000) }

    // MARK: What happens

    /// Sweeps, and lets happen to the remembered lives what the calendar says.
    func settle() async throws {
        _ = try await walk.shiming.sweepAllLives()
        let now = walk.now
        for place in lives.indices where lives[place].state != .cancelled {
            let before = lives[place]
            lives[place].settle(verifiedAt: walk.known.cards[place].verifiedAt, at: now, calendar)
            if lives[place].state == .active, !before.lacksName, lives[place].lacksName { met.insert(.nameless) }
            if before.state == .testable, lives[place].state != .testable {
                endTests(of: place)
                met.insert(.tested)
            }
            if before.awaitsVerification, !lives[place].awaitsVerification { met.insert(.verifiedAnew) }
            guard lives[place].state == .cancelled else { continue }
            walk.known.cards[place].cancelledAt = now
            walk.known.cards[place].end(at: now)
            met.insert(.cancelled)
        }
    }

    /// At the carrier too: by themselves, or somebody sees to it there.
    private func endTests(of place: Int) { walk.carrier.set(walk.known.cards[place].iccidAtCarrier, CarrierLife.ready) }

    /// Days or months; the clock is set back in between, and nothing may come of that.
    func pass(days: Int64) async throws {
        walk.world.clock.move(days: days)
        if let writes = walk.death(), try await walk.work(dyingAfter: writes, { _ = try await $0.sweepAllLives() }) {
            walk.met.insert(.diedSweeping)
        }
        try await settle()
        walk.world.clock.move(seconds: -7_200)
        _ = try await walk.shiming.sweepAllLives()
        walk.world.clock.move(seconds: 7_200)
    }

    /// Cards of one agent's that nobody answers for become a unit's; or do not, with a fault in the papers.
    func registerUnit(isFaulty: Bool = false, dyingAfter writes: Int? = nil) async throws {
        let isFirst = happens(2, of: 3)
        func isFree(_ place: Int) -> Bool {
            let card = walk.known.cards[place]
            return card.kind == .tracker && card.isFirstAgents == isFirst && card.isFree
        }
        // First those that wait for whoever registers them.
        let most = min(Self.cardsOfUnit, size / 10)
        var places = deal(most) { isFree($0) && lives[$0].awaitsVerification }
        places += deal(most - places.count, where: isFree)
        let papers = WalkedPapers.unit(.random(in: 0..<2, using: &walk.chance), in: walk.year)
        let fault = isFaulty ? WalkedFault.all(of: papers).randomElement(using: &walk.chance) : nil
        try await walk.register(places, papers, fault: fault, dyingAfter: writes)
    }

    /// The command for these cards, by a selector that names just them: all or none of them, or as many as is possible. What becomes of them is
    /// foretold, to the count of each refusal.
    /// - Parameter given: for what the cards are stopped, or no more.
    func command(
        _ command: LifeCommand, _ places: [Int], by selector: CardSelector, leavingOthers: Bool, for given: StopReason = .risk
    ) async throws {
        guard !places.isEmpty else { return }
        var (possible, obstacles): ([Int], [LifeObstacle: Int64]) = ([], [:])
        for place in places {
            if let obstacle = lives[place].obstacle(command, for: given, isHeld: walk.known.cards[place].isHeld) {
                obstacles[obstacle, default: 0] += 1
            } else {
                possible.append(place)
            }
        }
        let reason: StopReason? = command == .stop || command == .resume ? given : nil
        var (outcomes, code): (LifeOutcomes?, String?) = (nil, nil)
        let hasDied = try await walk.work(dyingAfter: walk.death(within: 2)) { server in
            do {
                outcomes = try await server.changeLives(
                    as: walk.job.administrator, selector, LifeWish(command, reason: reason), leavingOthers: leavingOthers)
            } catch let refusal as Refusal {
                code = refusal.code
            }
        }
        // It would have been one write: nothing was done.
        guard !hasDied else {
            met.insert(.diedCommanding)
            return
        }
        let isRefused = !leavingOthers && !obstacles.isEmpty
        let isDone = outcomes?.changed == Int64(possible.count) && outcomes?.leftOut == obstacles
        if isRefused ? code != "life-cards-refused" : !isDone {
            let what = "\(command.rawValue): \(outcomes?.changed ?? 0) done, \(outcomes?.leftOut ?? [:]) left, \(code ?? "")"
            walk.breaches.append(Breach(.usable, "\(what); and not \(possible.count), \(obstacles)"))
        }
        guard !isRefused else {
            met.insert(.allOrNoneRefused)
            return
        }
        if !obstacles.isEmpty { met.insert(.someLeftOut) }
        for place in possible {
            if command == .prepare, lives[place].state == .testable { endTests(of: place) }
            lives[place].obey(command, for: given, isHeld: walk.known.cards[place].isHeld, at: walk.now)
        }
        if !possible.isEmpty { met.insert(.commandDone) }
    }

    /// What was done with the card is remembered of it.
    func remember(_ change: (inout CrowdLife) -> Void, of place: Int) { change(&lives[place]) }
}
