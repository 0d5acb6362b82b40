import Synchronization
import UseCases

/// Counts what was asked and what it cost since the start.
final class ProviderFigures: Sendable {
    private struct Counts {
        var asked: Int64 = 0
        var answered: Int64 = 0
        var failed: Int64 = 0
        var costUnits: Int64 = 0
        var charged: Set<VerificationRequestID> = []
        /// In the order they were charged; a ring once it is full.
        var order: [VerificationRequestID] = []
        var oldest = 0
    }

    /// A question is asked again within minutes or not at all.
    private static let rememberedMax = 10_000
    private let counts = Mutex(Counts())

    func asks() { counts.withLock { $0.asked += 1 } }
    func fails() { counts.withLock { $0.failed += 1 } }
    func answers() { counts.withLock { $0.answered += 1 } }

    /// The same question is charged once, however often it was answered.
    func charge(_ units: Int64, for id: VerificationRequestID) {
        counts.withLock { counts in
            guard counts.charged.insert(id).inserted else { return }
            counts.costUnits += units
            if counts.order.count < Self.rememberedMax {
                counts.order.append(id)
            } else {
                counts.charged.remove(counts.order[counts.oldest])
                counts.order[counts.oldest] = id
                counts.oldest = (counts.oldest + 1) % Self.rememberedMax
            }
        }
    }

    var all: (asked: Int64, answered: Int64, failed: Int64, costUnits: Int64) {
        counts.withLock { ($0.asked, $0.answered, $0.failed, $0.costUnits) }
    }
}
