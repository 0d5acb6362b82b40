import Registry
import SQLCore

/// What became of requests with an `Idempotency-Key`, for as long as the installation keeps answers.
///
/// `status` is null while the first request runs, 0 once its act is committed and its answer not yet kept, then the HTTP status; -1 when
/// the server stopped before the answer was kept.
package enum IdempotencyRecords {
    package struct Row: Hashable, Sendable {
        package let operation: String
        package let bodyHash: [UInt8]
        package let status: Int?
        package let answer: [UInt8]?
        package let createdAt: Instant
    }

    /// The status of an act that is committed while its answer is not kept.
    package static let committed = 0
    /// The status of an act whose answer will never be kept.
    package static let answerLost = -1

    /// Claims the key; answers whether it was free. Of any number of parallel claims one succeeds.
    package static func insert(
        account: AccountID, key: String, operation: String, bodyHash: [UInt8], at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            INSERT INTO idempotency (account, key, operation, body_hash, created_at)
            VALUES (\(account), \(key), \(operation), \(bodyHash), \(now)) ON CONFLICT (account, key) DO NOTHING
            """) == 1
    }

    /// Adds the key together with the answer of its act, without waiting to hear whether it was free: where it was not, the act ends with a
    /// failure that `tellsOfTakenKey`.
    package static func add(
        account: AccountID, key: String, operation: String, bodyHash: [UInt8], status: Int, answer: [UInt8], at now: Instant,
        in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO idempotency (account, key, operation, body_hash, status, answer, created_at)
            VALUES (\(account), \(key), \(operation), \(bodyHash), \(status), \(answer), \(now))
            """)
    }

    package static func tellsOfTakenKey(_ failure: SQLFailure) -> Bool {
        if case .uniqueViolation(let name) = failure.cause { name.hasPrefix("idempotency") } else { false }
    }

    package static func find(account: AccountID, key: String, in session: any Session) throws -> Row? {
        try session.first(
            "SELECT operation, body_hash, status, answer, created_at FROM idempotency WHERE account = \(account) AND key = \(key)"
        ) {
            Row(
                operation: $0.text(0), bodyHash: $0.blob(1), status: $0.intIfAny(2).map(Int.init), answer: $0.blobIfAny(3),
                createdAt: $0.instant(4))
        }
    }

    /// Gives the key up again, unless its act is committed or another request has taken the claim over.
    package static func release(account: AccountID, key: String, claimedAt: Instant, in session: any Session) throws {
        try session.run(
            "DELETE FROM idempotency WHERE account = \(account) AND key = \(key) AND created_at = \(claimedAt) AND status IS NULL")
    }

    /// Gives up every claim whose request never ended; where the act is committed, its answer is lost.
    package static func releaseAll(in session: any Session) throws {
        try session.run("DELETE FROM idempotency WHERE status IS NULL")
        try session.run("UPDATE idempotency SET status = \(answerLost) WHERE status = \(committed)")
    }

    package static func delete(account: AccountID, key: String, createdAt: Instant, in session: any Session) throws {
        try session.run("DELETE FROM idempotency WHERE account = \(account) AND key = \(key) AND created_at = \(createdAt)")
    }

    /// Marks the act as committed, inside its own transaction; false when the claim is no longer ours.
    package static func markCommitted(account: AccountID, key: String, claimedAt: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE idempotency SET status = \(committed)
            WHERE account = \(account) AND key = \(key) AND created_at = \(claimedAt) AND (status IS NULL OR status = \(committed))
            """) == 1
    }

    package static func keep(
        account: AccountID, key: String, claimedAt: Instant, bodyHash: [UInt8], status: Int, answer: [UInt8], in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE idempotency SET status = \(status), answer = \(answer), body_hash = \(bodyHash)
            WHERE account = \(account) AND key = \(key) AND created_at = \(claimedAt)
            """)
    }

    /// Forgets what is older than `horizon`; at most `limit` rows at once.
    @discardableResult
    package static func purge(olderThan horizon: Instant, limit: Int, in session: any Session) throws -> Int {
        try session.change(
            """
            DELETE FROM idempotency WHERE (account, key) IN
            (SELECT account, key FROM idempotency WHERE created_at < \(horizon) ORDER BY created_at LIMIT \(limit))
            """)
    }
}
