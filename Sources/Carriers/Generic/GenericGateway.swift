import Foundation
import Ledger
import Outbound
import Registry
import UseCases

/// Whoever serves `Contract/carrier.yaml`: resellers, vehicle platforms.
package struct GenericGateway: CarrierGateway {
    package let name: String
    package let carrier: Carrier
    package let system = CarrierSystem.generic
    package let capabilities: CarrierCapabilities

    private let client: CarrierClient
    private let credentials: GenericCredentials
    private let codes: CodeTable
    private let windows: OperationWindows
    private let notices: NoticeProof

    package init(
        name: String, carrier: Carrier, client: CarrierClient, credentials: GenericCredentials, codes: CodeTable = .generic,
        notices: NoticeProof = .absent
    ) {
        self.name = name
        self.carrier = carrier
        self.client = client
        self.credentials = credentials
        self.codes = codes
        self.notices = notices
        capabilities = CarrierCapabilities.generic.with(notices)
        windows = OperationWindows(seconds: client.patience.windowSeconds)
    }

    package var allowance: (any CarrierAllowance)? { client }
    package func state() async -> ProviderState { await client.state() }
    package func judge(_ notice: CarrierNotice) -> CarrierNoticeVerdict { notices.judge(notice, at: client.clock.now()) }
    package func close() async { await client.close() }

    // MARK: Questions

    package func states(of cards: [CarrierCard]) async -> [CarrierReply<CarrierCardState>] {
        await query(cards) { $0.state.map { StatusTable.generic.read(codeText($0)) } }
    }

    package func realNames(of cards: [CarrierCard]) async -> [CarrierReply<CarrierRealName>] {
        await query(cards) { item in
            item.realName.map { RealNameTable.generic.read(codeText($0), reason: item.reason.map(codeText)) }
        }
    }

    private func query<Value: Hashable & Sendable>(
        _ cards: [CarrierCard], _ read: @escaping @Sendable (GenericCards.Item) -> Value?
    ) async -> [CarrierReply<Value>] {
        let size = min(client.patience.queryCardsMax, capabilities[.queryState].cardsMax)
        return await inOrder(cards.pieces(of: size), atOnce: client.patience.concurrency) { piece -> [CarrierReply<Value>] in
            let answer: Answered<GenericCards> = await post(
                "/v1/cards/query", ["cards": .array(piece.map(GenericWire.card))], about: piece)
            switch answer {
            case .no(let refused): return piece.map { refused.reply([$0], codes, windows, at: client.clock.now()) }
            case .yes(let list):
                let items = list.cards.map { item -> (number: String, value: CarrierReply<Value>) in
                    if let value = read(item) { return (item.iccid, .done(value)) }
                    guard let code = item.code.map(codeText) else { return (item.iccid, .unclear(.fault(.notAsContract))) }
                    return (item.iccid, .refused(codes[code].refusal, code: code))
                }
                return matched(piece, by: \.iccid, items).map(Self.flat)
            }
        }.flatMap(\.self)
    }

    package func risks(of card: CarrierCard) async -> CarrierReply<[CarrierRisk]> {
        let answer: Answered<GenericRisks> = await post("/v1/risks/query", GenericWire.card(card), about: [card])
        switch answer {
        case .no(let refused): return refused.reply([card], codes, windows, at: client.clock.now())
        case .yes(let found):
            guard found.iccid == card.iccid, found.risks.count <= 100 else { return .unclear(.fault(.notAsContract)) }
            return .done(found.risks.map { CarrierRisk(code: codeText($0)) })
        }
    }

    // MARK: Orders

    package func tell(_ change: CarrierChange, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>] {
        await tell(orders, wish: change.rawValue).map { $0.map { _ in StatusTable.generic.read("unknown") } }
    }

    package func clearRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        await tell([order], wish: "clear-registration")[0].map { _ in RealNameTable.generic.read("unknown") }
    }

    package func submit(_ identity: CarrierIdentity, _ order: CarrierOrder) async -> CarrierReply<CarrierRealName> {
        await tell([order], wish: "submit-identity", identity)[0].map { _ in RealNameTable.generic.read("unknown") }
    }

    private struct Nothing: Hashable, Sendable {}

    /// Never done: what was taken on is asked about.
    private func tell(_ orders: [CarrierOrder], wish: String, _ identity: CarrierIdentity? = nil) async -> [CarrierReply<Nothing>] {
        var replies = orders.map { order in
            windows.enter(order.card.iccid, at: client.clock.now()).map { CarrierReply<Nothing>.locked(until: $0) }
        }
        let free = orders.indices.filter { replies[$0] == nil }
        for places in free.pieces(of: min(client.patience.changeCardsMax, capabilities[.suspend].cardsMax)) {
            let piece = places.map { orders[$0] }
            let answers = await send(piece, wish: wish, identity)
            for (place, answer) in zip(places, answers) {
                if !answer.mayBeInEffect { windows.leave(orders[place].card.iccid) }
                replies[place] = answer
            }
        }
        return replies.map { $0 ?? .unclear(.lost) }
    }

    private func send(_ orders: [CarrierOrder], wish: String, _ identity: CarrierIdentity?) async -> [CarrierReply<Nothing>] {
        let body: JSONValue = ["orders": .array(orders.map { GenericWire.order($0, wish: wish, identity: identity) })]
        let answer: Answered<GenericOrders> = await post("/v1/orders", body, about: orders.map(\.card), isCommand: true)
        switch answer {
        case .no(let refused): return orders.map { refused.reply([$0.card], codes, windows, at: client.clock.now()) }
        case .yes(let list):
            let found = Dictionary(grouping: list.orders, by: \.requestId).mapValues(Set.init)
            return orders.map { order in
                guard let items = found[order.id.description], let item = items.first else { return .unclear(.fault(.notAsContract)) }
                return items.count == 1 ? read(item, order) : .unclear(.fault(.contradiction))
            }
        }
    }

    private func read(_ item: GenericOrders.Item, _ order: CarrierOrder) -> CarrierReply<Nothing> {
        let now = client.clock.now()
        switch item.verdict {
        case "accepted": return .accepted(serial: order.id.description)
        case "locked":
            let held = windows.hold(order.card.iccid, at: now)
            return .locked(until: item.retryAfterSeconds.map { now.adding(seconds: min(max($0, 1), 86_400)) } ?? held)
        case "refused":
            let code = item.code.map(codeText) ?? ""
            return .refused(codes[code].refusal, code: code)
        default: return .unclear(.fault(.notAsContract))
        }
    }

    package func startRegistration(_ order: CarrierOrder) async -> CarrierReply<CarrierInvitation> {
        let answer: Answered<GenericRegistration> = await post(
            "/v1/registrations", ["requestId": .string(order.id.description), "card": GenericWire.card(order.card)], about: [order.card],
            isCommand: true)
        switch answer {
        case .no(let refused): return refused.reply([order.card], codes, windows, at: client.clock.now())
        case .yes(let found):
            guard found.requestId == order.id.description else { return .unclear(.fault(.otherRequest)) }
            guard (1...604_800).contains(found.lives) else { return .unclear(.fault(.notAsContract)) }
            return invitation(found.url, serial: codeText(found.serial), lives: found.lives, client)
        }
    }

    package func outcomes(of tickets: [CarrierTicket]) async -> [CarrierReply<CarrierOutcome>] {
        await inOrder(tickets.pieces(of: capabilities[.outcome].cardsMax), atOnce: client.patience.concurrency) {
            piece -> [CarrierReply<CarrierOutcome>] in
            let ids = piece.map { JSONValue.string($0.order.id.description) }
            let answer: Answered<GenericOutcomes> = await post(
                "/v1/orders/query", ["requestIds": .array(ids)], about: piece.map(\.order.card))
            switch answer {
            case .no(let refused): return piece.map { refused.reply([$0.order.card], codes, windows, at: client.clock.now()) }
            case .yes(let list):
                let found = Dictionary(grouping: list.orders, by: \.requestId).mapValues(Set.init)
                return piece.map { ticket in
                    guard let items = found[ticket.order.id.description], let item = items.first else {
                        return .unclear(.fault(.notAsContract))
                    }
                    return items.count == 1 ? read(item) : .unclear(.fault(.contradiction))
                }
            }
        }.flatMap(\.self)
    }

    private func read(_ item: GenericOutcomes.Item) -> CarrierReply<CarrierOutcome> {
        switch item.outcome {
        case "unknown": return .done(.notInEffect)
        case "pending": return .done(.pending)
        case "in-effect": return .done(.inEffect)
        case "failed":
            let code = item.code.map(codeText) ?? ""
            return .done(.failed(codes[code].refusal, code: code))
        default: return .unclear(.fault(.notAsContract))
        }
    }

    // MARK: Calls

    private enum Answered<Answer> {
        case yes(Answer)
        case no(Refused)
    }

    private enum Refused {
        case failed(CarrierFailure)
        case said(String)

        func reply<Value>(
            _ cards: [CarrierCard], _ codes: CodeTable, _ windows: OperationWindows, at now: Instant
        ) -> CarrierReply<Value> {
            switch self {
            case .failed(let failure): failure.reply()
            case .said(let code): codes.reply(code, cards, windows, at: now)
            }
        }
    }

    private func post<Answer: Decodable>(
        _ path: String, _ body: JSONValue, about cards: [CarrierCard], isCommand: Bool = false
    ) async -> Answered<Answer> {
        let bytes = (try? body.canonicalBytes()) ?? []
        do {
            let reply = try await client.ask(about: cards, isCommand: isCommand) { _ in
                CarrierCall(
                    "POST", path,
                    headers: [
                        ("authorization", "Bearer \(credentials.key)"), ("accept", "application/json, application/problem+json"),
                    ], body: bytes)
            }
            guard (200...299).contains(reply.status) else {
                guard reply.mediaType == "application/problem+json", let problem = decoded(reply.body, as: GenericProblem.self) else {
                    return .no(.failed(.unclear(.fault(.status))))
                }
                return .no(.said(codeText(problem.code)))
            }
            guard reply.mediaType == "application/json", let answer = decoded(reply.body, as: Answer.self) else {
                return .no(.failed(.unclear(.fault(.unreadable))))
            }
            return .yes(answer)
        } catch {
            return .no(.failed(error))
        }
    }

    private static func flat<Value>(_ reply: CarrierReply<CarrierReply<Value>>) -> CarrierReply<Value> {
        switch reply {
        case .done(let inner): inner
        case .accepted(let serial): .accepted(serial: serial)
        case .refused(let refusal, let code): .refused(refusal, code: code)
        case .locked(let until): .locked(until: until)
        case .overQuota(let until): .overQuota(until: until)
        case .unreachable(let seconds): .unreachable(retryAfterSeconds: seconds)
        case .unclear(let silence): .unclear(silence)
        }
    }
}

extension CarrierReply {
    /// Whether the carrier may have operated on the card.
    var mayBeInEffect: Bool {
        switch self {
        case .done, .accepted, .unclear, .locked: true
        case .refused, .overQuota, .unreachable: false
        }
    }
}
