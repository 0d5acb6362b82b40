import Records
import Registry
import SQLCore

/// Cards with a device.
package struct DeviceFound: Sendable {
    package struct Card: Sendable {
        package let view: CardView
        package let known: DeviceCard
    }

    package let cards: [Card]
    /// Whether cards may have the device that are not told.
    package let isCut: Bool
}

/// The devices of one request. Each is looked up once however often it is named, and what the request costs and answers is bounded.
struct DeviceSearch {
    /// Most cards of one device, and of all devices of a request, that are told.
    static let deviceCardsMax = 200
    static let cardsMax = 1_000
    /// Most cards of a request that are looked at, within scope or not.
    private static let looksMax = 20_000
    private static let pieceMax = 400

    let scope: Scope
    let now: Instant
    let session: any Session
    private var room = cardsMax
    private var looks = looksMax
    private var known: [Int64: DeviceFound] = [:]

    init(scope: Scope, now: Instant, session: any Session) {
        self.scope = scope
        self.now = now
        self.session = session
    }

    mutating func cards(with device: Int64, _ view: (CardRecord) throws -> CardView) throws -> DeviceFound {
        let found = try known[device] ?? lookUp(device, view)
        known[device] = found
        let told = found.cards.prefix(room)
        room -= told.count
        return DeviceFound(cards: Array(told), isCut: found.isCut || told.count < found.cards.count)
    }

    /// The scope is asked before anything is counted: what lies outside neither hides a card nor shows itself.
    private mutating func lookUp(_ device: Int64, _ view: (CardRecord) throws -> CardView) throws -> DeviceFound {
        let limit = min(Self.deviceCardsMax, room)
        guard limit > 0 else { return DeviceFound(cards: [], isCut: true) }
        var within: [DeviceCard] = []
        var after: Int64 = -1
        var isCut = false
        while true {
            let size = min(Self.pieceMax, looks)
            guard size > 0 else {
                isCut = true
                break
            }
            let piece = try DeviceRecords.cards(with: device, after: after, scope: scope, at: now, limit: size, in: session)
            looks -= piece.count
            within += piece.filter(\.isWithin)
            guard within.count <= limit else {
                isCut = true
                break
            }
            guard piece.count == size, let last = piece.last else { break }
            after = last.subscription
        }
        let told = within.prefix(limit)
        let records = Dictionary(
            uniqueKeysWithValues: try CardRecords.all(told.map(\.subscription), at: now, in: session).map { ($0.subscription, $0) })
        return DeviceFound(
            cards: try told.compactMap { card in
                try records[card.subscription].map { DeviceFound.Card(view: try view($0), known: card) }
            }, isCut: isCut)
    }
}
