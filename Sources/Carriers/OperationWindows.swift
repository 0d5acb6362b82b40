import Registry
import Synchronization

/// Remembers which cards were operated on a moment ago: a carrier refuses a second operation within its window, and with one such card in a
/// batch it refuses the whole batch (PEERS §3.1, R-LC-09). In memory only: after a restart the carrier's own refusal is taken up.
final class OperationWindows: Sendable {
    private let seconds: Int64
    private let memory = Mutex((until: [String: Instant](), tidyAbove: 100_000))

    init(seconds: Int64) { self.seconds = seconds }

    /// Until when the card is left alone; nil when it may be operated on. Then its window begins.
    func enter(_ card: String, at now: Instant) -> Instant? {
        guard seconds > 0 else { return nil }
        return memory.withLock { memory in
            if memory.until.count > memory.tidyAbove {
                memory.until = memory.until.filter { $0.value > now }
                // Where as many as that are within their windows, not every next one looks through them all.
                memory.tidyAbove = max(100_000, memory.until.count * 2)
            }
            if let held = memory.until[card], held > now { return held }
            memory.until[card] = now.adding(seconds: seconds)
            return nil
        }
    }

    /// The operation did not take place.
    func leave(_ card: String) { memory.withLock { $0.until[card] = nil } }

    /// The carrier says that the card is in a window we did not open; it began no later than now.
    func hold(_ card: String, at now: Instant) -> Instant {
        let end = now.adding(seconds: max(1, seconds))
        memory.withLock { $0.until[card] = end }
        return end
    }
}
