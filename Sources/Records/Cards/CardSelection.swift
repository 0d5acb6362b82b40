import Numbers
import Registry
import SQLCore
import Vault

/// From a selector to the cards within somebody's scope.
package struct CardSelecting {
    package let session: any Session
    package let scope: Scope
    package let references: CardReferences
    package let now: Instant
    package let today: CivilDate
    /// Most cards a selection may hold.
    package let cardsMax: Int

    package init(session: any Session, scope: Scope, references: CardReferences, now: Instant, today: CivilDate, cardsMax: Int) {
        self.session = session
        self.scope = scope
        self.references = references
        self.now = now
        self.today = today
        self.cardsMax = cardsMax
    }

    /// Throws `selection-too-large`, `iccid-range-invalid`.
    package func cards(_ selector: CardSelector) throws -> CardSelection {
        switch selector {
        case .batch(let label): try bounded(CardSelection(intervals: batch(label)))
        case .range(let from, let to): try bounded(CardSelection(intervals: range(from, to)))
        case .numbers(let numbers): try bounded(list(numbers))
        }
    }

    /// One typed number or card reference; nil when there is no such card within scope.
    package func card(_ text: String) throws -> Int64? {
        guard let subscription = try anywhere(text) else { return nil }
        return try CardReach.contains(subscription, scope: scope, at: now, in: session) ? subscription : nil
    }

    private func anywhere(_ text: String) throws -> Int64? {
        if text.hasPrefix("card_") {
            guard let subscription = references.subscription(from: text) else { return nil }
            return try session.exists("SELECT 1 FROM subscription WHERE id = \(subscription)") ? subscription : nil
        }
        return try CardNumber(text, today: today).flatMap { try CardLookup.subscription($0, in: session) }
    }

    /// So many are looked up one by one.
    private static let fewMax = 8

    /// The same of each. Of many those that are named in full are looked up together, and only the others one by one.
    private func anywhere(_ texts: [String]) throws -> [Int64?] {
        guard texts.count > Self.fewMax else { return try texts.map { try anywhere($0) } }
        let named: [CardNumber?] = texts.map { $0.hasPrefix("card_") ? nil : CardNumber($0, today: today) }
        let known = try UsageRecords.cards(Set(named.compactMap { $0 }), in: session)
        return try texts.indices.map { place in
            if let number = named[place], let card = known[number] { return card }
            return try anywhere(texts[place])
        }
    }

    private func bounded(_ selection: CardSelection) throws -> CardSelection {
        guard selection.intervals.count <= Int64(cardsMax) else { throw Refusal.selectionTooLarge(cardsMax) }
        return selection
    }

    private func batch(_ label: String) throws -> CardIntervals {
        let blocks = try session.all("SELECT lo, hi FROM intake_block WHERE batch = \(label) ORDER BY lo") {
            CardInterval($0.int(0), $0.int(1))
        }
        return try CardReach.within(scope, CardIntervals(blocks.compactMap { $0 }), at: now, in: session)
    }

    private func range(_ from: String, _ to: String) throws -> CardIntervals {
        guard let from = ICCID.check(from, today: today).value, let to = ICCID.check(to, today: today).value,
            from.text.count == to.text.count, from <= to
        else { throw Refusal.iccidRangeInvalid }
        var found: [Int64] = []
        try session.each(
            """
            SELECT d.iccid, d.subscription FROM iccid_directory d
            WHERE d.iccid >= \(from.text.description) AND d.iccid <= \(to.text.description)
                AND d.ordinal = (SELECT MAX(ordinal) FROM iccid_directory WHERE iccid = d.iccid) LIMIT \(cardsMax + 1)
            """
        ) { row in
            if row.text(0).utf8.count == from.text.count { found.append(row.int(1)) }
            return true
        }
        guard found.count <= cardsMax else { throw Refusal.selectionTooLarge(cardsMax) }
        return try CardReach.within(scope, CardIntervals(subscriptions: found), at: now, in: session)
    }

    private func list(_ numbers: [String]) throws -> CardSelection {
        guard numbers.count <= cardsMax else { throw Refusal.selectionTooLarge(cardsMax) }
        let found = try anywhere(numbers)
        let reach = try CardReach.within(scope, CardIntervals(subscriptions: found.compactMap { $0 }), at: now, in: session)
        var selection = CardSelection(intervals: reach)
        var named = 0
        for (position, subscription) in found.enumerated() {
            if let subscription, reach.contains(subscription) {
                named += 1
            } else {
                selection.notFound += 1
                if selection.notFoundPositions.count < CardSelection.positionsMax { selection.notFoundPositions.append(position) }
            }
        }
        selection.repeated = named - Int(reach.count)
        return selection
    }
}
