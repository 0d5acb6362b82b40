import Logging
import Records
import Registry
import SQLCore

extension Installation {
    /// Numbers what was committed and grows the tree, one transaction a batch; answers how many entries were numbered.
    /// Safe when two servers do it at once: whoever comes second begins the batch again.
    @discardableResult
    package func sequenceTrail(batch: Int = 1_000) async throws -> Int {
        var total = 0
        while try await store.read({ try TrailTree.hasPending(in: $0) }) {
            try Task.checkCancellation()
            total += try await sequenceBatch(batch, attempts: 20)
        }
        return total
    }

    private func sequenceBatch(_ batch: Int, attempts: Int) async throws -> Int {
        let now = now()
        do {
            return try await store.write(.keyed) { try TrailTree.sequence(limit: batch, at: now, in: $0) }
        } catch let failure as SQLFailure where failure.isUniqueViolation && attempts > 1 {
            return try await sequenceBatch(batch, attempts: attempts - 1)
        }
    }

    /// Sequences until cancelled. A failure that may pass is logged and tried again after a pause.
    package func runSequencer(every pause: Duration = .milliseconds(250)) async {
        while !Task.isCancelled {
            do {
                try await sequenceTrail()
            } catch let failure as SQLFailure where failure.cause == .closed {
                return
            } catch is CancellationError {
                return
            } catch {
                log.error("the trail was not sequenced", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: pause)
        }
    }
}
