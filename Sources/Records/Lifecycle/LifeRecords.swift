import Registry
import SQLCore

package enum LifeAct {}
package typealias LifeActID = Identifier<LifeAct>

/// A card's service as it stands, with all that a decision about it must know.
package struct StoredLife: Sendable {
    package let subscription: Int64
    package let product: Int64
    package let province: Int64?
    package let msisdn: Int64?
    package var standing: LifeStanding
    /// Of its last event; -1 when there was none.
    package var ordinal: Int64
    package var since: Instant
    package var wasActive: Bool
    package var arrearsSince: Instant?
    package var noticedFor: Instant?
    package var dueAt: Instant?
    /// Until when changes of its device were acted on.
    package var devicesSettledUntil: Instant?
    package let usage: UsageSummary?
    /// Who answers for it now.
    package let registration: RegistrationID?
    /// Since when; nil where nobody does.
    package let heldSince: Instant?
    /// Whether a person answers for it.
    package let isPersonal: Bool
    /// When that changes as things are planned.
    package let holdingChanges: Instant?
    package let binding: (device: Int64, since: Instant)?
    package let pool: PoolBinding?
    /// When its tests ended; nil where it had none.
    package let testedUntil: Instant?
    /// It was in service before it came here, and nobody has registered it since (R-25-24).
    package let isTolerated: Bool
    /// Since when it is stopped because whoever answers for it must be verified anew; nil while it is not.
    package var verificationDueSince: Instant?
    /// When whoever answers for it was verified last; known only of a card that is stopped for it.
    package let verifiedAt: Instant?
    /// When what was corrected of him takes effect as things are planned; known as `verifiedAt` is.
    package let verificationComes: Instant?
    /// Whether it has a row of its own already.
    package let isStored: Bool

    package var isHeld: Bool { registration != nil }

    /// Whether whoever answers for it was verified after the card was stopped for that (R-LC-02).
    package var isVerifiedAnew: Bool {
        guard isHeld, let verificationDueSince, let verifiedAt else { return false }
        return verifiedAt > verificationDueSince
    }

    package func due(at instant: Instant) -> StoredLife {
        var life = self
        life.dueAt = instant
        return life
    }

    package var times: LifeTimes {
        LifeTimes(standing, since: since, lastUse: usage?.lastUse, arrearsSince: arrearsSince, noticedFor: noticedFor)
    }
}

package enum LifeRecords {
    /// The cards of an interval, in order.
    package static func lives(_ interval: CardInterval, at now: Instant, in session: any Session) throws -> [StoredLife] {
        try session.all(selection(at: now) + "WHERE \(SQLText.from(interval.lo, to: interval.hi, "s.id")) ORDER BY s.id", decode)
    }

    package static func life(_ subscription: Int64, at now: Instant, in session: any Session) throws -> StoredLife? {
        try lives(CardInterval(subscription), at: now, in: session).first
    }

    package static func lives(_ subscriptions: [Int64], at now: Instant, in session: any Session) throws -> [StoredLife] {
        try SQLText.lists(Set(subscriptions).sorted()).flatMap { named in
            try session.all(selection(at: now) + "WHERE s.id IN \(named) ORDER BY s.id", decode)
        }
    }

    /// Cards to which something is due, the longest due first; those another server has in hand are passed over.
    package static func due(at now: Instant, limit: Int, in session: any Session) throws -> [Int64] {
        try session.all(
            """
            SELECT subscription FROM card_life WHERE due_at <= \(now) ORDER BY due_at, subscription LIMIT \(limit)
            \(session.dialect.skipLocked)
            """
        ) { $0.int(0) }
    }

    package static func isAnythingDue(at now: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM card_life WHERE due_at <= \(now) LIMIT 1")
    }

    /// Writes where these cards stand now; each at most once.
    package static func put(_ lives: [StoredLife], in session: any Session) throws {
        let stored = lives.filter(\.isStored).map(\.subscription)
        for named in SQLText.lists(stored) {
            try session.run("DELETE FROM card_life WHERE subscription IN \(named)")
        }
        try session.append(into: "card_life", columns: columns) { sink in
            for life in lives.sorted(by: { $0.subscription < $1.subscription }) {
                sink.int(life.subscription)
                sink.int(life.standing.state.rawValue)
                sink.int(life.standing.stops.rawValue)
                sink.int(life.ordinal)
                sink.int(life.since.milliseconds)
                sink.int(life.wasActive ? 1 : 0)
                sink.int(life.arrearsSince?.milliseconds)
                sink.int(life.noticedFor?.milliseconds)
                sink.int(life.dueAt?.milliseconds)
                sink.int(life.devicesSettledUntil?.milliseconds)
                try sink.endRow()
            }
        }
    }

    /// Cards that were in service before they came here begin so; the sweep finds out when something is due.
    static func begin(from first: Int64, count: Int64, at now: Instant, in session: any Session) throws {
        try session.append(into: "card_life", columns: columns) { sink in
            for subscription in first..<(first + count) {
                sink.int(subscription)
                sink.int(ServiceState.active.rawValue)
                sink.int(StopReasons.none.rawValue)
                sink.int(-1)
                sink.int(now.milliseconds)
                sink.int(1)
                sink.null()
                sink.null()
                sink.int(now.milliseconds)
                sink.null()
                try sink.endRow()
            }
        }
    }

    private static let columns: StaticString =
        "subscription, state, stops, ordinal, since, was_active, arrears_since, noticed_for, due_at, devices_settled"

    /// The sweep looks at these cards at `instant`, or before when it would anyway.
    package static func look(at instant: Instant, _ interval: ClosedRange<Int64>, in session: any Session) throws {
        try session.run(
            """
            UPDATE card_life SET due_at = \(instant) WHERE \(SQLText.from(interval.lowerBound, to: interval.upperBound, "subscription"))
            AND state <> \(ServiceState.cancelled.rawValue) AND (due_at IS NULL OR due_at > \(instant))
            """)
    }

    /// The same of those among them that are stopped for this reason.
    package static func look(
        at instant: Instant, _ interval: ClosedRange<Int64>, stoppedFor reason: StopReason, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE card_life SET due_at = \(instant) WHERE \(SQLText.from(interval.lowerBound, to: interval.upperBound, "subscription"))
            AND stops & \(StopReasons([reason]).rawValue) <> 0 AND state <> \(ServiceState.cancelled.rawValue)
            AND (due_at IS NULL OR due_at > \(instant))
            """)
    }

    package static func putOff(_ subscription: Int64, to instant: Instant, in session: any Session) throws {
        try session.run("UPDATE card_life SET due_at = \(instant) WHERE subscription = \(subscription)")
    }

    /// Which of the cards are cancelled.
    package static func cancelled(among interval: ClosedRange<Int64>, in session: any Session) throws -> CardIntervals {
        CardIntervals(
            subscriptions: try session.all(
                """
                SELECT subscription FROM card_life WHERE \(SQLText.from(interval.lowerBound, to: interval.upperBound, "subscription"))
                AND state = \(ServiceState.cancelled.rawValue) ORDER BY subscription
                """
            ) { $0.int(0) })
    }

    /// Cancelled cards whose numbers may be used again.
    static func released(from first: Int64, to last: Int64, at now: Instant, in session: any Session) throws -> CardIntervals {
        CardIntervals(
            subscriptions: try session.all(
                """
                SELECT l.subscription FROM card_life l JOIN subscription s ON s.id = l.subscription
                WHERE l.subscription >= \(first) AND l.subscription <= \(last) AND l.state = \(ServiceState.cancelled.rawValue)
                    AND NOT EXISTS (SELECT 1 FROM number_freeze f
                        WHERE f.msisdn = s.msisdn AND f.subscription = s.id AND f.free_from > \(now))
                ORDER BY l.subscription
                """
            ) { $0.int(0) })
    }

    private static func selection(at now: Instant) -> SQLText {
        """
        SELECT s.id, s.product, s.province, s.origin, s.msisdn, s.recorded_at, l.state, l.stops, l.ordinal, l.since, l.was_active,
            l.arrears_since, l.noticed_for, l.due_at, l.devices_settled, \(UsageRecords.columns), b.device, b.effective_from,
            \(HoldingRecords.registration(of: "s.id", at: now)),
            (SELECT MIN(n.effective_from) FROM holding n WHERE n.subscription = s.id AND n.effective_from > \(now)),
            (SELECT COUNT(*) FROM holding e WHERE e.subscription = s.id AND e.effective_from <= \(now)),
            p.effective_from, \(PoolRecords.seenDevices),
            (SELECT MAX(a.effective_from) FROM holding a WHERE a.subscription = s.id AND a.effective_from <= \(now)),
            (SELECT r.kind FROM registration r WHERE r.id = \(HoldingRecords.registration(of: "s.id", at: now))),
            CASE WHEN u.sightings IS NOT NULL THEN (SELECT t.effective_from FROM life_event t WHERE t.subscription = s.id AND t.ordinal = 1
                + (SELECT MAX(x.ordinal) FROM life_event x WHERE x.subscription = s.id AND x.state = \(ServiceState.testable.rawValue))) END,
            \(verification(at: now))
        FROM subscription s LEFT JOIN card_life l ON l.subscription = s.id LEFT JOIN usage_summary u ON u.subscription = s.id
        \(bindings(of: "s.id")) 
        """
    }

    /// Of a card that is stopped until its holder is verified anew: since when; when his data took effect last and take effect next; when he
    /// proved last who he is. What only waits for the carrier or for a second approver has not taken effect.
    private static func verification(at now: Instant) -> SQLText {
        let bit = StopReasons([.reverificationDue]).rawValue
        let isDue: SQLText = "CASE WHEN l.stops & \(bit) <> 0 THEN"
        let holder = HoldingRecords.registration(of: "s.id", at: now)
        return """
            \(isDue) (SELECT MIN(v.effective_from) FROM life_event v WHERE v.subscription = s.id AND v.ordinal > COALESCE(
                (SELECT MAX(w.ordinal) FROM life_event w WHERE w.subscription = s.id AND w.stops & \(bit) = 0), -1)) END,
            \(isDue) (SELECT MAX(y.effective_from) FROM role_succession y WHERE y.registration = \(holder)
                AND y.role IN \(SQLText.list([PartyRole.holder, .unit].map(\.rawValue))) AND y.effective_from <= \(now)) END,
            \(isDue) (SELECT MIN(y.effective_from) FROM role_succession y WHERE y.registration = \(holder)
                AND y.role IN \(SQLText.list([PartyRole.holder, .unit].map(\.rawValue))) AND y.effective_from > \(now)) END,
            \(isDue) (SELECT MAX(d.effective_from) FROM decision d JOIN submission m ON m.id = d.submission
                JOIN application k ON k.id = m.application WHERE d.registration = \(holder) AND d.verdict = \(DecisionVerdict.approve.rawValue)
                AND m.kind = \(ApplicationKind.prove.rawValue) AND k.state = \(ApplicationState.approved.rawValue)
                AND d.effective_from <= \(now)) END
            """
    }

    /// What was said last of a card's device (`b`) and of its pool of devices (`p`). A pool counts only while its organisation, or one below, has
    /// the card: nobody stops or frees another's.
    static func bindings(of subscription: StaticString) -> SQLText {
        """
        LEFT JOIN device_binding b ON b.subscription = \(fixed: subscription)
            AND b.ordinal = (SELECT MAX(ordinal) FROM device_binding WHERE subscription = \(fixed: subscription))
        LEFT JOIN pool_binding p ON p.subscription = \(fixed: subscription)
            AND p.ordinal = (SELECT MAX(ordinal) FROM pool_binding WHERE subscription = \(fixed: subscription))
            AND \(PoolRecords.countsForCard)
        """
    }

    /// `card_life.state` and `stops`; what a card without a row implies by how it came here.
    static func standing(_ row: any SQLRow, from column: Int, origin: CardOrigin) throws -> LifeStanding {
        if row.isNull(column) { return LifeStanding(origin == .existing ? .active : .stock) }
        guard let state = ServiceState(rawValue: row.int(column)), let stops = StopReasons(rawValue: row.int(column + 1)) else {
            throw UnreadableRow("card_life", "state")
        }
        return LifeStanding(state, stops)
    }

    /// The state alone, of `card_life l`.
    static func state(origin: StaticString) -> SQLText {
        """
        COALESCE(l.state, CASE WHEN \(fixed: origin) = \(CardOrigin.existing.rawValue)
            THEN \(ServiceState.active.rawValue) ELSE \(ServiceState.stock.rawValue) END)
        """
    }

    private static func decode(_ row: any SQLRow) throws -> StoredLife {
        guard let origin = CardOrigin(rawValue: row.int(3)) else { throw UnreadableRow("subscription", "origin") }
        let isStored = !row.isNull(6)
        let registration: RegistrationID? = try row.identifierIfAny(27)
        let heldSince = registration == nil ? nil : row.instantIfAny(32)
        return StoredLife(
            subscription: row.int(0), product: row.int(1), province: row.intIfAny(2), msisdn: row.intIfAny(4),
            standing: try standing(row, from: 6, origin: origin), ordinal: isStored ? row.int(8) : -1, since: row.instant(isStored ? 9 : 5),
            wasActive: isStored ? row.bool(10) : origin == .existing, arrearsSince: row.instantIfAny(11), noticedFor: row.instantIfAny(12),
            dueAt: row.instantIfAny(13), devicesSettledUntil: row.instantIfAny(14), usage: try UsageRecords.decode(row, from: 15),
            registration: registration, heldSince: heldSince,
            isPersonal: row.textIfAny(33) == DocumentType.Subject.person.rawValue, holdingChanges: row.instantIfAny(28),
            binding: row.isNull(25) ? nil : (row.int(25), row.instant(26)),
            pool: row.instantIfAny(30).map { PoolBinding(since: $0, hasDevice: row.int(31) > 0) }, testedUntil: row.instantIfAny(34),
            isTolerated: origin == .existing && row.int(29) == 0, verificationDueSince: row.instantIfAny(35),
            verifiedAt: [heldSince, row.instantIfAny(36), row.instantIfAny(38)].compactMap(\.self).max(),
            verificationComes: row.instantIfAny(37), isStored: isStored)
    }
}
