import Records
import Registry
import SQLCore

/// A request under an `Idempotency-Key` that comes to a single act. The key, the act and its answer are one transaction: none of them is
/// ever there without the others, and none costs a commit of its own. Requests of several acts claim their key beforehand instead
/// (`IdempotencyClaim`).
package struct KeyedRequest: Sendable {
    package let account: AccountID
    package let key: String
    package let operation: String
    package let bodyHash: [UInt8]
    private var answer: @Sendable (any Sendable) throws -> KeptAnswer? = { _ in nil }

    @TaskLocal package static var current: KeyedRequest?

    package init(account: AccountID, key: String, operation: String, bodyHash: [UInt8]) {
        self.account = account
        self.key = key
        self.operation = operation
        self.bodyHash = bodyHash
    }

    /// The same with how its answer is made of what the act came to. `make` may run more than once: an act can be tried anew.
    package func answering<Value: Sendable>(_ make: @escaping @Sendable (Value) throws -> KeptAnswer) -> KeyedRequest {
        var request = self
        request.answer = { value in try (value as? Value).map(make) }
        return request
    }

    /// Where another request with this key was quicker, whose answer is kept, the act ends as `refusal(of:)` says.
    func keep(_ value: any Sendable, at now: Instant, with installation: Installation, in session: any Session) throws {
        guard let answer = try answer(value) else { throw SQLFailure(.misuse, "an act under a key came to something else than its answer") }
        let sealed = try installation.sealed(answer, account: account, key: key)
        try IdempotencyRecords.add(
            account: account, key: key, operation: operation, bodyHash: bodyHash, status: answer.status, answer: sealed, at: now,
            in: session)
    }

    /// `idempotency-key-running` where another request with this key was quicker.
    func refusal(of failure: SQLFailure) -> any Error {
        IdempotencyRecords.tellsOfTakenKey(failure) ? Refusal.stillRunning : failure
    }
}

extension Installation {
    /// Whether nothing is known of this key.
    package func isFree(idempotencyKey key: String, of account: AccountID) async throws -> Bool {
        try await store.read { try IdempotencyRecords.find(account: account, key: key, in: $0) == nil }
    }
}
