import Outbound
import Registry
import Synchronization

/// Waiting that moves the clock and takes no time.
package final class MovingPause: ProviderPause {
    private let clock: MovedClock
    private let kept = Mutex<[Int64]>([])
    package var waits: [Int64] { kept.withLock { $0 } }

    package init(_ clock: MovedClock) { self.clock = clock }

    package func pause(milliseconds: Int64) async throws {
        kept.withLock { $0.append(milliseconds) }
        clock.set(Instant(milliseconds: clock.now().milliseconds + milliseconds))
    }
}
