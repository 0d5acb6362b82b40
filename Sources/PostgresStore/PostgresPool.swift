import Foundation
import SQLCore

/// Threads outside Swift's own, each with a connection, and the bounded queue of acts that wait for one.
final class PostgresPool: @unchecked Sendable {
    /// One act: runs on a worker's connection, or is refused.
    struct Job {
        let queuedAt: ContinuousClock.Instant
        let isSerializable: Bool
        let run: (PostgresWorker) -> Void
        let refuse: (SQLFailure) -> Void
    }

    private let limits: PostgresLimits
    private let condition = NSCondition()
    private var queue = Fifo<Job>()
    /// Serializable acts meet one another in the pages of the indices; a few at a time waste less than many that start anew.
    private var serializable = Fifo<Job>()
    private var serializableRunning = 0
    private var isClosing = false
    private var threadsLeft: Int

    init(limits: PostgresLimits, name: String = "postgres", worker: @escaping @Sendable () -> PostgresWorker) {
        self.limits = limits
        threadsLeft = limits.connections + 1
        for number in 1...limits.connections {
            start("\(name)-\(number)") { pool in
                let worker = worker()
                while let job = pool.next() {
                    job.run(worker)
                    if job.isSerializable { pool.serializableEnded() }
                }
            }
        }
        start("\(name)-queue") { $0.refuseLate() }
    }

    private func start(_ name: String, _ work: @escaping @Sendable (PostgresPool) -> Void) {
        let thread = Thread { [self] in
            work(self)
            condition.lock()
            threadsLeft -= 1
            condition.broadcast()
            condition.unlock()
        }
        thread.name = name
        thread.stackSize = 4 << 20
        thread.start()
    }

    func submit(_ job: Job) {
        condition.lock()
        let refusal: SQLFailure? =
            if isClosing {
                SQLFailure(.closed, "the store is closed")
            } else if queue.count + serializable.count >= limits.queueMax {
                SQLFailure(.overloaded, "\(limits.queueMax) acts are waiting for a connection")
            } else { nil }
        if refusal == nil {
            if job.isSerializable { serializable.append(job) } else { queue.append(job) }
            condition.signal()
        }
        condition.unlock()
        if let refusal { job.refuse(refusal) }
    }

    /// Acts that wait for a connection.
    var waiting: Int {
        condition.lock()
        defer { condition.unlock() }
        return queue.count + serializable.count
    }

    /// Blocks until everything queued is done or refused.
    func close() {
        condition.lock()
        isClosing = true
        condition.broadcast()
        while threadsLeft > 0 { condition.wait() }
        condition.unlock()
    }

    private func next() -> Job? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let job = takeOldest() { return job }
            if isClosing, queue.isEmpty, serializable.isEmpty { return nil }
            condition.wait()
        }
    }

    private func takeOldest() -> Job? {
        guard serializableRunning < limits.serializableMax, let head = serializable.first else { return queue.popFirst() }
        if let other = queue.first, other.queuedAt < head.queuedAt { return queue.popFirst() }
        serializableRunning += 1
        return serializable.popFirst()
    }

    private func serializableEnded() {
        condition.lock()
        serializableRunning -= 1
        condition.broadcast()
        condition.unlock()
    }

    /// Refuses what has waited too long; all connections may hang at a server that says nothing.
    private func refuseLate() {
        while true {
            var late: [Job] = []
            condition.lock()
            let horizon = ContinuousClock.now - .seconds(limits.waitSeconds)
            while let first = queue.first, first.queuedAt < horizon, let job = queue.popFirst() { late.append(job) }
            while let first = serializable.first, first.queuedAt < horizon, let job = serializable.popFirst() { late.append(job) }
            let isOver = isClosing && queue.isEmpty && serializable.isEmpty
            condition.unlock()
            for job in late { job.refuse(SQLFailure(.overloaded, "no connection came free within \(limits.waitSeconds) s")) }
            if isOver { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
    }
}
