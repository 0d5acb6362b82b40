import Foundation
import Registry
import Synchronization
import Vault

/// Hashing a password is slow on purpose: it has a few threads of its own and a short queue, and never holds up anything else.
final class PasswordThreads: Sendable {
    private let threads: OperationQueue
    private let waiting = Mutex(0)
    private let queueMax: Int

    init(width: Int, queueMax: Int) {
        threads = OperationQueue()
        threads.maxConcurrentOperationCount = width
        threads.name = "passwords"
        self.queueMax = queueMax
    }

    /// Throws `sign-in-busy` when the queue is full.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let hasRoom = waiting.withLock { waiting in
            guard waiting < queueMax else { return false }
            waiting += 1
            return true
        }
        guard hasRoom else { throw Refusal.signInBusy }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            threads.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }
}

extension Installation {
    func hashed(_ password: String) async throws -> String {
        let (cost, salt) = (settings.passwordCostLog2, chance.bytes(16))
        return try await access.passwords.run { try Password.hash(password, costLog2: cost, salt: salt) }
    }

    /// Takes as long when there is no stored password as when there is one.
    func matches(_ password: String, _ stored: String?) async throws -> Bool {
        guard let stored else {
            _ = try await hashed(password)
            return false
        }
        return try await access.passwords.run { try Password.matches(password, stored) }
    }
}
