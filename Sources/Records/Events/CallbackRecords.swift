import Registry
import SQLCore

package struct StoredCallback: Hashable, Sendable {
    package let application: ApplicationID
    /// Whose secret signs.
    package let webhook: WebhookID
    package let url: String
    package let state: CallbackState
    /// How often there was something to tell; what is told is always how things stand.
    package let turn: Int64
    package let happenedAt: Instant?
    package let tries: Int64
    package let failingSince: Instant?
    package let dueAt: Instant?
    package var leaseUntil: Instant
    package let failure: String?

    package init(application: ApplicationID, webhook: WebhookID, url: String) {
        self.init(
            application: application, webhook: webhook, url: url, state: .idle, turn: 0, happenedAt: nil, tries: 0, failingSince: nil,
            dueAt: nil, leaseUntil: Instant(milliseconds: 0), failure: nil)
    }

    fileprivate init(
        application: ApplicationID, webhook: WebhookID, url: String, state: CallbackState, turn: Int64, happenedAt: Instant?, tries: Int64,
        failingSince: Instant?, dueAt: Instant?, leaseUntil: Instant, failure: String?
    ) {
        self.application = application
        self.webhook = webhook
        self.url = url
        self.state = state
        self.turn = turn
        self.happenedAt = happenedAt
        self.tries = tries
        self.failingSince = failingSince
        self.dueAt = dueAt
        self.leaseUntil = leaseUntil
        self.failure = failure
    }
}

/// Programs that are told of one request.
package enum CallbackRecords {
    private static let columns: SQLText = """
        application, webhook, url, state, turn, happened_at, tries, failing_since, due_at, lease_until, failure
        """

    private static func decode(_ row: any SQLRow) throws -> StoredCallback {
        StoredCallback(
            application: try row.identifier(0), webhook: try row.identifier(1), url: row.text(2), state: try row.raw(3), turn: row.int(4),
            happenedAt: row.instantIfAny(5), tries: row.int(6), failingSince: row.instantIfAny(7), dueAt: row.instantIfAny(8),
            leaseUntil: row.instant(9), failure: row.textIfAny(10))
    }

    package static func insert(_ callback: StoredCallback, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO callback (\(columns)) VALUES (\(callback.application), \(callback.webhook), \(callback.url),
            \(callback.state.rawValue), \(callback.turn), \(callback.happenedAt), \(callback.tries), \(callback.failingSince),
            \(callback.dueAt), \(callback.leaseUntil), \(callback.failure))
            """)
    }

    package static func find(_ application: ApplicationID, in session: any Session) throws -> StoredCallback? {
        try session.first("SELECT \(columns) FROM callback WHERE application = \(application)", decode)
    }

    /// Those a webhook's secret signs, the newest request first.
    package static func list(
        of webhook: WebhookID, _ state: CallbackState, before: ApplicationID?, limit: Int, in session: any Session
    ) throws -> [StoredCallback] {
        var conditions: [SQLText] = ["webhook = \(webhook)", "state = \(state.rawValue)"]
        if let before { conditions.append("application < \(before)") }
        return try session.all(
            "SELECT \(columns) FROM callback WHERE \(SQLText.all(conditions)) ORDER BY application DESC LIMIT \(limit)", decode)
    }

    /// There is something new to tell of the request, in place of what was not told yet; after what is being told.
    static func wake(_ application: ApplicationID, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE callback SET state = \(CallbackState.waiting.rawValue), turn = turn + 1, happened_at = \(now), tries = 0,
                failing_since = NULL, due_at = \(now), failure = NULL
            WHERE application = \(application)
            """)
    }

    /// One at a time of those whom one webhook's secret signs, so that a slow receiver holds up nobody else.
    package static func due(at now: Instant, limit: Int, in session: any Session) throws -> [StoredCallback] {
        try session.all(
            """
            SELECT \(columns) FROM callback c WHERE due_at <= \(now) AND lease_until <= \(now)
                AND NOT EXISTS (SELECT 1 FROM callback o WHERE o.webhook = c.webhook AND o.lease_until > \(now))
            ORDER BY due_at, application LIMIT \(limit)
            """, decode)
    }

    /// Whoever had them is gone.
    package static func releaseAll(in session: any Session) throws {
        try session.run("UPDATE callback SET lease_until = 0 WHERE due_at IS NOT NULL AND lease_until > 0")
    }

    /// Takes it for this server; nil when another has it, or there is something newer to tell.
    package static func lease(
        _ callback: StoredCallback, until: Instant, at now: Instant, in session: any Session
    ) throws -> StoredCallback? {
        let isTaken =
            try session.change(
                """
                UPDATE callback SET lease_until = \(until)
                WHERE application = \(callback.application) AND turn = \(callback.turn) AND due_at IS NOT NULL AND lease_until <= \(now)
                """) == 1
        var taken = callback
        taken.leaseUntil = until
        return isTaken ? taken : nil
    }

    /// Lets it go, whatever is to be told next.
    private static func release(_ callback: StoredCallback, in session: any Session) throws {
        try session.run(
            """
            UPDATE callback SET lease_until = 0
            WHERE application = \(callback.application) AND lease_until = \(callback.leaseUntil)
            """)
    }

    /// With it all that are to go to the same receiver: what it does not take now it would not take either.
    package static func postpone(
        _ callback: StoredCallback, to dueAt: Instant, failingSince: Instant?, failure: String, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE callback SET due_at = \(dueAt) WHERE webhook = \(callback.webhook) AND due_at < \(dueAt) AND lease_until = 0
            """)
        try session.run(
            """
            UPDATE callback SET tries = tries + 1, failing_since = \(failingSince), due_at = \(dueAt), failure = \(failure)
            WHERE application = \(callback.application) AND turn = \(callback.turn)
            """)
        try release(callback, in: session)
    }

    package static func end(_ callback: StoredCallback, as state: CallbackState, failure: String?, in session: any Session) throws {
        try session.run(
            """
            UPDATE callback SET state = \(state.rawValue), tries = tries + 1, failing_since = NULL, due_at = NULL, failure = \(failure)
            WHERE application = \(callback.application) AND turn = \(callback.turn)
            """)
        try release(callback, in: session)
    }
}
