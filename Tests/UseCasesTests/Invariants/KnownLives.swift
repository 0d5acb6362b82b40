import Records
import Registry
import UseCases

/// The kinds of cards of the walk: what a person may have of each is counted by itself.
enum WalkedKind: CaseIterable {
    case watch, router, telecomWatch, tracker

    var product: String {
        switch self {
        case .watch: "watch-1g"
        case .router: "router-1g"
        case .telecomWatch: "telecom-watch"
        case .tracker: "directed-30m"
        }
    }

    var carrier: Carrier { self == .telecomWatch ? .telecom : .mobile }
    var isPersons: Bool { self != .tracker }

    var cardClass: CardClass {
        switch self {
        case .watch, .telecomWatch: .wearable
        case .router: .portableWiFi
        case .tracker: .iotGeneral
        }
    }

    /// As the policy of the walk has it.
    static let limits: [CardClass: Int] = [.wearable: 2, .portableWiFi: 1]
    var cardsMax: Int { Self.limits[cardClass] ?? .max }
}

/// Who answered for a card from when to when, as the walk remembers it.
struct KnownHolding {
    let papers: WalkedPapers
    let registration: RegistrationID
    let application: ApplicationID
    /// Every picture and paper that was handed in.
    let evidence: [EvidenceSlot: EvidenceID]
    let channel: Channel
    /// Whoever handed it in: a member of staff, or the person at his seat.
    let by: Principal
    let from: Instant
    var ended: Instant?
    /// When he proved last who he is, since then.
    var provedAt: Instant?

    /// Frames of a face challenge besides the straight one: evidence as well, because no provider is connected here.
    var movingFrames: Int { evidence[.faceCapture] == nil ? 0 : 3 }
}

struct KnownCard {
    /// Of the SIM that it has now.
    private(set) var iccid: String
    let number: String?
    let kind: WalkedKind
    /// Of the two agents.
    let isFirstAgents: Bool
    /// Under which it came in.
    let batch: String
    let takenAt: Instant
    var holdings: [KnownHolding] = []
    /// Since when it is on its way out.
    var cycleFrom: Instant? {
        didSet {
            toldFor = nil
            layIdle = false
        }
    }
    /// It is so because it lay idle.
    var layIdle = false
    /// For when its end was told.
    var toldFor: Instant?
    /// When it was put into service, brought back or used last; nil where it never was in service.
    var awakeAt: Instant?
    /// For the operator's own reason, by command.
    var isStopped = false
    var cancelledAt: Instant?
    /// SIMs that it had, each until then, the first one first.
    private(set) var formerSIMs: [(iccid: String, until: Instant)] = []
    /// The device that was declared for it last: fourteen digits.
    var device: Int64?

    var holder: KnownHolding? { holdings.last { $0.ended == nil } }
    /// The same without a copy of his papers: it is asked of ten thousand cards.
    var isHeld: Bool { holdings.indices.last.map { holdings[$0].ended == nil } ?? false }
    var isFree: Bool { !isHeld && cancelledAt == nil }
    /// When whoever answers for it was verified last; nil where nobody does.
    var verifiedAt: Instant? {
        guard isHeld, let last = holdings.indices.last else { return nil }
        return holdings[last].provedAt ?? holdings[last].from
    }

    mutating func prove(at now: Instant) {
        if isHeld, let last = holdings.indices.last { holdings[last].provedAt = now }
    }

    // MARK: Its SIMs

    mutating func change(toSIM other: String, at now: Instant) {
        formerSIMs.append((iccid, now))
        iccid = other
    }

    /// By which its carrier knows it: nobody here sees to another SIM there.
    var iccidAtCarrier: String { formerSIMs.first?.iccid ?? iccid }

    /// By which it was known then.
    func iccid(at instant: Instant) -> String { formerSIMs.first { instant < $0.until }?.iccid ?? iccid }

    /// Whether the number of some SIM of its, one it had or the present one, lies in the range: each of them leads to it.
    func hasSIM(from first: String, to last: String) -> Bool {
        iccid >= first && iccid <= last || formerSIMs.contains { $0.iccid >= first && $0.iccid <= last }
    }
}

/// The small model beside the store: what must be so, kept from what was done and not from what is stored.
struct KnownLives {
    var cards: [KnownCard] = []

    func places(where holds: (KnownCard) -> Bool) -> [Int] { cards.indices.filter { holds(cards[$0]) } }

    /// How many cards of the kind a person has.
    func count(of person: String, _ kind: WalkedKind) -> Int {
        cards.count { $0.kind == kind && $0.holder?.papers.person == person }
    }

    func isFull(_ person: String?, _ kind: WalkedKind) -> Bool {
        person.map { count(of: $0, kind) >= kind.cardsMax } ?? false
    }

    /// Every card that had the number, the present one last.
    func cards(with number: String) -> [KnownCard] { cards.filter { $0.number == number } }
    /// Those that more than one card had.
    var numbersUsedAgain: [String] {
        Dictionary(grouping: cards.compactMap(\.number), by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    }

    mutating func end(_ registration: RegistrationID, at now: Instant) {
        for place in cards.indices { cards[place].end(at: now) { $0.registration == registration } }
    }
}

extension KnownCard {
    mutating func end(at now: Instant, where concerned: (KnownHolding) -> Bool = { _ in true }) {
        for place in holdings.indices where holdings[place].ended == nil && concerned(holdings[place]) { holdings[place].ended = now }
    }

    /// From when the number may be another card's: the ninetieth day after the cancellation has ended in China.
    var numberFreeFrom: Instant? { cancelledAt.map { ChinaDay.end(ofDays: 90, after: $0) } }

    // MARK: The way out

    /// Whether the command is possible by what was done before; nil where that depends on more than is remembered.
    func obeys(_ command: LifeCommand) -> Bool? {
        guard cancelledAt == nil else { return false }
        return switch command {
        case .stop: !isStopped
        case .resume: isStopped
        // No usable card without a valid registration; with one, it depends on what stops it.
        case .activate: holder == nil ? false : nil
        case .cancel: cycleFrom == nil
        case .bringBack: cycleFrom != nil
        default: nil
        }
    }

    mutating func obey(_ command: LifeCommand, at now: Instant) {
        switch command {
        case .stop: isStopped = true
        case .resume: isStopped = false
        case .cancel: cycleFrom = now
        case .bringBack: (cycleFrom, awakeAt) = (nil, now)
        case .activate: awakeAt = now
        default: break
        }
    }

    /// Its service ends with the second month of its way out, and not before that was told: seven days before, or else it ends seven days after
    /// it was told.
    mutating func endCycle(at now: Instant) -> Bool {
        guard cancelledAt == nil, let cycleFrom else { return false }
        guard let told = toldFor else {
            let end = ChinaDay.end(ofMonths: 2, after: cycleFrom)
            if end <= now { toldFor = ChinaDay.end(ofDays: 7, after: now) } else if end.adding(days: -7) <= now { toldFor = end }
            return false
        }
        guard told <= now else { return false }
        cancelledAt = now
        end(at: now)
        return true
    }

    /// On its way out by itself, as nobody seemed to use it.
    mutating func lieIdle(at now: Instant) {
        cycleFrom = now
        layIdle = true
    }

    /// Used then, as is read later; whoever was never in service is not put there by use. Where it did not lie idle after all it is on its way out
    /// no more.
    mutating func use(at instant: Instant, readAt now: Instant) {
        guard instant >= takenAt, let awake = awakeAt else { return }
        awakeAt = max(awake, instant)
        guard layIdle, let from = cycleFrom, instant < from, ChinaDay.end(ofMonths: 3, after: instant) > from, cancelledAt == nil else {
            return
        }
        (cycleFrom, awakeAt) = (nil, now)
    }

    /// Whether three months have passed without use, before which no card begins its way out by itself.
    func liesIdle(at now: Instant) -> Bool { awakeAt.map { ChinaDay.end(ofMonths: 3, after: $0) <= now } ?? false }
}

extension KnownHolding {
    /// On which ground it must be kept, by the calendar: two years, whose last day ends in China.
    func phase(at now: Instant) -> RetentionPhase {
        guard let ended, ended <= now else { return .live }
        let until = ChinaDay.end(ofMonths: 24, after: ended)
        return now < until ? .retention(since: ended, until: until) : .deepFreeze(since: until)
    }
}
