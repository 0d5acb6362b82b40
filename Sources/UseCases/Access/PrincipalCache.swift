import Registry
import Synchronization

/// Principals by their tokens' hashes, so that a request costs no read of the store.
///
/// What this process revokes is forgotten at once; what another process revokes is noticed when the entry is checked again.
final class PrincipalCache: Sendable {
    private struct Entry {
        let principal: Principal
        let expiresAt: Instant
        let checkAgainAt: Instant
    }

    private struct State {
        var entries: [[UInt8]: Entry] = [:]
        var generation: UInt64 = 0
    }

    private let state = Mutex(State())
    private let max: Int
    private let recheckSeconds: Int64

    init(max: Int, recheckSeconds: Int64) {
        self.max = max
        self.recheckSeconds = recheckSeconds
    }

    /// Read before the store is: what was read before a revocation must not be kept after it.
    var generation: UInt64 { state.withLock { $0.generation } }
    var count: Int { state.withLock { $0.entries.count } }

    func find(_ hash: [UInt8], at now: Instant) -> Principal? {
        state.withLock { state in
            guard let entry = state.entries[hash], now < entry.expiresAt, now < entry.checkAgainAt else { return nil }
            return entry.principal
        }
    }

    func keep(_ principal: Principal, for hash: [UInt8], until expiresAt: Instant, readAt now: Instant, generation: UInt64) {
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.entries.count >= max { makeRoom(&state, at: now) }
            state.entries[hash] = Entry(principal: principal, expiresAt: expiresAt, checkAgainAt: now.adding(seconds: recheckSeconds))
        }
    }

    func forget(account: AccountID) {
        forget { $0.account == account }
    }

    func forget(session: SessionID) {
        forget { $0.session == session }
    }

    func forgetAll() {
        forget { _ in true }
    }

    private func forget(where isOver: (Principal) -> Bool) {
        state.withLock { state in
            state.generation &+= 1
            state.entries = state.entries.filter { !isOver($0.value.principal) }
        }
    }

    private func makeRoom(_ state: inout State, at now: Instant) {
        state.entries = state.entries.filter { now < $0.value.checkAgainAt }
        if state.entries.count >= max { state.entries.removeAll() }
    }
}
