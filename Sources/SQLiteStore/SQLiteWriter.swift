import Foundation
import SQLCore
import Synchronization

/// The one writer: a thread of its own that takes what has queued, runs each act in a savepoint of one transaction,
/// commits once, and only then tells anyone (docs/adr/0002: acknowledged means durable, commits are shared).
final class SQLiteWriter: @unchecked Sendable {
    /// One act: runs in its savepoint, then hears how the shared commit went.
    struct Act {
        let run: (any Session) -> (any Error)?
        let finish: ((any Error)?) -> Void
    }

    private let connection: SQLiteConnection
    private let condition = NSCondition()
    private var queue = Fifo<Act>()
    private var isClosing = false
    private var hasEnded = false
    private let queueMax: Int
    private let sharedCommitMax: Int
    /// How long the last commits took, on average; most of it is the wait for the disk.
    private var syncing = Duration.zero
    /// Riders are taken in for as long as so many commits take, so that the disk is no more than a third of the time, and no longer: who is
    /// acknowledged early prepares its next act while the others ride.
    private static let waitSyncs = 2
    private static let waitLeast = Duration.milliseconds(8)

    init(connection: SQLiteConnection, queueMax: Int, sharedCommitMax: Int) {
        self.connection = connection
        self.queueMax = queueMax
        self.sharedCommitMax = max(1, sharedCommitMax)
        let thread = Thread { [weak self] in self?.work() }
        thread.name = "sqlite-writer"
        thread.stackSize = 4 << 20
        thread.start()
    }

    func submit(_ act: Act) {
        condition.lock()
        let refusal: SQLFailure? =
            if isClosing {
                SQLFailure(.closed, "the store is closed")
            } else if queue.count >= queueMax {
                SQLFailure(.overloaded, "\(queueMax) writes are waiting")
            } else { nil }
        if refusal == nil {
            queue.append(act)
            condition.signal()
        }
        condition.unlock()
        if let refusal { act.finish(refusal) }
    }

    var waiting: Int {
        condition.lock()
        defer { condition.unlock() }
        return queue.count
    }

    /// Blocks until everything queued is done.
    func close() {
        condition.lock()
        isClosing = true
        condition.broadcast()
        while !hasEnded { condition.wait() }
        condition.unlock()
    }

    /// After `close`: moves the write-ahead log into the database. What fails here costs nothing; the log is read at the next start.
    func emptyLog() {
        try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    private func work() {
        while let (act, isAlone) = next() { commitTogether(act, isAlone: isAlone) }
        condition.lock()
        hasEnded = true
        condition.broadcast()
        condition.unlock()
    }

    /// The next act and whether others wait behind it; nil when all is done.
    private func next() -> (act: Act, isAlone: Bool)? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let act = queue.popFirst() { return (act, queue.isEmpty) }
            if isClosing { return nil }
            condition.wait()
        }
    }

    private func nextRider() -> Act? {
        condition.lock()
        defer { condition.unlock() }
        return queue.popFirst()
    }

    private func commitTogether(_ first: Act, isAlone: Bool) {
        var acts = [first]
        var outcomes: [(any Error)?] = []
        do {
            try connection.control("BEGIN IMMEDIATE")
            if isAlone || sharedCommitMax == 1 {
                outcomes = [try driveAlone(first)]
            } else {
                let departure = ContinuousClock.now + max(Self.waitLeast, syncing * Self.waitSyncs)
                outcomes = [try ride(first)]
                while acts.count < sharedCommitMax, ContinuousClock.now < departure, let act = nextRider() {
                    acts.append(act)
                    outcomes.append(try ride(act))
                }
                let ridden = ContinuousClock.now
                try connection.control("COMMIT")
                syncing = (syncing * 7 + (ContinuousClock.now - ridden)) / 8
            }
        } catch {
            if !connection.isOutsideTransaction { try? connection.execute("ROLLBACK") }
            // Whoever was refused in its own savepoint keeps its refusal; everybody else shares the fate of the commit.
            outcomes = acts.indices.map { index in
                index < outcomes.count ? outcomes[index] ?? error : error
            }
        }
        for (act, outcome) in zip(acts, outcomes) { act.finish(outcome) }
    }

    /// Runs the only act of a transaction and commits it. It needs no savepoint, which would copy every page that the act touches.
    private func driveAlone(_ act: Act) throws -> (any Error)? {
        let failure = act.run(connection)
        if connection.isOutsideTransaction {
            throw failure ?? SQLFailure(.inputOutput, "the transaction ended by itself")
        }
        try connection.control(failure == nil ? "COMMIT" : "ROLLBACK")
        return failure
    }

    /// Runs one act in a savepoint; throws only when the shared transaction itself is lost.
    private func ride(_ act: Act) throws -> (any Error)? {
        try connection.control("SAVEPOINT act")
        let failure = act.run(connection)
        if connection.isOutsideTransaction {
            throw failure ?? SQLFailure(.inputOutput, "the transaction ended by itself")
        }
        if failure != nil { try connection.control("ROLLBACK TO act") }
        try connection.control("RELEASE act")
        return failure
    }
}
