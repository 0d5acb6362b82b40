import Registry
import SQLCore

/// One thing that happened to a card's service: where it stood from then on.
package struct LifeEvent: Hashable, Sendable {
    package let ordinal: Int64
    package let command: LifeCommand
    package let reason: StopReason?
    package let standing: LifeStanding
    package let effectiveFrom: Instant
    package let recordedAt: Instant
    package let recordedBy: AccountID
}

package enum LifeEventRecords {
    /// Oldest first, after `ordinal`.
    package static func history(
        of subscription: Int64, after ordinal: Int64 = -1, limit: Int, in session: any Session
    ) throws -> [LifeEvent] {
        try session.all(
            """
            SELECT \(columns) FROM life_event e JOIN life_act a ON a.id = e.act
            WHERE e.subscription = \(subscription) AND e.ordinal > \(ordinal) ORDER BY e.ordinal LIMIT \(limit)
            """, decode)
    }

    /// The newest first.
    package static func newest(of subscription: Int64, limit: Int, in session: any Session) throws -> [LifeEvent] {
        try session.all(
            """
            SELECT \(columns) FROM life_event e JOIN life_act a ON a.id = e.act
            WHERE e.subscription = \(subscription) ORDER BY e.ordinal DESC LIMIT \(limit)
            """, decode)
    }

    private static let columns: SQLText = "e.ordinal, a.command, a.reason, e.state, e.stops, e.effective_from, e.recorded_at, a.recorded_by"

    private static func decode(_ row: any SQLRow) throws -> LifeEvent {
        guard let state = ServiceState(rawValue: row.int(3)), let stops = StopReasons(rawValue: row.int(4)) else {
            throw UnreadableRow("life_event", "state")
        }
        return LifeEvent(
            ordinal: row.int(0), command: try row.raw(1), reason: row.textIfAny(2).flatMap(StopReason.init(name:)),
            standing: LifeStanding(state, stops), effectiveFrom: row.instant(5), recordedAt: row.instant(6),
            recordedBy: try row.identifier(7))
    }
}

package enum FreezeRecords {
    package static func freeze(_ msisdn: Int64, of subscription: Int64, from: Instant, until: Instant, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO number_freeze (msisdn, subscription, frozen_from, free_from)
            VALUES (\(msisdn), \(subscription), \(from), \(until))
            """)
    }

    /// When the number that this service had is free again; nil while it was never frozen.
    package static func freeFrom(_ msisdn: Int64, of subscription: Int64, in session: any Session) throws -> Instant? {
        try session.first("SELECT free_from FROM number_freeze WHERE msisdn = \(msisdn) AND subscription = \(subscription)") {
            $0.instant(0)
        }
    }
}

package enum LifeNoticeRecords {
    package struct Notice: Hashable, Sendable {
        package let subscription: Int64
        /// When the step comes, or came.
        package let stepAt: Instant
        /// A step of `LifeStepKind` by its name, or `stop-` and a reason.
        package let kind: String

        package init(subscription: Int64, stepAt: Instant, kind: String) {
            self.subscription = subscription
            self.stepAt = stepAt
            self.kind = kind
        }
    }

    /// What somebody is to be told, once each; answers what was not there before.
    package static func append(_ notices: [Notice], at now: Instant, in session: any Session) throws -> [Notice] {
        var known: Set<Notice> = []
        let cards = Set(notices.map(\.subscription)).sorted()
        for named in SQLText.lists(cards) {
            known.formUnion(
                try session.all(
                    "SELECT subscription, step_at, kind FROM life_notice WHERE subscription IN \(named)"
                ) { Notice(subscription: $0.int(0), stepAt: $0.instant(1), kind: $0.text(2)) })
        }
        let fresh = notices.filter { known.insert($0).inserted }.sorted {
            ($0.subscription, $0.stepAt, $0.kind) < ($1.subscription, $1.stepAt, $1.kind)
        }
        guard !fresh.isEmpty else { return [] }
        try session.append(into: "life_notice", columns: "subscription, step_at, kind, recorded_at") { sink in
            for notice in fresh {
                sink.int(notice.subscription)
                sink.int(notice.stepAt.milliseconds)
                sink.text(notice.kind)
                sink.int(now.milliseconds)
                try sink.endRow()
            }
        }
        return fresh
    }

    /// Cards within scope of whose step or stop of this kind people were told, by its time; after `position`.
    package static func list(
        _ kind: String, from first: Instant, until end: Instant, _ scope: Scope, after position: Notice?, limit: Int,
        in session: any Session
    ) throws -> [Notice] {
        let after: SQLText =
            if let position { "(n.step_at, n.subscription) > (\(position.stepAt), \(position.subscription))" } else { "1 = 1" }
        return try session.all(
            """
            SELECT n.subscription, n.step_at FROM life_notice n
                JOIN custody_current c ON c.lo = (SELECT MAX(lo) FROM custody_current WHERE lo <= n.subscription)
            WHERE n.kind = \(kind) AND n.step_at >= \(first) AND n.step_at < \(end) AND \(after) AND \(scope.contains(path: "c.path"))
            ORDER BY n.step_at, n.subscription LIMIT \(limit)
            """
        ) { Notice(subscription: $0.int(0), stepAt: $0.instant(1), kind: kind) }
    }

    package static func all(of subscription: Int64, limit: Int, in session: any Session) throws -> [Notice] {
        try session.all(
            "SELECT step_at, kind FROM life_notice WHERE subscription = \(subscription) ORDER BY step_at DESC, kind LIMIT \(limit)"
        ) { Notice(subscription: subscription, stepAt: $0.instant(0), kind: $0.text(1)) }
    }
}

/// Where carrier and we disagree, and somebody must look.
package enum LifeCaseRecords {
    package struct Case: Hashable, Sendable {
        package let subscription: Int64
        package let openedAt: Instant
        package let kind: LifeCaseKind
        /// How many of those who claimed the card left word how they are reached.
        package let contacts: Int64
        /// For how many cards of its registration this one stands, itself included; counted up to
        /// `RegisteredHereOnlyRecords.countedMax`. 0 where it stands for itself, or that was not counted.
        package var cards = 0

        package init(subscription: Int64, openedAt: Instant, kind: LifeCaseKind, contacts: Int64 = 0) {
            self.subscription = subscription
            self.openedAt = openedAt
            self.kind = kind
            self.contacts = contacts
        }
    }

    /// Of a card that has an open case of this kind none is opened.
    package static func open(_ found: Case, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO life_case (subscription, opened_at, kind)
            SELECT \(found.subscription), \(found.openedAt), \(found.kind.rawValue)
            WHERE NOT EXISTS (SELECT 1 FROM life_case WHERE subscription = \(found.subscription) AND kind = \(found.kind.rawValue)
                AND closed_at IS NULL)
            """)
    }

    /// Open cases after `position`, the oldest first.
    package static func list(after position: Case?, limit: Int, in session: any Session) throws -> [Case] {
        let after: SQLText =
            if let position {
                "(opened_at, subscription, kind) > (\(position.openedAt), \(position.subscription), \(position.kind.rawValue))"
            } else {
                "1 = 1"
            }
        return try session.all(
            """
            SELECT subscription, opened_at, kind,
                (SELECT COUNT(*) FROM claim_contact c
                    WHERE c.subscription = life_case.subscription AND life_case.kind = \(LifeCaseKind.claimedAtEntrance.rawValue))
            FROM life_case WHERE closed_at IS NULL AND \(after) ORDER BY opened_at, subscription, kind LIMIT \(limit)
            """
        ) { Case(subscription: $0.int(0), openedAt: $0.instant(1), kind: try $0.raw(2), contacts: $0.int(3)) }
    }

    /// False when there is no such open case.
    package static func close(
        _ found: Case, by account: AccountID, with mend: LifeMend? = nil, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE life_case SET closed_at = \(now), closed_by = \(account), mend = \(mend?.rawValue) WHERE subscription = \(found.subscription)
            AND opened_at = \(found.openedAt) AND kind = \(found.kind.rawValue) AND closed_at IS NULL
            """) == 1
    }

    /// What is no more ends by itself.
    package static func closeAll(
        _ kinds: Set<LifeCaseKind>, of subscription: Int64, by account: AccountID, at now: Instant, in session: any Session
    ) throws {
        guard !kinds.isEmpty else { return }
        try session.run(
            """
            UPDATE life_case SET closed_at = \(now), closed_by = \(account) WHERE subscription = \(subscription)
            AND kind IN \(SQLText.list(kinds.map(\.rawValue).sorted())) AND closed_at IS NULL
            """)
    }

    package static func isOpen(_ kinds: Set<LifeCaseKind>, of subscription: Int64, in session: any Session) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM life_case WHERE subscription = \(subscription) AND kind IN \(SQLText.list(kinds.map(\.rawValue).sorted()))
            AND closed_at IS NULL LIMIT 1
            """)
    }

    /// Whether one of this kind was opened since then, closed meanwhile or not.
    package static func wasOpened(_ kind: LifeCaseKind, of subscription: Int64, since: Instant, in session: any Session) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM life_case WHERE subscription = \(subscription) AND kind = \(kind.rawValue) AND opened_at >= \(since) LIMIT 1
            """)
    }

    package static func openCount(in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM life_case WHERE closed_at IS NULL")
    }
}
