import Contract
import Records
import Registry
import UseCases
import Vault
import Web

extension Call {
    func listCarriers() async throws -> Answer {
        let now = installation.now()
        let found = try await installation.listCarrierWork(as: principal())
        return try .json(Wire.CarrierWorkList(items: found.map { Wire.CarrierWork($0, at: now) }))
    }

    func listIntents() async throws -> Answer {
        guard let carrier = query["carrier"].flatMap({ Carrier($0) }) else {
            throw Refusal.parameterInvalid.with(details: [.wrongForm.at("carrier")])
        }
        let place = try cursorKeys(3).map { keys in
            guard let card = installation.secrets.references.subscription(from: keys[1]), let ordinal = Int64(keys[2]) else {
                throw Refusal.cursorInvalid
            }
            return IntentRecords.Place(dueAt: Int64(keys[0]).map { Instant(milliseconds: $0) }, subscription: card, ordinal: ordinal)
        }
        let found = try await installation.listIntents(
            as: principal(), of: carrier, queryWord("state", as: IntentState.self) ?? .waiting, after: place, limit: limit)
        return try page(
            found,
            keys: {
                [$0.dueAt.map { String($0.milliseconds) } ?? "none", (try? reference($0.subscription)) ?? "", String($0.ordinal)]
            },
            item: { Wire.CardIntent(card: try reference($0.subscription), intent: Wire.CarrierIntent($0)) })
    }

    func settleIntent() async throws -> Answer {
        let asked: Wire.SettleIntent = try decode()
        try await installation.settleIntent(as: principal(), card: asked.card, ordinal: asked.ordinal, isDone: asked.outcome == "done")
        return try .json(asked)
    }

    func askCarrier() async throws -> Answer {
        let asked: Wire.CarrierQuestion = try decode()
        try await installation.askAboutCard(as: principal(), card: asked.card)
        return try .json(asked)
    }
}

extension Wire.CarrierWork {
    fileprivate init(_ work: UseCases.CarrierWork, at now: Instant) {
        self.init(
            carrier: work.carrier.code, waiting: Int64(work.counts[.waiting] ?? 0), sent: Int64(work.counts[.sent] ?? 0),
            byHand: Int64(work.counts[.byHand] ?? 0), connection: work.connection, system: work.system?.rawValue,
            restsUntil: work.restsUntil?.wire, waitsSince: work.waitsSince?.wire, roundCards: work.round?.cards,
            roundBeganAt: work.round?.beganAt.wire, roundHours: work.roundHours(at: now))
    }
}
