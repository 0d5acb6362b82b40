package enum LegalHold {}
package typealias LegalHoldID = Identifier<LegalHold>

/// What a hold keeps as it is: what was registered of a card, or of one person or unit wherever it stands.
package enum HeldThing: Hashable, Sendable {
    case card(Int64)
    case party(PartyID)
}

/// From when until when something was held; without an end while it is.
package struct HoldSpan: Hashable, Sendable {
    package let from: Instant
    package let until: Instant?

    package init(from: Instant, until: Instant? = nil) {
        self.from = from
        self.until = until
    }
}

extension [HoldSpan] {
    package var isInForce: Bool { contains { $0.until == nil } }

    /// When retention that would end at `end` ends under these holds: not while one of them lasts that began before; nil while one does.
    func end(of end: Instant) -> Instant? {
        var end = end
        for hold in sorted(by: { $0.from < $1.from }) where hold.from < end {
            guard let released = hold.until else { return nil }
            end = Swift.max(end, released)
        }
        return end
    }
}
