import UseCases

/// Bounds how many requests are under way, and how many wait for their turn.
actor RequestGate {
    private var free: Int
    private let waitingMax: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ requests: Int, waiting: Int) {
        free = max(1, requests)
        waitingMax = waiting
    }

    /// Throws `EvidenceStoreFailure.unavailable` when too many wait already.
    func pass<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        if free > 0 {
            free -= 1
        } else {
            guard waiting.count < waitingMax else { throw EvidenceStoreFailure.unavailable("too many requests wait") }
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { giveBack() }
        return try await work()
    }

    var waitingCount: Int { waiting.count }

    private func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
