import Registry
import SQLCore

/// A secret as it is stored.
package struct SealedSecret: Hashable, Sendable {
    package let sealed: [UInt8]
    package let key: [UInt8]

    package init(sealed: [UInt8], key: [UInt8]) {
        self.sealed = sealed
        self.key = key
    }
}

package struct StoredWebhook: Hashable, Sendable {
    package let id: WebhookID
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let url: String
    package let kinds: [CardChangeKind]
    package let state: WebhookState
    package let secret: SealedSecret
    /// Signs beside the other until then.
    package let former: SealedSecret?
    package let formerUntil: Instant?
    /// What it has had.
    package let position: ChangePosition
    /// How often the next event was tried, and since when nothing was taken.
    package let tries: Int64
    package let failingSince: Instant?
    package let dueAt: Instant
    package let leaseUntil: Instant
    package let failure: String?
    package let createdAt: Instant
    package let createdBy: AccountID

    package init(
        id: WebhookID, organisation: OrganisationID, path: OrganisationPath, url: String, kinds: [CardChangeKind], secret: SealedSecret,
        position: ChangePosition, createdAt: Instant, createdBy: AccountID, state: WebhookState = .running, former: SealedSecret? = nil,
        formerUntil: Instant? = nil, tries: Int64 = 0, failingSince: Instant? = nil, dueAt: Instant? = nil,
        leaseUntil: Instant = Instant(milliseconds: 0), failure: String? = nil
    ) {
        self.id = id
        self.organisation = organisation
        self.path = path
        self.url = url
        self.kinds = kinds
        self.state = state
        self.secret = secret
        self.former = former
        self.formerUntil = formerUntil
        self.position = position
        self.tries = tries
        self.failingSince = failingSince
        self.dueAt = dueAt ?? createdAt
        self.leaseUntil = leaseUntil
        self.failure = failure
        self.createdAt = createdAt
        self.createdBy = createdBy
    }
}

package enum WebhookRecords {
    private static let columns: SQLText = """
        w.id, w.organisation, w.path, w.url, w.kinds, w.state, w.secret, w.secret_key, w.former_secret, w.former_key, w.former_until,
        w.number, w.card, w.tries, w.failing_since, w.due_at, w.lease_until, w.failure, w.created_at, w.created_by
        """

    private static func decode(_ row: any SQLRow) throws -> StoredWebhook {
        let former = row.blobIfAny(8).flatMap { sealed in row.blobIfAny(9).map { SealedSecret(sealed: sealed, key: $0) } }
        return StoredWebhook(
            id: try row.identifier(0), organisation: try row.identifier(1), path: row.path(2), url: row.text(3),
            kinds: row.text(4).split(separator: ",").compactMap { CardChangeKind(rawValue: String($0)) },
            secret: SealedSecret(sealed: row.blob(6), key: row.blob(7)),
            position: ChangePosition(number: row.int(11), card: row.int(12)), createdAt: row.instant(18),
            createdBy: try row.identifier(19), state: try row.raw(5), former: former, formerUntil: row.instantIfAny(10), tries: row.int(13),
            failingSince: row.instantIfAny(14), dueAt: row.instant(15), leaseUntil: row.instant(16), failure: row.textIfAny(17))
    }

    package static func insert(_ webhook: StoredWebhook, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO webhook (id, organisation, path, url, kinds, state, secret, secret_key, number, card, tries, due_at,
            lease_until, created_at, created_by) VALUES (\(webhook.id), \(webhook.organisation), \(webhook.path), \(webhook.url),
            \(webhook.kinds.map(\.rawValue).joined(separator: ",")), \(webhook.state.rawValue), \(webhook.secret.sealed),
            \(webhook.secret.key), \(webhook.position.number), \(webhook.position.card), \(webhook.tries),
            \(webhook.dueAt), \(webhook.leaseUntil), \(webhook.createdAt), \(webhook.createdBy))
            """)
    }

    package static func find(_ id: WebhookID, _ scope: Scope, in session: any Session) throws -> StoredWebhook? {
        try session.first("SELECT \(columns) FROM webhook w WHERE w.id = \(id) AND \(scope.contains(path: "w.path"))", decode)
    }

    /// The newest first.
    package static func list(_ scope: Scope, before: WebhookID?, limit: Int, in session: any Session) throws -> [StoredWebhook] {
        var conditions = [scope.contains(path: "w.path")]
        if let before { conditions.append("w.id < \(before)") }
        return try session.all(
            "SELECT \(columns) FROM webhook w WHERE \(SQLText.all(conditions)) ORDER BY w.id DESC LIMIT \(limit)", decode)
    }

    /// An organisation's own, the oldest first.
    package static func all(of organisation: OrganisationID, _ path: OrganisationPath, in session: any Session) throws -> [StoredWebhook] {
        try session.all(
            "SELECT \(columns) FROM webhook w WHERE w.path = \(path) AND w.organisation = \(organisation) ORDER BY w.id", decode)
    }

    package static func count(of organisation: OrganisationID, _ path: OrganisationPath, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM webhook WHERE path = \(path) AND organisation = \(organisation)")
    }

    package static func delete(_ id: WebhookID, in session: any Session) throws {
        try session.run("DELETE FROM webhook_event WHERE webhook = \(id)")
        try session.run("DELETE FROM webhook WHERE id = \(id)")
    }

    // MARK: Changing it

    package static func rotate(
        _ webhook: StoredWebhook, to secret: SealedSecret, formerUntil: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE webhook SET secret = \(secret.sealed), secret_key = \(secret.key), former_secret = \(webhook.secret.sealed),
                former_key = \(webhook.secret.key), former_until = \(formerUntil)
            WHERE id = \(webhook.id)
            """)
    }

    package static func set(_ state: WebhookState, _ id: WebhookID, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE webhook SET state = \(state.rawValue), due_at = \(now), lease_until = 0, tries = 0, failing_since = NULL, failure = NULL
            WHERE id = \(id)
            """)
    }

    /// From there on once more. What is being sent now counts for nothing.
    package static func rewind(_ id: WebhookID, to position: ChangePosition, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE webhook SET number = \(position.number), card = \(position.card), due_at = \(now),
                lease_until = 0, tries = 0, failing_since = NULL, failure = NULL
            WHERE id = \(id)
            """)
    }

    // MARK: Working them off

    /// Those for which something may be there, of organisations that are active with all above them.
    package static func due(at now: Instant, limit: Int, in session: any Session) throws -> [StoredWebhook] {
        let head = try CardChangeRecords.head(in: session)
        return try session.all(
            """
            SELECT \(columns) FROM webhook w
            WHERE w.state = \(WebhookState.running.rawValue) AND w.due_at <= \(now) AND w.lease_until <= \(now)
                AND (w.number < \(head) OR w.card < \(Int64.max))
                AND NOT EXISTS (\(inactive(above: "w.path")))
            ORDER BY w.due_at, w.id LIMIT \(limit)
            """, decode)
    }

    /// Whether the organisation and all above it are active.
    package static func mayBeTold(_ path: OrganisationPath, in session: any Session) throws -> Bool {
        try !session.exists(inactive(above: "\(path)"))
    }

    /// Organisations at or above a path that are suspended or ended.
    private static func inactive(above path: SQLText) -> SQLText {
        """
        SELECT 1 FROM organisation o WHERE o.status <> \(OrganisationStatus.active.rawValue) AND substr(\(path), 1, length(o.path)) = o.path
        """
    }

    /// Takes it for this server; false when another has it.
    package static func lease(_ webhook: StoredWebhook, until: Instant, at now: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE webhook SET lease_until = \(until)
            WHERE id = \(webhook.id) AND state = \(WebhookState.running.rawValue) AND lease_until <= \(now)
            """) == 1
    }

    /// Whoever had them is gone.
    package static func releaseAll(in session: any Session) throws {
        try session.run("UPDATE webhook SET lease_until = 0 WHERE state = \(WebhookState.running.rawValue) AND lease_until > 0")
    }

    /// Notes how far it has come, and keeps it for this server until `lease`, 0 to let go. False where it was taken up, moved or ended
    /// since: then nothing is noted.
    package static func advance(
        _ webhook: StoredWebhook, to position: ChangePosition, tries: Int64 = 0, failingSince: Instant? = nil, failure: String? = nil,
        dueAt: Instant, lease: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE webhook SET number = \(position.number), card = \(position.card),
                tries = \(tries), failing_since = \(failingSince), due_at = \(dueAt), lease_until = \(lease), failure = \(failure)
            WHERE id = \(webhook.id) AND lease_until = \(webhook.leaseUntil)
            """) == 1
    }

    package static func postpone(
        _ webhook: StoredWebhook, to dueAt: Instant, failingSince: Instant, failure: String, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE webhook SET tries = tries + 1, failing_since = \(failingSince), due_at = \(dueAt), lease_until = 0,
                failure = \(failure)
            WHERE id = \(webhook.id) AND lease_until = \(webhook.leaseUntil)
            """) == 1
    }

    /// It answered that it is no more.
    package static func end(_ webhook: StoredWebhook, in session: any Session) throws {
        try session.run(
            """
            UPDATE webhook SET state = \(WebhookState.gone.rawValue), lease_until = 0, failure = 'gone'
            WHERE id = \(webhook.id) AND lease_until = \(webhook.leaseUntil)
            """)
    }

    // MARK: Figures

    package static func counts(in session: any Session) throws -> [WebhookState: Int] {
        Dictionary(
            uniqueKeysWithValues: try WebhookState.allCases.map {
                ($0, try session.count("SELECT COUNT(*) FROM webhook WHERE state = \($0.rawValue)"))
            })
    }

    package static func failing(in session: any Session) throws -> Int {
        try session.count(
            "SELECT COUNT(*) FROM webhook WHERE state = \(WebhookState.running.rawValue) AND failing_since IS NOT NULL")
    }

    /// When the oldest change happened that a running webhook has not come past.
    package static func oldestUnread(in session: any Session) throws -> Instant? {
        let least = try session.first("SELECT MIN(number) FROM webhook WHERE state = \(WebhookState.running.rawValue)") { $0.intIfAny(0) }
        guard let least, let least else { return nil }
        return try session.first("SELECT at FROM card_change WHERE number > \(least) ORDER BY number LIMIT 1") { $0.instant(0) }
    }
}
