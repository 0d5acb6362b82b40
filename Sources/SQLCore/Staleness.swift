import Synchronization

/// Leave to read what may be slightly old, for everything a task reads while it is `allowed`. A store that keeps replicas looks for it at
/// every read and says how old what it gave was; other stores know nothing of it. Without it everything is read as it is now.
package final class Staleness: Sendable {
    @TaskLocal package static var allowed: Staleness?

    private struct State {
        var isOver = false
        var age: Duration?
    }

    private let secondsMax: Int64
    private let state = Mutex(State())

    /// - Parameter secondsMax: how old at most.
    package init(secondsMax: Int64) {
        self.secondsMax = secondsMax
    }

    /// How old what is read may be; nil once the task has written, since it shall see what it wrote.
    package var ageMax: Duration? { state.withLock { $0.isOver ? nil : .seconds(secondsMax) } }

    /// Something was read that was at most so old.
    package func note(age: Duration) {
        state.withLock { $0.age = max($0.age ?? .zero, age) }
    }

    package func end() { state.withLock { $0.isOver = true } }

    /// What was read until now is not told: it is read anew, as it is now.
    package func discard() { state.withLock { $0 = State(isOver: true) } }

    /// Age of the oldest that was read, whole seconds, rounded up; nil when everything was read as it is now.
    package var ageSeconds: Int64? {
        state.withLock { $0.age }.map { age in
            age.components.seconds + (age.components.attoseconds > 0 ? 1 : 0)
        }
    }
}

/// A store that lets replicas answer what may be old.
package protocol ReplicaReading: Sendable {
    /// Nil where there is none.
    var replica: ReplicaStanding? { get }
}

/// How a store's replicas do.
package struct ReplicaStanding: Hashable, Sendable {
    /// How far behind at most they are; while none answers it grows.
    package let lag: Duration
    /// Reads that a replica answered, since the store was opened.
    package let answered: Int
    /// Reads that might have been old and were answered by the primary.
    package let passedOn: Int

    package init(lag: Duration, answered: Int, passedOn: Int) {
        self.lag = lag
        self.answered = answered
        self.passedOn = passedOn
    }
}
