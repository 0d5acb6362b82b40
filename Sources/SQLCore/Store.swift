/// A database with transactions. Nobody awaits anything inside the closures (docs/adr/0002).
package protocol Store: Sendable {
    var dialect: any Dialect { get }

    /// A consistent snapshot, read only.
    func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value

    /// One transaction: done and durable when this returns, undone entirely when `body` throws.
    /// Concurrent callers may share a commit, each isolated in its own savepoint.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Value) async throws -> Value

    /// Waits for what runs, then closes. Later calls fail with `SQLFailure.Cause.closed`.
    func close() async
}
