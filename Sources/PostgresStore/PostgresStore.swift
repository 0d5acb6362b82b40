import Foundation
import SQLCore

/// The second engine: a PostgreSQL that several servers share. Acts run whole on a connection of a bounded pool, writing ones SERIALIZABLE;
/// commits are shared by the server's own group commit.
package final class PostgresStore: Store, WriteQueue, ReplicaReading {
    package let dialect: any Dialect
    private let pool: PostgresPool
    private let standbys: PostgresReplica?
    private let lock: Lock?

    /// - Parameter connectionString: libpq's, several hosts and TLS included.
    /// Throws `SQLFailure` when the server cannot be used: not reachable, without `fsync`, in another encoding than UTF-8.
    package static func open(_ connectionString: String, limits: PostgresLimits = PostgresLimits()) async throws -> PostgresStore {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        if let replicas = limits.replicas { try PostgresConnection.demandReadable(replicas) }
                        try PostgresDatabase.prepare(connectionString, limits)
                        return PostgresStore(connectionString, limits, lock: limits.isExclusive ? try Lock(connectionString, limits) : nil)
                    })
            }
        }
    }

    private init(_ connectionString: String, _ limits: PostgresLimits, lock: Lock?) {
        self.lock = lock
        dialect = PostgresDialect(partitions: limits.partitions)
        let columns = TableColumns()
        pool = PostgresPool(limits: limits) { PostgresWorker(connectionString, limits, columns) }
        standbys = limits.replicas.map { PostgresReplica($0, of: connectionString, limits) }
    }

    package var waitingWrites: Int { pool.waiting }
    package var replica: ReplicaStanding? { standbys?.standing }

    package func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
        // The closure has ended before this returns.
        try await withoutActuallyEscaping(body) { body in
            if let standbys, let staleness = Staleness.allowed, let value = try await standbys.read(staleness, body) { return value }
            return try await perform(.reading, body)
        }
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        try await perform(.writing(isolation), body)
    }

    private func perform<Value: Sendable>(
        _ way: PostgresWorker.Way, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let act = LentAct(body)
            pool.submit(
                PostgresPool.Job(
                    queuedAt: .now, isSerializable: way.isSerializable,
                    run: { worker in
                        let result = act.run(worker, way)
                        continuation.resume(with: result)
                    },
                    refuse: { failure in
                        act.giveBack()
                        continuation.resume(throwing: failure)
                    }))
        }
    }

    package func close() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [pool, standbys, lock] in
                pool.close()
                standbys?.close()
                lock?.release()
                continuation.resume()
            }
        }
    }
}

/// A closure on its way to a worker. It is let go before whoever lent it hears of the end. Used by one thread after the other.
final class LentAct<Value: Sendable>: @unchecked Sendable {
    private var body: (@Sendable (any Session) throws -> Value)?

    init(_ body: @escaping @Sendable (any Session) throws -> Value) {
        self.body = body
    }

    func run(_ worker: PostgresWorker, _ way: PostgresWorker.Way) -> Result<Value, any Error> {
        lend { body in Result { try worker.perform(way, body) } } ?? .failure(SQLFailure(.misuse, "an act ran twice"))
    }

    /// Nil when it was lent before.
    func lend<Outcome>(_ use: ((any Session) throws -> Value) -> Outcome) -> Outcome? {
        defer { body = nil }
        return body.map(use)
    }

    func giveBack() { body = nil }
}

/// A connection that does nothing but keep others out.
private final class Lock: @unchecked Sendable {
    private var connection: PostgresConnection?

    init(_ connectionString: String, _ limits: PostgresLimits) throws {
        connection = try PostgresDatabase.withConnection(connectionString, limits) { connection in
            try PostgresDatabase.lock(connection, exclusively: true)
            return connection
        }
    }

    func release() { connection = nil }
}
