import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let intentSettled = TrailAction("carrier-intent.settled")
    static let carrierAsked = TrailAction("carrier.asked")
}

/// How the work with one carrier goes.
package struct CarrierWork: Sendable {
    /// Of the connection; nil where the carrier has wishes waiting and no connection.
    package let connection: String?
    package let carrier: Carrier
    package let system: CarrierSystem?
    package let restsUntil: Instant?
    /// Wishes that are not over.
    package let counts: [IntentState: Int]
    /// Since when the longest waiting has waited.
    package let waitsSince: Instant?
    package let round: CarrierRound?
    /// The last card there is, for how far the round has come.
    package let lastCard: Int64

    /// Hours a round of the whole base takes, begun ones counted whole: of the last one, or as far as the present one shows. Nil while it shows
    /// nothing.
    package func roundHours(at now: Instant) -> Int64? {
        guard let round else { return nil }
        let hour = 3_600_000.0
        if let last = round.last { return Int64((Double(last.endedAt.milliseconds - last.beganAt.milliseconds) / hour).rounded(.up)) }
        guard round.position > 0, lastCard > 0 else { return nil }
        let share = Double(min(round.position, lastCard)) / Double(lastCard)
        return Int64((Double(now.milliseconds - round.beganAt.milliseconds) / hour / share).rounded(.up))
    }
}

extension Installation {
    /// What carriers owe, connection by connection.
    package func listCarrierWork(as principal: Principal) async throws -> [CarrierWork] {
        let now = now()
        var rests: [String: Instant] = [:]
        for gateway in carriers.asked {
            rests[gateway.name] = await gateway.state().restsUntil(now)
        }
        let resting = rests
        return try await look(as: principal, needs: .cardControl) { session in
            try principal.demandEverything()
            let lastCard = try CarrierRoundRecords.lastCard(in: session)
            let unconnected = try ProductRecords.carriers(in: session).filter { carriers[$0] == nil }
            let connected = carriers.asked.map { ($0.carrier, Optional($0.name), Optional($0.system)) }
            return try (connected + unconnected.map { ($0, nil, nil) }).map { carrier, name, system in
                CarrierWork(
                    connection: name, carrier: carrier, system: system, restsUntil: name.flatMap { resting[$0] },
                    counts: try IntentRecords.counts(carrier, in: session), waitsSince: try IntentRecords.oldest(carrier, in: session),
                    round: try CarrierRoundRecords.find(carrier, in: session), lastCard: lastCard)
            }
        }
    }

    /// Wishes of a carrier's that are not over, in a state, what is due first first.
    package func listIntents(
        as principal: Principal, of carrier: Carrier, _ state: IntentState, after place: IntentRecords.Place? = nil, limit: Int? = nil
    ) async throws -> Page<CarrierIntent, IntentRecords.Place> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .cardControl) { session in
            try principal.demandEverything()
            return Page(try IntentRecords.list(carrier, state, after: place, limit: limit + 1, in: session), limit: limit) {
                IntentRecords.Place(dueAt: $0.dueAt, subscription: $0.subscription, ordinal: $0.ordinal)
            }
        }
    }

    /// Somebody saw to it at the carrier, or it cannot be had there. Throws `not-found` where no such wish is left to hands.
    package func settleIntent(as principal: Principal, card reference: String, ordinal: Int64, isDone: Bool) async throws {
        try await act(as: principal, .intentSettled, needs: .cardControl) { act in
            try principal.demandEverything()
            guard let card = act.installation.secrets.references.subscription(from: reference),
                let intent = try IntentRecords.find(card, ordinal, in: act.session), intent.state == .byHand
            else { throw Refusal.notFound }
            guard intent.submission == nil else { throw Refusal.carrierReplyNeeded }
            guard try IntentRecords.end(intent, as: isDone ? .done : .failed, code: "by-hand", at: act.now, in: act.session)
            else { throw Refusal.notFound }
            if !isDone {
                try LifeCaseRecords.open(.init(subscription: card, openedAt: act.now, kind: .carrierRefused), in: act.session)
            }
            try CarrierTruthRecords.askAbout(card, of: intent.carrier, .urgent, at: act.now, in: act.session)
            act.recording.about(card: card)
            act.recording.note(intent.command.rawValue, .string(isDone ? "done" : "failed"))
            try act.recording.changed(
                CardIntervals(subscriptions: [card]), CardChange(.carrier, after: isDone ? "done" : "failed", effectiveFrom: act.now))
        }
    }

    /// An answer is good for so long.
    private static let freshSeconds: Int64 = 10

    /// Has the carrier asked about a card soon, unless it has just answered; what matters to cards' lives goes before. Throws `not-found` also for a card of others, `carrier-not-connected`.
    package func askAboutCard(as principal: Principal, card reference: String) async throws {
        try await act(as: principal, .carrierAsked, needs: .cardLife) { act in
            guard let card = act.installation.secrets.references.subscription(from: reference),
                try CardReach.contains(card, scope: principal.scope, at: act.now, in: act.session),
                let carrier = try CarrierTruthRecords.carrier(of: card, in: act.session)
            else { throw Refusal.notFound }
            guard Carrier(carrier).flatMap({ act.installation.carriers[$0] }) != nil else { throw Refusal.carrierNotConnected }
            let answered = try CarrierTruthRecords.find(card, in: act.session)?.stateAt
            if answered.map({ $0.adding(seconds: Self.freshSeconds) <= act.now }) ?? true {
                try CarrierTruthRecords.askAbout(card, of: carrier, .usual, at: act.now, in: act.session)
            }
            act.recording.about(card: card)
        }
    }
}

extension Refusal {
    static let carrierReplyNeeded = Refusal(
        "carrier-reply-needed", .conflict, requirements: ["R-PH-06"], en: "A person's case awaits the carrier's answer to this.",
        zh: "该指令对应的个人登记正在等待运营商受理结果。",
        mend: LocalText(en: "Note the carrier's answer at the case, with its receipt number.", zh: "请在该申请上登记运营商答复及受理编号。"))
    static let carrierNotConnected = Refusal(
        "carrier-not-connected", .conflict, requirements: ["R-OP-01"], en: "There is no connection to this card's carrier.",
        zh: "尚未接入该卡所属运营商。", mend: LocalText(en: "Connect it, see docs/carriers.md.", zh: "请先配置运营商接口，详见 docs/carriers.md。"))
}
