import Foundation
import SQLCore

/// One thread's connection, and the whole life of an act on it: tried anew where the server certainly did nothing
/// (docs/adr/0012-postgresql.md).
final class PostgresWorker {
    private let connectionString: String
    private let limits: PostgresLimits
    private let columns: TableColumns
    private let isReplica: Bool
    private var kept: PostgresConnection?

    init(_ connectionString: String, _ limits: PostgresLimits, _ columns: TableColumns, isReplica: Bool = false) {
        self.isReplica = isReplica
        self.connectionString = connectionString
        self.limits = limits
        self.columns = columns
    }

    enum Way {
        case reading
        case writing(Isolation)

        var isSerializable: Bool { if case .writing(.serializable) = self { true } else { false } }
    }

    private enum Outcome<Value> {
        case done(Value)
        case refused(any Error)
        /// Nothing was done; the same may be tried again.
        case again(SQLFailure)
        /// The key that was met may have been written after this transaction began to look: with a fresh look, the act itself refuses.
        case met(SQLFailure)
        /// The connection broke while the commit was under way.
        case unknown(Value, slot: Int64, mark: Int64)
    }

    func perform<Value>(_ way: Way, _ body: (any Session) throws -> Value) throws -> Value {
        let deadline = ContinuousClock.now + .seconds(limits.retrySeconds)
        var attempt = 0
        var meetings = 0
        while true {
            attempt += 1
            let failure: SQLFailure
            switch attemptOnce(way, body) {
            case .done(let value): return value
            case .refused(let error): throw error
            case .again(let cause): failure = cause
            case .met(let cause):
                meetings += 1
                guard meetings < 3 else { throw cause }
                failure = cause
            case .unknown(let value, let slot, let mark):
                if try wasCommitted(slot: slot, mark: mark) { return value }
                failure = SQLFailure(.connectionLost, "the connection broke")
            }
            guard ContinuousClock.now < deadline else { throw failure }
            pause(after: attempt)
        }
    }

    /// Longer each time, and by chance, so that those who met do not meet again.
    private func pause(after attempt: Int) {
        let ceiling = min(0.25, 0.001 * Double(1 << min(attempt, 8)))
        Thread.sleep(forTimeInterval: Double.random(in: 0...ceiling))
    }

    private func attemptOnce<Value>(_ way: Way, _ body: (any Session) throws -> Value) -> Outcome<Value> {
        let connection: PostgresConnection
        do {
            connection = try connected()
            if case .writing = way { try connection.takeSlot() }
        } catch let fault as PostgresFault {
            return fault.failure.cause == .misuse ? .refused(fault.failure) : .again(fault.failure)
        } catch {
            return .refused(error)
        }
        defer {
            connection.bearUsual()
            if connection.isLost { kept = nil }
        }
        return switch way {
        case .reading: read(on: connection, body)
        case .writing(let isolation): write(on: connection, isolation, body)
        }
    }

    func connected() throws -> PostgresConnection {
        if let kept, !kept.isLost { return kept }
        kept = nil
        let fresh = try PostgresConnection(connectionString, limits, isReplica: isReplica)
        if !isReplica, !limits.isExclusive { try PostgresDatabase.lock(fresh, exclusively: false) }
        kept = fresh
        return fresh
    }

    func forgetIfLost() {
        if kept?.isLost == true { kept = nil }
    }

    func readingSession(_ connection: PostgresConnection, beginning prologue: [PostgresStatement]) -> PostgresSession {
        PostgresSession(
            connection, beginning: prologue, dialect: PostgresDialect(locksRows: false, partitions: limits.partitions), columns: columns)
    }

    private func read<Value>(on connection: PostgresConnection, _ body: (any Session) throws -> Value) -> Outcome<Value> {
        let session = readingSession(connection, beginning: [PostgresStatement("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")])
        let result = Result {
            let value = try body(session)
            try session.sendWaiting()
            return value
        }
        if session.hasBegun, !connection.isLost { connection.sendAndForget("COMMIT") }
        switch result {
        case .success(let value): return .done(value)
        case .failure(let error): return judge(error, session)
        }
    }

    private func write<Value>(
        on connection: PostgresConnection, _ isolation: Isolation, _ body: (any Session) throws -> Value
    ) -> Outcome<Value> {
        let mark = Int64.random(in: 1 ... .max)
        let marking: SQLText = """
            INSERT INTO store_commit (slot, mark, made_at) VALUES (\(connection.slot), \(mark), now())
            ON CONFLICT (slot) DO UPDATE SET mark = excluded.mark, made_at = excluded.made_at
            """
        let session = PostgresSession(
            connection, beginning: Self.opening(isolation) + [PostgresStatement(marking)],
            dialect: PostgresDialect(partitions: limits.partitions), columns: columns)
        do {
            let value = try body(session)
            return session.isIdle ? .done(value) : commit(value, session, mark: mark)
        } catch {
            rollBack(session)
            return judge(error, session)
        }
    }

    private func rollBack(_ session: PostgresSession) {
        if session.hasBegun, !session.connection.isLost { _ = try? session.connection.simply("ROLLBACK") }
    }

    /// Every act that writes locks `store_commit` first, weakly and before its snapshot is taken (a `SELECT` or a change would take one);
    /// an act that is alone strongly. So it waits for all others, and whoever waits for it sees what it wrote.
    private static func opening(_ isolation: Isolation) -> [PostgresStatement] {
        let begin = PostgresStatement("BEGIN ISOLATION LEVEL \(isolation == .keyed ? "REPEATABLE READ" : "SERIALIZABLE")")
        guard isolation == .alone else { return [begin, PostgresStatement("LOCK TABLE store_commit IN ROW EXCLUSIVE MODE")] }
        return [
            begin, PostgresStatement("SET LOCAL lock_timeout = 0"),
            PostgresStatement("LOCK TABLE store_commit IN SHARE ROW EXCLUSIVE MODE"),
        ]
    }

    /// What waited for the commit breaks here; who lost the connection does not know whether all was done or nothing.
    private func commit<Value>(_ value: Value, _ session: PostgresSession, mark: Int64) -> Outcome<Value> {
        do {
            guard try session.commit().tag == "COMMIT" else {
                let swallowed = session.fault?.failure ?? SQLFailure(.misuse, "the transaction ended by itself")
                return judge(swallowed, session)
            }
            return .done(value)
        } catch {
            if session.connection.isLost { return .unknown(value, slot: session.connection.slot, mark: mark) }
            rollBack(session)
            return judge(error, session)
        }
    }

    /// What `body` threw counts only where the database had no part in it.
    private func judge<Value>(_ error: any Error, _ session: PostgresSession) -> Outcome<Value> {
        guard let fault = session.fault else {
            return .refused(error)
        }
        if PostgresState.isCollision(fault.state) || fault.endsConnection || session.connection.isLost { return .again(fault.failure) }
        return PostgresState.isMeeting(fault.state) ? .met(fault.failure) : .refused(error)
    }

    /// Whether a transaction whose commit nobody heard of is done. Its mark says so, on whichever server is primary now; while it may
    /// still be under way it holds its row. Throws `outcomeUnknown` when that cannot be found out in time.
    private func wasCommitted(slot: Int64, mark: Int64) throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(limits.retrySeconds)
        var attempt = 0
        kept = nil
        while ContinuousClock.now < deadline {
            attempt += 1
            do {
                let connection = try connected()
                let result = try connection.simply("SELECT (mark = \(mark))::int FROM store_commit WHERE slot = \(slot) FOR UPDATE")
                // Without its row the slot was cleared away: nobody can tell.
                guard let result, result.rows == 1 else { break }
                return PostgresRow(result: result).text(0) == "1"
            } catch {
                kept = nil
                pause(after: attempt + 6)
            }
        }
        throw SQLFailure(.outcomeUnknown, "the connection broke during a commit, and nobody could say how it ended")
    }
}
