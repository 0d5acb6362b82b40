/// A database with transactions. Nobody awaits anything inside the closures (docs/adr/0002).
package protocol Store: Sendable {
    var dialect: any Dialect { get }

    /// A consistent snapshot, read only.
    func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value

    /// One transaction: done and durable when this returns, undone entirely when `body` throws.
    /// Concurrent callers may share a commit, and a refusal of one touches no other. `body` may run more than once; what it did before is
    /// undone then.
    func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value

    /// Waits for what runs, then closes. Later calls fail with `SQLFailure.Cause.closed`.
    func close() async
}

/// How much a transaction that writes is kept apart from others.
package enum Isolation: Sendable {
    /// As if it were alone.
    case serializable
    /// On one snapshot. Enough where whatever the transaction decides rests on a unique key it adds or on rows it changes itself; an engine
    /// that watches what serializable acts read has less to watch then.
    case keyed
    /// As if it were alone, and no other act that writes is under way: those that began before have ended, those that begin later find
    /// what it wrote. Whoever waits for it waits for the longest act.
    case alone
}

extension Store {
    package func write<Value: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Value) async throws -> Value {
        try await write(.serializable, body)
    }
}
