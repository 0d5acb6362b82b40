/// The request took longer than it may (503).
package struct RequestTimeout: Error {
    package init() {}
}

/// Runs `body`; cancels it and throws `RequestTimeout` when it takes longer than `seconds`.
/// What already reached the store is done or undone there as a whole.
package func withTimeout<Value: Sendable>(seconds: Int, _ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw RequestTimeout() }
        return value
    }
}
