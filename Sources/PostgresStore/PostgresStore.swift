import Foundation
import SQLCore

/// The second engine: a PostgreSQL that several servers share. Acts run whole on a connection of a bounded pool, writing ones SERIALIZABLE;
/// commits are shared by the server's own group commit.
package final class PostgresStore: Store {
    package let dialect: any Dialect
    private let pool: PostgresPool

    /// - Parameter connectionString: libpq's, several hosts and TLS included.
    /// Throws `SQLFailure` when the server cannot be used: not reachable, without `fsync`, in another encoding than UTF-8.
    package static func open(_ connectionString: String, limits: PostgresLimits = PostgresLimits()) async throws -> PostgresStore {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        try PostgresDatabase.prepare(connectionString, limits)
                        return PostgresStore(connectionString, limits)
                    })
            }
        }
    }

    private init(_ connectionString: String, _ limits: PostgresLimits) {
        dialect = PostgresDialect(partitions: limits.partitions)
        pool = PostgresPool(connectionString: connectionString, limits: limits, columns: TableColumns())
    }

    package func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
        // The closure has ended before this returns.
        try await withoutActuallyEscaping(body) { try await perform(writes: false, $0) }
    }

    package func write<Value: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Value) async throws -> Value {
        try await perform(writes: true, body)
    }

    private func perform<Value: Sendable>(
        writes: Bool, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            pool.submit(
                PostgresPool.Job(
                    queuedAt: .now,
                    run: { worker in continuation.resume(with: Result { try worker.perform(writes: writes, body) }) },
                    refuse: { continuation.resume(throwing: $0) }))
        }
    }

    package func close() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [pool] in
                pool.close()
                continuation.resume()
            }
        }
    }
}
