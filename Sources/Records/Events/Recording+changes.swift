import Registry
import SQLCore

/// What happened to cards, for whoever follows it. Nothing of a person.
package struct CardChange: Hashable, Sendable {
    package let kind: CardChangeKind
    /// Where they stand now: `active`, `registered`, `allocated` …
    package let after: String
    package let stops: StopReasons?
    package let effectiveFrom: Instant
    /// In whose name they are or were registered, where it is about that.
    package let unit: PartyID?

    package init(_ kind: CardChangeKind, after: String, stops: StopReasons? = nil, effectiveFrom: Instant, unit: PartyID? = nil) {
        self.kind = kind
        self.after = after
        self.stops = stops
        self.effectiveFrom = effectiveFrom
        self.unit = unit
    }
}

extension Recording {
    /// Something happened to these cards. Whoever has them is told, with all above it.
    package func changed(_ cards: CardIntervals, _ change: CardChange) throws {
        try CardChangeRecords.write(change, try hands(of: cards).map { .init(cards: $0.cards, path: $0.path, former: nil) }, in: self)
    }

    /// So many stretches are looked up one by one; more, and short ones, by their cards.
    private static let stretchesMax = 16

    /// Who has which of these cards now.
    private func hands(of cards: CardIntervals) throws -> [(cards: CardInterval, path: OrganisationPath)] {
        guard cards.intervals.count > Self.stretchesMax, cards.count < cards.intervals.count * 100 else {
            return try CustodyRecords.parts(of: cards, scope: .everything, in: session).map { ($0.interval, $0.custodian.path) }
        }
        let named = cards.intervals.flatMap { Array($0.lo...$0.hi) }
        let found = try CustodyRecords.custodians(of: named, in: session)
        return Dictionary(grouping: named.filter { found[$0] != nil }) { found[$0]?.path ?? .root }.sorted { $0.key.text < $1.key.text }
            .flatMap { path, cards in CardIntervals(subscriptions: cards).intervals.map { ($0, path) } }
    }

    /// These cards go to `custodian`; to be said before they are there. Whoever had them sees them go.
    func moved(_ cards: CardIntervals, to custodian: Custodian) throws {
        let change = CardChange(.custody, after: custodian.standing.rawValue, effectiveFrom: now)
        let parts = try CustodyRecords.parts(of: cards, scope: .everything, in: session)
        let known = CardIntervals(parts.map(\.interval))
        let fresh = cards.subtracting(known).intervals.map { CardChangeRecords.Part(cards: $0, path: custodian.path, former: nil) }
        let changing = parts.map {
            CardChangeRecords.Part(cards: $0.interval, path: custodian.path, former: $0.custodian.path)
        }
        try CardChangeRecords.write(change, fresh + changing, in: self)
    }
}
