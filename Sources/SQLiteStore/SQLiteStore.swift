import CSQLite
import Foundation
import SQLCore
import Synchronization

/// The embedded default: one file, one writer, readers beside it (WAL). A second server on the same file is refused by a lock.
package final class SQLiteStore: Store, WriteQueue {
    package let dialect: any Dialect = SQLiteDialect()
    private let writer: SQLiteWriter
    private let readers: SQLiteReaders
    private let lock: FileLock?
    let path: String

    /// Opens or creates the database at `path`. `exclusive` takes the server's lock.
    /// Throws `SQLFailure` (`lockedByAnotherServer`, `corrupt`, `inputOutput`).
    /// - Parameter logFrames: pages in the write-ahead log after which it is moved: 64 MiB, so that pages which many commits touch are moved once.
    package init(
        path: String, exclusive: Bool = true, queueMax: Int = 4_096, sharedCommitMax: Int = 256, waitLeast: Duration = .milliseconds(8),
        logFrames: Int = 16_000
    ) throws {
        self.path = path
        lock = exclusive ? try FileLock(path: path + ".lock") : nil
        let connection = try SQLiteConnection(path: path, readOnly: false, dialect: dialect)
        try connection.execute("PRAGMA journal_mode=WAL")
        try connection.execute("PRAGMA synchronous=FULL")
        try connection.execute("PRAGMA foreign_keys=ON")
        try connection.execute("PRAGMA cache_size=-40960")
        try connection.execute("PRAGMA temp_store=MEMORY")
        try connection.execute("PRAGMA trusted_schema=OFF")
        // A key that was destroyed or given away is overwritten, also where the library was built without that.
        try connection.execute("PRAGMA secure_delete=ON")
        let durability = try connection.first("PRAGMA synchronous") { $0.int(0) }
        guard durability == 2 else {
            throw SQLFailure(.misuse, "synchronous is \(durability ?? -1), not FULL: nothing could be acknowledged")
        }
        connection.watchLog()
        writer = SQLiteWriter(
            connection: connection, checkpointer: try SQLiteCheckpointer(path: path, dialect: dialect, framesMax: logFrames),
            queueMax: queueMax,
            sharedCommitMax: sharedCommitMax, waitLeast: waitLeast)
        readers = SQLiteReaders(path: path, dialect: dialect)
    }

    /// For a command that looks only, also while a server runs: no lock is taken, nothing is made, and the database refuses every change.
    package init(checking path: String) throws {
        self.path = path
        lock = nil
        let connection = try SQLiteConnection(path: path, readOnly: true, dialect: dialect)
        try connection.execute("PRAGMA query_only=ON")
        writer = SQLiteWriter(connection: connection, checkpointer: nil, queueMax: 1, sharedCommitMax: 1, waitLeast: .zero)
        readers = SQLiteReaders(path: path, dialect: dialect)
    }

    package var waitingWrites: Int { writer.waiting }

    package func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
        try readers.read(body)
    }

    /// One writer: every act is as if it were alone.
    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let result = Box<Value>()
            writer.submit(
                SQLiteWriter.Act(
                    run: { session in
                        do {
                            result.value = try body(session)
                            return nil
                        } catch {
                            return error
                        }
                    },
                    finish: { failure in
                        if let failure {
                            continuation.resume(throwing: failure)
                        } else if let value = result.value {
                            continuation.resume(returning: value)
                        } else {
                            continuation.resume(throwing: SQLFailure(.misuse, "an act ended without a result"))
                        }
                    }))
        }
    }

    package func close() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [writer, readers, lock] in
                writer.close()
                readers.close()
                // Nobody reads any more, so the log can be emptied into the database: what is copied then is one file.
                if lock != nil { writer.emptyLog() }
                // Before whoever waits goes on, so that he can open the database again at once.
                lock?.release()
                continuation.resume()
            }
        }
    }
}

/// Carries an act's result from the writer's thread to whoever waits; written before `finish`, read in it, by one thread.
private final class Box<Value>: @unchecked Sendable {
    var value: Value?
}

/// An advisory lock until the store is closed, or the process ends.
private final class FileLock: Sendable {
    private let held: Mutex<Int32?>

    init(path: String) throws {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SQLFailure(.inputOutput, "cannot open the lock beside the database (errno \(errno))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            Foundation.close(descriptor)
            throw SQLFailure(.lockedByAnotherServer, "another server has this database open")
        }
        held = Mutex(descriptor)
    }

    func release() {
        held.withLock { descriptor in
            if let descriptor { Foundation.close(descriptor) }
            descriptor = nil
        }
    }

    deinit { release() }
}
