import Synchronization

/// The request took longer than it may (503).
package struct RequestTimeout: Error {
    package init() {}
}

/// Runs `body`; cancels it and throws `RequestTimeout` when it takes longer than `seconds`, once it has ended; up to a
/// second late, as one look a second is taken at all that runs.
/// What already reached the store is done or undone there as a whole.
package func withTimeout<Value: Sendable>(seconds: Int, _ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let work = Task { try await body() }
    let watched = RequestWatch.shared.watch(work.cancel, for: .seconds(seconds))
    let result = await withTaskCancellationHandler {
        await work.result
    } onCancel: {
        work.cancel()
    }
    guard RequestWatch.shared.end(watched) else { throw RequestTimeout() }
    return try result.get()
}

/// Cancels what takes too long. One look a second at all that runs, where a timer each would cost every request more than its
/// rights and limits do.
final class RequestWatch: Sendable {
    static let shared = RequestWatch()

    private struct Watched {
        let deadline: ContinuousClock.Instant
        let cancel: @Sendable () -> Void
    }

    private struct State {
        var running: [UInt64: Watched] = [:]
        var next: UInt64 = 0
        var isLooking = false
    }

    private let state = Mutex(State())
    private let pause: Duration

    /// `pause`: between two looks.
    init(pause: Duration = .seconds(1)) { self.pause = pause }

    func watch(_ cancel: @escaping @Sendable () -> Void, for limit: Duration) -> UInt64 {
        let (number, begins) = state.withLock { state in
            state.next += 1
            state.running[state.next] = Watched(deadline: .now + limit, cancel: cancel)
            defer { state.isLooking = true }
            return (state.next, !state.isLooking)
        }
        if begins { Task.detached { [self] in await look() } }
        return number
    }

    /// False when its time was over.
    func end(_ number: UInt64) -> Bool {
        state.withLock { $0.running.removeValue(forKey: number) != nil }
    }

    /// For as long as anything runs.
    private func look() async {
        while true {
            try? await Task.sleep(for: pause)
            let (late, isOver) = state.withLock { state in
                let now = ContinuousClock.now
                let late = state.running.filter { $0.value.deadline <= now }
                for number in late.keys { state.running[number] = nil }
                if state.running.isEmpty { state.isLooking = false }
                return (late.values.map(\.cancel), state.running.isEmpty)
            }
            for cancel in late { cancel() }
            if isOver { return }
        }
    }
}
