import Registry
import Synchronization
import UseCases

/// Leaves a provider alone that keeps failing, and lets one question through now and then to see. By the clock it is told, never by its own.
package final class CircuitBreaker: Sendable {
    package struct Limits: Hashable, Sendable {
        /// So many failures …
        package var failures: Int
        /// … within so long open it …
        package var windowSeconds: Int64
        /// … for so long. An overloaded provider that asks for more time gets no more than this either.
        package var openSeconds: Int64

        package init(failures: Int, windowSeconds: Int64, openSeconds: Int64) {
            self.failures = failures
            self.windowSeconds = windowSeconds
            self.openSeconds = openSeconds
        }
    }

    /// That one attempt may be made; what came of it is to be reported once.
    package struct Admission: Hashable, Sendable {
        fileprivate let generation: Int
    }

    private struct Memory {
        /// Rises whenever the breaker opens or closes: what was let through before says nothing about now.
        var generation = 0
        var failures: [Instant] = []
        var openUntil: Instant?
        var isTrialUnderWay = false
        /// The provider itself asked to be left alone until then.
        var busyUntil: Instant?
    }

    private let limits: Limits
    private let memory = Mutex(Memory())

    package init(_ limits: Limits) { self.limits = limits }

    package func admit(at now: Instant) throws(ProviderFailure) -> Admission {
        try memory.withLock { (memory) throws(ProviderFailure) in
            if let busy = memory.busyUntil, busy > now {
                throw .overloaded(retryAfterSeconds: max(1, (busy.milliseconds - now.milliseconds + 999) / 1_000))
            }
            guard let until = memory.openUntil else { return Admission(generation: memory.generation) }
            guard until <= now, !memory.isTrialUnderWay else { throw .unavailable(.resting(until: max(until, now))) }
            memory.isTrialUnderWay = true
            return Admission(generation: memory.generation)
        }
    }

    /// The provider answered, be it by refusing us.
    package func succeeded(_ admission: Admission) {
        memory.withLock { memory in
            guard admission.generation == memory.generation, memory.openUntil != nil else { return }
            memory.generation += 1
            memory.failures = []
            memory.openUntil = nil
            memory.isTrialUnderWay = false
        }
    }

    package func failed(_ admission: Admission, at now: Instant) {
        memory.withLock { memory in
            guard admission.generation == memory.generation else { return }
            memory.failures = recent(memory.failures, at: now).suffix(max(1, limits.failures) - 1) + [now]
            guard memory.isTrialUnderWay || memory.failures.count >= limits.failures else { return }
            memory.generation += 1
            memory.isTrialUnderWay = false
            memory.openUntil = now.adding(seconds: limits.openSeconds)
        }
    }

    /// What came of an attempt that came to nothing.
    package func failed(_ admission: Admission, by failure: ProviderFailure, at now: Instant) {
        switch failure {
        case .refused: succeeded(admission)
        case .unavailable(.cancelled): abandoned(admission)
        case .overloaded(let seconds): overloaded(admission, seconds: seconds, at: now)
        case .unavailable, .malformed: failed(admission, at: now)
        }
    }

    /// Nothing was learnt.
    package func abandoned(_ admission: Admission) {
        memory.withLock { memory in
            if admission.generation == memory.generation { memory.isTrialUnderWay = false }
        }
    }

    /// It said that it has too much to do.
    package func overloaded(_ admission: Admission, seconds: Int64, at now: Instant) {
        memory.withLock { memory in
            if admission.generation == memory.generation { memory.isTrialUnderWay = false }
            let until = now.adding(seconds: min(seconds, limits.openSeconds))
            memory.busyUntil = max(memory.busyUntil ?? until, until)
        }
    }

    package func state(at now: Instant) -> (breaker: ProviderState.Breaker, recentFailures: Int) {
        memory.withLock { memory in
            let recent = recent(memory.failures, at: now).count
            guard let until = memory.openUntil else { return (.closed, recent) }
            return (until > now ? .open(until: until) : .halfOpen, recent)
        }
    }

    private func recent(_ failures: [Instant], at now: Instant) -> [Instant] {
        failures.filter { $0.adding(seconds: limits.windowSeconds) > now }
    }
}
