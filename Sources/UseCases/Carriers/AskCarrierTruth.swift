import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// Asks a carrier where the cards stand whose turn it is, keeps what it says with its time, and compares. Answers whether there may be more
    /// at once.
    @discardableResult
    package func askCarrierTruth(_ gateway: any CarrierGateway) async throws -> Bool {
        let now = now()
        guard await !gateway.state().rests(at: now) else { return false }
        let ranks = try await store.read { session in
            try CarrierQuestionRank.allCases.filter { try CarrierTruthRecords.isDue($0, gateway.carrier, at: now, in: session) }
        }
        guard !ranks.isEmpty, try await hasTurn(at: gateway) else { return false }
        let until = now.adding(seconds: Self.answerSeconds)
        let asked = try await store.write { try self.takeQuestions(ranks, gateway.carrier, at: now, until: until, in: $0) }
        guard !asked.isEmpty else { return false }
        let numbers = try await store.read { try CarrierTruthRecords.cards(asked.map(\.subscription), in: $0) }
        let cards = asked.compactMap { numbers[$0.subscription] }
        let states = await gateway.states(of: cards)
        let names = gateway.capabilities.offers(.queryRealName) ? await gateway.realNames(of: cards) : []
        let heard = cards.indices.map { Heard(state: states[$0], realName: names.isEmpty ? nil : names[$0]) }
        let known = asked.filter { numbers[$0.subscription] != nil }
        let after = self.now()
        try await store.write { session in
            for (truth, heard) in zip(known, heard) {
                try self.learn(heard, about: truth, heldUntil: until, askedAt: now, at: after, in: session)
            }
        }
        try await settleShownNames(of: zip(known, heard).filter { $1.realName?.value != nil }.map(\.0.subscription), at: after)
        return heard.contains { $0.state.value != nil }
    }

    private static let askedMax = 100

    /// What is urgent goes alone; what is usual and the whole base share, so that neither waits for the other.
    private func takeQuestions(
        _ ranks: [CarrierQuestionRank], _ carrier: Carrier, at now: Instant, until: Instant, in session: any Session
    ) throws -> [CarrierTruth] {
        let wanted = ranks.first == .urgent ? [.urgent] : ranks
        return try wanted.flatMap { rank in
            try CarrierTruthRecords.due(rank, carrier, at: now, limit: Self.askedMax / wanted.count, in: session)
        }.filter { try CarrierTruthRecords.hold($0, until: until, in: session) }
    }

    private struct Heard: Sendable {
        let state: CarrierReply<CarrierCardState>
        let realName: CarrierReply<CarrierRealName>?
    }

    private func learn(
        _ heard: Heard, about asked: CarrierTruth, heldUntil: Instant, askedAt: Instant, at now: Instant, in session: any Session
    ) throws {
        guard var truth = try CarrierTruthRecords.find(asked.subscription, in: session) else { return }
        // Another server took it up since.
        if truth.heldUntil == heldUntil { truth.heldUntil = Instant(milliseconds: 0) }
        // Somebody may have asked for it anew meanwhile.
        if truth.dueAt == asked.dueAt { truth.dueAt = nil }
        let saying = try hear(heard.state, truth.refusal, of: truth.subscription, at: now, in: session)
        switch saying {
        case .later(let instant): truth.dueAt = truth.dueAt ?? instant
        case .unknown(let code): truth.refusal = code
        case .says(let state): try keep(state, in: &truth, at: now, in: session)
        }
        // Nobody else would ask for the name before the next night.
        if case .says = saying, let later = heard.realName.flatMap({ Self.later(of: $0, at: now) }) { truth.dueAt = truth.dueAt ?? later }
        let open = try IntentRecords.open(of: [truth.subscription], in: session)[truth.subscription] ?? []
        if case .done(let name)? = heard.realName {
            // The first word since somebody awaits a registration there is kept too: the registration must be younger than that word.
            let awaited = open.contains { $0.command == .register && $0.createdAt > truth.realNameAt ?? Instant(milliseconds: 0) }
            if awaited || truth.realName?.word != name.word || truth.realName?.code != name.code {
                try CarrierTruthRecords.remember(
                    .realName, name.word.rawValue, code: name.code, of: truth.subscription, at: askedAt, in: session)
            }
            truth.realName = name
            truth.realNameAt = askedAt
        }
        try compare(&truth, with: open, askedAt: askedAt, at: now, in: session)
        try CarrierTruthRecords.put(truth, in: session)
    }

    func keep(_ state: CarrierCardState, in truth: inout CarrierTruth, at now: Instant, in session: any Session) throws {
        truth.refusal = nil
        if truth.state != state {
            try CarrierTruthRecords.remember(
                .service, state.word.rawValue, code: state.code, of: truth.subscription, at: now, in: session)
        }
        truth.state = state
        truth.stateAt = now
    }

    private enum Saying {
        case says(CarrierCardState)
        /// The carrier has no such card for us; our code of it.
        case unknown(String)
        case later(Instant)
    }

    private func hear(
        _ reply: CarrierReply<CarrierCardState>, _ former: String?, of subscription: Int64, at now: Instant, in session: any Session
    ) throws -> Saying {
        switch reply {
        case .done(let state): return .says(state)
        case .refused(let refusal, let code)
        where refusal.code == Refusal.carrierCardUnknown.code || refusal.code == Refusal.carrierCardNotOurs.code:
            if former != refusal.code {
                try CarrierTruthRecords.remember(.known, refusal.code, code: code, of: subscription, at: now, in: session)
            }
            return .unknown(refusal.code)
        // A number that is missing here, or a refusal nobody knows: it says nothing of the card.
        case .refused(let refusal, _): return .later(now.adding(seconds: refusal.kind == .temporary ? 900 : 3_600))
        case .locked, .overQuota, .unreachable, .accepted, .unclear: return .later(Self.later(of: reply, at: now) ?? now)
        }
    }

    /// When a question that brought no answer is worth asking again; nil where it was answered, be it by a refusal.
    private static func later<Value>(of reply: CarrierReply<Value>, at now: Instant) -> Instant? {
        switch reply {
        case .done, .refused: nil
        case .locked(let until), .overQuota(let until): max(until, now.adding(seconds: 1))
        case .unreachable(let seconds): now.adding(seconds: max(1, seconds))
        case .accepted, .unclear: now.adding(seconds: 300)
        }
    }

    /// Opens what they disagree about, ends what they agree about again. What is under way is no disagreement.
    /// - Parameter askedAt: what is known of the name since then is what the carrier has just said; of the state, what is known since `now`.
    private func compare(
        _ truth: inout CarrierTruth, with open: [CarrierIntent], askedAt: Instant, at now: Instant, in session: any Session
    ) throws {
        guard let life = try LifeRecords.life(truth.subscription, at: now, in: session) else { return }
        var byHand = open.filter { $0.state == .byHand }
        let isGone = life.standing.state == .cancelled && truth.refusal != nil
        byHand = try byHand.filter { intent in
            let isShown = truth.stateAt == now && truth.state.map { intent.command.isShown(by: $0.word) } ?? false
            // A carrier that knows a cancelled card no more has cancelled it.
            guard isShown || isGone && intent.command == .cancel else { return true }
            return try !IntentRecords.end(intent, as: .done, code: nil, at: now, in: session)
        }
        let underWay = open.filter { $0.state == .waiting || $0.state == .sent }
        if underWay.allSatisfy(\.command.isAboutName) {
            let names: Set<LifeCaseKind> = underWay.isEmpty ? [] : LifeCaseKind.names
            var found = disagreements(truth, life, askedAt: askedAt, at: now).subtracting(byHand.flatMap(\.command.explains)).subtracting(
                names)
            // Of a unit's registration one card stands for all that the carrier has registered to nobody.
            if found.contains(.registeredHereOnly), !life.isPersonal, let registration = life.registration,
                try RegisteredHereOnlyRecords.isOpen(registration, besides: truth.subscription, at: now, in: session)
            {
                found.remove(.registeredHereOnly)
            }
            for kind in found.sorted(by: { $0.rawValue < $1.rawValue }) {
                try LifeCaseRecords.open(.init(subscription: truth.subscription, openedAt: now, kind: kind), in: session)
            }
            let ended = judgedKinds(truth, isGone: isGone, askedAt: askedAt, at: now).subtracting(found).subtracting(names)
            if ended.contains(.registeredHereOnly) { try handOver(life, of: truth.carrier, at: now, in: session) }
            try LifeCaseRecords.closeAll(
                ended, of: truth.subscription, by: Principal.system.account, at: now, in: session)
        }
        let isStopped = life.standing.state != .cancelled && !life.standing.stops.isEmpty
        let isAtRisk =
            try isStopped || life.standing.state == .cancelling || !byHand.isEmpty
            || LifeCaseRecords.isOpen(LifeCaseKind.answeredByCarrier, of: truth.subscription, in: session)
        if truth.dueAt == nil, isAtRisk { (truth.rank, truth.dueAt) = (.usual, nextNight(now)) }
    }

    /// A card that stood for others of its registration is in order: the next of them stands for them.
    private func handOver(_ life: StoredLife, of carrier: String, at now: Instant, in session: any Session) throws {
        guard !life.isPersonal, let registration = life.registration,
            try LifeCaseRecords.isOpen([.registeredHereOnly], of: life.subscription, in: session),
            try !RegisteredHereOnlyRecords.isOpen(registration, besides: life.subscription, at: now, in: session),
            let next = try RegisteredHereOnlyRecords.next(of: registration, besides: life.subscription, at: now, in: session)
        else { return }
        try LifeCaseRecords.open(.init(subscription: next, openedAt: now, kind: .registeredHereOnly), in: session)
        // What is known of it may be old.
        try CarrierTruthRecords.askAbout(next, of: carrier, .usual, at: nextNight(now), in: session)
    }

    private func disagreements(_ truth: CarrierTruth, _ life: StoredLife, askedAt: Instant, at now: Instant) -> Set<LifeCaseKind> {
        if truth.refusal != nil { return life.standing.state == .cancelled ? [] : [.unknownAtCarrier] }
        var kinds: Set<LifeCaseKind> = []
        if truth.stateAt == now, let word = truth.state?.word, let kind = CarrierComparison.service(life.standing, word) {
            kinds.insert(kind)
        }
        if truth.realNameAt == askedAt, let word = truth.realName?.word, life.standing.state != .cancelled,
            let kind = CarrierComparison.realName(isHeld: life.isHeld, isTolerated: life.isTolerated, word)
        {
            kinds.insert(kind)
        }
        return kinds
    }

    /// About what the carrier has just said something.
    private func judgedKinds(_ truth: CarrierTruth, isGone: Bool, askedAt: Instant, at now: Instant) -> Set<LifeCaseKind> {
        if truth.refusal != nil { return isGone ? LifeCaseKind.comparisons : [] }
        let names = LifeCaseKind.names
        var kinds: Set<LifeCaseKind> = []
        if truth.stateAt == now { kinds.formUnion(LifeCaseKind.comparisons.subtracting(names)) }
        if truth.realNameAt == askedAt { kinds.formUnion(names) }
        return kinds
    }

    /// When a card at risk is asked about next: some time in China's night, spread over four hours.
    private func nextNight(_ now: Instant) -> Instant {
        let spread = Int64(chance.words().0 % (4 * 3_600_000))
        guard let day = CivilDate(shanghaiAt: now.milliseconds) else { return now.adding(days: 1) }
        let begin = Instant(milliseconds: day.shanghaiMidnight + settings.carrierNightHour * 3_600_000)
        return Instant(milliseconds: (begin > now ? begin : begin.adding(days: 1)).milliseconds + spread)
    }
}

extension CarrierCommand {
    /// Disagreements that there are because it is left to somebody, who has not seen to it yet. What runs and must not is never one of them.
    fileprivate var explains: [LifeCaseKind] {
        switch self {
        case .cancel: [.notCancelledAtCarrier]
        case .activate: [.notActivatedAtCarrier]
        case .resume: [.stoppedAtCarrier]
        case .clearName: [.registeredAtCarrierOnly]
        case .openTest, .prepare, .stop, .changeDevice, .changeSIM, .register: []
        }
    }
}
