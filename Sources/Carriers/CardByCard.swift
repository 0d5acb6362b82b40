import Registry
import UseCases

extension CarrierClient {
    /// Tells card by card, each within its own window: one that is locked holds up nobody else.
    func cardByCard(
        _ orders: [CarrierOrder], _ windows: OperationWindows,
        _ work: @escaping @Sendable (CarrierOrder) async -> CarrierReply<CarrierCardState>
    ) async -> [CarrierReply<CarrierCardState>] {
        await inOrder(orders, atOnce: patience.concurrency) { [clock] order in
            if let until = windows.enter(order.card.iccid, at: clock.now()) { return .locked(until: until) }
            let reply = await work(order)
            if !reply.mayBeInEffect { windows.leave(order.card.iccid) }
            return reply
        }
    }
}

/// Items of a list put to the cards they are about. What is left out, or stands there twice with two meanings, is no answer.
func matched<Value: Hashable & Sendable>(
    _ cards: [CarrierCard], by number: (CarrierCard) -> String?, _ items: [(number: String, value: Value)]
) -> [CarrierReply<Value>] {
    let found = Dictionary(grouping: items, by: \.number)
    return cards.map { card in
        guard let number = number(card) else { return .refused(.carrierNumberMissing, code: "") }
        let values = Set((found[number] ?? []).map(\.value))
        guard let value = values.first else { return .unclear(.fault(.notAsContract)) }
        return values.count == 1 ? .done(value) : .unclear(.fault(.contradiction))
    }
}
