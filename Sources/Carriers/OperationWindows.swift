import Registry
import Synchronization

/// Remembers which cards were operated on a moment ago: a carrier refuses a second operation within its window, and with one such card in a
/// batch it refuses the whole batch (PEERS §3.1, R-LC-09). In memory only: after a restart the carrier's own refusal is taken up.
final class OperationWindows: Sendable {
    private let seconds: Int64
    private let until = Mutex<[String: Instant]>([:])

    init(seconds: Int64) { self.seconds = seconds }

    /// Until when the card is left alone; nil when it may be operated on. Then its window begins.
    func enter(_ card: String, at now: Instant) -> Instant? {
        guard seconds > 0 else { return nil }
        return until.withLock { until in
            if until.count > 100_000 { until = until.filter { $0.value > now } }
            if let held = until[card], held > now { return held }
            until[card] = now.adding(seconds: seconds)
            return nil
        }
    }

    /// The operation did not take place.
    func leave(_ card: String) { until.withLock { $0[card] = nil } }

    /// The carrier says that the card is in a window we did not open; it began no later than now.
    func hold(_ card: String, at now: Instant) -> Instant {
        let end = now.adding(seconds: max(1, seconds))
        until.withLock { $0[card] = end }
        return end
    }
}
