import Registry
import SQLCore

extension CustodyRecords {
    /// Who has the card now; nil when nobody within scope has.
    package static func custodian(of subscription: Int64, scope: Scope, in session: any Session) throws -> Custodian? {
        try parts(overlapping: CardInterval(subscription), scope: scope, in: session).first?.custodian
    }

    /// The stretches that overlap `interval`, ascending, whole (not cut to it).
    static func parts(overlapping interval: CardInterval, scope: Scope, in session: any Session) throws -> [CustodyPart] {
        try session.all(
            """
            SELECT lo, hi, organisation, path, standing FROM custody_current
            WHERE lo >= COALESCE((SELECT MAX(lo) FROM custody_current WHERE lo <= \(interval.lo)), \(interval.lo))
                AND lo <= \(interval.hi) AND hi >= \(interval.lo) AND \(scope.contains(path: "path")) ORDER BY lo
            """, part)
    }

    /// The selected cards by who has them, cut to the selection.
    package static func parts(of cards: CardIntervals, scope: Scope, in session: any Session) throws -> [CustodyPart] {
        var found: [CustodyPart] = []
        for interval in cards.intervals {
            for part in try parts(overlapping: interval, scope: scope, in: session) {
                guard let cut = CardInterval(max(part.interval.lo, interval.lo), min(part.interval.hi, interval.hi)) else { continue }
                found.append(CustodyPart(interval: cut, custodian: part.custodian))
            }
        }
        return found
    }

    /// Who has which of these cards now.
    package static func custodians(of subscriptions: [Int64], in session: any Session) throws -> [Int64: Custodian] {
        var found: [Int64: Custodian] = [:]
        for named in SQLText.lists(subscriptions) {
            try session.each(
                """
                SELECT s.id, c.organisation, c.path, c.standing FROM subscription s
                    JOIN custody_current c ON c.lo = (SELECT MAX(lo) FROM custody_current WHERE lo <= s.id)
                WHERE s.id IN \(named)
                """
            ) { row in
                found[row.int(0)] = Custodian(organisation: try row.identifier(1), path: row.path(2), standing: try row.raw(3))
                return true
            }
        }
        return found
    }

    /// All stretches within scope, ascending; of one organisation's own hands when one is named.
    package static func parts(scope: Scope, organisation: OrganisationID? = nil, in session: any Session) throws -> [CustodyPart] {
        var conditions = [scope.contains(path: "path")]
        if let organisation { conditions.append("organisation = \(organisation)") }
        return try session.all(
            "SELECT lo, hi, organisation, path, standing FROM custody_current WHERE \(SQLText.all(conditions)) ORDER BY lo", part)
    }

    private static func part(_ row: any SQLRow) throws -> CustodyPart {
        guard let interval = CardInterval(row.int(0), row.int(1)) else { throw UnreadableRow("custody_current", "hi") }
        return CustodyPart(
            interval: interval,
            custodian: Custodian(organisation: try row.identifier(2), path: row.path(3), standing: try row.raw(4)))
    }

    /// Withdrawn claims among the cards from `first` to `last`.
    static func withdrawn(from first: Int64, to last: Int64, in session: any Session) throws -> CardIntervals {
        CardIntervals(
            try session.all(
                """
                SELECT lo, hi FROM custody_current
                WHERE lo <= \(last) AND hi >= \(first) AND standing = \(CustodyStanding.withdrawn.rawValue) ORDER BY lo
                """
            ) { CardInterval($0.int(0), $0.int(1)) }.compactMap { $0 })
    }

    /// The acts that moved a card, oldest first, as far as they brought it into or took it out of the scope.
    package static func history(of subscription: Int64, scope: Scope, in session: any Session) throws -> [CustodyActRecord] {
        try session.all(
            actSelection + """
                WHERE a.id IN (SELECT act FROM custody_interval
                    WHERE lo > \(subscription - widthMax) AND lo <= \(subscription) AND hi >= \(subscription))
                AND \(visible(scope)) ORDER BY a.number
                """, act)
    }

    package static func act(_ id: CustodyActID, scope: Scope, in session: any Session) throws -> CustodyActRecord? {
        try session.first(actSelection + "WHERE a.id = \(id) AND \(visible(scope))", act)
    }

    /// Acts by number, newest first, before `cursor`.
    package static func acts(
        before cursor: Int64, kinds: [CustodyActKind], scope: Scope, limit: Int, in session: any Session
    ) throws -> [CustodyActRecord] {
        try session.all(
            actSelection + """
                WHERE a.number < \(cursor) AND a.kind IN \(SQLText.list(kinds.map(\.rawValue))) AND \(visible(scope))
                ORDER BY a.number DESC LIMIT \(limit)
                """, act)
    }

    package static func cards(of act: CustodyActID, in session: any Session) throws -> CardIntervals {
        CardIntervals(
            try session.all("SELECT lo, hi FROM custody_interval WHERE act = \(act) ORDER BY lo") { CardInterval($0.int(0), $0.int(1)) }
                .compactMap { $0 })
    }

    /// Who gave or who took lies within scope: a former agent sees the acts it had a part in, and no others.
    private static func visible(_ scope: Scope) -> SQLText {
        "(\(scope.contains(path: "taker.path")) OR (giver.id IS NOT NULL AND \(scope.contains(path: "giver.path"))))"
    }

    static let actSelection: SQLText = """
        SELECT a.id, a.number, a.kind, a.from_organisation, a.to_organisation, a.selector, a.cards, a.effective_from, a.recorded_at,
            a.recorded_by
        FROM custody_act a JOIN organisation taker ON taker.id = a.to_organisation
            LEFT JOIN organisation giver ON giver.id = a.from_organisation 
        """

    static func act(_ row: any SQLRow) throws -> CustodyActRecord {
        CustodyActRecord(
            id: try row.identifier(0), number: row.int(1), kind: try row.raw(2), from: try row.identifierIfAny(3),
            to: try row.identifier(4), selector: row.text(5), cards: row.int(6), effectiveFrom: row.instant(7),
            recordedAt: row.instant(8), recordedBy: try row.identifier(9))
    }
}
