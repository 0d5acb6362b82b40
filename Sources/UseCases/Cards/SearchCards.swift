import Numbers
import Records
import Registry

/// What a number that somebody typed leads to.
package struct NumberFound: Sendable {
    /// The card that has it.
    package let card: CardView?
    /// Where it may be the number of a device (IMEI): fifteen digits may be an IMSI as well, and then both are told.
    package let device: DeviceFound?

    /// Whether anything has it.
    package var isFound: Bool { card != nil || device?.cards.isEmpty == false }
}

/// Cards with a device.
package struct DeviceFound: Sendable {
    package struct Card: Sendable {
        package let view: CardView
        package let known: DeviceCard
    }

    package let cards: [Card]
    /// Whether more cards have the device than were looked at.
    package let isCut: Bool
}

extension Installation {
    /// Most cards of one device that are looked at.
    package static let deviceCardsMax = 200

    /// Numbers of any kind, also card references, mixed. For each, in the order given, what has it within scope: a card by its own number, and cards by the device they are said to be
    /// in or were seen in last. Throws `search-too-large`.
    package func searchNumbers(as principal: Principal, _ numbers: [String]) async throws -> [NumberFound] {
        guard numbers.count <= settings.searchNumbersMax else { throw Refusal.searchTooLarge(settings.searchNumbersMax) }
        return try await look(as: principal, needs: .cardRead) { session in
            let selecting = try selecting(principal.scope, in: session)
            func card(_ subscription: Int64) throws -> CardView? {
                try CardRecords.find(subscription, scope: principal.scope, at: selecting.now, in: session).map(view)
            }
            let context = NumberContext(today: try chinaDay())
            return try numbers.map { number in
                let device = try Self.deviceKey(number, context).map { key -> DeviceFound in
                    let known = try DeviceRecords.cards(with: key, limit: Self.deviceCardsMax + 1, in: session)
                    return DeviceFound(
                        cards: try known.prefix(Self.deviceCardsMax).compactMap { known in
                            try card(known.subscription).map { DeviceFound.Card(view: $0, known: known) }
                        }, isCut: known.count > Self.deviceCardsMax)
                }
                return NumberFound(card: try selecting.card(number).flatMap { try card($0) }, device: device)
            }
        }
    }

    /// For each number, in the order given: its card, or nil when there is none within scope.
    package func searchCards(as principal: Principal, numbers: [String]) async throws -> [CardView?] {
        try await searchNumbers(as: principal, numbers).map(\.card)
    }

    /// nil for what is no IMEI, and for placeholders, which any number of devices bear.
    private static func deviceKey(_ text: String, _ context: NumberContext) -> Int64? {
        let verdict = IMEI.check(text, in: context)
        guard let imei = verdict.value, !verdict.reasons.contains(.imeiPlaceholder) else { return nil }
        return Int64(imei.deviceKey.description)
    }
}

extension Refusal {
    package static func searchTooLarge(_ max: Int) -> Refusal {
        Refusal(
            "search-too-large", .tooLarge, en: "More than \(max) numbers at once.", zh: "一次查询的号码超过\(max)个。",
            mend: LocalText(en: "Divide the list.", zh: "请分批查询。"))
    }
}
