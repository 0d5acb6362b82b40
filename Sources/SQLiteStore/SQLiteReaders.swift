import SQLCore
import Synchronization

/// Handles for snapshots. A read runs on the caller's own thread: a look-up costs microseconds, a hop to another thread costs more
/// (docs/performance.md).
final class SQLiteReaders: Sendable {
    private struct State: ~Copyable {
        var idle: [SQLiteConnection] = []
        var isClosed = false
    }

    private let path: String
    private let dialect: any Dialect
    private let state = Mutex(State())

    init(path: String, dialect: any Dialect) {
        self.path = path
        self.dialect = dialect
    }

    func read<Value>(_ body: (any Session) throws -> Value) throws -> Value {
        let connection = try take()
        defer { put(back: connection.value) }
        try connection.value.control("BEGIN DEFERRED")
        defer { try? connection.value.control("COMMIT") }
        return try body(connection.value)
    }

    func close() {
        state.withLock {
            $0.isClosed = true
            $0.idle.removeAll()
        }
    }

    private func take() throws -> Handed {
        let idle: Handed? = try state.withLock { state in
            if state.isClosed { throw SQLFailure(.closed, "the store is closed") }
            return state.idle.popLast().map(Handed.init)
        }
        if let idle { return idle }
        let fresh = try SQLiteConnection(path: path, readOnly: true, dialect: dialect)
        try fresh.execute("PRAGMA query_only=ON")
        // Little: mapped pages count as the server's memory. Whoever reads beside a busy writer begins with an empty cache each time.
        try fresh.execute("PRAGMA mmap_size=33554432")
        try fresh.execute("PRAGMA cache_size=-16384")
        return Handed(value: fresh)
    }

    private func put(back connection: SQLiteConnection) {
        let handed = Handed(value: connection)
        state.withLock { state in
            if !state.isClosed { state.idle.append(handed.value) }
        }
    }
}

/// A connection on its way between the pool and the one thread that uses it.
private struct Handed: @unchecked Sendable {
    let value: SQLiteConnection
}
