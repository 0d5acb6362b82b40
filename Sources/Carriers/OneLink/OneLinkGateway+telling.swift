import Crypto
import Foundation
import Registry
import UseCases

/// The serial of orders told together: made from the orders alone.
enum OneLinkOrders {
    static func number(_ orders: [CarrierOrder]) -> UInt64 {
        var hash = SHA256()
        for order in orders { hash.update(data: order.id.bytes) }
        return hash.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension OneLinkGateway {
    package func tell(_ change: CarrierChange, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>] {
        var replies = [CarrierReply<CarrierCardState>?](repeating: nil, count: orders.count)
        let now = client.clock.now()
        var ready: [Int] = []
        for (place, order) in orders.enumerated() {
            if order.card.msisdn == nil {
                replies[place] = .refused(.carrierNumberMissing, code: "")
            } else if let until = windows.enter(order.card.iccid, at: now) {
                replies[place] = .locked(until: until)
            } else {
                ready.append(place)
            }
        }
        var byType: [String: [Int]] = [:]
        let known = change == .activate ? await states(of: ready.map { orders[$0].card }) : []
        for (number, place) in ready.enumerated() {
            if !known.isEmpty, known[number].value == nil {
                windows.leave(orders[place].card.iccid)
                replies[place] = known[number]
            } else if !known.isEmpty, known[number].value?.word == .unknown {
                // How it is activated follows from its state: what became of it is asked before it is tried again.
                windows.leave(orders[place].card.iccid)
                replies[place] = .unclear(.fault(.notAsContract))
            } else if let type = OneLinkChanges.operType(change, from: known.isEmpty ? nil : known[number].value?.word) {
                byType[type, default: []].append(place)
            } else {
                windows.leave(orders[place].card.iccid)
                replies[place] = .refused(.carrierStateForbids, code: known[number].value?.code ?? "")
            }
        }
        for (type, places) in byType.sorted(by: { $0.key < $1.key }) {
            for piece in places.pieces(of: min(client.patience.changeCardsMax, capabilities[change.operation].cardsMax)) {
                let answers = await tell(type, piece.map { orders[$0] })
                for (place, answer) in zip(piece, answers) { replies[place] = answer }
            }
        }
        return replies.map { $0 ?? .unclear(.lost) }
    }

    /// One card in its window makes OneLink refuse the whole batch, and the others do not count as called: so a batch that is refused
    /// for something other than the call itself is divided until the card stands alone.
    private func tell(_ operType: String, _ orders: [CarrierOrder]) async -> [CarrierReply<CarrierCardState>] {
        let cards = orders.map(\.card)
        let answer =
            orders.count == 1
            ? await call(
                "/v5/ec/change/sim-status", Self.key(of: cards[0]) + [("operType", operType)], about: cards, order: orders,
                as: OneLinkJobNumber.self)
            : await call(
                "/v5/ec/change/sim-status/batch",
                [("msisdns", cards.compactMap(\.msisdn).joined(separator: "_")), ("operType", operType)], about: cards, order: orders,
                as: OneLinkJobNumber.self)
        switch answer {
        case .success(let results):
            if orders.count == 1 {
                return [.accepted(serial: OneLinkWire.transactionID(credentials.appID, orders[0].at, OneLinkOrders.number(orders)))]
            }
            guard let job = results.first?.jobId.map({ codeText($0.text) }), !job.isEmpty else {
                return orders.map { _ in .unclear(.fault(.notAsContract)) }
            }
            return orders.map { _ in .accepted(serial: job) }
        case .failure(.said(let code)) where orders.count > 1 && !codes[code].isOfTheCall:
            let half = orders.count / 2
            return await tell(operType, Array(orders[..<half])) + tell(operType, Array(orders[half...]))
        case .failure(let refused):
            // What may have been told keeps its window.
            if !refused.mayBeTold { for card in cards { windows.leave(card.iccid) } }
            return orders.map { reply(refused, [$0.card]) }
        }
    }
}

extension OneLinkRefused {
    var mayBeTold: Bool { if case .failed(.unclear) = self { true } else { false } }
}
