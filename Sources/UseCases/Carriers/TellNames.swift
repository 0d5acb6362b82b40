import Records
import Registry
import SQLCore

extension Installation {
    /// Tells a carrier who answers for a card, or that nobody does any more; it was marked as told already. A name is open in memory only, and only
    /// while it is told. Answers whether anything came of it.
    func tellName(
        _ wish: CarrierWish, _ intent: CarrierIntent, _ order: CarrierOrder, _ gateway: any CarrierGateway
    ) async throws -> Bool {
        let reply: CarrierReply<CarrierRealName>
        if wish == .registration {
            guard try await isAwaited(intent) else { return true }
            guard let identity = try await identity(to: intent) else {
                try await takeName(.failed("identity-destroyed"), of: intent, at: now())
                return true
            }
            reply = await gateway.submit(identity, order)
        } else {
            reply = await gateway.clearRegistration(order)
        }
        let now = now()
        // What it says at once is never believed: it is asked what became of it.
        let taken = reply.map { CarrierCardState(word: .unknown, code: $0.code) }
        let step = OrderProgress(now: now, settings: settings).step(afterTelling: taken, intent, shown: nil)
        try await takeName(step, of: intent, toldAt: now, at: now)
        if case .tell = step { return false }
        return true
    }

    /// Whether the case still awaits the carrier; where it was withdrawn or decided since the wish was marked, nobody is told.
    private func isAwaited(_ intent: CarrierIntent) async throws -> Bool {
        guard let submission = intent.submission else { return true }
        if try await store.read({ try self.awaiting(submission, in: $0) }) != nil { return true }
        let now = now()
        try await store.write { _ = try IntentRecords.end(intent, as: .superseded, code: nil, at: now, in: $0) }
        return false
    }

    /// Who is to be registered; nil once the key is destroyed.
    private func identity(to intent: CarrierIntent) async throws -> CarrierIdentity? {
        guard let submission = intent.submission else { return nil }
        return try await store.read { session in
            guard let holder = try SubmissionRecords.roles(submission, in: session).first(where: { $0.role == .holder }),
                let stored = try PartyRecords.identity(holder.identity, in: session),
                let facts = try SealedIdentity.open(stored, vault: vault)
            else { return nil }
            let claimed = ClaimedIdentity(name: facts.name, documentType: facts.documentType, documentNumber: facts.documentNumber)
            return CarrierIdentity(identity: claimed, address: facts.address.flatMap { $0.isEmpty ? nil : $0 })
        }
    }

    /// Keeps what came of a wish about who answers for a card. Where a case awaits it, what the carrier decided is its reply; what nobody decided is
    /// left to hands.
    func takeName(_ step: OrderStep, of intent: CarrierIntent, toldAt: Instant? = nil, at now: Instant) async throws {
        switch step {
        case .inEffect where intent.submission != nil: try await settle(intent, .accepted, code: nil)
        case .failed(let code) where intent.submission != nil:
            // A refusal of the telling may be about the call; only that the person is not accepted is said there, the rest by the outcome.
            let verdicts = [Refusal.carrierIdentityRefused.code] + (toldAt == nil ? [Refusal.carrierRefused.code] : [])
            if verdicts.contains(where: { code == $0 || code.hasPrefix($0 + "/") }) {
                try await settle(intent, .refused, code: code)
            } else {
                try await leaveToHands(intent, code: code, at: now)
            }
        case .inEffect, .failed, .ask, .tell:
            try await take([TakenStep(step: step, intent: intent, shown: nil)], toldAt: toldAt, at: now)
        }
    }

    /// The case stays where it is; somebody looks.
    private func leaveToHands(_ intent: CarrierIntent, code: String, at now: Instant) async throws {
        try await store.write { session in
            guard try IntentRecords.leaveToHands(intent, code: code, in: session) else { return }
            try LifeCaseRecords.open(.init(subscription: intent.subscription, openedAt: now, kind: .carrierRefused), in: session)
            // What stands there already is not asked for again at once: it would end in the same way.
            guard intent.state != .byHand else { return }
            try CarrierTruthRecords.askAbout(intent.subscription, of: intent.carrier, .urgent, at: now, in: session)
        }
    }

    /// Another server ended the wish.
    private struct EndedMeanwhile: Error {}

    /// The carrier's answer is the case's: recorded like one that somebody noted. A case that was withdrawn or decided meanwhile is left alone.
    private func settle(_ intent: CarrierIntent, _ verdict: CarrierVerdict, code: String?) async throws {
        do {
            try await act(as: .system, .carrierReplyRecorded, needs: .carrierReceipt) { act in
                let state: IntentState = verdict == .accepted ? .done : .failed
                guard try IntentRecords.end(intent, as: state, code: code, at: act.now, in: act.session) else { throw EndedMeanwhile() }
                try CarrierTruthRecords.askAbout(intent.subscription, of: intent.carrier, .urgent, at: act.now, in: act.session)
                act.recording.about(card: intent.subscription)
                try act.ended([intent.subscription], as: state)
                guard let submission = intent.submission, let application = try act.installation.awaiting(submission, in: act.session)
                else {
                    return
                }
                let deciding = try Deciding(act: act, id: application.id, version: application.version, expected: [.awaitingCarrier])
                let own = (intent.order ?? act.fresh()).description
                _ = try deciding.noteCarrierReply(
                    verdict, deciding.receipt(from: intent.serial, or: own), code.map { try deciding.reason(told: $0) })
            }
        } catch is EndedMeanwhile {
            return
        } catch let refusal as Refusal {
            // The card may have become another's: then the carrier's yes makes nobody its holder.
            try await leaveToHands(intent, code: refusal.code, at: now())
        } catch {
            // One case that cannot be read holds up no other; what the store or a stop ends is tried again.
            guard !(error is SQLFailure), !(error is CancellationError) else { throw error }
            try await leaveToHands(intent, code: "unreadable", at: now())
        }
    }

    /// What is left to hands is over once the carrier shows it. A registration counts only where it came after it was wished: what stood there before
    /// may be anybody's.
    func settleShownNames(of cards: [Int64], at now: Instant) async throws {
        guard !cards.isEmpty else { return }
        let shown = try await store.write { session in
            let truths = try CarrierTruthRecords.find(cards, in: session)
            var shown: [CarrierIntent] = []
            for intents in try IntentRecords.open(of: cards, in: session).values {
                for intent in try self.withoutVain(intents, at: now, in: session) where intent.state == .byHand {
                    guard let word = truths[intent.subscription]?.realName?.word, intent.command.isShown(by: word) else { continue }
                    let counts =
                        try intent.command != .register
                        || CarrierTruthRecords.becameRegistered(intent.subscription, since: intent.createdAt, in: session)
                    if counts { shown.append(intent) }
                }
            }
            return shown
        }
        for intent in shown { try await takeName(.inEffect, of: intent, at: now) }
    }

    /// Without what is wished about a name for nobody's sake any more: the case is withdrawn or decided, or somebody else answers for the card.
    func withoutVain(_ intents: [CarrierIntent], at now: Instant, in session: any Session) throws -> [CarrierIntent] {
        try intents.filter { intent in
            guard intent.command.isAboutName, intent.state != .sent, try isVain(intent, at: now, in: session) else { return true }
            return try !IntentRecords.end(intent, as: .superseded, code: nil, at: now, in: session)
        }
    }

    private func isVain(_ intent: CarrierIntent, at now: Instant, in session: any Session) throws -> Bool {
        if let submission = intent.submission { return try awaiting(submission, in: session) == nil }
        return try LifeRecords.life(intent.subscription, at: now, in: session)?.isHeld ?? false
    }

    /// The case that awaits the carrier's answer about what was handed in so.
    fileprivate func awaiting(_ submission: SubmissionID, in session: any Session) throws -> StoredApplication? {
        guard let stored = try SubmissionRecords.find(submission, in: session),
            let application = try ApplicationRecords.find(stored.application, .everything, in: session),
            application.state == .awaitingCarrier, application.submission == submission
        else { return nil }
        return application
    }
}

extension Act {
    /// Wishes of a card's carrier what is about its holder, where there is a connection to it.
    /// - Parameter submission: what awaits the answer.
    func wish(_ command: CarrierCommand, of card: Int64, _ carrier: Carrier, for submission: SubmissionID?) throws {
        guard installation.carriers[carrier] != nil, let life = try LifeRecords.life(card, at: now, in: session) else { return }
        guard let ordinal = try placeOfWish(life) else {
            // Nothing can be wished any more before the card's next event: somebody sees to it.
            return try LifeCaseRecords.open(.init(subscription: card, openedAt: now, kind: .carrierRefused), in: session)
        }
        let intent = CarrierIntent(
            subscription: card, ordinal: ordinal, carrier: carrier.code, command: command, reason: nil, createdAt: now, dueAt: now,
            submission: submission)
        try IntentRecords.append([intent], in: session)
    }

    /// The next place among a card's wishes, behind the two of its last event; nil where they are used up.
    func placeOfWish(_ life: StoredLife) throws -> Int64? {
        let places = CarrierIntent.places(after: life.ordinal).dropFirst(2)
        let ordinal = try max(IntentRecords.lastOrdinal(of: life.subscription, in: session) + 1, places.lowerBound)
        return places.contains(ordinal) ? ordinal : nil
    }

    /// What was wished for a case's sake and not told yet is wished no more. What was told is asked about all the same.
    func dropWishes(of submission: SubmissionID) throws {
        guard let card = try SubmissionRecords.intervals(submission, in: session).first?.lowerBound else { return }
        for intent in try IntentRecords.open(of: [card], in: session)[card] ?? []
        where intent.submission == submission && intent.state != .sent {
            try IntentRecords.end(intent, as: .superseded, code: nil, at: now, in: session)
        }
    }
}
