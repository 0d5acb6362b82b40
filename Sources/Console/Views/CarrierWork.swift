import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Vault
import Web

extension ConsoleVisit {
    func carriers() async throws -> Response { try await write(carriersPage()) }

    /// What waits for which carrier, since when and why; below, the wishes of one carrier in one state.
    private func carriersPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let work = try await installation.listCarrierWork(as: principal())
        let now = installation.now()
        let carrier = query("carrier").flatMap { Carrier($0) } ?? work.first { !$0.counts.isEmpty }?.carrier ?? work.first?.carrier
        let counts = work.first { $0.carrier == carrier }?.counts ?? [:]
        let state = query("state").flatMap { IntentState(rawValue: $0) } ?? Self.openStates.first { counts[$0, default: 0] > 0 } ?? .byHand
        var values: [String: Any] = [
            "tabs": self.values(of: carrierTabs, at: .carriers), "work": work.map { row($0, chosen: carrier, state, at: now) },
            "isEmpty": work.isEmpty,
        ]
        if let carrier { values["chosen"] = try await intents(of: carrier, state, at: now) }
        return ConsolePage(
            template: "carriers", title: words["carriers.title"],
            values: values,
            refusal: refusal, section: carrierTabs.first?.link)
    }

    /// States of wishes that are not over, in the order in which somebody looks at them.
    private static let openStates: [IntentState] = [.byHand, .waiting, .sent]

    private func row(_ work: CarrierWork, chosen: Carrier?, _ state: IntentState, at now: Instant) -> [String: Any] {
        var values: [String: Any] = [
            "carrier": carrierName(work.carrier), "connection": work.connection ?? "",
            "isUnconnected": work.connection == nil,
            "counts": Self.openStates.map { other -> [String: Any] in
                let count = work.counts[other] ?? 0
                return [
                    "href": ConsoleLink.carriers.address + "?carrier=\(work.carrier.code)&state=\(other.rawValue)", "count": String(count),
                    "name": words["wishState.\(other.rawValue)"], "isSome": count > 0,
                    "isCurrent": work.carrier == chosen && other == state,
                ]
            },
            "round": work.roundHours(at: now).map { words("carriers.hours", ["n": String($0)]) } ?? words["carriers.noRound"],
        ]
        if let system = work.system { values["system"] = system.text.text(in: language) }
        if let since = work.waitsSince { values["since"] = ["at": words.time(since), "age": age(from: since, to: now)] }
        if let until = work.restsUntil, until > now { values["rests"] = words("carriers.restsUntil", ["time": words.time(until)]) }
        return values
    }

    private func intents(of carrier: Carrier, _ state: IntentState, at now: Instant) async throws -> [String: Any] {
        let after = try place(3).map { keys throws(Refusal) in
            guard let card = installation.secrets.references.subscription(from: keys[1]), let ordinal = Int64(keys[2]) else {
                throw .cursorUnknown
            }
            return IntentRecords.Place(dueAt: Int64(keys[0]).map { Instant(milliseconds: $0) }, subscription: card, ordinal: ordinal)
        }
        let found = try await installation.listIntents(as: principal(), of: carrier, state, after: after, limit: 50)
        let cards = try await cardRows(found.rows.map { try reference($0.subscription) })
        let next = try found.next.map { place in
            let due = place.dueAt.map { String($0.milliseconds) } ?? "none"
            return "\(due).\(try reference(place.subscription)).\(place.ordinal)"
        }
        return [
            "title": words("carriers.chosen", ["carrier": carrierName(carrier), "state": words["wishState.\(state.rawValue)"]]),
            "why": words["carriers.why-\(state.rawValue)"], "isByHand": state == .byHand, "isEmpty": found.rows.isEmpty,
            "hasActs": state == .byHand || may(.cardLife),
            "carrier": carrier.code, "intents": try found.rows.map { try row($0, cards, at: now) },
            "next": next.map { next in
                [ConsoleLink.carriers.address + "?carrier=\(carrier.code)&state=\(state.rawValue)&after=\(Self.escaped(next))"]
            } ?? [],
        ]
    }

    private func row(_ intent: CarrierIntent, _ cards: [String: CardView], at now: Instant) throws -> [String: Any] {
        let reference = try reference(intent.subscription)
        var values = named(reference, in: cards)
        let more: [String: Any] = [
            "wish": words["wish.\(intent.command.rawValue)"],
            "since": words.time(intent.createdAt), "age": age(from: intent.createdAt, to: now), "tries": String(intent.tries),
            "last": intent.lastCode.map(reply) ?? "–", "due": intent.dueAt.map { words.time($0) } ?? "–",
            "settle": ConsoleLink.settleIntent(reference).address, "ordinal": String(intent.ordinal),
            "ask": ConsoleLink.askCarrier(reference).address, "mayAsk": may(.cardLife),
            // A person's case that waits for this is answered at the case, with the carrier's receipt.
            "isOfCase": intent.submission != nil,
            "cases": ConsoleLink.queue.address + "?state=\(ApplicationState.awaitingCarrier.rawValue)",
        ]
        values.merge(more) { $1 }
        if let reason = intent.reason { values["reason"] = reason.text.text(in: language) }
        return values
    }

    /// Why a wish waits: what the carrier answered last. A code of the carrier's own stands behind it.
    private func reply(_ code: String) -> String {
        let parts = code.split(separator: "/", maxSplits: 1).map(String.init)
        let name = "reply.\(parts.first ?? code)"
        guard words.has(name) else { return code }
        return parts.count > 1 ? words[name] + bracketed(parts[1]) : words[name]
    }

    /// What the buttons beside a wish say of how it went at the carrier.
    private enum SettledAs: String { case done, failed }

    func settleIntent() async throws -> Response {
        do {
            // Whatever else stands there says nothing: a wish is not counted as failed because of it.
            guard let ordinal = form["ordinal"].flatMap({ Int64($0) }), let outcome = form["outcome"].flatMap(SettledAs.init(rawValue:))
            else { throw Refusal.formUnreadable }
            try await installation.settleIntent(as: principal(), card: id, ordinal: ordinal, isDone: outcome == .done)
        } catch let refusal as Refusal {
            return try await write(carriersPage(refusal))
        }
        let carrier = form["carrier"].flatMap { Carrier($0) }
        return redirect(to: .carriers, carrier.map { "?carrier=\($0.code)&state=\(IntentState.byHand.rawValue)" } ?? "")
    }

    /// The answer comes by itself; it is seen when the page is looked at again.
    func askCarrier() async throws -> Response {
        try await installation.askAboutCard(as: principal(), card: id)
        return redirect(to: form["back"] == "cases" ? .lifeCases : .carriers)
    }
}
