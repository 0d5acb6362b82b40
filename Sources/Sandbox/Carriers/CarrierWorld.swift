import Ledger
import Registry
import UseCases

/// What the simulated carriers keep: cards, jobs, links, counts; and their own time.
actor CarrierWorld {
    struct Job: Sendable {
        let at: Instant
        /// Card and code of failure; nil where it went well.
        let results: [(number: String, failure: CarrierTrouble?)]
    }

    struct Link: Sendable {
        let system: CarrierSystem
        let card: String
        let expires: Instant
    }

    private let clock: any Clock
    private var scenario: CarrierScenario
    private var used: [Int]
    private var chance: UInt64
    private var cards: [String: SimulatedCard] = [:]
    private var aliases: [String: String] = [:]
    private var jobs: [String: Job] = [:]
    private var links: [String: Link] = [:]
    private var orders: [String: (card: String, wish: String)] = [:]
    private var calls: [CarrierSystem: CallTimes] = [:]
    /// When each card was asked about within the last minute, where that is limited.
    private var questions: [String: [Instant]] = [:]
    private var counts: [String: Int64] = [:]
    private var serial = 0
    private var notices: [(due: Instant, notice: SimulatedNotice)] = []

    init(_ scenario: CarrierScenario, clock: any Clock) {
        self.clock = clock
        self.scenario = scenario
        used = Array(repeating: 0, count: scenario.steps.count)
        chance = scenario.seed
        for card in scenario.cards {
            cards[card.iccid] = card
            aliases[card.msisdn] = card.iccid
        }
    }

    var settings: CarrierScenario { scenario }
    var now: Instant { clock.now() }

    func play(_ next: CarrierScenario) {
        scenario = next
        used = Array(repeating: 0, count: next.steps.count)
        chance = next.seed
        for card in next.cards {
            cards[card.iccid] = card
            aliases[card.msisdn] = card.iccid
        }
    }

    // MARK: Calls

    /// Whether this call is within the quotas; it is counted either way.
    func admit(_ system: CarrierSystem) -> CarrierTrouble? {
        count("calls/" + system.rawValue)
        let now = clock.now()
        if let night = scenario.maintenance, night.contains((now.milliseconds / 3_600_000 + 8) % 24) {
            count("maintenance")
            return .maintenance
        }
        let earlier = calls[system, default: CallTimes()].note(now)
        guard scenario.callsPerSecond == 0 || earlier.inSecond < Int(scenario.callsPerSecond),
            scenario.callsPerDay == 0 || earlier.inDay < Int(scenario.callsPerDay)
        else {
            count("overQuota")
            return .overQuota
        }
        return nil
    }

    /// Notes that these cards are asked about. Throws `over-quota` where one of them was asked about too often within a minute; the question counts
    /// all the same.
    func ask(about numbers: [String]) throws(CarrierTrouble) {
        guard scenario.callsPerCardPerMinute > 0 else { return }
        let now = clock.now()
        var isTooMuch = false
        for number in numbers {
            let earlier = (questions[number] ?? []).filter { $0.milliseconds > now.milliseconds - 60_000 }
            isTooMuch = isTooMuch || earlier.count >= Int(scenario.callsPerCardPerMinute)
            questions[number] = earlier + [now]
        }
        guard isTooMuch else { return }
        count("overQuota")
        throw .overQuota
    }

    func step(_ system: CarrierSystem, isCommand: Bool) -> CarrierScenario.Step? {
        for (number, step) in scenario.steps.enumerated()
        where (step.on ?? system) == system && (step.kind == .all || (step.kind == .command) == isCommand) {
            if let times = step.times, used[number] >= times { continue }
            if let percent = step.percent, drawn(0...99) >= percent { continue }
            used[number] += 1
            if step.fault != nil { count("faults") }
            return step
        }
        return nil
    }

    // MARK: Cards

    /// Every card that was placed or asked about, as it is now.
    func everyCard() -> [SimulatedCard] {
        let now = clock.now()
        for key in cards.keys { cards[key]?.takeEffect(until: now) }
        return Array(cards.values)
    }

    /// The card as it is now, or why the carrier will not hear of it.
    func card(_ number: String) throws(CarrierTrouble) -> SimulatedCard {
        let key = aliases[number] ?? number
        var card = cards[key] ?? SimulatedCard.derived(number)
        card.takeEffect(until: clock.now())
        cards[key] = card
        switch card.trouble {
        case .unknown: throw .cardUnknown
        case .notOurs: throw .notOurs
        case .none, .carrierStop: return card
        }
    }

    /// Begins an operation on a card, or says why not; the window begins with it.
    /// - Parameter order: as what whoever tells it calls it.
    func change(
        _ number: String, to life: CarrierLife, from allowed: Set<CarrierLife>, by system: CarrierSystem, order: String? = nil
    ) throws(CarrierTrouble) {
        let card = try card(number)
        try demandFree(card)
        guard !(card.trouble == .carrierStop && life == .active) else { throw .carrierStop }
        guard allowed.contains(card.life) || scenario.repeats && card.life == life else { throw .stateForbids }
        operate(number, .life(life), by: system, order: order)
        count("changes")
    }

    func clear(_ number: String, by system: CarrierSystem, order: String? = nil) throws(CarrierTrouble) {
        let card = try card(number)
        try demandFree(card)
        guard card.registered == .registered else { throw .stateForbids }
        operate(number, .registered(.unregistered), by: system, order: order)
        count("clearings")
    }

    /// Whether it may be operated on now.
    func demandFree(_ card: SimulatedCard) throws(CarrierTrouble) {
        guard let operated = card.operated, operated.adding(seconds: scenario.windowSeconds) > clock.now() else { return }
        count("locked")
        throw .locked
    }

    private func operate(_ number: String, _ effect: SimulatedCard.Effect, by system: CarrierSystem, order: String?) {
        cards[aliases[number] ?? number]?.operated = clock.now()
        plan(number, effect, by: system, order: order)
    }

    /// What comes into effect later, and is told then.
    private func plan(_ number: String, _ effect: SimulatedCard.Effect, by system: CarrierSystem, order: String? = nil) {
        let due = clock.now().adding(seconds: drawn(scenario.effectSeconds))
        cards[aliases[number] ?? number]?.due.append(SimulatedCard.Effective(at: due, effect: effect, order: order))
        guard let wanted = scenario.notices else { return }
        let what = if case .life = effect { "state" } else { "real-name" }
        let notice = SimulatedNotice(id: nextSerial(), system: system, card: number, what: what)
        guard drawn(0...99) >= wanted.lostPercent else { return count("noticesLost") }
        notices.append((due, notice))
        guard drawn(0...99) < wanted.doubledPercent else { return }
        count("noticesDoubled")
        notices.append((due, notice))
    }

    /// Those that are due, once; and whom they go to.
    func dueNotices() -> (notices: [SimulatedNotice], to: String)? {
        let now = clock.now()
        let due = notices.filter { $0.due <= now }.map(\.notice)
        notices.removeAll { $0.due <= now }
        guard !due.isEmpty, let to = scenario.notices?.to else { return nil }
        return (due, to)
    }

    func touch(_ number: String, to life: CarrierLife?) {
        guard (try? card(number)) != nil else { return }
        let key = aliases[number] ?? number
        cards[key]?.operated = clock.now()
        if let life { cards[key]?.life = life }
    }

    func register(_ number: String, _ word: CarrierRegistered, by system: CarrierSystem) {
        let key = aliases[number] ?? number
        plan(number, .registered(word), by: system)
        if word == .registered || word == .refused { cards[key]?.registered = .underReview }
    }

    // MARK: Orders of the generic contract

    /// The same id is the same order: answered again, not done again; but whoever tells it again is counted.
    func take(_ id: String, _ number: String, _ wish: String) -> CarrierTrouble? {
        if orders[id] != nil {
            count("toldAgain")
            return nil
        }
        do throws(CarrierTrouble) {
            switch wish {
            case "suspend": try change(number, to: .stopped, from: [.active], by: .generic, order: id)
            case "resume": try change(number, to: .active, from: [.stopped], by: .generic, order: id)
            case "activate": try change(number, to: .active, from: [.ready, .testable, .stock], by: .generic, order: id)
            case "clear-registration": try clear(number, by: .generic, order: id)
            case "submit-identity":
                guard try card(number).registered != .registered else { throw .stateForbids }
                register(number, .registered, by: .generic)
            default: throw .malformed
            }
            orders[id] = (number, wish)
            return nil
        } catch {
            return error
        }
    }

    /// A registration that was begun, to be asked about like an order.
    func begin(_ id: String, _ number: String) { orders[id] = (number, "register") }

    func outcome(of id: String) -> String {
        guard let (number, wish) = orders[id], let card = try? card(number) else { return "unknown" }
        if wish == "register", card.registered == .refused { return "failed" }
        let isDone =
            switch wish {
            case "suspend": card.life == .stopped
            case "resume", "activate": card.life == .active
            case "clear-registration": card.registered == .unregistered
            default: card.registered == .registered
            }
        return isDone ? "in-effect" : "pending"
    }

    // MARK: Jobs and links

    func keepJob(_ results: [(String, CarrierTrouble?)]) -> String {
        let number = nextSerial()
        jobs[number] = Job(at: clock.now(), results: results.map { (number: $0.0, failure: $0.1) })
        return number
    }

    func job(_ number: String) -> Job? { jobs[number] }

    func openLink(for number: String, by system: CarrierSystem) -> (serial: String, expires: Instant) {
        let serial = nextSerial()
        let expires = clock.now().adding(seconds: scenario.linkSeconds)
        links[serial] = Link(system: system, card: number, expires: expires)
        count("links")
        return (serial, expires)
    }

    /// Nil once it is over, and for what never was.
    func link(_ serial: String) -> Link? { links[serial].flatMap { $0.expires > clock.now() ? $0 : nil } }
    func endLink(_ serial: String) { links[serial] = nil }

    func nextSerial() -> String {
        serial += 1
        return "SB" + String(100_000_000 + serial)
    }

    // MARK: Chance and counts

    /// SplitMix64: the same seed, the same life.
    private func drawn(_ range: ClosedRange<Int64>) -> Int64 {
        chance &+= 0x9E37_79B9_7F4A_7C15
        var word = chance
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        word ^= word >> 31
        return range.lowerBound + Int64(word % UInt64(range.upperBound - range.lowerBound + 1))
    }

    func count(_ name: String) { counts[name, default: 0] += 1 }

    func statistics() -> JSONValue {
        var calls = JSONObject()
        for system in CarrierSystem.allCases { calls[system.rawValue] = .integer(counts["calls/" + system.rawValue] ?? 0) }
        var members = JSONObject()
        members["calls"] = .object(calls)
        for name in [
            "overQuota", "locked", "changes", "clearings", "links", "faults", "maintenance", "tokens", "noticesTaken", "noticesFailed",
            "noticesLost", "noticesDoubled", "toldAgain",
        ] {
            members[name] = .integer(counts[name] ?? 0)
        }
        members["sandbox"] = true
        return .object(members)
    }
}

/// Why a simulated carrier says no; each interface writes it in its own codes.
enum CarrierTrouble: Error, Hashable, Sendable {
    case malformed
    case credentials
    case tokenExpired
    case overQuota
    case maintenance
    case locked
    case cardUnknown
    case notOurs
    case stateForbids
    case carrierStop
    case tooManyCards
    case unknownCode
}

/// When one system was called within the last day. Time goes forward, so what is over stands in front.
private struct CallTimes {
    private var times: [Instant] = []
    private var day = 0
    private var second = 0

    /// How many there were within a day and within a second, before this one.
    mutating func note(_ now: Instant) -> (inDay: Int, inSecond: Int) {
        while day < times.count, times[day].milliseconds <= now.milliseconds - 86_400_000 { day += 1 }
        second = max(second, day)
        while second < times.count, times[second].milliseconds <= now.milliseconds - 1_000 { second += 1 }
        let earlier = (inDay: times.count - day, inSecond: times.count - second)
        times.append(now)
        if day > times.count / 2 {
            times.removeFirst(day)
            (day, second) = (0, second - day)
        }
        return earlier
    }
}
