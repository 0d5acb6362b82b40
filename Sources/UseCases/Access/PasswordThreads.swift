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
    private var hashing: PasswordHashing {
        PasswordHashing(
            parameters: ScryptParameters(logCost: settings.passwordCostLog2, blockSize: 8, parallelism: 1) ?? ScryptParameters())
    }

    /// Throws `password-weak`, `sign-in-busy`.
    func hashed(_ password: String) async throws -> String {
        try await access.passwords.run { [hashing, chance] in
            var generator = ChanceGenerator(chance: chance)
            do {
                return try hashing.hash(password, using: &generator)
            } catch PasswordRefusal.unavailable {
                throw Refusal.signInBusy
            } catch {
                throw Refusal.passwordWeak
            }
        }
    }

    /// Takes as long when there is no stored password as when there is one.
    func compare(_ password: String, with stored: String?) async throws -> PasswordVerdict {
        try await access.passwords.run { [hashing] in
            guard let stored else {
                hashing.verifyNobody(password)
                return .differs
            }
            return hashing.verify(password, against: stored)
        }
    }
}

/// The installation's chance, for what asks for a generator.
struct ChanceGenerator: RandomNumberGenerator {
    let chance: any Chance

    mutating func next() -> UInt64 { chance.words().0 }
}
