/// The work's value, or nil when it takes longer than that; the work is cancelled then. What a client of HTTP calls a deadline often ends
/// with the head of an answer, whose body may drip for ever: this one is for all of it.
package func withDeadline<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
    let value = try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        return try await group.next() ?? nil
    }
    // What is read while being cancelled may be cut.
    try Task.checkCancellation()
    return value
}
