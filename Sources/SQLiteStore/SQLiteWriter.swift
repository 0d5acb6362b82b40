import Foundation
import SQLCore
import Synchronization

/// The one writer: a thread of its own that takes what has queued, runs the acts one after the other in one transaction,
/// commits once, and only then tells anyone (docs/adr/0002, 0027: acknowledged means durable, commits are shared).
final class SQLiteWriter: @unchecked Sendable {
    /// One act: runs within the shared transaction, then hears how its commit went. It may be run again before that: what it did is
    /// undone then.
    struct Act {
        let run: (any Session) -> (any Error)?
        let finish: ((any Error)?) -> Void
    }

    private let connection: SQLiteConnection
    private let checkpointer: SQLiteCheckpointer?
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
    private let waitLeast: Duration
    /// Shared commits still to come in which every act has a savepoint, because one failed after it wrote.
    private var cautious = 0
    /// Who fails on purpose makes others run again once in so many commits.
    private static let cautiousCommits = 64

    /// `checkpointer`: moves the log into the database; nil where nothing is written.
    /// `waitLeast`: riders are taken in for so long at least, while any wait.
    init(
        connection: SQLiteConnection, checkpointer: SQLiteCheckpointer?, queueMax: Int, sharedCommitMax: Int, waitLeast: Duration
    ) {
        self.connection = connection
        self.checkpointer = checkpointer
        self.queueMax = queueMax
        self.sharedCommitMax = max(1, sharedCommitMax)
        self.waitLeast = waitLeast
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
        checkpointer?.close()
    }

    /// After `close`: moves the write-ahead log into the database. What fails here costs nothing; the log is read at the next start.
    func emptyLog() {
        try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    private func work() {
        while let (act, isAlone) = next() {
            commitTogether(act, isAlone: isAlone)
            // After everybody has heard. What fails here costs nothing: the log keeps it.
            if let checkpointer, checkpointer.logHas(frames: connection.logFrames) {
                try? connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            }
        }
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
                let departure = ContinuousClock.now + max(waitLeast, syncing * Self.waitSyncs)
                try take(first, into: &outcomes, after: [])
                while acts.count < sharedCommitMax, ContinuousClock.now < departure, let act = nextRider() {
                    acts.append(act)
                    try take(act, into: &outcomes, after: acts.dropLast())
                }
                cautious = max(0, cautious - 1)
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

    /// Runs one act in the shared transaction, without a savepoint, which would copy every page that the act touches. Should the act fail
    /// after it wrote, everything is undone, and those before it run again, each in a savepoint of its own.
    private func take(_ act: Act, into outcomes: inout [(any Error)?], after earlier: ArraySlice<Act>) throws {
        guard cautious == 0 else { return outcomes.append(try ride(act)) }
        connection.hasWritten = false
        let failure = act.run(connection)
        if connection.isOutsideTransaction {
            throw failure ?? SQLFailure(.inputOutput, "the transaction ended by itself")
        }
        if failure != nil, connection.hasWritten {
            cautious = Self.cautiousCommits
            try connection.control("ROLLBACK")
            try connection.control("BEGIN IMMEDIATE")
            outcomes = []
            for again in earlier { outcomes.append(try ride(again)) }
        }
        outcomes.append(failure)
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
