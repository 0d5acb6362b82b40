import Foundation
import SQLCore

/// Moves the write-ahead log into the database beside the writer, on a connection and a thread of its own, so that no rider waits for
/// tens of megabytes that others wrote. Only the writer can begin the log anew, and only when nothing is left in it: what came while this
/// ran, a small part, the writer moves itself.
final class SQLiteCheckpointer: @unchecked Sendable {
    private enum State {
        case idle, running, done, ended
    }

    private let connection: SQLiteConnection
    private let condition = NSCondition()
    private var state = State.idle
    private let framesMax: Int

    /// `framesMax`: frames of a page each after which the log is moved.
    init(path: String, dialect: any Dialect, framesMax: Int) throws {
        self.framesMax = framesMax
        connection = try SQLiteConnection(path: path, readOnly: false, dialect: dialect)
        try connection.execute("PRAGMA synchronous=FULL")
        try connection.execute("PRAGMA wal_autocheckpoint=0")
        let thread = Thread { [self] in work() }
        thread.name = "sqlite-log"
        thread.start()
    }

    /// Tells how long the log is after a commit. True when the writer shall move what is left of it.
    func logHas(frames: Int) -> Bool {
        guard frames >= framesMax else { return false }
        condition.lock()
        defer { condition.unlock() }
        switch state {
        case .idle:
            state = .running
            condition.signal()
            return false
        case .done:
            state = .idle
            return true
        case .running, .ended: return false
        }
    }

    /// Blocks until nothing runs; nothing will after that.
    func close() {
        condition.lock()
        while state == .running { condition.wait() }
        state = .ended
        condition.broadcast()
        condition.unlock()
    }

    private func work() {
        condition.lock()
        while true {
            while state == .idle || state == .done { condition.wait() }
            guard state == .running else { return condition.unlock() }
            condition.unlock()
            // What fails here, a full disk, costs nothing: the log keeps it, and the writer tries itself.
            try? connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            condition.lock()
            state = .done
            condition.broadcast()
        }
    }
}
