import Registry
import SQLCore

/// How many cards in service lack what.
package struct GapCounts: Hashable, Sendable {
    /// Cards that came in as already in service, in scope.
    package let inService: Int64
    /// Of those, registered here since: they lack nothing.
    package let registered: Int64
    package let lacking: [Gap: Int64]

    package init(inService: Int64, registered: Int64, lacking: [Gap: Int64]) {
        self.inService = inService
        self.registered = registered
        self.lacking = lacking
    }
}

/// A card in service and what it lacks.
package struct GapRow: Hashable, Sendable {
    package let subscription: Int64
    package let iccid: String
    package let openedOn: Int64?
    package let unitName: String?
    package let lacking: [Gap]
}

/// The starting point of back-registration (R-25-24): cards in service whose holder, responsible person or evidence is not known.
package enum GapRecords {
    package static func counts(scope: Scope, at now: Instant, in session: any Session) throws -> GapCounts {
        var inService: Int64 = 0
        var registered: Int64 = 0
        var lacking: [Gap: Int64] = [:]
        for interval in try reach(scope, in: session) {
            try session.each(
                """
                SELECT COUNT(*), SUM(held), SUM(1 - held - (1 - held) * has_unit), SUM((1 - held) * (1 - has_responsible_person)),
                    SUM((1 - held) * (1 - has_evidence)) FROM (\(cards(interval, at: now))) AS card
                """
            ) { row in
                inService += row.int(0)
                registered += row.int(1)
                lacking[.holder, default: 0] += row.int(2)
                lacking[.responsiblePerson, default: 0] += row.int(3)
                lacking[.evidence, default: 0] += row.int(4)
                return true
            }
        }
        return GapCounts(inService: inService, registered: registered, lacking: lacking)
    }

    /// Cards that lack something, or just this, after the subscription `cursor`.
    package static func page(
        after cursor: Int64, lacking gap: Gap?, scope: Scope, at now: Instant, limit: Int, in session: any Session
    ) throws -> [GapRow] {
        let condition: SQLText =
            switch gap {
            case .holder: "has_unit = 0"
            case .responsiblePerson: "has_responsible_person = 0"
            case .evidence: "has_evidence = 0"
            case nil: "has_unit * has_responsible_person * has_evidence = 0"
            }
        var rows: [GapRow] = []
        for interval in try reach(scope, in: session) where interval.hi > cursor && rows.count < limit {
            guard let rest = CardInterval(max(interval.lo, cursor + 1), interval.hi) else { continue }
            rows += try session.all(
                """
                SELECT subscription, iccid, opened_on, unit_name, has_unit, has_responsible_person, has_evidence
                FROM (\(cards(rest, at: now))) AS card
                WHERE held = 0 AND \(condition) ORDER BY subscription LIMIT \(limit - rows.count)
                """, decode)
        }
        return rows
    }

    /// The cards of an interval that came in as in service; `held` when a registration answers for the card now.
    private static func cards(_ interval: CardInterval, at now: Instant) -> SQLText {
        """
        SELECT p.subscription, s.iccid, p.opened_on, p.unit_name,
            CASE WHEN p.unit_name IS NULL AND p.unit_code IS NULL THEN 0 ELSE 1 END AS has_unit, p.has_responsible_person, p.has_evidence,
            CASE WHEN \(HoldingRecords.registration(of: "p.subscription", at: now)) IS NULL THEN 0 ELSE 1 END AS held
        FROM prior_record p JOIN subscription s ON s.id = p.subscription
        WHERE p.subscription >= \(interval.lo) AND p.subscription <= \(interval.hi)
        """
    }

    private static func reach(_ scope: Scope, in session: any Session) throws -> [CardInterval] {
        try CardReach.all(scope, in: session)?.intervals ?? [CardInterval(1, .max - 1)].compactMap { $0 }
    }

    private static func decode(_ row: any SQLRow) -> GapRow {
        var lacking: [Gap] = []
        if !row.bool(4) { lacking.append(.holder) }
        if !row.bool(5) { lacking.append(.responsiblePerson) }
        if !row.bool(6) { lacking.append(.evidence) }
        return GapRow(
            subscription: row.int(0), iccid: row.text(1), openedOn: row.intIfAny(2), unitName: row.textIfAny(3), lacking: lacking)
    }
}
