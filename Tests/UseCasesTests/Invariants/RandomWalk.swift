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
    /// Before anything was handed in, or afterwards.
    case serverDied, finishedByNextServer
    case gaveUp, gaveOn, unitEnded, cancelled, sealed
    /// While a person answered for it, whose place it keeps.
    case stopped
    case numberFrozen, numberReused, cardWarned, carrierFailed
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
            try await contract(.mobile, from: 2029_01_01, with: agent)
            try await contract(.telecom, from: 2026_01_01, with: agent)
        }
        try await job.addProduct(WalkedKind.router.product, .general, monthlyMegabytes: 1_024, cardClass: .portableWiFi)
        _ = try await shiming.createProduct(
            as: job.administrator, code: WalkedKind.telecomWatch.product,
            facts: ProductFacts(
                name: "telecom", carrier: .telecom, cardClass: .wearable, traffic: .general, monthlyMegabytes: 1_024, voice: false,
                sms: false,
                binding: .none))
        var policy = VerificationPolicy.standardFloor
        (policy.cardsPerPerson, policy.attemptsMax) = (WalkedKind.limits, 100)
        _ = try await shiming.setVerificationPolicy(
            as: job.administrator, of: job.administrator.organisation, policy, validFrom: nil, after: 0)
        for (kind, count) in [(WalkedKind.watch, 4), (.router, 2), (.telecomWatch, 2), (.tracker, 3)] {
            for number in 0..<count { try await stock(kind, number: kind == .telecomWatch || number > 2 ? nil : freshNumber()) }
        }
    }

    private func contract(_ carrier: Carrier, from: Int64, with agent: OrganisationRecord) async throws {
        _ = try await shiming.recordContract(
            as: job.administrator, agent: agent.id,
            ContractDraft(
                carrier: carrier, version: "\(from)", validFrom: from, validUntil: 2049_12_31, duties: "核验并登记用户真实身份信息，保存登记材料。",
                breachHandling: "暂停业务受理，整改后恢复；情节严重的终止合同。"))
    }

    // MARK: Cards

    func clerk(of card: KnownCard) -> Principal { card.isFirstAgents ? job.clerk : job.otherClerk }

    private func freshNumber() -> String { MainJob.msisdn(made + 1) }

    /// A card of this kind in an agent's hands; answers what was found wrong with its row, and whether the card is here.
    @discardableResult
    func stock(
        _ kind: WalkedKind, number: String? = nil, ofFirst isFirstAgents: Bool = true, withWrongDigit isWrong: Bool = false
    ) async throws -> (problems: [IntakeProblem], isTaken: Bool) {
        made += 1
        let body = (kind.carrier == .telecom ? "8986112600" : "8986042600") + String(1_700_000_000 + made).dropFirst(1)
        let iccid = body + String((CheckDigit.ofCard(body) + (isWrong ? 3 : 0)) % 10)
        let file = number.map { "ICCID,接入号\n\(iccid),\($0)\n" } ?? "ICCID\n\(iccid)\n"
        let intake = try await shiming.createIntake(
            as: job.administrator, IntakeRequest(kind: .stock, batch: "K-\(made)", product: kind.product, province: 31),
            body: OneChunk(Array(file.utf8)))
        while try await shiming.runNextIntake() {}
        let problems = try await shiming.listIntakeProblems(as: job.administrator, intake.id, limit: 10).rows
        let isTaken = try await shiming.searchCards(as: job.administrator, numbers: [iccid]).first??.card != nil
        if isTaken {
            let agent = isFirstAgents ? job.agent : job.otherAgent
            _ = try await shiming.allocateCards(as: job.administrator, .numbers([iccid]), to: agent.id)
            known.cards.append(KnownCard(iccid: iccid, number: number, kind: kind, isFirstAgents: isFirstAgents, takenAt: now))
        }
        return (problems, isTaken)
    }

    // MARK: One case, from hand to hand

    /// Hands something in and follows it to its end, on a server that may die at any write; whoever comes after it finishes what was handed
    /// in. Answers what has come to its end; nil where nothing had been handed in when the server died.
    func through(
        mayCrash: Bool = false, _ hand: (Installation) async throws -> Void
    ) async throws -> StoredApplication? {
        guard mayCrash, Bool.random(using: &chance) else {
            try await hand(shiming)
            return try await concluded(on: shiming)
        }
        let dying = BreakingStore(shiming.engine)
        let server = try await world.secondServer(on: dying)
        dying.breaks(after: .random(in: 0..<8, using: &chance))
        do {
            try await hand(server)
            return try await concluded(on: server)
        } catch is BreakingStore.CutOff {
            let finished = try await concluded(on: shiming)
            met.insert(finished == nil ? .serverDied : .finishedByNextServer)
            return finished
        }
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

    /// Uploaded through this server, by slot.
    func upload(_ slots: [EvidenceSlot], as clerk: Principal, through server: Installation) async throws -> [EvidenceSlot: EvidenceID] {
        var evidence: [EvidenceSlot: EvidenceID] = [:]
        for slot in slots {
            let piece = try await server.uploadEvidence(
                as: clerk, kind: slot.rawValue, bytes: inventedPicture() + Array("\(slot.rawValue) \(clerk.account)".utf8))
            evidence[slot] = piece.id
        }
        return evidence
    }
}
