import Outbound
import Registry
import Synchronization
import UseCases
import Verification

/// How long a receiver of notices is waited for, and when it is left alone. Trying again is the outbox's.
package struct NoticePatience: Sendable {
    /// For one attempt, from connecting to the last byte of the answer.
    package var timeout: Duration = .seconds(15)
    package var requestsMax = 4
    package var breaker = CircuitBreaker.Limits(failures: 5, windowSeconds: 60, openSeconds: 30)
    /// Whether what a sandbox takes is taken.
    package var allowsSandbox = false

    package init() {}

    package init(_ settings: Settings) {
        timeout = .seconds(max(1, settings.noticeTimeoutSeconds))
        requestsMax = max(1, settings.noticeConcurrency)
        breaker = CircuitBreaker.Limits(
            failures: max(1, settings.noticeBreakerFailures), windowSeconds: max(1, settings.noticeBreakerWindowSeconds),
            openSeconds: max(1, settings.noticeBreakerOpenSeconds))
        allowsSandbox = settings.noticeSandboxAllowed > 0
    }
}

/// What the ways have in common: every attempt is counted, and a receiver that keeps failing is left alone.
final class Attempts: Sendable {
    private struct Counts {
        var underWay = 0
        var asked: Int64 = 0
        var answered: Int64 = 0
        var failed: Int64 = 0
    }

    private let clock: any Clock
    private let breaker: CircuitBreaker
    private let counts = Mutex(Counts())

    init(_ patience: NoticePatience, clock: any Clock) {
        self.clock = clock
        breaker = CircuitBreaker(patience.breaker)
    }

    func attempt<Value: Sendable>(
        _ work: () async throws(ProviderFailure) -> Value
    ) async throws(ProviderFailure) -> Value {
        let admission = try breaker.admit(at: clock.now())
        counts.withLock { counts in
            counts.asked += 1
            counts.underWay += 1
        }
        defer { counts.withLock { $0.underWay -= 1 } }
        do {
            let value = try await work()
            breaker.succeeded(admission)
            counts.withLock { $0.answered += 1 }
            return value
        } catch {
            breaker.failed(admission, by: error, at: clock.now())
            counts.withLock { $0.failed += 1 }
            throw error
        }
    }

    func state() -> ProviderState {
        let (state, recent) = breaker.state(at: clock.now())
        let counts = counts.withLock { $0 }
        return ProviderState(
            breaker: state, recentFailures: recent, underWay: counts.underWay, waiting: 0, asked: counts.asked, answered: counts.answered,
            failed: counts.failed, costUnits: 0)
    }
}
