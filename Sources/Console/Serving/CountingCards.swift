import Registry
import Synchronization
import UseCases

/// The figures of each scope, counted at most once an hour however many ask: counting looks at every card.
final class CountingCards<Figures: Sendable>: Sendable {
    private struct Counted: Sendable {
        let since: Instant
        /// Nil while it is being counted.
        var outcome: Result<Figures, any Error>?
    }

    private static var keptSeconds: Int64 { 3_600 }
    private static var look: Duration { .milliseconds(50) }

    /// How long a page waits for a count under way.
    private let patience: Duration
    private let now: @Sendable () -> Instant
    private let count: @Sendable (Principal) async throws -> Figures
    private let counted = Mutex<[Scope: Counted]>([:])

    init(
        patience: Duration = .seconds(5), now: @escaping @Sendable () -> Instant,
        count: @escaping @Sendable (Principal) async throws -> Figures
    ) {
        self.patience = patience
        self.now = now
        self.count = count
    }

    /// Nil while it is still being counted: whoever asks is not kept waiting, and the count goes on.
    /// - Parameter patience: of a page that waits for less than others do and tells no failure: one stays for the page that does, for an
    ///   hour at most.
    func figures(for principal: Principal, patience: Duration? = nil) async throws -> Figures? {
        begin(for: principal)
        let clock = ContinuousClock()
        let end = clock.now + (patience ?? self.patience)
        while clock.now < end {
            if let outcome = outcome(for: principal.scope, isTold: patience == nil) { return try outcome.get() }
            try await Task.sleep(for: Self.look)
        }
        return nil
    }

    private func begin(for principal: Principal) {
        let now = now()
        let isNew = counted.withLock { counted in
            counted = counted.filter { $0.value.since.adding(seconds: Self.keptSeconds) > now }
            guard counted[principal.scope] == nil else { return false }
            counted[principal.scope] = Counted(since: now)
            return true
        }
        guard isNew else { return }
        Task {
            let outcome: Result<Figures, any Error>
            do { outcome = .success(try await count(principal)) } catch { outcome = .failure(error) }
            counted.withLock { $0[principal.scope]?.outcome = outcome }
        }
    }

    /// A failure is told once and then not kept.
    private func outcome(for scope: Scope, isTold: Bool) -> Result<Figures, any Error>? {
        counted.withLock { counted in
            guard let outcome = counted[scope]?.outcome else { return nil }
            if isTold, case .failure = outcome { counted[scope] = nil }
            return outcome
        }
    }
}
