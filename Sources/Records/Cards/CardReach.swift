import Registry
import SQLCore

/// Which cards somebody sees: an organisation those in the hands of its subtree, a unit those registered in its name at that time.
package enum CardReach {
    /// The part of `cards` that lies within scope.
    package static func within(_ scope: Scope, _ cards: CardIntervals, at now: Instant, in session: any Session) throws -> CardIntervals {
        switch scope {
        case .everything:
            return cards
        case .subtree:
            return CardIntervals(try CustodyRecords.parts(of: cards, scope: scope, in: session).map(\.interval))
        case .unit(let unit, _, _):
            let registered = try registered(for: unit, in: session).intersection(cards)
            let held = try registered.intervals.flatMap { interval in
                try session.all(
                    """
                    SELECT s.id FROM subscription s WHERE \(SQLText.from(interval.lo, to: interval.hi, "s.id"))
                        AND \(isHeld(by: unit, subscription: "s.id", at: now))
                    """
                ) { $0.int(0) }
            }
            return CardIntervals(subscriptions: held)
        case .card(let seat):
            return cards.intersection(CardIntervals(CardInterval(seat.subscription)))
        case .part:
            return CardIntervals([] as [CardInterval])
        }
    }

    package static func contains(_ subscription: Int64, scope: Scope, at now: Instant, in session: any Session) throws -> Bool {
        switch scope {
        case .everything: true
        case .subtree: try CustodyRecords.custodian(of: subscription, scope: scope, in: session) != nil
        case .unit: try !within(scope, CardIntervals(CardInterval(subscription)), at: now, in: session).isEmpty
        case .card(let seat): subscription == seat.subscription
        case .part: false
        }
    }

    /// Every card within scope, as intervals; nil when the scope has no bounds. For a unit, cards it no longer holds may be among them:
    /// queries add `condition`.
    static func all(_ scope: Scope, in session: any Session) throws -> CardIntervals? {
        switch scope {
        case .everything: nil
        case .subtree: CardIntervals(try CustodyRecords.parts(scope: scope, in: session).map(\.interval))
        case .unit(let unit, _, _): try registered(for: unit, in: session)
        case .card(let seat): CardIntervals(CardInterval(seat.subscription))
        case .part: CardIntervals([] as [CardInterval])
        }
    }

    /// What a query over intervals of `all` must still test for each card.
    static func condition(_ scope: Scope, subscription column: StaticString, at now: Instant) -> SQLText {
        switch scope {
        case .everything, .subtree, .card, .part: "1 = 1"
        case .unit(let unit, _, _): isHeld(by: unit, subscription: column, at: now)
        }
    }

    /// Whether a card is within scope, for a query that comes by its cards another way.
    static func holds(_ scope: Scope, subscription column: StaticString, at now: Instant) -> SQLText {
        switch scope {
        case .everything: "1 = 1"
        case .subtree:
            """
            EXISTS (SELECT 1 FROM custody_current c
                WHERE c.lo = (SELECT MAX(lo) FROM custody_current WHERE lo <= \(fixed: column)) AND c.hi >= \(fixed: column)
                    AND \(scope.contains(path: "c.path")))
            """
        case .unit(let unit, _, _): isHeld(by: unit, subscription: column, at: now)
        case .card(let seat): "\(fixed: column) = \(seat.subscription)"
        case .part: "1 = 0"
        }
    }

    /// Cards of decisions on the unit's registrations, whether it still holds them or not.
    /// - Parameter scope: whose registrations count; of others' it must not learn in whose name they are.
    /// - Parameter cursor: of the cards after it.
    static func registered(
        for unit: PartyID, knownTo scope: Scope = .everything, after cursor: Int64 = 0, in session: any Session
    ) throws -> CardIntervals {
        var (taken, known): (SQLText, SQLText) = ("", "")
        if case .subtree = scope {
            taken = "JOIN registration n ON n.id = r.registration "
            known = " AND \(scope.contains(path: "n.path"))"
        }
        return CardIntervals(
            try session.all(
                """
                SELECT i.lo, i.hi FROM registration_state r \(taken)JOIN decision d ON d.registration = r.registration
                    JOIN decision_interval i ON i.decision = d.id
                WHERE r.unit = \(unit) AND i.hi > \(cursor)\(known)
                """
            ) { CardInterval($0.int(0), $0.int(1)) }.compactMap { $0 })
    }

    private static func isHeld(by unit: PartyID, subscription column: StaticString, at now: Instant) -> SQLText {
        """
        EXISTS (SELECT 1 FROM registration_state r WHERE r.unit = \(unit)
            AND r.registration = \(HoldingRecords.registration(of: column, at: now)))
        """
    }

    /// The same by a registration that this scope sees: of others' it must not learn in whose name they are.
    static func isHeld(by unit: PartyID, knownTo scope: Scope, subscription column: StaticString, at now: Instant) -> SQLText {
        guard case .subtree = scope else { return isHeld(by: unit, subscription: column, at: now) }
        return """
            EXISTS (SELECT 1 FROM registration_state r JOIN registration n ON n.id = r.registration WHERE r.unit = \(unit)
                AND r.registration = \(HoldingRecords.registration(of: column, at: now)) AND \(scope.contains(path: "n.path")))
            """
    }
}
