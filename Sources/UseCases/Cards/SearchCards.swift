import Numbers
import Records
import Registry
import Vault

/// Why a number leads to no card.
package enum NumberLack: String, CaseIterable, Sendable {
    /// It has the form of no number, be it that a digit is wrong.
    case malformed
    /// It is the beginning of several cards' ICCIDs (R-NF-01).
    case ambiguous
    /// No card within scope has it.
    case missing
}

/// What a number that somebody typed leads to.
package struct NumberFound: Sendable {
    /// The card that has it.
    package let card: CardView?
    /// Where it may be the number of a device (IMEI): fifteen digits may be an IMSI as well, and then both are told.
    package let device: DeviceFound?
    /// nil where a card has it, and where nobody asks.
    package let lack: NumberLack?

    /// Whether anything has it.
    package var isFound: Bool { card != nil || device?.cards.isEmpty == false }
}

extension Installation {
    /// Numbers of any kind, also card references, mixed. For each, in the order given, what has it within scope: a card by its own number, and cards by the device they are said to be
    /// in or were seen in last. Throws `search-too-large`.
    package func searchNumbers(as principal: Principal, _ numbers: [String]) async throws -> [NumberFound] {
        try await search(as: principal, numbers, withDevices: true)
    }

    /// For each number, in the order given: its card, or nil when there is none within scope.
    package func searchCards(as principal: Principal, numbers: [String]) async throws -> [CardView?] {
        try await search(as: principal, numbers, withDevices: false).map(\.card)
    }

    private func search(as principal: Principal, _ numbers: [String], withDevices: Bool) async throws -> [NumberFound] {
        guard numbers.count <= settings.searchNumbersMax else { throw Refusal.searchTooLarge(settings.searchNumbersMax) }
        return try await look(as: principal, needs: .cardRead) { session in
            let selecting = try selecting(principal.scope, in: session)
            let context = NumberContext(today: try chinaDay())
            var devices = DeviceSearch(scope: principal.scope, now: selecting.now, session: session)
            return try numbers.map { number in
                let named = try selecting.card(number)
                let several = named == nil ? try several(number, selecting) : []
                let card = try (named ?? (several.count == 1 ? several[0] : nil)).flatMap {
                    try CardRecords.find($0, scope: principal.scope, at: selecting.now, in: session).map(view)
                }
                let key = withDevices ? Self.deviceKey(number, context) : nil
                let lack =
                    card == nil && withDevices
                    ? lack(of: number, isAmbiguous: several.count > 1, isDevice: key != nil, selecting.today) : nil
                return NumberFound(card: card, device: try key.map { try devices.cards(with: $0, view) }, lack: lack)
            }
        }
    }

    /// Cards within scope that begin with the number, where it is the beginning of several: those of others make none ambiguous, and of
    /// them nobody is told.
    private func several(_ number: String, _ selecting: CardSelecting) throws -> [Int64] {
        guard let known = CardNumber(number, today: selecting.today) else { return [] }
        return try CardLookup.several(known, in: selecting.session).filter {
            try CardReach.contains($0, scope: selecting.scope, at: selecting.now, in: selecting.session)
        }
    }

    private func lack(of number: String, isAmbiguous: Bool, isDevice: Bool, _ today: CivilDate) -> NumberLack {
        if isAmbiguous { return .ambiguous }
        if secrets.references.subscription(from: number) != nil { return .missing }
        return CardNumber(number, today: today) == nil && !isDevice ? .malformed : .missing
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
            "search-too-large", .tooLarge, house: .limits, en: "More than \(max) numbers at once.", zh: "一次查询的号码超过\(max)个。",
            mend: LocalText(en: "Divide the list.", zh: "请分批查询。"))
    }
}
