/// Bounds how many requests to another machine are under way, and how many wait for their turn.
package actor RequestGate {
    private let requests: Int
    private var free: Int
    private let waitingMax: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(_ requests: Int, waiting: Int) {
        self.requests = max(1, requests)
        free = max(1, requests)
        waitingMax = waiting
    }

    /// Throws `RequestGateFull` when too many wait already.
    package func pass<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        if free > 0 {
            free -= 1
        } else {
            guard waiting.count < waitingMax else { throw RequestGateFull() }
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { giveBack() }
        return try await work()
    }

    package var waitingCount: Int { waiting.count }
    package var underWay: Int { requests - free }

    private func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

package struct RequestGateFull: Error {
    package init() {}
}
