import Dispatch
import Records
import SQLCore
import Synchronization

/// Hands rows from a transaction, which never awaits, to who writes them; few wait in between.
final class StretchHandover: Sendable {
    typealias Item = (table: CopiedTable, rows: [[SQLValue]])

    let stretches: AsyncStream<Item>
    private let intake: AsyncStream<Item>.Continuation
    private let room = DispatchSemaphore(value: 0)
    private let isGivenUp = Mutex(false)

    init() {
        (stretches, intake) = AsyncStream.makeStream(of: Item.self)
        room.signal()
        room.signal()
    }

    /// Waits for room. Throws `CancellationError` when nobody takes any more.
    func give(_ table: CopiedTable, _ rows: [[SQLValue]]) throws {
        room.wait()
        guard !isGivenUp.withLock({ $0 }) else { throw CancellationError() }
        intake.yield((table, rows))
    }

    func taken() { room.signal() }

    func giveUp() {
        isGivenUp.withLock { $0 = true }
        room.signal()
        room.signal()
    }

    func end() { intake.finish() }
}
