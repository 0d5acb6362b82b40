import Numbers
import Records
import Registry
import SQLCore
import TestKit
import UseCases

/// What a walk must meet with on its way to have shown anything.
enum WalkedEvent: CaseIterable {
    case registeredHimself, registeredInPerson, registeredUnit
    case incompleteRefused, flowRefused, checksumRefused, quotaRefused
    /// A card for which nobody answers, kept from service.
    case namelessRefused
    /// Before anything was handed in, or afterwards.
    case serverDied, finishedByNextServer
    case diedSweeping, diedTelling
    case gaveUp, gaveOn, unitEnded, cancelled, sealed
    /// Until nobody answered for it any more: here, and at the carrier.
    case servedThenVacated, ranThenVacated
    /// While a person answered for it, whose place it keeps.
    case stopped
    case numberFrozen, cardWarned
    /// Of a card for which somebody had answered.
    case numberReused
    /// An order, and not only a script that nobody came to.
    case carrierFailed
}

/// People, units and cards of one store, led at random: what is done is remembered in `known`, what breaks an invariant in `breaches`.
final class RandomWalk {
    let job: MainJob
    let personal: PersonalJob
    let carrier: ScriptedCarrier
    var chance: Seeded
    var known = KnownLives()
    var breaches: [Breach] = []
    var met: Set<WalkedEvent> = []
    let seed: UInt64
    var steps = 0
    private var made = 0
    private var receipts = 0

    var world: World { job.world }
    var shiming: Installation { job.installation }
    var lives: LifeSteps { LifeSteps(job: job) }
    var now: Instant { world.clock.now() }
    var year: Int { CivilDate(shanghai: now).year }

    private init(_ job: MainJob, _ personal: PersonalJob, _ carrier: ScriptedCarrier, seed: UInt64) {
        self.job = job
        self.personal = personal
        self.carrier = carrier
        self.seed = seed
        chance = Seeded(state: seed)
    }

    /// On a store of its own, with a few cards of every kind and none registered.
    static func on<Value>(seed: UInt64, _ body: (RandomWalk) async throws -> Value) async throws -> Value {
        // Real names are told by hand, so that the walk says when a registration counts.
        let carrier = ScriptedCarrier(offers: Set(CarrierOperation.allCases).subtracting([.submitIdentity, .clearRegistration]))
        return try await withWorld(carriers: { _ in CarrierGateways([carrier]) }) { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let walk = RandomWalk(job, try await PersonalJob.prepare(beside: job, watches: 1), carrier, seed: seed)
            try await walk.prepare()
            return try await body(walk)
        }
    }

    private func prepare() async throws {
        for agent in [job.agent, job.otherAgent] {
            for (carrier, from) in [(Carrier.mobile, 2029_01_01), (.telecom, 2026_01_01)] as [(Carrier, Int64)] {
                try await MainJob.contract(carrier, of: agent.id, by: job.administrator, in: world, from: from, until: 2049_12_31)
            }
        }
        for kind in [WalkedKind.router, .telecomWatch] {
            try await job.addProduct(
                kind.product, .general, monthlyMegabytes: 1_024, cardClass: kind.cardClass, carrier: kind.carrier)
        }
        var policy = VerificationPolicy.standardFloor
        (policy.cardsPerPerson, policy.attemptsMax) = (WalkedKind.limits, 100)
        _ = try await shiming.setVerificationPolicy(
            as: job.administrator, of: job.administrator.organisation, policy, validFrom: nil, after: 0)
        for (kind, count) in [(WalkedKind.watch, 4), (.router, 2), (.telecomWatch, 2), (.tracker, 3)] {
            for number in 0..<count { try await stock(kind, number: kind == .telecomWatch || number > 2 ? nil : freshNumber()) }
        }
    }

    // MARK: Cards

    func clerk(of card: KnownCard) -> Principal { card.isFirstAgents ? job.clerk : job.otherClerk }

    func agent(of card: KnownCard) -> OrganisationRecord { card.isFirstAgents ? job.agent : job.otherAgent }

    private func freshNumber() -> String { MainJob.msisdn(made + 1) }

    /// The number of a SIM that nobody had.
    func freshSIM(of carrier: Carrier) -> String {
        made += 1
        return MainJob.iccid(700_000_000 + made, of: carrier)
    }

    /// For so many cards that come in next.
    func freshNumbers(_ count: Int) -> [String?] { (1...count).map { MainJob.msisdn(made + $0) } }

    /// A card of this kind in an agent's hands; answers what was found wrong with its row, and whether the card is here.
    @discardableResult
    func stock(
        _ kind: WalkedKind, number: String? = nil, ofFirst isFirstAgents: Bool = true, withWrongDigit isWrong: Bool = false
    ) async throws -> (problems: [IntakeProblem], isTaken: Bool) {
        let (problems, taken) = try await stock(kind, numbers: [number], ofFirst: isFirstAgents, withWrongDigit: isWrong)
        return (problems, taken == 1)
    }

    /// A card for each of these numbers, all or none of which are nil; answers what was found wrong with the rows, and how many are here.
    func stock(
        _ kind: WalkedKind, numbers: [String?], ofFirst isFirstAgents: Bool, withWrongDigit isWrong: Bool = false
    ) async throws -> (problems: [IntakeProblem], taken: Int) {
        var asked: [(iccid: String, number: String?)] = []
        for number in numbers {
            made += 1
            var iccid = MainJob.iccid(700_000_000 + made, of: kind.carrier)
            if isWrong { iccid = iccid.dropLast() + (iccid.last == "1" ? "2" : "1") }
            asked.append((iccid, number))
        }
        let batch = "K-\(made)"
        var file = numbers.contains { $0 != nil } ? "ICCID,接入号\n" : "ICCID\n"
        for (iccid, number) in asked { file += number.map { "\(iccid),\($0)\n" } ?? "\(iccid)\n" }
        let intake = try await shiming.createIntake(
            as: job.administrator, IntakeRequest(kind: .stock, batch: batch, product: kind.product, province: 31),
            body: OneChunk(Array(file.utf8)))
        while try await shiming.runNextIntake() {}
        let problems = try await shiming.listIntakeProblems(as: job.administrator, intake.id, limit: 500).rows
        let taken = Set(try await listed(batch).map(\.iccid))
        if !taken.isEmpty {
            let agent = isFirstAgents ? job.agent : job.otherAgent
            _ = try await shiming.allocateCards(as: job.administrator, .batch(batch), to: agent.id)
        }
        for (iccid, number) in asked where taken.contains(iccid) {
            known.cards.append(
                KnownCard(iccid: iccid, number: number, kind: kind, isFirstAgents: isFirstAgents, batch: batch, takenAt: now))
        }
        return (problems, taken.count)
    }

    /// What staff's list shows of the cards of a batch, or of all.
    func listed(_ batch: String? = nil) async throws -> [CardRecord] {
        var cards: [CardRecord] = []
        var cursor: String?
        repeat {
            let page = try await shiming.listCards(as: job.administrator, filter: CardFilter(batch: batch), after: cursor, limit: 500)
            cards += page.rows.map(\.card)
            cursor = page.next
        } while cursor != nil
        return cards
    }

    // MARK: Servers that die

    /// After so many writes, fewer than `most`; nil as often as not.
    func death(within most: Int = 12) -> Int? { Bool.random(using: &chance) ? Int.random(in: 0..<most, using: &chance) : nil }

    /// On the server, or on one that dies after so many writes. Answers whether it died before it came to the end.
    func work(dyingAfter writes: Int?, _ body: (Installation) async throws -> Void) async throws -> Bool {
        guard let writes else {
            try await body(shiming)
            return false
        }
        let dying = BreakingStore(shiming.engine)
        let server = try await world.secondServer(on: dying)
        dying.breaks(after: writes)
        do {
            try await body(server)
            return false
        } catch is BreakingStore.CutOff {
            return true
        }
    }

    // MARK: One case, from hand to hand

    /// Hands something in and follows it to its end, on a server that may die at any write; whoever comes after it finishes what was handed
    /// in. Answers what has come to its end; nil where nothing had been handed in when the server died.
    func through(
        dyingAfter writes: Int? = nil, _ hand: (Installation) async throws -> Void
    ) async throws -> StoredApplication? {
        var last: StoredApplication?
        let hasDied = try await work(dyingAfter: writes) { server in
            try await hand(server)
            last = try await concluded(on: server)
        }
        guard hasDied else { return last }
        let finished = try await concluded(on: shiming)
        met.insert(finished == nil ? .serverDied : .finishedByNextServer)
        return finished
    }

    private func concluded(on server: Installation) async throws -> StoredApplication? {
        var last: StoredApplication?
        for state in [ApplicationState.submitted, .awaitingCarrier] {
            let open = try await server.listApplications(
                as: job.reviewer, state: state, kind: nil, registration: nil, after: nil, limit: 10)
            for application in open {
                last = application
                if state == .submitted {
                    _ = try await server.decideApplication(
                        as: job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
                } else {
                    receipts += 1
                    _ = try await server.recordCarrierReply(
                        as: job.reviewer, application.id, version: application.version, verdict: .accepted, receipt: "CM-\(receipts)")
                }
            }
        }
        return last
    }
}
